#pragma once

#include "desks/access/facts.h"
#include "desks/conference/seen.h"
#include "desks/directory/facts.h"
#include "desks/meetings/facts.h"
#include "desks/planning/facts.h"
#include "desks/translation/state.h"

namespace ponte::translation {

// Everything a decision of this desk may look at. All of it is const, none of it can reach the world.
struct View {
    const State& translation;
    conference::Known conference;
    meetings::Known meetings;
    planning::Known planning;
    const directory::Bodies& bodies;
    const access::People& people;
    const access::Grant& asker;
    Instant now;
    std::uint64_t position = 0;  // entries in the journal before this decision
    Digest nonce;                // random octets of this decision, from the edge: the source of every Blind
};

// Everything a question to this desk is answered from, for one reader.
struct Looking {
    const State& translation;
    conference::Seen conference;
    meetings::Known meetings;
    planning::Known planning;
    const directory::Bodies& bodies;
    access::Sight reader;
    Instant now;

    [[nodiscard]] Date today() const { return now.date(); }
};

}  // namespace ponte::translation
