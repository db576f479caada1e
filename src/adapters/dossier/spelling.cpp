#include "adapters/dossier/spelling.h"

#include <algorithm>

namespace ponte::dossier {

namespace {

std::string month_word(Words& words, unsigned month) {
    return std::string(words.say("month." + std::to_string(month)));
}

bool is_plain_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    };
    return digits(text.substr(0, point)) && (point == text.npos || digits(text.substr(point + 1)));
}

std::string one_number(Language language, std::string_view number) {
    if (!is_plain_number(number)) return std::string(number);
    std::string out;
    if (number.starts_with('-')) {
        out = "\u2212";
        number.remove_prefix(1);
    }
    const bool portuguese = language == Language::pt;
    const std::size_t point = number.find('.');
    const std::string_view whole = number.substr(0, point);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i != 0 && (whole.size() - i) % 3 == 0) out += portuguese ? "\u00A0" : ",";
        out += whole[i];
    }
    if (point != number.npos) {
        out += portuguese ? ',' : '.';
        out += number.substr(point + 1);
    }
    return out;
}

}  // namespace

std::string date_text(Words& words, Date date) {
    const std::string year = std::to_string(date.year());
    return words.say("date.day", {year, month_word(words, date.month()), std::to_string(date.day_of_month())});
}

std::string period_text(Words& words, std::string_view text) {
    const auto period = Period::from_text(text);
    if (!period) return std::string(text);
    const std::string year = std::to_string(period->from.year());
    if (text.find('/') != text.npos) {
        return words.say("date.span", {date_text(words, period->from), date_text(words, period->to)});
    }
    if (text.size() == 4) return words.say("date.year", {year});
    if (text.size() != 7) return date_text(words, period->from);
    if (text[5] == 'H') return words.say("date.half_" + std::string(text.substr(6)), {year});
    if (text[5] == 'Q') return words.say("date.quarter_" + std::string(text.substr(6)), {year});
    return words.say("date.month", {year, month_word(words, period->from.month())});
}

std::string number_text(Language language, std::string_view number) {
    std::string out;
    for (std::size_t from = 0;;) {
        const std::size_t to = number.find(" / ", from);
        out += one_number(language, number.substr(from, to - from));
        if (to == number.npos) return out;
        out += " / ";
        from = to + 3;
    }
}

std::string number_text(Language language, std::uint64_t number) { return one_number(language, std::to_string(number)); }

std::string shortened(std::string_view text, std::size_t characters_max) {
    std::size_t characters = 0;
    std::size_t cut = 0;
    std::size_t last_blank = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) == 0x80U) continue;
        if (text[i] == ' ') last_blank = i;
        if (characters == characters_max) cut = i;
        ++characters;
    }
    if (characters <= characters_max) return std::string(text);
    if (last_blank != 0) {
        const std::size_t blank = text.rfind(' ', cut);
        if (blank != text.npos && blank > cut / 2) cut = blank;
    }
    return std::string(text.substr(0, cut)) + "…";
}

}  // namespace ponte::dossier
