#include "desks/publication/queries.h"

#include "desks/publication/view.h"

#include <algorithm>

namespace ponte::publication {

namespace {

// Traffic with other journals is for the people of both sides, not for the public.
bool is_of_the_conference(const access::Sight& reader) { return reader.auditor || (reader.side && *reader.side != Side::other); }

// The observation that an adoption has recorded, if the reader may see it: the paper's stage speaks for both.
conference::SeenObservation paper_of(const Looking& looking, const FigureAdopted& adopted) {
    for (const conference::SeenObservation& one : looking.conference.observations(adopted.indicator)) {
        if (one.event->source.url == adopted.source) return one;
    }
    return {};
}

}  // namespace

PublishersAnswer answer(const Looking& looking, const PublishersQuery& query) {
    PublishersAnswer shown;
    if (!is_of_the_conference(looking.reader)) return shown;
    for (const auto& [id, peer] : looking.publication.peers) {
        if (query.starting_with && !id.value.starts_with(*query.starting_with)) continue;
        const auto receipted = std::ranges::count_if(peer.sent, [](const Sent& one) { return one.receipt.has_value(); });
        const auto taken = std::ranges::count_if(peer.taken, [&](const Taken& one) { return paper_of(looking, one.adopted).event != nullptr; });
        shown.publishers.push_back({.publisher = id,
                                    .body = peer.trusted.body,
                                    .key = peer.trusted.key,
                                    .sent = static_cast<std::uint32_t>(peer.sent.size()),
                                    .receipted = static_cast<std::uint32_t>(receipted),
                                    .taken = static_cast<std::uint32_t>(taken),
                                    .last_number = peer.last_number,
                                    .last_size = peer.roots.empty() ? 0 : peer.roots.rbegin()->first,
                                    .forked = peer.open_fork() != nullptr,
                                    .entry = peer.sequence});
    }
    return shown;
}

PublishedAnswer answer(const Looking& looking, const PublishedQuery& query) {
    PublishedAnswer shown;
    if (!is_of_the_conference(looking.reader)) return shown;
    for (const auto& [id, peer] : looking.publication.peers) {
        if (query.recipient && *query.recipient != id) continue;
        for (const Sent& one : peer.sent) {
            if (query.without_receipt && one.receipt) continue;
            const FigurePublished& figure = one.figure;
            shown.packets.push_back({.recipient = id,
                                     .number = figure.number,
                                     .indicator = figure.indicator,
                                     .names = figure.names,
                                     .value = figure.value.to_text(),
                                     .units = figure.units,
                                     .period = figure.period.to_text(),
                                     .as_at = figure.as_at,
                                     .badge = std::string(name_of(figure.badge)),
                                     .packet = one.leaf,
                                     .entry = one.sequence,
                                     .receipted = one.receipt.has_value(),
                                     .adopted_at = one.receipt ? one.receipt->index : 0});
        }
    }
    return shown;
}

AdoptedAnswer answer(const Looking& looking, const AdoptedQuery& query) {
    AdoptedAnswer shown;
    for (const auto& [id, peer] : looking.publication.peers) {
        if (query.publisher && *query.publisher != id) continue;
        for (const Taken& one : peer.taken) {
            const conference::SeenObservation paper = paper_of(looking, one.adopted);
            if (paper.event == nullptr) continue;
            const FigureAdopted& adopted = one.adopted;
            shown.packets.push_back({.publisher = id,
                                     .number = adopted.number,
                                     .theirs = adopted.theirs,
                                     .indicator = adopted.indicator,
                                     .value = adopted.value.to_text(),
                                     .period = adopted.period.to_text(),
                                     .as_at = adopted.as_at,
                                     .badge = std::string(name_of(adopted.badge)),
                                     .packet = adopted.packet,
                                     .size = adopted.size,
                                     .root = adopted.root,
                                     .item = paper.event->item,
                                     .stage = std::string(name_of(paper.item->stage)),
                                     .entry = one.sequence});
        }
    }
    return shown;
}

ForksAnswer answer(const Looking& looking, const ForksQuery&) {
    ForksAnswer shown;
    if (!is_of_the_conference(looking.reader)) return shown;
    for (const auto& [id, peer] : looking.publication.peers) {
        for (const Fork& one : peer.forks) {
            shown.forks.push_back({.publisher = id,
                                   .size = one.detected.size,
                                   .seen_root = one.detected.seen_root,
                                   .shown_root = one.detected.shown_root,
                                   .seen_checkpoint = one.detected.seen_checkpoint,
                                   .shown_checkpoint = one.detected.shown_checkpoint,
                                   .resolved = one.resolved.has_value(),
                                   .reason = one.resolved ? one.resolved->reason : "",
                                   .entry = one.sequence});
        }
    }
    return shown;
}

}  // namespace ponte::publication
