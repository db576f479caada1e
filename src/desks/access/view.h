#pragma once

#include "desks/access/state.h"
#include "desks/directory/facts.h"

namespace ponte::access {

// Everything a decision of this desk may look at.
struct View {
    const State& access;
    const directory::Bodies& bodies;
    const Grant& asker;
    Instant now;
};

}  // namespace ponte::access
