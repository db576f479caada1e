#include "desks/directory/queries.h"

namespace ponte::directory {

BodiesAnswer answer(const State& state, const BodiesQuery& query, const access::Sight&, Instant now) {
    BodiesAnswer all{.on = query.on.value_or(now.date()), .bodies = {}};
    for (const auto& [id, body] : state.bodies.by_id) {
        const BodyName& name = *state.bodies.named_on(id, all.on);
        all.bodies.push_back({.body = id,
                              .side = body.side,
                              .names = name.names,
                              .from = name.from,
                              .to = name.to,
                              .kind = name.kind,
                              .source = name.source});
    }
    return all;
}

JurisdictionSetsAnswer answer(const State& state, const JurisdictionSetsQuery& query, const access::Sight& reader, Instant now) {
    JurisdictionSetsAnswer all;
    const Date on = query.on.value_or(now.date());
    for (const auto& [id, set] : state.jurisdictions.sets) {
        if (query.set && *query.set != id) continue;
        SetOn one{.set = id, .names = set.names, .kind = set.kind, .on = on, .note = set.note, .source = set.source, .members = {}};
        for (const Membership& member : set.members) {
            if ((member.from && *member.from > on) || (member.to && *member.to < on)) continue;
            const auto reviewed = state.display_names.find({member.jurisdiction, access::audience_of(reader)});
            const Names& names = reviewed != state.display_names.end() ? reviewed->second
                                                                        : state.jurisdictions.by_id.find(member.jurisdiction)->second;
            one.members.push_back({.jurisdiction = member.jurisdiction,
                                   .names = names,
                                   .from = member.from,
                                   .to = member.to,
                                   .source = member.source});
        }
        all.sets.push_back(std::move(one));
    }
    return all;
}

}  // namespace ponte::directory
