#pragma once

#include "desks/training/state.h"

// The desk's promises, as sentences when they are broken.
namespace ponte::training {

// An event ends on or after the day it begins.
[[nodiscard]] std::optional<std::string> events_end_after_they_begin(const State& state);

[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::training
