#include "desks/calendar/decide.h"

#include "desks/calendar/refusals.h"

#include <set>

namespace ponte::calendar {

Decision decide(const View& view, const LoadYear& command) {
    if (!view.asker.may_configure("calendar")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.source.empty()) return refuse(refusals::source_missing, command.place.value, "/source");
    std::set<Date> seen;
    for (std::size_t i = 0; i < command.days.size(); ++i) {
        const SpecialDay& day = command.days[i];
        const std::string place = "/days/" + std::to_string(i) + "/date";
        if (day.date.year() != command.year) return refuse(refusals::day_outside_year, day.date.to_text(), place);
        if (!seen.insert(day.date).second) return refuse(refusals::day_repeated, day.date.to_text(), place);
    }
    if (!view.jurisdictions.by_id.contains(command.place)) return refuse(refusals::place_unknown, command.place.value, "/place");
    const auto known = view.calendar.business_days.years.find({command.place, command.year});
    if (known != view.calendar.business_days.years.end() && known->second.official && !command.official) {
        return refuse(refusals::official_year_stands, command.place.value, "/year");
    }
    return std::vector<Event>{YearLoaded{.place = command.place,
                                         .year = command.year,
                                         .days = command.days,
                                         .official = command.official,
                                         .source = command.source}};
}

}  // namespace ponte::calendar
