#include "adapters/comparison/comparison.h"

#include "adapters/dossier/writer.h"

#include <algorithm>
#include <map>

namespace ponte::comparison {

using namespace conference;
using dossier::Words;
using dossier::Writer;
using paper::Cell;
using paper::Line;
using paper::Run;
using paper::Table;
using paper::Tone;

namespace {

class Hand {
public:
    Hand(const Comparison& values, const Business& business, Writer& writer, Words& own)
        : values_(values), business_(business), writer_(writer), own_(own) {}

    void write() {
        front();
        progress();
        wordings();
        owners();
        figures();
        papers();
        milestones();
        sessions();
        problems();
        decisions();
        closing();
    }

private:
    std::string say(std::string_view key) { return std::string(own_.say(key)); }
    std::string say(std::string_view key, std::initializer_list<std::string_view> values) { return own_.say(key, values); }
    std::string number(std::size_t value) { return writer_.number(value); }
    void heading(std::string_view key) { writer_.heading(1, Line{writer_.text(say(key))}, std::string(key)); }
    void sentence(std::string text) { writer_.paragraph({writer_.text(text)}); }

    Run dash() { return writer_.text(writer_.say("dash")); }
    Run date(const std::optional<Date>& day) { return day ? writer_.text(writer_.date(*day)) : dash(); }
    Run measure(std::uint16_t n) { return writer_.text(n == 0 ? say("measure.title") : std::to_string(n)); }
    Run value(const std::string& text, const std::string& badge) {
        if (text.empty()) return dash();
        return Writer::badge_of(writer_.text(dossier::number_text(writer_.language(), text)), badge);
    }
    Cell status(const std::string& name) {
        if (name.empty()) return {.line = {writer_.quiet(say("not_yet"))}};
        return {.line = {writer_.text(writer_.class_word("status", name))}, .tone = dossier::tone_of(name)};
    }
    Cell standing(const Standing& one) {
        Line line{value(one.value, one.badge)};
        if (!one.period.empty()) line.push_back(writer_.quiet(" · " + dossier::period_text(writer_.words, one.period)));
        return {.line = std::move(line), .number = true};
    }
    std::string change(const std::string& name) { return say("change." + name); }

    void table(std::string_view caption, std::initializer_list<std::string_view> heads, std::vector<std::vector<Cell>> rows, std::vector<int> widths = {}) {
        Table made{.caption = say(caption), .heads = {}, .rows = std::move(rows), .widths = std::move(widths)};
        for (const std::string_view head : heads) made.heads.push_back(say(head));
        writer_.add(std::move(made));
    }

    void front() {
        const auto changed = std::ranges::count_if(values_.indicators, &IndicatorCompared::changed);
        const PapersCompared all = values_.papers.empty() ? PapersCompared{} : values_.papers.front();
        paper::Tiles tiles;
        const auto tile = [&](std::size_t count, std::string_view key) {
            tiles.tiles.push_back({.figure = writer_.strong(number(count)), .label = say(key)});
        };
        tile(static_cast<std::size_t>(changed), "tile.indicators");
        tile(values_.wordings.size(), "tile.wordings");
        tile(values_.owners.size(), "tile.owners");
        tile(all.observations + all.actions, "tile.papers");
        writer_.add(std::move(tiles));
    }

    void progress() {
        heading("progress");
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
            sentence(say("progress.none"));
        } else {
            table("progress.caption", {"head.measure", "head.indicator", "head.before", "head.after", "head.status_before", "head.status_after"}, std::move(rows), {8, 28, 18, 18, 14, 14});
        }
        if (unchanged > 0) sentence(say("progress.unchanged", {number(unchanged)}));
    }

    void wordings() {
        heading("wordings");
        if (values_.wordings.empty()) sentence(say("wordings.none"));
        std::size_t n = 0;
        for (const WordingCompared& one : values_.wordings) {
            const std::string of = one.measure == 0 ? say("measure.title") : say("wordings.measure", {std::to_string(one.measure)});
            const std::string head = say("wordings.head", {of, say("language." + std::string(name_of(one.language))), change(one.change), std::to_string(one.entry)});
            writer_.heading(2, Line{writer_.text(head)}, "wording-" + std::to_string(++n));
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
        heading("owners");
        if (values_.owners.empty()) return sentence(say("owners.none"));
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
        heading("figures");
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
        if (rows.empty()) return sentence(say("figures.none"));
        table("figures.caption", {"head.figure", "head.change", "head.before", "head.after"}, std::move(rows));
    }

    void papers() {
        heading("papers");
        if (values_.papers.empty() || values_.papers.front().empty()) return sentence(say("papers.none"));
        std::vector<std::vector<Cell>> rows;
        for (const PapersCompared& one : values_.papers) {
            std::vector<Cell> row{{.line = {one.measure == 0 ? writer_.strong(say("papers.all")) : measure(one.measure)}}};
            for (const std::uint32_t count : {one.observations, one.actions, one.accepted, one.questioned, one.refused, one.withdrawn}) {
                row.push_back({.line = {count == 0 ? dash() : writer_.text(number(count))}, .number = true});
            }
            rows.push_back(std::move(row));
        }
        table("papers.caption", {"head.measure", "head.observations", "head.actions", "head.accepted", "head.questioned", "head.refused", "head.withdrawn"}, std::move(rows));
        sentence(say("papers.note"));
    }

    void milestones() {
        heading("milestones");
        if (values_.milestones.empty()) return sentence(say("milestones.none"));
        std::vector<std::vector<Cell>> rows;
        for (const MilestoneCompared& one : values_.milestones) {
            const Tone tone = one.change == "reached" ? Tone::good : one.change == "overdue" ? Tone::bad : Tone::neutral;
            rows.push_back({{.line = {measure(one.measure)}, .number = true}, {.line = {Writer::badge_of(writer_.name(one.names, one.milestone.value), one.badge)}},
                            {.line = {date(one.due)}}, {.line = {writer_.text(change(one.change))}, .tone = tone}, {.line = {date(one.reached)}}});
        }
        table("milestones.caption", {"head.measure", "head.milestone", "head.due", "head.change", "head.reached"}, std::move(rows));
    }

    void sessions() {
        heading("meetings");
        if (values_.sessions.empty() && values_.years.empty()) return sentence(say("meetings.none"));
        if (!values_.sessions.empty()) {
            std::vector<std::vector<Cell>> rows;
            for (const SessionShown& one : values_.sessions) {
                const std::string when = one.on ? writer_.date(*one.on) : say("meetings.between", {writer_.date(one.not_before), writer_.date(one.not_after)});
                rows.push_back({{.line = {writer_.text(std::to_string(one.number))}, .number = true}, {.line = {Writer::badge_of(writer_.text(when), one.badge)}},
                                {.line = {one.place.empty() ? dash() : writer_.text(one.place)}}});
            }
            table("meetings.caption", {"head.number", "head.date", "head.place"}, std::move(rows));
        }
        if (!values_.years.empty()) {
            std::vector<std::vector<Cell>> rows;
            const auto cell = [&](const std::string& state) {
                if (state.empty()) return Cell{.line = {writer_.quiet(say("not_yet"))}};
                return Cell{.line = {writer_.text(writer_.class_word("year", state))}, .tone = dossier::tone_of(state)};
            };
            for (const YearCompared& one : values_.years) rows.push_back({{.line = {writer_.text(std::to_string(one.year))}}, cell(one.before), cell(one.after)});
            table("years.caption", {"head.year", "head.before", "head.after"}, std::move(rows));
        }
    }

    Cell state(std::string_view family, const std::string& name) {
        if (name.empty()) return {.line = {writer_.quiet(say("not_yet"))}};
        return {.line = {writer_.text(family == "problem" ? writer_.class_word("problem", name) : say("decision." + name))}};
    }

    void problems() {
        heading("problems");
        if (business_.problems.empty()) return sentence(say("problems.none"));
        std::vector<std::vector<Cell>> rows;
        for (const ProblemCompared& one : business_.problems) {
            rows.push_back({{.line = {writer_.name(one.titles, one.problem.value)}}, {.line = {writer_.text(writer_.class_word("severity", one.severity))}},
                            state("problem", one.before), state("problem", one.after), {.line = {date(one.due)}}});
        }
        table("problems.caption", {"head.problem", "head.severity", "head.before", "head.after", "head.due"}, std::move(rows));
    }

    void decisions() {
        heading("decisions");
        if (business_.decisions.empty()) return sentence(say("decisions.none"));
        std::vector<std::vector<Cell>> rows;
        for (const DecisionCompared& one : business_.decisions) {
            rows.push_back({{.line = {writer_.text(std::to_string(one.session))}, .number = true}, {.line = {writer_.name(one.texts, one.decision.value)}},
                            {.line = {one.owner.value.empty() ? dash() : writer_.body(one.owner.value)}}, state("decision", one.before),
                            state("decision", one.after), {.line = {date(one.due)}}});
        }
        table("decisions.caption", {"head.number", "head.decision", "head.body", "head.before", "head.after", "head.due"}, std::move(rows));
    }

    void closing() {
        const std::string reader = say("reader." + values_.reader);
        paper::Note note{.tone = Tone::neutral, .title = say("closing.title"), .lines = {}};
        note.lines.push_back({writer_.text(say("closing.reader", {reader}))});
        note.lines.push_back({writer_.text(say("closing.positions", {std::to_string(values_.from.position), std::to_string(values_.to.position)}))});
        if (writer_.occasion.demonstration) note.lines.push_back({writer_.text(say("closing.demonstration"))});
        writer_.add(std::move(note));
    }

    const Comparison& values_;
    const Business& business_;
    Writer& writer_;
    Words& own_;
};

}  // namespace

Business compared(const dossier::Business& before, const dossier::Business& after) {
    Business all;
    std::map<meetings::ProblemId, std::string> problems;
    for (const meetings::ProblemShown& one : before.problems) problems[one.problem] = name_of(one.state);
    for (const meetings::ProblemShown& one : after.problems) {
        const auto earlier = problems.find(one.problem);
        const std::string then = earlier == problems.end() ? "" : earlier->second;
        if (then == name_of(one.state)) continue;
        all.problems.push_back({.problem = one.problem,
                                .titles = one.titles,
                                .severity = std::string(name_of(one.severity)),
                                .before = then,
                                .after = std::string(name_of(one.state)),
                                .due = one.due,
                                .entry = one.entry});
    }
    std::map<meetings::DecisionId, std::string> decisions;
    for (const meetings::DecisionShown& one : before.decisions) decisions[one.decision] = name_of(one.state);
    for (const meetings::DecisionShown& one : after.decisions) {
        const auto earlier = decisions.find(one.decision);
        const std::string then = earlier == decisions.end() ? "" : earlier->second;
        if (then == name_of(one.state)) continue;
        all.decisions.push_back({.decision = one.decision,
                                 .session = one.session,
                                 .texts = one.texts,
                                 .owner = one.owner,
                                 .before = then,
                                 .after = std::string(name_of(one.state)),
                                 .due = one.due,
                                 .entry = one.entry});
    }
    return all;
}

paper::Paper paper_with_words(const Comparison& values, const dossier::Occasion& occasion, const Business& business, Words& own, Words& general) {
    paper::Paper paper{.language = std::string(tag(own.language()))};
    const DossierAnswer no_answer;  // The hand of the dossier writes here too, without a dossier.
    const dossier::Business no_business;
    Writer writer(no_answer, occasion, general, paper, no_business);
    const auto say = [&](std::string_view key, std::initializer_list<std::string_view> words = {}) { return own.say(key, words); };
    const std::string from = writer.date(values.from.as_at);
    const std::string to = writer.date(values.to.as_at);
    const dossier::Shown title = dossier::shown_of(values.titles, own.language());
    paper.title = say("title");
    paper.subtitle = title.text == nullptr ? say("subtitle.short", {from, to}) : say("subtitle", {title.text->text, from, to});
    paper.masthead = {say("masthead.reader", {say("reader." + values.reader)}),
                      say("masthead.from", {from, writer.number(values.from.position), writer.date(values.from.time.date())}),
                      say("masthead.to", {to, writer.number(values.to.position), writer.date(values.to.time.date()), occasion.root.to_text().substr(0, 16)})};
    paper.footer = say("footer", {from, to});
    paper.page_word = writer.say("page");
    for (const std::string_view badge : {"published", "computed", "simulated", "illustration", "configuration"}) {
        paper.badge_words[static_cast<std::size_t>(dossier::badge_named(badge))] = writer.class_word("badge", badge);
    }
    paper.created_at = occasion.time.micros / 1'000'000;
    paper.author = "ponte " + occasion.release;
    Hand(values, business, writer, own).write();
    return paper;
}

paper::Paper paper_of(const Comparison& values, Language language, const dossier::Occasion& occasion, const Business& business) {
    Words own(language, "words/comparison.csv");
    Words general(language);
    return paper_with_words(values, occasion, business, own, general);
}

}  // namespace ponte::comparison
