#pragma once

#include "desks/access/state.h"

// Questions to the access desk. Names of people are sealed; only ids, bodies and roles are answered.
namespace ponte::access {

struct PersonRow {
    PersonId person;
    BodyId body;
    Side side{};
    bool has_access = false;
    std::vector<std::string> roles;  // "conference:officer"
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (person, body, side, has_access, roles))

struct PeopleAnswer {
    Date on;
    std::vector<PersonRow> people;
    std::vector<std::uint64_t> open_proposals;
};
BOOST_DESCRIBE_STRUCT(PeopleAnswer, (), (on, people, open_proposals))

// The people of the reader's own side with the roles they hold on a day.
struct PeopleQuery {
    static constexpr std::string_view name = "access.people";
    using Answer = PeopleAnswer;

    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (), (on))

using Query = std::variant<PeopleQuery>;

[[nodiscard]] PeopleAnswer answer(const State& state, const PeopleQuery& query, const Sight& reader, Instant now);

}  // namespace ponte::access
