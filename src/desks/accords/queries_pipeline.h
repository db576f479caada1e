#pragma once

#include "desks/accords/queries_instruments.h"

// Questions about what moves: files that do not, days that come, and how many there are of each.
namespace ponte::accords {

struct StalledRow {
    InstrumentId instrument;
    InstrumentKind kind{};
    Names names;
    std::vector<Party> parties;
    Standing standing{};
    StepKind last_step{};
    Period last_step_date;
    std::int32_t days = 0;                   // Since that step, at the least: what the files are ranked by.
    std::optional<Period> signed_by_all;     // The last party's signature, where all have signed.
    std::optional<std::int32_t> days_since_signature;  // At the least.
    std::optional<std::uint16_t> threshold;  // Configuration of this house; absent: none was stated.
    std::optional<std::int32_t> days_over;
    std::string threshold_reason;
    BodyId body;
};
BOOST_DESCRIBE_STRUCT(StalledRow, (), (instrument, kind, names, parties, standing, last_step, last_step_date, days, signed_by_all, days_since_signature, threshold,
                                       days_over, threshold_reason, body))

// Signed or further, and nobody here knows whether it is in force: no stalled file, and none that is done.
struct ForceUnknownRow {
    InstrumentId instrument;
    InstrumentKind kind{};
    Names names;
    std::vector<Party> parties;
    std::vector<Standing> possible;
    std::optional<Period> signed_by_all;
    std::optional<std::int32_t> days_since_signature;  // At the least.
    BodyId body;
};
BOOST_DESCRIBE_STRUCT(ForceUnknownRow, (), (instrument, kind, names, parties, possible, signed_by_all, days_since_signature, body))

struct StalledAnswer {
    Date on;
    std::vector<StalledRow> files;  // Those over their threshold first, the longest over it before; then by days since the last step.
    std::vector<ForceUnknownRow> force_unknown;  // By days since the signature.
};
BOOST_DESCRIBE_STRUCT(StalledAnswer, (), (on, files, force_unknown))

// Macao's files on their way into force, with the days since their last step.
struct StalledQuery {
    static constexpr std::string_view name = "accords.stalled";
    using Answer = StalledAnswer;

    std::optional<Date> on;
    std::vector<InstrumentKind> kinds;
    std::optional<BodyId> body;
    bool over_only = false;
};
BOOST_DESCRIBE_STRUCT(StalledQuery, (), (on, kinds, body, over_only))

struct ThresholdRow {
    Standing standing{};
    std::optional<InstrumentKind> kind;
    std::uint16_t days = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ThresholdRow, (), (standing, kind, days, reason))

struct ThresholdsAnswer {
    std::vector<ThresholdRow> thresholds;
};
BOOST_DESCRIBE_STRUCT(ThresholdsAnswer, (), (thresholds))

struct ThresholdsQuery {
    static constexpr std::string_view name = "accords.thresholds";
    using Answer = ThresholdsAnswer;

    std::optional<Standing> standing;
};
BOOST_DESCRIBE_STRUCT(ThresholdsQuery, (), (standing))

enum class DueKind : std::uint8_t {
    force = 1,           // enters into force
    force_record = 2,    // entered into force by its clause; the step is still to be recorded
    force_notice = 3,    // in force, and its notice is not published
    text_notice = 4,     // signed, and its text is not published
    effect = 5,          // begins to have effect at a party
    term_notice = 6,     // last day to notify the end or the renewal of its term
    term_end = 7,        // last day of its term
    tacit_renewal = 8,   // the same, and it goes on by itself
    termination = 9,     // ends by a termination already recorded
    stall = 10,          // the file becomes stalled
    pen = 11,            // a party said that it would write by then
    activity = 12        // an activity under a tie begins
};
BOOST_DESCRIBE_ENUM(DueKind, force, force_record, force_notice, text_notice, effect, term_notice, term_end, tacit_renewal, termination, stall, pen, activity)

struct DueRow {
    DueKind kind{};
    Date date;                            // Of a span, its first day.
    bool overdue = false;                 // The day has passed and nothing shows that it was done.
    InstrumentId instrument;
    InstrumentKind instrument_kind{};
    Names names;                          // Of the instrument, or of the activity.
    std::optional<JurisdictionId> party;  // Of an effect or a pen.
    std::optional<ActivityId> activity;
    BodyId body;
    Instant changed;                      // When the entry that it rests on was recorded.
};
BOOST_DESCRIBE_STRUCT(DueRow, (), (kind, date, overdue, instrument, instrument_kind, names, party, activity, body, changed))

struct DueAnswer {
    Date on;
    Date until;
    std::vector<DueRow> rows;  // In order of day, instrument, kind.
};
BOOST_DESCRIBE_STRUCT(DueAnswer, (), (on, until, rows))

// What falls due from a day on, and what is overdue on it.
struct DueQuery {
    static constexpr std::string_view name = "accords.due";
    using Answer = DueAnswer;

    std::optional<Date> on;
    std::optional<Date> until;  // A year later where absent.
    std::optional<BodyId> body;
    std::vector<DueKind> kinds;
};
BOOST_DESCRIBE_STRUCT(DueQuery, (), (on, until, body, kinds))

// Instruments of one kind. "Possible" counts those of which the record does not say.
struct FigureRow {
    std::optional<InstrumentKind> kind;  // Absent: all together.
    std::uint32_t in_force = 0;
    std::uint32_t in_force_possible = 0;
    std::uint32_t on_the_way = 0;  // Recorded, and certainly neither in force nor ended.
    std::uint32_t ended = 0;
    std::uint32_t signed_in_period = 0;
    std::uint32_t signed_possible = 0;
    std::uint32_t force_in_period = 0;
    std::uint32_t force_possible = 0;
};
BOOST_DESCRIBE_STRUCT(FigureRow, (), (kind, in_force, in_force_possible, on_the_way, ended, signed_in_period, signed_possible, force_in_period, force_possible))

struct StandingCount {
    Standing standing{};
    std::uint32_t instruments = 0;

    friend bool operator==(const StandingCount&, const StandingCount&) = default;
};
BOOST_DESCRIBE_STRUCT(StandingCount, (), (standing, instruments))

// How long an instrument took from the last signature to its entry into force, both known to the day.
struct Duration {
    InstrumentId instrument;
    InstrumentKind kind{};
    Names names;
    std::vector<Party> parties;
    Date signed_by_all;
    Date in_force;
    std::int32_t days = 0;
};
BOOST_DESCRIBE_STRUCT(Duration, (), (instrument, kind, names, parties, signed_by_all, in_force, days))

struct FiguresAnswer {
    Date on;
    Period period;
    std::vector<FigureRow> kinds;             // Kinds with an instrument.
    FigureRow total;
    std::vector<StandingCount> standings;     // Of those whose standing is known.
    std::uint32_t standing_unknown = 0;
    std::uint32_t partners_in_force = 0;      // Parties other than Macao with one in force.
    std::vector<JurisdictionId> partners;
    std::uint32_t lives = 0;                  // With both days known, of those in force by the day:
    std::optional<Decimal> median_days_signed_to_force;
    std::vector<Duration> durations;          // The longest first; with `other_pairs` also of instruments that Macao is no party to.
};
BOOST_DESCRIBE_STRUCT(FiguresAnswer, (), (on, period, kinds, total, standings, standing_unknown, partners_in_force, partners, lives,
                                          median_days_signed_to_force, durations))

// Counts of Macao's instruments for the duties of measures 7, 11, 12 and 14: on a day, and signed in a period (the year of
// that day where absent). What other pairs have agreed is compared in `durations` alone.
struct FiguresQuery {
    static constexpr std::string_view name = "accords.figures";
    using Answer = FiguresAnswer;

    std::optional<Date> on;
    std::optional<Period> period;
    std::vector<InstrumentKind> kinds;
    std::optional<directory::SetId> partners;
    bool other_pairs = false;
};
BOOST_DESCRIBE_STRUCT(FiguresQuery, (), (on, period, kinds, partners, other_pairs))

[[nodiscard]] StalledAnswer answer(const Looking& looking, const StalledQuery& query);
[[nodiscard]] ThresholdsAnswer answer(const Looking& looking, const ThresholdsQuery& query);
[[nodiscard]] DueAnswer answer(const Looking& looking, const DueQuery& query);
[[nodiscard]] FiguresAnswer answer(const Looking& looking, const FiguresQuery& query);

}  // namespace ponte::accords
