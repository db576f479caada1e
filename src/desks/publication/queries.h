#pragma once

#include "desks/publication/facts.h"

// Questions to the publication desk.
namespace ponte::publication {

struct Looking;  // view.h

struct PublishersAnswer {
    std::vector<std::string> publishers;
};
BOOST_DESCRIBE_STRUCT(PublishersAnswer, (), (publishers))

struct PublishersQuery {
    static constexpr std::string_view name = "publication.publishers";
    using Answer = PublishersAnswer;

    std::optional<std::string> starting_with;
};
BOOST_DESCRIBE_STRUCT(PublishersQuery, (), (starting_with))

using Query = std::variant<PublishersQuery>;

[[nodiscard]] PublishersAnswer answer(const Looking& looking, const PublishersQuery& query);

}  // namespace ponte::publication
