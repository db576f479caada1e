#pragma once

#include "base/outcome.h"
#include "bench/machine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What was measured, as rows: a table for people and a JSON list for scripts, from the same values.
namespace ponte::bench {

enum class Better : std::uint8_t { more, less };

struct Row {
    std::string name;
    double value = 0;
    std::string unit;
    Better better = Better::more;
    std::optional<double> must;  // Absent: reported only.
    std::optional<double> aim;
    std::string note;            // What a reader must know to believe the number.
    std::string load;            // Of the machine when the row was finished.
};

using Rows = std::vector<Row>;

// Whether the value reaches the bound.
[[nodiscard]] bool reaches(const Row& row, double bound);

void print_heads(const Machine& machine);
void print(const Row& row);
[[nodiscard]] std::string to_json(const Rows& rows, const Machine& machine);

}  // namespace ponte::bench
