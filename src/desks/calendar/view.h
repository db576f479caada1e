#pragma once

#include "desks/access/facts.h"
#include "desks/calendar/state.h"
#include "desks/directory/facts.h"

namespace ponte::calendar {

// Everything a decision of this desk may look at.
struct View {
    const State& calendar;
    const directory::Jurisdictions& jurisdictions;
    const access::Grant& asker;
    Instant now;
};

}  // namespace ponte::calendar
