#pragma once

#include "base/figures.h"
#include "desks/accords/facts.h"

// What the accords desk adds to a dossier: how many instruments of Macao are in force and how many under way, in
// the groups that the measures speak of. The rules are those of docs/formats/bundle.md: a figure follows from the
// papers recorded, never from a clause, so that whoever holds the bundle counts the same. And what was held under
// the ties of cities in the year.
namespace ponte::accords {

inline constexpr std::string_view series_of_instruments = "instruments";
inline constexpr std::string_view series_of_activities = "activities";

// Where a row's step would stand, of what was held under a tie. No instrument has so many steps.
inline constexpr std::uint16_t step_of_activity = 0xffff;

// Kinds that are counted together, and the measure that asks for them.
struct InstrumentGroup {
    std::string_view name;  // "judicial": as in the figure "instruments.judicial.in_force"
    std::uint16_t measure = 0;
    InstrumentKind first{};
    InstrumentKind last{};
};
[[nodiscard]] std::span<const InstrumentGroup> instrument_groups();

[[nodiscard]] Contribution contribution_of(const Known& known, const access::Sight& reader, Date as_at);

}  // namespace ponte::accords
