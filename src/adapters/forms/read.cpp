#include "adapters/forms/forms.h"
#include "adapters/forms/grid.h"
#include "adapters/forms/layout.h"
#include "adapters/forms/typed.h"
#include "base/number_words.h"

#include <algorithm>
#include <set>

namespace ponte::forms {

namespace {

constexpr std::size_t text_bytes_max = 4000;  // Of a source, note or action.

NumberLanguage number_language(Language language) {
    switch (language) {
        case Language::zh_hant:
        case Language::zh_hans: return NumberLanguage::zh;
        case Language::pt: return NumberLanguage::pt;
        case Language::en: return NumberLanguage::en;
    }
    return NumberLanguage::none;
}

Outcome<Identity> identity_in_grids(const Grids& grids) {
    std::vector<std::string_view> texts(grids.elsewhere.begin(), grids.elsewhere.end());
    for (const auto& grid : grids.grids) {
        for (const auto& [row, cells] : grid.rows) {
            for (const auto& [column, cell] : cells) texts.push_back(cell.text);
        }
    }
    std::optional<Identity> found;
    for (const auto text : texts) {
        const auto read = identity_in(text);
        // Said twice, it is said alike.
        if (read.changed || (found && read.identity && *found != *read.identity)) return refuse(refusals::identity_changed, std::string(text.substr(0, 200)));
        if (read.identity) found = read.identity;
    }
    if (!found) return refuse(refusals::identity_missing);
    return *found;
}

std::optional<Refusal> not_the_one_asked(const Identity& identity, const Identity& asked) {
    if (identity.round != asked.round || identity.plan != asked.plan) return Refusal{refusals::other_round, identity.round, {}};
    if (identity.body != asked.body) return Refusal{refusals::other_body, identity.body.value, {}};
    if (identity.generation < asked.generation) return Refusal{refusals::old_generation, std::to_string(identity.generation), {}};
    if (identity != asked) return Refusal{refusals::identity_changed, identity.round + " " + identity.body.value, {}};
    return std::nullopt;
}

// A row of a section as it came back.
struct RowRead {
    std::uint32_t row = 0;
    std::size_t asked = 0;  // Which row of the layout.
};

// Reads one section of one file: finds its table, holds its head, keys and printed cells, and hands on the
// rows that are sound.
class SectionReader {
public:
    SectionReader(const Grids& grids, const Section& section, const Identity& identity, std::vector<PlacedFault>& faults)
        : grids_(grids), section_(section), identity_(identity), faults_(faults) {}

    // Which grids have been read as part of this section.
    std::set<std::size_t> read() {
        std::set<std::size_t> mine;
        for (std::size_t i = 0; i < grids_.grids.size(); ++i) {
            const auto head = head_of(grids_.grids[i]);
            if (head == 0) continue;
            mine.insert(i);
            grid_ = i;
            if (heads_fit(head)) rows(head);
        }
        if (mine.empty()) faults_.push_back({grids_.grids.size(), 0, 0, {refusals::sheet_missing, section_.title, {}}});
        return mine;
    }

    [[nodiscard]] const std::vector<RowRead>& sound() const { return sound_; }
    [[nodiscard]] const std::set<std::string>& names() const { return names_; }
    [[nodiscard]] bool heads_changed() const { return heads_changed_; }
    [[nodiscard]] std::size_t grid_of(const RowRead& row) const { return grid_by_row_.at(static_cast<std::size_t>(&row - sound_.data())); }

private:
    [[nodiscard]] const Grid& grid() const { return grids_.grids[grid_]; }

    [[nodiscard]] std::string text_at(std::uint32_t row, std::uint32_t column) const {
        const auto cells = grid().rows.find(row);
        if (cells == grid().rows.end()) return {};
        const auto cell = cells->second.find(column);
        return cell == cells->second.end() ? std::string() : cell->second.text;
    }

    void fault(std::uint32_t row, std::uint32_t column, RefusalKind kind, std::string subject) {
        faults_.push_back({grid_, row, column, {kind, std::move(subject), grid().place(row, column)}});
    }

    // The row whose first cell marks the section; 0: none.
    [[nodiscard]] std::uint32_t head_of(const Grid& one) const {
        const auto mark = tidied(section_.columns.front().head);
        for (const auto& [row, cells] : one.rows) {
            const auto first = cells.find(1);
            if (first != cells.end() && tidied(first->second.text) == mark) return row;
        }
        return 0;
    }

    bool heads_fit(std::uint32_t row) {
        bool fit = true;
        for (std::uint32_t i = 0; i < section_.columns.size(); ++i) {
            if (tidied(text_at(row, i + 1)) == tidied(section_.columns[i].head)) continue;
            fault(row, i + 1, refusals::head_changed, section_.columns[i].head);
            fit = false;
        }
        heads_changed_ = heads_changed_ || !fit;
        return fit;
    }

    void rows(std::uint32_t head) {
        for (const auto& [row, cells] : grid().rows) {
            if (row <= head) continue;
            bool faulty_print = false;
            for (const auto& [column, cell] : cells) {
                if (cell.fault) faults_.push_back({grid_, row, column, *cell.fault});
                if (cell.fault && (column > section_.columns.size() || !is_open(section_.columns[column - 1].field))) faulty_print = true;
                if (column > section_.columns.size() && !cell.text.empty()) fault(row, column, refusals::stray_text, cell.text.substr(0, 80));
            }
            if (!faulty_print) one_row(row, cells);
        }
    }

    void one_row(std::uint32_t row, const std::map<std::uint32_t, GridCell>& cells) {
        const auto key = row_key_in(text_at(row, 1));
        const auto known = key ? std::ranges::find(section_.rows, key->name, &LayoutRow::name) : section_.rows.end();
        if (known == section_.rows.end()) {
            // What stands beyond the last column was told already.
            if (cells.begin()->first <= section_.columns.size()) fault(row, cells.begin()->first, refusals::row_unknown, cells.begin()->second.text.substr(0, 80));
            return;
        }
        const bool first = names_.insert(key->name).second;
        std::vector<std::string> came;
        for (std::uint32_t i = 0; i < section_.columns.size(); ++i) came.push_back(text_at(row, i + 1));
        if (key->check != check_of(identity_, key->name, printed_of(section_, came))) return changed(row, *known, came);
        // A copied row is a second action, but no second answer.
        if (!first && key->name.starts_with("figure ")) return fault(row, 1, refusals::row_repeated, key->name);
        sound_.push_back({row, static_cast<std::size_t>(known - section_.rows.begin())});
        grid_by_row_.push_back(grid_);
    }

    // The first printed cell that differs from what the form says now, or the key where none does.
    void changed(std::uint32_t row, const LayoutRow& known, const std::vector<std::string>& came) {
        for (std::uint32_t i = 0; i < section_.columns.size(); ++i) {
            if (section_.columns[i].field != Field::printed || tidied(came[i]) == tidied(known.cells[i])) continue;
            return fault(row, i + 1, refusals::printed_text_changed, came[i].substr(0, 80));
        }
        fault(row, 1, refusals::printed_text_changed, came.front().substr(0, 80));
    }

    const Grids& grids_;
    const Section& section_;
    const Identity& identity_;
    std::vector<PlacedFault>& faults_;
    std::vector<RowRead> sound_;
    std::vector<std::size_t> grid_by_row_;
    std::set<std::string> names_;
    std::size_t grid_ = 0;
    bool heads_changed_ = false;
};

// The open cells of one sound row.
class Answers {
public:
    Answers(const Grids& grids, std::size_t grid, std::uint32_t row, const Section& section, Language language, std::vector<PlacedFault>& faults)
        : grid_(grids.grids[grid]), index_(grid), row_(row), section_(section), language_(language), faults_(faults), before_(faults.size()) {}

    [[nodiscard]] std::string text(Field field) const {
        const auto* cell = at(field);
        return cell == nullptr ? std::string() : cell->text;
    }
    [[nodiscard]] bool faulty(Field field) const {
        const auto* cell = at(field);
        return cell != nullptr && cell->fault.has_value();
    }
    [[nodiscard]] bool empty(Field field) const { return text(field).empty() && !faulty(field); }
    [[nodiscard]] std::string place(Field field) const { return grid_.place(row_, column(field)); }
    [[nodiscard]] bool sound() const { return faults_.size() == before_; }

    void fault(Field field, RefusalKind kind, std::string subject = {}) {
        faults_.push_back({index_, row_, column(field), {kind, std::move(subject), place(field)}});
    }

    std::string bounded(Field field) {
        auto given = text(field);
        if (given.size() > text_bytes_max) fault(field, refusals::text_too_long, std::to_string(given.size()));
        return given;
    }

    std::optional<Date> date(Field field) {
        if (empty(field) || faulty(field)) return std::nullopt;
        const auto read = typed_date(text(field), language_);
        if (!read) fault(field, refusals::date_unreadable, text(field).substr(0, 80));
        return read;
    }

private:
    [[nodiscard]] std::uint32_t column(Field field) const { return static_cast<std::uint32_t>(section_.column_of(field)) + 1; }
    [[nodiscard]] const GridCell* at(Field field) const {
        const auto cells = grid_.rows.find(row_);
        if (cells == grid_.rows.end()) return nullptr;
        const auto cell = cells->second.find(column(field));
        return cell == cells->second.end() ? nullptr : &cell->second;
    }

    const Grid& grid_;
    std::size_t index_;
    std::uint32_t row_;
    const Section& section_;
    Language language_;
    std::vector<PlacedFault>& faults_;
    std::size_t before_;
};

// Nothing for a line left empty, or one with faults.
std::optional<Answer> read_answer(Answers& cells, const Line& line, Language language, bool& left_empty) {
    const auto expected = period_to_report(line);
    const bool period_as_sent = cells.empty(Field::period) || cells.text(Field::period) == expected.to_text();
    left_empty = period_as_sent;
    for (const auto field : {Field::number, Field::source, Field::published, Field::nothing, Field::note}) left_empty = left_empty && cells.empty(field);
    if (left_empty) return std::nullopt;

    Answer answer{.indicator = line.indicator, .asked = line.period, .as_published = cells.bounded(Field::number), .value = {}, .period = expected,
                  .source = cells.bounded(Field::source), .published = cells.date(Field::published), .note = cells.bounded(Field::note), .nothing = {},
                  .place = cells.place(Field::number)};
    if (!period_as_sent && !cells.faulty(Field::period)) {
        const auto period = typed_period(cells.text(Field::period), language);
        if (!period) cells.fault(Field::period, refusals::period_unreadable, cells.text(Field::period).substr(0, 80));
        answer.period = period.value_or(expected);
    }
    if (!cells.empty(Field::nothing) && !cells.faulty(Field::nothing)) {
        answer.nothing = reason_named(cells.text(Field::nothing));
        if (!answer.nothing) cells.fault(Field::nothing, refusals::choice_unknown, cells.text(Field::nothing).substr(0, 80));
        if (!cells.empty(Field::number)) cells.fault(Field::nothing, refusals::number_and_nothing);
        if (answer.nothing == NothingBecause::other && cells.empty(Field::note)) cells.fault(Field::note, refusals::reason_missing);
    } else if (cells.empty(Field::number)) {
        if (cells.empty(Field::nothing)) cells.fault(Field::number, refusals::number_missing);
    } else if (!cells.faulty(Field::number)) {
        const auto understood = understand_number(answer.as_published, {.language = number_language(language)});
        if (!understood) {
            cells.fault(Field::number, understood.error().kind, answer.as_published.substr(0, 80));
        } else if (understood->multiplier == 1) {
            answer.value = understood->value;
        }
        if (cells.empty(Field::source)) cells.fault(Field::source, refusals::source_missing);
    }
    return answer;
}

std::optional<ActionReported> read_action(Answers& cells, const DutyAsked& duty) {
    bool empty = true;
    for (const auto field : {Field::on, Field::what, Field::source, Field::published}) empty = empty && cells.empty(field);
    if (empty) return std::nullopt;
    ActionReported action{.measure = duty.measure, .duty = duty.duty, .on = {}, .text = cells.bounded(Field::what), .source = cells.bounded(Field::source),
                          .published = cells.date(Field::published), .place = cells.place(Field::what)};
    if (cells.empty(Field::on)) cells.fault(Field::on, refusals::action_date_missing);
    action.on = cells.date(Field::on).value_or(Date{});
    if (cells.empty(Field::what)) cells.fault(Field::what, refusals::action_text_missing);
    if (cells.empty(Field::source)) cells.fault(Field::source, refusals::source_missing);
    return action;
}

// Sheets and tables that are no part of the form: what stands there would be lost.
void find_strays(const Grids& grids, const std::set<std::size_t>& known, std::string_view explanation, std::vector<PlacedFault>& faults) {
    for (std::size_t i = 0; i < grids.grids.size(); ++i) {
        const auto& grid = grids.grids[i];
        if (known.contains(i) || grid.hidden || grid.rows.empty() || (grid.table == 0 && grid.name == explanation)) continue;
        const auto& [row, cells] = *grid.rows.begin();
        const auto& [column, cell] = *cells.begin();
        faults.push_back({i, row, column, {refusals::stray_text, cell.text.substr(0, 80), grid.place(row, column)}});
    }
}

std::vector<Refusal> told(std::vector<PlacedFault> faults) {
    std::ranges::stable_sort(faults, {}, [](const PlacedFault& fault) { return std::tuple(fault.grid, fault.row, fault.column); });
    const auto count = faults.size();
    std::vector<Refusal> list;
    for (std::size_t i = 0; i < std::min(count, faults_max); ++i) list.push_back(std::move(faults[i].refusal));
    if (count > faults_max) list.back() = {refusals::too_many_faults, std::to_string(count), {}};
    return list;
}

}  // namespace

Outcome<Identity> identify(ByteView file) { return identity_in_grids(TRY(grids_of(file))); }

Reading read(ByteView file, const Form& asked) {
    Reading reading;
    const auto whole = [&](Refusal refusal) {
        reading.faults.push_back(std::move(refusal));
        return reading;
    };
    const auto grids = grids_of(file);
    if (!grids) return whole(grids.error());
    const auto identity = identity_in_grids(*grids);
    if (!identity) return whole(identity.error());
    // A body may answer in any of the languages in which the form was sent.
    Form form = asked;
    form.language = identity->language;
    if (auto other = not_the_one_asked(*identity, identity_of(form))) return whole(*std::move(other));

    const auto layout = layout_of(form, grids->page ? Medium::page : Medium::sheet);
    std::vector<PlacedFault> faults;
    SectionReader figures(*grids, layout.figures, *identity, faults);
    auto known = figures.read();
    const bool figures_found = !known.empty();
    SectionReader actions(*grids, layout.actions, *identity, faults);
    known.merge(actions.read());
    find_strays(*grids, known, layout.explanation_title, faults);

    reading.answer.identity = *identity;
    std::vector<std::optional<Answer>> answers(form.lines.size());
    std::vector<std::optional<Unanswered>> unanswered(form.lines.size());
    for (const auto& row : figures.sound()) {
        const auto index = layout.figures.rows[row.asked].asked;
        Answers cells(*grids, figures.grid_of(row), row.row, layout.figures, form.language, faults);
        bool left_empty = false;
        answers[index] = read_answer(cells, form.lines[index], form.language, left_empty);
        if (left_empty) unanswered[index] = Unanswered{form.lines[index].indicator, form.lines[index].period, cells.place(Field::number)};
    }
    for (const auto& row : layout.figures.rows) {
        if (figures.names().contains(row.name) || figures.heads_changed() || !figures_found) continue;
        faults.push_back({grids->grids.size(), 0, 0, {refusals::row_missing, row.name, {}}});
    }
    for (const auto& row : actions.sound()) {
        Answers cells(*grids, actions.grid_of(row), row.row, layout.actions, form.language, faults);
        if (auto action = read_action(cells, form.duties[layout.actions.rows[row.asked].asked])) reading.answer.actions.push_back(*std::move(action));
    }
    for (auto& answer : answers) {
        if (answer) reading.answer.answers.push_back(*std::move(answer));
    }
    for (auto& line : unanswered) {
        if (line) reading.answer.unanswered.push_back(*std::move(line));
    }
    reading.faults = told(std::move(faults));
    // Half an answer is none.
    if (!reading.faults.empty()) reading.answer = {};
    return reading;
}

}  // namespace ponte::forms
