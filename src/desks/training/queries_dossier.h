#pragma once

#include "base/figures.h"
#include "desks/access/facts.h"
#include "desks/training/facts.h"

// What the training desk adds to a dossier: meetings and training of the year, who came and from how many
// jurisdictions. The rules are those of docs/formats/bundle.md; no row of the series says anything of a person.
namespace ponte::training {

inline constexpr std::string_view series_of_training = "training";

[[nodiscard]] Contribution contribution_of(const Known& known, const access::Sight& reader, Date as_at);

}  // namespace ponte::training
