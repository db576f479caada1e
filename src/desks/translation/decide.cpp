#include "desks/translation/decide.h"

#include "desks/translation/refusals.h"

namespace ponte::translation {

Decision decide(const View& view, const DefineTerm&) { return refuse(refusals::not_allowed, view.asker.person.value); }

}  // namespace ponte::translation
