#pragma once

#include "adapters/bundle/cursor.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What the shown rows of the series `instruments` say: docs/formats/bundle.md, and nothing of the desk's own code.
namespace ponte::bundle {

struct Step {
    std::uint8_t kind = 0;
    std::optional<std::string> party;
    Period date;
    std::vector<Period> others;  // What other sources say.
    bool unverified = false;
    bool withdrawn = false;
    bool says_in_force = false;  // It names the entry into force among the papers that nobody has seen.

    // From the first day that any source gives to the last.
    [[nodiscard]] Period span() const;
};

struct Instrument {
    std::uint64_t sequence = 0;
    std::uint8_t kind = 0;
    std::vector<std::string> places;  // of its parties
    std::map<std::uint16_t, Step> steps;
};

// Held under a tie.
struct HeldActivity {
    std::uint64_t sequence = 0;
    std::string instrument;
    Date last_day;
};
using Activities = std::map<std::string, HeldActivity, std::less<>>;  // By tie and activity.

using Instruments = std::map<std::string, Instrument, std::less<>>;

// The next row; what is wrong with it, or nothing.
[[nodiscard]] std::optional<std::string> add_instrument_row(Instruments& instruments, std::uint64_t sequence, const Entry& entry);

[[nodiscard]] std::optional<std::string> add_activity_row(Activities& activities, std::uint64_t sequence, const Entry& entry);

// Of the year of `as_at`, under ties of Macao: the rows, and how many ties they are of.
struct ActivityFigures {
    std::vector<std::uint64_t> entries;
    std::size_t ties = 0;
};
[[nodiscard]] ActivityFigures activity_figures(const Activities& activities, const Instruments& instruments, Date as_at);

struct InstrumentFigure {
    std::string id;    // "instruments.judicial.in_force"
    std::string rule;  // "instruments_in_force"
    std::vector<std::uint64_t> entries;
};

// In the order of the page.
[[nodiscard]] std::vector<InstrumentFigure> instrument_figures(const Instruments& instruments, Date as_at);

}  // namespace ponte::bundle
