#pragma once

#include "desks/planning/queries_closing.h"
#include "desks/planning/queries_lineage.h"
#include "desks/planning/queries_list.h"

// Questions to the planning desk. Each is answered from a Seen: what the reader may see, and no more.
namespace ponte::planning {

using Query = std::variant<ListsQuery, ListQuery, ComparisonQuery, ClosingQuery, ProposalQuery, MatchesQuery, LineageQuery, FramesQuery>;

}  // namespace ponte::planning
