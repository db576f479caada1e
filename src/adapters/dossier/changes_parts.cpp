// The parts of a comparison: progress, wording, owners, figures, papers, milestones, meetings, problems, decisions.
#include "adapters/dossier/writer.h"

#include <algorithm>

namespace ponte::dossier {

using namespace conference;
using paper::Cell;
using paper::Line;
using paper::Run;
using paper::Table;
using paper::Tone;

namespace {

class Hand {
public:
    Hand(const Comparison& values, const BusinessCompared& business, Writer& writer, Words& own, ChangesIn place)
        : values_(values), business_(business), writer_(writer), own_(own), place_(place) {}

    // What did not change, in the order of the parts; empty where each part says it for itself.
    [[nodiscard]] std::vector<std::string> write() {
        tiles();
        progress();
        wordings();
        owners();
        figures();
        papers();
        milestones();
        sessions();
        problems();
        decisions();
        return std::move(unchanged_);
    }

private:
    std::string say(std::string_view key) { return std::string(own_.say(key)); }
    std::string say(std::string_view key, std::initializer_list<std::string_view> values) { return own_.say(key, values); }
    std::string number(std::size_t value) { return writer_.number(value); }
    std::string anchor(std::string_view key) const { return (place_.in_a_chapter ? "since-" : "") + std::string(key); }
    int level() const { return place_.in_a_chapter ? 2 : 1; }
    void heading(std::string_view key) { writer_.heading(level(), Line{writer_.text(say(key))}, anchor(key)); }
    // In a chapter of a longer paper what did not change is named once for all parts.
    void nothing(std::string_view key) {
        if (place_.in_a_chapter) return unchanged_.push_back(say(key));
        heading(key);
        sentence(say(std::string(key) + ".none"));
    }
    void sentence(std::string text) { writer_.paragraph({writer_.text(text)}); }

    Run dash() { return writer_.text(writer_.say("dash")); }
    Run date(const std::optional<Date>& day) { return day ? writer_.text(writer_.date(*day)) : dash(); }
    Run measure(std::uint16_t n) { return writer_.text(n == 0 ? say("measure.title") : std::to_string(n)); }
    Run value(const std::string& text, const std::string& badge) {
        if (text.empty()) return dash();
        return Writer::badge_of(writer_.text(number_text(writer_.language(), text)), badge);
    }
    Cell status(const std::string& name) {
        if (name.empty()) return {.line = {writer_.quiet(say("not_yet"))}};
        return {.line = {writer_.text(writer_.class_word("status", name))}, .tone = tone_of(name)};
    }
    Cell standing(const Standing& one) {
        Line line{value(one.value, one.badge)};
        if (!one.period.empty()) line.push_back(writer_.quiet(" · " + period_text(writer_.words, one.period)));
        return {.line = std::move(line), .number = true};
    }
    std::string change(const std::string& name) { return say("change." + name); }

    void table(std::string_view caption, std::initializer_list<std::string_view> heads, std::vector<std::vector<Cell>> rows, std::vector<int> widths = {}) {
        Table made{.caption = say(caption), .heads = {}, .rows = std::move(rows), .widths = std::move(widths)};
        for (const std::string_view head : heads) made.heads.push_back(say(head));
        writer_.add(std::move(made));
    }

    void tiles() {
        const auto changed = std::ranges::count_if(values_.indicators, &IndicatorCompared::changed);
        const PapersCompared papers = values_.papers.empty() ? PapersCompared{} : values_.papers.front();
        paper::Tiles all_tiles;
        const auto tile = [&](std::size_t count, std::string_view key) {
            all_tiles.tiles.push_back({.figure = writer_.strong(number(count)), .label = say(key)});
        };
        tile(static_cast<std::size_t>(changed), "tile.indicators");
        tile(values_.wordings.size(), "tile.wordings");
        tile(values_.owners.size(), "tile.owners");
        tile(papers.observations + papers.actions, "tile.papers");
        writer_.add(std::move(all_tiles));
    }

    void progress() {
        std::vector<std::vector<Cell>> rows;
        for (const IndicatorCompared& one : values_.indicators) {
            if (!one.changed) continue;
            Line name{writer_.name(one.names, one.indicator.value)};
            if (one.redefined) name.push_back(writer_.quiet(" · " + say("redefined")));
            rows.push_back({{.line = {measure(one.measure)}, .number = true}, {.line = std::move(name)}, standing(one.before), standing(one.after),
                            status(one.before.status), status(one.after.status)});
        }
        const std::size_t unchanged = values_.indicators.size() - rows.size();
        if (rows.empty()) {
            nothing("progress");
        } else {
            heading("progress");
            table("progress.caption", {"head.measure", "head.indicator", "head.before", "head.after", "head.status_before", "head.status_after"}, std::move(rows), {10, 26, 18, 18, 14, 14});
        }
        if (unchanged > 0 && (unchanged < values_.indicators.size() || !place_.in_a_chapter)) sentence(say("progress.unchanged", {number(unchanged)}));
    }

    void wordings() {
        if (values_.wordings.empty()) return nothing("wordings");
        heading("wordings");
        std::size_t n = 0;
        for (const WordingCompared& one : values_.wordings) {
            const std::string of = one.measure == 0 ? say("measure.title") : say("wordings.measure", {std::to_string(one.measure)});
            const std::string head = say("wordings.head", {of, say("language." + std::string(name_of(one.language))), change(one.change), std::to_string(one.entry)});
            writer_.heading(level() + 1, Line{writer_.text(head)}, anchor("wording-" + std::to_string(++n)));
            Line line;
            for (const StretchShown& stretch : one.stretches) {
                Run run = writer_.in(one.language, stretch.text);
                run.revision.change = stretch.change == "same" ? Change::same : stretch.change == "removed" ? Change::removed : Change::added;
                if (run.revision.change != Change::same) {
                    run.revision.author = writer_.occasion.origin;
                    run.revision.at = values_.to.time.micros / 1'000'000;
                }
                line.push_back(std::move(run));
            }
            writer_.paragraph(std::move(line));
        }
    }

    void owners() {
        if (values_.owners.empty()) return nothing("owners");
        heading("owners");
        std::vector<std::vector<Cell>> rows;
        for (const OwnerCompared& one : values_.owners) {
            Line note;
            if (!one.note.empty()) note.push_back(writer_.text(one.note));
            rows.push_back({{.line = {measure(one.measure)}, .number = true}, {.line = {writer_.body(one.body.value)}}, {.line = {writer_.text(writer_.class_word("role", one.role))}},
                            {.line = {writer_.strong(change(one.change))}}, {.line = {date(one.from)}}, {.line = {date(one.to)}}, {.line = std::move(note)}});
        }
        table("owners.caption", {"head.measure", "head.body", "head.role", "head.change", "head.from", "head.to", "head.note"}, std::move(rows));
    }

    // What the table of progress says already is not said twice.
    void figures() {
        std::vector<std::vector<Cell>> rows;
        for (const FigureCompared& one : values_.figures) {
            if (one.rule == "now" || one.rule == "status" || one.rule == "expected") continue;
            const auto shown = [&](const std::string& text, const std::string& badge) {
                if (one.rule == "year_duty" && !text.empty()) return Writer::badge_of(writer_.text(writer_.class_word("year", text)), badge);
                return value(text, badge);
            };
            rows.push_back({{.line = {writer_.code(one.id)}}, {.line = {writer_.text(change(one.change))}}, {.line = {shown(one.before, one.badge_before)}, .number = true},
                            {.line = {shown(one.after, one.badge_after)}, .number = true}});
        }
        if (rows.empty()) return nothing("figures");
        heading("figures");
        table("figures.caption", {"head.figure", "head.change", "head.before", "head.after"}, std::move(rows));
    }

    void papers() {
        if (values_.papers.empty() || values_.papers.front().empty()) return nothing("papers");
        heading("papers");
        std::vector<std::vector<Cell>> rows;
        for (const PapersCompared& one : values_.papers) {
            std::vector<Cell> row{{.line = {one.measure == 0 ? writer_.strong(say("papers.all")) : measure(one.measure)}}};
            for (const std::uint32_t count : {one.observations, one.actions, one.accepted, one.questioned, one.refused, one.withdrawn}) {
                row.push_back({.line = {count == 0 ? dash() : writer_.text(number(count))}, .number = true});
            }
            rows.push_back(std::move(row));
        }
        table("papers.caption", {"head.measure", "head.observations", "head.actions", "head.accepted", "head.questioned", "head.refused", "head.withdrawn"}, std::move(rows), {19, 14, 12, 13, 15, 12, 15});
        sentence(say("papers.note"));
    }

    void milestones() {
        if (values_.milestones.empty()) return nothing("milestones");
        heading("milestones");
        std::vector<std::vector<Cell>> rows;
        for (const MilestoneCompared& one : values_.milestones) {
            const Tone tone = one.change == "reached" ? Tone::good : one.change == "overdue" ? Tone::bad : Tone::neutral;
            rows.push_back({{.line = {measure(one.measure)}, .number = true}, {.line = {Writer::badge_of(writer_.name(one.names, one.milestone.value), one.badge)}},
                            {.line = {date(one.due)}}, {.line = {writer_.text(change(one.change))}, .tone = tone}, {.line = {date(one.reached)}}});
        }
        table("milestones.caption", {"head.measure", "head.milestone", "head.due", "head.change", "head.reached"}, std::move(rows));
    }

    void sessions() {
        if (values_.sessions.empty() && values_.years.empty()) return nothing("meetings");
        heading("meetings");
        if (!values_.sessions.empty()) {
            std::vector<std::vector<Cell>> rows;
            for (const SessionShown& one : values_.sessions) {
                const std::string when = one.on ? writer_.date(*one.on) : say("meetings.between", {writer_.date(one.not_before), writer_.date(one.not_after)});
                rows.push_back({{.line = {writer_.text(std::to_string(one.number))}, .number = true}, {.line = {Writer::badge_of(writer_.text(when), one.badge)}},
                                {.line = {one.place.empty() ? dash() : writer_.text(one.place)}}});
            }
            table("meetings.caption", {"head.number", "head.date", "head.place"}, std::move(rows), {8, 52, 40});
        }
        if (!values_.years.empty()) {
            std::vector<std::vector<Cell>> rows;
            const auto cell = [&](const std::string& state) {
                if (state.empty()) return Cell{.line = {writer_.quiet(say("not_yet"))}};
                return Cell{.line = {writer_.text(writer_.class_word("year", state))}, .tone = tone_of(state)};
            };
            for (const YearCompared& one : values_.years) rows.push_back({{.line = {writer_.text(std::to_string(one.year))}}, cell(one.before), cell(one.after)});
            table("years.caption", {"head.year", "head.before", "head.after"}, std::move(rows), {20, 40, 40});
        }
    }

    Cell state(std::string_view family, const std::string& name) {
        if (name.empty()) return {.line = {writer_.quiet(say("not_yet"))}};
        return {.line = {writer_.text(family == "problem" ? writer_.class_word("problem", name) : say("decision." + name))}};
    }

    void problems() {
        if (business_.problems.empty()) return nothing("problems");
        heading("problems");
        std::vector<std::vector<Cell>> rows;
        for (const ProblemCompared& one : business_.problems) {
            rows.push_back({{.line = {writer_.name(one.titles, one.problem.value)}}, {.line = {writer_.text(writer_.class_word("severity", one.severity))}},
                            state("problem", one.before), state("problem", one.after), {.line = {date(one.due)}}});
        }
        table("problems.caption", {"head.problem", "head.severity", "head.before", "head.after", "head.due"}, std::move(rows));
    }

    void decisions() {
        if (business_.decisions.empty()) return nothing("decisions");
        heading("decisions");
        std::vector<std::vector<Cell>> rows;
        for (const DecisionCompared& one : business_.decisions) {
            rows.push_back({{.line = {writer_.strong(one.decision.value)}}, {.line = {writer_.name(one.texts, one.decision.value)}},
                            {.line = {one.owner.value.empty() ? dash() : writer_.body(one.owner.value)}}, state("decision", one.before),
                            state("decision", one.after), {.line = {date(one.due)}}});
        }
        table("decisions.caption", {"head.number", "head.decision", "head.body", "head.before", "head.after", "head.due"}, std::move(rows));
    }

    const Comparison& values_;
    const BusinessCompared& business_;
    Writer& writer_;
    Words& own_;
    ChangesIn place_;
    std::vector<std::string> unchanged_;
};

}  // namespace

std::vector<std::string> write_changes(Writer& writer, Words& own, const Comparison& values, const BusinessCompared& business, ChangesIn place) {
    return Hand(values, business, writer, own, place).write();
}

}  // namespace ponte::dossier
