#pragma once

#include "base/figures.h"
#include "base/recorded.h"
#include "desks/conference/events.h"

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

// A position behind every entry: the present.
inline constexpr std::uint64_t end_of_log = UINT64_MAX;

// A place in the order of recording: of an item among all items, of a series among all series.
using Place = std::uint32_t;
inline constexpr Place no_item = UINT32_MAX;

struct Verified {
    ItemVerified event;
    std::uint64_t sequence = 0;
    PersonId by;

    friend bool operator==(const Verified&, const Verified&) = default;
};

struct Withdrawal {
    ItemWithdrawn event;
    std::uint64_t sequence = 0;

    friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

// How far an item had gone at a position. The pointers look into the item; absent is nullptr.
struct Life {
    Stage stage = Stage::internal;
    const PersonId* signed_off_by = nullptr;
    const Verified* verdict = nullptr;       // the last one given by then
    const ItemWithdrawn* withdrawn = nullptr;

    [[nodiscard]] bool has(Verdict kind) const { return verdict != nullptr && verdict->event.verdict == kind; }
};

// An observation or an action, with its whole life: every step by the entry that recorded it, so that
// it can be shown as it was at any position.
struct Item {
    Place series = 0;
    Place place = 0;                            // index into Series::observations or ::actions
    bool is_action = false;
    Side side{};
    BodyId body;
    std::uint64_t sequence = 0;                 // of the entry that recorded it
    Instant recorded;
    PersonId recorded_by;
    std::array<std::uint64_t, 3> reached{};     // signed_off, released, published: the entry, 0 for never
    PersonId signed_off_by;
    std::vector<Verified> verdicts;             // oldest first
    std::vector<Withdrawal> withdrawal;         // none or one

    // At the end of the log, or when it ended before the entry `until`.
    [[nodiscard]] Life life(std::uint64_t until = end_of_log) const;

    friend bool operator==(const Item&, const Item&) = default;
};

// All items in the order of recording, found by id through a hash: what is walked is the order, nothing
// walks the hash. An id as this desk makes it is 96 bits of a digest and needs no text as key.
class Items {
public:
    [[nodiscard]] const Item* find(const ItemId& id) const;
    [[nodiscard]] Item* find(const ItemId& id);
    [[nodiscard]] bool contains(const ItemId& id) const { return find(id) != nullptr; }
    [[nodiscard]] const Item& at(const ItemId& id) const;  // which must be there
    [[nodiscard]] Item& at(const ItemId& id);
    [[nodiscard]] Place place_of(const ItemId& id) const;  // no_item where there is none
    [[nodiscard]] const Item& operator[](Place place) const { return all_[place]; }
    [[nodiscard]] Item& operator[](Place place) { return all_[place]; }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    [[nodiscard]] auto begin() const { return all_.begin(); }
    [[nodiscard]] auto end() const { return all_.end(); }

    // The id must be new.
    Place add(const ItemId& id, Item item);

    friend bool operator==(const Items&, const Items&) = default;

private:
    struct Key {
        std::uint64_t high = 0;
        std::uint64_t low = 0;

        friend bool operator==(const Key&, const Key&) = default;
    };
    struct HashOfKey {
        using is_avalanching = void;  // the key is part of a SHA-256 already
        std::size_t operator()(const Key& key) const { return key.high ^ key.low; }
    };
    [[nodiscard]] static std::optional<Key> key_of(const ItemId& id);

    std::vector<Item> all_;
    boost::unordered_flat_map<Key, Place, HashOfKey> places_;
    std::map<ItemId, Place> others_;  // ids of another form
};

// One row of a series: an entry of the log that a figure of the series may rest on.
struct Row {
    std::uint64_t sequence = 0;
    Digest leaf;
    Place item = no_item;            // its stage is the item's; none: the stage below, fixed
    Stage stage = Stage::published;
    BodyId body;
    Side side = Side::other;

    friend bool operator==(const Row&, const Row&) = default;
};

// The unit of completeness: all entries of one indicator, of one measure's actions, or of the sessions,
// with the running commitment over them. Rows and items stand in the order of their entries.
struct Series {
    std::string name;
    Digest chain;
    std::vector<Row> rows;
    std::vector<Place> items;        // one for each observation or action
    std::vector<ObservationRecorded> observations;
    std::vector<ActionRecorded> actions;

    friend bool operator==(const Series&, const Series&) = default;
};

// All series in the order of their first entries.
class AllSeries {
public:
    [[nodiscard]] const Series* find(std::string_view name) const;
    [[nodiscard]] Series* find(std::string_view name);
    [[nodiscard]] const Series& at(std::string_view name) const;  // which must be there
    [[nodiscard]] Series& at(std::string_view name);
    [[nodiscard]] const Series& operator[](Place place) const { return all_[place]; }
    [[nodiscard]] Series& operator[](Place place) { return all_[place]; }
    [[nodiscard]] auto begin() const { return all_.begin(); }
    [[nodiscard]] auto end() const { return all_.end(); }

    // The series of that name, begun where there is none.
    Place place_of(std::string_view name);

    friend bool operator==(const AllSeries&, const AllSeries&) = default;

private:
    std::vector<Series> all_;
    std::map<std::string, Place, std::less<>> places_;
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

// The calendar year that a session is known to lie in: that of its date, or the only one that its span touches.
[[nodiscard]] std::optional<int> year_of(const SessionRecorded& session);
// The day from which on it is known to have been held.
[[nodiscard]] inline Date held_by(const SessionRecorded& session) { return session.on.value_or(session.not_after); }

// The desk as its neighbours see it: references into its state, nothing of its mind.
struct Known {
    const std::map<PlanId, Plan>& plans;
    const std::map<IndicatorId, Indicator>& indicators;
    const std::map<MilestoneId, Milestone>& milestones;
    const Items& items;       // of the present: decisions look at them, questions only through Seen
    const AllSeries& series;  // likewise
    const std::map<std::uint16_t, Session>& sessions;
    const std::map<std::uint16_t, YearWithoutSession>& years_without_session;
    const std::map<std::uint64_t, DossierFrozen>& frozen;
    std::uint64_t until = end_of_log;  // Seen shows items and series as they were when the log ended here
};

[[nodiscard]] std::string series_of(const IndicatorId& indicator);
[[nodiscard]] std::string series_of_plan(const PlanId& plan);        // wordings
[[nodiscard]] std::string series_of_milestones(const PlanId& plan);
[[nodiscard]] std::string series_of_actions(const PlanId& plan, std::uint16_t measure);
inline constexpr std::string_view series_of_sessions = "sessions";

using ponte::chained;

}  // namespace ponte::conference
