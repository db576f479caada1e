#pragma once

#include "desks/training/state.h"

// The desk's promises, as sentences when they are broken.
namespace ponte::training {

// An event ends on or after the day it begins.
[[nodiscard]] std::optional<std::string> events_end_after_they_begin(const Gathering& event);
// Only who was confirmed attended, and only on days of the event.
[[nodiscard]] std::optional<std::string> attendance_is_of_confirmed_on_days_of_the_event(const Gathering& event);
// No more are confirmed than there are seats.
[[nodiscard]] std::optional<std::string> seats_suffice_for_the_confirmed(const Gathering& event);
// A certificate in force is that of a participant who attended the days it says.
[[nodiscard]] std::optional<std::string> certificates_rest_on_attendance(const State& state, const EventId& event);

// What was last counted of a jurisdiction is what its participants make.
[[nodiscard]] std::optional<std::string> numbers_are_those_of_the_participants(const Gathering& event);

[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::training
