#include "desks/withholding/queries_rate.h"

#include "desks/withholding/refusals.h"

#include <algorithm>

namespace ponte::withholding {

namespace {

std::optional<Decimal> known(Span span) { return span.known() ? std::optional(percent(span.least)) : std::nullopt; }

template <class One>
std::string joined(const std::vector<One>& list) {
    std::string text;
    for (const One one : list) text += (text.empty() ? "" : "|") + std::string(name_of(one));
    return text;
}

// Each condition by itself, judged by the same function as all together.
std::vector<ConditionTried> tried(const Payment& payment, const Conditions& conditions, std::string_view ref) {
    std::vector<ConditionTried> all;
    const auto add = [&](ConditionKind kind, std::string needs, const Conditions& alone) {
        all.push_back({.condition = kind, .needs = std::move(needs), .met = meets(payment, alone, ref)});
    };
    if (conditions.holding_min) {
        add(ConditionKind::holding, (conditions.holding_above ? "> " : ">= ") + conditions.holding_min->to_text(),
            {.holding_min = conditions.holding_min, .holding_above = conditions.holding_above});
    }
    if (conditions.days_min) add(ConditionKind::days_held, std::to_string(*conditions.days_min), {.days_min = conditions.days_min});
    if (conditions.beneficial_owner) add(ConditionKind::beneficial_owner, {}, {.beneficial_owner = true});
    if (!conditions.owners.empty()) add(ConditionKind::owner_class, joined(conditions.owners), {.owners = conditions.owners});
    if (!conditions.kinds.empty()) add(ConditionKind::payment_kind, joined(conditions.kinds), {.kinds = conditions.kinds});
    if (conditions.payee_listed) add(ConditionKind::payee_listed, {}, {.payee_listed = true});
    if (conditions.associated) add(ConditionKind::associated, {}, {.associated = true});
    if (conditions.elected) add(ConditionKind::elected, {}, {.elected = true});
    if (conditions.amount_max) add(ConditionKind::amount, "<= " + conditions.amount_max->to_text(), {.amount_max = conditions.amount_max});
    if (!conditions.other.empty()) add(ConditionKind::other, conditions.other, {.other = conditions.other});
    return all;
}

template <class Row>
RowTried row_tried(const Payment& payment, const Row& row, std::string ref, Answer holds, std::uint64_t sequence) {
    RowTried shown{.ref = std::move(ref),
                   .rate = row.rate,
                   .holds = holds,
                   .clause = row.clause,
                   .validity = row.validity,
                   .source = row.source,
                   .sequence = sequence};
    shown.met = meets(payment, row.conditions, shown.ref);
    shown.conditions = tried(payment, row.conditions, shown.ref);
    return shown;
}

std::vector<RowTried> rows_tried(const Rates& rates, const Payment& payment) {
    std::vector<RowTried> rows;
    if (const auto own = rates.domestic.find(payment.from); own != rates.domestic.end()) {
        for (std::size_t i = 0; i < own->second.rates.size(); ++i) {
            const DomesticRate& row = own->second.rates[i];
            const Answer holds = holds_on(row.validity, payment.on);
            if (row.income != payment.income || holds == Answer::no) continue;
            rows.push_back(row_tried(payment, row, ref_of(payment.from, i), holds, own->second.sequence));
        }
    }
    const auto pair = rates.between.find(pair_of(payment.from, payment.to));
    if (pair == rates.between.end()) return rows;
    for (const InstrumentId& instrument : pair->second) {
        const Terms& terms = rates.terms.at(instrument);
        if (terms.standing == Standing::pending || std::ranges::find(payment.without, instrument) != payment.without.end()) continue;
        for (std::size_t i = 0; i < terms.provisions.size(); ++i) {
            const Provision& row = terms.provisions[i];
            const bool about = row.income == payment.income && (!row.payer || *row.payer == payment.from);
            Answer holds = holds_on(row.validity, payment.on);
            if (terms.standing == Standing::disputed) holds = both(holds, Answer::unknown);
            if (!about || holds == Answer::no) continue;
            rows.push_back(row_tried(payment, row, ref_of(instrument, i), holds, terms.sequence));
            rows.back().instrument = instrument;
            rows.back().set_by = row.set_by;
        }
    }
    return rows;
}

// The row behind the rate: of the basis's side, met, holding, with this very rate; the most particular one first.
const RowTried* row_of(const std::vector<RowTried>& rows, bool of_treaty, std::int32_t rate) {
    const RowTried* found = nullptr;
    for (const RowTried& row : rows) {
        const bool gives = row.instrument.has_value() == of_treaty && row.met == Answer::yes && row.holds == Answer::yes && row.rate;
        if (!gives || millionths(*row.rate) != rate) continue;
        if (found == nullptr || row.conditions.size() > found->conditions.size()) found = &row;
    }
    return found;
}

void say_why_unknown(RateAnswer& answer, const Rates& rates, const Payment& payment, Span domestic, bool cap_open) {
    const auto add = [&](WhyUnknown why) {
        if (std::ranges::find(answer.why_unknown, why) == answer.why_unknown.end()) answer.why_unknown.push_back(why);
    };
    if (!domestic.known()) {
        const bool rates_there = std::ranges::any_of(answer.rows, [](const RowTried& row) { return !row.instrument && row.met == Answer::yes && row.rate; });
        add(rates_there ? WhyUnknown::own_sources_disagree : WhyUnknown::own_rate_unknown);
    }
    if (!cap_open) return;
    for (const RowTried& row : answer.rows) {
        if (!row.instrument || row.met != Answer::yes) continue;
        if (rates.terms.at(*row.instrument).standing == Standing::disputed) {
            add(WhyUnknown::treaty_disputed);
        } else if (row.holds == Answer::unknown) {
            add(WhyUnknown::treaty_day_unknown);
        }
        const bool trusted = !payment.worst || row.source.confidence <= *payment.worst;
        if (!row.rate || !trusted) add(WhyUnknown::treaty_rate_unknown);
    }
}

void say_what_if(RateAnswer& answer, const Rates& rates, const Payment& payment, Span now) {
    for (const RowTried& row : answer.rows) {
        if (row.met != Answer::unknown) continue;
        Payment then = payment;
        then.met.push_back(row.ref);
        const Span span = span_of(rates, then);
        if (span == now) continue;
        IfMet one{.ref = row.ref, .rate = known(span), .at_least = percent(span.least), .at_most = percent(span.most)};
        for (const ConditionTried& condition : row.conditions) {
            if (condition.met == Answer::unknown) one.missing.push_back(condition.condition);
        }
        const bool is_more = span.most > now.most || (span.most == now.most && span.least > now.least);
        (is_more ? answer.more : answer.less).push_back(std::move(one));
    }
    std::ranges::stable_sort(answer.less, [](const IfMet& one, const IfMet& other) { return compare(one.at_most, other.at_most) < 0; });
}

std::vector<InstrumentId> pending_between(const Rates& rates, const Payment& payment) {
    std::vector<InstrumentId> pending;
    const auto pair = rates.between.find(pair_of(payment.from, payment.to));
    if (pair == rates.between.end()) return pending;
    for (const InstrumentId& instrument : pair->second) {
        if (rates.terms.at(instrument).standing == Standing::pending) pending.push_back(instrument);
    }
    return pending;
}

}  // namespace

Guarded guards_on(const Rates& rates, const std::optional<InstrumentId>& instrument, Date on) {
    constexpr Guard none = Guard::not_applicable;
    if (!instrument) return {.state = {none, none, none, none, none, {}}};
    Guarded guarded{.instrument = instrument};
    const auto known = rates.guards.find(*instrument);
    if (known == rates.guards.end()) return guarded;
    for (const DatedAntiAbuse& row : known->second.states) {
        if (holds_on(row.validity, on) != Answer::yes) continue;
        guarded.state = row.state;
        guarded.clause = row.clause;
        guarded.source = row.source;
    }
    return guarded;
}

RateAnswer rate_of(const Rates& rates, const Payment& payment) {
    const Span domestic = domestic_span(rates, payment);
    const auto cap = cap_of(rates, payment);
    const Span span = cap ? lower(domestic, cap->span) : domestic;
    RateAnswer answer{.from = payment.from,
                      .to = payment.to,
                      .income = payment.income,
                      .on = payment.on,
                      .rate = known(span),
                      .at_least = percent(span.least),
                      .at_most = percent(span.most),
                      .basis = Basis::unknown,
                      .domestic = known(domestic),
                      .rows = rows_tried(rates, payment),
                      .pending = pending_between(rates, payment)};
    if (cap) {
        answer.cap = known(cap->span);
        answer.instrument = cap->instrument;
    }
    if (span.known()) {
        const bool by_treaty = cap && cap->span.most < domestic.most;
        answer.basis = by_treaty ? Basis::treaty : Basis::domestic;
        if (const RowTried* row = row_of(answer.rows, by_treaty, span.least)) {
            answer.ref = row->ref;
            answer.clause = row->clause;
        }
        if (payment.amount) {
            const auto hundredfold = payment.amount->times(*answer.rate);
            const auto tax = hundredfold ? hundredfold->times(Decimal{1, 2}) : hundredfold;
            if (tax) answer.tax = tax->shortest();
        }
    } else {
        say_why_unknown(answer, rates, payment, domestic, cap && !cap->span.known());
    }
    say_what_if(answer, rates, payment, span);
    answer.guards = guards_on(rates, answer.instrument, payment.on);
    return answer;
}

std::optional<Refused> refused_place(const JurisdictionId& jurisdiction, std::string place) {
    const bool fits = jurisdiction.value.size() == 2 && std::ranges::all_of(jurisdiction.value, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (fits) return std::nullopt;
    return Refused{.code = std::string(refusals::code_malformed.code), .subject = jurisdiction.value.substr(0, 80), .place = std::move(place)};
}

std::optional<Refused> refused_places(const std::vector<JurisdictionId>& jurisdictions, const std::string& place) {
    for (std::size_t i = 0; i < jurisdictions.size(); ++i) {
        if (auto no = refused_place(jurisdictions[i], place + "/" + std::to_string(i))) return no;
    }
    return std::nullopt;
}

std::optional<Refused> refused_day(const std::optional<Date>& day) {
    if (!day || day->in_range()) return std::nullopt;
    return Refused{.code = std::string(refusals::day_impossible.code), .subject = day->to_text(), .place = "/on"};
}

std::optional<Refused> refused_amount(const std::optional<Decimal>& amount, std::string place) {
    if (!amount || compare(*amount, Decimal{}) >= 0) return std::nullopt;
    return Refused{.code = std::string(refusals::amount_negative.code), .subject = amount->to_text(), .place = std::move(place)};
}

namespace {

std::optional<Refused> refused(const RateQuery& query) {
    if (auto no = refused_place(query.from, "/from")) return no;
    if (auto no = refused_place(query.to, "/to")) return no;
    if (query.from == query.to) return Refused{.code = std::string(refusals::route_cyclic.code), .subject = query.to.value, .place = "/to"};
    if (auto no = refused_day(query.on)) return no;
    if (auto no = refused_amount(query.amount, "/amount")) return no;
    if (query.holding && (compare(*query.holding, Decimal{}) < 0 || compare(*query.holding, Decimal{100, 0}) > 0)) {
        return Refused{.code = std::string(refusals::percent_out_of_range.code), .subject = query.holding->to_text(), .place = "/holding"};
    }
    return std::nullopt;
}

}  // namespace

RateAnswer answer(const State& state, const RateQuery& query, const access::Sight&, Instant now) {
    if (auto no = refused(query)) {
        RateAnswer answer{.from = query.from, .to = query.to, .income = query.income, .on = query.on.value_or(now.date()), .basis = Basis::unknown};
        answer.refused = *std::move(no);
        return answer;
    }
    return rate_of(state.rates, {.from = query.from,
                                 .to = query.to,
                                 .income = query.income,
                                 .on = query.on.value_or(now.date()),
                                 .amount = query.amount,
                                 .holding = query.holding,
                                 .days_held = query.days_held,
                                 .owner = query.owner,
                                 .beneficial_owner = query.beneficial_owner,
                                 .kind = query.kind,
                                 .payee_listed = query.payee_listed,
                                 .associated = query.associated,
                                 .elected = query.elected,
                                 .met = query.met});
}

}  // namespace ponte::withholding
