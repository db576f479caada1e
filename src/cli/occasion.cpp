#include "cli/occasion.h"

#include "house/answers.h"

#include <algorithm>

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

dossier::Business business_of(const house::Past& past, const conference::PlanId& plan, const access::Sight& reader) {
    dossier::Business business;
    for (meetings::ProblemShown& one : house::answer_to(past.desks, meetings::ProblemsQuery{}, reader, past.time).problems) {
        const bool ours = one.duties.empty() || std::ranges::any_of(one.duties, [&](const auto& duty) { return duty.plan == plan; });
        if (ours) business.problems.push_back(std::move(one));
    }
    business.decisions = house::answer_to(past.desks, meetings::DecisionsQuery{}, reader, past.time).decisions;
    return business;
}

}  // namespace ponte::cli
