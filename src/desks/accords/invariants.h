#pragma once

#include "desks/accords/state.h"

#include <optional>
#include <string>

// The accords desk's promises. Each returns nothing, or the broken promise as a sentence.
namespace ponte::accords {

// What the event touched, looked at in the rehearsal of each record.
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
// Everything, looked at by the simulator and `journal verify`.
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::accords
