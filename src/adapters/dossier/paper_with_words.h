#pragma once

#include "adapters/dossier/dossier.h"
#include "adapters/dossier/words.h"

// The same paper with words that the caller keeps: a test asks them afterwards what was missing and
// what was never said.
namespace ponte::dossier {

[[nodiscard]] paper::Paper paper_with_words(const conference::DossierAnswer& answer, const Occasion& occasion, Words& words,
                                            const Business& business = {});

}  // namespace ponte::dossier
