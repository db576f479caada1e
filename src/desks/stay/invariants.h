#pragma once

#include "desks/stay/state.h"

// The stay desk's promises, as a sentence when one is broken.
namespace ponte::stay {

// Cells stand in ascending order of destination, none twice and none of the passport's own place.
[[nodiscard]] std::optional<std::string> cells_stand_in_order(const Snapshot& snapshot, const JurisdictionId& passport);
// A rule is found under the document that it is for, under no other, and has one destination.
[[nodiscard]] std::optional<std::string> rule_is_found_by_its_document(const State& state, const RuleId& rule);
// No member belongs to a zone twice on one day.
[[nodiscard]] std::optional<std::string> members_belong_once(const Zone& zone);

[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::stay
