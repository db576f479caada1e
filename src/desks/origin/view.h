#pragma once

#include "desks/access/facts.h"
#include "desks/directory/facts.h"
#include "desks/origin/state.h"

namespace ponte::origin {

// Everything a decision of this desk may look at.
struct View {
    const State& origin;
    const directory::Jurisdictions& jurisdictions;
    const access::Grant& asker;
    Instant now;

    [[nodiscard]] Date today() const { return now.date(); }
};

// Everything a question to this desk is answered from, for one reader.
struct Looking {
    const State& origin;
    const directory::Jurisdictions& jurisdictions;
    access::Sight reader;
    Instant now;

    [[nodiscard]] Date today() const { return now.date(); }
};

}  // namespace ponte::origin
