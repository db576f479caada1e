#pragma once

#include "base/recorded.h"
#include "desks/accords/facts.h"

namespace ponte::accords {

// What the accords desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Instruments instruments;
    Thresholds thresholds;

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const InstrumentRegistered& event, const Recorded& recorded);
void evolve(State& state, const RecordAmended& event, const Recorded& recorded);
void evolve(State& state, const InstrumentMoved& event, const Recorded& recorded);
void evolve(State& state, const BodiesNamed& event, const Recorded& recorded);
void evolve(State& state, const StepTaken& event, const Recorded& recorded);
void evolve(State& state, const StepCorrected& event, const Recorded& recorded);
void evolve(State& state, const StepContradicted& event, const Recorded& recorded);
void evolve(State& state, const StepMoved& event, const Recorded& recorded);
void evolve(State& state, const ThresholdStated& event, const Recorded& recorded);

}  // namespace ponte::accords
