// The chapters of the areas: each measure's words, who answers for it, and what was done under each duty.
#include "adapters/dossier/writer.h"

#include <iterator>

namespace ponte::dossier {

using conference::ActionShown;
using conference::MeasureShown;
using paper::Cell;
using paper::Line;
using paper::Run;
using paper::Table;
using paper::Tone;

namespace {

void write_text(Writer& writer, const MeasureShown& measure, const Shown& shown) {
    if (shown.text == nullptr) return;
    if (shown.fell_back) writer.paragraph({writer.quiet(writer.say("text.fallback"))});
    writer.paragraph({writer.in(shown.text->language, shown.text->text)});
    Line remarks;
    const auto remark = [&](std::string_view key) {
        if (!remarks.empty()) remarks.push_back(writer.text(" "));
        remarks.push_back(writer.quiet(writer.say(key)));
    };
    if (shown.text->status == "machine_converted") remark("text.machine");
    // That the plan itself is a reference text is said once, at the front.
    if (shown.text->status == "reference" && shown.text != shown.original) remark("text.reference");
    if (shown.text->stale) remark("text.stale");
    if (!remarks.empty()) writer.paragraph(std::move(remarks));
    if (measure.wordings > 1) writer.paragraph({writer.quiet(writer.say("text.corrected", {std::to_string(measure.wordings)}))});
    writer.paragraph({writer.quiet(writer.say("text.where", {std::to_string(measure.line_from), std::to_string(measure.line_to),
                                                             std::to_string(measure.entry)}))});
}

void write_named(Writer& writer, const MeasureShown& measure, Language of_original) {
    std::vector<Line> lines;
    const auto list = [&](std::string_view key, const std::vector<Run>& runs) {
        if (runs.empty()) return;
        Line line{writer.text(writer.say(key))};
        for (const Run& run : runs) {
            if (line.size() > 1) line.push_back(writer.text(writer.say("between")));
            line.push_back(run);
        }
        lines.push_back(std::move(line));
    };
    std::vector<Run> sets;
    for (const std::string& id : measure.jurisdiction_sets) {
        const auto found = writer.occasion.set_names.find(id);
        sets.push_back(found == writer.occasion.set_names.end() ? writer.code(id) : writer.name(found->second, id));
    }
    std::vector<Run> bodies;
    for (const std::string& named : measure.bodies_named) bodies.push_back(writer.in(of_original, named));
    list("text.sets", sets);
    list("text.bodies", bodies);
    for (const conference::OwedNumber& owed : measure.owed_numbers) {
        lines.push_back(writer.line("text.owed", {writer.in(of_original, owed.text), writer.text(number_text(writer.language(), std::to_string(owed.value)))}));
    }
    if (!lines.empty()) writer.add(paper::List{std::move(lines)});
}

void write_bodies(Writer& writer, const MeasureShown& measure) {
    if (measure.bodies.empty()) return writer.sentence("bodies.none");
    Table table{.caption = writer.say("bodies.caption"),
                .heads = {writer.say("bodies.body"), writer.say("bodies.role"), writer.say("bodies.note")},
                .widths = {48, 17, 35}};
    for (const conference::BodyShown& body : measure.bodies) {
        table.rows.push_back({{{writer.body(body.body.value)}}, {{writer.text(writer.class_word("role", body.role))}}, {{writer.text(body.note)}}});
    }
    writer.add(std::move(table));
}

Line action_line(Writer& writer, const ActionShown& action) {
    Line line{writer.strong(writer.date(action.on)), writer.text(writer.say("colon"))};
    line.push_back(action.texts.empty() ? writer.quiet(writer.say("action.unworded")) : writer.name(action.texts, action.item.value));
    line.back().badge = badge_named(action.badge);
    const auto aside = [&](Run run) {
        line.push_back(writer.quiet(" · "));
        line.push_back(std::move(run));
    };
    // The source may stand in another language than the paper's, so only its kind is said before it.
    aside(writer.source(action.source_url, action.source_title));
    aside(writer.quiet(writer.entry(action.entry)));
    if (!action.body.value.empty()) aside(writer.body(action.body.value));
    if (action.stage != "published") aside(writer.quiet(writer.class_word("stage", action.stage)));
    if (!action.verdict.empty()) aside(writer.quiet(writer.class_word("verdict", action.verdict)));
    return line;
}

void write_actions(Writer& writer, const MeasureShown& measure, std::size_t duty) {
    std::vector<Line> lines;
    for (const ActionShown& action : measure.actions) {
        if (action.duty == duty) lines.push_back(action_line(writer, action));
    }
    if (!lines.empty()) return writer.add(paper::List{std::move(lines)});
    bool observed = false;
    for (const conference::IndicatorShown& one : measure.indicators) observed = observed || (one.duty == duty && !one.observations.empty());
    if (observed) return writer.sentence("duty.indicator_only");
    writer.add(paper::Paragraph{{writer.strong(writer.say("duty.bare"))}});
}

void write_duties(Writer& writer, const MeasureShown& measure, const Shown& shown) {
    const std::size_t duties = shown.original == nullptr ? 0 : shown.original->parts.size();
    bool whole = false;
    for (const ActionShown& action : measure.actions) whole = whole || action.duty == 0 || action.duty > duties;
    for (std::size_t duty = 1; duty <= duties; ++duty) {
        writer.heading(3, Line{writer.text(writer.say("duty", {std::to_string(duty)})), part_of(writer, shown, duty)},
                       anchor_of(measure.number) + "-" + std::to_string(duty));
        write_actions(writer, measure, duty);
    }
    if (!whole) return;
    writer.heading(3, "duty.whole", anchor_of(measure.number) + "-0");
    std::vector<Line> lines;
    for (const ActionShown& action : measure.actions) {
        if (action.duty == 0 || action.duty > duties) lines.push_back(action_line(writer, action));
    }
    writer.add(paper::List{std::move(lines)});
}

}  // namespace

Cell milestone_state(Writer& writer, const conference::MilestoneShown& one) {
    if (one.reached) return {{writer.text(writer.say("milestones.reached", {writer.date(*one.reached)}))}, Tone::good};
    if (one.overdue) return {{writer.text(writer.say("milestones.overdue"))}, Tone::bad};
    return {{writer.text(writer.say("milestones.open"))}};
}

namespace {

void write_milestones(Writer& writer, const MeasureShown& measure) {
    if (measure.milestones.empty()) return;
    writer.heading(3, "milestones.title", anchor_of(measure.number) + "-milestones");
    Table table{.caption = writer.say("milestones.caption", {std::to_string(measure.number)}),
                .heads = {writer.say("milestones.name"), writer.say("milestones.due"), writer.say("milestones.state"), writer.say("observations.badge"),
                          writer.say("observations.entry")},
                .widths = {36, 20, 20, 13, 11}};
    for (const conference::MilestoneShown& one : measure.milestones) {
        table.rows.push_back({{{writer.name(one.names, one.milestone.value)}},
                              {{writer.text(writer.date(one.due))}},
                              milestone_state(writer, one),
                              {{writer.text(writer.class_word("badge", one.badge))}},
                              {{writer.text(std::to_string(one.entry))}, Tone::neutral, true}});
    }
    writer.add(std::move(table));
}

}  // namespace

void write_measure(Writer& writer, const MeasureShown& measure) {
    const Shown shown = shown_of(measure.texts, writer.language());
    Line title{writer.text(writer.say("measure", {std::to_string(measure.number)}))};
    const Run known_by = short_text(writer, measure, 24, 60);
    if (!known_by.text.empty()) {
        title.push_back(writer.text(writer.say("colon")));
        title.push_back(known_by);
    }
    writer.heading(2, std::move(title), anchor_of(measure.number));
    write_text(writer, measure, shown);
    write_named(writer, measure, measure.texts.empty() ? writer.language() : measure.texts.front().language);
    write_bodies(writer, measure);
    write_duties(writer, measure, shown);
    write_indicators(writer, measure);
    write_counted(writer, measure);
    write_milestones(writer, measure);
}

namespace {

// As official plans number their areas: 一、二、三 or I, II, III.
std::string area_number(const Writer& writer, std::uint16_t number) {
    constexpr std::string_view ideographs[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    constexpr std::string_view romans[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
    if (number == 0 || number > std::size(romans)) return std::to_string(number);
    return std::string(writer.is_chinese() ? ideographs[number - 1] : romans[number - 1]);
}

}  // namespace

void write_areas(Writer& writer) {
    const Shown titles = shown_of(writer.answer.titles, writer.language());
    for (std::size_t i = 0; i < writer.answer.areas.size(); ++i) {
        const conference::AreaStated& area = writer.answer.areas[i];
        const std::string number = area_number(writer, area.number);
        // The title of a translation stands at the same place; without one, the plan's own.
        Run title = titles.text != nullptr && i < titles.text->parts.size() ? writer.in(titles.text->language, titles.text->parts[i])
                    : titles.original != nullptr                           ? writer.in(titles.original->language, area.title)
                                                                           : writer.text(area.title);
        writer.heading(1, title.text.empty() ? Line{writer.text(writer.say("area.untitled", {number}))}
                                             : writer.line("area", {writer.text(number), title}),
                       "area-" + std::to_string(area.number));
        bool any = false;
        for (const MeasureShown& measure : writer.answer.measures) {
            if (measure.area != area.number) continue;
            any = true;
            write_measure(writer, measure);
        }
        if (!any) writer.sentence("area.empty");
    }
}

}  // namespace ponte::dossier
