#pragma once

#include "desks/access/facts.h"
#include "desks/conference/seen.h"
#include "desks/directory/facts.h"
#include "desks/meetings/seen.h"
#include "desks/planning/state.h"
#include "desks/translation/facts.h"

namespace ponte::planning {

// Everything a decision of this desk may look at. All of it is const, none of it can reach the world.
struct View {
    const State& planning;
    conference::Known conference;
    meetings::Known meetings;
    const directory::Bodies& bodies;
    const access::Grant& asker;
    Instant now;
    std::uint64_t position = 0;  // entries in the journal before this decision
    Digest nonce;                // random octets of this decision, from the edge: the source of every Blind
    translation::Known translation = {};  // which languages a text must be in before it is approved
};

// Everything a question to this desk is answered from, for one reader.
struct Looking {
    const State& planning;
    conference::Seen conference;
    meetings::Known meetings;
    const directory::Bodies& bodies;
    access::Sight reader;
    Instant now;

    [[nodiscard]] Date today() const { return now.date(); }
};

}  // namespace ponte::planning
