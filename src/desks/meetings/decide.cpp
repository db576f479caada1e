#include "desks/meetings/decide.h"

#include "desks/meetings/refusals.h"

namespace ponte::meetings {

Decision decide(const View& view, const RaiseProblem&) { return refuse(refusals::not_allowed, view.asker.person.value); }

}  // namespace ponte::meetings
