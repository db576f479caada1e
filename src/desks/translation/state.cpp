#include "desks/translation/state.h"

namespace ponte::translation {

Known known_of(const State& state) { return {.required = state.required}; }

void evolve(State&, const TermDefined&, const Recorded&) {}

}  // namespace ponte::translation
