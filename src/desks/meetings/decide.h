#pragma once

#include "base/outcome.h"
#include "desks/meetings/commands.h"
#include "desks/meetings/view.h"

#include <vector>

namespace ponte::meetings {

using Decided = Outcome<std::vector<Event>>;

// decide_problem.cpp
Decided decide(const View& view, const RaiseProblem& command);
Decided decide(const View& view, const SignOffProblem& command);
Decided decide(const View& view, const MoveProblem& command);
Decided decide(const View& view, const AssignProblem& command);
Decided decide(const View& view, const MoveProblemDue& command);
Decided decide(const View& view, const EscalateProblem& command);
Decided decide(const View& view, const SettleProblem& command);

}  // namespace ponte::meetings
