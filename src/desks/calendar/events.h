#pragma once

// Which days are worked in which place. Loaded a year at a time from an official notice.

#include "base/described_values.h"
#include "base/id.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::calendar {

enum class DayKind : std::uint8_t { holiday = 1, extra_workday = 2 };
BOOST_DESCRIBE_ENUM(DayKind, holiday, extra_workday)

struct SpecialDay {
    Date date;
    DayKind kind{};
    std::string occasion;

    friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};
BOOST_DESCRIBE_STRUCT(SpecialDay, (), (date, kind, occasion))

// Replaces what was known of that place and year.
struct YearLoaded {
    static constexpr std::string_view name = "calendar.year_loaded/1";

    JurisdictionId place;
    std::uint16_t year = 0;
    std::vector<SpecialDay> days;
    bool official = false;  // False: from general knowledge, to be replaced by the official notice.
    std::string source;

    friend bool operator==(const YearLoaded&, const YearLoaded&) = default;
};
BOOST_DESCRIBE_STRUCT(YearLoaded, (), (place, year, days, official, source))

using Event = std::variant<YearLoaded>;

}  // namespace ponte::calendar
