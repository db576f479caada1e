#include "adapters/xlsx/cell_text.h"
#include "adapters/xlsx/workbook.h"
#include "adapters/xlsx/xlsx.h"

#include <algorithm>
#include <set>

// One sheet as a table: the cells in their order, gaps filled, each turned into what it shows.
namespace ponte::xlsx {

namespace {

constexpr std::uint32_t sheet_rows_max = 1'048'576;  // Excel's own limits.

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto from = text.find_first_not_of(blanks);
    return from == text.npos ? std::string_view() : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

class SheetReader {
public:
    SheetReader(const Workbook& workbook, const SheetPart& sheet) : workbook_(workbook), sheet_(sheet), cells_(workbook, sheet, Numbers::plain) {}

    Outcome<csv::Table> table() {
        const auto document = TRY(parse_part(workbook_, sheet_.part));
        csv::Table table;
        Where where;
        for (const auto& node : child_named(document.document_element(), "sheetData").children()) {
            if (local_name(node.name()) != "row") continue;
            const auto before = where.row;
            where.row = before + 1;
            if (const auto given = node.attribute("r"); given && !read_number(given.value(), where.row)) return damaged();
            if (where.row <= before || where.row > sheet_rows_max) return damaged();
            auto cells = TRY(row(node, where.row));
            if (cells.empty()) continue;
            if (table.heads.empty()) {
                table.heads = TRY(heads(std::move(cells), where.row));
                continue;
            }
            if (cells.size() > table.heads.size()) {
                return refuse(refusals::row_width, std::to_string(cells.size()) + " of " + std::to_string(table.heads.size()),
                              place({where.row, static_cast<std::uint32_t>(table.heads.size() + 1)}));
            }
            if (table.rows.size() == csv::rows_max) return refuse(refusals::too_many_rows, std::to_string(csv::rows_max), place({where.row, 1}));
            cells.resize(table.heads.size());
            table.rows.push_back({where.row, std::move(cells)});
        }
        if (table.heads.empty()) return refuse(refusals::no_head, {}, "sheet " + sheet_.name);
        return table;
    }

private:
    [[nodiscard]] std::string place(Where where) const { return cells_.place(where); }
    [[nodiscard]] std::unexpected<Refusal> damaged() const { return cells_.damaged(); }

    // Up to the last cell that has something; empty for a row of nothing.
    Outcome<std::vector<std::string>> row(const pugi::xml_node& node, std::uint32_t number) {
        std::vector<std::string> cells;
        Where where{number, 0};
        for (const auto& cell : node.children()) {
            if (local_name(cell.name()) != "c") continue;
            const auto before = where.column++;
            if (const auto given = cell.attribute("r"); given && !read_column(given.value(), where)) return damaged();
            if (where.column <= before) return damaged();
            auto text = TRY(cells_.text(cell, where));
            if (trimmed(text).empty()) continue;
            if (where.column > csv::columns_max) return refuse(refusals::too_many_columns, std::to_string(csv::columns_max), place(where));
            cells.resize(where.column);
            cells.back() = std::move(text);
        }
        return cells;
    }

    Outcome<std::vector<std::string>> heads(std::vector<std::string> cells, std::uint32_t number) {
        std::set<std::string_view> seen;
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            cells[i] = trimmed(cells[i]);
            if (cells[i].empty()) return refuse(refusals::head_empty, {}, place({number, i + 1}));
            if (!seen.insert(cells[i]).second) return refuse(refusals::head_repeated, cells[i], place({number, i + 1}));
        }
        return cells;
    }

    const Workbook& workbook_;
    const SheetPart& sheet_;
    CellText cells_;
};

}  // namespace

Outcome<csv::Table> read(ByteView bytes, std::string_view sheet) {
    const auto workbook = TRY(open(bytes));
    const auto found = sheet.empty() ? std::ranges::find(workbook.sheets, false, &SheetPart::hidden)
                                     : std::ranges::find(workbook.sheets, sheet, &SheetPart::name);
    if (found == workbook.sheets.end()) return refuse(refusals::sheet_unknown, std::string(sheet));
    if (found->hidden) return refuse(refusals::sheet_hidden, found->name);
    return SheetReader(workbook, *found).table();
}

}  // namespace ponte::xlsx
