#pragma once

#include "base/outcome.h"
#include "desks/planning/commands.h"
#include "desks/planning/view.h"

#include <vector>

namespace ponte::planning {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const OpenList& command);

}  // namespace ponte::planning
