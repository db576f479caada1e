#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <cstdint>
#include <string>
#include <vector>

// A workbook cell by cell: every sheet, hidden ones too, for forms of our own that come back and for tables
// whose heads stand somewhere.
namespace ponte::xlsx {

struct SheetCell {
    std::uint32_t row = 0;     // From 1.
    std::uint32_t column = 0;  // From 1.
    std::string text;          // As shown: with places, percent sign and words of its format; dates as ISO text.
    bool faulty = false;       // It stands in `faults`; its text is empty.

    friend bool operator==(const SheetCell&, const SheetCell&) = default;
};

struct CellSheet {
    std::string name;
    bool hidden = false;
    std::vector<SheetCell> cells;  // By row, then column; empty cells are left out.
};

struct Cells {
    std::vector<CellSheet> sheets;
    std::vector<Refusal> faults;  // Of single cells, in the order of the file: formulas, errors, numbers
                                  // that are shown otherwise, dates that are none ... At most `faults_max`.
};

inline constexpr std::size_t cells_max = 1'000'000;

// "sheet Figures, cell E7"
[[nodiscard]] std::string place_of(const std::string& sheet, std::uint32_t row, std::uint32_t column);

// Refuses what concerns the file as a whole: no workbook, macros, links, damage, zip bombs, too many cells.
[[nodiscard]] Outcome<Cells> read_cells(ByteView file, std::size_t faults_max);

}  // namespace ponte::xlsx
