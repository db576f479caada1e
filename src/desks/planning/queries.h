#pragma once

#include "desks/planning/facts.h"

// Questions to the planning desk.
namespace ponte::planning {

struct Looking;  // view.h

struct ListsAnswer {
    std::vector<std::string> lists;
};
BOOST_DESCRIBE_STRUCT(ListsAnswer, (), (lists))

struct ListsQuery {
    static constexpr std::string_view name = "planning.lists";
    using Answer = ListsAnswer;

    std::optional<std::string> starting_with;
};
BOOST_DESCRIBE_STRUCT(ListsQuery, (), (starting_with))

using Query = std::variant<ListsQuery>;

[[nodiscard]] ListsAnswer answer(const Looking& looking, const ListsQuery& query);

}  // namespace ponte::planning
