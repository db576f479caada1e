#include "house/publication_facts.h"

#include "desks/conference/queries_figures.h"
#include "house/event_codec.h"
#include "journal/carried.h"
#include "journal/entry.h"

namespace ponte::house {

namespace {

journal::CarriedEntry carried(const publication::Packet& packet) {
    journal::CarriedEntry entry{.entry = packet.entry.bytes,
                                .index = packet.index,
                                .inclusion = packet.inclusion,
                                .from_size = packet.from_size,
                                .from_root = packet.from_root,
                                .consistency = packet.consistency,
                                .rotations = {},
                                .log_id = packet.log_id,
                                .checkpoint = packet.checkpoint};
    for (const publication::Octets& one : packet.rotations) entry.rotations.push_back(one.bytes);
    return entry;
}

// What the entry says, read as this release reads its own entries.
void read_entry(publication::PacketFact& fact, ByteView bytes) {
    const auto entry = journal::parse_entry(bytes);
    if (!entry) return;
    const auto event = decode_event(entry->type, entry->version, entry->payload);
    const auto* ours = event ? std::get_if<publication::Event>(&*event) : nullptr;
    if (ours == nullptr) return;
    if (const auto* figure = std::get_if<publication::FigurePublished>(ours)) fact.figure = *figure;
    if (const auto* adopted = std::get_if<publication::FigureAdopted>(ours)) fact.adopted = *adopted;
}

}  // namespace

std::optional<publication::FigureFact> figure_fact(const Desks& desks, const publication::PublishFigure& command, Date today) {
    // As the public sees it: nothing less public can leave, whoever asks.
    const conference::Seen seen(known_of(desks.conference), access::Sight{});
    const conference::IndicatorDefined* definition = seen.indicator(command.indicator);
    if (definition == nullptr) return std::nullopt;
    const Date as_at = command.as_at.value_or(today);
    const conference::Reading reading = read_indicator(seen, *definition, as_at);
    publication::FigureFact fact{.definition = definition->version,
                                 .names = definition->names,
                                 .units = definition->units,
                                 .kind = definition->kind,
                                 .decimals = definition->decimals,
                                 .unit_exponent = definition->unit_exponent,
                                 .any = reading.now.any,
                                 .value = reading.now.value,
                                 .period = reading.now.period.value_or(Period{as_at, as_at}),
                                 .as_at = as_at,
                                 .badge = reading.now.badge,
                                 .entries = reading.now.entries};
    // A count is of the whole year; of a year that goes on it is so far the count until that day.
    fact.period.to = std::min(fact.period.to, as_at);
    return fact;
}

publication::PacketFact packet_fact(const Desks& desks, const publication::Packet& packet) {
    publication::PacketFact fact;
    const auto read = journal::read_checkpoint(packet.checkpoint);
    if (!read) {
        fact.refused = read.error();
        return fact;
    }
    fact.origin = publication::PublisherId(read->checkpoint.origin);
    const publication::Peer* peer = desks.publication.find(fact.origin);
    if (peer == nullptr) return fact;  // The desk refuses it by name.
    const auto key = journal::VerifierKey::parse(peer->trusted.key);
    if (!key) {
        fact.refused = key.error();
        return fact;
    }
    const auto checked = journal::check_carried(carried(packet), *key, peer->roots);
    if (!checked) {
        fact.refused = checked.error();
        return fact;
    }
    fact.size = checked->checkpoint.size;
    fact.root = checked->checkpoint.root;
    fact.leaf = checked->leaf;
    if (checked->fork) fact.fork = publication::ForkFact{checked->fork->size, checked->fork->seen, checked->fork->shown};
    read_entry(fact, packet.entry.bytes);
    return fact;
}

std::optional<publication::KeyFact> key_fact(const publication::TrustPublisher& command) {
    const auto key = journal::VerifierKey::parse(command.key);
    if (!key) return std::nullopt;
    return publication::KeyFact{.name = key->name, .signs_logs = key->use == journal::KeyUse::note};
}

PublicationFacts facts_for(const Desks& desks, const publication::Command& command, Date today) {
    PublicationFacts facts;
    if (const auto* one = std::get_if<publication::PublishFigure>(&command)) facts.figure = figure_fact(desks, *one, today);
    if (const auto* one = std::get_if<publication::AdoptFigure>(&command)) facts.packet = packet_fact(desks, one->packet);
    if (const auto* one = std::get_if<publication::KeepReceipt>(&command)) facts.packet = packet_fact(desks, one->packet);
    if (const auto* one = std::get_if<publication::TrustPublisher>(&command)) facts.key = key_fact(*one);
    return facts;
}

}  // namespace ponte::house
