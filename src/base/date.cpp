#include "base/date.h"

#include <fmt/format.h>

namespace ponte {

namespace {

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t micros_per_day = 86'400 * micros_per_second;

std::string shown(std::string_view text) { return std::string(text.substr(0, 64)); }

// All of `text` as a number, or nothing. At most nine digits, so that it fits.
std::optional<int> number(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// A unit of the calendar: `months` months from the first day of `month`.
std::optional<Period> months_from(int year, unsigned month, unsigned months) {
    const auto from = Date::from_ymd(year, month, 1);
    if (!from) return std::nullopt;
    const auto last_month = std::chrono::year(year) / std::chrono::month(month + months - 1);
    return Period{*from, dates::of(last_month / std::chrono::last)};
}

std::int64_t floored(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace

Outcome<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return refuse(refusals::date_unreadable, shown(text));
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day_of_month = number(text.substr(8, 2));
    if (!year || !month || !day_of_month) return refuse(refusals::date_unreadable, shown(text));
    if (*year < dates::year_min || *year > dates::year_max) return refuse(refusals::date_out_of_range, shown(text));
    const auto date = from_ymd(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day_of_month));
    if (!date) return refuse(refusals::date_impossible, shown(text));
    return *date;
}

std::optional<Date> Date::from_text(std::string_view text) {
    const auto parsed = parse(text);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::string Date::to_text() const {
    if (!in_range()) return fmt::format("day {}", day);
    const auto ymd = calendar();
    return fmt::format("{:04}-{:02}-{:02}", int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()});
}

Outcome<Period> Period::parse(std::string_view text) {
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const Date from = TRY(Date::parse(text.substr(0, slash)));
        const Date to = TRY(Date::parse(text.substr(slash + 1)));
        if (to < from) return refuse(refusals::period_backwards, shown(text));
        return Period{from, to};
    }
    if (text.size() == 10) {
        const Date day = TRY(Date::parse(text));
        return Period{day, day};
    }
    const auto year = number(text.substr(0, 4));
    if (!year || text.size() < 4 || (text.size() > 4 && text[4] != '-') || text.size() > 7) {
        return refuse(refusals::period_unreadable, shown(text));
    }
    if (*year < dates::year_min || *year > dates::year_max) return refuse(refusals::date_out_of_range, shown(text));
    std::optional<Period> period;
    const std::string_view part = text.size() == 7 ? text.substr(5) : std::string_view{};
    if (text.size() == 4) {
        period = months_from(*year, 1, 12);
    } else if (part == "H1" || part == "H2") {
        period = months_from(*year, part == "H1" ? 1 : 7, 6);
    } else if (part.starts_with('Q') && part[1] >= '1' && part[1] <= '4') {
        period = months_from(*year, static_cast<unsigned>(part[1] - '1') * 3 + 1, 3);
    } else if (const auto month = number(part); month) {
        if (*month < 1 || *month > 12) return refuse(refusals::date_impossible, shown(text));
        period = months_from(*year, static_cast<unsigned>(*month), 1);
    }
    if (!period) return refuse(refusals::period_unreadable, shown(text));
    return *period;
}

std::optional<Period> Period::from_text(std::string_view text) {
    const auto parsed = parse(text);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::string Period::to_text() const {
    if (from == to) return from.to_text();
    if (from.in_range() && from.day_of_month() == 1) {
        const int year = from.year();
        const unsigned month = from.month();
        if (month == 1 && months_from(year, 1, 12) == *this) return fmt::format("{:04}", year);
        if (month % 6 == 1 && months_from(year, month, 6) == *this) return fmt::format("{:04}-H{}", year, month / 6 + 1);
        if (month % 3 == 1 && months_from(year, month, 3) == *this) return fmt::format("{:04}-Q{}", year, month / 3 + 1);
        if (months_from(year, month, 1) == *this) return fmt::format("{:04}-{:02}", year, month);
    }
    return from.to_text() + "/" + to.to_text();
}

Outcome<Instant> Instant::parse(std::string_view text) {
    // 2020-12-31T09:00:00Z is the shortest, with .ffffff the longest.
    constexpr std::size_t whole = 20;
    if (text.size() < whole || text.size() > whole + 7 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text.back() != 'Z') {
        return refuse(refusals::instant_unreadable, shown(text));
    }
    const Date day = TRY(Date::parse(text.substr(0, 10)));
    const auto hour = number(text.substr(11, 2));
    const auto minute = number(text.substr(14, 2));
    const auto second = number(text.substr(17, 2));
    if (!hour || !minute || !second) return refuse(refusals::instant_unreadable, shown(text));
    std::int64_t fraction = 0;
    if (text.size() > whole) {
        std::string_view places = text.substr(19, text.size() - whole);
        if (!places.starts_with('.')) return refuse(refusals::instant_unreadable, shown(text));
        places.remove_prefix(1);
        const auto read = number(places);
        if (!read) return refuse(refusals::instant_unreadable, shown(text));
        fraction = *read;
        for (std::size_t i = places.size(); i < 6; ++i) fraction *= 10;
    }
    if (*hour > 23 || *minute > 59 || *second > 59) return refuse(refusals::instant_impossible, shown(text));
    const std::int64_t seconds = std::int64_t{*hour} * 3600 + *minute * 60 + *second;
    return Instant{day.day * micros_per_day + seconds * micros_per_second + fraction};
}

std::optional<Instant> Instant::from_text(std::string_view text) {
    const auto parsed = parse(text);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::string Instant::to_text() const {
    const Date day = date(0);
    if (!day.in_range()) return fmt::format("micros {}", micros);
    const std::int64_t within = micros - day.day * micros_per_day;
    const std::int64_t seconds = within / micros_per_second;
    std::string text = fmt::format("{}T{:02}:{:02}:{:02}", day.to_text(), seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (const std::int64_t fraction = within % micros_per_second; fraction != 0) {
        text += fmt::format(".{:06}", fraction);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + "Z";
}

Date Instant::date(int offset_minutes) const {
    const std::int64_t day = floored(micros, micros_per_day);
    // Taken apart first, so that the offset can't overflow at the ends.
    const std::int64_t within = micros % micros_per_day + (micros % micros_per_day < 0 ? micros_per_day : 0);
    const std::int64_t shifted = within + std::int64_t{offset_minutes} * 60 * micros_per_second;
    return Date{static_cast<std::int32_t>(day + floored(shifted, micros_per_day))};
}

}  // namespace ponte
