#pragma once

#include "base/outcome.h"
#include "house/desks.h"

#include <vector>

// An adopted list is next year's plan: the conference desk takes it in the same run, official in every
// language in which it was agreed, so that the next year begins in the same journal.
namespace ponte::house {

// Refused where the conference desk refuses the plan (conference.not_allowed, conference.plan_exists).
[[nodiscard]] Outcome<std::vector<AnyEvent>> next_plan(const Desks& desks, const planning::AdoptList& command,
                                                       const planning::ListAdopted& adopted, const Asking& asking);

}  // namespace ponte::house
