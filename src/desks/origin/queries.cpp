#include "desks/origin/queries.h"

#include "desks/origin/view.h"

namespace ponte::origin {

SetsAnswer answer(const Looking& looking, const SetsQuery& query) {
    SetsAnswer found{.on = query.on.value_or(looking.today()), .sets = {}};
    for (const auto& [id, set] : looking.origin.rules.sets) {
        found.sets.push_back({.set = id,
                              .names = set.recorded.names,
                              .parties = set.recorded.parties,
                              .validity = set.recorded.validity,
                              .holds = holds_on(set.recorded.validity, found.on),
                              .rules = static_cast<std::uint32_t>(set.rules.size()),
                              .clause = set.recorded.clause,
                              .source = set.recorded.source,
                              .entry = set.sequence});
    }
    return found;
}

}  // namespace ponte::origin
