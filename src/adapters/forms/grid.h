#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Sheets and tables alike: rows of cells, each with its place in the words of the program that shows it.
namespace ponte::forms {

struct GridCell {
    std::string text;              // Trimmed.
    std::optional<Refusal> fault;  // A formula, a broken date ...: the text is empty then.
};

struct Grid {
    std::string name;            // Of the sheet, for places.
    std::uint32_t table = 0;     // The table's number in a Word file; 0: a sheet.
    bool hidden = false;
    std::map<std::uint32_t, std::map<std::uint32_t, GridCell>> rows;  // By row and column from 1; empty cells are left out.

    [[nodiscard]] std::string place(std::uint32_t row, std::uint32_t column) const;
};

struct Grids {
    bool page = false;  // A Word file.
    std::vector<Grid> grids;
    std::vector<std::string> elsewhere;  // Texts outside of tables, and properties.
};

// Excel or Word, told by what is in the file. Refuses what concerns the file as a whole.
[[nodiscard]] Outcome<Grids> grids_of(ByteView file);

// A fault with the order of its place.
struct PlacedFault {
    std::size_t grid = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    Refusal refusal;
};

}  // namespace ponte::forms
