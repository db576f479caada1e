#pragma once

#include "base/texts.h"
#include "desks/access/facts.h"
#include "desks/translation/state.h"

namespace ponte::translation {

// Everything a decision of this desk may look at. All of it is const, none of it can reach the world.
struct View {
    const State& translation;
    std::vector<TextKept> texts;  // of all desks, from their gates: what the asker may see
    const access::People& people;
    const access::Grant& asker;
    Instant now;
};

// Everything a question to this desk is answered from, for one reader.
struct Looking {
    const State& translation;
    std::vector<TextKept> texts;  // of all desks, from their gates: what the reader may see
    access::Sight reader;
    Instant now;

    [[nodiscard]] Date today() const { return now.date(); }
};

}  // namespace ponte::translation
