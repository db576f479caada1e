#pragma once

#include "desks/access/facts.h"
#include "desks/directory/facts.h"
#include "desks/training/state.h"

namespace ponte::training {

// Everything a decision of this desk may look at.
struct View {
    const State& training;
    const directory::Jurisdictions& jurisdictions;
    const access::Grant& asker;
    Instant now;
};

}  // namespace ponte::training
