#include "desks/planning/queries.h"

#include "desks/planning/view.h"

namespace ponte::planning {

// The answers stand beside their questions (queries_*.cpp); each is made from what one reader may see.
static_assert(std::variant_size_v<Query> == 8, "a question is answered in no file");

}  // namespace ponte::planning
