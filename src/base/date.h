#pragma once

#include "base/outcome.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Days, spans of days and instants as values: no clock is read here, and every one of them has
// exactly one spelling that the record shows.
namespace ponte {

namespace refusals {
inline constexpr RefusalKind date_unreadable{"date.unreadable", Remedy::correct};
inline constexpr RefusalKind date_impossible{"date.impossible", Remedy::correct};
inline constexpr RefusalKind date_out_of_range{"date.out_of_range", Remedy::correct};
inline constexpr RefusalKind period_unreadable{"period.unreadable", Remedy::correct};
inline constexpr RefusalKind period_backwards{"period.backwards", Remedy::correct};
inline constexpr RefusalKind instant_unreadable{"instant.unreadable", Remedy::correct};
inline constexpr RefusalKind instant_impossible{"instant.impossible", Remedy::correct};
}  // namespace refusals

// A day of the proleptic Gregorian calendar, counted from 1970-01-01. What is read from text lies
// in the years 1900 to 2199; a day outside of them has a text ("day 99999999") that reads as nothing.
struct Date {
    std::int32_t day = 0;

    // "2020-12-31" and no other form.
    [[nodiscard]] static Outcome<Date> parse(std::string_view text);
    [[nodiscard]] static std::optional<Date> from_text(std::string_view text);
    [[nodiscard]] static constexpr std::optional<Date> from_ymd(int year, unsigned month, unsigned day_of_month);
    [[nodiscard]] std::string to_text() const;

    [[nodiscard]] constexpr std::chrono::year_month_day calendar() const {
        return std::chrono::sys_days(std::chrono::days(day));
    }
    [[nodiscard]] constexpr int year() const { return int{calendar().year()}; }
    [[nodiscard]] constexpr unsigned month() const { return unsigned{calendar().month()}; }
    [[nodiscard]] constexpr unsigned day_of_month() const { return unsigned{calendar().day()}; }
    // Monday is 1, Sunday is 7 (ISO 8601).
    [[nodiscard]] constexpr unsigned weekday() const {
        return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(day))).iso_encoding();
    }
    [[nodiscard]] constexpr bool in_range() const;
    // Stops at the ends of the 32-bit count instead of passing them.
    [[nodiscard]] constexpr Date plus_days(int days) const {
        const std::int64_t sum = std::int64_t{day} + days;
        if (sum > INT32_MAX) return Date{INT32_MAX};
        if (sum < INT32_MIN) return Date{INT32_MIN};
        return Date{static_cast<std::int32_t>(sum)};
    }

    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

namespace dates {
inline constexpr int year_min = 1900;
inline constexpr int year_max = 2199;
[[nodiscard]] constexpr Date of(std::chrono::year_month_day ymd) {
    return Date{static_cast<std::int32_t>(std::chrono::sys_days(ymd).time_since_epoch().count())};
}
inline constexpr Date first = of(std::chrono::year(year_min) / 1 / 1);
inline constexpr Date last = of(std::chrono::year(year_max) / 12 / 31);
}  // namespace dates

constexpr bool Date::in_range() const { return *this >= dates::first && *this <= dates::last; }

constexpr std::optional<Date> Date::from_ymd(int year, unsigned month, unsigned day_of_month) {
    if (year < dates::year_min || year > dates::year_max || month > 12 || day_of_month > 31) return std::nullopt;
    const auto ymd = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day_of_month);
    if (!ymd.ok()) return std::nullopt;
    return dates::of(ymd);
}

// A span of days, both ends in it. The text is the shortest that names it: "2020", "2020-H1",
// "2020-Q3", "2020-03", "2020-12-31", or "2020-01-01/2020-10-31" when it is no unit of the calendar.
struct Period {
    Date from;
    Date to;

    [[nodiscard]] static Outcome<Period> parse(std::string_view text);
    [[nodiscard]] static std::optional<Period> from_text(std::string_view text);
    [[nodiscard]] std::string to_text() const;
    [[nodiscard]] constexpr bool contains(Date date) const { return from <= date && date <= to; }

    friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct Instant {
    std::int64_t micros = 0;

    // RFC 3339 in UTC with a capital T and Z: "2020-12-31T09:00:00Z", up to six places of a second.
    [[nodiscard]] static Outcome<Instant> parse(std::string_view text);
    [[nodiscard]] static std::optional<Instant> from_text(std::string_view text);
    [[nodiscard]] std::string to_text() const;
    // The day it is at a place so many minutes east of Greenwich. Macao and Beijing are at +480.
    [[nodiscard]] Date date(int offset_minutes = 480) const;

    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace ponte
