#include "adapters/xlsx/shown.h"

#include "base/date.h"

#include <charconv>
#include <cstdint>

namespace ponte::xlsx {

namespace {

constexpr std::size_t digits_kept = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The letters of the first section that mean something: without quoted text, escapes, colours, locales.
std::string letters_of(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        if (code[i] == '"') {
            i = code.find('"', i + 1);
            if (i == code.npos) break;
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else if (code[i] == '[') {
            const auto end = code.find(']', i);
            if (end == code.npos) break;
            const char first = lower(code[i + 1]);
            // [h]:mm is a length of time: a number and no hour of a day.
            if ((first == 'h' || first == 'm' || first == 's') && code.find_first_not_of("hmsHMS", i + 1) == end) return {};
            i = end;
        } else {
            letters += lower(code[i]);
        }
    }
    for (const std::string_view word : {"general", "am/pm", "a/p"}) {
        for (auto at = letters.find(word); at != letters.npos; at = letters.find(word)) letters.erase(at, word.size());
    }
    return letters;
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// Adds one in the last place; a carry past the first digit makes one digit more.
void round_up(std::string& digits, std::int64_t& point) {
    auto at = digits.size();
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at > 0) {
        ++digits[at - 1];
    } else {
        digits.insert(digits.begin(), '1');
        ++point;
    }
}

}  // namespace

Shown shown_by_format(std::string_view code) {
    const auto letters = letters_of(code);
    bool year = false;
    bool month = false;
    bool day = false;
    bool time = false;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char c = letters[i];
        const bool exponent = c == 'e' && i + 1 < letters.size() && (letters[i + 1] == '+' || letters[i + 1] == '-');
        year = year || c == 'y' || (c == 'e' && !exponent);
        month = month || c == 'm';
        day = day || c == 'd';
        time = time || c == 'h' || c == 's';
    }
    const bool date = year || day || (month && !time);
    if (date && time) return Shown::moment;
    if (day) return Shown::day;
    if (date) return month ? Shown::month : Shown::year;
    if (time) return Shown::time;
    return letters.contains('%') ? Shown::percent : Shown::number;
}

Shown shown_by_number(unsigned number) {
    switch (number) {  // ECMA-376 part 1, 18.8.30, and its tables for Chinese.
        case 9: case 10: return Shown::percent;
        case 14: case 15: case 16: case 28: case 29: case 30: case 31: case 51: case 54: case 58: return Shown::day;
        case 17: return Shown::month;
        case 18: case 19: case 20: case 21: case 32: case 33: case 34: case 35: case 45: case 47: return Shown::time;
        case 22: return Shown::moment;
        case 27: case 36: case 50: case 52: case 53: case 55: case 56: case 57: return Shown::ambiguous;
        default: return Shown::number;
    }
}

std::optional<std::string> plain_decimal(std::string_view stored) {
    const bool negative = stored.starts_with('-');
    if (negative) stored.remove_prefix(1);
    std::string digits;
    std::int64_t point = 0;  // Digits before it.
    bool pointed = false;
    bool any = false;
    std::size_t at = 0;
    for (; at < stored.size() && (is_digit(stored[at]) || (stored[at] == '.' && !pointed)); ++at) {
        if (stored[at] == '.') {
            pointed = true;
            continue;
        }
        any = true;
        if (digits.empty() && stored[at] == '0') {
            if (pointed) --point;
            continue;
        }
        digits += stored[at];
        if (!pointed) ++point;
    }
    if (!any || stored.size() > 400) return std::nullopt;
    if (at < stored.size()) {
        if (stored[at] != 'E' && stored[at] != 'e') return std::nullopt;
        auto exponent_text = stored.substr(at + 1);
        if (exponent_text.starts_with('+')) exponent_text.remove_prefix(1);
        int exponent = 0;
        const auto* end = exponent_text.data() + exponent_text.size();
        const auto [read_to, error] = std::from_chars(exponent_text.data(), end, exponent);
        if (error != std::errc() || read_to != end) return std::nullopt;
        point += exponent;
    }
    if (digits.size() > digits_kept) {
        const bool up = digits[digits_kept] >= '5';
        const bool whole = point > static_cast<std::int64_t>(digits_kept);
        if (whole && digits.find_first_not_of('0', digits_kept) != digits.npos) return std::nullopt;
        digits.resize(digits_kept);
        if (up) round_up(digits, point);
    }
    while (!digits.empty() && digits.back() == '0') digits.pop_back();
    if (digits.empty()) return "0";
    constexpr std::int64_t places_max = 40;
    const auto length = static_cast<std::int64_t>(digits.size());
    if (point > places_max || length - point > places_max) return std::nullopt;
    std::string text = negative ? "-" : "";
    if (point <= 0) {
        text += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else if (point >= length) {
        text += digits + std::string(static_cast<std::size_t>(point - length), '0');
    } else {
        text += digits.substr(0, static_cast<std::size_t>(point)) + "." + digits.substr(static_cast<std::size_t>(point));
    }
    return text;
}

std::string percent_text(std::string_view plain) {
    const auto hundredfold = plain_decimal(std::string(plain) + "E2");
    return hundredfold ? *hundredfold + "%" : std::string(plain) + "E2%";
}

std::optional<std::string> date_text(std::string_view plain, Shown shown, bool since_1904) {
    const auto point = std::min(plain.find('.'), plain.size());
    std::int32_t count = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + point, count);
    if (error != std::errc() || end != plain.data() + point || plain.starts_with('-')) return std::nullopt;
    std::int64_t fraction = 0;  // In units of 10^-10 of a day; a second is more than a hundred thousand of them.
    constexpr std::int64_t whole = 10'000'000'000;
    auto unit = whole / 10;
    for (auto i = point + 1; i < plain.size() && unit > 0; ++i, unit /= 10) fraction += (plain[i] - '0') * unit;
    auto seconds = (fraction * 86'400 + whole / 2) / whole;
    if (seconds == 86'400) {
        seconds = 0;
        if (count == INT32_MAX) return std::nullopt;
        ++count;
    }
    const auto clock = two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" + two_digits(seconds % 60);
    if (shown == Shown::time && count == 0) return clock;
    // Excel counts 1900-02-29, a day that never was, as its sixtieth.
    if (!since_1904 && (count < 1 || count == 60)) return std::nullopt;
    constexpr auto first_1904 = Date::from_ymd(1904, 1, 1);
    constexpr auto first_1900 = Date::from_ymd(1900, 1, 1);
    const auto date = since_1904 ? first_1904->plus_days(count) : first_1900->plus_days(count - (count > 60 ? 2 : 1));
    if (!date.in_range()) return std::nullopt;
    const auto day = date.to_text();
    if (shown == Shown::year) return day.substr(0, 4);
    if (shown == Shown::month) return day.substr(0, 7);
    return seconds == 0 && shown != Shown::time ? day : day + "T" + clock;
}

}  // namespace ponte::xlsx
