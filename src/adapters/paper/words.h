#pragma once

#include "adapters/paper/paper.h"

#include <string_view>

// The few words and faces that a renderer needs of itself, per language of the house. An unknown
// language gets the English ones.
namespace ponte::paper {

struct Tongue {
    std::string_view tag;        // "zh-Hant-MO"
    bool chinese;
    std::string_view skip;       // The link past the head of a web page.
    std::string_view date;       // The head of a column of dates.
    std::string_view serif;      // Families on Debian, for Pango.
    std::string_view sans;
    std::string_view mono;
    std::string_view pango;      // The language that picks regional glyphs.
    std::string_view word_tag;   // w:lang: for Chinese the eastAsia value.
    std::string_view word_sans;  // A face that Word and its kin have.
    std::string_view word_else;  // What stands in for it where it is missing.
};

[[nodiscard]] const Tongue& tongue(const Language& language);

// ● ahead ▲ and so on: a mark of its own shape for each tone; empty for neutral.
[[nodiscard]] std::string_view mark_of(Tone tone);
// "good", "warning" ...: a name for classes and styles.
[[nodiscard]] std::string_view name_of(Tone tone);

}  // namespace ponte::paper
