#pragma once

#include "desks/withholding/queries_route.h"

// What is asked about all pairs at once: how far the best ways lie below the direct ones, what each treaty does
// to that, and what one that is not yet signed would do.
namespace ponte::withholding {

struct PairShown {
    JurisdictionId from;
    JurisdictionId to;
    std::optional<Decimal> direct;
    std::optional<Route> best;     // Absent: no way is known.
    std::optional<Decimal> saving;
};
BOOST_DESCRIBE_STRUCT(PairShown, (), (from, to, direct, best, saving))

// Averages are over the pairs whose direct rate is known, rounded to four decimals.
struct IncomeNetwork {
    Income income{};
    std::uint32_t pairs = 0;
    std::uint32_t pairs_known = 0;
    std::optional<Decimal> average_direct;
    std::optional<Decimal> average_best;
    std::uint32_t pairs_improved = 0;
    std::uint32_t improved_untested = 0;   // ... on a way where an instrument has no principal-purpose test
    std::uint32_t improved_unknown = 0;    // ... or where it is not known whether it has one
    std::vector<PairShown> shown;
};
BOOST_DESCRIBE_STRUCT(IncomeNetwork, (), (income, pairs, pairs_known, average_direct, average_best, pairs_improved, improved_untested, improved_unknown, shown))

// What happens when the treaty is taken away. relevant: the best rate of some pair rises, or is no longer known.
// neutral: no best rate changes. harmful: no best rate rises and some falls. These are by rate; the literature also asks
// whether a best way changes its places, which is counted beside it (`routes_changed`).
enum class Effect : std::uint8_t { relevant = 1, neutral = 2, harmful = 3 };
BOOST_DESCRIBE_ENUM(Effect, relevant, neutral, harmful)

// The treaty's own rate between its parties against the best way that there would be without it.
enum class Against : std::uint8_t { lower = 1, equal = 2, higher = 3, unknown = 4 };
BOOST_DESCRIBE_ENUM(Against, lower, equal, higher, unknown)

struct OwnWay {
    JurisdictionId from;
    JurisdictionId to;
    std::optional<Decimal> direct;
    std::optional<Decimal> direct_without;
    std::optional<Decimal> best;
    std::optional<Decimal> best_without;
    Against against{};
};
BOOST_DESCRIBE_STRUCT(OwnWay, (), (from, to, direct, direct_without, best, best_without, against))

struct TreatyEffect {
    InstrumentId instrument;
    JurisdictionId a;
    JurisdictionId b;
    Income income{};
    Effect effect{};
    std::uint32_t best_raised = 0;     // pairs whose best rate rises without it
    std::uint32_t best_lowered = 0;
    std::uint32_t routes_changed = 0;  // pairs whose best way then leads through other places, at whatever rate; ties as in best_ways()
    std::uint32_t direct_raised = 0;   // of its own two directions
    std::uint32_t direct_lowered = 0;
    std::uint32_t carried = 0;         // pairs whose best way passes it at its rate
    std::uint32_t of_others = 0;       // ... of them, pairs that are not its own parties
    std::vector<OwnWay> own;
    Guarded guards;
};
BOOST_DESCRIBE_STRUCT(TreatyEffect, (), (instrument, a, b, income, effect, best_raised, best_lowered, routes_changed, direct_raised, direct_lowered, carried, of_others, own,
                                         guards))

struct NetworkAnswer {
    std::optional<Refused> refused;
    Date on;
    bool participation = false;
    bool conduit_tax = false;
    std::uint8_t legs_max = 3;
    std::vector<JurisdictionId> jurisdictions;
    std::vector<JurisdictionId> left_out;
    std::vector<IncomeNetwork> incomes;
    std::vector<TreatyEffect> treaties;
};
BOOST_DESCRIBE_STRUCT(NetworkAnswer, (), (refused, on, participation, conduit_tax, legs_max, jurisdictions, left_out, incomes, treaties))

// improved: those whose best way beats the direct one. all: also the others. none: only the counts.
enum class Pairs : std::uint8_t { none = 1, improved = 2, all = 3 };
BOOST_DESCRIBE_ENUM(Pairs, none, improved, all)

struct NetworkQuery {
    static constexpr std::string_view name = "withholding.network";
    using Answer = NetworkAnswer;

    std::optional<Date> on;
    std::vector<Income> incomes;                // All four where empty.
    bool participation = false;
    bool conduit_tax = false;
    std::optional<std::uint8_t> legs_max;
    std::optional<Confidence> worst;
    std::vector<JurisdictionId> jurisdictions;  // Of these, those whose own rates of the incomes asked are known; where empty, all whose own rates of every income are.
    std::vector<InstrumentId> without;
    std::optional<Pairs> pairs;                 // improved where absent
    bool treaties = false;
};
BOOST_DESCRIBE_STRUCT(NetworkQuery, (), (on, incomes, participation, conduit_tax, legs_max, worst, jurisdictions, without, pairs, treaties))

[[nodiscard]] NetworkAnswer answer(const State& state, const NetworkQuery& query, const access::Sight& reader, Instant now);

// A rate as it is being talked about.
struct ProposedRate {
    Income income{};
    Decimal rate;
    std::optional<JurisdictionId> payer;        // Both ways where absent.
    std::optional<Decimal> holding_min;
    std::optional<std::uint32_t> days_min;
    std::vector<OwnerClass> owners;
    std::vector<PaymentKind> kinds;
};
BOOST_DESCRIBE_STRUCT(ProposedRate, (), (income, rate, payer, holding_min, days_min, owners, kinds))

// One flow that a treaty would touch, as the authority expects it: gross, in one currency of the asker's choice.
struct Flow {
    JurisdictionId from;
    JurisdictionId to;
    Income income{};
    Decimal amount;
};
BOOST_DESCRIBE_STRUCT(Flow, (), (from, to, income, amount))

struct PairOpened {
    JurisdictionId from;
    JurisdictionId to;
    Income income{};
    bool of_the_parties = false;
    std::optional<Decimal> before;  // the best rate, not the direct one
    std::optional<Decimal> after;
    std::optional<Decimal> saving;
    Route way;                      // after
};
BOOST_DESCRIBE_STRUCT(PairOpened, (), (from, to, income, of_the_parties, before, after, saving, way))

struct IncomeOpened {
    Income income{};
    std::optional<Decimal> average_before;
    std::optional<Decimal> average_after;
    std::uint32_t pairs_improved = 0;
    std::uint32_t of_others = 0;
    std::vector<OwnWay> own;        // "without": as it is now
};
BOOST_DESCRIBE_STRUCT(IncomeOpened, (), (income, average_before, average_after, pairs_improved, of_others, own))

// What a jurisdiction would collect less (or more) of the flows given, were each to take its best way.
struct Cost {
    JurisdictionId jurisdiction;
    Decimal before;
    Decimal after;
    Decimal loss;
};
BOOST_DESCRIBE_STRUCT(Cost, (), (jurisdiction, before, after, loss))

struct SigningAnswer {
    std::optional<Refused> refused;
    InstrumentId instrument;
    JurisdictionId a;
    JurisdictionId b;
    Date on;
    std::vector<IncomeOpened> incomes;
    std::vector<PairOpened> opened;         // The greatest saving first; at most 500.
    std::uint32_t opened_in_all = 0;
    std::vector<Cost> cost_direct;          // of the flows given, each taking the direct way
    std::vector<Cost> cost_best;            // ... each taking its best way
    std::vector<Flow> flows_unknown;        // of which a rate is not known, and which no cost includes
    std::vector<JurisdictionId> jurisdictions;
    std::vector<JurisdictionId> left_out;
    Guarded guards;                         // of the treaty as it is proposed
};
BOOST_DESCRIBE_STRUCT(SigningAnswer, (), (refused, instrument, a, b, on, incomes, opened, opened_in_all, cost_direct, cost_best, flows_unknown, jurisdictions,
                                          left_out, guards))

// A treaty that is not there: what it would open, to whom, and what it would cost. Nothing is recorded.
struct SigningQuery {
    static constexpr std::string_view name = "withholding.signing";
    using Answer = SigningAnswer;

    JurisdictionId a;
    JurisdictionId b;
    std::vector<ProposedRate> rates;
    std::optional<AntiAbuse> guards;        // Unknown where absent.
    std::vector<InstrumentId> replaces;     // Taken away when it comes.
    std::optional<Date> on;
    std::vector<Income> incomes;
    bool participation = false;
    bool conduit_tax = false;
    std::optional<std::uint8_t> legs_max;
    std::optional<Confidence> worst;
    std::vector<JurisdictionId> jurisdictions;
    std::vector<Flow> flows;
};
BOOST_DESCRIBE_STRUCT(SigningQuery, (), (a, b, rates, guards, replaces, on, incomes, participation, conduit_tax, legs_max, worst, jurisdictions, flows))

[[nodiscard]] SigningAnswer answer(const State& state, const SigningQuery& query, const access::Sight& reader, Instant now);

// Pieces that these questions share.
struct Field {
    std::vector<JurisdictionId> members;
    std::vector<JurisdictionId> left_out;  // Their own rates are not all known on the day.
};
[[nodiscard]] Field field_of(const Rates& rates, Date on, std::optional<Confidence> worst, std::vector<JurisdictionId> wanted, std::span<const Income> incomes);
[[nodiscard]] std::vector<Income> incomes_of(const std::vector<Income>& wanted);
[[nodiscard]] IncomeNetwork income_network(const Rates& rates, const Case& asked, const Network& network, const std::vector<Way>& ways, Pairs pairs);
// The network is changed while this runs, and is as it was afterwards.
[[nodiscard]] std::vector<TreatyEffect> treaty_effects(const Rates& rates, const Case& asked, Network& network, const std::vector<Way>& ways);

}  // namespace ponte::withholding
