#pragma once

#include "base/recorded.h"
#include "desks/directory/facts.h"

// What the directory knows: the fold of its events, and nothing that is not in them.
namespace ponte::directory {

struct State {
    Bodies bodies;
    Jurisdictions jurisdictions;
    std::map<std::pair<JurisdictionId, std::string>, Names> display_names;  // By audience.

    friend bool operator==(const State&, const State&) = default;
};

void evolve(State& state, const JurisdictionNamed& event, const Recorded& recorded);
void evolve(State& state, const JurisdictionSetDefined& event, const Recorded& recorded);
void evolve(State& state, const JurisdictionJoinedSet& event, const Recorded& recorded);
void evolve(State& state, const BodyNamed& event, const Recorded& recorded);
void evolve(State& state, const DisplayNameReviewed& event, const Recorded& recorded);

}  // namespace ponte::directory
