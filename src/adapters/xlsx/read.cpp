#include "adapters/xlsx/workbook.h"
#include "adapters/xlsx/xlsx.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <set>

// One sheet as a table: the cells in their order, gaps filled, each turned into what it shows.
namespace ponte::xlsx {

namespace {

constexpr std::uint32_t sheet_rows_max = 1'048'576;  // Excel's own limits.
constexpr std::uint32_t sheet_columns_max = 16'384;

struct Where {
    std::uint32_t row = 0;
    std::uint32_t column = 0;  // From 1.
};

std::string cell_name(Where where) {
    std::string letters;
    for (auto column = where.column; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters + std::to_string(where.row);
}

bool read_number(std::string_view text, std::uint32_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

// The column of "C7"; false when it is no cell of this row.
bool read_column(std::string_view reference, Where& where) {
    std::uint32_t column = 0;
    while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z') {
        column = column * 26 + static_cast<std::uint32_t>(reference.front() - 'A' + 1);
        if (column > sheet_columns_max) return false;
        reference.remove_prefix(1);
    }
    std::uint32_t row = 0;
    where.column = column;
    return column > 0 && read_number(reference, row) && row == where.row;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto from = text.find_first_not_of(blanks);
    return from == text.npos ? std::string_view() : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

class SheetReader {
public:
    SheetReader(const Workbook& workbook, const SheetPart& sheet) : workbook_(workbook), sheet_(sheet) {}

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
    [[nodiscard]] std::string place(Where where) const { return "sheet " + sheet_.name + ", cell " + cell_name(where); }
    [[nodiscard]] std::unexpected<Refusal> damaged() const { return refuse(refusals::damaged, {}, sheet_.part); }

    // Up to the last cell that has something; empty for a row of nothing.
    Outcome<std::vector<std::string>> row(const pugi::xml_node& node, std::uint32_t number) {
        std::vector<std::string> cells;
        Where where{number, 0};
        for (const auto& cell : node.children()) {
            if (local_name(cell.name()) != "c") continue;
            const auto before = where.column++;
            if (const auto given = cell.attribute("r"); given && !read_column(given.value(), where)) return damaged();
            if (where.column <= before) return damaged();
            auto text = TRY(cell_text(cell, where));
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

    Outcome<std::string> cell_text(const pugi::xml_node& cell, Where where) {
        if (const auto formula = child_named(cell, "f")) return refuse(refusals::formula, formula.text().get(), place(where));
        const std::string_view type(cell.attribute("t").value());
        const auto value = child_named(cell, "v");
        const std::string_view stored(value.text().get());
        if (type == "inlineStr") return checked(text_of_string(child_named(cell, "is")), where);
        if (stored.empty()) return std::string();
        if (type == "e") return refuse(refusals::error_value, std::string(stored), place(where));
        if (type == "b") return std::string(stored == "1" || stored == "true" ? "true" : "false");
        if (type == "s") {
            std::uint32_t index = 0;
            if (!read_number(stored, index) || index >= workbook_.strings.size()) return damaged();
            return checked(workbook_.strings[index], where);
        }
        if (type == "str" || type == "d") return checked(std::string(stored), where);
        return number_text(cell, stored, where);
    }

    Outcome<std::string> number_text(const pugi::xml_node& cell, std::string_view stored, Where where) {
        auto plain = plain_decimal(stored);
        if (!plain) return refuse(refusals::number_unreadable, std::string(stored.substr(0, 100)), place(where));
        auto shown = Shown::number;
        if (const auto style = cell.attribute("s")) {
            std::uint32_t index = 0;
            if (!read_number(style.value(), index)) return damaged();
            if (index < workbook_.shown_by_style.size()) shown = workbook_.shown_by_style[index];
        }
        if (shown == Shown::number) return *std::move(plain);
        if (shown == Shown::percent) return percent_text(*plain);
        if (shown == Shown::ambiguous) return refuse(refusals::date_ambiguous, *std::move(plain), place(where));
        auto date = date_text(*plain, shown, workbook_.since_1904);
        if (!date) return refuse(refusals::date_impossible, *std::move(plain), place(where));
        return *std::move(date);
    }

    Outcome<std::string> checked(std::string text, Where where) const {
        if (text.size() > csv::cell_bytes_max) return refuse(refusals::cell_too_long, {}, place(where));
        if (!is_valid_utf8(text)) return damaged();
        if (has_control_characters(text)) return refuse(refusals::control_character, {}, place(where));
        text = nfc(text);
        // Normalised text may be longer.
        if (text.size() > csv::cell_bytes_max) return refuse(refusals::cell_too_long, {}, place(where));
        return text;
    }

    const Workbook& workbook_;
    const SheetPart& sheet_;
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
