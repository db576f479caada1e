#pragma once

#include "desks/access/state.h"

// The access desk's promises. Each returns nothing, or the broken promise as a sentence.
namespace ponte::access {

// A deputy stands in only for somebody of his own body.
[[nodiscard]] std::optional<std::string> deputies_are_of_one_body(const State& state);

[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::access
