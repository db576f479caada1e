#include "desks/planning/decide.h"

#include "desks/planning/refusals.h"

namespace ponte::planning {

Decision decide(const View& view, const OpenList&) { return refuse(refusals::not_allowed, view.asker.person.value); }

}  // namespace ponte::planning
