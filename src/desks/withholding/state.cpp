#include "desks/withholding/state.h"

namespace ponte::withholding {

void evolve(State& state, const TermsStated& event, const Recorded& recorded) {
    state.rates.terms[event.instrument] = {
        .a = event.a, .b = event.b, .standing = event.standing, .provisions = event.provisions, .sequence = recorded.sequence};
    state.rates.between[pair_of(event.a, event.b)].insert(event.instrument);
}

void evolve(State& state, const TermsWithdrawn& event, const Recorded&) {
    const auto known = state.rates.terms.find(event.instrument);
    if (known == state.rates.terms.end()) return;
    const auto pair = state.rates.between.find(pair_of(known->second.a, known->second.b));
    if (pair != state.rates.between.end()) {
        pair->second.erase(event.instrument);
        if (pair->second.empty()) state.rates.between.erase(pair);
    }
    state.rates.terms.erase(known);
}

void evolve(State& state, const DomesticRatesStated& event, const Recorded& recorded) {
    state.rates.domestic[event.jurisdiction] = {.rates = event.rates, .sequence = recorded.sequence};
}

void evolve(State& state, const CorporateRatesStated& event, const Recorded& recorded) {
    state.rates.corporate[event.jurisdiction] = {.rates = event.rates, .sequence = recorded.sequence};
}

void evolve(State& state, const AntiAbuseStated& event, const Recorded& recorded) {
    state.rates.guards[event.instrument] = {.states = event.states, .sequence = recorded.sequence};
}

}  // namespace ponte::withholding
