#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The text while it is being read: code points that know where they came from.
namespace ponte::plan_text {

struct Character {
    char32_t c = 0;
    std::uint32_t from = 0;  // Bytes [from, to) of the source.
    std::uint32_t to = 0;
    std::uint32_t line = 0;

    friend bool operator==(const Character&, const Character&) = default;
};

// Lines end with '\n' and pages with '\f', whatever the source had there.
using Characters = std::vector<Character>;

void append_utf8(std::string& text, char32_t c);
[[nodiscard]] std::string utf8_of(const Characters& text, std::size_t from, std::size_t to);

[[nodiscard]] constexpr bool is_han(char32_t c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0x20000 && c <= 0x323af) || c == 0x3007;
}
[[nodiscard]] constexpr bool is_quote(char32_t c) {
    return c == '"' || c == 0xff02 || (c >= 0x201c && c <= 0x201f) || c == 0x301d || c == 0x301e || c == 0x301f;
}
// What Chinese sets without blanks around it: ideographs, their punctuation, full-width forms, and the
// curly quotes and dashes that Latin text uses too.
[[nodiscard]] constexpr bool is_chinese(char32_t c) {
    return is_han(c) || (c >= 0x3001 && c <= 0x303f) || (c >= 0xff01 && c <= 0xff60);
}
[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_break(char32_t c) { return c == '\n' || c == '\f'; }
[[nodiscard]] constexpr bool is_space(char32_t c) { return c == ' ' || is_break(c); }
[[nodiscard]] constexpr bool is_latin(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7);
}
// A full stop of Chinese or Latin. Whether a '.' ends a sentence is for the asker to judge.
[[nodiscard]] constexpr bool is_sentence_end(char32_t c) {
    return c == U'。' || c == U'！' || c == U'？' || c == U'｡' || c == '.' || c == '!' || c == '?';
}

}  // namespace ponte::plan_text
