#pragma once

// One character, one character: enough to tell the scripts apart and to find a Traditional text with
// Simplified patterns, without opening ICU's transliterator, which alone would take the time of a whole read.
namespace ponte::plan_text {

// The Simplified form of a character that only Traditional text writes; any other character itself.
[[nodiscard]] char32_t simplified_of(char32_t character);

}  // namespace ponte::plan_text
