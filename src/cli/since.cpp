#include "cli/since.h"

#include "cli/occasion.h"
#include "house/answers.h"

#include <algorithm>

namespace ponte::cli {

std::optional<std::uint64_t> newest_freezing(const conference::State& state, const conference::PlanId& plan, conference::Audience audience) {
    std::optional<std::uint64_t> newest;
    for (const auto& [sequence, frozen] : state.frozen) {
        if (frozen.plan == plan && frozen.audience == audience) newest = sequence;
    }
    return newest;
}

Attempt<std::optional<dossier::Changes>> changes_since_last_session(house::House& house, const house::Past& now, const conference::PlanId& plan,
                                                                    conference::Audience audience, Date as_at, const dossier::Business& business) {
    const access::Sight sight = conference::sight_of(audience);
    std::vector<meetings::SessionShown> sessions;
    for (const auto& [number, unused] : now.desks.meetings.sessions) {
        for (meetings::SessionShown& one : house::answer_to(now.desks, meetings::SessionQuery{number}, sight, now.time).sessions) {
            if (one.state == meetings::SessionState::held && one.on <= as_at) sessions.push_back(std::move(one));
        }
    }
    std::ranges::sort(sessions, std::ranges::greater(), &meetings::SessionShown::held);
    for (const meetings::SessionShown& session : sessions) {
        const house::Past then = TRY(house.at(session.held + 1));
        // A dossier made at the very end of a session looks back to the one before.
        if (then.position >= now.position) continue;
        const conference::ComparedAt from{.position = then.position, .time = then.time, .as_at = std::min(then.time.date(), as_at)};
        const conference::ComparedAt to{.position = now.position, .time = now.time, .as_at = as_at};
        return dossier::Changes{.session = session.session,
                                .on = session.on,
                                .held = session.held,
                                .root = house.journal().tree().root_at(then.position),
                                .frozen = newest_freezing(then.desks.conference, plan, audience),
                                .values = conference::compared(conference::Seen(conference::known_of(then.desks.conference), sight),
                                                               conference::Seen(conference::known_of(now.desks.conference), sight), plan, from, to),
                                .business = dossier::compared(business_of(then, plan, sight), business)};
    }
    return std::optional<dossier::Changes>();
}

}  // namespace ponte::cli
