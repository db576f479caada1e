#pragma once

#include "desks/calendar/state.h"

// The calendar's promise, as a sentence when it is broken.
namespace ponte::calendar {

// Every special day stands in the year that it is kept under.
[[nodiscard]] std::optional<std::string> days_stand_in_their_year(const State& state);

[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::calendar
