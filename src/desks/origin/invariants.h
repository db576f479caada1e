#pragma once

#include "desks/origin/state.h"

// The origin desk's promises, as sentences when they are broken.
namespace ponte::origin {

// Every place of an index names the rule that it was made from, and every rule has one.
[[nodiscard]] std::optional<std::string> rules_are_found_by_their_codes(const State& state);

// What was last said of a count is what the files make.
[[nodiscard]] std::optional<std::string> counts_are_those_of_the_files(const State& state);

[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::origin
