#pragma once

#include "base/recorded.h"
#include "desks/training/facts.h"

namespace ponte::training {

// What the desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Known known;

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] inline const Known& known_of(const State& state) { return state.known; }

void evolve(State& state, const EventPlanned& event, const Recorded& recorded);
void evolve(State& state, const SeatsChanged& event, const Recorded& recorded);
void evolve(State& state, const EventCancelled& event, const Recorded& recorded);
void evolve(State& state, const EventHeld& event, const Recorded& recorded);
void evolve(State& state, const ParticipantNominated& event, const Recorded& recorded);
void evolve(State& state, const NominationConfirmed& event, const Recorded& recorded);
void evolve(State& state, const NominationWithdrawn& event, const Recorded& recorded);
void evolve(State& state, const AttendanceRecorded& event, const Recorded& recorded);
void evolve(State& state, const CertificateIssued& event, const Recorded& recorded);
void evolve(State& state, const CertificateWithdrawn& event, const Recorded& recorded);
void evolve(State& state, const NumbersCounted& event, const Recorded& recorded);

}  // namespace ponte::training
