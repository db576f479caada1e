#pragma once

#include "base/outcome.h"
#include "desks/calendar/commands.h"
#include "desks/calendar/view.h"

#include <vector>

namespace ponte::calendar {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const LoadYear& command);

}  // namespace ponte::calendar
