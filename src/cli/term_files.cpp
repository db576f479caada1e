// The shared list of terms as a table that secretariats edit in a spreadsheet.

#include "adapters/csv/csv.h"
#include "base/describe.h"
#include "cli/translated_texts.h"

#include <algorithm>

namespace ponte::cli {

namespace {

constexpr std::string_view between_forms = " | ";
const std::vector<std::string> heads{"term", "kind", "zh_hant", "zh_hans", "pt", "en", "note", "source"};

std::string trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

void add_forms(std::vector<translation::TermForm>& forms, Language language, std::string_view cell) {
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(between_forms), cell.size());
        if (std::string form = trimmed(cell.substr(0, end)); !form.empty()) forms.push_back({.language = language, .text = std::move(form)});
        cell.remove_prefix(std::min(end + between_forms.size(), cell.size()));
    }
}

}  // namespace

Outcome<translation::ImportTerms> terms_from_csv(ByteView file, const std::string& reason) {
    const csv::Table table = TRY(csv::read(file));
    if (table.heads != heads) return refuse(refusals::term_form_unclear, "term,kind,zh_hant,zh_hans,pt,en,note,source", "line 1");
    translation::ImportTerms order{.file = sha256(file)};
    for (const csv::Row& row : table.rows) {
        const auto kind = enum_named<translation::TermKind>(row.cells[1]);
        if (!kind) return refuse(refusals::term_form_unclear, row.cells[1].substr(0, 80), "line " + std::to_string(row.line) + ", column kind");
        translation::DefineTerm term{.term = translation::TermId(row.cells[0]), .kind = *kind, .note = row.cells[6], .source = row.cells[7], .reason = reason};
        for (std::size_t i = 0; i < languages.size(); ++i) add_forms(term.forms, languages[i], row.cells[2 + i]);
        order.terms.push_back(std::move(term));
    }
    return order;
}

std::string terms_to_csv(const translation::TermsAnswer& terms) {
    csv::Table table{.heads = heads};
    for (const translation::TermRow& row : terms.terms) {
        std::vector<std::string> cells{row.term.value, std::string(name_of(row.kind)), "", "", "", "", row.note, row.source};
        for (const translation::TermForm& form : row.forms) {
            std::string& cell = cells[2 + static_cast<std::size_t>(std::ranges::find(languages, form.language) - languages.begin())];
            cell += (cell.empty() ? "" : std::string(between_forms)) + form.text;
        }
        table.rows.push_back({.cells = std::move(cells)});
    }
    return csv::write(table);
}

}  // namespace ponte::cli
