#pragma once

#include "base/recorded.h"
#include "desks/calendar/facts.h"

namespace ponte::calendar {

// What the calendar knows: the fold of its events, and nothing that is not in them.
struct State {
    BusinessDays business_days;

    friend bool operator==(const State&, const State&) = default;
};

void evolve(State& state, const YearLoaded& event, const Recorded& recorded);

}  // namespace ponte::calendar
