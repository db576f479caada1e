#include "desks/training/decide.h"

#include "base/text.h"
#include "desks/training/refusals.h"

#include <algorithm>
#include <set>

namespace ponte::training {

namespace {

constexpr std::size_t id_bytes_max = 64;
constexpr std::size_t text_bytes_max = 500;

bool may_organise(const View& view) { return view.asker.may_configure("training") || view.asker.has("training", access::Role::officer); }

bool is_well_formed(std::string_view id) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; };
    return !id.empty() && id.size() <= id_bytes_max && std::ranges::all_of(id, fits);
}

std::optional<Refusal> no_quotas(const std::vector<SeatQuota>& quotas, std::uint32_t seats) {
    std::uint64_t reserved = 0;
    std::set<JurisdictionId> named;
    for (std::size_t i = 0; i < quotas.size(); ++i) {
        const SeatQuota& quota = quotas[i];
        const bool fits = named.insert(quota.jurisdiction).second && (!quota.most || *quota.most >= quota.reserved);
        reserved += quota.reserved;
        if (!fits || reserved > seats) return Refusal{refusals::quotas_exceed_seats, quota.jurisdiction.value, "/quotas/" + std::to_string(i)};
    }
    return std::nullopt;
}

}  // namespace

Decision decide(const View& view, const PlanEvent& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.event.value)) return refuse(refusals::id_malformed, command.event.value.substr(0, 80), "/event");
    if (command.titles.empty()) return refuse(refusals::title_missing, {}, "/titles");
    for (const Language language : languages) {
        const std::string& title = command.titles.in(language);
        if (title.size() > text_bytes_max || has_control_characters(title)) return refuse(refusals::text_malformed, {}, "/titles");
    }
    if (command.venue.size() > text_bytes_max || has_control_characters(command.venue)) return refuse(refusals::text_malformed, {}, "/venue");
    if (command.to < command.from) return refuse(refusals::dates_impossible, command.to.to_text(), "/to");
    if (command.nominations_to < command.nominations_from) return refuse(refusals::dates_impossible, command.nominations_to.to_text(), "/nominations_to");
    if (command.nominations_from > command.to) return refuse(refusals::dates_impossible, command.nominations_from.to_text(), "/nominations_from");
    if (auto no = no_quotas(command.quotas, command.seats)) return std::unexpected(*std::move(no));
    if (!view.jurisdictions.by_id.contains(command.place)) return refuse(refusals::jurisdiction_unknown, command.place.value, "/place");
    for (std::size_t i = 0; i < command.quotas.size(); ++i) {
        const JurisdictionId& named = command.quotas[i].jurisdiction;
        if (!view.jurisdictions.by_id.contains(named)) return refuse(refusals::jurisdiction_unknown, named.value, "/quotas/" + std::to_string(i) + "/jurisdiction");
    }
    if (view.training.events.contains(command.event)) return refuse(refusals::already_planned, command.event.value, "/event");
    return std::vector<Event>{EventPlanned{.event = command.event,
                                           .kind = command.kind,
                                           .titles = command.titles,
                                           .place = command.place,
                                           .venue = command.venue,
                                           .from = command.from,
                                           .to = command.to,
                                           .nominations_from = command.nominations_from,
                                           .nominations_to = command.nominations_to,
                                           .seats = command.seats,
                                           .quotas = command.quotas,
                                           .organiser = view.asker.body,
                                           .side = view.asker.side}};
}

}  // namespace ponte::training
