#include "desks/calendar/invariants.h"

namespace ponte::calendar {

std::optional<std::string> days_stand_in_their_year(const State& state) {
    for (const auto& [key, year] : state.business_days.years) {
        for (const auto& [date, day] : year.days) {
            if (date.year() != key.second) return key.first.value + " keeps " + date.to_text() + " under another year";
        }
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_touched_by(const State& state, const Event&) { return days_stand_in_their_year(state); }
std::optional<std::string> broken_promise_anywhere(const State& state) { return days_stand_in_their_year(state); }

}  // namespace ponte::calendar
