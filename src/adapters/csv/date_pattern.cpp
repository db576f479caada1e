#include "adapters/csv/date_pattern.h"

#include "base/text.h"

#include <array>
#include <string>
#include <vector>

namespace ponte::csv {

namespace {

enum class Part : std::uint8_t { year, short_year, month, month_name, day, quarter, half, literal, blank };

struct Token {
    Part part{};
    std::string literal;
};

std::vector<Token> tokens_of(std::string_view pattern) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    const auto run = [&](char letter) {
        std::size_t length = 0;
        while (at + length < pattern.size() && pattern[at + length] == letter) ++length;
        return length;
    };
    while (at < pattern.size()) {
        const char c = pattern[at];
        if (c == '[') {
            const auto end = std::min(pattern.find(']', at), pattern.size());
            tokens.push_back({Part::literal, std::string(pattern.substr(at + 1, end - at - 1))});
            at = end + 1;
            continue;
        }
        const auto length = run(c);
        if (c == 'Y' && length == 4) {
            tokens.push_back({Part::year, {}});
        } else if (c == 'Y' && length == 2) {
            tokens.push_back({Part::short_year, {}});
        } else if (c == 'M' && length <= 3) {
            tokens.push_back({length == 3 ? Part::month_name : Part::month, {}});
        } else if (c == 'D' && length <= 2) {
            tokens.push_back({Part::day, {}});
        } else if ((c == 'Q' || c == 'H') && length == 1) {
            tokens.push_back({c == 'Q' ? Part::quarter : Part::half, {}});
        } else if (c == ' ') {
            tokens.push_back({Part::blank, {}});
        } else {
            // Bytes of one sign stay together.
            if (tokens.empty() || tokens.back().part != Part::literal) tokens.push_back({Part::literal, {}});
            tokens.back().literal += pattern.substr(at, length);
        }
        at += length;
    }
    return tokens;
}

// Takes `least` to `most` digits off the front.
std::optional<int> digits(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9') value = value * 10 + (text[count++] - '0');
    if (count < least) return std::nullopt;
    text.remove_prefix(count);
    return value;
}

constexpr std::array<std::string_view, 12> english{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> portuguese{"janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"};

// `text` is folded: small letters without accents.
std::optional<int> month_named(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && text[length] >= 'a' && text[length] <= 'z') ++length;
    if (length < 3) return std::nullopt;
    const auto word = text.substr(0, length);
    for (std::size_t i = 0; i < 12; ++i) {
        if (!english[i].starts_with(word) && !portuguese[i].starts_with(word)) continue;
        text.remove_prefix(length);
        if (text.starts_with('.')) text.remove_prefix(1);
        return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

struct Parts {
    std::optional<int> year, month, day, quarter, half;
};

bool take(const Token& token, std::string_view& text, Parts& parts) {
    const auto into = [](std::optional<int>& place, std::optional<int> value) {
        if (!value || (place && *place != *value)) return false;
        place = value;
        return true;
    };
    switch (token.part) {
        case Part::year: return into(parts.year, digits(text, 4, 4));
        case Part::short_year: {
            const auto year = digits(text, 2, 2);
            return into(parts.year, year ? std::optional<int>(2000 + *year) : std::nullopt);
        }
        case Part::month: return into(parts.month, digits(text, 1, 2));
        case Part::month_name: return into(parts.month, month_named(text));
        case Part::day: return into(parts.day, digits(text, 1, 2));
        case Part::quarter: return into(parts.quarter, digits(text, 1, 1));
        case Part::half: return into(parts.half, digits(text, 1, 1));
        case Part::blank:
            while (text.starts_with(' ')) text.remove_prefix(1);
            return true;
        case Part::literal:
            if (!text.starts_with(token.literal)) return false;
            text.remove_prefix(token.literal.size());
            return true;
    }
    return false;
}

std::optional<Date> last_of_month(int year, unsigned month) {
    const auto first = month == 12 ? Date::from_ymd(year + 1, 1, 1) : Date::from_ymd(year, month + 1, 1);
    return first ? std::optional<Date>(first->plus_days(-1)) : std::nullopt;
}

std::optional<Period> months(int year, int first, int last) {
    if (first < 1 || last > 12) return std::nullopt;
    const auto from = Date::from_ymd(year, static_cast<unsigned>(first), 1);
    const auto to = last_of_month(year, static_cast<unsigned>(last));
    if (!from || !to) return std::nullopt;
    return Period{*from, *to};
}

std::optional<Period> period_of(const Parts& parts) {
    if (!parts.year) return std::nullopt;
    if (parts.day) {
        if (!parts.month || *parts.month < 1 || *parts.day < 1) return std::nullopt;
        const auto date = Date::from_ymd(*parts.year, static_cast<unsigned>(*parts.month), static_cast<unsigned>(*parts.day));
        return date ? std::optional<Period>({*date, *date}) : std::nullopt;
    }
    if (parts.month) return months(*parts.year, *parts.month, *parts.month);
    if (parts.quarter) return months(*parts.year, *parts.quarter * 3 - 2, *parts.quarter * 3);
    if (parts.half) return months(*parts.year, *parts.half * 6 - 5, *parts.half * 6);
    return months(*parts.year, 1, 12);
}

}  // namespace

std::optional<Period> period_by_pattern(std::string_view text, std::string_view pattern) {
    if (pattern == "ISO") return Period::from_text(text);
    // Folding leaves digits, marks and ideographs comparable: full width or not, with or without accents.
    const auto folded = fold_for_search(text);
    std::string_view rest(folded);
    Parts parts;
    for (auto& token : tokens_of(pattern)) {
        if (token.part == Part::literal) token.literal = fold_for_search(token.literal);
        if (!take(token, rest, parts)) return std::nullopt;
    }
    if (!rest.empty()) return std::nullopt;
    return period_of(parts);
}

bool is_pattern(std::string_view pattern) {
    if (pattern == "ISO") return true;
    bool year = false;
    bool month = false;
    bool day = false;
    for (const auto& token : tokens_of(pattern)) {
        year = year || token.part == Part::year || token.part == Part::short_year;
        month = month || token.part == Part::month || token.part == Part::month_name;
        day = day || token.part == Part::day;
    }
    return year && (month || !day);
}

}  // namespace ponte::csv
