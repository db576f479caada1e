#pragma once

#include "desks/reporting/facts.h"

// Questions to the reporting desk.
namespace ponte::reporting {

struct Looking;  // view.h

struct RoundsAnswer {
    std::vector<std::string> rounds;
};
BOOST_DESCRIBE_STRUCT(RoundsAnswer, (), (rounds))

struct RoundsQuery {
    static constexpr std::string_view name = "reporting.rounds";
    using Answer = RoundsAnswer;

    std::optional<std::string> starting_with;
};
BOOST_DESCRIBE_STRUCT(RoundsQuery, (), (starting_with))

using Query = std::variant<RoundsQuery>;

[[nodiscard]] RoundsAnswer answer(const Looking& looking, const RoundsQuery& query);

}  // namespace ponte::reporting
