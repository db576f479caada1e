#pragma once

#include "desks/stay/queries_ways.h"

// Passports against each other: how far each one goes, who exempts whom, with whom a mutual waiver would be worth
// seeking, and what changed.
namespace ponte::stay {

// The table alone, as it was published, or with the dated rules that go before it.
enum class Basis : std::uint8_t { table = 1, rules = 2 };
BOOST_DESCRIBE_ENUM(Basis, table, rules)

struct MobilityRow {
    JurisdictionId passport;
    std::uint32_t visa_free = 0;
    std::uint32_t on_arrival = 0;
    std::uint32_t authorisation = 0;
    std::uint32_t e_visa = 0;
    std::uint32_t visa_required = 0;
    std::uint32_t no_admission = 0;
    std::uint32_t permit_needed = 0;  // With the rules: where this passport is not the document to come with.
    std::uint32_t unknown = 0;        // With the rules: where a rule that may hold would decide, or one has ended.
    std::uint32_t ended = 0;          // Of the table's mobility: lines whose rule has ended by the day, counted as published.
    std::uint32_t mobility = 0;       // visa_free + on_arrival + authorisation.
    std::uint32_t rank = 0;           // 1 + how many passports have more; equal ones share it.
};
BOOST_DESCRIBE_STRUCT(MobilityRow, (), (passport, visa_free, on_arrival, authorisation, e_visa, visa_required, no_admission, permit_needed, unknown, ended, mobility, rank))

struct MobilityAnswer {
    Date on;
    std::optional<SnapshotId> snapshot;  // Absent: no table holds on the day, so there are no rows.
    Basis basis{};
    std::vector<MobilityRow> rows;       // By rank, then passport.
};
BOOST_DESCRIBE_STRUCT(MobilityAnswer, (), (on, snapshot, basis, rows))

// How many places each passport of the day's table enters.
struct MobilityQuery {
    static constexpr std::string_view name = "stay.mobility";
    using Answer = MobilityAnswer;

    std::optional<Date> on;
    std::optional<Basis> basis;              // The table where absent.
    std::optional<JurisdictionId> passport;  // Only its row; the rank is among all.
};
BOOST_DESCRIBE_STRUCT(MobilityQuery, (), (on, basis, passport))

enum class Direction : std::uint8_t { mutual = 1, outbound_only = 2, inbound_only = 3, neither = 4, unknown = 5 };
BOOST_DESCRIBE_ENUM(Direction, mutual, outbound_only, inbound_only, neither, unknown)

struct OneWay {
    std::optional<Requirement> requirement;  // Absent: nothing is known.
    std::optional<std::uint16_t> days;
    bool no_limit = false;
    std::optional<RuleId> rule;
    std::optional<SnapshotId> snapshot;
    std::optional<RuleId> ended;             // The rule whose end leaves nothing known: the table showed it, no more.
};
BOOST_DESCRIBE_STRUCT(OneWay, (), (requirement, days, no_limit, rule, snapshot, ended))

struct WaiverRow {
    JurisdictionId partner;
    Direction direction{};
    bool same_days = false;  // Mutual, and as long in both directions.
    OneWay outbound;         // What our passport meets there,
    OneWay inbound;          // and theirs here.
};
BOOST_DESCRIBE_STRUCT(WaiverRow, (), (partner, direction, same_days, outbound, inbound))

struct WaiversAnswer {
    Date on;
    JurisdictionId jurisdiction;
    Basis basis{};
    std::uint32_t mutual = 0;
    std::uint32_t outbound_only = 0;
    std::uint32_t inbound_only = 0;
    std::uint32_t neither = 0;
    std::uint32_t unknown = 0;
    std::vector<WaiverRow> rows;  // By partner.
};
BOOST_DESCRIBE_STRUCT(WaiversAnswer, (), (on, jurisdiction, basis, mutual, outbound_only, inbound_only, neither, unknown, rows))

// Waivers between a jurisdiction and each other one of the table, or of a set, on a day. A waiver is free of any visa,
// also of one at the border.
struct WaiversQuery {
    static constexpr std::string_view name = "stay.waivers";
    using Answer = WaiversAnswer;

    JurisdictionId jurisdiction;
    std::optional<Date> on;
    std::optional<Basis> basis;  // With the rules where absent.
    std::optional<std::string> set;
    std::optional<Direction> direction;  // Only these rows; the counts are of all.
};
BOOST_DESCRIBE_STRUCT(WaiversQuery, (), (jurisdiction, on, basis, set, direction))

struct ScorePart {
    Weighed weighed{};
    std::optional<std::string> set;
    std::uint16_t weight = 0;  // Points that can be reached.
    Decimal points;            // That are; two places.
    std::string value;         // What they are given for: "142/169" places, "yes", a requirement.
};
BOOST_DESCRIBE_STRUCT(ScorePart, (), (weighed, set, weight, points, value))

struct CandidateRow {
    JurisdictionId partner;
    std::uint32_t rank = 0;
    Decimal score;                 // The sum of its parts, exactly.
    std::vector<ScorePart> parts;  // One for each weight, in the order of the weights.
    OneWay outbound;
    OneWay inbound;
};
BOOST_DESCRIBE_STRUCT(CandidateRow, (), (partner, rank, score, parts, outbound, inbound))

struct CandidatesAnswer {
    Date on;
    JurisdictionId jurisdiction;
    std::vector<Weight> weights;
    std::string weights_reason;    // Empty: the house's own proposal.
    std::uint32_t of = 0;          // How many candidates there are in all.
    std::vector<CandidateRow> rows;
};
BOOST_DESCRIBE_STRUCT(CandidatesAnswer, (), (on, jurisdiction, weights, weights_reason, of, rows))

// With whom a mutual waiver could be sought: every partner without one today, by score; equal ones by partner.
struct CandidatesQuery {
    static constexpr std::string_view name = "stay.candidates";
    using Answer = CandidatesAnswer;

    JurisdictionId jurisdiction;
    std::optional<Date> on;
    std::optional<std::string> set;
    std::optional<std::uint32_t> first;  // Only so many rows.
};
BOOST_DESCRIBE_STRUCT(CandidatesQuery, (), (jurisdiction, on, set, first))

struct ChangeRow {
    JurisdictionId passport;
    JurisdictionId destination;
    OneWay before;
    OneWay after;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (passport, destination, before, after))

struct ChangesAnswer {
    Date from;
    Date to;
    std::uint32_t lighter = 0;
    std::uint32_t heavier = 0;
    std::uint32_t days_only = 0;   // The same requirement with other days.
    std::uint32_t other = 0;       // Something was not known before or after.
    std::vector<ChangeRow> rows;
};
BOOST_DESCRIBE_STRUCT(ChangesAnswer, (), (from, to, lighter, heavier, days_only, other, rows))

// What is different on `to` from what it was on `from`: for a passport everywhere, or for all passports in a place.
struct ChangesQuery {
    static constexpr std::string_view name = "stay.changes";
    using Answer = ChangesAnswer;

    std::optional<JurisdictionId> passport;     // This,
    std::optional<JurisdictionId> destination;  // or this, or both; neither gives nothing.
    Date from;
    Date to;
    std::optional<Basis> basis;  // With the rules where absent.
};
BOOST_DESCRIBE_STRUCT(ChangesQuery, (), (passport, destination, from, to, basis))

struct SetFigure {
    std::string set;
    std::uint32_t members = 0;
    std::uint32_t mutual = 0;
    std::uint32_t outbound_only = 0;
    std::uint32_t inbound_only = 0;
    std::uint32_t unknown = 0;
};
BOOST_DESCRIBE_STRUCT(SetFigure, (), (set, members, mutual, outbound_only, inbound_only, unknown))

struct FiguresAnswer {
    Date on;
    JurisdictionId jurisdiction;
    std::optional<SnapshotId> snapshot;  // Absent: no table holds, and no figure is given.
    std::uint32_t mobility = 0;          // By the table.
    std::uint32_t rank = 0;
    std::uint32_t of = 0;                // Passports in the table.
    std::uint32_t mobility_with_rules = 0;
    std::uint32_t mutual = 0;            // By the table.
    std::uint32_t mutual_with_rules = 0;
    std::vector<SetFigure> sets;         // With the rules.
    std::vector<std::uint64_t> entries;  // On which they rest: the table's opening and the rules that were used.
};
BOOST_DESCRIBE_STRUCT(FiguresAnswer, (), (on, jurisdiction, snapshot, mobility, rank, of, mobility_with_rules, mutual, mutual_with_rules, sets, entries))

// The figures of measure 14 about visas, on a day.
struct FiguresQuery {
    static constexpr std::string_view name = "stay.figures";
    using Answer = FiguresAnswer;

    JurisdictionId jurisdiction;
    std::optional<Date> on;
    std::vector<std::string> sets;
};
BOOST_DESCRIBE_STRUCT(FiguresQuery, (), (jurisdiction, on, sets))

[[nodiscard]] MobilityAnswer answer(const Looking& looking, const MobilityQuery& query);
[[nodiscard]] WaiversAnswer answer(const Looking& looking, const WaiversQuery& query);
[[nodiscard]] CandidatesAnswer answer(const Looking& looking, const CandidatesQuery& query);
[[nodiscard]] ChangesAnswer answer(const Looking& looking, const ChangesQuery& query);
[[nodiscard]] FiguresAnswer answer(const Looking& looking, const FiguresQuery& query);

}  // namespace ponte::stay
