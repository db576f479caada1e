#include "cli/occasion.h"

namespace ponte::cli {

dossier::Occasion occasion_of(journal::Journal& journal, const house::Past& past, std::optional<std::uint64_t> frozen) {
    dossier::Occasion occasion{.origin = journal.opened().origin,
                               .position = past.position,
                               .root = journal.tree().root_at(past.position),
                               .time = past.time,
                               .frozen = frozen,
                               .demonstration = journal.opened().clock == journal::ClockKind::simulated,
                               .release = "0.1.0"};
    const Date day = past.time.date();
    for (const auto& [id, body] : past.desks.directory.bodies.by_id) {
        occasion.body_names[id.value] = past.desks.directory.bodies.named_on(id, day)->names;
    }
    for (const auto& [id, set] : past.desks.directory.jurisdictions.sets) occasion.set_names[id.value] = set.names;
    return occasion;
}

conference::PlanId newest_plan(const conference::State& state) {
    conference::PlanId newest;
    std::uint16_t year = 0;
    for (const auto& [id, plan] : state.plans) {
        if (plan.imported.year >= year) {
            year = plan.imported.year;
            newest = id;
        }
    }
    return newest;
}

bool audience_is_open_to(const house::Desks& desks, const Asker& asker, conference::Audience audience, Date day) {
    if (audience == conference::Audience::everyone) return true;
    const access::Grant grant = access::grant_on(desks.access, asker.person, day, asker.asserted);
    const access::Side side = audience == conference::Audience::macao ? access::Side::macao : access::Side::mainland;
    return !grant.body.value.empty() && grant.side == side;
}

}  // namespace ponte::cli
