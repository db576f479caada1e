#pragma once

#include "base/recorded.h"
#include "desks/reporting/facts.h"

namespace ponte::reporting {

// What the reporting desk knows: the fold of its events, and nothing that is not in them.
struct State {
    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const RoundOpened& event, const Recorded& recorded);

}  // namespace ponte::reporting
