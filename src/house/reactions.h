#pragma once

#include "house/desks.h"

// What one desk's decision makes another desk record in the same run. A desk never calls another; the
// house asks each in turn, on the state before the run, and any refusal refuses the whole.
namespace ponte::house {

// The decision of the command's own desk, and nothing more.
[[nodiscard]] Outcome<std::vector<AnyEvent>> decide_alone(const Desks& desks, const AnyCommand& command, const Asking& asking);

// As `asking`, for the part-th decision of a run: each has random octets of its own, since equal blinds in
// two events would tell the hidden one by the shown one. Part 0 is the command's own decision.
[[nodiscard]] Asking for_part(const Asking& asking, std::uint32_t part);

// What other desks decide because of what the command's own desk has decided; empty for most commands.
[[nodiscard]] Outcome<std::vector<AnyEvent>> reactions(const Desks& desks, const AnyCommand& command, const Asking& asking,
                                                       const std::vector<AnyEvent>& decided);

}  // namespace ponte::house
