#pragma once

#include "base/recorded.h"
#include "desks/origin/facts.h"

namespace ponte::origin {

// What the origin desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Rules rules;

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] inline const Rules& known_of(const State& state) { return state.rules; }

void evolve(State& state, const SetRecorded& event, const Recorded& recorded);
void evolve(State& state, const RulesLoaded& event, const Recorded& recorded);

}  // namespace ponte::origin
