#pragma once

#include "desks/access/facts.h"
#include "desks/accords/seen.h"
#include "desks/accords/state.h"
#include "desks/directory/facts.h"

namespace ponte::accords {

// Everything a decision of this desk may look at. All of it is const, none of it can reach the world.
struct View {
    const State& accords;
    const directory::Bodies& bodies;
    const directory::Jurisdictions& jurisdictions;
    const access::Grant& asker;
    Instant now;
    Digest nonce = {};  // random octets of this decision, from the edge: the source of every Blind

    [[nodiscard]] Date today() const { return now.date(); }
};

// Everything a question to this desk is answered from, for one reader.
struct Looking {
    const State& accords;
    const directory::Jurisdictions& jurisdictions;
    access::Sight reader;
    Instant now;

    [[nodiscard]] Date today() const { return now.date(); }
    [[nodiscard]] Seen seen() const { return {known_of(accords), reader}; }
};

}  // namespace ponte::accords
