#pragma once

#include "desks/withholding/queries_rate.h"
#include "desks/withholding/rules_routes.h"

// What is asked about the way of a payment through other jurisdictions. These are answers for the authority that
// wants to know where its treaties leak; no leg is shown without its guards.
namespace ponte::withholding {

struct Leg {
    JurisdictionId from;
    JurisdictionId to;
    std::optional<Decimal> rate;
    Decimal at_least;
    Decimal at_most;
    Basis basis{};
    std::optional<Decimal> domestic;
    std::optional<Decimal> cap;            // What the instrument allows, also where the payer's own law takes less.
    std::optional<InstrumentId> instrument;
    std::string ref;
    std::string clause;
    std::optional<Decimal> company_tax;    // on `to`, where it passes the payment on and is taxed for it
    std::optional<Source> source;          // of the row that gives the rate
    Guarded guards;
};
BOOST_DESCRIBE_STRUCT(Leg, (), (from, to, rate, at_least, at_most, basis, domestic, cap, instrument, ref, clause, company_tax, source, guards))

// direct: nobody stands in between. tested: every instrument on the way has a principal-purpose test.
// untested: one of them has none, and nothing else of it is known to close the way. unknown: not known of one.
// no_instrument: the way rests on own rates alone, and there is no treaty to be abused.
enum class WayGuard : std::uint8_t { direct = 1, tested = 2, untested = 3, unknown = 4, no_instrument = 5 };
BOOST_DESCRIBE_ENUM(WayGuard, direct, tested, untested, unknown, no_instrument)

struct Route {
    std::vector<JurisdictionId> path;
    std::optional<Decimal> tax;            // percent of the payment, all legs together; absent: a leg is not known
    std::vector<Leg> legs;
    WayGuard guard{};
};
BOOST_DESCRIBE_STRUCT(Route, (), (path, tax, legs, guard))

struct RouteAnswer {
    std::optional<Refused> refused;
    JurisdictionId from;
    JurisdictionId to;
    Income income{};
    Date on;
    bool participation = false;
    bool conduit_tax = false;
    std::uint8_t legs_max = 3;
    Route direct;
    std::optional<Route> best;             // Absent: no way is known from end to end.
    std::optional<Decimal> saving;         // percentage points; absent where the direct rate is not known
    std::vector<Route> others;             // The best way through each other first stop that beats the direct one, at most ten.
    std::optional<Route> asked;            // The way that the question named.
    std::vector<JurisdictionId> between;   // Through which the search went.
    std::vector<JurisdictionId> left_out;  // Their own rates are not all known on the day.
};
BOOST_DESCRIBE_STRUCT(RouteAnswer, (), (refused, from, to, income, on, participation, conduit_tax, legs_max, direct, best, saving, others, asked, between,
                                        left_out))

// The direct way and the one on which least is taken, through up to two others.
struct RouteQuery {
    static constexpr std::string_view name = "withholding.route";
    using Answer = RouteAnswer;

    JurisdictionId from;
    JurisdictionId to;
    Income income{};
    std::optional<Date> on;
    bool participation = false;
    bool conduit_tax = false;
    std::optional<std::uint8_t> legs_max;       // 1..3; three where absent
    std::optional<Confidence> worst;            // Rows of less confidence count as not known.
    std::vector<JurisdictionId> between;        // Only through these; all whose rates are known, where empty.
    std::vector<InstrumentId> without;          // As if these had not been made.
    std::vector<JurisdictionId> path;           // A way to be priced besides, ends included.
};
BOOST_DESCRIBE_STRUCT(RouteQuery, (), (from, to, income, on, participation, conduit_tax, legs_max, worst, between, without, path))

[[nodiscard]] RouteAnswer answer(const State& state, const RouteQuery& query, const access::Sight& reader, Instant now);

[[nodiscard]] Route route_of(const Rates& rates, const Case& asked, const std::vector<JurisdictionId>& path);
// A path's fault: fewer than two places, more than four, or one of them twice.
[[nodiscard]] std::optional<Refused> refused_path(const std::vector<JurisdictionId>& path, std::string_view place);
[[nodiscard]] Refused refused_of(const Refusal& refusal);

}  // namespace ponte::withholding
