#include "house/contributions.h"

#include "desks/accords/queries_dossier.h"
#include "desks/conference/seen.h"
#include "desks/meetings/queries_dossier.h"
#include "desks/origin/queries_dossier.h"
#include "desks/training/queries_dossier.h"

namespace ponte::house {

std::vector<Contribution> contributions_of(const Desks& desks, const conference::PlanId& plan, conference::Audience audience, Date as_at) {
    std::vector<Contribution> all;
    all.push_back(meetings::contribution_of(known_of(desks.meetings), plan, conference::sight_of(audience), as_at));
    all.push_back(accords::contribution_of(known_of(desks.accords), conference::sight_of(audience), as_at));
    all.push_back(training::contribution_of(training::known_of(desks.training), conference::sight_of(audience), as_at));
    all.push_back(origin::contribution_of(desks.origin, conference::sight_of(audience), as_at));
    return all;
}

}  // namespace ponte::house
