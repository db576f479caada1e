#pragma once

#include "adapters/dossier/dossier.h"
#include "desks/conference/events.h"
#include "house/house.h"

#include <optional>

// What changed since the last session, for a dossier: two positions seen through the one gate, by one audience.
namespace ponte::cli {

// `now` is the dossier's position, `business` what its audience sees there. The session is the last one that
// was held on or before the day `as_at` and ended before the position, of those that the audience may know of.
// Nothing: there was none.
[[nodiscard]] Attempt<std::optional<dossier::Changes>> changes_since_last_session(house::House& house, const house::Past& now, const conference::PlanId& plan,
                                                                                  conference::Audience audience, Date as_at, const dossier::Business& business);

// The newest freezing of the plan for the audience, by its entry.
[[nodiscard]] std::optional<std::uint64_t> newest_freezing(const conference::State& state, const conference::PlanId& plan, conference::Audience audience);

}  // namespace ponte::cli
