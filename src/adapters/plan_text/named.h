#pragma once

#include "adapters/plan_text/characters.h"
#include "adapters/plan_text/plan_text.h"

// What a measure names: sets of jurisdictions, bodies, instruments, and numbers that it owes.
namespace ponte::plan_text {

// Fills these four members of the measure from its joined text.
void find_named(Measure& measure, const Characters& text);

}  // namespace ponte::plan_text
