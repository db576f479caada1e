#include "desks/translation/invariants.h"

namespace ponte::translation {

std::optional<std::string> broken_promise_touched_by(const State&, const Event&) { return std::nullopt; }

std::optional<std::string> broken_promise_anywhere(const State&) { return std::nullopt; }

}  // namespace ponte::translation
