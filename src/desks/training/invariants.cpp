#include "desks/training/invariants.h"

namespace ponte::training {

std::optional<std::string> events_end_after_they_begin(const State& state) {
    for (const auto& [id, event] : state.events) {
        if (event.plan.to < event.plan.from) return id.value + " ends before it begins";
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_touched_by(const State& state, const Event&) { return events_end_after_they_begin(state); }
std::optional<std::string> broken_promise_anywhere(const State& state) { return events_end_after_they_begin(state); }

}  // namespace ponte::training
