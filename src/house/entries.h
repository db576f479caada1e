#pragma once

#include "house/desks.h"

// Whether a reader may read an entry by its number: where the gate of its desk shows him what the entry says. What no gate
// speaks of (people, drafts, steps on the way, what a body keeps to itself) is not told by its number to anybody.
namespace ponte::house {

[[nodiscard]] bool may_see_entry(const Desks& desks, const AnyEvent& event, std::uint64_t sequence, const access::Sight& reader);

}  // namespace ponte::house
