#pragma once

#include "cli/arguments.h"
#include "house/house.h"

// Where in the record somebody wants to stand: `--at`, `--from` and `--to` are read here and nowhere else.
namespace ponte::cli {

// A sequence ("1234": before that entry, or the end of the run that it lies in) or a day ("2020-12-31":
// after everything recorded on it or before, and judged by that day; days are counted at +08:00).
struct Standpoint {
    std::uint64_t position = 0;
    std::optional<Date> day;

    // The day by which figures are judged there: the one that was named, or that of the last entry.
    [[nodiscard]] Date as_at(const house::Past& past) const { return day.value_or(past.time.date()); }
    // The time at which a query stands there.
    [[nodiscard]] Instant time(const house::Past& past) const;
};

// house.position_unknown beyond the end of the record, for a day to come and for one before the journal;
// each says how far it goes.
[[nodiscard]] Attempt<Outcome<Standpoint>> standpoint_named(const std::string& text, const std::string& place, house::House& house);

// What `--at` says; nothing when it is absent, and the present is meant.
[[nodiscard]] Attempt<Outcome<std::optional<Standpoint>>> standpoint_of(const Arguments& arguments, house::House& house);

// To people, on standard error, so that what is printed stays what a script reads.
void say_standpoint(const Standpoint& standpoint, const house::Past& past);

}  // namespace ponte::cli
