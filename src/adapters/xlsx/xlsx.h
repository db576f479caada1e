#pragma once

#include "adapters/csv/csv.h"
#include "base/bytes.h"
#include "base/outcome.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Excel workbooks in and out. In: the same Table that a CSV gives, from one visible sheet, with nothing
// computed and nothing fetched; what a cell shows is what is read. Out: the same bytes for the same sheets.
namespace ponte::xlsx {

namespace refusals {
inline constexpr RefusalKind not_a_workbook{"xlsx.not_a_workbook", Remedy::correct};
inline constexpr RefusalKind old_or_locked{"xlsx.old_or_locked", Remedy::correct};  // .xls, or with a password
inline constexpr RefusalKind macros{"xlsx.macros", Remedy::correct};
inline constexpr RefusalKind external_link{"xlsx.external_link", Remedy::correct};
inline constexpr RefusalKind damaged{"xlsx.damaged", Remedy::correct};
inline constexpr RefusalKind too_large{"xlsx.too_large", Remedy::correct};
inline constexpr RefusalKind sheet_unknown{"xlsx.sheet_unknown", Remedy::correct};
inline constexpr RefusalKind sheet_hidden{"xlsx.sheet_hidden", Remedy::correct};
inline constexpr RefusalKind no_head{"xlsx.no_head", Remedy::correct};
inline constexpr RefusalKind head_empty{"xlsx.head_empty", Remedy::correct};
inline constexpr RefusalKind head_repeated{"xlsx.head_repeated", Remedy::correct};
inline constexpr RefusalKind too_many_columns{"xlsx.too_many_columns", Remedy::correct};
inline constexpr RefusalKind row_width{"xlsx.row_width", Remedy::correct};
inline constexpr RefusalKind too_many_rows{"xlsx.too_many_rows", Remedy::correct};
inline constexpr RefusalKind formula{"xlsx.formula", Remedy::correct};
inline constexpr RefusalKind error_value{"xlsx.error_value", Remedy::correct};  // #N/A, #REF! ...
inline constexpr RefusalKind cell_too_long{"xlsx.cell_too_long", Remedy::correct};
inline constexpr RefusalKind control_character{"xlsx.control_character", Remedy::correct};
// More than the fifteen digits that Excel keeps, or no number at all.
inline constexpr RefusalKind number_unreadable{"xlsx.number_unreadable", Remedy::correct};
// The cell shows another number than it holds: fewer places, thousands (read_cells only).
inline constexpr RefusalKind number_shown_otherwise{"xlsx.number_shown_otherwise", Remedy::correct};
inline constexpr RefusalKind date_impossible{"xlsx.date_impossible", Remedy::correct};
// A built-in format that is a month in one language of Excel and a day in another.
inline constexpr RefusalKind date_ambiguous{"xlsx.date_ambiguous", Remedy::correct};
}  // namespace refusals

// The sheet of that name, or the first visible one. The first row with something in it has the heads;
// rows without anything are passed over; a Row's line is its number in the sheet. Numbers come as plain
// decimals ("4747.3"), shares with their sign ("1.4%"), dates as ISO text with as much as the cell shows ("2020-12-31", "2020-12"),
// booleans as "true" and "false". Refuses also what zipped::unzip refuses (zip bombs). The place is
// "sheet Data, cell C7", or the part of the file that can't be read. Limits as for CSV.
[[nodiscard]] Outcome<csv::Table> read(ByteView bytes, std::string_view sheet = {});

struct Column {
    std::string head;
    bool numbers = false;     // Cells that are plain decimals are written as numbers, all others as text.
    std::uint8_t width = 0;   // In characters; 0: as wide as what stands in it.
};

struct Sheet {
    std::string name;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

// Heads bold and frozen; text is text, whatever it begins with. `created_at` is in seconds since 1970,
// since a file dated by a clock would never be the same twice. Fault: xlsx.not_written.
[[nodiscard]] Attempt<Bytes> write(const std::vector<Sheet>& sheets, std::int64_t created_at);

}  // namespace ponte::xlsx
