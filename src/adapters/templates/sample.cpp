// A starting template: the catalogue as a Word file, each place with what it is.
#include "adapters/templates/templates.h"

#include "adapters/docx/docx.h"

namespace ponte::templates {

namespace {

using paper::Cell;
using paper::Run;
using paper::Table;

const std::string& word(const Names& names, Language language) {
    if (!names.in(language).empty()) return names.in(language);
    return names.en;
}

std::string place_of(std::string_view name) { return "{{" + std::string(name) + "}}"; }

Table table_of(const std::vector<Field>& fields, const std::string& list, const std::string& caption, Language language) {
    Table table{.caption = caption, .heads = {}, .rows = {{}}, .widths = {}};
    for (const Field& field : fields) {
        table.heads.push_back(word(field.says, language));
        table.rows.front().push_back(Cell{.line = {Run{.text = place_of(list + "." + field.name)}}});
    }
    return table;
}

bool stands_alone(const List& list) { return list.lists.empty() && list.fields.size() <= 7; }

void mark(paper::Paper& paper, std::string text) { paper.blocks.push_back(paper::Paragraph{.line = {Run{.text = std::move(text)}}}); }

paper::Line described(const Field& field, const std::string& whole, Language language) {
    return {Run{.text = word(field.says, language), .quiet = true}, Run{.text = "  "}, Run{.text = place_of(whole)}};
}

// A list without lists in it is a table that grows, and is not there when it is empty; one with, a chapter that is
// repeated under its first field.
void write_list(paper::Paper& paper, const List& list, int level, Language language) {
    if (stands_alone(list)) {
        mark(paper, "{{?" + list.name + "}}");
        paper.blocks.push_back(table_of(list.fields, list.name, word(list.says, language), language));
        mark(paper, "{{/" + list.name + "}}");
        return;
    }
    mark(paper, "{{#" + list.name + "}}");
    for (const Field& field : list.fields) {
        const std::string whole = list.name + "." + field.name;
        if (&field == &list.fields.front()) {
            paper.blocks.push_back(paper::Heading{.level = level, .line = {Run{.text = word(field.says, language) + " " + place_of(whole)}}, .anchor = list.name});
        } else {
            paper.blocks.push_back(paper::Paragraph{.line = described(field, whole, language)});
        }
    }
    for (const List& inner : list.lists) write_list(paper, inner, level + 1, language);
    mark(paper, "{{/" + list.name + "}}");
}

}  // namespace

Attempt<Bytes> sample(const Catalogue& catalogue, Language language) {
    paper::Paper paper{.language = std::string(tag(language)), .title = word(catalogue.says, language)};
    for (const Field& field : catalogue.fields) {
        paper.blocks.push_back(paper::Paragraph{.line = described(field, field.name, language)});
    }
    for (const List& list : catalogue.lists) {
        paper.blocks.push_back(paper::Heading{.level = 1, .line = {Run{.text = word(list.says, language)}}, .anchor = "list_" + list.name});
        write_list(paper, list, 2, language);
    }
    return docx::render(paper);
}

}  // namespace ponte::templates
