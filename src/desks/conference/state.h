#pragma once

#include "desks/conference/facts.h"

#include <map>
#include <string>

// What the conference desk knows: the fold of its events, and nothing that is not in them.
namespace ponte::conference {

struct State {
    std::map<PlanId, Plan> plans;
    std::map<IndicatorId, Indicator> indicators;
    std::map<MilestoneId, Milestone> milestones;
    Items items;
    AllSeries series;
    std::map<std::uint16_t, Session> sessions;
    std::map<std::uint16_t, YearWithoutSession> years_without_session;
    std::map<std::uint64_t, DossierFrozen> frozen;  // By sequence of the entry.

    // A past state is folded from the few entries of configuration alone. Its items and series are those
    // of the present one, which outlives it, as they were when the log ended at `until`.
    const State* present = nullptr;
    std::uint64_t until = end_of_log;

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const PlanImported& event, const Recorded& recorded);
void evolve(State& state, const MeasureStated& event, const Recorded& recorded);
void evolve(State& state, const PlanCorrected& event, const Recorded& recorded);
void evolve(State& state, const TextStated& event, const Recorded& recorded);
void evolve(State& state, const BodyAppointed& event, const Recorded& recorded);
void evolve(State& state, const AppointmentEnded& event, const Recorded& recorded);
void evolve(State& state, const IndicatorDefined& event, const Recorded& recorded);
void evolve(State& state, const MilestoneSet& event, const Recorded& recorded);
void evolve(State& state, const MilestoneReached& event, const Recorded& recorded);
void evolve(State& state, const ObservationRecorded& event, const Recorded& recorded);
void evolve(State& state, const ActionRecorded& event, const Recorded& recorded);
void evolve(State& state, const ItemSignedOff& event, const Recorded& recorded);
void evolve(State& state, const ItemMoved& event, const Recorded& recorded);
void evolve(State& state, const ItemVerified& event, const Recorded& recorded);
void evolve(State& state, const ItemWithdrawn& event, const Recorded& recorded);
void evolve(State& state, const ObservationsImported& event, const Recorded& recorded);
void evolve(State& state, const StatusOverridden& event, const Recorded& recorded);
void evolve(State& state, const ForecastStated& event, const Recorded& recorded);
void evolve(State& state, const JudgementStated& event, const Recorded& recorded);
void evolve(State& state, const SessionRecorded& event, const Recorded& recorded);
void evolve(State& state, const YearWithoutSession& event, const Recorded& recorded);
void evolve(State& state, const DossierFrozen& event, const Recorded& recorded);

}  // namespace ponte::conference
