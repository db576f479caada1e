#pragma once

#include "desks/access/facts.h"
#include "desks/conference/state.h"
#include "desks/directory/facts.h"

namespace ponte::conference {

// Everything a decision of this desk may look at. All of it is const, none of it can reach the world.
struct View {
    const State& conference;
    const directory::Bodies& bodies;
    const access::Grant& asker;
    Instant now;
    std::uint64_t position = 0;  // entries in the journal before this decision
    Digest nonce;                // random octets of this run, from the edge: the source of every Blind
    const std::vector<Contribution>* contributions = nullptr;  // of other desks to a dossier that is frozen; null: none
};

}  // namespace ponte::conference
