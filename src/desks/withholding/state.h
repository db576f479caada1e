#pragma once

#include "base/recorded.h"
#include "desks/withholding/facts.h"

namespace ponte::withholding {

// What the desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Rates rates;

    friend bool operator==(const State&, const State&) = default;
};

void evolve(State& state, const TermsStated& event, const Recorded& recorded);
void evolve(State& state, const TermsWithdrawn& event, const Recorded& recorded);
void evolve(State& state, const DomesticRatesStated& event, const Recorded& recorded);
void evolve(State& state, const CorporateRatesStated& event, const Recorded& recorded);
void evolve(State& state, const AntiAbuseStated& event, const Recorded& recorded);

}  // namespace ponte::withholding
