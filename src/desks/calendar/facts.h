#pragma once

#include "desks/calendar/events.h"

#include <map>
#include <optional>

// Business days per place, as neighbours may use them. A year that was not loaded has no answer: an
// unknown day is never taken for a working one.
namespace ponte::calendar {

struct YearKnown {
    std::map<Date, SpecialDay> days;
    bool official = false;
    std::string source;

    friend bool operator==(const YearKnown&, const YearKnown&) = default;
};

struct BusinessDays {
    std::map<std::pair<JurisdictionId, std::uint16_t>, YearKnown> years;

    // Nothing where the year of that place was not loaded.
    [[nodiscard]] std::optional<bool> is_business_day(const JurisdictionId& place, Date day) const {
        const auto year = years.find({place, static_cast<std::uint16_t>(day.year())});
        if (year == years.end()) return std::nullopt;
        const auto special = year->second.days.find(day);
        if (special != year->second.days.end()) return special->second.kind == DayKind::extra_workday;
        return day.weekday() <= 5;
    }
    // The n-th business day after `day` in all the places at once; nothing where a year is not loaded.
    [[nodiscard]] std::optional<Date> business_day_after(const std::vector<JurisdictionId>& places, Date day, std::uint32_t n) const {
        while (n > 0) {
            day = day.plus_days(1);
            bool worked = true;
            for (const JurisdictionId& place : places) {
                const auto known = is_business_day(place, day);
                if (!known) return std::nullopt;
                worked = worked && *known;
            }
            if (worked) --n;
        }
        return day;
    }

    friend bool operator==(const BusinessDays&, const BusinessDays&) = default;
};

}  // namespace ponte::calendar
