#include "desks/directory/state.h"

#include "base/check.h"

#include <algorithm>

namespace ponte::directory {

void evolve(State& state, const JurisdictionNamed& event, const Recorded&) {
    const auto [at, fresh] = state.jurisdictions.by_id.emplace(event.jurisdiction, event.names);
    CHECK(fresh);
}

void evolve(State& state, const JurisdictionSetDefined& event, const Recorded&) {
    const auto [at, fresh] = state.jurisdictions.sets.emplace(
        event.set, JurisdictionSet{.names = event.names, .kind = event.kind, .note = event.note, .source = event.source, .members = {}});
    CHECK(fresh);
}

void evolve(State& state, const JurisdictionJoinedSet& event, const Recorded&) {
    const auto set = state.jurisdictions.sets.find(event.set);
    CHECK(set != state.jurisdictions.sets.end());
    set->second.members.push_back(
        {.jurisdiction = event.jurisdiction, .from = event.from, .to = event.to, .source = event.source});
}

void evolve(State& state, const BodyNamed& event, const Recorded&) {
    Body& body = state.bodies.by_id[event.body];
    body.side = event.side;
    body.by_date.push_back(
        {.names = event.names, .from = event.from, .to = event.to, .kind = event.kind, .source = event.source});
    std::ranges::stable_sort(body.by_date, {}, &BodyName::from);  // No date sorts before every date.
}

void evolve(State& state, const DisplayNameReviewed& event, const Recorded&) {
    state.display_names[{event.jurisdiction, event.audience}] = event.names;
}

}  // namespace ponte::directory
