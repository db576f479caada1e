#pragma once

#include "adapters/xlsx/workbook.h"
#include "base/outcome.h"

#include <cstdint>
#include <string>
#include <string_view>

// One cell of a sheet turned into what it says, and where it stands.
namespace ponte::xlsx {

inline constexpr std::uint32_t sheet_rows_max = 1'048'576;  // Excel's own limits.
inline constexpr std::uint32_t sheet_columns_max = 16'384;

struct Where {
    std::uint32_t row = 0;     // From 1.
    std::uint32_t column = 0;  // From 1.
};

[[nodiscard]] std::string cell_name(Where where);  // "C7"
[[nodiscard]] bool read_number(std::string_view text, std::uint32_t& number);
// Takes the column of "C7" into `where`; false when it is no cell of that row.
[[nodiscard]] bool read_column(std::string_view reference, Where& where);

// `plain`: a number is the shortest decimal that was stored. `as_shown`: with the places, signs and words
// of its format, or refused where the format shows another number than the cell holds.
enum class Numbers : std::uint8_t { plain, as_shown };

class CellText {
public:
    CellText(const Workbook& workbook, const SheetPart& sheet, Numbers numbers) : workbook_(workbook), sheet_(sheet), numbers_(numbers) {}

    // The text of a `c` element: empty for an empty cell, refused for a formula or an error.
    [[nodiscard]] Outcome<std::string> text(const pugi::xml_node& cell, Where where) const;
    [[nodiscard]] std::string place(Where where) const { return "sheet " + sheet_.name + ", cell " + cell_name(where); }
    [[nodiscard]] std::unexpected<Refusal> damaged() const;

private:
    [[nodiscard]] Outcome<std::string> number(const pugi::xml_node& cell, std::string_view stored, Where where) const;
    [[nodiscard]] Outcome<std::string> checked(std::string text, Where where) const;

    const Workbook& workbook_;
    const SheetPart& sheet_;
    Numbers numbers_;
};

}  // namespace ponte::xlsx
