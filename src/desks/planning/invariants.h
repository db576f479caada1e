#pragma once

#include "desks/planning/state.h"

#include <optional>
#include <string>

// The planning desk's promises. Each returns nothing, or the broken promise as a sentence.
namespace ponte::planning {

// Each duty of a closed plan has exactly one outcome, and it was confirmed by another side than the one
// that proposed it, or by the conference.
[[nodiscard]] std::optional<std::string> closed_plan_has_one_outcome_a_duty(const State& state, const PlanId& plan);
// The lines of an adopted list are agreed in every required language on one digest by both sides.
[[nodiscard]] std::optional<std::string> adopted_lines_are_agreed_by_both(const State& state, const ListId& list);
// No plan and no frame descends from itself.
[[nodiscard]] std::optional<std::string> lineage_has_no_cycle(const State& state);

// What the event touched, looked at in the rehearsal of each record.
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
// Everything, looked at by the simulator and `journal verify`.
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::planning
