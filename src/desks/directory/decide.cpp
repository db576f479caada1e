#include "desks/directory/decide.h"

#include "desks/directory/refusals.h"

#include <algorithm>

// Rules run from the cheapest to the dearest: who asks, then the words, then the world.
namespace ponte::directory {

namespace {

bool is_well_formed(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

std::optional<Refusal> common_refusal(const View& view, std::string_view id, const Names& names, std::string_view source) {
    if (!view.asker.may_configure("directory")) return Refusal{refusals::not_allowed, view.asker.person.value, ""};
    if (!is_well_formed(id)) return Refusal{refusals::id_malformed, std::string(id).substr(0, 80), ""};
    if (names.empty()) return Refusal{refusals::name_missing, std::string(id), "/names"};
    if (source.empty()) return Refusal{refusals::source_missing, std::string(id), "/source"};
    return std::nullopt;
}

bool overlap(const std::optional<Date>& a_from, const std::optional<Date>& a_to, const std::optional<Date>& b_from,
             const std::optional<Date>& b_to) {
    const bool a_before_b = a_to && b_from && *a_to < *b_from;
    const bool b_before_a = b_to && a_from && *b_to < *a_from;
    return !a_before_b && !b_before_a;
}

}  // namespace

Decision decide(const View& view, const NameJurisdiction& command) {
    if (auto no = common_refusal(view, command.jurisdiction.value, command.names, command.source)) return std::unexpected(*no);
    if (view.directory.jurisdictions.by_id.contains(command.jurisdiction)) {
        return refuse(refusals::jurisdiction_already_named, command.jurisdiction.value, "/jurisdiction");
    }
    return std::vector<Event>{JurisdictionNamed{
        .jurisdiction = command.jurisdiction, .names = command.names, .from = command.from, .source = command.source}};
}

Decision decide(const View& view, const DefineJurisdictionSet& command) {
    if (auto no = common_refusal(view, command.set.value, command.names, command.source)) return std::unexpected(*no);
    if (view.directory.jurisdictions.sets.contains(command.set)) {
        return refuse(refusals::set_already_defined, command.set.value, "/set");
    }
    return std::vector<Event>{JurisdictionSetDefined{
        .set = command.set, .names = command.names, .kind = command.kind, .note = command.note, .source = command.source}};
}

Decision decide(const View& view, const AddToJurisdictionSet& command) {
    if (!view.asker.may_configure("directory")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.source.empty()) return refuse(refusals::source_missing, command.set.value, "/source");
    if (command.from && command.to && *command.to < *command.from) {
        return refuse(refusals::dates_backwards, command.to->to_text(), "/to");
    }
    const auto set = view.directory.jurisdictions.sets.find(command.set);
    if (set == view.directory.jurisdictions.sets.end()) return refuse(refusals::set_unknown, command.set.value, "/set");
    if (!view.directory.jurisdictions.by_id.contains(command.jurisdiction)) {
        return refuse(refusals::jurisdiction_unknown, command.jurisdiction.value, "/jurisdiction");
    }
    for (const Membership& member : set->second.members) {
        if (member.jurisdiction == command.jurisdiction && overlap(member.from, member.to, command.from, command.to)) {
            return refuse(refusals::already_a_member, command.jurisdiction.value, "/from");
        }
    }
    return std::vector<Event>{JurisdictionJoinedSet{.set = command.set,
                                                    .jurisdiction = command.jurisdiction,
                                                    .from = command.from,
                                                    .to = command.to,
                                                    .source = command.source}};
}

Decision decide(const View& view, const NameBody& command) {
    if (auto no = common_refusal(view, command.body.value, command.names, command.source)) return std::unexpected(*no);
    if (command.from && command.to && *command.to < *command.from) {
        return refuse(refusals::dates_backwards, command.to->to_text(), "/to");
    }
    if (const Body* known = view.directory.bodies.find(command.body)) {
        if (known->side != command.side) return refuse(refusals::side_differs, command.body.value, "/side");
        for (const BodyName& name : known->by_date) {
            if (overlap(name.from, name.to, command.from, command.to)) {
                return refuse(refusals::names_overlap, command.body.value, "/from");
            }
        }
    }
    return std::vector<Event>{BodyNamed{.body = command.body,
                                        .side = command.side,
                                        .names = command.names,
                                        .from = command.from,
                                        .to = command.to,
                                        .kind = command.kind,
                                        .source = command.source}};
}

Decision decide(const View& view, const ReviewDisplayName& command) {
    if (!view.asker.may_configure("directory")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.audience != "macao" && command.audience != "mainland" && command.audience != "public") {
        return refuse(refusals::audience_unknown, command.audience.substr(0, 80), "/audience");
    }
    if (command.names.empty()) return refuse(refusals::name_missing, command.jurisdiction.value, "/names");
    if (!view.directory.jurisdictions.by_id.contains(command.jurisdiction)) {
        return refuse(refusals::jurisdiction_unknown, command.jurisdiction.value, "/jurisdiction");
    }
    return std::vector<Event>{DisplayNameReviewed{.jurisdiction = command.jurisdiction,
                                                  .audience = command.audience,
                                                  .names = command.names,
                                                  .reason = command.reason}};
}

}  // namespace ponte::directory
