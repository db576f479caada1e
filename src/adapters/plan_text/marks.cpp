#include "adapters/plan_text/heads.h"

#include <algorithm>
#include <array>

// The grammar of one number before an area or a measure.
namespace ponte::plan_text {

namespace {

char32_t at_or_end(const Characters& text, std::size_t i) { return i < text.size() ? text[i].c : U'\0'; }

bool is_any(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != set.npos; }

void skip_blanks(const Characters& text, std::size_t& i) {
    while (is_space(at_or_end(text, i))) ++i;
}
void skip_one_line_blanks(const Characters& text, std::size_t& i) {
    while (at_or_end(text, i) == ' ') ++i;
}

std::optional<unsigned> digits(const Characters& text, std::size_t& at) {
    constexpr unsigned value_max = 999;
    unsigned value = 0;
    auto i = at;
    while (is_digit(at_or_end(text, i)) && value <= value_max) value = value * 10 + static_cast<unsigned>(text[i++].c - '0');
    if (i == at || value > value_max || value == 0 || text[at].c == '0' || is_digit(at_or_end(text, i))) return std::nullopt;
    at = i;
    return value;
}

std::optional<unsigned> roman(const Characters& text, std::size_t& at) {
    const auto c = at_or_end(text, at);
    if (c >= 0x2160 && c <= 0x216b) {
        ++at;
        return static_cast<unsigned>(c - 0x2160 + 1);
    }
    static constexpr std::array<std::u32string_view, 15> numerals{U"I",    U"II", U"III", U"IV", U"V",   U"VI",   U"VII", U"VIII",
                                                                  U"IX",   U"X",  U"XI",  U"XII", U"XIII", U"XIV", U"XV"};
    std::u32string read;
    auto i = at;
    while (is_any(at_or_end(text, i), U"IVX") && read.size() < 5) read += text[i++].c;
    const auto* const found = std::ranges::find(numerals, read);
    if (found == numerals.end() || is_latin(at_or_end(text, i))) return std::nullopt;
    at = i;
    return static_cast<unsigned>(found - numerals.begin()) + 1;
}

// A word of the list, in capitals or small; `at` is moved behind it.
bool word(const Characters& text, std::size_t& at, std::initializer_list<std::u32string_view> words) {
    for (const auto candidate : words) {
        std::size_t i = 0;
        while (i < candidate.size()) {
            auto c = at_or_end(text, at + i);
            if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde)) c += 0x20;
            if (c != candidate[i]) break;
            ++i;
        }
        if (i == candidate.size() && !is_latin(at_or_end(text, at + i))) {
            at += i;
            return true;
        }
    }
    return false;
}

bool area_word(const Characters& text, std::size_t& at) {
    return word(text, at, {U"área", U"area", U"domínio", U"eixo", U"parte", U"part", U"capítulo", U"chapter", U"secção", U"section"});
}

// What may stand between a number and its text. A point or colon before a digit is part of a figure.
bool point(const Characters& text, std::size_t& at, std::u32string_view points) {
    if (!is_any(at_or_end(text, at), points)) return false;
    if (is_digit(at_or_end(text, at + 1)) && is_any(text[at].c, U".,:：．，")) return false;
    ++at;
    return true;
}

Mark mark(const Characters& text, unsigned number, Style style, std::size_t end) {
    skip_blanks(text, end);
    return {number, style, end};
}

}  // namespace

std::optional<unsigned> chinese_number(const Characters& text, std::size_t& at) {
    static constexpr std::u32string_view signs = U"一二三四五六七八九";
    const auto value_at = [&](std::size_t i) -> unsigned {
        const auto found = signs.find(at_or_end(text, i));
        return at_or_end(text, i) == 0 || found == signs.npos ? 0 : static_cast<unsigned>(found) + 1;
    };
    auto i = at;
    auto value = value_at(i);
    if (value != 0) ++i;
    if (at_or_end(text, i) == U'十') {
        value = (value == 0 ? 1 : value) * 10;
        ++i;
        if (const auto ones = value_at(i); ones != 0) {
            value += ones;
            ++i;
        }
    }
    if (value == 0) return std::nullopt;
    at = i;
    return value;
}

std::optional<Mark> measure_mark(const Characters& text, std::size_t at) {
    auto i = at;
    const auto c = at_or_end(text, at);
    struct Enclosed {
        char32_t first;
        char32_t last;
        unsigned number;
    };
    static constexpr Enclosed enclosed[]{{0x2460, 0x2473, 1}, {0x2474, 0x2487, 1}, {0x2488, 0x249b, 1}, {0x3251, 0x325f, 21}};
    for (const auto& range : enclosed) {
        if (c < range.first || c > range.last) continue;
        ++i;
        skip_one_line_blanks(text, i);
        static_cast<void>(point(text, i, U".、．"));
        return mark(text, range.number + static_cast<unsigned>(c - range.first), Style::enclosed, i);
    }
    if (is_any(c, U"(（﹙[【〔")) {
        skip_one_line_blanks(text, ++i);
        const auto number = digits(text, i);
        skip_one_line_blanks(text, i);
        if (!number || !is_any(at_or_end(text, i), U")）﹚]】〕")) return std::nullopt;
        ++i;
        static_cast<void>(point(text, i, U".、．"));
        return mark(text, *number, Style::brackets, i);
    }
    if (c == U'第') {
        skip_one_line_blanks(text, ++i);
        auto number = digits(text, i);
        if (!number) number = chinese_number(text, i);
        skip_one_line_blanks(text, i);
        if (!number || !is_any(at_or_end(text, i), U"条條项項")) return std::nullopt;
        ++i;
        skip_one_line_blanks(text, i);
        static_cast<void>(point(text, i, U".、．：:"));
        return mark(text, *number, Style::article, i);
    }
    if (word(text, i, {U"medida", U"measure", U"artigo", U"article", U"item", U"ponto"})) {
        skip_one_line_blanks(text, i);
        const auto number = digits(text, i);
        if (!number) return std::nullopt;
        static_cast<void>(point(text, i, U".º"));
        static_cast<void>(point(text, i, U"º"));
        skip_one_line_blanks(text, i);
        static_cast<void>(point(text, i, U".:：)-–—"));
        return mark(text, *number, Style::article, i);
    }
    const auto number = digits(text, i);
    if (!number) return std::nullopt;
    const auto after_number = i;
    skip_one_line_blanks(text, i);
    if (point(text, i, U".．、)）。｡﹒")) {
        // "1. Área de finanças" is an area.
        auto behind = i;
        skip_blanks(text, behind);
        if (area_word(text, behind)) return std::nullopt;
        return mark(text, *number, Style::point, i);
    }
    if (point(text, i, U",，:：-–—")) return mark(text, *number, Style::loose, i);
    const auto next = at_or_end(text, i);
    // "3 个" and "2020 年" are figures; a due number and a blank may be a mark.
    const bool figure = is_any(next, U"年月日号個个项項家次名人份种種");
    if (i > after_number && (is_han(next) || is_latin(next) || is_quote(next)) && !figure) return mark(text, *number, Style::loose, i);
    return std::nullopt;
}

std::optional<Mark> area_mark(const Characters& text, std::size_t at) {
    auto i = at;
    const auto c = at_or_end(text, at);
    if (c >= 0x3220 && c <= 0x3229) return mark(text, static_cast<unsigned>(c - 0x3220 + 1), Style::enclosed, at + 1);
    if (is_any(c, U"(（﹙[【〔")) {
        skip_one_line_blanks(text, ++i);
        const auto number = chinese_number(text, i);
        skip_one_line_blanks(text, i);
        if (!number || !is_any(at_or_end(text, i), U")）﹚]】〕")) return std::nullopt;
        ++i;
        static_cast<void>(point(text, i, U".、．"));
        return mark(text, *number, Style::brackets, i);
    }
    if (c == U'第') {
        skip_one_line_blanks(text, ++i);
        auto number = chinese_number(text, i);
        if (!number) number = digits(text, i);
        skip_one_line_blanks(text, i);
        if (!number) return std::nullopt;
        const auto next = at_or_end(text, i);
        const auto after = at_or_end(text, i + 1);
        if (is_any(next, U"章节節篇编編")) {
            i += 1;
        } else if ((next == U'部' && after == U'分') || (is_any(next, U"领領") && after == U'域') || (next == U'方' && after == U'面')) {
            i += 2;
        } else {
            return std::nullopt;
        }
        skip_one_line_blanks(text, i);
        static_cast<void>(point(text, i, U".、．：:-–—"));
        return mark(text, *number, Style::article, i);
    }
    if (area_word(text, i)) {
        skip_one_line_blanks(text, i);
        auto number = digits(text, i);
        if (!number) number = roman(text, i);
        if (!number) return std::nullopt;
        skip_one_line_blanks(text, i);
        static_cast<void>(point(text, i, U".:：)-–—"));
        return mark(text, *number, Style::article, i);
    }
    if (const auto number = digits(text, i)) {
        if (!point(text, i, U".．)、")) return std::nullopt;
        skip_one_line_blanks(text, i);
        const auto title_at = i;
        if (!area_word(text, i)) return std::nullopt;
        return mark(text, *number, Style::article, title_at);
    }
    if (const auto number = roman(text, i)) {
        skip_one_line_blanks(text, i);
        if (!point(text, i, U".．、)）:：-–—")) return std::nullopt;
        return mark(text, *number, Style::roman, i);
    }
    const auto number = chinese_number(text, i);
    if (!number) return std::nullopt;
    const auto after_number = i;
    skip_one_line_blanks(text, i);
    if (point(text, i, U"、.．：:)）﹑")) return mark(text, *number, Style::point, i);
    if (point(text, i, U"，,")) return mark(text, *number, Style::loose, i);
    if (i > after_number && is_han(at_or_end(text, i))) return mark(text, *number, Style::loose, i);
    return std::nullopt;
}

}  // namespace ponte::plan_text
