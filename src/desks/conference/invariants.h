#pragma once

#include "desks/conference/state.h"

// The conference desk's promises. Each returns nothing, or the broken promise as a sentence.
namespace ponte::conference {

// A series' chain is the one its rows make.
[[nodiscard]] std::optional<std::string> chain_follows_from_rows(const State& state, const std::string& series);
// An item is published, released or signed off only with a signature; a verdict is another body's.
[[nodiscard]] std::optional<std::string> item_went_its_way(const State& state, const ItemId& item);
// A plan's measures are numbered 1..n without a gap.
[[nodiscard]] std::optional<std::string> measures_are_numbered(const State& state, const PlanId& plan);

[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::conference
