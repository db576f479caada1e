#include "desks/publication/invariants.h"

#include <set>

namespace ponte::publication {

namespace {

std::optional<std::string> packets_are_numbered_and_chained(const PublisherId& id, const Peer& peer) {
    Digest previous;
    for (std::size_t i = 0; i < peer.sent.size(); ++i) {
        const Sent& one = peer.sent[i];
        if (one.figure.number != i + 1) return "a packet to " + id.value + " has another number than its place";
        if (one.figure.previous != previous) return "a packet to " + id.value + " does not name the one before";
        previous = one.leaf;
        if (one.receipt && (one.receipt->packet != one.leaf || one.receipt->number != one.figure.number)) {
            return "a receipt of " + id.value + " is for another packet";
        }
    }
    return std::nullopt;
}

std::optional<std::string> a_packet_is_taken_once(const PublisherId& id, const Peer& peer) {
    std::set<Digest> packets;
    for (const Taken& one : peer.taken) {
        if (!packets.insert(one.adopted.packet).second) return "a packet of " + id.value + " was adopted twice";
    }
    return std::nullopt;
}

std::optional<std::string> nothing_is_taken_of_a_forked_log(const PublisherId& id, const Peer& peer) {
    const Fork* fork = peer.open_fork();
    if (fork == nullptr) return std::nullopt;
    const bool since = !peer.taken.empty() && peer.taken.back().sequence > fork->sequence;
    return since ? std::optional("something of " + id.value + " was adopted after its fork") : std::nullopt;
}

std::optional<std::string> broken_promise_about(const PublisherId& id, const Peer& peer) {
    if (auto broken = packets_are_numbered_and_chained(id, peer)) return broken;
    if (auto broken = a_packet_is_taken_once(id, peer)) return broken;
    return nothing_is_taken_of_a_forked_log(id, peer);
}

const PublisherId& named(const FigurePublished& event) { return event.recipient; }
const PublisherId& named(const ReceiptKept& event) { return event.recipient; }
template <class One>
const PublisherId& named(const One& event) {
    return event.publisher;
}

}  // namespace

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    const PublisherId& id = std::visit([](const auto& one) -> const PublisherId& { return named(one); }, event);
    const Peer* peer = state.find(id);
    if (peer == nullptr) return "something is recorded about " + id.value + ", which nobody trusts";
    return broken_promise_about(id, *peer);
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [id, peer] : state.peers) {
        if (auto broken = broken_promise_about(id, peer)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::publication
