#pragma once

#include "base/texts.h"
#include "desks/translation/state.h"

// What decisions and questions of this desk ask of the texts before them.
namespace ponte::translation {

[[nodiscard]] const TextKept* find_text(const std::vector<TextKept>& texts, std::string_view ref);
[[nodiscard]] std::vector<TextKept> texts_of_scope(const std::vector<TextKept>& texts, std::string_view scope);

// Of everything that a text says in its original and in these languages.
[[nodiscard]] Digest content_of(const TextKept& text, const std::vector<Language>& languages);

// Whether an approval still speaks of these texts. A text that the reader may not see says nothing here: he
// is not told that it changed.
[[nodiscard]] bool is_stale(const TextsApproved& approved, const std::vector<TextKept>& texts_of_scope);

// Whether the work has been done: the text was stated in the language, by a person, after it was given out.
[[nodiscard]] bool is_done(const Assignment& assignment, const TextKept& text);

}  // namespace ponte::translation
