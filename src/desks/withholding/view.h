#pragma once

#include "desks/access/facts.h"
#include "desks/directory/facts.h"
#include "desks/withholding/state.h"

namespace ponte::withholding {

// Everything a decision of this desk may look at.
struct View {
    const State& withholding;
    const directory::Jurisdictions& jurisdictions;
    const access::Grant& asker;
    Instant now;
};

}  // namespace ponte::withholding
