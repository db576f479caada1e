#include "adapters/xlsx/book.h"
#include "adapters/xlsx/xlsx.h"
#include "base/decimal.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <map>

// Plain sheets: a head and rows.
namespace ponte::xlsx {

namespace {

struct Formats {
    lxw_workbook* book;
    lxw_format* head;
    lxw_format* head_of_numbers;
    std::map<std::uint8_t, lxw_format*> by_places;

    lxw_format* number(std::uint8_t places) {
        auto& format = by_places[places];
        if (format == nullptr) {
            format = workbook_add_format(book);
            const auto code = "#,##0" + (places == 0 ? std::string() : "." + std::string(places, '0'));
            format_set_num_format(format, code.c_str());
        }
        return format;
    }
};

// Columns on a screen: an ideograph takes two.
std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 || (byte >= 0xc0 && byte < 0xe3)) width += 1;
        if (byte >= 0xe3) width += 2;
    }
    return width;
}

std::size_t width_of(const Sheet& sheet, std::size_t column) {
    constexpr std::size_t narrowest = 8, widest = 60;
    if (sheet.columns[column].width != 0) return sheet.columns[column].width;
    auto width = width_of(sheet.columns[column].head);
    for (const auto& row : sheet.rows) {
        if (column < row.size()) width = std::max(width, width_of(row[column]));
    }
    return std::clamp(width + 2, narrowest, widest);
}

// A number that Excel keeps as it is given; one with more digits stays text.
std::optional<Decimal> exact_number(const std::string& text) {
    const auto number = Decimal::from_text(text);
    constexpr std::int64_t digits_kept = 1'000'000'000'000'000;
    if (!number || number->digits >= digits_kept || number->digits <= -digits_kept) return std::nullopt;
    return number;
}

lxw_error write_cell(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const std::string& text, bool numbers, Formats& formats) {
    if (text.empty()) return LXW_NO_ERROR;
    if (const auto number = numbers ? exact_number(text) : std::nullopt) {
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return worksheet_write_number(page, row, column, value, formats.number(number->scale));
    }
    return worksheet_write_string(page, row, column, escaped(text).c_str(), nullptr);
}

Attempt<bool> write_sheet(lxw_workbook* book, const Sheet& sheet, Formats& formats) {
    const auto where = "sheet " + sheet.name;
    if (const auto error = workbook_validate_sheet_name(book, sheet.name.c_str()); error != LXW_NO_ERROR || sheet.name.empty()) {
        return fail("xlsx.not_written", where, lxw_strerror(error));
    }
    auto* page = workbook_add_worksheet(book, sheet.name.c_str());
    if (page == nullptr) return fail("xlsx.not_written", where);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        const auto& given = sheet.columns[i];
        const auto set = worksheet_set_column(page, column, column, static_cast<double>(width_of(sheet, i)), nullptr);
        const auto written = worksheet_write_string(page, 0, column, escaped(given.head).c_str(),
                                                    given.numbers ? formats.head_of_numbers : formats.head);
        if (set != LXW_NO_ERROR || written != LXW_NO_ERROR) return fail("xlsx.not_written", where + ", head " + given.head, lxw_strerror(written));
    }
    worksheet_freeze_panes(page, 1, 0);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const auto& cells = sheet.rows[row];
        const auto row_where = where + ", row " + std::to_string(row + 2);
        if (cells.size() > sheet.columns.size()) return fail("xlsx.not_written", row_where, "more cells than heads");
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!is_valid_utf8(cells[i])) return fail("xlsx.not_written", row_where, "not UTF-8");
            const auto error = write_cell(page, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(i), cells[i],
                                          sheet.columns[i].numbers, formats);
            if (error != LXW_NO_ERROR) return fail("xlsx.not_written", row_where, lxw_strerror(error));
        }
    }
    return true;
}

}  // namespace

Attempt<Bytes> write(const std::vector<Sheet>& sheets, std::int64_t created_at) {
    if (sheets.empty()) return fail("xlsx.not_written", {}, "a workbook has a sheet at least");
    const MemoryFile file;
    if (!file.opened()) return fail("xlsx.not_written", {}, "no memory for a file");
    Book book(workbook_new(file.path().c_str()));
    if (!book) return fail("xlsx.not_written", {}, "no memory for a workbook");
    set_created(book.get(), created_at);
    Formats formats{book.get(), workbook_add_format(book.get()), workbook_add_format(book.get()), {}};
    for (auto* format : {formats.head, formats.head_of_numbers}) format_set_bold(format);
    format_set_align(formats.head_of_numbers, LXW_ALIGN_RIGHT);
    for (const auto& sheet : sheets) {
        const auto written = write_sheet(book.get(), sheet, formats);
        if (!written) return std::unexpected(written.error());
    }
    const auto error = workbook_close(book.release());
    if (error != LXW_NO_ERROR) return fail("xlsx.not_written", {}, lxw_strerror(error));
    return file.content();
}

}  // namespace ponte::xlsx
