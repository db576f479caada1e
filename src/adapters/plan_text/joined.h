#pragma once

#include "adapters/plan_text/characters.h"
#include "adapters/plan_text/plan_text.h"

// A stretch of lines as the sentence that it is.
namespace ponte::plan_text {

// The characters [from, to) on one line: Han joined without a blank, Latin with one, quotes paired, and
// a stray Traditional character of a Simplified text as its script writes it.
[[nodiscard]] Characters joined(const Characters& text, std::size_t from, std::size_t to, Language language, unsigned measure,
                                Normalised& normalised);

// What the joined text covers of the source; nothing of nothing.
[[nodiscard]] SourceRange range_of(const Characters& text, std::size_t from, std::size_t to);

}  // namespace ponte::plan_text
