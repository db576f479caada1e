#include "adapters/translation_table/translation_table.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace ponte::translation_table {

namespace {

constexpr std::string_view our_line = "ponte translation: ";  // By which a file is known again.
constexpr std::size_t columns = 5;
constexpr std::array states_of_work{xliff::State::translated, xliff::State::reviewed, xliff::State::final};
constexpr std::array<std::string_view, 3> not_begun{"missing", "stale", "machine_converted"};

paper::Line line(std::string text, std::string language = {}) { return {paper::Run{.text = std::move(text), .language = std::move(language)}}; }
paper::Cell cell(std::string text, std::string language = {}) { return {.line = line(std::move(text), std::move(language))}; }

std::string in_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\t', ' ');
    return text;
}

std::string trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

std::string word_for(const xliff::Text& text, const xliff::Part& part, dossier::Words& words) {
    if (part.state != xliff::State::initial) return std::string(words.say("status." + std::string(xliff::to_text(part.state))));
    const bool known = std::ranges::find(not_begun, text.status) != not_begun.end();
    return std::string(words.say("status." + (known && !part.target.empty() ? text.status : "missing")));
}

paper::Table table_of(const xliff::Document& document, dossier::Words& words) {
    paper::Table table{.caption = std::string(words.say("table.caption")), .widths = {14, 31, 31, 11, 13}};
    for (const char* head : {"number", "source", "target", "status", "note"}) table.heads.emplace_back(words.say("column." + std::string(head)));
    for (const xliff::Text& text : document.texts) {
        for (std::size_t number = 0; number < text.parts.size(); ++number) {
            const xliff::Part& part = text.parts[number];
            std::string note;
            for (const std::string& one : text.notes) note += (note.empty() ? "" : "; ") + one;
            paper::Cell id{.line = {paper::Run{.text = text.ref + "#" + std::to_string(number), .code = true}}};
            table.rows.push_back({std::move(id), cell(in_one_line(part.source), std::string(tag(document.source))),
                                  cell(in_one_line(part.target), std::string(tag(document.target))), cell(word_for(text, part, words)),
                                  cell(number == 0 ? note : "")});
        }
    }
    return table;
}

// Each term once, in the order of the texts.
paper::Table terms_of(const xliff::Document& document, dossier::Words& words) {
    paper::Table table{.caption = std::string(words.say("terms.caption")), .widths = {40, 60}};
    table.heads = {std::string(words.say("terms.source")), std::string(words.say("terms.target"))};
    std::vector<std::string> known;
    for (const xliff::Text& text : document.texts) {
        for (const xliff::GlossaryEntry& entry : text.glossary) {
            if (std::ranges::find(known, entry.term) != known.end()) continue;
            known.push_back(entry.term);
            std::string forms;
            for (const std::string& form : entry.translations) forms += (forms.empty() ? "" : " / ") + form;
            table.rows.push_back({cell(entry.term, std::string(tag(document.source))), cell(forms, std::string(tag(document.target)))});
        }
    }
    return table;
}

struct StatusRead {
    xliff::State state = xliff::State::initial;
    bool was_missing = true;
};
// Compared as a search would: people type capitals and blanks as they like.
std::optional<StatusRead> status_read(std::string_view text) {
    const std::string sought = fold_for_search(trimmed(text));
    if (sought.empty()) return StatusRead{};
    for (const Language language : languages) {
        dossier::Words words(language, "words/translation.csv");
        for (const xliff::State state : states_of_work) {
            if (fold_for_search(words.say("status." + std::string(xliff::to_text(state)))) == sought) return StatusRead{.state = state};
        }
        for (const std::string_view word : not_begun) {
            if (fold_for_search(words.say("status." + std::string(word))) == sought) return StatusRead{.was_missing = word == "missing"};
        }
    }
    return std::nullopt;
}

struct Head {
    std::string scope;
    Language source{};
    Language target{};
};
std::optional<Head> head_of(const docx_read::Document& document) {
    for (const docx_read::Block& block : document.blocks) {
        const auto* paragraph = std::get_if<docx_read::Paragraph>(&block);
        if (paragraph == nullptr || !paragraph->text.starts_with(our_line)) continue;
        const std::string rest = paragraph->text.substr(our_line.size());
        const std::size_t first = rest.find(" | ");
        const std::size_t second = first == std::string::npos ? first : rest.find(" | ", first + 3);
        if (second == std::string::npos) return std::nullopt;
        const auto source = language_named(rest.substr(first + 3, second - first - 3));
        const auto target = language_named(trimmed(rest.substr(second + 3)));
        if (!source || !target || *source == *target) return std::nullopt;
        return Head{.scope = rest.substr(0, first), .source = *source, .target = *target};
    }
    return std::nullopt;
}

struct RowId {
    std::string ref;
    std::uint32_t part = 0;
};
std::optional<RowId> row_id(std::string_view text) {
    const std::size_t mark = text.find('#');
    if (mark == std::string_view::npos || mark == 0 || text.size() > 200) return std::nullopt;
    RowId id{.ref = std::string(text.substr(0, mark))};
    const std::string_view digits = text.substr(mark + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id.part);
    if (error != std::errc() || end != digits.data() + digits.size() || id.part > 999) return std::nullopt;
    return id;
}

// The table whose rows carry our numbers.
const docx_read::Table* our_table(const docx_read::Document& document) {
    for (const docx_read::Table* table : document.tables()) {
        for (const docx_read::Row& row : table->rows) {
            if (row.cells.size() == columns && row_id(trimmed(row.cells[0].text))) return table;
        }
    }
    return nullptr;
}

}  // namespace

paper::Paper paper_of(const xliff::Document& document, dossier::Words& words) {
    paper::Paper paper{.language = std::string(tag(words.language())),
                       .title = words.say("title", {document.scope}),
                       .subtitle = words.say("subtitle", {tag(document.source), tag(document.target)}),
                       .footer = words.say("title", {document.scope}),
                       .page_word = std::string(words.say("page"))};
    paper.blocks.emplace_back(paper::Paragraph{.line = {paper::Run{.text = std::string(our_line) + document.scope + " | " + std::string(tag(document.source)) + " | " + std::string(tag(document.target)), .quiet = true, .code = true}}});
    paper::Table terms = terms_of(document, words);
    paper::List explained{.items = {line(std::string(words.say("explain.target"))), line(words.say("explain.status", {words.say("status.translated")}))}};
    if (!terms.rows.empty()) explained.items.push_back(line(std::string(words.say("explain.terms"))));
    paper.blocks.emplace_back(std::move(explained));
    paper.blocks.emplace_back(table_of(document, words));
    if (!terms.rows.empty()) {
        paper.blocks.emplace_back(paper::Heading{.level = 2, .line = line(std::string(words.say("terms.title"))), .anchor = "terms"});
        paper.blocks.emplace_back(std::move(terms));
    }
    return paper;
}

Outcome<xliff::Document> from_document(const docx_read::Document& file) {
    const auto head = head_of(file);
    const docx_read::Table* table = our_table(file);
    if (!head || table == nullptr) return refuse(refusals::not_a_table);
    xliff::Document document{.scope = head->scope, .source = head->source, .target = head->target};
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 1; i < table->rows.size(); ++i) {  // Row 0 is the head.
        const docx_read::Row& row = table->rows[i];
        const auto place = [&](std::uint32_t column) { return docx_read::place_of(*table, i + 1, column); };
        const bool merged = row.cells.size() != columns || std::ranges::any_of(row.cells, [](const docx_read::Cell& one) { return one.span != 1 || one.continued; });
        if (merged) return refuse(refusals::cells_merged, std::to_string(row.cells.size()), place(1));
        const std::string number = trimmed(row.cells[0].text);
        const auto id = row_id(number);
        if (!id) return refuse(refusals::row_unknown, number.substr(0, 80), place(1));
        const auto [found, fresh] = known.try_emplace(id->ref, document.texts.size());
        if (fresh) document.texts.push_back({.ref = id->ref});
        xliff::Text& text = document.texts[found->second];
        if (id->part != text.parts.size()) return refuse(refusals::row_unknown, number.substr(0, 80), place(1));
        const auto status = status_read(row.cells[3].text);
        if (!status) return refuse(refusals::status_unknown, trimmed(row.cells[3].text).substr(0, 80), place(4));
        xliff::Part part{.source = trimmed(in_one_line(row.cells[1].text)), .target = trimmed(in_one_line(row.cells[2].text)), .state = status->state};
        if (part.target.empty() && part.state != xliff::State::initial) return refuse(refusals::target_empty, number, place(3));
        if (!part.target.empty() && part.state == xliff::State::initial && status->was_missing) part.state = xliff::State::translated;
        text.parts.push_back(std::move(part));
    }
    return document;
}

}  // namespace ponte::translation_table
