#pragma once

// What may be asked of the meetings desk. A command is a plain value; asking changes nothing.

#include "desks/meetings/events.h"

namespace ponte::meetings {

struct RaiseProblem {
    static constexpr std::string_view name = "meetings.raise_problem";

    ProblemId problem;
};
BOOST_DESCRIBE_STRUCT(RaiseProblem, (), (problem))

using Command = std::variant<RaiseProblem>;

}  // namespace ponte::meetings
