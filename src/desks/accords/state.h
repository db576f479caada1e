#pragma once

#include "base/recorded.h"
#include "desks/accords/state_coverage.h"
#include "desks/accords/facts.h"
#include "desks/accords/state_partners.h"

namespace ponte::accords {

// What the accords desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Instruments instruments;
    std::vector<SeriesEntry> rows;
    Thresholds thresholds;
    Requests requests;
    Partners partners;
    CoverageIndex coverage;  // Of the instruments: what they say, at hand by partner and kind.

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
void evolve(State& state, const RoundHeld& event, const Recorded& recorded);
void evolve(State& state, const ArticleDrafted& event, const Recorded& recorded);
void evolve(State& state, const PositionStated& event, const Recorded& recorded);
void evolve(State& state, const ArticleMarked& event, const Recorded& recorded);
void evolve(State& state, const PenPassed& event, const Recorded& recorded);
void evolve(State& state, const ActivityPlanned& event, const Recorded& recorded);
void evolve(State& state, const ActivityHeld& event, const Recorded& recorded);
void evolve(State& state, const ActivityCancelled& event, const Recorded& recorded);

void evolve(State& state, const RequestRecorded& event, const Recorded& recorded);
void evolve(State& state, const RequestAcknowledged& event, const Recorded& recorded);
void evolve(State& state, const RequestAnswered& event, const Recorded& recorded);
void evolve(State& state, const RequestMoved& event, const Recorded& recorded);
void evolve(State& state, const RequestStruck& event, const Recorded& recorded);
void evolve(State& state, const RouteStated& event, const Recorded& recorded);
void evolve(State& state, const ClauseStated& event, const Recorded& recorded);
void evolve(State& state, const ListingRecorded& event, const Recorded& recorded);
void evolve(State& state, const ListPublished& event, const Recorded& recorded);
void evolve(State& state, const FigureRecorded& event, const Recorded& recorded);
void evolve(State& state, const WeightsSet& event, const Recorded& recorded);
void evolve(State& state, const CountPublished& event, const Recorded& recorded);

}  // namespace ponte::accords
