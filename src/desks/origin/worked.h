#pragma once

#include "desks/origin/facts.h"
#include "desks/origin/refusals.h"

#include <vector>

// A bill brought to one currency and one scale, so that every sum and comparison is exact: whole numbers of
// 10^-12 of the price's unit. Prices below 10^12 with four places, rates below 10^6 with eight: a percentage of
// a sum of a thousand lines still fits in 128 bits.
namespace ponte::origin {

__extension__ using Wide = __int128;

inline constexpr unsigned scale_of_values = 12;
inline constexpr std::uint8_t value_places_max = 4;
inline constexpr std::uint8_t rate_places_max = 8;
inline constexpr std::int64_t value_whole_max = 1'000'000'000'000;
inline constexpr std::int64_t rate_whole_max = 1'000'000;
inline constexpr std::size_t lines_max = 500;
inline constexpr std::size_t rates_max = 50;
inline constexpr std::size_t processes_max = 50;

[[nodiscard]] Wide scaled(Decimal value);                              // At most twelve places.
[[nodiscard]] Decimal decimal_of(Wide amount, std::uint8_t places);    // Cut off after so many places, which are at most 12.
[[nodiscard]] Decimal decimal_above(Wide amount, std::uint8_t places); // The next one above where it does not come out even.

enum class Status : std::uint8_t {
    here = 0,         // originates in the exporting party
    other_party = 1,  // originates in another party of the arrangement
    foreign = 2,
    unknown = 3,
};

struct WorkedLine {
    Hs hs;
    Wide value = 0;
    Status status{};
};

struct Worked {
    std::vector<WorkedLine> lines;
    std::optional<Wide> fob;
    Wide labour = 0;
    Wide development = 0;
    const std::vector<ProcessId>* processes = nullptr;
    std::vector<ProcessId> more_processes;  // Of a bill as it would be.
    std::optional<bool> wholly_obtained;

    [[nodiscard]] Wide sum_of(Status status) const;
    [[nodiscard]] bool has(Status status) const;
};

// What a bill may not say, in the order in which it is looked for; `place` is where the bill stands. Nothing of
// the world is asked: whether codes and processes are known is for whoever knows them.
[[nodiscard]] Outcome<Worked> worked(const Bill& bill, Date on, const JurisdictionId& from, const std::vector<JurisdictionId>& parties,
                                     std::string_view place);

}  // namespace ponte::origin
