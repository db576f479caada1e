#include "desks/publication/decide.h"

#include "base/check.h"
#include "base/text.h"
#include "desks/publication/refusals.h"

#include <algorithm>

namespace ponte::publication {

namespace {

using access::Role;

constexpr std::size_t text_bytes_max = 4'000;
constexpr std::size_t checkpoint_bytes_max = 16'000;  // Twice in an entry of 65,535, beside a proof.
constexpr std::size_t entries_max = 6'000;

bool may_configure(const View& view) { return view.asker.may_configure("publication"); }
// What is adopted becomes a paper of the conference.
bool may_adopt(const View& view) {
    return view.asker.has("conference", Role::officer) || view.asker.has("conference", Role::secretariat);
}

Blind blind_of(const View& view) {
    const Digest digest = sha256_of_parts({view_of("publication"), view.nonce.bytes});
    Blind blind;
    std::copy_n(digest.bytes.begin(), blind.size(), blind.begin());
    return blind;
}

// The journal that a packet says it comes from, while it may say anything.
Outcome<const Peer*> peer_heard(const View& view, const Packet& packet) {
    CHECK(view.packet.has_value());
    if (packet.checkpoint.size() > checkpoint_bytes_max) return refuse(refusals::packet_too_long, std::to_string(packet.checkpoint.size()), "/packet/checkpoint");
    const Peer* peer = view.publication.find(view.packet->origin);
    if (peer == nullptr && view.packet->refused && view.packet->origin.value.empty()) return std::unexpected(*view.packet->refused);
    if (peer == nullptr) return refuse(refusals::publisher_unknown, view.packet->origin.value, "/packet/checkpoint");
    if (const Fork* fork = peer->open_fork()) {
        return refuse(refusals::fork_detected, view.packet->origin.value + ", entry " + std::to_string(fork->sequence));
    }
    if (view.packet->refused) return std::unexpected(*view.packet->refused);
    return peer;
}

std::vector<Event> fork_found(const View& view, const Peer& peer, const Packet& packet) {
    const ForkFact& fork = *view.packet->fork;
    const auto note = peer.checkpoints.find(fork.size);
    return {ForkDetected{.publisher = view.packet->origin,
                         .size = fork.size,
                         .seen_root = fork.seen,
                         .shown_root = fork.shown,
                         .seen_checkpoint = note == peer.checkpoints.end() ? "" : note->second,
                         .shown_checkpoint = packet.checkpoint,
                         .from_size = packet.from_size,
                         .consistency = packet.consistency}};
}

// A packet continues the last of its kind: it proves from there, or stands there.
bool continues(const PacketFact& fact, const Packet& packet, std::uint64_t last_size) {
    return last_size == 0 || packet.from_size == last_size || fact.size == last_size;
}

std::string missing(std::uint32_t from, std::uint32_t to) { return to == from ? std::to_string(from) : std::to_string(from) + " to " + std::to_string(to); }

// Units are the same when a language that both name them in says so.
bool same_units(const Names& a, const Names& b) {
    bool compared = false;
    for (const Language language : languages) {
        if (a.in(language).empty() || b.in(language).empty()) continue;
        if (fold_for_search(a.in(language)) == fold_for_search(b.in(language))) return true;
        compared = true;
    }
    return !compared && a.empty() && b.empty();
}

// The indicator here that the figure belongs to: named, or as last time, or of the same id.
IndicatorId here(const AdoptFigure& command, const Peer& peer, const FigurePublished& figure) {
    if (command.indicator) return *command.indicator;
    const auto before = std::ranges::find(peer.taken.rbegin(), peer.taken.rend(), figure.indicator, [](const Taken& one) { return one.adopted.theirs; });
    return before == peer.taken.rend() ? figure.indicator : before->adopted.indicator;
}

std::optional<Refusal> refusal_of_order(const Peer& peer, const PacketFact& fact) {
    const FigurePublished& figure = *fact.figure;
    if (figure.number <= peer.last_number) {
        const auto known = std::ranges::find(peer.taken, fact.leaf, [](const Taken& one) { return one.adopted.packet; });
        if (known == peer.taken.end()) return Refusal{refusals::number_differs, std::to_string(figure.number), "/packet/entry"};
        return Refusal{refusals::already_adopted, std::to_string(known->sequence), "/packet/entry"};
    }
    if (figure.number > peer.last_number + 1) return Refusal{refusals::packets_missing, missing(peer.last_number + 1, figure.number - 1), "/packet/entry"};
    // After a fork was resolved with a new number the chain begins anew.
    const bool begins = peer.last_packet == Digest() && peer.last_number > 0;
    if (!begins && figure.previous != peer.last_packet) return Refusal{refusals::previous_differs, std::to_string(figure.number), "/packet/entry"};
    return std::nullopt;
}

struct Owner {
    BodyId body;
    Side side{};
};
Outcome<Owner> owner_of(const View& view, const std::optional<BodyId>& named) {
    const BodyId& body = named ? *named : view.asker.body;
    const directory::Body* known = view.bodies.find(body);
    if (known == nullptr) return refuse(refusals::body_unknown, body.value, "/body");
    return Owner{.body = body, .side = known->side};
}

}  // namespace

Decision decide(const View& view, const TrustPublisher& command) {
    if (!may_configure(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!view.key || !view.key->signs_logs) return refuse(refusals::key_unusable, command.key.substr(0, 120), "/key");
    if (view.key->name != command.publisher.value) return refuse(refusals::key_of_another, view.key->name, "/key");
    if (command.publisher.value == view.origin) return refuse(refusals::own_journal, command.publisher.value, "/publisher");
    if (view.bodies.find(command.body) == nullptr) return refuse(refusals::body_unknown, command.body.value, "/body");
    if (command.first_size.has_value() != command.first_root.has_value() || command.first_size == 0U) {
        return refuse(refusals::checkpoint_incomplete, {}, "/first_size");
    }
    const PublisherTrusted event{.publisher = command.publisher,
                                 .key = command.key,
                                 .body = command.body,
                                 .first_size = command.first_size.value_or(0),
                                 .first_root = command.first_root.value_or(Digest())};
    const Peer* peer = view.publication.find(command.publisher);
    if (peer != nullptr && peer->trusted.key == event.key && peer->trusted.body == event.body) {
        return refuse(refusals::already_trusted, command.publisher.value, "/publisher");
    }
    return std::vector<Event>{event};
}

Decision decide(const View& view, const PublishFigure& command) {
    if (!may_configure(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.as_at && *command.as_at > view.now.date()) return refuse(refusals::date_in_future, command.as_at->to_text(), "/as_at");
    const Peer* peer = view.publication.find(command.recipient);
    if (peer == nullptr) return refuse(refusals::publisher_unknown, command.recipient.value, "/recipient");
    if (!view.figure) return refuse(refusals::indicator_unknown, command.indicator.value.substr(0, 80), "/indicator");
    const FigureFact& figure = *view.figure;
    if (!figure.any) return refuse(refusals::nothing_published, command.indicator.value, "/indicator");
    if (!figure.value) return refuse(refusals::figure_contradictory, command.indicator.value, "/indicator");
    if (figure.entries.size() > entries_max) return refuse(refusals::packet_too_long, std::to_string(figure.entries.size()) + " entries", "/indicator");
    FigurePublished event{.recipient = command.recipient,
                          .number = static_cast<std::uint32_t>(peer->sent.size() + 1),
                          .previous = peer->sent.empty() ? Digest() : peer->sent.back().leaf,
                          .indicator = command.indicator,
                          .definition = figure.definition,
                          .names = figure.names,
                          .units = figure.units,
                          .kind = figure.kind,
                          .decimals = figure.decimals,
                          .unit_exponent = figure.unit_exponent,
                          .value = *figure.value,
                          .period = figure.period,
                          .as_at = figure.as_at,
                          .badge = figure.badge,
                          .entries = figure.entries};
    const auto last = std::ranges::find(peer->sent.rbegin(), peer->sent.rend(), command.indicator, [](const Sent& one) { return one.figure.indicator; });
    if (last != peer->sent.rend()) {
        FigurePublished again = event;
        again.number = last->figure.number;
        again.previous = last->figure.previous;
        again.as_at = last->figure.as_at;
        if (again == last->figure) return refuse(refusals::already_published, std::to_string(last->figure.number), "/indicator");
    }
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const AdoptFigure& command) {
    if (!may_adopt(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Peer& peer = *TRY(peer_heard(view, command.packet));
    const PacketFact& fact = *view.packet;
    if (fact.fork) return fork_found(view, peer, command.packet);
    if (!fact.figure) return refuse(refusals::not_a_figure, std::to_string(command.packet.index), "/packet/entry");
    const FigurePublished& figure = *fact.figure;
    if (figure.recipient.value != view.origin) return refuse(refusals::for_another, figure.recipient.value, "/packet/entry");
    if (auto no = refusal_of_order(peer, fact)) return std::unexpected(*std::move(no));
    if (!continues(fact, command.packet, peer.last_size)) return refuse(refusals::from_elsewhere, std::to_string(peer.last_size), "/packet/from_size");
    const IndicatorId indicator = here(command, peer, figure);
    const auto known = view.conference.indicators.find(indicator);
    if (known == view.conference.indicators.end()) return refuse(refusals::indicator_unknown, indicator.value.substr(0, 80), "/indicator");
    const conference::IndicatorDefined& definition = known->second.definition;
    if (definition.kind != figure.kind || definition.unit_exponent != figure.unit_exponent) {
        return refuse(refusals::indicator_differs, indicator.value, "/indicator");
    }
    if (!command.same_unit && !same_units(definition.units, figure.units)) return refuse(refusals::unit_differs, indicator.value, "/same_unit");
    const Owner owner = TRY(owner_of(view, command.body));
    const std::string source = "packet:" + fact.origin.value + "/" + std::to_string(figure.number) + "#" + fact.leaf.to_text();
    return std::vector<Event>{FigureAdopted{.publisher = fact.origin,
                                            .number = figure.number,
                                            .packet = fact.leaf,
                                            .index = command.packet.index,
                                            .size = fact.size,
                                            .root = fact.root,
                                            .checkpoint = command.packet.checkpoint,
                                            .theirs = figure.indicator,
                                            .indicator = indicator,
                                            .value = figure.value,
                                            .period = figure.period,
                                            .as_at = figure.as_at,
                                            .badge = figure.badge,
                                            .source = source,
                                            .body = owner.body,
                                            .side = owner.side,
                                            .blind = blind_of(view)}};
}

Decision decide(const View& view, const KeepReceipt& command) {
    if (!may_configure(view) && !may_adopt(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Peer& peer = *TRY(peer_heard(view, command.packet));
    const PacketFact& fact = *view.packet;
    if (fact.fork) return fork_found(view, peer, command.packet);
    if (!fact.adopted) return refuse(refusals::not_a_receipt, std::to_string(command.packet.index), "/packet/entry");
    const FigureAdopted& adopted = *fact.adopted;
    if (adopted.publisher.value != view.origin) return refuse(refusals::for_another, adopted.publisher.value, "/packet/entry");
    if (adopted.number == 0 || adopted.number > peer.sent.size()) return refuse(refusals::packet_unknown, std::to_string(adopted.number), "/packet/entry");
    const Sent& sent = peer.sent[adopted.number - 1];
    const FigurePublished& figure = sent.figure;
    const bool same = adopted.packet == sent.leaf && adopted.index == sent.sequence && adopted.theirs == figure.indicator &&
                      adopted.value == figure.value && adopted.period == figure.period && adopted.badge == figure.badge;
    if (!same) return refuse(refusals::receipt_differs, std::to_string(adopted.number), "/packet/entry");
    if (sent.receipt) return refuse(refusals::already_kept, std::to_string(adopted.number), "/packet/entry");
    if (!continues(fact, command.packet, peer.last_receipt_size)) {
        return refuse(refusals::from_elsewhere, std::to_string(peer.last_receipt_size), "/packet/from_size");
    }
    return std::vector<Event>{ReceiptKept{.recipient = fact.origin,
                                          .number = adopted.number,
                                          .packet = adopted.packet,
                                          .index = command.packet.index,
                                          .size = fact.size,
                                          .root = fact.root,
                                          .checkpoint = command.packet.checkpoint}};
}

Decision decide(const View& view, const ResolveFork& command) {
    if (!view.asker.has("publication", Role::administrator)) {
        return refuse(refusals::not_allowed, view.asker.person.value);
    }
    if (command.reason.empty() || command.reason.size() > text_bytes_max || has_control_characters(command.reason)) {
        return refuse(refusals::reason_missing, {}, "/reason");
    }
    if (command.size.has_value() != command.root.has_value() || command.size == 0U) return refuse(refusals::checkpoint_incomplete, {}, "/size");
    const Peer* peer = view.publication.find(command.publisher);
    if (peer == nullptr) return refuse(refusals::publisher_unknown, command.publisher.value, "/publisher");
    if (peer->open_fork() == nullptr) return refuse(refusals::no_fork, command.publisher.value, "/publisher");
    return std::vector<Event>{ForkResolved{.publisher = command.publisher,
                                           .reason = command.reason,
                                           .size = command.size.value_or(0),
                                           .root = command.root.value_or(Digest()),
                                           .next_number = command.next_number.value_or(0)}};
}

}  // namespace ponte::publication
