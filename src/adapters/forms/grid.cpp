#include "adapters/forms/grid.h"

#include "adapters/docx_read/docx_read.h"
#include "adapters/forms/forms.h"
#include "adapters/forms/identity.h"
#include "adapters/xlsx/cells.h"

namespace ponte::forms {

namespace {

Outcome<Grids> of_workbook(ByteView file) {
    // Every fault is kept here, since each belongs to a cell; how many are told is judged at the end.
    auto cells = TRY(xlsx::read_cells(file, xlsx::cells_max));
    Grids grids;
    auto fault = cells.faults.begin();
    for (auto& sheet : cells.sheets) {
        Grid grid{.name = sheet.name, .table = 0, .hidden = sheet.hidden, .rows = {}};
        for (auto& cell : sheet.cells) {
            GridCell made{std::string(trimmed(cell.text)), std::nullopt};
            if (cell.faulty) made.fault = std::move(*fault++);
            if (made.text.empty() && !made.fault) continue;
            grid.rows[cell.row].emplace(cell.column, std::move(made));
        }
        grids.grids.push_back(std::move(grid));
    }
    return grids;
}

Outcome<Grids> of_document(ByteView file) {
    const auto document = TRY(docx_read::read(file));
    Grids grids{.page = true, .grids = {}, .elsewhere = {}};
    for (const auto& block : document.blocks) {
        if (const auto* paragraph = std::get_if<docx_read::Paragraph>(&block)) {
            grids.elsewhere.push_back(paragraph->text);
            continue;
        }
        const auto& table = std::get<docx_read::Table>(block);
        Grid grid{.name = {}, .table = table.number, .hidden = false, .rows = {}};
        for (std::uint32_t i = 0; i < table.rows.size(); ++i) {
            for (const auto& cell : table.rows[i].cells) {
                const auto text = trimmed(cell.text);
                if (!text.empty()) grid.rows[i + 1].emplace(cell.column, GridCell{std::string(text), std::nullopt});
            }
        }
        grids.grids.push_back(std::move(grid));
    }
    for (const auto& [name, value] : document.properties) grids.elsewhere.push_back(value);
    return grids;
}

}  // namespace

std::string Grid::place(std::uint32_t row, std::uint32_t column) const {
    if (table == 0) return xlsx::place_of(name, row, column);
    return "table " + std::to_string(table) + ", row " + std::to_string(row) + ", column " + std::to_string(column);
}

Outcome<Grids> grids_of(ByteView file) {
    const auto bytes = text_of(file);
    const bool old = bytes.starts_with("\xd0\xcf\x11\xe0");
    if (!bytes.starts_with("PK") && !old) return refuse(refusals::not_a_form);
    // The names of the parts stand in clear in every archive; each reader judges the rest.
    if (bytes.find("word/document") != bytes.npos) return of_document(file);
    if (bytes.find("xl/") != bytes.npos || old) return of_workbook(file);
    return refuse(refusals::not_a_form);
}

}  // namespace ponte::forms
