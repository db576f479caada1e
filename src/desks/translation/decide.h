#pragma once

#include "base/outcome.h"
#include "desks/translation/commands.h"
#include "desks/translation/view.h"

#include <vector>

namespace ponte::translation {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const DefineTerm& command);

}  // namespace ponte::translation
