#include "desks/training/state.h"

namespace ponte::training {

void evolve(State& state, const EventPlanned& event, const Recorded& recorded) {
    state.events[event.event] = {.plan = event, .sequence = recorded.sequence};
}

}  // namespace ponte::training
