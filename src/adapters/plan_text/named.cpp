#include "adapters/plan_text/named.h"

#include "adapters/plan_text/folded.h"
#include "adapters/plan_text/names.h"

#include <algorithm>
#include <optional>

namespace ponte::plan_text {

namespace {

using View = std::u32string_view;

bool is_any(char32_t c, View set) { return set.find(c) != set.npos; }
bool quotes_anything(char32_t c) { return is_quote(c) || is_any(c, U"「」『』«»‘’"); }

// The folded text without quotation marks, each character with its place in the measure.
struct Searched {
    std::u32string text;
    std::vector<std::size_t> at;
};

Searched searched(const Characters& measure) {
    Searched result;
    for (std::size_t i = 0; i < measure.size(); ++i) {
        if (quotes_anything(measure[i].c)) continue;
        result.text += folded(measure[i].c);
        result.at.push_back(i);
    }
    return result;
}

// Where the pattern ends when it matches at `at`, with `*` as the shortest gap.
std::optional<std::size_t> match(View text, std::size_t at, View pattern) {
    constexpr std::size_t gap_max = 40;
    const auto star = pattern.find('*');
    const auto head = pattern.substr(0, star);
    if (!text.substr(at).starts_with(head)) return std::nullopt;
    at += head.size();
    if (star == pattern.npos) return at;
    for (std::size_t gap = 0; gap <= gap_max && at + gap < text.size(); ++gap) {
        if (const auto end = match(text, at + gap, pattern.substr(star + 1))) return end;
        if (is_any(text[at + gap], U".;。；")) break;
    }
    return std::nullopt;
}

std::vector<std::string> sets_in(View text) {
    std::vector<std::string> sets;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        for (const auto& row : names::sets) {
            const auto matched = match(text, i, row.pattern);
            if (!matched) continue;
            if (std::ranges::find(sets, row.set) == sets.end()) sets.emplace_back(row.set);
            // A gap may hold the name of another set, so only a plain name is passed over.
            if (row.pattern.find('*') == View::npos) end = *matched;
            break;
        }
        i = end;
    }
    return sets;
}

struct Found {
    std::size_t from;
    std::size_t to;  // In the measure.
};

void add_names(std::vector<std::string>& out, const Characters& measure, std::vector<Found> found) {
    std::ranges::sort(found, {}, &Found::from);
    for (const auto& [from, to] : found) {
        auto text = utf8_of(measure, from, to);
        if (std::ranges::find(out, text) == out.end()) out.push_back(std::move(text));
    }
}

std::vector<Found> bodies_in(const Characters& measure, const Searched& search) {
    const View text = search.text;
    std::vector<Found> found;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 0;
        for (const auto name : names::bodies) {
            if (name.size() > length && text.substr(i).starts_with(name)) length = name.size();
        }
        if (length != 0) found.push_back({search.at[i], search.at[i + length - 1] + 1});
        i += std::max<std::size_t>(length, 1);
    }
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < measure.size(); ++i) {
        const auto c = measure[i].c;
        if (c == U'“' || c == U'「') {
            open = i + 1;
        } else if ((c == U'”' || c == U'」') && open) {
            std::u32string name;
            for (auto at = *open; at < i; ++at) name += folded(measure[at].c);
            const bool body = name.size() >= 4 && std::ranges::any_of(names::quoted_body_ends, [&](View end) { return View(name).ends_with(end); });
            const bool known = std::ranges::any_of(found, [&](const Found& each) { return each.from < i && each.to > *open; });
            if (body && !known) found.push_back({*open, i});
            open.reset();
        }
    }
    return found;
}

std::vector<Found> instruments_in(const Characters& measure) {
    std::vector<Found> found;
    std::size_t depth = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < measure.size(); ++i) {
        if (measure[i].c == U'《' && depth++ == 0) from = i;
        if (measure[i].c == U'》' && depth > 0 && --depth == 0) found.push_back({from, i + 1});
    }
    return found;
}

struct Number {
    Decimal value;
    std::size_t end;
};

// "12", "1,5" is no number here, "3.5": digits with at most one point. "两千" and "十二" in Chinese.
std::optional<Number> number_at(View text, std::size_t at) {
    constexpr std::size_t digits_max = 12;
    auto i = at;
    std::string digits;
    while (i < text.size() && digits.size() <= digits_max) {
        const bool point = text[i] == '.' && !digits.empty() && digits.find('.') == digits.npos && i + 1 < text.size() && is_digit(text[i + 1]);
        if (!is_digit(text[i]) && !point) break;
        digits += static_cast<char>(text[i++]);
    }
    if (!digits.empty()) {
        const auto value = Decimal::from_text(digits);
        return value && digits.size() <= digits_max ? std::optional(Number{*value, i}) : std::nullopt;
    }
    static constexpr View signs = U"一二三四五六七八九";
    static constexpr View units = U"十百千";
    std::int64_t total = 0;
    std::int64_t digit = 0;
    bool any = false;
    constexpr std::size_t signs_max = 8;
    for (; i < text.size() && i - at < signs_max; ++i) {
        if (const auto sign = signs.find(text[i]); sign != signs.npos) {
            if (digit != 0) return std::nullopt;  // 一二 is no number in words.
            digit = static_cast<std::int64_t>(sign) + 1;
        } else if (text[i] == U'两') {
            digit = 2;
        } else if (const auto unit = units.find(text[i]); unit != units.npos) {
            constexpr std::int64_t worth[]{10, 100, 1000};
            total += (digit == 0 ? 1 : digit) * worth[unit];
            digit = 0;
        } else if (text[i] != U'零' || !any) {
            break;
        }
        any = true;
    }
    if (!any) return std::nullopt;
    return Number{{total + digit, 0}, i};
}

std::optional<Number> with_multiplier(View text, std::optional<Number> number) {
    if (!number || number->end >= text.size()) return number;
    const std::int64_t worth = text[number->end] == U'万' ? 10'000 : text[number->end] == U'亿' ? 100'000'000 : 0;
    if (worth == 0) return number;
    const auto value = number->value.times(Decimal{worth, 0});
    if (!value) return std::nullopt;
    return Number{value->shortest(), number->end + 1};
}

// "至少召开一次": the number may stand a verb away, and must count something.
std::optional<Number> chinese_number_after(View text, std::size_t at) {
    constexpr std::size_t verb_max = 8;
    for (auto i = at; i < text.size() && i <= at + verb_max; ++i) {
        if (is_any(text[i], U"，。；、,;")) return std::nullopt;
        auto number = with_multiplier(text, number_at(text, i));
        if (!number) continue;
        auto end = number->end;
        while (end < text.size() && is_any(text[end], U" 多余")) ++end;
        if (end < text.size() && is_any(text[end], names::counters)) return Number{number->value, end + 1};
    }
    return std::nullopt;
}

std::optional<Number> latin_number_at(View text, std::size_t at) {
    if (const auto number = number_at(text, at); number && at < text.size() && is_digit(text[at])) return number;
    auto end = at;
    while (end < text.size() && is_latin(text[end])) ++end;
    const auto word = text.substr(at, end - at);
    for (const auto& row : names::number_words) {
        if (row.word == word) return Number{{row.value, 0}, end};
    }
    return std::nullopt;
}

std::vector<OwedNumber> owed_numbers_in(const Characters& measure, const Searched& search) {
    const View text = search.text;
    std::vector<OwedNumber> owed;
    for (std::size_t i = 0; i < text.size();) {
        std::optional<Number> number;
        for (const auto phrase : names::at_least) {
            if (!number && text.substr(i).starts_with(phrase)) number = chinese_number_after(text, i + phrase.size());
        }
        for (const auto phrase : names::at_least_latin) {
            if (!number && text.substr(i).starts_with(phrase)) number = latin_number_at(text, i + phrase.size());
        }
        if (number) owed.push_back({utf8_of(measure, search.at[i], search.at[number->end - 1] + 1), number->value});
        i = number ? number->end : i + 1;
    }
    return owed;
}

}  // namespace

void find_named(Measure& measure, const Characters& text) {
    const auto search = searched(text);
    measure.jurisdiction_sets = sets_in(search.text);
    add_names(measure.bodies, text, bodies_in(text, search));
    add_names(measure.instruments, text, instruments_in(text));
    measure.owed_numbers = owed_numbers_in(text, search);
}

}  // namespace ponte::plan_text
