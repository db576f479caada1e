#pragma once

#include "base/recorded.h"
#include "desks/reporting/facts.h"

namespace ponte::reporting {

// What the reporting desk knows: the fold of its events, and nothing that is not in them.
struct State {
    std::map<RoundId, Round> rounds;

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const RoundOpened& event, const Recorded& recorded);
void evolve(State& state, const BodyAsked& event, const Recorded& recorded);
void evolve(State& state, const LinesChanged& event, const Recorded& recorded);
void evolve(State& state, const RequestAmended& event, const Recorded& recorded);
void evolve(State& state, const ReturnRecorded& event, const Recorded& recorded);
void evolve(State& state, const ItemsLinked& event, const Recorded& recorded);
void evolve(State& state, const ReturnSignedOff& event, const Recorded& recorded);
void evolve(State& state, const ReturnReleased& event, const Recorded& recorded);
void evolve(State& state, const ReturnVerified& event, const Recorded& recorded);
void evolve(State& state, const QuestionAnswered& event, const Recorded& recorded);
void evolve(State& state, const ExtensionAsked& event, const Recorded& recorded);
void evolve(State& state, const ExtensionGranted& event, const Recorded& recorded);
void evolve(State& state, const ExtensionRefused& event, const Recorded& recorded);
void evolve(State& state, const BodyReminded& event, const Recorded& recorded);
void evolve(State& state, const RequestEscalated& event, const Recorded& recorded);
void evolve(State& state, const EscalationSettled& event, const Recorded& recorded);
void evolve(State& state, const RoundClosed& event, const Recorded& recorded);
void evolve(State& state, const RequestReopened& event, const Recorded& recorded);

}  // namespace ponte::reporting
