#pragma once

#include "base/figures.h"
#include "house/desks.h"

// What the other desks add to the conference's dossier: their figures and the series these rest on.
namespace ponte::house {

// In a fixed order of desks; only of desks that have anything for the plan.
[[nodiscard]] std::vector<Contribution> contributions_of(const Desks& desks, const conference::PlanId& plan, conference::Audience audience, Date as_at);

}  // namespace ponte::house
