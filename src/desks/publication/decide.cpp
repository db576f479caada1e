#include "desks/publication/decide.h"

#include "desks/publication/refusals.h"

namespace ponte::publication {

Decision decide(const View& view, const TrustPublisher&) { return refuse(refusals::not_allowed, view.asker.person.value); }

}  // namespace ponte::publication
