#pragma once

#include "desks/withholding/state.h"

// The desk's promises, as sentences when they are broken.
namespace ponte::withholding {

// Every percentage lies between 0 and 100.
[[nodiscard]] std::optional<std::string> percentages_are_of_a_hundred(const State& state);
// An instrument has two different parties and stands under their pair, and under no other.
[[nodiscard]] std::optional<std::string> instruments_stand_between_their_parties(const State& state);

[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::withholding
