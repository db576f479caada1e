#include "desks/training/queries.h"

#include <algorithm>

namespace ponte::training {

EventsAnswer answer(const State& state, const EventsQuery& query, const access::Sight& reader, Instant now) {
    EventsAnswer answer;
    const bool of_the_two_sides = reader.auditor || (reader.side && *reader.side != Side::other);
    for (const auto& [id, event] : state.events) {
        const EventPlanned& plan = event.plan;
        if (!of_the_two_sides && plan.from > now.date()) continue;
        if ((query.from && plan.to < *query.from) || (query.to && plan.from > *query.to)) continue;
        answer.events.push_back({.event = id, .kind = plan.kind, .titles = plan.titles, .place = plan.place, .from = plan.from, .to = plan.to});
    }
    std::ranges::stable_sort(answer.events, {}, &EventRow::from);
    return answer;
}

}  // namespace ponte::training
