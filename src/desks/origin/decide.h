#pragma once

#include "base/outcome.h"
#include "desks/origin/commands.h"
#include "desks/origin/view.h"

#include <vector>

namespace ponte::origin {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const RecordSet& command);
Decision decide(const View& view, const LoadRules& command);

}  // namespace ponte::origin
