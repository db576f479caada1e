#pragma once

#include "base/outcome.h"

#include <cstddef>
#include <string_view>
#include <vector>

// Text as number_words.cpp compares it: one letter per character, folded, each knowing where it stood
// in the text as given, so that a refusal can point there.
namespace ponte::number_letters {

struct Letter {
    char32_t raw;
    char32_t folded;        // half width, lower case, no accents, traditional Han, plain Han digits
    std::size_t character;  // from 1
};
using Letters = std::vector<Letter>;

// Refuses what is not UTF-8, naming the character.
[[nodiscard]] Outcome<Letters> letters_of(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
[[nodiscard]] constexpr bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }
[[nodiscard]] constexpr bool is_han(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }

}  // namespace ponte::number_letters
