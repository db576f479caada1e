#pragma once

#include "base/recorded.h"
#include "desks/access/facts.h"
#include "desks/directory/state.h"

namespace ponte::directory {

// Everything a decision of this desk may look at. The directory is loaded by administrators and
// secretariats; it asks no neighbour but who is asking.
struct View {
    const State& directory;
    const access::Grant& asker;
    Instant now;
};

}  // namespace ponte::directory
