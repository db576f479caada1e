// What stands before the chapters: what is real, how many of what, the table of all measures.
#include "adapters/dossier/writer.h"

#include <array>

namespace ponte::dossier {

using conference::IndicatorShown;
using conference::MeasureShown;
using paper::Cell;
using paper::Line;
using paper::Note;
using paper::Run;
using paper::Tile;
using paper::Tiles;
using paper::Tone;

namespace {

constexpr std::array<std::string_view, 7> statuses{"done", "ahead", "on_course", "behind", "contradictory", "no_evidence", "no_target"};

std::uint64_t indicators_at(const std::vector<IndicatorShown>& indicators, std::string_view status) {
    std::uint64_t count = 0;
    for (const IndicatorShown& one : indicators) count += one.status == status ? 1U : 0U;
    return count;
}

}  // namespace

Run count_at(Writer& writer, std::string_view status) {
    std::uint64_t count = 0;
    for (const MeasureShown& measure : writer.answer.measures) count += indicators_at(measure.indicators, status);
    return writer.figure_or("summary." + std::string(status), count);
}

Run count_of_measures(Writer& writer) { return writer.figure_or("plan.measures", writer.answer.measures.size()); }

Run count_of_duties(Writer& writer) {
    std::uint64_t duties = 0;
    for (const MeasureShown& measure : writer.answer.measures) duties += measure.texts.empty() ? 0 : measure.texts.front().parts.size();
    return writer.figure_or("plan.duties", duties);
}

namespace {

void write_remarks(Writer& writer) {
    const conference::DossierAnswer& answer = writer.answer;
    if (writer.occasion.demonstration) {
        const std::string published = writer.say("badge.published");
        writer.add(Note{Tone::warning, writer.say("demo.title"),
                        {{writer.text(writer.say("demo.unreal"))},
                         {writer.text(writer.say("demo.real", {published}))},
                         {writer.text(writer.say("demo.marked", {writer.say("badge.illustration"), writer.say("badge.simulated")}))}}});
    }
    if (answer.measures.empty()) {
        writer.add(Note{Tone::missing, writer.say("empty.title"), {{writer.text(writer.say("empty.text", {answer.plan.value}))}}});
    } else if (answer.plan_status == "reference") {
        writer.add(Note{Tone::neutral, writer.say("reference.title"),
                        {writer.line("reference.text", {answer.source.empty() ? writer.text(writer.say("reference.no_source"))
                                                                              : writer.source(answer.source, "")})}});
    }
}

}  // namespace

Line lead_bodies(Writer& writer, const MeasureShown& measure) {
    Line line;
    for (const conference::BodyShown& body : measure.bodies) {
        if (body.role != "lead") continue;
        if (!line.empty()) line.push_back(writer.text(writer.say("between")));
        line.push_back(writer.body(body.body.value));
    }
    if (line.empty()) line.push_back(writer.quiet(writer.say("glance.unassigned")));
    return line;
}

std::string indicators_in_words(Writer& writer, const std::vector<IndicatorShown>& indicators) {
    std::vector<std::string> parts;
    for (const std::string_view status : statuses) {
        const std::uint64_t count = indicators_at(indicators, status);
        if (count != 0) parts.push_back(writer.say("count_of", {writer.class_word("status", status), writer.number(count)}));
    }
    return parts.empty() ? writer.say("glance.no_indicator") : writer.joined(parts);
}

// One thing only, the gravest: what is late, then what disagrees, then what is behind, then what is bare.
Cell most_pressing(Writer& writer, const MeasureShown& measure) {
    const auto said = [&](std::string_view key, std::uint64_t count, Tone tone) {
        return Cell{{writer.text(writer.say(key, {writer.number(count)}))}, tone};
    };
    std::uint64_t overdue = 0;
    for (const conference::MilestoneShown& milestone : measure.milestones) overdue += milestone.overdue ? 1U : 0U;
    if (overdue != 0) return said("press.overdue", overdue, Tone::bad);
    if (const auto count = indicators_at(measure.indicators, "contradictory")) return said("press.contradictory", count, Tone::warning);
    if (const auto count = indicators_at(measure.indicators, "behind")) return said("press.behind", count, Tone::bad);
    const std::size_t duties = measure.texts.empty() ? 0 : measure.texts.front().parts.size();
    const std::size_t bare = measure.duties_without_evidence.size();
    if (bare != 0 && bare >= duties) return {{writer.text(writer.say("press.nothing"))}, Tone::missing};
    if (bare != 0) return said("press.duties", bare, Tone::missing);
    return {{writer.quiet(writer.say("press.none"))}};
}

void write_front(Writer& writer) {
    write_remarks(writer);
    if (!writer.answer.measures.empty()) {
        std::vector<Run> counts{count_of_measures(writer), count_of_duties(writer)};
        for (const std::string_view status : statuses) counts.push_back(count_at(writer, status));
        // The tiles below carry ids and badges, so that the sentence stays readable.
        std::vector<Run> bare;
        for (const Run& run : counts) bare.push_back(writer.text(run.text));
        writer.add(paper::Paragraph{writer.line("lead", bare), true});
        // Two rows of four: the measures, and the seven ways an indicator can stand.
        Tiles rows[2];
        rows[0].tiles.push_back({counts[0], writer.say("tile.measures")});
        for (std::size_t i = 0; i < statuses.size(); ++i) {
            rows[i < 3 ? 0 : 1].tiles.push_back({counts[i + 2], writer.class_word("status", statuses[i]), tone_of(statuses[i])});
        }
        writer.add(std::move(rows[0]));
        writer.add(std::move(rows[1]));
    }
    writer.add(paper::Contents{writer.say("contents")});
}

void write_glance(Writer& writer) {
    if (writer.answer.measures.empty()) return;
    writer.heading(1, "glance.title", "glance");
    paper::Table table{.caption = writer.say("glance.caption"),
                       .heads = {writer.say("glance.number"), writer.say("glance.text"), writer.say("glance.lead"), writer.say("glance.actions"),
                                 writer.say("glance.indicators"), writer.say("glance.pressing")},
                       .widths = {8, 32, 19, 8, 17, 16}};
    for (const MeasureShown& measure : writer.answer.measures) {
        Run number = writer.text(std::to_string(measure.number));
        number.link = "#" + anchor_of(measure.number);
        const Run text = short_text(writer, measure, 30, 90);
        table.rows.push_back({{{number}, Tone::neutral, true},
                              {{text}},
                              {lead_bodies(writer, measure)},
                              {{writer.figure_or(anchor_of(measure.number) + ".actions", measure.actions.size())}, Tone::neutral, true},
                              {{writer.text(indicators_in_words(writer, measure.indicators))}},
                              most_pressing(writer, measure)});
    }
    writer.add(std::move(table));
}

}  // namespace ponte::dossier
