#include "desks/publication/state.h"

#include "base/check.h"

namespace ponte::publication {

namespace {

void see(Peer& peer, std::uint64_t size, const Digest& root, const std::string& checkpoint) {
    peer.roots[size] = root;
    if (!checkpoint.empty()) peer.checkpoints[size] = checkpoint;
}

// All that is proven from now on follows from this checkpoint, and what was seen otherwise binds no more.
void begin_from(Peer& peer, std::uint64_t size, const Digest& root) {
    peer.roots = {{size, root}};
    peer.checkpoints.clear();
    peer.last_size = size;
    peer.last_receipt_size = size;
}

Peer& peer_of(State& state, const PublisherId& id) {
    const auto found = state.peers.find(id);
    CHECK(found != state.peers.end());
    return found->second;
}

}  // namespace

Known known_of(const State&) { return {}; }

void evolve(State& state, const PublisherTrusted& event, const Recorded& recorded) {
    Peer& peer = state.peers[event.publisher];
    peer.trusted = event;
    peer.sequence = recorded.sequence;
    if (event.first_size != 0 && peer.roots.empty()) begin_from(peer, event.first_size, event.first_root);
}

void evolve(State& state, const FigurePublished& event, const Recorded& recorded) {
    peer_of(state, event.recipient).sent.push_back({.figure = event, .sequence = recorded.sequence, .leaf = recorded.leaf, .receipt = {}});
}

void evolve(State& state, const FigureAdopted& event, const Recorded& recorded) {
    Peer& peer = peer_of(state, event.publisher);
    peer.taken.push_back({.adopted = event, .sequence = recorded.sequence, .recorded = recorded.time, .by = recorded.actor});
    peer.last_number = event.number;
    peer.last_packet = event.packet;
    peer.last_size = event.size;
    see(peer, event.size, event.root, event.checkpoint);
}

void evolve(State& state, const ReceiptKept& event, const Recorded&) {
    Peer& peer = peer_of(state, event.recipient);
    CHECK(event.number >= 1 && event.number <= peer.sent.size());
    peer.sent[event.number - 1].receipt = event;
    peer.last_receipt_size = event.size;
    see(peer, event.size, event.root, event.checkpoint);
}

void evolve(State& state, const ForkDetected& event, const Recorded& recorded) {
    peer_of(state, event.publisher).forks.push_back({.detected = event, .sequence = recorded.sequence, .resolved = {}});
}

void evolve(State& state, const ForkResolved& event, const Recorded& recorded) {
    Peer& peer = peer_of(state, event.publisher);
    CHECK(!peer.forks.empty());
    peer.forks.back().resolved = event;
    peer.forks.back().resolved_sequence = recorded.sequence;
    if (event.size != 0) begin_from(peer, event.size, event.root);
    if (event.next_number != 0) {
        peer.last_number = event.next_number - 1;
        peer.last_packet = {};
    }
}

}  // namespace ponte::publication
