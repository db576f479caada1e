#include "adapters/plan_text/clean.h"
#include "adapters/plan_text/heads.h"

#include <algorithm>
#include <map>

// Page numbers and running headers: what a printer put between the lines and the text does not say.
namespace ponte::plan_text {

namespace {

struct Line {
    std::size_t from;
    std::size_t to;
    bool page_before = false;  // A page ended just before this line.
    bool dropped = false;
};

std::vector<Line> lines_of(const Characters& text) {
    std::vector<Line> lines;
    bool page = false;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !is_break(text[i].c)) continue;
        if (i > from) {
            lines.push_back({from, i, page});
            page = false;
        }
        if (i < text.size()) page = page || text[i].c == '\f';
        from = i + 1;
    }
    return lines;
}

bool is_any(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

// "2", "- 2 -", "2/5", "第 2 页 共 5 页", "Page 2 of 5", "Pág. 2": one or two numbers and words for page.
bool is_page_number(const Characters& text, const Line& line) {
    constexpr std::size_t length_max = 24;
    if (line.to - line.from > length_max) return false;
    std::size_t numbers = 0;
    std::size_t digits = 0;
    bool page_word = false;
    std::string word;
    const auto word_ends = [&] {
        const bool known = word.empty() || word == "page" || word == "p" || word == "pp" || word == "pg" || word == "página" ||
                           word == "pagina" || word == "pág" || word == "pag" || word == "de" || word == "of";
        word.clear();
        return known;
    };
    for (auto i = line.from; i < line.to; ++i) {
        const auto c = text[i].c;
        if (is_latin(c)) {
            append_utf8(word, c < 0x80 ? c | 0x20 : c);
            page_word = true;
            continue;
        }
        if (!word_ends()) return false;
        if (is_digit(c)) {
            if (++digits > 3) return false;
            numbers += digits == 1 ? 1U : 0U;
            continue;
        }
        digits = 0;
        if (is_any(c, U"页頁第共")) {
            page_word = true;
        } else if (page_word && is_any(c, U"一二三四五六七八九十")) {
            // "第二页": only between the words for page, since a lone 一 may be an area's number.
            numbers = std::max<std::size_t>(numbers, 1);
        } else if (!is_any(c, U" -‐‑‒–—―－~～·•/／|[]【】.,，、")) {
            return false;
        }
    }
    if (!word_ends()) return false;
    // "3." and "3、" are the number of a measure whose text begins on the next line.
    const bool bare = !page_word && is_digit(text[line.from].c);
    if (bare && is_any(text[line.to - 1].c, U".,，、")) return false;
    return numbers >= 1 && numbers <= 2;
}

// What a running header has in common on all pages: everything but digits and blanks.
std::string key_of(const Characters& text, std::size_t from, std::size_t to) {
    std::string key;
    for (auto i = from; i < to; ++i) {
        if (!is_digit(text[i].c) && text[i].c != ' ') append_utf8(key, text[i].c);
    }
    return key;
}

void drop_running_headers(const Characters& text, std::vector<Line>& lines) {
    std::map<std::string, std::vector<std::size_t>> repeated;
    std::string title;  // Of the lines before the first head: a header often repeats it whole.
    std::size_t title_lines = 0;
    bool in_title = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        if (line.dropped) continue;
        if (area_mark(text, line.from) || measure_mark(text, line.from)) {
            in_title = false;
            continue;
        }
        const auto key = key_of(text, line.from, line.to);
        if (key.size() < 6) continue;
        if (in_title) {
            title += key;
            title_lines = i + 1;
        }
        repeated[key].push_back(i);
    }
    for (const auto& [key, at] : repeated) {
        const auto& first = lines[at.front()];
        const bool is_title = at.front() < title_lines || key == title;
        if (at.size() < 2 && key != title) continue;
        const auto last_character = text[first.to - 1].c;
        const bool at_page_ends = std::all_of(at.begin() + (is_title ? 1 : 0), at.end(), [&](std::size_t i) {
            const bool before = i == 0 || lines[i].page_before || lines[i - 1].dropped;
            const bool after = i + 1 == lines.size() || lines[i + 1].page_before || lines[i + 1].dropped;
            return before || after;
        });
        // Without page ends to tell by: three times the same line, far apart, is no chance unless lines are very short.
        const bool often = at.size() >= 3 && !is_sentence_end(last_character) && lines.size() / at.size() >= 8 &&
                           text.size() / lines.size() >= 16;
        if (!is_title && !at_page_ends && !often) continue;
        for (std::size_t i = is_title && at.front() < title_lines ? 1 : 0; i < at.size(); ++i) lines[at[i]].dropped = true;
    }
}

}  // namespace

Characters without_furniture(const Characters& cleaned, Normalised& normalised) {
    auto lines = lines_of(cleaned);
    for (auto& line : lines) line.dropped = is_page_number(cleaned, line);
    drop_running_headers(cleaned, lines);
    Characters text;
    text.reserve(cleaned.size());
    for (const auto& line : lines) {
        if (line.dropped) {
            normalised.left_out.push_back({utf8_of(cleaned, line.from, line.to), cleaned[line.from].line});
            continue;
        }
        text.insert(text.end(), cleaned.begin() + static_cast<std::ptrdiff_t>(line.from), cleaned.begin() + static_cast<std::ptrdiff_t>(line.to));
        const auto& last = text.back();
        text.push_back({'\n', last.to, last.to, last.line});
    }
    return text;
}

}  // namespace ponte::plan_text
