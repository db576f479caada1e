#include "desks/meetings/state.h"

namespace ponte::meetings {

Known known_of(const State&) { return {}; }

void evolve(State&, const ProblemRaised&, const Recorded&) {}

}  // namespace ponte::meetings
