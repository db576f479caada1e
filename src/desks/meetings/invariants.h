#pragma once

#include "desks/meetings/state.h"

#include <optional>
#include <string>

// The meetings desk's promises. Each returns nothing, or the broken promise as a sentence.
namespace ponte::meetings {

// Signed off by another than who raised it, escalated only out of its body, settled with a reason and evidence.
[[nodiscard]] std::optional<std::string> problem_went_its_way(const State& state, const ProblemId& id);
// Each version's digest follows from its lines; nothing was approved but what circulated, under its own digest.
[[nodiscard]] std::optional<std::string> approvals_are_of_these_lines(const State& state, const MinutesOf& of);
// Sealed on both sides' approvals of one digest, at a checkpoint that holds them; nothing is drafted afterwards.
[[nodiscard]] std::optional<std::string> sealed_minutes_are_closed(const State& state, const MinutesOf& of);

// What the event touched, looked at in the rehearsal of each record.
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
// Everything, looked at by the simulator and `journal verify`.
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::meetings
