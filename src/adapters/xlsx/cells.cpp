#include "adapters/xlsx/cells.h"

#include "adapters/xlsx/cell_text.h"
#include "adapters/xlsx/xlsx.h"

namespace ponte::xlsx {

namespace {

Outcome<CellSheet> read_sheet(const Workbook& workbook, const SheetPart& part, std::size_t faults_max, std::vector<Refusal>& faults, std::size_t& count) {
    CellSheet sheet{.name = part.name, .hidden = part.hidden, .cells = {}};
    const CellText reader(workbook, part, Numbers::as_shown);
    const auto document = TRY(parse_part(workbook, part.part));
    Where where;
    for (const auto& row : child_named(document.document_element(), "sheetData").children()) {
        if (local_name(row.name()) != "row") continue;
        const auto before = where.row;
        where = {before + 1, 0};
        if (const auto given = row.attribute("r"); given && !read_number(given.value(), where.row)) return reader.damaged();
        if (where.row <= before || where.row > sheet_rows_max) return reader.damaged();
        for (const auto& cell : row.children()) {
            if (local_name(cell.name()) != "c") continue;
            const auto left = where.column++;
            if (const auto given = cell.attribute("r"); given && !read_column(given.value(), where)) return reader.damaged();
            if (where.column <= left || where.column > sheet_columns_max) return reader.damaged();
            auto text = reader.text(cell, where);
            if (!text && text.error().kind == refusals::damaged) return std::unexpected(std::move(text).error());
            if (text && text->empty()) continue;
            if (++count > cells_max) return refuse(refusals::too_large, std::to_string(cells_max), reader.place(where));
            if (text) {
                sheet.cells.push_back({where.row, where.column, *std::move(text), false});
                continue;
            }
            sheet.cells.push_back({where.row, where.column, {}, true});
            if (faults.size() < faults_max) faults.push_back(std::move(text).error());
        }
    }
    return sheet;
}

}  // namespace

std::string place_of(const std::string& sheet, std::uint32_t row, std::uint32_t column) {
    return "sheet " + sheet + ", cell " + cell_name({row, column});
}

Outcome<Cells> read_cells(ByteView file, std::size_t faults_max) {
    const auto workbook = TRY(open(file));
    Cells cells;
    std::size_t count = 0;
    for (const auto& part : workbook.sheets) cells.sheets.push_back(TRY(read_sheet(workbook, part, faults_max, cells.faults, count)));
    return cells;
}

}  // namespace ponte::xlsx
