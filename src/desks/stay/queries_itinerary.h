#pragma once

#include "desks/stay/queries_ways.h"

// A journey of many stays against everything that limits it. Days are counted as days: the day of entry and the
// day of exit both count, wherever they fall in a day.
namespace ponte::stay {

// One stay in one place. The day of leaving one place may be the day of entering the next.
struct Stay {
    JurisdictionId place;
    Date from;
    Date to;                                 // The last day there.
    std::optional<std::string> purpose;
    std::optional<std::uint32_t> group;
    std::optional<std::string> entry_port;
    std::optional<std::string> left_through; // A port; asked for by rules that count entries.
    bool visa_held = false;                  // Under a visa or residence title: not counted, and its own terms are not checked.
    std::vector<ConditionKind> met;          // Conditions that he says are met.
};
BOOST_DESCRIBE_STRUCT(Stay, (), (place, from, to, purpose, group, entry_port, left_through, visa_held, met))

// Why the question cannot be answered: a code of refusals.h, whom it is about, and where (JSON pointer).
struct StayRefused {
    std::string code;
    std::string subject;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(StayRefused, (), (code, subject, place))

// What stands against a stay.
enum class Obstacle : std::uint8_t {
    none = 1,
    no_way_known = 2,        // neither a rule nor a table says anything
    needs_visa = 3,          // or an e-visa, beforehand
    needs_permit = 4,
    no_admission = 5,
    days_unknown = 6,        // he comes in, and for how long is not known
    entry_too_long = 7,      // days of one entry
    window_full = 8,         // days of a window
    entry_too_soon = 9,      // entries are counted, and none is left
    rule_uncertain = 10,     // it may or may not hold, or a condition of its way is not known
    rule_ended = 11,         // the rule that the table shows has ended, and what came after it is not known
};
BOOST_DESCRIBE_ENUM(Obstacle, none, no_way_known, needs_visa, needs_permit, no_admission, days_unknown, entry_too_long, window_full, entry_too_soon, rule_uncertain, rule_ended)

struct StayVerdict {
    std::uint32_t stay = 0;                     // Which of the given ones, from 0.
    JurisdictionId place;
    Date from;
    Date to;
    std::uint32_t days = 0;
    Answer lawful{};                            // Without a visa obtained beforehand.
    Obstacle obstacle{};
    std::optional<Date> first_bad;              // The first day that is not lawful, or not known to be.
    std::optional<Date> latest_exit;            // The last lawful day if he stays on; absent where none or without a limit.
    bool without_limit = false;
    std::optional<Date> may_enter_from;         // Where the first day is bad for its windows: the first day that is not.
    std::optional<Requirement> requirement;     // Of the way that was taken; absent where its rule has ended.
    std::optional<Document> document;
    std::optional<RuleId> rule;                 // Under rule_ended: the one that has.
    std::optional<ZoneId> zone;
    std::optional<SnapshotId> snapshot;
    std::vector<ConditionKind> assumed;         // Conditions of that way that nobody told.
};
BOOST_DESCRIBE_STRUCT(StayVerdict, (), (stay, place, from, to, days, lawful, obstacle, first_bad, latest_exit, without_limit, may_enter_from, requirement, document, rule, zone, snapshot, assumed))

struct WindowVerdict {
    Window window;
    std::uint32_t days_max = 0;          // The most days that were counted in it,
    std::optional<Date> worst_day;       // on this day first.
    std::optional<Date> first_bad;
    Answer held{};
};
BOOST_DESCRIBE_STRUCT(WindowVerdict, (), (window, days_max, worst_day, first_bad, held))

// All the stays that one rule, or one table's line, governs in one place or zone.
struct CountVerdict {
    std::optional<JurisdictionId> place;  // This, or the zone.
    std::optional<ZoneId> zone;
    std::optional<RuleId> rule;           // This, or the table.
    std::optional<SnapshotId> snapshot;
    std::uint32_t longest_entry = 0;      // Days.
    std::vector<WindowVerdict> windows;
};
BOOST_DESCRIBE_STRUCT(CountVerdict, (), (place, zone, rule, snapshot, longest_entry, windows))

struct ItineraryAnswer {
    std::vector<StayRefused> refused;       // Where it stands, nothing else does.
    Answer lawful{};
    std::optional<Date> first_bad;
    std::optional<Requirement> heaviest;    // That any stay asks for.
    std::vector<StayVerdict> stays;         // In order of time.
    std::vector<CountVerdict> counts;
};
BOOST_DESCRIBE_STRUCT(ItineraryAnswer, (), (refused, lawful, first_bad, heaviest, stays, counts))

// Whether one traveller may make this journey without a visa beforehand, and what he must mind. Each stay goes by
// the rules and the table of its first day, or all of them by those of `on`.
struct ItineraryQuery {
    static constexpr std::string_view name = "stay.itinerary";
    using Answer = ItineraryAnswer;

    std::vector<Document> documents;
    std::vector<Stay> stays;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(ItineraryQuery, (), (documents, stays, on))

struct TripRow {
    JurisdictionId passport;
    ponte::Answer lawful{};
    std::optional<Date> first_bad;
    std::optional<JurisdictionId> where;      // The first place that stands against it.
    std::optional<Obstacle> obstacle;
    std::optional<Requirement> heaviest;
};
BOOST_DESCRIBE_STRUCT(TripRow, (), (passport, lawful, first_bad, where, obstacle, heaviest))

struct TripAnswer {
    std::vector<StayRefused> refused;
    std::uint32_t may = 0;
    std::uint32_t may_not = 0;
    std::uint32_t unknown = 0;
    std::vector<TripRow> rows;  // In order of passport.
};
BOOST_DESCRIBE_STRUCT(TripAnswer, (), (refused, may, may_not, unknown, rows))

// Which passports may make the same journey: each one of the table, or of a set, alone in its holder's pocket.
struct TripQuery {
    static constexpr std::string_view name = "stay.trip";
    using Answer = TripAnswer;

    std::vector<Stay> stays;
    std::optional<Date> on;
    std::optional<std::string> set;
    std::optional<ponte::Answer> lawful;  // Only these rows.
};
BOOST_DESCRIBE_STRUCT(TripQuery, (), (stays, on, set, lawful))

[[nodiscard]] ItineraryAnswer answer(const Looking& looking, const ItineraryQuery& query);
[[nodiscard]] TripAnswer answer(const Looking& looking, const TripQuery& query);

}  // namespace ponte::stay
