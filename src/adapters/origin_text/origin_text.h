#pragma once

#include "base/languages.h"
#include "desks/origin/queries.h"

#include <string>

// Determinations of origin as an officer reads them, in one language: the answer, every rule that was tried with its
// clause, days and source, the figures against their edges, what nobody here knows, and the cheapest change. The
// wording is words/origin.csv. What desks and officers wrote themselves (clauses, texts, sources) stays as written.
namespace ponte::origin_text {

// Several lines, each ended. Nothing of a question that was refused: its refusal is said by whoever asked.
[[nodiscard]] std::string text_of(const origin::DeterminationAnswer& answer, Language language);
// A line for each good and one for all. A refused good is named by the code and the place of its refusal.
[[nodiscard]] std::string text_of(const origin::CatalogueAnswer& answer, Language language);

}  // namespace ponte::origin_text
