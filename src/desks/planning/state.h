#pragma once

#include "desks/planning/facts.h"

namespace ponte::planning {

// What the planning desk knows: the fold of its events, and nothing that is not in them.
struct State {
    std::map<DutyRef, Closing> closings;
    std::map<PlanId, Placed<YearClosed>> closed;
    std::map<ListId, List> lists;
    std::map<FrameId, Frame> frames;
    std::map<std::uint64_t, Placed<LineageLinked>> links;
    std::map<std::uint64_t, Placed<MatchConfirmed>> matches;

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const ListOpened& event, const Recorded& recorded);
void evolve(State& state, const LineAdded& event, const Recorded& recorded);
void evolve(State& state, const LineMoved& event, const Recorded& recorded);
void evolve(State& state, const WordingDrafted& event, const Recorded& recorded);
void evolve(State& state, const WordingProposed& event, const Recorded& recorded);
void evolve(State& state, const WordingAgreed& event, const Recorded& recorded);
void evolve(State& state, const LineWithdrawalProposed& event, const Recorded& recorded);
void evolve(State& state, const LineKept& event, const Recorded& recorded);
void evolve(State& state, const LineWithdrawn& event, const Recorded& recorded);
void evolve(State& state, const AdoptionProposed& event, const Recorded& recorded);
void evolve(State& state, const ListAdopted& event, const Recorded& recorded);
void evolve(State& state, const DutyClosingProposed& event, const Recorded& recorded);
void evolve(State& state, const DutyClosingQuestioned& event, const Recorded& recorded);
void evolve(State& state, const DutyClosingConfirmed& event, const Recorded& recorded);
void evolve(State& state, const YearClosed& event, const Recorded& recorded);
void evolve(State& state, const FrameRegistered& event, const Recorded& recorded);
void evolve(State& state, const FrameItemsAdded& event, const Recorded& recorded);
void evolve(State& state, const LineageLinked& event, const Recorded& recorded);
void evolve(State& state, const LineageUnlinked& event, const Recorded& recorded);
void evolve(State& state, const MatchConfirmed& event, const Recorded& recorded);
void evolve(State& state, const MatchWithdrawn& event, const Recorded& recorded);

}  // namespace ponte::planning
