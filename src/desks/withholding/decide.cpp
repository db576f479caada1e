#include "desks/withholding/decide.h"

#include "base/text.h"
#include "desks/withholding/refusals.h"

#include <algorithm>

namespace ponte::withholding {

namespace {

constexpr std::size_t id_bytes_max = 64;
constexpr std::size_t text_bytes_max = 2'000;
constexpr std::size_t rows_max = 200;

bool may_state(const View& view) { return view.asker.may_configure("withholding") || view.asker.has("withholding", access::Role::officer); }

bool is_well_formed(std::string_view id) {
    const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; };
    return !id.empty() && id.size() <= id_bytes_max && std::ranges::all_of(id, fits);
}

bool is_text(std::string_view text) { return text.size() <= text_bytes_max && !has_control_characters(text); }

std::optional<Refusal> no_percentage(const std::optional<Decimal>& percent, const std::string& place) {
    if (!percent) return std::nullopt;
    if (compare(*percent, Decimal{}) < 0 || compare(*percent, Decimal{100, 0}) > 0) {
        return Refusal{refusals::percent_out_of_range, percent->to_text(), place};
    }
    // Products of three rates are kept exactly in 64 bits up to four decimals of a percent.
    if (percent->shortest().scale > 4) return Refusal{refusals::percent_too_fine, percent->to_text(), place};
    return std::nullopt;
}

// What every row has: a source, texts, a percentage that is a fact, days that can be.
template <class Row>
std::optional<Refusal> no_row(const Row& row, const std::string& place) {
    if (row.source.reference.empty()) return Refusal{refusals::source_missing, {}, place + "/source/reference"};
    if (!is_text(row.source.reference) || !is_text(row.source.note)) return Refusal{refusals::text_malformed, {}, place + "/source"};
    if (!is_text(row.clause)) return Refusal{refusals::text_malformed, {}, place + "/clause"};
    if constexpr (requires { row.rate; }) {
        if (row.rate && row.source.confidence == Confidence::unverified) return Refusal{refusals::rate_unverified, row.rate->to_text(), place + "/rate"};
        if (auto no = no_percentage(row.rate, place + "/rate")) return no;
    }
    if constexpr (requires { row.conditions; }) {
        if (!is_text(row.conditions.other)) return Refusal{refusals::text_malformed, {}, place + "/conditions/other"};
        if (auto no = no_percentage(row.conditions.holding_min, place + "/conditions/holding_min")) return no;
        const bool of_shares = row.conditions.holding_min || row.conditions.holding_above || row.conditions.days_min;
        if (of_shares && row.income != Income::dividends) return Refusal{refusals::condition_misplaced, std::string(name_of(row.income)), place + "/conditions"};
        if (row.conditions.holding_above && !row.conditions.holding_min) {
            return Refusal{refusals::condition_misplaced, {}, place + "/conditions/holding_above"};
        }
        if (row.conditions.amount_max && compare(*row.conditions.amount_max, Decimal{}) <= 0) {
            return Refusal{refusals::condition_misplaced, row.conditions.amount_max->to_text(), place + "/conditions/amount_max"};
        }
    }
    if (is_impossible(row.validity)) return Refusal{refusals::dates_impossible, {}, place + "/validity"};
    return std::nullopt;
}

std::string at(std::string_view list, std::size_t i) { return "/" + std::string(list) + "/" + std::to_string(i); }

template <class Row>
std::optional<Refusal> no_rows(const std::vector<Row>& rows, std::string_view list) {
    if (rows.empty()) return Refusal{refusals::nothing_stated, {}, "/" + std::string(list)};
    if (rows.size() > rows_max) return Refusal{refusals::text_malformed, std::to_string(rows.size()), "/" + std::string(list)};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (auto no = no_row(rows[i], at(list, i))) return no;
    }
    return std::nullopt;
}

// The first row that speaks of days, and of a case, for which an earlier one speaks already.
template <class Row, class Same>
std::optional<Refusal> no_overlap(const std::vector<Row>& rows, std::string_view list, RefusalKind kind, const Same& same) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (same(rows[i], rows[j]) && overlap(rows[i].validity, rows[j].validity) == Answer::yes) {
                return Refusal{kind, std::to_string(j + 1) + ", " + std::to_string(i + 1), at(list, i)};
            }
        }
    }
    return std::nullopt;
}

std::optional<Refusal> no_provision(const StateTerms& command, const Provision& provision, const std::string& place) {
    if (provision.payer && *provision.payer != command.a && *provision.payer != command.b) {
        return Refusal{refusals::payer_not_a_party, provision.payer->value, place + "/payer"};
    }
    if (std::ranges::find(provision.most_favoured, command.instrument) != provision.most_favoured.end()) {
        return Refusal{refusals::favours_itself, command.instrument.value, place + "/most_favoured"};
    }
    return std::nullopt;
}

std::optional<Refusal> no_jurisdiction(const View& view, const JurisdictionId& jurisdiction, std::string place) {
    if (view.jurisdictions.by_id.contains(jurisdiction)) return std::nullopt;
    return Refusal{refusals::jurisdiction_unknown, jurisdiction.value, std::move(place)};
}

// Whether both speak of the same payment: of the same income, in a direction that both have, under the same conditions.
bool is_same_case(const Provision& one, const Provision& other) {
    const bool same_way = !one.payer || !other.payer || one.payer == other.payer;
    return same_way && one.income == other.income && one.conditions == other.conditions;
}

// Two agreements in effect between the same parties cannot both set the rate of one payment on one day: which of them
// does is stated by the days of their provisions, not guessed from the lower rate.
std::optional<Refusal> no_overlap_with_others(const View& view, const StateTerms& command) {
    if (command.standing != Standing::in_effect) return std::nullopt;
    const auto pair = pair_of(command.a, command.b);
    for (const auto& [id, terms] : view.withholding.rates.terms) {
        if (id == command.instrument || terms.standing != Standing::in_effect || pair_of(terms.a, terms.b) != pair) continue;
        for (std::size_t i = 0; i < command.provisions.size(); ++i) {
            const bool overlaps = std::ranges::any_of(terms.provisions, [&](const Provision& other) {
                return is_same_case(command.provisions[i], other) && overlap(command.provisions[i].validity, other.validity) == Answer::yes;
            });
            if (overlaps) return Refusal{refusals::provisions_overlap, id.value, at("provisions", i)};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> refusal_of_terms(const StateTerms& command) {
    if (!is_well_formed(command.instrument.value)) return Refusal{refusals::id_malformed, command.instrument.value.substr(0, 80), "/instrument"};
    if (command.a == command.b) return Refusal{refusals::treaty_with_itself, command.a.value, "/b"};
    if (auto no = no_rows(command.provisions, "provisions")) return no;
    for (std::size_t i = 0; i < command.provisions.size(); ++i) {
        if (auto no = no_provision(command, command.provisions[i], at("provisions", i))) return no;
    }
    return no_overlap(command.provisions, "provisions", refusals::provisions_overlap, is_same_case);
}

Decision decide(const View& view, const StateTerms& command) {
    if (!may_state(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_terms(command)) return std::unexpected(*std::move(no));
    if (auto no = no_jurisdiction(view, command.a, "/a")) return std::unexpected(*std::move(no));
    if (auto no = no_jurisdiction(view, command.b, "/b")) return std::unexpected(*std::move(no));
    const auto known = view.withholding.rates.terms.find(command.instrument);
    if (known != view.withholding.rates.terms.end()) {
        const Terms& terms = known->second;
        if (pair_of(terms.a, terms.b) != pair_of(command.a, command.b)) return refuse(refusals::parties_differ, command.instrument.value, "/a");
        const bool same = terms.a == command.a && terms.standing == command.standing && terms.provisions == command.provisions;
        if (same) return refuse(refusals::already_stated, command.instrument.value, "/instrument");
    }
    if (auto no = no_overlap_with_others(view, command)) return std::unexpected(*std::move(no));
    return std::vector<Event>{TermsStated{.instrument = command.instrument,
                                          .a = command.a,
                                          .b = command.b,
                                          .standing = command.standing,
                                          .provisions = command.provisions}};
}

Decision decide(const View& view, const WithdrawTerms& command) {
    if (!may_state(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty() || !is_text(command.reason)) return refuse(refusals::reason_missing, {}, "/reason");
    if (!view.withholding.rates.terms.contains(command.instrument)) return refuse(refusals::instrument_unknown, command.instrument.value.substr(0, 80), "/instrument");
    return std::vector<Event>{TermsWithdrawn{.instrument = command.instrument, .reason = command.reason}};
}

Decision decide(const View& view, const StateDomesticRates& command) {
    if (!may_state(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = no_rows(command.rates, "rates")) return std::unexpected(*std::move(no));
    // Two sources may disagree about a jurisdiction's own rate: both are kept, and then nobody knows it.
    auto no = no_overlap(command.rates, "rates", refusals::rates_overlap, [](const DomesticRate& one, const DomesticRate& other) {
        return one.income == other.income && one.conditions == other.conditions && one.source.reference == other.source.reference;
    });
    if (no) return std::unexpected(*std::move(no));
    if (auto unknown = no_jurisdiction(view, command.jurisdiction, "/jurisdiction")) return std::unexpected(*std::move(unknown));
    const auto known = view.withholding.rates.domestic.find(command.jurisdiction);
    if (known != view.withholding.rates.domestic.end() && known->second.rates == command.rates) {
        return refuse(refusals::already_stated, command.jurisdiction.value, "/jurisdiction");
    }
    return std::vector<Event>{DomesticRatesStated{.jurisdiction = command.jurisdiction, .rates = command.rates}};
}

Decision decide(const View& view, const StateCorporateRates& command) {
    if (!may_state(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = no_rows(command.rates, "rates")) return std::unexpected(*std::move(no));
    auto no = no_overlap(command.rates, "rates", refusals::rates_overlap,
                         [](const CorporateRate& one, const CorporateRate& other) { return one.source.reference == other.source.reference; });
    if (no) return std::unexpected(*std::move(no));
    if (auto unknown = no_jurisdiction(view, command.jurisdiction, "/jurisdiction")) return std::unexpected(*std::move(unknown));
    const auto known = view.withholding.rates.corporate.find(command.jurisdiction);
    if (known != view.withholding.rates.corporate.end() && known->second.rates == command.rates) {
        return refuse(refusals::already_stated, command.jurisdiction.value, "/jurisdiction");
    }
    return std::vector<Event>{CorporateRatesStated{.jurisdiction = command.jurisdiction, .rates = command.rates}};
}

Decision decide(const View& view, const StateAntiAbuse& command) {
    if (!may_state(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.instrument.value)) return refuse(refusals::id_malformed, command.instrument.value.substr(0, 80), "/instrument");
    if (auto no = no_rows(command.states, "states")) return std::unexpected(*std::move(no));
    for (std::size_t i = 0; i < command.states.size(); ++i) {
        const AntiAbuse& state = command.states[i].state;
        if (!is_text(state.substance)) return refuse(refusals::text_malformed, {}, at("states", i) + "/state/substance");
        for (const Guard guard : {state.principal_purpose_test, state.limitation_on_benefits, state.minimum_standard, state.beneficial_ownership, state.mli}) {
            if (guard == Guard::not_applicable) return refuse(refusals::guard_misplaced, {}, at("states", i) + "/state");
        }
    }
    auto no = no_overlap(command.states, "states", refusals::states_overlap, [](const DatedAntiAbuse&, const DatedAntiAbuse&) { return true; });
    if (no) return std::unexpected(*std::move(no));
    if (!view.withholding.rates.terms.contains(command.instrument)) return refuse(refusals::instrument_unknown, command.instrument.value, "/instrument");
    const auto known = view.withholding.rates.guards.find(command.instrument);
    if (known != view.withholding.rates.guards.end() && known->second.states == command.states) {
        return refuse(refusals::already_stated, command.instrument.value, "/instrument");
    }
    return std::vector<Event>{AntiAbuseStated{.instrument = command.instrument, .states = command.states}};
}

}  // namespace ponte::withholding
