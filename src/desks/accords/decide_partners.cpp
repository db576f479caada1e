#include "desks/accords/state_coverage.h"
#include "desks/accords/refusals.h"
#include "desks/accords/rules.h"

#include <algorithm>
#include <set>

// What is known of partners: public facts with their sources, and this house's weights.
namespace ponte::accords {

namespace {

constexpr std::size_t members_max = 300;
constexpr std::uint8_t places_max = 4;
constexpr Decimal one{1, 0};
constexpr Decimal zero{0, 0};

// What rests on memory or one weak page is no fact.
std::optional<Refusal> refusal_of(const Source& source) {
    if (auto no = refusal_of_source(source, "/source")) return no;
    if (source.confidence == Confidence::unverified) return Refusal{refusals::evidence_unverified, beginning_of(source.reference), "/source/confidence"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_partner(const View& view, const JurisdictionId& partner, const std::string& place) {
    if (!view.jurisdictions.by_id.contains(partner)) return Refusal{refusals::place_unknown, beginning_of(partner.value), place};
    return std::nullopt;
}

// Weighs what a named thing counts: each once, all of them there, each within its range.
template <class Named, class Key>
std::optional<Refusal> refusal_of_values(const std::vector<Named>& values, Key Named::*key, Decimal Named::*value, Decimal least,
                                         const std::vector<Key>& needed, const std::string& place) {
    std::set<Key> seen;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string at = place + "/" + std::to_string(i);
        const Key which = values[i].*key;
        const Decimal what = values[i].*value;
        if (std::ranges::find(needed, which) == needed.end() || !seen.insert(which).second) {
            return Refusal{refusals::weight_repeated, std::string(name_of(which)), at};
        }
        if (compare(what, least) < 0 || compare(what, one) > 0 || what.scale > places_max) {
            return Refusal{refusals::weight_out_of_range, what.to_text(), at};
        }
    }
    for (const Key which : needed) {
        if (!seen.contains(which)) return Refusal{refusals::weight_missing, std::string(name_of(which)), place};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of(const SetWeights& command) {
    using enum Criterion;
    const std::vector<Criterion> criteria{trade, investment, settled_flows, refused_requests, Criterion::listing, stage};
    if (auto no = refusal_of_values(command.weights, &Weight::criterion, &Weight::weight, zero, criteria, "/weights")) return no;
    const std::vector<Listing> listings{Listing::fatf_call_for_action, Listing::fatf_increased_monitoring, Listing::fatf_member, Listing::egmont_member,
                                        Listing::apg_member};
    if (auto no = refusal_of_values(command.listings, &ListingValue::listing, &ListingValue::value, Decimal{-1, 0}, listings, "/listings")) return no;
    const std::vector<Reach> reaches{Reach::none, Reach::talks, Reach::initialled, Reach::signed_only};
    if (auto no = refusal_of_values(command.reaches, &ReachValue::reach, &ReachValue::value, zero, reaches, "/reaches")) return no;
    Decimal sum = zero;
    for (const Weight& weight : command.weights) sum = sum.plus(weight.weight).value_or(zero);
    if (compare(sum, one) != 0) return Refusal{refusals::weights_not_one, sum.to_text(), "/weights"};
    return std::nullopt;
}

// The same words of the same source, once more.
template <class Stateds, class Event>
bool said_already(const Stateds& stateds, const Event& event) {
    return std::ranges::any_of(stateds, [&](const auto& stated) { return stated.event == event; });
}

template <class Found, class Event>
bool stands(const Found& found, const Event& event) {
    return found != nullptr && found->event == event;
}

template <class Map, class Key>
auto find_in(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

Decision decide(const View& view, const StateRoute& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.route.value)) return refuse(refusals::id_malformed, beginning_of(command.route.value), "/route");
    if (auto no = refusal_of(command.source)) return std::unexpected(*std::move(no));
    if (command.matters.empty()) return refuse(refusals::matter_missing, command.route.value, "/matters");
    if (command.reference.empty()) return refuse(refusals::clause_missing, command.route.value, "/reference");
    if (auto no = refusal_of_text(command.reference, "/reference")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(command.conditions, "/conditions")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_names(command.names, "/names")) return std::unexpected(*std::move(no));
    if (is_impossible(command.validity)) return refuse(refusals::validity_impossible, command.route.value, "/validity");
    for (std::size_t i = 0; i < command.without.size(); ++i) {
        if (auto no = refusal_of_partner(view, command.without[i], "/without/" + std::to_string(i))) return std::unexpected(*std::move(no));
    }
    RouteStated event{command.route, command.matters, command.names, command.reference, command.validity, command.without, command.conditions, command.source};
    if (stands(find_in(view.accords.partners.routes, command.route), event)) return refuse(refusals::nothing_changed, command.route.value, "/route");
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const StateClause& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of(command.source)) return std::unexpected(*std::move(no));
    if (command.clause.empty()) return refuse(refusals::clause_missing, command.instrument.value, "/clause");
    if (auto no = refusal_of_text(command.clause, "/clause")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(command.conditions, "/conditions")) return std::unexpected(*std::move(no));
    const Seen everybody(known_of(view.accords), {.body = {}, .side = {}});
    if (everybody.instrument(command.instrument) == nullptr) return refuse(refusals::instrument_unknown, beginning_of(command.instrument.value), "/instrument");
    ClauseStated event{command.instrument, command.matter, command.clause, command.conditions, command.source};
    if (stands(find_in(view.accords.partners.clauses, std::pair(command.instrument, command.matter)), event)) {
        return refuse(refusals::nothing_changed, command.instrument.value, "/instrument");
    }
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const RecordListing& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of(command.source)) return std::unexpected(*std::move(no));
    if (is_impossible(command.validity)) return refuse(refusals::validity_impossible, command.partner.value, "/validity");
    if (auto no = refusal_of_partner(view, command.partner, "/partner")) return std::unexpected(*std::move(no));
    ListingRecorded event{command.partner, command.listing, command.validity, command.source};
    const auto known = view.accords.partners.listings.find({command.partner, command.listing});
    if (known != view.accords.partners.listings.end() && said_already(known->second, event)) {
        return refuse(refusals::nothing_changed, command.partner.value, "/partner");
    }
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const PublishList& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of(command.source)) return std::unexpected(*std::move(no));
    if (command.on > view.now.date()) return refuse(refusals::date_in_future, command.on.to_text(), "/on");
    if (command.members.size() > members_max) return refuse(refusals::too_many, std::to_string(command.members.size()), "/members");
    std::set<JurisdictionId> seen;
    for (std::size_t i = 0; i < command.members.size(); ++i) {
        const std::string place = "/members/" + std::to_string(i);
        if (!seen.insert(command.members[i]).second) return refuse(refusals::member_repeated, command.members[i].value, place);
        if (auto no = refusal_of_partner(view, command.members[i], place)) return std::unexpected(*std::move(no));
    }
    ListPublished event{command.listing, command.on, command.members, command.source};
    const auto lists = view.accords.partners.lists.find(command.listing);
    if (lists != view.accords.partners.lists.end() && stands(find_in(lists->second, command.on), event)) {
        return refuse(refusals::nothing_changed, command.on.to_text(), "/on");
    }
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const RecordFigure& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of(command.source)) return std::unexpected(*std::move(no));
    if (command.criterion != Criterion::trade && command.criterion != Criterion::investment) {
        return refuse(refusals::criterion_not_recorded, std::string(name_of(command.criterion)), "/criterion");
    }
    if (compare(command.value, zero) < 0) return refuse(refusals::figure_negative, command.value.to_text(), "/value");
    if (command.unit.empty()) return refuse(refusals::unit_missing, command.partner.value, "/unit");
    if (auto no = refusal_of_text(command.unit, "/unit")) return std::unexpected(*std::move(no));
    if (command.partner == macao()) return refuse(refusals::partner_is_macao, command.partner.value, "/partner");
    if (auto no = refusal_of_partner(view, command.partner, "/partner")) return std::unexpected(*std::move(no));
    FigureRecorded event{command.partner, command.criterion, command.value, command.unit, command.period, command.source};
    const auto known = view.accords.partners.figures.find({command.partner, command.criterion});
    if (known != view.accords.partners.figures.end() && said_already(known->second, event)) {
        return refuse(refusals::nothing_changed, command.partner.value, "/partner");
    }
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const SetWeights& command) {
    if (!has(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of(command)) return std::unexpected(*std::move(no));
    return std::vector<Event>{WeightsSet{.version = static_cast<std::uint16_t>(view.accords.partners.weights.size() + 1),
                                         .weights = command.weights,
                                         .listings = command.listings,
                                         .reaches = command.reaches,
                                         .reason = command.reason}};
}

Decision decide(const View& view, const RecordCount& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.count.value)) return refuse(refusals::id_malformed, beginning_of(command.count.value), "/count");
    if (auto no = refusal_of(command.source)) return std::unexpected(*std::move(no));
    if (command.kinds.empty()) return refuse(refusals::kind_missing, command.count.value, "/kinds");
    if (command.as_of > view.now.date()) return refuse(refusals::date_in_future, command.as_of.to_text(), "/as_of");
    CountPublished event{command.count, command.kinds, command.in_force, command.as_of, command.published, command.source};
    const auto known = view.accords.partners.counts.find(command.count);
    if (known != view.accords.partners.counts.end() && said_already(known->second, event)) {
        return refuse(refusals::nothing_changed, command.count.value, "/count");
    }
    return std::vector<Event>{std::move(event)};
}

}  // namespace ponte::accords
