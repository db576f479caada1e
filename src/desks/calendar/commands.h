#pragma once

// What may be asked of the calendar.

#include "desks/calendar/events.h"

namespace ponte::calendar {

struct LoadYear {
    static constexpr std::string_view name = "calendar.load_year";

    JurisdictionId place;
    std::uint16_t year = 0;
    std::vector<SpecialDay> days;
    bool official = false;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(LoadYear, (), (place, year, days, official, source))

using Command = std::variant<LoadYear>;

}  // namespace ponte::calendar
