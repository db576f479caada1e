#pragma once

#include "base/recorded.h"
#include "desks/publication/facts.h"

namespace ponte::publication {

using Roots = std::map<std::uint64_t, Digest>;  // Of one log, by size.

struct Sent {
    FigurePublished figure;
    std::uint64_t sequence = 0;
    Digest leaf;
    std::optional<ReceiptKept> receipt;

    friend bool operator==(const Sent&, const Sent&) = default;
};

struct Taken {
    FigureAdopted adopted;
    std::uint64_t sequence = 0;
    Instant recorded;
    PersonId by;

    friend bool operator==(const Taken&, const Taken&) = default;
};

struct Fork {
    ForkDetected detected;
    std::uint64_t sequence = 0;
    std::optional<ForkResolved> resolved;
    std::uint64_t resolved_sequence = 0;

    friend bool operator==(const Fork&, const Fork&) = default;
};

// Another journal, from this side: what we sent it, what we took of it, and what we have seen of its log.
struct Peer {
    PublisherTrusted trusted;
    std::uint64_t sequence = 0;          // Of the entry that trusts it now.
    std::vector<Sent> sent;              // Number n stands at n - 1.
    std::vector<Taken> taken;            // In the order of adoption.
    std::uint32_t last_number = 0;       // Of the packets taken, in the history that is believed.
    Digest last_packet;
    std::uint64_t last_size = 0;         // Of the checkpoint that proved it: the next packet proves from there.
    std::uint64_t last_receipt_size = 0; // The same for its receipts.
    Roots roots;                         // Every root its log has proven here.
    std::map<std::uint64_t, std::string> checkpoints;  // The signed notes of those that were signed.
    std::vector<Fork> forks;

    [[nodiscard]] const Fork* open_fork() const { return forks.empty() || forks.back().resolved ? nullptr : &forks.back(); }

    friend bool operator==(const Peer&, const Peer&) = default;
};

// What the publication desk knows: the fold of its events, and nothing that is not in them.
struct State {
    std::map<PublisherId, Peer> peers;

    [[nodiscard]] const Peer* find(const PublisherId& publisher) const {
        const auto found = peers.find(publisher);
        return found == peers.end() ? nullptr : &found->second;
    }

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const PublisherTrusted& event, const Recorded& recorded);
void evolve(State& state, const FigurePublished& event, const Recorded& recorded);
void evolve(State& state, const FigureAdopted& event, const Recorded& recorded);
void evolve(State& state, const ReceiptKept& event, const Recorded& recorded);
void evolve(State& state, const ForkDetected& event, const Recorded& recorded);
void evolve(State& state, const ForkResolved& event, const Recorded& recorded);

}  // namespace ponte::publication
