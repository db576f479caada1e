#pragma once

#include "base/recorded.h"
#include "desks/training/facts.h"

namespace ponte::training {

// What the desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Known events;

    friend bool operator==(const State&, const State&) = default;
};

void evolve(State& state, const EventPlanned& event, const Recorded& recorded);

}  // namespace ponte::training
