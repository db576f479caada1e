// What needs a decision, before everything else: late, behind, contradictory, bare, changed, not met.
#include "adapters/dossier/writer.h"

namespace ponte::dossier {

using conference::IndicatorShown;
using conference::MeasureShown;
using conference::MilestoneShown;
using paper::Line;
using paper::Table;
using paper::Tone;

namespace {

// Every indicator with its measure, in the order of the plan.
template <class Visit>
void for_each_indicator(Writer& writer, Visit visit) {
    for (const MeasureShown& measure : writer.answer.measures) {
        for (const IndicatorShown& indicator : measure.indicators) visit(measure, indicator);
    }
}

paper::Run linked(Writer& writer, const IndicatorShown& indicator) {
    paper::Run run = writer.name(indicator.names, indicator.indicator.value);
    run.link = "#" + indicator.indicator.value;
    return run;
}

void list_or(Writer& writer, std::vector<Line> lines, std::string_view when_empty) {
    if (lines.empty()) writer.sentence(when_empty);
    else writer.add(paper::List{std::move(lines)});
}

void write_overdue(Writer& writer) {
    writer.heading(2, "attention.overdue", "overdue");
    Table table{.caption = writer.say("milestones.all"),
                .heads = {writer.say("glance.number"), writer.say("milestones.name"), writer.say("milestones.due"), writer.say("observations.badge"),
                          writer.say("observations.entry")},
                .widths = {10, 45, 20, 13, 12}};
    for (const MeasureShown& measure : writer.answer.measures) {
        for (const MilestoneShown& one : measure.milestones) {
            if (!one.overdue) continue;
            table.rows.push_back({{{writer.text(std::to_string(one.measure))}, Tone::neutral, true},
                                  {{writer.name(one.names, one.milestone.value)}},
                                  {{writer.text(writer.date(one.due))}, Tone::bad},
                                  {{writer.text(writer.class_word("badge", one.badge))}},
                                  {{writer.text(std::to_string(one.entry))}, Tone::neutral, true}});
        }
    }
    if (table.rows.empty()) return writer.sentence("attention.no_overdue");
    writer.paragraph(writer.line("attention.overdue_sum", {writer.figure_or("milestones.overdue", table.rows.size())}));
    writer.add(std::move(table));
}

void write_behind(Writer& writer) {
    writer.heading(2, "attention.behind", "behind");
    std::vector<Line> lines;
    for_each_indicator(writer, [&](const MeasureShown& measure, const IndicatorShown& one) {
        if (one.status != "behind") return;
        lines.push_back(writer.line("attention.behind_row", {writer.text(std::to_string(measure.number)), linked(writer, one), writer.figure(one.now),
                                                             writer.figure(one.expected)}));
    });
    list_or(writer, std::move(lines), "attention.no_behind");
}

void write_contradictory(Writer& writer) {
    writer.heading(2, "attention.contradictory", "contradictory");
    bool any = false;
    for_each_indicator(writer, [&](const MeasureShown& measure, const IndicatorShown& one) {
        if (one.status != "contradictory") return;
        if (!any) writer.sentence("attention.contradictory_note");
        any = true;
        Table table{.caption = writer.say("attention.contradictory_caption",
                                          {std::to_string(measure.number), writer.name(one.names, one.indicator.value).text}),
                    .heads = {writer.say("observations.period"), writer.say("observations.value"), writer.say("observations.published"),
                              writer.say("observations.source"), writer.say("observations.entry")},
                    .widths = {20, 18, 22, 28, 12}};
        for (const conference::ObservationShown& row : one.observations) {
            if (!row.counts) continue;
            table.rows.push_back({{{writer.text(period_text(writer.words, row.period))}},
                                  {{Writer::badge_of(writer.text(number_text(writer.language(), row.value)), row.badge)}, Tone::warning, true},
                                  {{writer.text(row.as_published)}},
                                  {{writer.source(row.source_url, row.source_title)}},
                                  {{writer.text(std::to_string(row.entry))}, Tone::neutral, true}});
        }
        writer.add(std::move(table));
    });
    if (!any) writer.sentence("attention.no_contradictory");
}

void write_bare(Writer& writer) {
    writer.heading(2, "attention.no_evidence", "no-evidence");
    std::vector<Line> lines;
    for (const MeasureShown& measure : writer.answer.measures) {
        const Shown shown = shown_of(measure.texts, writer.language());
        const std::string number = std::to_string(measure.number);
        const std::size_t duties = shown.original == nullptr ? 0 : shown.original->parts.size();
        if (duties != 0 && measure.duties_without_evidence.size() >= duties) {
            paper::Run whole = writer.text(writer.say("attention.measure_bare", {number}));
            whole.link = "#" + anchor_of(measure.number);
            lines.push_back({whole});
            continue;
        }
        for (const std::uint16_t duty : measure.duties_without_evidence) {
            lines.push_back({writer.text(writer.say("attention.duty_bare", {number, std::to_string(duty)})), part_of(writer, shown, duty)});
        }
    }
    list_or(writer, std::move(lines), "attention.all_evidenced");
}

void write_changed(Writer& writer) {
    writer.heading(2, "attention.changed", "changed");
    std::vector<Line> lines;
    for_each_indicator(writer, [&](const MeasureShown& measure, const IndicatorShown& one) {
        if (one.changed_since_accepted == 0) return;
        lines.push_back(writer.line("attention.changed_row", {writer.text(std::to_string(measure.number)), linked(writer, one),
                                                              writer.text(writer.number(one.changed_since_accepted))}));
    });
    list_or(writer, std::move(lines), "attention.no_changed");
}

void write_years(Writer& writer) {
    writer.heading(2, "attention.years", "yearly");
    std::vector<Line> lines;
    for (const conference::YearShown& year : writer.answer.years) {
        if (year.state == "met") continue;
        lines.push_back(writer.line("attention.years_row",
                                    {writer.text(std::to_string(year.year)), writer.strong(writer.class_word("year", year.state))}));
    }
    list_or(writer, std::move(lines), writer.answer.years.empty() ? "attention.years_none" : "attention.years_met");
    if (writer.answer.unmet_at_least == 0) return;
    std::string among;
    for (const std::uint16_t year : writer.answer.unmet_among) {
        if (!among.empty()) among += writer.say("comma");
        among += std::to_string(year);
    }
    writer.paragraph({writer.strong(writer.say("attention.unmet", {among, writer.number(writer.answer.unmet_at_least)}))});
}

}  // namespace

void write_attention(Writer& writer) {
    if (writer.answer.measures.empty()) return;
    writer.heading(1, "attention.title", "attention");
    write_overdue(writer);
    write_behind(writer);
    write_contradictory(writer);
    write_bare(writer);
    write_changed(writer);
    write_years(writer);
}

}  // namespace ponte::dossier
