#pragma once

#include "base/figures.h"
#include "base/recorded.h"
#include "desks/conference/events.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What neighbours may know of the conference desk: the plans, who is appointed, the indicators, the items
// and the sessions, as plain values. Decisions look at Known; questions go through Seen (seen.h), which
// shows a reader no more than his stage allows.
namespace ponte::conference {

struct MeasureOf {
    PlanId plan;
    std::uint16_t number = 0;

    friend auto operator<=>(const MeasureOf&, const MeasureOf&) = default;
    friend bool operator==(const MeasureOf&, const MeasureOf&) = default;
};

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

// The desk as its neighbours see it: references into its state, nothing of its mind.
struct Known {
    const std::map<PlanId, Plan>& plans;
    const std::map<IndicatorId, Indicator>& indicators;
    const std::map<MilestoneId, Milestone>& milestones;
    const std::map<ItemId, Item>& items;
    const std::map<std::string, Series>& series;
    const std::map<std::uint16_t, Session>& sessions;
    const std::map<std::uint16_t, YearWithoutSession>& years_without_session;
    const std::map<std::uint64_t, DossierFrozen>& frozen;
};

[[nodiscard]] std::string series_of(const IndicatorId& indicator);
[[nodiscard]] std::string series_of_plan(const PlanId& plan);        // wordings
[[nodiscard]] std::string series_of_milestones(const PlanId& plan);
[[nodiscard]] std::string series_of_actions(const PlanId& plan, std::uint16_t measure);
inline constexpr std::string_view series_of_sessions = "sessions";

using ponte::chained;

}  // namespace ponte::conference
