// What stands behind the chapters: the meetings, what comes next, how to check, every figure.
#include "adapters/dossier/writer.h"

#include <algorithm>

namespace ponte::dossier {

using conference::IndicatorShown;
using conference::MeasureShown;
using conference::SessionShown;
using paper::Cell;
using paper::Line;
using paper::Run;
using paper::Table;
using paper::Tone;

std::string session_date(Writer& writer, const SessionShown& session) {
    if (session.on) return writer.date(*session.on);
    return writer.say("sessions.range", {writer.date(session.not_before), writer.date(session.not_after)});
}

Cell session_place(Writer& writer, const SessionShown& session) {
    const std::string key = "session.form." + session.form;
    const std::string form = writer.words.has(key) ? writer.say(key) : session.form;
    // Where a meeting by video was held is the link itself.
    const bool both = !session.place.empty() && !form.empty() && session.form != "video";
    if (session.place.empty() && form.empty()) return {{writer.quiet(writer.say("not_stated"))}};
    if (both) return {{writer.text(session.place + " · " + form)}};
    return {{writer.text(form.empty() ? session.place : form)}};
}

namespace {

void write_years(Writer& writer) {
    if (writer.answer.years.empty()) return;
    Table table{.caption = writer.say("years.caption"),
                .heads = {writer.say("years.year"), writer.say("years.held"), writer.say("years.duty"), writer.say("years.sessions")},
                .widths = {18, 24, 32, 26}};
    for (const conference::YearShown& year : writer.answer.years) {
        const std::string id = "sessions." + std::to_string(year.year);
        std::vector<std::string> numbers;
        for (const std::uint16_t number : year.sessions) numbers.push_back(std::to_string(number));
        Run duty = writer.figure_or(id + ".duty", 0);
        duty.text = writer.class_word("year", year.state);
        table.rows.push_back({{{writer.text(std::to_string(year.year))}},
                              {{writer.figure_or(id + ".held", year.sessions.size())}, Tone::neutral, true},
                              {{duty}, tone_of(year.state)},
                              {{writer.text(numbers.empty() ? writer.say("dash") : writer.joined(numbers))}}});
    }
    writer.add(std::move(table));
}

struct Step {
    Date day;
    Line line;
};

void add_points(Writer& writer, const MeasureShown& measure, std::vector<Step>& steps) {
    for (const IndicatorShown& one : measure.indicators) {
        const auto point = std::ranges::find_if(one.trajectory, [&](const auto& each) { return each.date > writer.answer.as_at; });
        if (point == one.trajectory.end()) continue;
        Run expected = Writer::badge_of(writer.text(number_text(writer.language(), point->value)), one.trajectory_badge);
        steps.push_back({point->date, writer.line("next.point", {writer.strong(writer.date(point->date)), writer.text(std::to_string(measure.number)),
                                                                 writer.name(one.names, one.indicator.value), expected})});
    }
}

void add_meeting(Writer& writer, std::vector<Step>& steps) {
    if (writer.answer.years.empty()) return;
    const conference::YearShown& last = writer.answer.years.back();
    const bool due = last.state == "due";
    const auto day = Date::from_ymd(last.year + (due ? 0 : 1), 12, 31);
    if (!day) return;
    steps.push_back({*day, writer.line(due ? "next.meeting_due" : "next.meeting_met", {writer.strong(writer.date(*day))})});
}

Line command(Writer& writer, std::string_view text) { return {writer.code(text)}; }

void write_position(Writer& writer) {
    const conference::DossierAnswer& answer = writer.answer;
    Table table{.caption = writer.say("check.position"), .heads = {writer.say("check.item"), writer.say("check.value")}, .widths = {26, 74}};
    const auto row = [&](std::string_view key, Run value) { table.rows.push_back({{{writer.text(writer.say(key))}}, {{std::move(value)}}}); };
    row("check.origin", writer.code(writer.occasion.origin));
    row("check.entries", writer.text(writer.number(writer.occasion.position)));
    row("check.root", writer.code(writer.occasion.root.to_text()));
    row("check.frozen", writer.occasion.frozen ? writer.text(writer.entry(*writer.occasion.frozen)) : writer.text(writer.say("masthead.draft")));
    row("check.file", writer.code(answer.file.to_text()));
    row("check.release", writer.code(writer.occasion.release));
    writer.add(std::move(table));
}

}  // namespace

void write_sessions(Writer& writer) {
    writer.heading(1, "sessions.title", "sessions");
    if (writer.answer.sessions.empty()) {
        writer.sentence("sessions.none");
    } else {
        Table table{.caption = writer.say("sessions.caption"),
                    .heads = {writer.say("sessions.number"), writer.say("sessions.date"), writer.say("sessions.place"), writer.say("sessions.principals"),
                              writer.say("observations.source"), writer.say("observations.entry")},
                    .widths = {7, 21, 18, 25, 20, 9}};
        for (const SessionShown& session : writer.answer.sessions) {
            Line source{Writer::badge_of(writer.source(session.source_url, ""), session.badge)};
            table.rows.push_back({{{writer.text(std::to_string(session.number))}, Tone::neutral, true},
                                  {{writer.text(session_date(writer, session))}},
                                  session_place(writer, session),
                                  {{session.principals.empty() ? writer.quiet(writer.say("not_stated")) : writer.text(session.principals)}},
                                  {std::move(source)},
                                  {{writer.text(std::to_string(session.entry))}, Tone::neutral, true}});
        }
        writer.add(std::move(table));
    }
    write_years(writer);
}

void write_next(Writer& writer) {
    writer.heading(1, "next.title", "next");
    std::vector<Step> steps;
    for (const MeasureShown& measure : writer.answer.measures) {
        for (const conference::MilestoneShown& one : measure.milestones) {
            if (one.reached) continue;
            steps.push_back({one.due, writer.line(one.overdue ? "next.overdue" : "next.milestone",
                                                  {writer.strong(writer.date(one.due)), writer.text(std::to_string(measure.number)),
                                                   Writer::badge_of(writer.name(one.names, one.milestone.value), one.badge)})});
        }
        add_points(writer, measure, steps);
    }
    add_meeting(writer, steps);
    if (steps.empty()) return writer.sentence("next.none");
    std::ranges::stable_sort(steps, {}, &Step::day);
    paper::List list;
    for (Step& step : steps) list.items.push_back(std::move(step.line));
    writer.add(std::move(list));
}

void write_check(Writer& writer) {
    writer.heading(1, "check.title", "check");
    const auto sentence = [&](std::string_view key) { return Line{writer.text(writer.say(key))}; };
    writer.add(paper::Note{Tone::good, writer.say("check.shows_title"),
                           {sentence("check.shows_rows"), sentence("check.shows_figures"), sentence("check.shows_complete")}});
    writer.add(paper::Note{Tone::warning, writer.say("check.shows_not"), {sentence("check.not_true"), sentence("check.not_hidden")}});
    Table levels{.caption = writer.say("check.levels"), .heads = {writer.say("check.level"), writer.say("check.what")}, .widths = {22, 78}};
    for (const std::string level : {"public", "other", "auditor"}) {
        levels.rows.push_back({{sentence("check." + level)}, {sentence("check." + level + "_what")}});
    }
    writer.add(std::move(levels));
    writer.heading(2, "check.commands", "commands");
    writer.add(paper::List{{command(writer, "./ponte verify dossier.bundle"), command(writer, "./ponte verify --journal JOURNAL dossier.bundle")}});
    writer.paragraph(writer.line("check.page", {writer.code("verifier/verify.html")}));
    write_position(writer);
}

void write_annex(Writer& writer) {
    writer.add(paper::PageBreak{});
    writer.heading(1, "annex.title", "annex");
    if (writer.answer.figures.empty()) return writer.sentence("annex.none");
    writer.sentence("annex.intro");
    Table table{.caption = writer.say("annex.caption"),
                .heads = {writer.say("annex.id"), writer.say("annex.value"), writer.say("annex.period"), writer.say("annex.rule"), writer.say("annex.entries")},
                .widths = {34, 18, 16, 14, 18}};
    for (const conference::Figure& figure : writer.answer.figures) {
        const bool any = !figure.value.empty();
        Run value{.text = any ? figure.value : writer.say("dash"), .figure = figure.id, .badge = any ? badge_named(figure.badge) : paper::Badge::none};
        table.rows.push_back({{{writer.code(figure.id)}},
                              {{value}, Tone::neutral, true},
                              {{writer.text(figure.period.empty() ? writer.say("dash") : figure.period)}},
                              {{writer.code(figure.rule)}},
                              {{writer.text(writer.entries(figure.entries, 12))}}});
    }
    writer.add(std::move(table));
}

}  // namespace ponte::dossier
