#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <cstdint>
#include <string>
#include <vector>

// Workbooks that people read and fill in: sheets with looks, locked and open cells, choices, print setup.
// Every cell is text, so that what is printed stays what was meant; open cells are formatted as text, so
// that Excel keeps what is typed into them ("1,234.50", "2020-12") as it was typed.
namespace ponte::xlsx {

// The few looks of an official form; colours and sizes stand in pages.cpp.
enum class Look : std::uint8_t {
    plain,     // wrapped text
    title,     // large, azulejo blue
    subtitle,  // quiet line below it
    notice,    // what must not be overlooked
    head,      // of a column: white on blue
    head_open, // of a column that is filled in: blue on the colour of open cells
    printed,   // a cell of the table, locked
    quiet,     // the same, small and grey
    open,      // to be filled in: coloured, unlocked
    hidden,    // for machines: white, small
};

struct PageCell {
    std::uint32_t row = 1;     // From 1.
    std::uint32_t column = 1;  // From 1.
    std::string text;          // May be empty: the look is there all the same.
    Look look = Look::plain;
};

struct PageColumn {
    std::uint8_t width = 10;  // In characters.
    bool hidden = false;
};

// What Excel offers and says when one stands in a cell of this part of a column.
struct Choice {
    std::uint32_t column = 1;
    std::uint32_t first_row = 1;
    std::uint32_t last_row = 1;
    std::vector<std::string> values;  // Only these; no commas in them, 255 bytes in all. Empty: anything.
    std::string title;                // At most 32 characters ...
    std::string prompt;               // ... and 255.
};

struct Page {
    std::string name;
    bool hidden = false;
    bool locked = false;           // All but the open cells; without a password.
    std::vector<PageColumn> columns;
    std::vector<PageCell> cells;   // By row, then column.
    std::vector<Choice> choices;
    std::uint32_t frozen_rows = 0;     // Stay in sight, and are printed on each page from `repeated_row`.
    std::uint32_t frozen_columns = 0;
    std::uint32_t repeated_row = 0;    // The row of heads; 0: none.
    std::string footer;                // Left; the page's number stands at the right.
};

// The same bytes for the same pages; `created_at` in seconds since 1970. Fault: xlsx.not_written.
[[nodiscard]] Attempt<Bytes> write_pages(const std::vector<Page>& pages, std::int64_t created_at);

}  // namespace ponte::xlsx
