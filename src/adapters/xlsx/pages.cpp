#include "adapters/xlsx/pages.h"

#include "adapters/xlsx/book.h"
#include "base/text.h"

#include <array>

namespace ponte::xlsx {

namespace {

constexpr lxw_color_t azulejo = 0x1F4E8C;  // The blue of the house.
constexpr lxw_color_t ink = 0x1B1F24;
constexpr lxw_color_t quiet_ink = 0x565D66;
constexpr lxw_color_t line = 0xC9D1DB;
constexpr lxw_color_t to_fill_in = 0xFFF6D6;
constexpr lxw_color_t warning = 0xC8402B;
constexpr const char* face = "Calibri";

constexpr std::size_t looks = static_cast<std::size_t>(Look::hidden) + 1;
constexpr double title_height = 24;  // In points.

lxw_format* make_format(lxw_workbook* book, Look look) {
    auto* format = workbook_add_format(book);
    format_set_font_name(format, face);
    format_set_font_size(format, 10);
    format_set_font_color(format, ink);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    const auto bordered = [&] {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, line);
        format_set_text_wrap(format);
    };
    switch (look) {
        case Look::plain:
            format_set_text_wrap(format);
            break;
        case Look::title:
            format_set_font_size(format, 16);
            format_set_bold(format);
            format_set_font_color(format, azulejo);
            break;
        case Look::subtitle:
            format_set_font_color(format, quiet_ink);
            break;
        case Look::notice:
            format_set_bold(format);
            format_set_font_color(format, warning);
            break;
        case Look::head:
            bordered();
            format_set_bold(format);
            format_set_font_color(format, LXW_COLOR_WHITE);
            format_set_bg_color(format, azulejo);
            break;
        case Look::head_open:
            bordered();
            format_set_bold(format);
            format_set_font_color(format, azulejo);
            format_set_bg_color(format, to_fill_in);
            break;
        case Look::printed:
            bordered();
            break;
        case Look::quiet:
            bordered();
            format_set_font_size(format, 9);
            format_set_font_color(format, quiet_ink);
            break;
        case Look::open:
            bordered();
            format_set_bg_color(format, to_fill_in);
            format_set_num_format(format, "@");
            format_set_unlocked(format);
            break;
        case Look::hidden:
            format_set_font_size(format, 6);
            format_set_font_color(format, LXW_COLOR_WHITE);
            break;
    }
    return format;
}

struct Formats {
    explicit Formats(lxw_workbook* given) : book(given) {}

    lxw_format* of(Look look) {
        auto*& format = made.at(static_cast<std::size_t>(look));
        if (format == nullptr) format = make_format(book, look);
        return format;
    }

    lxw_workbook* book;
    std::array<lxw_format*, looks> made{};
};

lxw_error add_choice(lxw_worksheet* sheet, Choice choice) {
    // The library wants C strings that it could write to; these are a copy of its own.
    std::vector<char*> values;
    for (auto& value : choice.values) values.push_back(value.data());
    values.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = choice.values.empty() ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST;
    if (!choice.values.empty()) validation.value_list = values.data();
    validation.input_title = choice.title.empty() ? nullptr : choice.title.data();
    validation.input_message = choice.prompt.empty() ? nullptr : choice.prompt.data();
    validation.ignore_blank = LXW_VALIDATION_ON;
    const auto column = static_cast<lxw_col_t>(choice.column - 1);
    return worksheet_data_validation_range(sheet, choice.first_row - 1, column, choice.last_row - 1, column, &validation);
}

void set_up(lxw_worksheet* sheet, const Page& page) {
    if (page.frozen_rows + page.frozen_columns > 0) worksheet_freeze_panes(sheet, page.frozen_rows, static_cast<lxw_col_t>(page.frozen_columns));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (page.repeated_row > 0) worksheet_repeat_rows(sheet, page.repeated_row - 1, page.repeated_row - 1);
    // An ampersand begins a code of Excel's own.
    std::string footer = "&L&8";
    for (const char c : page.footer) footer += c == '&' ? std::string("&&") : std::string(1, c);
    if (footer.size() < 240) worksheet_set_footer(sheet, (footer + "&R&8&P / &N").c_str());
    if (page.hidden) worksheet_hide(sheet);
    if (page.locked) {
        lxw_protection allowed{};
        allowed.format_columns = LXW_TRUE;
        allowed.format_rows = LXW_TRUE;
        allowed.autofilter = LXW_TRUE;
        worksheet_protect(sheet, nullptr, &allowed);
    }
}

Attempt<bool> write_page(lxw_workbook* book, const Page& page, Formats& formats) {
    const auto where = "sheet " + page.name;
    if (const auto error = workbook_validate_sheet_name(book, page.name.c_str()); error != LXW_NO_ERROR || page.name.empty()) {
        return fail("xlsx.not_written", where, lxw_strerror(error));
    }
    auto* sheet = workbook_add_worksheet(book, page.name.c_str());
    if (sheet == nullptr) return fail("xlsx.not_written", where);
    for (std::size_t i = 0; i < page.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        lxw_row_col_options options{};
        options.hidden = page.columns[i].hidden ? 1 : 0;
        worksheet_set_column_opt(sheet, column, column, static_cast<double>(page.columns[i].width), nullptr, &options);
    }
    for (const auto& cell : page.cells) {
        const auto row_where = where + ", row " + std::to_string(cell.row);
        if (!is_valid_utf8(cell.text)) return fail("xlsx.not_written", row_where, "not UTF-8");
        const auto column = static_cast<lxw_col_t>(cell.column - 1);
        const auto error = cell.text.empty() ? worksheet_write_blank(sheet, cell.row - 1, column, formats.of(cell.look))
                                             : worksheet_write_string(sheet, cell.row - 1, column, escaped(cell.text).c_str(), formats.of(cell.look));
        if (error != LXW_NO_ERROR) return fail("xlsx.not_written", row_where, lxw_strerror(error));
        // Larger type than a row's own height; all other rows are as high as what wraps in them.
        if (cell.look == Look::title) worksheet_set_row(sheet, cell.row - 1, title_height, nullptr);
    }
    for (const auto& choice : page.choices) {
        if (const auto error = add_choice(sheet, choice); error != LXW_NO_ERROR) return fail("xlsx.not_written", where + ", choice " + choice.title, lxw_strerror(error));
        // "A number stored as text" is what an open cell is meant to be.
        const auto rows = "A1:XFD" + std::to_string(choice.last_row);
        worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, rows.c_str());
    }
    set_up(sheet, page);
    return true;
}

}  // namespace

Attempt<Bytes> write_pages(const std::vector<Page>& pages, std::int64_t created_at) {
    if (pages.empty()) return fail("xlsx.not_written", {}, "a workbook has a sheet at least");
    const MemoryFile file;
    if (!file.opened()) return fail("xlsx.not_written", {}, "no memory for a file");
    Book book(workbook_new(file.path().c_str()));
    if (!book) return fail("xlsx.not_written", {}, "no memory for a workbook");
    set_created(book.get(), created_at);
    Formats formats(book.get());
    for (const auto& page : pages) {
        const auto written = write_page(book.get(), page, formats);
        if (!written) return std::unexpected(written.error());
    }
    const auto error = workbook_close(book.release());
    if (error != LXW_NO_ERROR) return fail("xlsx.not_written", {}, lxw_strerror(error));
    return file.content();
}

}  // namespace ponte::xlsx
