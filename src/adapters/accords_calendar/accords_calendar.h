#pragma once

#include "adapters/ics/ics.h"
#include "desks/accords/queries.h"

// The days of the accords desk as a calendar to subscribe to: entries into force, terms, publications owed, files
// about to stall, activities under ties. What a reader may see was decided by the query that gave the rows.
namespace ponte::accords_calendar {

struct Occasion {
    std::string origin;  // Of the journal: the second half of every UID.
    Language language = Language::en;
};

// One event a row. An event keeps its UID when its day moves: it is named after the instrument, the kind of day
// and the party or activity. What is overdue stands on its own day and says so. A name that is missing in the
// language is taken from the nearest other one.
[[nodiscard]] ics::Feed feed_of(const accords::DueAnswer& due, const Occasion& occasion);

}  // namespace ponte::accords_calendar
