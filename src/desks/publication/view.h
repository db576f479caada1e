#pragma once

#include "desks/access/facts.h"
#include "desks/conference/seen.h"
#include "desks/directory/facts.h"
#include "desks/publication/state.h"

namespace ponte::publication {

// Everything a decision of this desk may look at. All of it is const, none of it can reach the world.
struct View {
    const State& publication;
    conference::Known conference;
    const directory::Bodies& bodies;
    const access::Grant& asker;
    Instant now;
    std::uint64_t position = 0;  // entries in the journal before this decision
    Digest nonce;                // random octets of this decision, from the edge: the source of every Blind
    std::string origin;          // of this journal; packets are addressed to it
    // What the house has found out about this very command.
    std::optional<FigureFact> figure;  // PublishFigure: nothing where there is no such indicator
    std::optional<PacketFact> packet;  // AdoptFigure, KeepReceipt
    std::optional<KeyFact> key;        // TrustPublisher: nothing where the key cannot be read
};

// Everything a question to this desk is answered from, for one reader.
struct Looking {
    const State& publication;
    conference::Seen conference;
    const directory::Bodies& bodies;
    access::Sight reader;
    Instant now;

    [[nodiscard]] Date today() const { return now.date(); }
};

}  // namespace ponte::publication
