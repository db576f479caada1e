#pragma once

#include "base/recorded.h"
#include "desks/conference/facts.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What the conference desk knows: the fold of its events, and nothing that is not in them.
namespace ponte::conference {

// A wording of a measure, and the entry that stated it.
struct Wording {
    MeasureStated stated;
    std::uint64_t sequence = 0;
    Digest digest;  // SHA-256 of the text: what translations are bound to

    friend bool operator==(const Wording&, const Wording&) = default;
};

struct Translation {
    TextStated stated;
    std::uint64_t sequence = 0;
    PersonId by;

    friend bool operator==(const Translation&, const Translation&) = default;
};

struct Measure {
    std::vector<Wording> wordings;  // The last one holds; empty after a correction dropped the measure.
    bool dropped = false;
    std::map<Language, Translation> translations;
    std::vector<BodyAppointed> bodies;

    [[nodiscard]] const MeasureStated& now() const { return wordings.back().stated; }

    friend bool operator==(const Measure&, const Measure&) = default;
};

struct Plan {
    PlanImported imported;
    std::uint64_t sequence = 0;
    std::string title;
    Digest file;
    std::vector<PlanCorrected> corrections;
    std::map<std::uint16_t, Measure> measures;
    std::map<Language, Translation> titles;

    friend bool operator==(const Plan&, const Plan&) = default;
};

// An observation or an action: what its life was.
struct Item {
    std::string series;
    IndicatorId indicator;              // empty for an action
    std::uint64_t sequence = 0;         // of the entry that recorded it
    Instant recorded;
    PersonId recorded_by;
    std::uint64_t place = 0;            // index into Series::observations or ::actions
    BodyId body;
    Side side{};
    Stage stage = Stage::internal;
    std::optional<PersonId> signed_off_by;
    std::optional<ItemVerified> verdict;
    std::uint64_t verdict_sequence = 0;
    PersonId verified_by;
    std::optional<ItemWithdrawn> withdrawn;

    friend bool operator==(const Item&, const Item&) = default;
};

// One row of a series: an entry of the log that a figure of the series may rest on.
struct Row {
    std::uint64_t sequence = 0;
    Digest leaf;
    ItemId item;                     // its stage is the item's; empty: the stage below, fixed
    Stage stage = Stage::published;
    BodyId body;
    Side side = Side::other;

    friend bool operator==(const Row&, const Row&) = default;
};

// The unit of completeness: all entries of one indicator, of one measure's actions, or of the sessions,
// with the running commitment over them.
struct Series {
    Digest chain;
    std::vector<Row> rows;
    std::vector<ObservationRecorded> observations;
    std::vector<ActionRecorded> actions;

    friend bool operator==(const Series&, const Series&) = default;
};

// Something a person said of an indicator beside what was observed. All are kept; a reader is shown the
// last one that he may see.
template <class Event>
struct Said {
    Event event;
    std::uint64_t sequence = 0;
    PersonId by;

    friend bool operator==(const Said&, const Said&) = default;
};

struct Indicator {
    IndicatorDefined definition;        // the version that holds
    std::uint64_t sequence = 0;
    std::vector<Said<StatusOverridden>> overrides;
    std::vector<Said<ForecastStated>> forecasts;
    std::vector<Said<JudgementStated>> judgements;

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

struct Milestone {
    MilestoneSet set;
    std::uint64_t sequence = 0;
    std::optional<MilestoneReached> reached;
    std::uint64_t reached_sequence = 0;

    friend bool operator==(const Milestone&, const Milestone&) = default;
};

struct Session {
    SessionRecorded recorded;
    std::uint64_t sequence = 0;

    friend bool operator==(const Session&, const Session&) = default;
};

struct State {
    std::map<PlanId, Plan> plans;
    std::map<IndicatorId, Indicator> indicators;
    std::map<MilestoneId, Milestone> milestones;
    std::map<ItemId, Item> items;
    std::map<std::string, Series> series;
    std::map<std::uint16_t, Session> sessions;
    std::map<std::uint16_t, YearWithoutSession> years_without_session;
    std::map<std::uint64_t, DossierFrozen> frozen;  // By sequence of the entry.

    friend bool operator==(const State&, const State&) = default;
};

[[nodiscard]] std::string series_of(const IndicatorId& indicator);
[[nodiscard]] std::string series_of_plan(const PlanId& plan);        // wordings
[[nodiscard]] std::string series_of_milestones(const PlanId& plan);
[[nodiscard]] std::string series_of_actions(const PlanId& plan, std::uint16_t measure);
inline constexpr std::string_view series_of_sessions = "sessions";

// One step of the chain: SHA-256(chain, sequence as u64 little-endian, leaf).
[[nodiscard]] Digest chained(const Digest& chain, std::uint64_t sequence, const Digest& leaf);

void evolve(State& state, const PlanImported& event, const Recorded& recorded);
void evolve(State& state, const MeasureStated& event, const Recorded& recorded);
void evolve(State& state, const PlanCorrected& event, const Recorded& recorded);
void evolve(State& state, const TextStated& event, const Recorded& recorded);
void evolve(State& state, const BodyAppointed& event, const Recorded& recorded);
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
