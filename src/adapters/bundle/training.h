#pragma once

#include "adapters/bundle/cursor.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What the shown rows of the series `training` say: docs/formats/bundle.md, and nothing of the desk's own code.
namespace ponte::bundle {

// What the last row about a jurisdiction says of an event.
struct Came {
    std::uint64_t sequence = 0;
    std::uint32_t attended = 0;
    std::uint32_t certified = 0;
};

struct Gathering {
    std::uint8_t kind = 0;
    std::optional<std::uint64_t> held;  // the row
    Period days;                        // as held
    std::map<std::string, Came, std::less<>> from;  // by jurisdiction
};

using Training = std::map<std::string, Gathering, std::less<>>;

// The next row; what is wrong with it, or nothing.
[[nodiscard]] std::optional<std::string> add_training_row(Training& training, std::uint64_t sequence, const Entry& entry);

struct TrainingFigure {
    std::string name;  // "participants"
    std::uint64_t value = 0;
    std::vector<std::uint64_t> entries;
};

// Of the year of `as_at`, in the order of the page.
[[nodiscard]] std::vector<TrainingFigure> training_figures(const Training& training, Date as_at);

}  // namespace ponte::bundle
