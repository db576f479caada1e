#include "desks/access/invariants.h"

namespace ponte::access {

std::optional<std::string> deputies_are_of_one_body(const State& state) {
    for (const DeputyNamed& named : state.deputies) {
        const auto principal = state.people.find(named.principal);
        const auto deputy = state.people.find(named.deputy);
        if (principal == state.people.end() || deputy == state.people.end()) return "a deputy is a stranger: " + named.deputy.value;
        if (principal->second.body != deputy->second.body) return "a deputy is of another body: " + named.deputy.value;
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    if (std::holds_alternative<DeputyNamed>(event)) return deputies_are_of_one_body(state);
    return std::nullopt;
}

std::optional<std::string> broken_promise_anywhere(const State& state) { return deputies_are_of_one_body(state); }

}  // namespace ponte::access
