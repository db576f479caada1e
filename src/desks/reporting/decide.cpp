#include "desks/reporting/decide.h"

#include "desks/reporting/refusals.h"

namespace ponte::reporting {

Decision decide(const View& view, const OpenRound&) { return refuse(refusals::not_allowed, view.asker.person.value); }

}  // namespace ponte::reporting
