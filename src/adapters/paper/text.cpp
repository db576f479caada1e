// What the three renderers do alike with text (see text.h).
#include "adapters/paper/text.h"

#include <fmt/format.h>

#include <chrono>

namespace ponte::paper {
namespace {

// The length of the UTF-8 sequence that starts here, or 0 when it is broken, overlong, a surrogate
// or beyond U+10FFFF.
std::size_t sequence_at(std::string_view text, std::size_t at, char32_t& character) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) {
        character = first;
        return 1;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return 0;
    character = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return 0;
        character = (character << 6) | (byte(at + i) & 0x3FU);
    }
    const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    return character < least || character > 0x10FFFF || surrogate ? 0 : length;
}

template <class Put>
void each_allowed(std::string_view text, Put put) {
    for (std::size_t at = 0; at < text.size();) {
        char32_t character = 0;
        const std::size_t length = sequence_at(text, at, character);
        if (length == 0) {
            put(std::string_view("\xEF\xBF\xBD"));
            ++at;
            continue;
        }
        if (character == '\t' || character == '\n' || character == '\r') {
            put(std::string_view(" "));
        } else if (character >= 0x20 && character != 0x7F && character != 0xFFFE && character != 0xFFFF) {
            put(text.substr(at, length));
        }
        at += length;
    }
}

std::string with_groups(std::string_view digits, std::string_view mark) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += mark;
        out += digits[i];
    }
    return out;
}

}  // namespace

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    each_allowed(text, [&](std::string_view piece) { out += piece; });
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    each_allowed(text, [&](std::string_view piece) {
        switch (piece[0]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += piece;
        }
    });
    return out;
}

std::string grouped(Decimal number, const Language& language) {
    std::string text = number.to_text();
    const bool negative = text.starts_with('-');
    if (negative) text.erase(0, 1);
    const std::size_t point = text.find('.');
    const std::string whole = text.substr(0, point);
    const std::string part = point == std::string::npos ? "" : text.substr(point + 1);
    const bool portuguese = language.starts_with("pt");
    std::string out = negative ? "\u2212" : "";
    if (portuguese) {
        out += whole.size() > 4 ? with_groups(whole, "\u00A0") : whole;
    } else {
        out += with_groups(whole, ",");
    }
    if (!part.empty()) out += (portuguese ? "," : ".") + part;
    return out;
}

std::string iso_date(std::int32_t day, bool month) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const int year = static_cast<int>(date.year());
    if (month) return fmt::format("{:04}-{:02}", year, static_cast<unsigned>(date.month()));
    return fmt::format("{:04}-{:02}-{:02}", year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string iso_time(std::int64_t seconds) {
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::int64_t rest = (time - day).count();
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(static_cast<std::int32_t>(day.time_since_epoch().count())),
                       rest / 3600, rest / 60 % 60, rest % 60);
}

std::string page_text(const std::string& page_word, int page, int pages) {
    std::string out = page_word;
    for (const int number : {page, pages}) {
        const std::size_t at = out.find("{}");
        if (at != std::string::npos) out.replace(at, 2, std::to_string(number));
    }
    return out;
}

bool link_is_inside(std::string_view link) { return link.size() > 1 && link.starts_with('#'); }

bool link_is_outside(std::string_view link) { return link.starts_with("https://") || link.starts_with("http://"); }

std::string fresh_name(std::string_view wish, std::size_t length_max, std::set<std::string>& taken) {
    std::string name;
    for (const char c : wish) {
        const bool plain_char = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        name += plain_char ? c : '_';
    }
    if (name.empty() || (name[0] >= '0' && name[0] <= '9')) name.insert(0, "n");
    name.resize(std::min(name.size(), length_max));
    // Word takes names apart by their letters and not by their case.
    const auto take = [&](std::string one) {
        for (char& c : one) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return taken.insert(std::move(one)).second;
    };
    if (take(name)) return name;
    for (int number = 2;; ++number) {
        const std::string tail = "_" + std::to_string(number);
        std::string wished = name.substr(0, length_max - tail.size()) + tail;
        if (take(wished)) return wished;
    }
}

std::string badge_word(Badge badge, const Paper& paper) {
    return badge == Badge::none ? std::string() : paper.badge_words[static_cast<std::size_t>(badge)];
}

std::string plain(const Line& line) {
    std::string out;
    for (const Run& run : line) {
        if (run.revision.change != Change::removed) out += run.text;
    }
    return clean(out);
}

std::string marked(const Run& run) {
    switch (run.revision.change) {
        case Change::same: return run.text;
        case Change::added: return "[+" + run.text + "]";
        case Change::removed: return "[\u2212" + run.text + "]";
    }
    return run.text;
}

}  // namespace ponte::paper
