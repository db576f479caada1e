#pragma once

#include "desks/access/facts.h"
#include "desks/calendar/state.h"

// Questions to the calendar.
namespace ponte::calendar {

struct BusinessDayAnswer {
    std::vector<JurisdictionId> places;
    Date from;
    std::uint32_t days = 0;
    std::optional<Date> date;  // Absent: a year on the way was not loaded, so nobody knows.
    bool official = false;     // Every year looked at came from an official notice.
};
BOOST_DESCRIBE_STRUCT(BusinessDayAnswer, (), (places, from, days, date, official))

// The n-th business day after a date, worked in all the places.
struct BusinessDayQuery {
    static constexpr std::string_view name = "calendar.business_day_after";
    using Answer = BusinessDayAnswer;

    std::vector<JurisdictionId> places;
    Date from;
    std::uint32_t days = 0;
};
BOOST_DESCRIBE_STRUCT(BusinessDayQuery, (), (places, from, days))

using Query = std::variant<BusinessDayQuery>;

[[nodiscard]] BusinessDayAnswer answer(const State& state, const BusinessDayQuery& query, const access::Sight& reader, Instant now);

}  // namespace ponte::calendar
