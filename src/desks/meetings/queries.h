#pragma once

#include "desks/meetings/facts.h"

// Questions to the meetings desk.
namespace ponte::meetings {

struct Looking;  // view.h

struct ProblemsAnswer {
    std::vector<std::string> problems;
};
BOOST_DESCRIBE_STRUCT(ProblemsAnswer, (), (problems))

struct ProblemsQuery {
    static constexpr std::string_view name = "meetings.problems";
    using Answer = ProblemsAnswer;

    std::optional<std::string> starting_with;
};
BOOST_DESCRIBE_STRUCT(ProblemsQuery, (), (starting_with))

using Query = std::variant<ProblemsQuery>;

[[nodiscard]] ProblemsAnswer answer(const Looking& looking, const ProblemsQuery& query);

}  // namespace ponte::meetings
