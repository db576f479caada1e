#pragma once

#include "base/outcome.h"
#include "desks/meetings/commands.h"
#include "desks/meetings/view.h"

#include <vector>

namespace ponte::meetings {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const RaiseProblem& command);

}  // namespace ponte::meetings
