#pragma once

#include "adapters/plan_text/characters.h"
#include "adapters/plan_text/plan_text.h"

// A measure asks for several things in one sentence. A duty is one of them: a clause with a verb of its own.
namespace ponte::plan_text {

// Takes the joined text of a measure.
[[nodiscard]] std::vector<Duty> duties_of(const Characters& measure, Language language);

}  // namespace ponte::plan_text
