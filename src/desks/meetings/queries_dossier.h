#pragma once

#include "base/figures.h"
#include "desks/meetings/facts.h"

// What the meetings desk adds to the dossier of a plan: how many problems and decisions there are in which
// state. The rules are those of docs/formats/bundle.md: every figure follows from the rows that the reader is
// shown, and from nothing else.
namespace ponte::meetings {

inline constexpr std::string_view series_of_problems = "problems";
inline constexpr std::string_view series_of_decisions = "decisions";

[[nodiscard]] Contribution contribution_of(const Known& known, const PlanId& plan, const access::Sight& reader, Date as_at);

}  // namespace ponte::meetings
