#pragma once

#include "base/recorded.h"
#include "desks/translation/facts.h"

namespace ponte::translation {

// What the translation desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Required required;

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const TermDefined& event, const Recorded& recorded);

}  // namespace ponte::translation
