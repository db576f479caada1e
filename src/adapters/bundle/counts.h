#pragma once

#include "adapters/bundle/cursor.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What the shown rows of the series `origin` say: docs/formats/bundle.md, and nothing of the desk's own code.
namespace ponte::bundle {

struct YearsCount {
    std::uint64_t sequence = 0;
    std::uint32_t count = 0;
};

// By year and what is counted.
using Counts = std::map<std::pair<std::uint16_t, std::uint8_t>, YearsCount>;

// The next row; what is wrong with it, or nothing.
[[nodiscard]] std::optional<std::string> add_count_row(Counts& counts, std::uint64_t sequence, const Entry& entry);

struct CountFigure {
    std::string name;                  // "certificates_issued"
    std::optional<YearsCount> stated;  // Absent: nothing was counted, or it is not shown.
};

// Of the year, in the order of the page.
[[nodiscard]] std::vector<CountFigure> count_figures(const Counts& counts, int year);

}  // namespace ponte::bundle
