// A form as a workbook: figures, actions, how to fill it in, and a hidden sheet by which it is known again.
#include "adapters/forms/forms.h"
#include "adapters/forms/layout.h"
#include "adapters/xlsx/pages.h"

namespace ponte::forms {

namespace {

using xlsx::Look;

constexpr std::uint32_t head_row = 6;
constexpr std::int64_t seconds_a_day = 86'400;

std::uint32_t number(std::size_t index) { return static_cast<std::uint32_t>(index); }

// At most so many bytes, cut between signs.
std::string cut(std::string text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0U) == 0x80U) --bytes_max;
    return text.substr(0, bytes_max);
}

xlsx::Page page_of(const Layout& layout, const Section& section, std::uint32_t frozen_columns) {
    xlsx::Page page{.name = section.title, .hidden = false, .locked = true, .columns = {}, .cells = {}, .choices = {}, .footer = layout.title + " · " + layout.identity.body.value};
    for (const auto& column : section.columns) page.columns.push_back({column.characters, column.field == Field::key});
    page.cells.push_back({1, 2, layout.title, Look::title});
    page.cells.push_back({2, 2, layout.subtitle, Look::subtitle});
    page.cells.push_back({3, 2, layout.generation, Look::subtitle});
    if (!layout.notice.empty()) page.cells.push_back({4, 2, layout.notice, Look::notice});
    page.cells.push_back({5, 2, section.intro, Look::subtitle});
    for (std::size_t i = 0; i < section.columns.size(); ++i) {
        page.cells.push_back({head_row, number(i + 1), section.columns[i].head, is_open(section.columns[i].field) ? Look::head_open : Look::head});
    }
    for (std::size_t i = 0; i < section.rows.size(); ++i) {
        const auto row = head_row + 1 + number(i);
        for (std::size_t j = 0; j < section.columns.size(); ++j) {
            const auto field = section.columns[j].field;
            const auto look = field == Field::key ? Look::hidden : is_open(field) ? Look::open : j == 2 || j == 3 ? Look::printed : Look::quiet;
            page.cells.push_back({row, number(j + 1), section.rows[i].cells[j], look});
        }
    }
    const auto last_row = head_row + std::max<std::uint32_t>(1, number(section.rows.size()));
    for (std::size_t j = 0; j < section.columns.size(); ++j) {
        const auto& column = section.columns[j];
        if (column.prompt.empty() && column.field != Field::nothing) continue;
        page.choices.push_back({.column = number(j + 1),
                                .first_row = head_row + 1,
                                .last_row = last_row,
                                .values = column.field == Field::nothing ? layout.reasons : std::vector<std::string>{},
                                .title = cut(column.head, 32),
                                .prompt = cut(column.prompt, 255)});
    }
    page.frozen_rows = head_row;
    page.frozen_columns = frozen_columns;
    page.repeated_row = head_row;
    return page;
}

xlsx::Page explanation_of(const Layout& layout) {
    xlsx::Page page{.name = layout.explanation_title, .hidden = false, .locked = true, .columns = {{100, false}}, .cells = {}, .choices = {}, .footer = layout.title};
    for (std::size_t i = 0; i < layout.explanation.size(); ++i) {
        page.cells.push_back({number(i + 1), 1, (i == 0 ? "" : std::to_string(i) + ". ") + layout.explanation[i], i == 0 ? Look::title : Look::plain});
    }
    return page;
}

}  // namespace

Attempt<Bytes> to_xlsx(const Form& form) {
    if (form.lines.size() > lines_max || form.duties.size() > lines_max) return fail("xlsx.not_written", {}, "more lines than a form holds");
    const auto layout = layout_of(form, Medium::sheet);
    if (!is_writable(layout)) return fail("xlsx.not_written", {}, "not UTF-8, or a control character");
    const xlsx::Page keys{.name = "ponte", .hidden = true, .locked = true, .columns = {}, .cells = {{1, 1, line_of(layout.identity), Look::quiet}}, .choices = {}, .footer = {}};
    return xlsx::write_pages({page_of(layout, layout.figures, 3), page_of(layout, layout.actions, 3), explanation_of(layout), keys}, form.issued.day * seconds_a_day);
}

}  // namespace ponte::forms
