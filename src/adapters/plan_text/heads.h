#pragma once

#include "adapters/plan_text/characters.h"

#include <optional>

// How areas and measures are numbered, in the many ways in which offices number.
namespace ponte::plan_text {

enum class Style : std::uint8_t {
    point,     // 1.  1、 1．  1)     and for areas: 一、 一.
    brackets,  // (1) （1）           and for areas: （一）
    article,   // 第1条 Medida 1     and for areas: 第一部分 Área 1
    enclosed,  // ① ⑴ ⒈
    roman,     // I.
    loose,     // 1 and a blank: taken only where that number is due.
};

struct Mark {
    unsigned number = 0;
    Style style = Style::loose;
    std::size_t end = 0;  // Where the text after it begins; its blanks are passed.
};

// The mark that begins at `at`, if one does. Takes cleaned text.
[[nodiscard]] std::optional<Mark> measure_mark(const Characters& text, std::size_t at);
[[nodiscard]] std::optional<Mark> area_mark(const Characters& text, std::size_t at);

// A number in Chinese, from 一 to 九十九, as it is read at `at`; `at` is moved behind it.
[[nodiscard]] std::optional<unsigned> chinese_number(const Characters& text, std::size_t& at);

// One head found in the text: an area's or a measure's.
struct Head {
    bool is_area = false;
    unsigned number = 0;
    std::size_t at = 0;        // Of the mark.
    std::size_t text_at = 0;  // Of the text after it.
};

// All heads in the order of the text. Numbers that are due are found wherever a sentence has ended;
// others only where nothing but a head can be meant, so that a missing or doubled number is seen.
[[nodiscard]] std::vector<Head> heads_of(const Characters& text);

}  // namespace ponte::plan_text
