#include "desks/withholding/rules_rate.h"

#include "base/check.h"

#include <algorithm>

namespace ponte::withholding {

namespace {

Answer said(const std::optional<bool>& answer) {
    if (!answer) return Answer::unknown;
    return *answer ? Answer::yes : Answer::no;
}

template <class One>
Answer one_of(const std::vector<One>& wanted, const std::optional<One>& given) {
    if (wanted.empty()) return Answer::yes;
    if (!given) return Answer::unknown;
    return std::ranges::find(wanted, *given) != wanted.end() ? Answer::yes : Answer::no;
}

Answer yes_if(bool so) { return so ? Answer::yes : Answer::no; }

Answer holds_enough(const Conditions& conditions, const Payment& payment) {
    if (!conditions.holding_min) return Answer::yes;
    if (!payment.holding) return Answer::unknown;
    const auto order = compare(*payment.holding, *conditions.holding_min);
    return yes_if(conditions.holding_above ? order > 0 : order >= 0);
}

Answer held_long_enough(const Conditions& conditions, const Payment& payment) {
    if (!conditions.days_min) return Answer::yes;
    if (!payment.days_held) return Answer::unknown;
    return yes_if(*payment.days_held >= *conditions.days_min);
}

Answer in_the_band(const Conditions& conditions, const Payment& payment) {
    if (!conditions.amount_max) return Answer::yes;
    if (!payment.amount) return Answer::unknown;
    return yes_if(compare(*payment.amount, *conditions.amount_max) <= 0);
}

template <class Row>
Span span_of_row(const Row& row, std::optional<Confidence> worst) {
    const bool trusted = !worst || row.source.confidence <= *worst;
    if (!row.rate || !trusted) return {};
    const std::int32_t rate = millionths(*row.rate);
    return {.least = rate, .most = rate};
}

Span between(Span one, Span other) { return {.least = std::min(one.least, other.least), .most = std::max(one.most, other.most)}; }

void widen(std::optional<Span>& all, Span one) { all = all ? between(*all, one) : one; }
void lowest(std::optional<Span>& all, Span one) { all = all ? lower(*all, one) : one; }

bool is_about(const Provision& provision, const Payment& payment) {
    return provision.income == payment.income && (!provision.payer || *provision.payer == payment.from);
}

Answer holds_under(const Terms& terms, const Provision& provision, Date on) {
    if (terms.standing == Standing::pending) return Answer::no;
    const Answer holds = holds_on(provision.validity, on);
    return terms.standing == Standing::disputed ? both(holds, Answer::unknown) : holds;
}

std::optional<Span> cap_without_favour(const Rates& rates, const InstrumentId& instrument, const Payment& payment);

// What a most-favoured clause brings down: the payer's general cap under the other instrument, itself taken
// without such clauses, so that two which name each other come to an end.
Span favoured(const Rates& rates, const Provision& provision, const Payment& payment, Span own) {
    for (const InstrumentId& other : provision.most_favoured) {
        const auto known = rates.terms.find(other);
        if (known == rates.terms.end()) {
            own.least = 0;
            continue;
        }
        const Terms& terms = known->second;
        if (terms.a != payment.from && terms.b != payment.from) continue;
        Payment there = payment;
        there.to = terms.a == payment.from ? terms.b : terms.a;
        if (const auto cap = cap_without_favour(rates, other, there)) own = lower(own, *cap);
    }
    return own;
}

std::optional<Span> cap(const Rates& rates, const InstrumentId& instrument, const Payment& payment, bool with_favour) {
    const Terms& terms = rates.terms.at(instrument);
    std::optional<Span> general;
    std::optional<Span> special;        // for this very kind of payment
    std::optional<Span> special_maybe;  // ... on a day on which it may not hold
    for (std::size_t i = 0; i < terms.provisions.size(); ++i) {
        const Provision& provision = terms.provisions[i];
        if (!is_about(provision, payment)) continue;
        const Answer holds = holds_under(terms, provision, payment.on);
        if (holds == Answer::no || meets(payment, provision.conditions, ref_of(instrument, i)) != Answer::yes) continue;
        Span span = span_of_row(provision, payment.worst);
        if (with_favour) span = favoured(rates, provision, payment, span);
        if (provision.conditions.kinds.empty()) {
            if (holds == Answer::unknown) span.most = whole;
            lowest(general, span);
        } else {
            lowest(holds == Answer::yes ? special : special_maybe, span);
        }
    }
    if (special) return special_maybe ? between(*special, lower(*special, *special_maybe)) : *special;
    if (!special_maybe) return general;
    return between(*special_maybe, general.value_or(Span{.least = whole, .most = whole}));
}

std::optional<Span> cap_without_favour(const Rates& rates, const InstrumentId& instrument, const Payment& payment) {
    return cap(rates, instrument, payment, false);
}

}  // namespace

std::int32_t millionths(Decimal percent) {
    percent = percent.shortest();
    CHECK(percent.scale <= 4);
    std::int64_t digits = percent.digits;
    for (int scale = percent.scale; scale < 4; ++scale) digits *= 10;
    return static_cast<std::int32_t>(digits);
}

Decimal percent(std::int32_t of_a_million) { return Decimal{of_a_million, 4}.shortest(); }

std::string ref_of(const InstrumentId& instrument, std::size_t index) { return instrument.value + "/" + std::to_string(index + 1); }
std::string ref_of(const JurisdictionId& jurisdiction, std::size_t index) {
    return "domestic/" + jurisdiction.value + "/" + std::to_string(index + 1);
}

Answer meets(const Payment& payment, const Conditions& conditions, std::string_view ref) {
    if (conditions.none()) return Answer::yes;
    if (std::ranges::find(payment.met, ref) != payment.met.end()) return Answer::yes;
    Answer all = both(holds_enough(conditions, payment), held_long_enough(conditions, payment));
    all = both(all, one_of(conditions.owners, payment.owner));
    all = both(all, one_of(conditions.kinds, payment.kind));
    all = both(all, in_the_band(conditions, payment));
    if (conditions.beneficial_owner) all = both(all, said(payment.beneficial_owner));
    if (conditions.payee_listed) all = both(all, said(payment.payee_listed));
    if (conditions.associated) all = both(all, said(payment.associated));
    if (conditions.elected) all = both(all, said(payment.elected));
    // Words are for a person to judge: he names the row in `met`.
    if (!conditions.other.empty()) all = both(all, Answer::unknown);
    return all;
}

Span lower(Span one, Span other) { return {.least = std::min(one.least, other.least), .most = std::min(one.most, other.most)}; }

Span domestic_span(const Rates& rates, const Payment& payment) {
    const auto own = rates.domestic.find(payment.from);
    if (own == rates.domestic.end()) return {};
    std::optional<Span> general;
    std::optional<Span> special;
    bool special_surely = false;
    for (std::size_t i = 0; i < own->second.rates.size(); ++i) {
        const DomesticRate& row = own->second.rates[i];
        if (row.income != payment.income) continue;
        const Answer holds = holds_on(row.validity, payment.on);
        if (holds == Answer::no) continue;
        if (row.conditions.none()) {
            widen(general, holds == Answer::yes ? span_of_row(row, payment.worst) : Span{});
        } else if (meets(payment, row.conditions, ref_of(payment.from, i)) == Answer::yes) {
            widen(special, span_of_row(row, payment.worst));
            special_surely = special_surely || holds == Answer::yes;
        }
    }
    if (special && special_surely) return *special;
    if (special) return between(*special, general.value_or(Span{}));
    return general.value_or(Span{});
}

std::optional<Span> cap_under(const Rates& rates, const InstrumentId& instrument, const Payment& payment) {
    return cap(rates, instrument, payment, true);
}

std::optional<Cap> cap_of(const Rates& rates, const Payment& payment) {
    const auto pair = rates.between.find(pair_of(payment.from, payment.to));
    if (pair == rates.between.end()) return std::nullopt;
    std::optional<Cap> best;
    for (const InstrumentId& instrument : pair->second) {
        if (std::ranges::find(payment.without, instrument) != payment.without.end()) continue;
        const auto span = cap_under(rates, instrument, payment);
        if (!span) continue;
        if (!best) {
            best = Cap{.instrument = instrument, .span = *span};
            continue;
        }
        if (span->most < best->span.most) best->instrument = instrument;
        best->span = lower(best->span, *span);
    }
    return best;
}

Span span_of(const Rates& rates, const Payment& payment) {
    const Span domestic = domestic_span(rates, payment);
    const auto best = cap_of(rates, payment);
    return best ? lower(domestic, best->span) : domestic;
}

Span corporate_span(const Rates& rates, const JurisdictionId& jurisdiction, Date on, std::optional<Confidence> worst) {
    const auto known = rates.corporate.find(jurisdiction);
    if (known == rates.corporate.end()) return {};
    std::optional<Span> all;
    for (const CorporateRate& row : known->second.rates) {
        const Answer holds = holds_on(row.validity, on);
        if (holds != Answer::no) widen(all, holds == Answer::yes ? span_of_row(row, worst) : Span{});
    }
    return all.value_or(Span{});
}

}  // namespace ponte::withholding
