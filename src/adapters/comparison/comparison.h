#pragma once

#include "adapters/dossier/dossier.h"
#include "adapters/dossier/words.h"

// What changed between two positions, as a document in one language: progress first, then wording with
// every change marked, owners, figures, papers, milestones, meetings, problems and decisions. It adds nothing to the values.
namespace ponte::comparison {

using dossier::compared;
using dossier::DecisionCompared;
using dossier::ProblemCompared;
using Business = dossier::BusinessCompared;

// The occasion is that of the later position; names of bodies are those of its day.
[[nodiscard]] paper::Paper paper_of(const conference::Comparison& comparison, Language language, const dossier::Occasion& occasion,
                                    const Business& business = {});

// The same with words that the caller keeps, for whoever asks what was missing or never said.
[[nodiscard]] paper::Paper paper_with_words(const conference::Comparison& comparison, const dossier::Occasion& occasion, const Business& business,
                                            dossier::Words& own, dossier::Words& general);

}  // namespace ponte::comparison
