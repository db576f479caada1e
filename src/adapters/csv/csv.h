#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Tables as offices exchange them: RFC 4180 with what spreadsheets really write (a byte order mark,
// semicolons from a Portuguese Excel). Everything is judged here once, so that whoever takes a Table
// has clean NFC text of a known shape, and no cell that would run as a formula when it is opened again.
namespace ponte::csv {

struct Row {
    std::uint32_t line = 0;  // Where it begins in the file; the head line of a plain file is 1.
    std::vector<std::string> cells;  // As many as there are heads.

    friend bool operator==(const Row&, const Row&) = default;
};

struct Table {
    std::vector<std::string> heads;
    std::vector<Row> rows;

    friend bool operator==(const Table&, const Table&) = default;
};

inline constexpr std::size_t bytes_max = std::size_t{64} << 20;
inline constexpr std::size_t rows_max = 100'000;
inline constexpr std::size_t columns_max = 100;
inline constexpr std::size_t cell_bytes_max = 16384;

namespace refusals {
inline constexpr RefusalKind too_large{"csv.too_large", Remedy::correct};
// The subject says what it looks like: "UTF-16", "GB18030", "not UTF-8".
inline constexpr RefusalKind encoding{"csv.encoding", Remedy::correct};
inline constexpr RefusalKind no_head{"csv.no_head", Remedy::correct};
inline constexpr RefusalKind quote_unclosed{"csv.quote_unclosed", Remedy::correct};
inline constexpr RefusalKind quote_stray{"csv.quote_stray", Remedy::correct};
inline constexpr RefusalKind cell_too_long{"csv.cell_too_long", Remedy::correct};
inline constexpr RefusalKind control_character{"csv.control_character", Remedy::correct};
inline constexpr RefusalKind formula{"csv.formula", Remedy::correct};
inline constexpr RefusalKind head_empty{"csv.head_empty", Remedy::correct};
inline constexpr RefusalKind head_repeated{"csv.head_repeated", Remedy::correct};
inline constexpr RefusalKind too_many_columns{"csv.too_many_columns", Remedy::correct};
inline constexpr RefusalKind row_width{"csv.row_width", Remedy::correct};
inline constexpr RefusalKind too_many_rows{"csv.too_many_rows", Remedy::correct};
}  // namespace refusals

// Size and encoding are judged for the whole file first (place "byte N", counted from 0), then the
// lines from the top (place "line N" or "line N, column NAME"; a head's column is its number). Blank
// lines are passed over; blanks around a cell are dropped unless they stand inside its quotes.
[[nodiscard]] Outcome<Table> read(ByteView bytes);

// With commas and CRLF, quoted where needed. What `read` gave comes back as the same heads and cells;
// a cell is written as it is, so text from elsewhere is first asked `runs_as_formula`.
[[nodiscard]] std::string write(const Table& table);

// Whether a spreadsheet would compute this cell instead of showing it. A negative number does not run.
[[nodiscard]] bool runs_as_formula(std::string_view cell);

}  // namespace ponte::csv
