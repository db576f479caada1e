#pragma once

#include "base/outcome.h"
#include "desks/training/commands.h"
#include "desks/training/view.h"

#include <vector>

namespace ponte::training {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const PlanEvent& command);

}  // namespace ponte::training
