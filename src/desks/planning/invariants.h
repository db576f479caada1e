#pragma once

#include "desks/planning/state.h"

#include <optional>
#include <string>

// The planning desk's promises. Each returns nothing, or the broken promise as a sentence.
namespace ponte::planning {

// What the event touched, looked at in the rehearsal of each record.
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
// Everything, looked at by the simulator and `journal verify`.
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::planning
