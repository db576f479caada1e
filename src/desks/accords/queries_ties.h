#pragma once

#include "desks/accords/queries_instruments.h"

// Questions about the ties of cities and what is done under them.
namespace ponte::accords {

// How an activity stood on a day. passed: its planned days are over and nothing shows that it took place.
enum class ActivityStanding : std::uint8_t { planned = 1, held = 2, cancelled = 3, passed = 4 };
BOOST_DESCRIBE_ENUM(ActivityStanding, planned, held, cancelled, passed)

struct ActivityRow {
    ActivityId activity;
    ActivityStanding standing{};
    Names names;
    Period date;  // Held, else planned.
    std::string place;
    std::string note;
    std::string outcome;
    std::string reason;  // Of a cancelling.
    std::uint16_t times_planned = 0;
    std::optional<Evidence> evidence;
    Stage stage{};
    BodyId body;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ActivityRow, (), (activity, standing, names, date, place, note, outcome, reason, times_planned, evidence, stage, body, entry))

struct TieRow {
    InstrumentRow row;
    std::optional<Period> signed_on;
    std::vector<Period> contradicting;           // Other days that sources give for the signing.
    std::optional<Period> last_day_of_term;
    bool tacit = false;
    std::optional<std::int32_t> days_to_term;    // Negative: it is over.
    std::optional<ActivityRow> last_activity;    // The last one held.
    std::optional<std::int32_t> idle_days;       // Since then, or since the signing where none was held.
    Answer idle{};                               // Unknown: no day to count from, or it is not known closely enough.
    std::optional<ActivityRow> next;             // The first planned one.
    std::uint32_t held = 0;
    std::uint32_t planned = 0;
    std::uint32_t passed = 0;
};
BOOST_DESCRIBE_STRUCT(TieRow, (), (row, signed_on, contradicting, last_day_of_term, tacit, days_to_term, last_activity, idle_days, idle, next, held,
                                   planned, passed))

struct TiesAnswer {
    Date on;
    std::uint16_t idle_months = 0;
    std::vector<TieRow> ties;  // In order of their ids.
};
BOOST_DESCRIBE_STRUCT(TiesAnswer, (), (on, idle_months, ties))

struct TiesQuery {
    static constexpr std::string_view name = "accords.ties";
    using Answer = TiesAnswer;

    std::optional<Date> on;
    std::optional<std::uint16_t> idle_months;  // 24 where absent: a choice of this house.
    bool idle_only = false;                    // Those that are, or may be.
    std::optional<JurisdictionId> partner;
    std::vector<InstrumentKind> kinds;
};
BOOST_DESCRIBE_STRUCT(TiesQuery, (), (on, idle_months, idle_only, partner, kinds))

struct TieAnswer {
    Date on;
    std::optional<TieRow> tie;
    std::vector<ActivityRow> activities;  // In order of their days.
};
BOOST_DESCRIBE_STRUCT(TieAnswer, (), (on, tie, activities))

struct TieQuery {
    static constexpr std::string_view name = "accords.tie";
    using Answer = TieAnswer;

    InstrumentId instrument;
    std::optional<Date> on;
    std::optional<std::uint16_t> idle_months;
};
BOOST_DESCRIBE_STRUCT(TieQuery, (), (instrument, on, idle_months))

[[nodiscard]] TiesAnswer answer(const Looking& looking, const TiesQuery& query);
[[nodiscard]] TieAnswer answer(const Looking& looking, const TieQuery& query);

}  // namespace ponte::accords
