#pragma once

#include "desks/withholding/facts.h"

#include <string>

// What one payment is taxed at its source, as far as that is known. A rate that is not known is a span: what is
// certain is its two ends, and it is never taken for its lower one.
namespace ponte::withholding {

// A payment as its asker describes it. What is absent was not answered, and then no rate is had that needs it.
struct Payment {
    JurisdictionId from;
    JurisdictionId to;
    Income income{};
    Date on;
    std::optional<Decimal> amount;
    std::optional<Decimal> holding;
    std::optional<std::uint32_t> days_held;
    std::optional<OwnerClass> owner;
    std::optional<bool> beneficial_owner;
    std::optional<PaymentKind> kind;
    std::optional<bool> payee_listed;
    std::optional<bool> associated;
    std::optional<bool> elected;
    std::vector<std::string> met;            // Rows whose conditions are said to be met, by their `ref`.
    std::optional<Confidence> worst;         // Rows of less confidence count as not known.
    std::vector<InstrumentId> without;       // As if these had not been made.
};

// Of a million: 10 % is 100'000. Exact, since no rate has more than four decimals of a percent.
inline constexpr std::int32_t whole = 1'000'000;

struct Span {
    std::int32_t least = 0;
    std::int32_t most = whole;

    [[nodiscard]] bool known() const { return least == most; }
    friend bool operator==(const Span&, const Span&) = default;
};

[[nodiscard]] std::int32_t millionths(Decimal percent);
[[nodiscard]] Decimal percent(std::int32_t of_a_million);

// "MO-PT-1999/3", "domestic/PT/2": a row by its place, counted from 1.
[[nodiscard]] std::string ref_of(const InstrumentId& instrument, std::size_t index);
[[nodiscard]] std::string ref_of(const JurisdictionId& jurisdiction, std::size_t index);

// Whether the payment meets the conditions; unknown: one of them was not answered, and none is failed.
[[nodiscard]] Answer meets(const Payment& payment, const Conditions& conditions, std::string_view ref);

// What the payer's own law takes. A row whose conditions are met stands instead of the general ones; rows that
// disagree leave the span between them.
[[nodiscard]] Span domestic_span(const Rates& rates, const Payment& payment);

// The most that the payer's side may take under the instrument. Nothing: it says nothing of this payment on this day.
// Of several rows that are met the lowest is had, but a row for the very kind of payment stands instead of
// those for all kinds, also where it is higher.
[[nodiscard]] std::optional<Span> cap_under(const Rates& rates, const InstrumentId& instrument, const Payment& payment);

// The instrument that caps the payment lowest, the first by its id among equals.
struct Cap {
    InstrumentId instrument;
    Span span;
};
[[nodiscard]] std::optional<Cap> cap_of(const Rates& rates, const Payment& payment);

// The lower of the two, end by end.
[[nodiscard]] Span span_of(const Rates& rates, const Payment& payment);
[[nodiscard]] Span lower(Span one, Span other);

// Percent on the company that passes a payment on.
[[nodiscard]] Span corporate_span(const Rates& rates, const JurisdictionId& jurisdiction, Date on, std::optional<Confidence> worst);

}  // namespace ponte::withholding
