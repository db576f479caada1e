#include "desks/withholding/invariants.h"

#include <algorithm>

namespace ponte::withholding {

namespace {

using Broken = std::optional<std::string>;

bool is_percentage(const std::optional<Decimal>& rate) {
    return !rate || (compare(*rate, Decimal{}) >= 0 && compare(*rate, Decimal{100, 0}) <= 0);
}

template <class Row>
bool all_percentages(const std::vector<Row>& rows) {
    return std::ranges::all_of(rows, [](const Row& row) { return is_percentage(row.rate); });
}

Broken broken_terms(const Rates& rates, const InstrumentId& instrument, const Terms& terms) {
    if (!all_percentages(terms.provisions)) return instrument.value + " has a rate that is no percentage";
    if (terms.a == terms.b) return instrument.value + " is an instrument of one party";
    const auto pair = rates.between.find(pair_of(terms.a, terms.b));
    if (pair == rates.between.end() || !pair->second.contains(instrument)) return instrument.value + " does not stand between its parties";
    return std::nullopt;
}

}  // namespace

Broken percentages_are_of_a_hundred(const State& state) {
    for (const auto& [id, own] : state.rates.domestic) {
        if (!all_percentages(own.rates)) return id.value + " has a rate of its own that is no percentage";
    }
    for (const auto& [id, company] : state.rates.corporate) {
        if (!all_percentages(company.rates)) return id.value + " has a tax on companies that is no percentage";
    }
    for (const auto& [id, terms] : state.rates.terms) {
        if (!all_percentages(terms.provisions)) return id.value + " has a rate that is no percentage";
    }
    return std::nullopt;
}

Broken instruments_stand_between_their_parties(const State& state) {
    std::size_t standing = 0;
    for (const auto& [pair, instruments] : state.rates.between) standing += instruments.size();
    if (standing != state.rates.terms.size()) return "an instrument stands between parties that are not its own";
    for (const auto& [id, terms] : state.rates.terms) {
        if (auto broken = broken_terms(state.rates, id, terms)) return broken;
    }
    return std::nullopt;
}

Broken broken_promise_touched_by(const State& state, const Event& event) {
    if (const auto* stated = std::get_if<TermsStated>(&event)) {
        const auto terms = state.rates.terms.find(stated->instrument);
        if (terms == state.rates.terms.end()) return stated->instrument.value + " was stated and is not known";
        return broken_terms(state.rates, terms->first, terms->second);
    }
    if (const auto* stated = std::get_if<DomesticRatesStated>(&event)) {
        if (!all_percentages(stated->rates)) return stated->jurisdiction.value + " has a rate of its own that is no percentage";
    }
    if (const auto* stated = std::get_if<CorporateRatesStated>(&event)) {
        if (!all_percentages(stated->rates)) return stated->jurisdiction.value + " has a tax on companies that is no percentage";
    }
    return std::nullopt;
}

Broken broken_promise_anywhere(const State& state) {
    if (auto broken = percentages_are_of_a_hundred(state)) return broken;
    return instruments_stand_between_their_parties(state);
}

}  // namespace ponte::withholding
