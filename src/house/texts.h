#pragma once

#include "base/texts.h"
#include "house/desks.h"

// The texts of all desks that keep any in several languages, each from its desk's gate: what one reader may
// see. The translation desk is asked with these and knows no other.
namespace ponte::house {

[[nodiscard]] std::vector<TextKept> texts_seen(const Desks& desks, const access::Sight& reader);

}  // namespace ponte::house
