#include "adapters/forms/layout.h"

#include "adapters/dossier/words.h"
#include "base/check.h"
#include "base/text.h"

#include <algorithm>

namespace ponte::forms {

namespace {

using dossier::Words;

constexpr std::string_view words_table = "words/forms.csv";
constexpr std::array<NothingBecause, 4> reasons{NothingBecause::not_yet_published, NothingBecause::not_collected, NothingBecause::nothing_happened, NothingBecause::other};

std::string reason_word(Words& words, NothingBecause reason) { return std::string(words.say("nothing." + std::string(name_of(reason)))); }

// A name in the paper's language; where that is missing, in the first that there is.
const std::string& named(const Names& names, Language language) {
    if (!names.in(language).empty()) return names.in(language);
    for (const auto other : languages) {
        if (!names.in(other).empty()) return names.in(other);
    }
    return names.en;
}

std::string kind_word(Words& words, conference::Kind kind) { return std::string(words.say("kind." + std::string(name_of(kind)))); }

Column open_column(Words& words, Field field, std::string_view head, std::string_view prompt, std::uint8_t characters, std::uint16_t twips) {
    return {field, std::string(words.say(head)), characters, twips, std::string(words.say(prompt))};
}

Column printed_column(Words& words, std::string_view head, std::uint8_t characters, std::uint16_t twips) {
    return {Field::printed, std::string(words.say(head)), characters, twips, {}};
}

Column key_column(Words& words, std::string_view letter) {
    return {Field::key, std::string(words.say("head.key")) + " " + std::string(letter), 30, 900, {}};
}

std::vector<Column> figure_columns(Words& words, Medium medium) {
    std::vector<Column> columns{key_column(words, "F")};
    if (medium == Medium::sheet) {
        columns.push_back(printed_column(words, "head.measure", 9, 0));
        columns.push_back(printed_column(words, "head.indicator", 34, 0));
        columns.push_back(printed_column(words, "head.unit", 14, 0));
        columns.push_back(printed_column(words, "head.kind", 14, 0));
        columns.push_back(printed_column(words, "head.last", 16, 0));
        columns.push_back(printed_column(words, "head.last_period", 12, 0));
        columns.push_back(printed_column(words, "head.last_source", 24, 0));
        columns.push_back(printed_column(words, "head.asked", 12, 0));
    } else {
        columns.push_back(printed_column(words, "head.indicator", 0, 2600));
        columns.push_back(printed_column(words, "head.last", 0, 2000));
        columns.push_back(printed_column(words, "head.asked", 0, 950));
    }
    columns.push_back(open_column(words, Field::number, "head.number", "prompt.number", 18, 1800));
    columns.push_back(open_column(words, Field::period, "head.period", "prompt.period", 14, 1250));
    columns.push_back(open_column(words, Field::source, "head.source", "prompt.source", 30, 1900));
    columns.push_back(open_column(words, Field::published, "head.published", "prompt.date", 13, 1150));
    columns.push_back(open_column(words, Field::nothing, "head.nothing", "prompt.nothing", 22, 1200));
    columns.push_back({Field::note, std::string(words.say("head.note")), 28, 1388, {}});
    return columns;
}

std::vector<Column> action_columns(Words& words, Medium medium) {
    std::vector<Column> columns{key_column(words, "A")};
    if (medium == Medium::sheet) {
        columns.push_back(printed_column(words, "head.measure", 9, 0));
        columns.push_back(printed_column(words, "head.duty", 14, 0));
        columns.push_back(printed_column(words, "head.duty_text", 60, 0));
    } else {
        columns.push_back(printed_column(words, "head.duty_text", 0, 4900));
    }
    columns.push_back(open_column(words, Field::on, "head.on", "prompt.date", 13, 1400));
    columns.push_back({Field::what, std::string(words.say("head.what")), 60, 4438, {}});
    columns.push_back(open_column(words, Field::source, "head.source", "prompt.source", 30, 2300));
    columns.push_back(open_column(words, Field::published, "head.published", "prompt.date", 13, 1200));
    return columns;
}

LayoutRow figure_row(Words& words, const Line& line, std::size_t index, Medium medium) {
    const auto language = words.language();
    const auto none = std::string(words.say("last.none"));
    LayoutRow row{figure_name(line), index, {""}};
    const auto& name = named(line.names, language);
    const auto& unit = named(line.units, language);
    const auto kind = kind_word(words, line.kind);
    const auto measure = std::to_string(line.measure);
    if (medium == Medium::sheet) {
        for (const auto& text : {measure, name, unit, kind}) row.cells.push_back(text);
        row.cells.push_back(line.last ? line.last->as_published : none);
        row.cells.push_back(line.last ? line.last->period.to_text() : "");
        row.cells.push_back(line.last ? line.last->source : "");
    } else {
        row.cells.push_back(words.say("measure.number", {measure}) + "\n" + name + "\n" + unit + " · " + kind);
        row.cells.push_back(line.last ? line.last->as_published + "\n" + line.last->period.to_text() + "\n" + line.last->source : none);
    }
    row.cells.push_back(line.period.to_text());
    row.cells.insert(row.cells.end(), {"", period_to_report(line).to_text(), "", "", "", ""});
    return row;
}

LayoutRow action_row(Words& words, const DutyAsked& duty, std::size_t index, std::size_t slot, Medium medium) {
    LayoutRow row{action_name(duty, slot), index, {""}};
    const auto measure = std::to_string(duty.measure);
    const auto number = duty.duty == 0 ? std::string(words.say("measure.whole")) : std::to_string(duty.duty);
    const auto& text = named(duty.texts, words.language());
    if (medium == Medium::sheet) {
        row.cells.insert(row.cells.end(), {measure, number, text});
    } else {
        const auto head = duty.duty == 0 ? words.say("measure.number", {measure}) + " · " + number : words.say("duty.number", {measure, number});
        row.cells.push_back(head + "\n" + text);
    }
    row.cells.insert(row.cells.end(), {"", "", "", ""});
    return row;
}

// The keys stand in the first cells once the printed ones are known.
void put_keys(Section& section, const Identity& identity) {
    for (auto& row : section.rows) {
        CHECK(row.cells.size() == section.columns.size());
        row.cells.front() = row.name + " " + check_of(identity, row.name, printed_of(section, row.cells));
    }
}

}  // namespace

std::size_t Section::column_of(Field field) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].field == field) return i;
    }
    CHECK(false && "a section has the column that is asked for");
    return 0;
}

Period period_to_report(const Line& line) {
    return line.kind == conference::Kind::stock ? Period{line.period.to, line.period.to} : line.period;
}

std::vector<std::string> printed_of(const Section& section, const std::vector<std::string>& cells) {
    std::vector<std::string> printed;
    for (std::size_t i = 0; i < section.columns.size(); ++i) {
        if (section.columns[i].field == Field::printed) printed.push_back(i < cells.size() ? cells[i] : "");
    }
    return printed;
}

std::optional<NothingBecause> reason_named(std::string_view text) {
    const auto wanted = fold_for_search(tidied(text));
    for (const auto language : languages) {
        Words words(language, words_table);
        for (const auto reason : reasons) {
            if (fold_for_search(reason_word(words, reason)) == wanted) return reason;
        }
    }
    return std::nullopt;
}

bool is_writable(const Layout& layout) {
    const auto sound = [](const std::string& text) { return is_valid_utf8(text) && !has_control_characters(text); };
    const auto cells_sound = [&](const Section& section) {
        return std::ranges::all_of(section.rows, [&](const LayoutRow& row) { return std::ranges::all_of(row.cells, sound); });
    };
    return sound(layout.title) && sound(layout.subtitle) && sound(layout.notice) && cells_sound(layout.figures) && cells_sound(layout.actions);
}

Layout layout_of(const Form& form, Medium medium) {
    Words words(form.language, words_table);
    Layout layout;
    layout.identity = identity_of(form);
    layout.title = words.say("title", {form.round});
    layout.subtitle = words.say("subtitle", {named(form.body_names, form.language), form.period.to_text(), form.due.to_text()});
    layout.generation = words.say("generation", {std::to_string(form.generation), form.issued.to_text()});
    layout.notice = form.notice;
    layout.figures = {std::string(words.say("sheet.figures")), std::string(words.say("figures.intro")), figure_columns(words, medium), {}};
    layout.actions = {std::string(words.say("sheet.actions")), std::string(words.say("actions.intro")), action_columns(words, medium), {}};
    for (std::size_t i = 0; i < form.lines.size(); ++i) layout.figures.rows.push_back(figure_row(words, form.lines[i], i, medium));
    for (std::size_t i = 0; i < form.duties.size(); ++i) {
        for (std::size_t slot = 1; slot <= action_slots; ++slot) layout.actions.rows.push_back(action_row(words, form.duties[i], i, slot, medium));
    }
    put_keys(layout.figures, layout.identity);
    put_keys(layout.actions, layout.identity);
    layout.explanation_title = words.say("sheet.explanation");
    layout.explanation.emplace_back(words.say("explain.head"));
    for (const auto* key : {"explain.1", "explain.2", "explain.3", "explain.4", "explain.5", "explain.6"}) layout.explanation.emplace_back(words.say(key));
    for (const auto reason : reasons) layout.reasons.push_back(reason_word(words, reason));
    layout.identity_head = words.say("identity.head");
    layout.page_words = words.say("page");
    layout.author = words.say("author");
    CHECK(words.missing().empty());
    return layout;
}

}  // namespace ponte::forms
