#include "desks/access/queries.h"

namespace ponte::access {

PeopleAnswer answer(const State& state, const PeopleQuery& query, const Sight& reader, Instant now) {
    PeopleAnswer all{.on = query.on.value_or(now.date()), .people = {}, .open_proposals = {}};
    for (const auto& [id, person] : state.people) {
        const bool own_side = reader.auditor || (reader.side && *reader.side == person.side);
        if (!own_side) continue;
        PersonRow row{.person = id, .body = person.body, .side = person.side, .has_access = has_access_on(person, all.on), .roles = {}};
        for (const RoleOn& held : grant_on(state, id, all.on, true).roles) {
            row.roles.push_back(held.desk + ":" + std::string(name_of(held.role)));
        }
        all.people.push_back(std::move(row));
    }
    for (const auto& [number, open] : state.proposals) {
        const auto asked = state.people.find(open.asked.person);
        if (reader.auditor || (reader.side && asked != state.people.end() && *reader.side == asked->second.side)) {
            all.open_proposals.push_back(number);
        }
    }
    return all;
}

}  // namespace ponte::access
