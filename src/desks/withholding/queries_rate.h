#pragma once

#include "desks/access/facts.h"
#include "desks/withholding/rules_rate.h"
#include "desks/withholding/state.h"

// What is asked about one payment, and the shapes that routes share with it.
namespace ponte::withholding {

// A leg never stands without this: whether the instrument that it passes under could be refused to those for
// whom it was not made. Without an instrument every guard is not_applicable; with one of which nothing was
// recorded, unknown.
struct Guarded {
    AntiAbuse state;
    std::optional<InstrumentId> instrument;
    std::string clause;
    std::optional<Source> source;
};
BOOST_DESCRIBE_STRUCT(Guarded, (), (state, instrument, clause, source))

// domestic: the payer's own law, where no instrument allows less. treaty: the instrument's rate, which is lower.
enum class Basis : std::uint8_t { domestic = 1, treaty = 2, unknown = 3 };
BOOST_DESCRIBE_ENUM(Basis, domestic, treaty, unknown)

enum class ConditionKind : std::uint8_t {
    holding = 1, days_held = 2, beneficial_owner = 3, owner_class = 4, payment_kind = 5, payee_listed = 6, associated = 7, elected = 8, amount = 9,
    other = 10
};
BOOST_DESCRIBE_ENUM(ConditionKind, holding, days_held, beneficial_owner, owner_class, payment_kind, payee_listed, associated, elected, amount, other)

struct ConditionTried {
    ConditionKind condition{};
    std::string needs;   // ">= 25", "365", "government|central_bank"
    Answer met{};        // unknown: it was not answered
};
BOOST_DESCRIBE_STRUCT(ConditionTried, (), (condition, needs, met))

// A row that speaks of this income on this day, and what became of it.
struct RowTried {
    std::string ref;                           // "MO-PT-1999/3", "domestic/PT/2": what a question names in `met`
    std::optional<InstrumentId> instrument;    // Absent: the payer's own law.
    std::optional<InstrumentId> set_by;
    std::optional<Decimal> rate;
    Answer holds{};
    Answer met{};
    std::vector<ConditionTried> conditions;
    std::string clause;
    Validity validity;
    Source source;
    std::uint64_t sequence = 0;
};
BOOST_DESCRIBE_STRUCT(RowTried, (), (ref, instrument, set_by, rate, holds, met, conditions, clause, validity, source, sequence))

// What the rate would be if the conditions of a row that were not answered were met.
struct IfMet {
    std::string ref;
    std::vector<ConditionKind> missing;
    std::optional<Decimal> rate;
    Decimal at_least;
    Decimal at_most;
};
BOOST_DESCRIBE_STRUCT(IfMet, (), (ref, missing, rate, at_least, at_most))

// Why a question cannot be answered as it was put: a refusal's code, and where the fault lies in the question.
struct Refused {
    std::string code;
    std::string subject;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(Refused, (), (code, subject, place))

enum class WhyUnknown : std::uint8_t {
    own_rate_unknown = 1, own_sources_disagree = 2, treaty_day_unknown = 3, treaty_rate_unknown = 4, treaty_disputed = 5
};
BOOST_DESCRIBE_ENUM(WhyUnknown, own_rate_unknown, own_sources_disagree, treaty_day_unknown, treaty_rate_unknown, treaty_disputed)

struct RateAnswer {
    std::optional<Refused> refused;
    JurisdictionId from;
    JurisdictionId to;
    Income income{};
    Date on;
    std::optional<Decimal> rate;       // percent; absent: not known, and then it lies between the two
    Decimal at_least;
    Decimal at_most;
    std::optional<Decimal> tax;        // of the amount, exactly
    Basis basis{};
    std::optional<Decimal> domestic;   // what the payer's own law takes
    std::optional<Decimal> cap;        // what the instrument allows
    std::optional<InstrumentId> instrument;
    std::string ref;                   // of the row that gives the rate; empty where it is not known
    std::string clause;
    std::vector<WhyUnknown> why_unknown;
    std::vector<RowTried> rows;
    std::vector<IfMet> less;           // what more would be needed for less
    std::vector<IfMet> more;           // what would make it more
    std::vector<InstrumentId> pending; // signed, without effect as far as any source says
    Guarded guards;
};
BOOST_DESCRIBE_STRUCT(RateAnswer, (), (refused, from, to, income, on, rate, at_least, at_most, tax, basis, domestic, cap, instrument, ref, clause, why_unknown, rows,
                                       less, more, pending, guards))

// The rate of one payment. What is left out was not answered: then the general rate is had, and the answer says
// what more would be needed.
struct RateQuery {
    static constexpr std::string_view name = "withholding.rate";
    using Answer = RateAnswer;

    JurisdictionId from;
    JurisdictionId to;
    Income income{};
    std::optional<Date> on;                // Today where absent.
    std::optional<Decimal> amount;         // gross, in the payer's own currency
    std::optional<Decimal> holding;        // percent
    std::optional<std::uint32_t> days_held;
    std::optional<OwnerClass> owner;
    std::optional<bool> beneficial_owner;
    std::optional<PaymentKind> kind;
    std::optional<bool> payee_listed;
    std::optional<bool> associated;
    std::optional<bool> elected;
    std::vector<std::string> met;
};
BOOST_DESCRIBE_STRUCT(RateQuery, (), (from, to, income, on, amount, holding, days_held, owner, beneficial_owner, kind, payee_listed, associated, elected, met))

[[nodiscard]] RateAnswer answer(const State& state, const RateQuery& query, const access::Sight& reader, Instant now);

// What a question cannot be about, with its field: a code that is not two capital letters, a day out of the calendar,
// an amount below nothing. Questions are held to this as orders are.
[[nodiscard]] std::optional<Refused> refused_place(const JurisdictionId& jurisdiction, std::string place);
[[nodiscard]] std::optional<Refused> refused_places(const std::vector<JurisdictionId>& jurisdictions, const std::string& place);
[[nodiscard]] std::optional<Refused> refused_day(const std::optional<Date>& day);
[[nodiscard]] std::optional<Refused> refused_amount(const std::optional<Decimal>& amount, std::string place);

[[nodiscard]] RateAnswer rate_of(const Rates& rates, const Payment& payment);
[[nodiscard]] Guarded guards_on(const Rates& rates, const std::optional<InstrumentId>& instrument, Date on);

}  // namespace ponte::withholding
