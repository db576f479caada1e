#pragma once

#include "adapters/plan_text/characters.h"
#include "adapters/plan_text/han_variants.h"

#include <string>
#include <vector>

// The text as patterns see it: Simplified, small letters, no accents. One character stays one, so that a
// place found here is a place there.
namespace ponte::plan_text {

[[nodiscard]] inline char32_t folded(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    if (c >= 0xc0 && c <= 0xff) {
        constexpr std::u32string_view bare = U"aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
        return bare[c - 0xc0];
    }
    return simplified_of(c);
}

[[nodiscard]] inline std::u32string folded(const Characters& text) {
    std::u32string result;
    result.reserve(text.size());
    for (const auto& character : text) result += folded(character.c);
    return result;
}

}  // namespace ponte::plan_text
