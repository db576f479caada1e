#pragma once

#include "base/figures.h"
#include "desks/access/facts.h"
#include "desks/origin/state.h"

#include <span>

// What the origin desk adds to a dossier: how many papers of each kind the year saw. The rules are those of
// docs/formats/bundle.md: a count that fewer than three traders make up is shown to nobody.
namespace ponte::origin {

inline constexpr std::string_view series_of_origin = "origin";

[[nodiscard]] Contribution contribution_of(const State& state, const access::Sight& reader, Date as_at);

}  // namespace ponte::origin
