#include "desks/accords/state_partners.h"

#include "base/check.h"

#include <algorithm>
#include <array>

namespace ponte::accords {

namespace {

Request& request_of(Requests& requests, const RequestId& id) {
    const auto found = requests.find(id);
    CHECK(found != requests.end());
    return found->second;
}

template <class Event>
Stated<Event> stated(const Event& event, const Recorded& recorded) {
    return {.event = event, .sequence = recorded.sequence, .at = recorded.time};
}

// What the same source said before is replaced; another source's word stands beside it.
template <class Event, class Same>
void keep(std::vector<Stated<Event>>& kept, const Event& event, const Recorded& recorded, const Same& same) {
    const auto before = std::ranges::find_if(kept, [&](const Stated<Event>& one) { return same(one.event); });
    if (before == kept.end()) {
        kept.push_back(stated(event, recorded));
    } else {
        *before = stated(event, recorded);
    }
}

}  // namespace

void evolve(Requests& requests, const RequestRecorded& event, const Recorded& recorded) {
    requests[event.request] = {.recorded = event, .stage = event.stage, .sequence = recorded.sequence, .at = recorded.time, .by = recorded.actor};
}

void evolve(Requests& requests, const RequestAcknowledged& event, const Recorded&) { request_of(requests, event.request).acknowledged = event; }
void evolve(Requests& requests, const RequestAnswered& event, const Recorded&) { request_of(requests, event.request).answered = event; }
void evolve(Requests& requests, const RequestMoved& event, const Recorded&) { request_of(requests, event.request).stage = event.to; }
void evolve(Requests& requests, const RequestStruck& event, const Recorded&) { request_of(requests, event.request).struck = event.reason; }

void evolve(Partners& partners, const RouteStated& event, const Recorded& recorded) { partners.routes[event.route] = stated(event, recorded); }

void evolve(Partners& partners, const ClauseStated& event, const Recorded& recorded) {
    partners.clauses[{event.instrument, event.matter}] = stated(event, recorded);
}

void evolve(Partners& partners, const ListingRecorded& event, const Recorded& recorded) {
    keep(partners.listings[{event.partner, event.listing}], event, recorded,
         [&](const ListingRecorded& one) { return one.source.reference == event.source.reference; });
}

void evolve(Partners& partners, const ListPublished& event, const Recorded& recorded) {
    partners.lists[event.listing][event.on] = stated(event, recorded);
}

void evolve(Partners& partners, const FigureRecorded& event, const Recorded& recorded) {
    keep(partners.figures[{event.partner, event.criterion}], event, recorded, [&](const FigureRecorded& one) {
        return one.unit == event.unit && one.period == event.period && one.source.reference == event.source.reference;
    });
}

void evolve(Partners& partners, const WeightsSet& event, const Recorded& recorded) {
    CHECK(event.version == partners.weights.size() + 1);
    partners.weights.push_back(stated(event, recorded));
}

void evolve(Partners& partners, const CountPublished& event, const Recorded& recorded) {
    auto& kept = partners.counts[event.count];
    keep(kept, event, recorded,
         [&](const CountPublished& one) { return one.as_of == event.as_of && one.source.reference == event.source.reference; });
    std::ranges::stable_sort(kept, {}, [](const Stated<CountPublished>& one) { return one.event.as_of; });
}

Listed listed_on(const Partners& partners, const JurisdictionId& partner, Listing listing, Date day) {
    Listed found;
    bool said = false;
    const auto say = [&](ponte::Answer answer) {
        found.on_list = said && found.on_list != answer ? ponte::Answer::unknown : answer;
        said = true;
    };
    if (const auto rows = partners.listings.find({partner, listing}); rows != partners.listings.end()) {
        for (const Stated<ListingRecorded>& row : rows->second) {
            found.rows.push_back(&row);
            say(holds_on(row.event.validity, day));
        }
    }
    if (const auto lists = partners.lists.find(listing); lists != partners.lists.end()) {
        const auto after = lists->second.upper_bound(day);
        if (after != lists->second.begin()) {
            found.list = &std::prev(after)->second;
            say(std::ranges::find(found.list->event.members, partner) != found.list->event.members.end() ? ponte::Answer::yes : ponte::Answer::no);
        }
    }
    return found;
}

WeightsSet weights_of(const Partners& partners, std::optional<std::uint16_t> version) {
    if (!version && !partners.weights.empty()) return partners.weights.back().event;
    if (version && *version > 0 && *version <= partners.weights.size()) return partners.weights[*version - 1U].event;
    // Nobody's judgement: published figures alone, alike, with the way already gone and what was refused.
    using enum Criterion;
    return {.version = 0,
            .weights = {{trade, {2, 1}}, {investment, {2, 1}}, {settled_flows, {1, 1}}, {refused_requests, {2, 1}}, {Criterion::listing, {1, 1}}, {stage, {2, 1}}},
            .listings = {{Listing::fatf_call_for_action, {-1, 0}},
                         {Listing::fatf_increased_monitoring, {-5, 1}},
                         {Listing::fatf_member, {5, 1}},
                         {Listing::egmont_member, {5, 1}},
                         {Listing::apg_member, {0, 0}}},
            .reaches = {{Reach::none, {0, 0}}, {Reach::talks, {4, 1}}, {Reach::initialled, {6, 1}}, {Reach::signed_only, {9, 1}}},
            .reason = {}};
}

}  // namespace ponte::accords
