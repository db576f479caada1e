#include "adapters/plan_text/joined.h"

#include "adapters/plan_text/han_variants.h"

#include <algorithm>

namespace ponte::plan_text {

namespace {

void count(std::vector<Replaced>& replaced, char32_t from, char32_t to, unsigned measure) {
    const auto at = std::ranges::find_if(replaced, [&](const auto& each) { return each.from == from && each.to == to; });
    if (at == replaced.end()) {
        replaced.push_back({from, to, 1, measure});
    } else {
        ++at->count;
    }
}

bool closes_up(char32_t c) { return is_chinese(c) || is_quote(c) || c == 0x2014 || c == 0x2026; }

// Whether the blank between two characters says something.
bool blank_counts(char32_t left, char32_t right, bool at_line_end, bool chinese) {
    if (is_chinese(left) || is_chinese(right)) return false;
    if (chinese && (closes_up(left) || closes_up(right))) return false;
    if (!at_line_end) return true;
    // "2|020" of a Chinese line, "luso-|chinês" of a Latin one.
    if (chinese && is_digit(left) && is_digit(right)) return false;
    return left != '-' && left != 0x2010;
}

// Opening and closing take turns, whatever mark stands there; an odd number has lost one, and then only
// the marks that do not say which they are get a side. Corner brackets say theirs, and are closed by their like.
void pair_quotes(Characters& text, unsigned measure, Normalised& normalised) {
    const auto is_corner = [](char32_t c) { return c == U'「' || c == U'」'; };
    const auto quotes = std::ranges::count_if(text, [&](const auto& each) { return is_quote(each.c) || is_corner(each.c); });
    char32_t closing = 0;  // The mark that is due; 0 while none is open.
    for (auto& character : text) {
        const auto stands = character.c;
        if (is_corner(stands)) {
            closing = stands == U'「' ? U'」' : U'\0';
            continue;
        }
        if (!is_quote(stands)) continue;
        const bool says_side = stands == 0x201c || stands == 0x201d;
        if (quotes % 2 == 0 || !says_side) character.c = closing == 0 ? U'\u201c' : closing;
        closing = character.c == 0x201c ? U'\u201d' : U'\0';
        if (character.c != stands) count(normalised.quotes, stands, character.c, measure);
    }
}

}  // namespace

Characters joined(const Characters& text, std::size_t from, std::size_t to, Language language, unsigned measure,
                  Normalised& normalised) {
    const bool chinese = language == Language::zh_hans || language == Language::zh_hant;
    Characters result;
    bool blank = false;
    bool line_end = false;
    for (auto i = from; i < to; ++i) {
        auto character = text[i];
        if (is_space(character.c)) {
            blank = true;
            line_end = line_end || is_break(character.c);
            continue;
        }
        if (blank && !result.empty()) {
            if (line_end) ++normalised.lines_joined;
            if (blank_counts(result.back().c, character.c, line_end, chinese)) {
                result.push_back({' ', result.back().to, character.from, character.line});
            } else if (!line_end) {
                ++normalised.blanks;
            }
        }
        blank = line_end = false;
        if (language == Language::zh_hans) {
            const auto simplified = simplified_of(character.c);
            if (simplified != character.c) count(normalised.traditional, character.c, simplified, measure);
            character.c = simplified;
        }
        result.push_back(character);
    }
    pair_quotes(result, measure, normalised);
    return result;
}

SourceRange range_of(const Characters& text, std::size_t from, std::size_t to) {
    while (from < to && is_space(text[from].c)) ++from;
    while (to > from && is_space(text[to - 1].c)) --to;
    if (from == to) return {};
    return {text[from].from, text[to - 1].to, text[from].line, text[to - 1].line};
}

}  // namespace ponte::plan_text
