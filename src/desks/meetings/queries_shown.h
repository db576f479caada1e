#pragma once

#include "desks/meetings/queries.h"
#include "desks/meetings/seen.h"
#include "desks/meetings/view.h"

// What the answers of this desk share.
namespace ponte::meetings {

[[nodiscard]] inline Seen seen_of(const Looking& looking) { return {known_of(looking.meetings), looking.reader}; }

[[nodiscard]] ProblemShown shown_of(const Looking& looking, const Seen& seen, const Problem& problem);
[[nodiscard]] DecisionShown shown_of(const Looking& looking, const Seen& seen, const Decision& decision);

}  // namespace ponte::meetings
