#pragma once

#include "base/outcome.h"
#include "desks/reporting/commands.h"
#include "desks/reporting/view.h"

#include <vector>

namespace ponte::reporting {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const OpenRound& command);

}  // namespace ponte::reporting
