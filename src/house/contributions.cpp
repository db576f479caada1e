#include "house/contributions.h"

namespace ponte::house {

std::vector<Contribution> contributions_of(const Desks&, const conference::PlanId&, conference::Audience, Date) { return {}; }

}  // namespace ponte::house
