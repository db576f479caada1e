#pragma once

#include "desks/directory/state.h"

// The directory's promises. Each returns nothing, or the broken promise as a sentence.
namespace ponte::directory {

// A body has one name a day.
[[nodiscard]] std::optional<std::string> body_names_do_not_overlap(const State& state, const BodyId& body);
// Every member of a set is a jurisdiction that the directory knows.
[[nodiscard]] std::optional<std::string> members_are_known(const State& state, const SetId& set);

// What the event touched, looked at in the rehearsal of each record.
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
// Everything, looked at by the simulator and `journal verify`.
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::directory
