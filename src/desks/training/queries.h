#pragma once

#include "desks/access/facts.h"
#include "desks/training/state.h"

// Questions to the training desk.
namespace ponte::training {

struct EventRow {
    EventId event;
    EventKind kind{};
    Names titles;
    JurisdictionId place;
    Date from;
    Date to;
};
BOOST_DESCRIBE_STRUCT(EventRow, (), (event, kind, titles, place, from, to))

struct EventsAnswer {
    std::vector<EventRow> events;  // In order of their first day, then of their id.
};
BOOST_DESCRIBE_STRUCT(EventsAnswer, (), (events))

struct EventsQuery {
    static constexpr std::string_view name = "training.events";
    using Answer = EventsAnswer;

    std::optional<Date> from;
    std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(EventsQuery, (), (from, to))

using Query = std::variant<EventsQuery>;

[[nodiscard]] EventsAnswer answer(const State& state, const EventsQuery& query, const access::Sight& reader, Instant now);

}  // namespace ponte::training
