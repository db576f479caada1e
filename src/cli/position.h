#pragma once

#include "cli/arguments.h"
#include "house/house.h"

// Where in the record somebody wants to stand: `--at`, `--from` and `--to` are read here and nowhere else.
namespace ponte::cli {

// A sequence ("1234": before that entry, or the end of the run that it lies in) or a day ("2020-12-31":
// after everything recorded on it or before, days counted at +08:00). house.position_unknown beyond the end
// of the record, for a day to come and for one before the journal; each says how far it goes.
[[nodiscard]] Attempt<Outcome<std::uint64_t>> position_named(const std::string& text, const std::string& place, house::House& house);

// What `--at` says; nothing when it is absent, and the present is meant.
[[nodiscard]] Attempt<Outcome<std::optional<std::uint64_t>>> position_of(const Arguments& arguments, house::House& house);

// To people, on standard error, so that what is printed stays what a script reads.
void say_position(const house::Past& past);

}  // namespace ponte::cli
