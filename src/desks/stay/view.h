#pragma once

#include "desks/access/facts.h"
#include "desks/directory/facts.h"
#include "desks/stay/state.h"

namespace ponte::stay {

// Everything a decision of this desk may look at.
struct View {
    const State& stay;
    const directory::Jurisdictions& jurisdictions;
    const access::Grant& asker;
    Instant now;
};

// Everything an answer may look at. Rules and tables are published ones, so every reader is shown the same.
struct Looking {
    const State& stay;
    const directory::Jurisdictions& jurisdictions;
    Instant now;
};

}  // namespace ponte::stay
