#include "desks/calendar/state.h"

namespace ponte::calendar {

void evolve(State& state, const YearLoaded& event, const Recorded&) {
    YearKnown year{.days = {}, .official = event.official, .source = event.source};
    for (const SpecialDay& day : event.days) year.days.emplace(day.date, day);
    state.business_days.years[{event.place, event.year}] = std::move(year);
}

}  // namespace ponte::calendar
