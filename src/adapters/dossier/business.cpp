// The chapters of what the conference has before it: problems, and decisions with what is still to do of them.
#include "adapters/dossier/writer.h"

#include <algorithm>

namespace ponte::dossier {

using meetings::DecisionShown;
using meetings::DecisionState;
using meetings::ProblemShown;
using meetings::ProblemState;
using paper::Cell;
using paper::Line;
using paper::Table;
using paper::Tone;

namespace {

std::uint64_t count_in(const std::vector<ProblemShown>& problems, ProblemState state) {
    return static_cast<std::uint64_t>(std::ranges::count(problems, state, &ProblemShown::state));
}
std::uint64_t count_in(const std::vector<DecisionShown>& decisions, DecisionState state) {
    return static_cast<std::uint64_t>(std::ranges::count(decisions, state, &DecisionShown::state));
}

void write_decision_table(Writer& writer, const std::vector<const DecisionShown*>& decisions, std::string caption) {
    Table table{.caption = std::move(caption),
                .heads = {writer.say("decisions.number"), writer.say("decisions.text"), writer.say("decisions.owner"), writer.say("problems.due"),
                          writer.say("problems.state"), writer.say("observations.entry")},
                .widths = {8, 38, 18, 13, 15, 8}};
    for (const DecisionShown* one : decisions) {
        table.rows.push_back({{{writer.strong(one->decision.value)}},
                              {{writer.name(one->texts, one->decision.value)}},
                              {{writer.body(one->owner.value)}},
                              due_cell(writer, one->due, one->overdue),
                              decision_state(writer, *one),
                              {{writer.text(std::to_string(one->entry))}, Tone::neutral, true}});
    }
    writer.add(std::move(table));
}

}  // namespace

Cell due_cell(Writer& writer, const std::optional<Date>& due, bool overdue) {
    if (!due) return {{writer.quiet(writer.say("dash"))}};
    Line line{writer.text(writer.date(*due))};
    if (!overdue) return {std::move(line)};
    line.push_back(writer.strong(" · " + writer.say("problem.overdue")));
    return {std::move(line), Tone::bad};
}

Line duties_line(Writer& writer, const std::vector<meetings::DutyOf>& duties) {
    Line line;
    for (const meetings::DutyOf& duty : duties) {
        if (!line.empty()) line.push_back(writer.text(writer.say("between")));
        const std::string measure = std::to_string(duty.measure);
        paper::Run run = writer.text(duty.duty == 0 ? writer.say("measure", {measure}) : writer.say("problem.duty", {measure, std::to_string(duty.duty)}));
        // Only a measure of this plan has a chapter here to lead to.
        const bool here = duty.plan == writer.answer.plan &&
                          std::ranges::find(writer.answer.measures, duty.measure, &conference::MeasureShown::number) != writer.answer.measures.end();
        if (here) run.link = "#" + anchor_of(duty.measure);
        line.push_back(std::move(run));
    }
    if (line.empty()) line.push_back(writer.quiet(writer.say("dash")));
    return line;
}

Cell problem_state(Writer& writer, const ProblemShown& problem) {
    const Tone tone = problem.state == ProblemState::settled ? Tone::good : problem.state == ProblemState::escalated ? Tone::warning : Tone::neutral;
    Line line{writer.text(writer.class_word("problem", name_of(problem.state)))};
    std::string reason;  // The last one given.
    for (const meetings::ProblemStep& step : problem.steps) {
        if (!step.reason.empty()) reason = step.reason;
    }
    if (!reason.empty()) line.push_back(writer.quiet(writer.say("colon") + reason));
    return {std::move(line), tone};
}

Cell decision_state(Writer& writer, const DecisionShown& decision) {
    switch (decision.state) {
        case DecisionState::proposed: return {{writer.text(writer.say("decision.proposed"))}, Tone::missing};
        case DecisionState::active: return {{writer.text(writer.say("decision.active"))}, decision.overdue ? Tone::bad : Tone::warning};
        case DecisionState::superseded:
            if (!decision.superseded_by) return {{writer.text(writer.say("decision.replaced"))}};
            return {{writer.text(writer.say("decision.superseded", {decision.superseded_by->value}))}};
        case DecisionState::carried_out: {
            Line line{writer.text(writer.say("decision.carried_out", {decision.carried_out_on ? writer.date(*decision.carried_out_on) : writer.say("dash")}))};
            if (!decision.note.empty()) line.push_back(writer.quiet(writer.say("colon") + decision.note));
            return {std::move(line), Tone::good};
        }
        case DecisionState::lapsed: return {{writer.text(writer.say("decision.lapsed"))}};
    }
    return {};
}

void write_problems(Writer& writer) {
    const std::vector<ProblemShown>& problems = writer.business.problems;
    writer.heading(1, "problems.title", "problems");
    if (problems.empty()) return writer.sentence("problems.none");
    const auto overdue = static_cast<std::uint64_t>(std::ranges::count(problems, true, &ProblemShown::overdue));
    const std::uint64_t escalated = count_in(problems, ProblemState::escalated);
    writer.paragraph(writer.line("problems.sum", {writer.figure_or("problems.open", count_in(problems, ProblemState::open) + escalated),
                                                  writer.figure_or("problems.escalated", escalated), writer.figure_or("problems.overdue", overdue),
                                                  writer.figure_or("problems.settled", count_in(problems, ProblemState::settled))}));
    Table table{.caption = writer.say("problems.caption"),
                .heads = {writer.say("problems.problem"), writer.say("problems.severity"), writer.say("problems.duties"), writer.say("problems.settling"),
                          writer.say("problems.due"), writer.say("problems.state"), writer.say("observations.entry")},
                .widths = {32, 10, 13, 15, 12, 11, 7}};
    for (const ProblemShown& one : problems) {
        Line what{writer.name(one.titles, one.problem.value)};
        what.back().strong = true;
        if (!one.texts.empty()) {
            what.push_back(writer.text(writer.is_chinese() ? "：" : " — "));
            what.push_back(writer.name(one.texts, ""));
        }
        table.rows.push_back({{std::move(what)},
                              {{writer.text(writer.class_word("severity", name_of(one.severity)))}},
                              {duties_line(writer, one.duties)},
                              {{one.settling ? writer.body(one.settling->value) : writer.quiet(writer.say("dash"))}},
                              due_cell(writer, one.due, one.overdue),
                              problem_state(writer, one),
                              {{writer.text(std::to_string(one.entry))}, Tone::neutral, true}});
    }
    writer.add(std::move(table));
}

void write_decisions(Writer& writer) {
    const std::vector<DecisionShown>& decisions = writer.business.decisions;
    writer.heading(1, "decisions.title", "decisions");
    if (decisions.empty()) return writer.sentence("decisions.none");
    const auto overdue = static_cast<std::uint64_t>(
        std::ranges::count_if(decisions, [](const DecisionShown& one) { return one.overdue && one.state == DecisionState::active; }));
    writer.paragraph(writer.line("decisions.sum", {writer.figure_or("decisions.active", count_in(decisions, DecisionState::active)),
                                                   writer.figure_or("decisions.overdue", overdue),
                                                   writer.figure_or("decisions.carried_out", count_in(decisions, DecisionState::carried_out)),
                                                   writer.figure_or("decisions.superseded", count_in(decisions, DecisionState::superseded)),
                                                   writer.figure_or("decisions.lapsed", count_in(decisions, DecisionState::lapsed))}));
    std::vector<const DecisionShown*> arising;
    std::vector<const DecisionShown*> others;
    for (const DecisionShown& one : decisions) {
        (one.state == DecisionState::active || one.state == DecisionState::proposed ? arising : others).push_back(&one);
    }
    if (!arising.empty()) write_decision_table(writer, arising, writer.say("decisions.arising"));
    if (!others.empty()) write_decision_table(writer, others, writer.say("decisions.caption"));
}

}  // namespace ponte::dossier
