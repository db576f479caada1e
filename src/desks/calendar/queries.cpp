#include "desks/calendar/queries.h"

namespace ponte::calendar {

BusinessDayAnswer answer(const State& state, const BusinessDayQuery& query, const access::Sight&, Instant) {
    BusinessDayAnswer found{.places = query.places, .from = query.from, .days = query.days, .date = {}, .official = true};
    constexpr std::uint32_t days_max = 3'660;
    if (query.days <= days_max && !query.places.empty()) {
        found.date = state.business_days.business_day_after(query.places, query.from, query.days);
    }
    if (!found.date) found.official = false;
    for (const JurisdictionId& place : query.places) {
        for (int year = query.from.year(); found.date && year <= found.date->year(); ++year) {
            const auto known = state.business_days.years.find({place, static_cast<std::uint16_t>(year)});
            found.official = found.official && known != state.business_days.years.end() && known->second.official;
        }
    }
    return found;
}

}  // namespace ponte::calendar
