#include "desks/directory/invariants.h"

namespace ponte::directory {

std::optional<std::string> body_names_do_not_overlap(const State& state, const BodyId& body) {
    const Body* found = state.bodies.find(body);
    if (found == nullptr) return std::nullopt;
    for (std::size_t i = 1; i < found->by_date.size(); ++i) {
        const BodyName& earlier = found->by_date[i - 1];
        const BodyName& later = found->by_date[i];
        if (!earlier.to || !later.from || *later.from <= *earlier.to) return "body " + body.value + " has two names on one day";
    }
    return std::nullopt;
}

std::optional<std::string> members_are_known(const State& state, const SetId& set) {
    const auto found = state.jurisdictions.sets.find(set);
    if (found == state.jurisdictions.sets.end()) return "set " + set.value + " is unknown";
    for (const Membership& member : found->second.members) {
        if (!state.jurisdictions.by_id.contains(member.jurisdiction)) {
            return "set " + set.value + " holds the unknown jurisdiction " + member.jurisdiction.value;
        }
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    if (const auto* named = std::get_if<BodyNamed>(&event)) return body_names_do_not_overlap(state, named->body);
    if (const auto* joined = std::get_if<JurisdictionJoinedSet>(&event)) return members_are_known(state, joined->set);
    return std::nullopt;
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [body, unused] : state.bodies.by_id) {
        if (auto broken = body_names_do_not_overlap(state, body)) return broken;
    }
    for (const auto& [set, unused] : state.jurisdictions.sets) {
        if (auto broken = members_are_known(state, set)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::directory
