// The indicators of a measure: one table of where they stand, then each with its curve, its papers and
// what persons said of it, kept apart from what was observed.
#include "adapters/dossier/writer.h"

#include <algorithm>

namespace ponte::dossier {

using conference::IndicatorShown;
using conference::MeasureShown;
using conference::ObservationShown;
using paper::Cell;
using paper::ChartPoint;
using paper::Line;
using paper::Run;
using paper::Table;
using paper::Tone;

namespace {

Line figure_with_period(Writer& writer, const conference::Figure& figure) {
    Line line{writer.figure(figure)};
    if (!figure.period.empty()) line.push_back(writer.quiet(" " + period_text(writer.words, figure.period)));
    return line;
}

void write_table(Writer& writer, const MeasureShown& measure) {
    Table table{.caption = writer.say("indicators.caption", {std::to_string(measure.number)}),
                .heads = {writer.say("indicators.name"), writer.say("indicators.now"), writer.say("indicators.before"),
                          writer.say("indicators.expected"), writer.say("indicators.status")},
                .widths = {28, 20, 20, 16, 16}};
    for (const IndicatorShown& one : measure.indicators) {
        Run name = writer.name(one.names, one.indicator.value);
        name.link = "#" + one.indicator.value;
        Line named{name};
        if (!one.units.empty()) {
            named.push_back(writer.quiet(" · "));
            named.push_back(writer.name(one.units, ""));
            named.back().quiet = true;
        }
        table.rows.push_back({{std::move(named)},
                              {figure_with_period(writer, one.now), Tone::neutral, true},
                              {figure_with_period(writer, one.before), Tone::neutral, true},
                              {{writer.figure(one.expected)}, Tone::neutral, true},
                              {{writer.figure(one.status_figure)}, tone_of(one.status)}});
    }
    writer.add(std::move(table));
}

// What of a period's name says how long it is: years beside quarters would draw a saw.
std::pair<std::size_t, char> length_of(std::string_view period) { return {period.size(), period.size() == 7 ? period[5] : '-'}; }

// Days on which papers disagree are left out: the table under the chart shows both.
std::vector<ChartPoint> observed_points(const IndicatorShown& one) {
    std::vector<ChartPoint> points;
    const auto add = [&](Date day, std::string_view value) {
        if (const auto number = Decimal::from_text(value)) points.push_back({day.day, *number});
    };
    if (one.fold != "latest") {  // Of sums and counts only the figures of the years are comparable with what was expected.
        for (const conference::Figure* figure : {&one.before, &one.now}) {
            if (const auto period = Period::from_text(figure->period)) add(period->to, figure->value);
        }
        if (points.size() == 2 && points[1].day <= points[0].day) points.erase(points.begin());
        return points;
    }
    const auto charted = [&](const ObservationShown& row) {
        const bool speaks = !row.withdrawn && row.verdict != "refused";
        return speaks && (one.kind != "flow" || length_of(row.period) == length_of(one.now.period));
    };
    const std::size_t from = one.observations.size() > observations_max ? one.observations.size() - observations_max : 0;
    for (std::size_t i = from; i < one.observations.size();) {
        std::size_t end = i;
        const ObservationShown* first = nullptr;
        bool agree = true;
        for (; end < one.observations.size() && one.observations[end].period_end == one.observations[i].period_end; ++end) {
            if (!charted(one.observations[end])) continue;
            if (first == nullptr) first = &one.observations[end];
            agree = agree && first->value == one.observations[end].value;
        }
        if (first != nullptr && agree) add(first->period_end, first->value);
        i = end;
    }
    return points;
}

void write_chart(Writer& writer, const IndicatorShown& one) {
    if (one.trajectory.empty() || one.observations.empty()) return;
    paper::Chart chart{.caption = writer.say("chart.caption", {writer.name(one.names, one.indicator.value).text}),
                       .unit = one.units.empty() ? "" : writer.name(one.units, "").text,
                       .observed = observed_points(one),
                       .observed_name = writer.say("chart.observed"),
                       .expected_name = writer.say("chart.expected"),
                       .as_at = writer.answer.as_at.day,
                       .as_at_name = writer.say("chart.as_at")};
    for (const conference::PointShown& point : one.trajectory) {
        const auto value = Decimal::from_text(point.value);
        if (value && (chart.expected.empty() || chart.expected.back().day < point.date.day)) chart.expected.push_back({point.date.day, *value});
    }
    // Where all papers disagree there is nothing to draw; the table below shows them.
    if (!chart.expected.empty() && !chart.observed.empty()) writer.add(std::move(chart));
}

Run said_by(Writer& writer, const conference::SaidShown& said) {
    Run body = said.body.empty() ? writer.text("") : writer.body(said.body);
    body.text = said.by + (body.text.empty() ? "" : " (" + body.text + ")");
    return body;
}

void write_said(Writer& writer, const IndicatorShown& one) {
    std::vector<Line> lines;
    for (const auto& said : one.overrides) {
        lines.push_back(writer.line("said.override", {writer.strong(writer.class_word("status", said.value)), said_by(writer, said),
                                                      writer.text(writer.entry(said.entry)), writer.text(said.reason)}));
        lines.push_back(writer.line("said.override_beside", {writer.text(writer.class_word("status", one.status))}));
    }
    for (const auto& said : one.forecasts) {
        lines.push_back(writer.line("said.forecast", {writer.text(period_text(writer.words, said.for_date)),
                                                      writer.strong(number_text(writer.language(), said.value)), said_by(writer, said),
                                                      writer.text(writer.entry(said.entry)), writer.text(said.reason)}));
    }
    for (const auto& said : one.judgements) {
        lines.push_back(writer.line("said.judgement", {writer.strong(writer.class_word("status", said.value)), said_by(writer, said),
                                                       writer.text(writer.entry(said.entry)), writer.text(said.reason)}));
    }
    if (!lines.empty()) writer.add(paper::Note{Tone::neutral, writer.say("said.title"), std::move(lines)});
}

Cell verdict_of(Writer& writer, const ObservationShown& row) {
    if (row.withdrawn) return {{writer.text(writer.say("observations.withdrawn", {row.withdrawn_reason}))}, Tone::missing};
    Line line{row.verdict.empty() ? writer.quiet(writer.say("verdict.none")) : writer.text(writer.class_word("verdict", row.verdict))};
    const auto aside = [&](Run run) {
        line.push_back(writer.quiet(" · "));
        line.push_back(std::move(run));
    };
    if (!row.verdict_by.empty()) aside(writer.body(row.verdict_by));
    if (!row.verdict_reason.empty()) aside(writer.quiet(row.verdict_reason));
    if (row.asserted) aside(writer.quiet(writer.say("observations.asserted")));
    if (row.counts) aside(writer.strong(writer.say("observations.counts")));
    return {std::move(line), row.verdict == "accepted" ? Tone::good : row.verdict == "refused" ? Tone::bad
                             : row.verdict == "questioned" ? Tone::warning : Tone::neutral};
}

void write_observations(Writer& writer, const IndicatorShown& one) {
    if (one.observations.empty()) return writer.sentence("observations.none");
    Table table{.caption = writer.say("observations.caption", {writer.name(one.names, one.indicator.value).text}),
                .heads = {writer.say("observations.period"), writer.say("observations.published"), writer.say("observations.value"),
                          writer.say("observations.source"), writer.say("observations.entry"), writer.say("observations.verdict")},
                .widths = {16, 15, 16, 22, 8, 23}};
    const std::size_t from = one.observations.size() > observations_max ? one.observations.size() - observations_max : 0;
    for (std::size_t i = from; i < one.observations.size(); ++i) {
        const ObservationShown& row = one.observations[i];
        Line value{Writer::badge_of(writer.text(number_text(writer.language(), row.value)), row.badge)};
        Line source{writer.source(row.source_url, row.source_title)};
        if (row.stage != "published") source.push_back(writer.quiet(" · " + writer.class_word("stage", row.stage)));
        table.rows.push_back({{{writer.text(period_text(writer.words, row.period))}},
                              {{writer.text(row.as_published)}},
                              {std::move(value), Tone::neutral, true},
                              {std::move(source)},
                              {{writer.text(std::to_string(row.entry))}, Tone::neutral, true},
                              verdict_of(writer, row)});
    }
    if (from != 0) writer.paragraph({writer.text(writer.say("observations.more", {writer.number(observations_max), writer.number(from)}))});
    writer.add(std::move(table));
    writer.paragraph({writer.quiet(writer.say("accepted.sum", {writer.number(one.papers), writer.number(one.accepted)}))});
}

void write_quality(Writer& writer, const IndicatorShown& one) {
    if (one.trajectory.empty()) return;
    Table table{.caption = writer.say("quality.caption", {writer.name(one.names, one.indicator.value).text}),
                .heads = {writer.say("quality.statement"), writer.say("quality.answer")},
                .widths = {24, 76}};
    const auto row = [&](std::string_view key, const std::string& statement) {
        table.rows.push_back({{{writer.text(writer.say(key))}},
                              {{statement.empty() ? writer.quiet(writer.say("not_stated")) : writer.text(statement)}}});
    };
    row("quality.verified", one.statements.verified);
    row("quality.source", one.statements.source);
    row("quality.accuracy", one.statements.accuracy);
    row("quality.limits", one.statements.limits);
    row("quality.compensated", one.statements.compensated);
    writer.add(std::move(table));
}

}  // namespace

void write_indicators(Writer& writer, const MeasureShown& measure) {
    writer.heading(3, "indicators.title", anchor_of(measure.number) + "-indicators");
    if (measure.indicators.empty()) return writer.sentence("indicators.none");
    write_table(writer, measure);
    for (const IndicatorShown& one : measure.indicators) {
        writer.heading(4, Line{writer.name(one.names, one.indicator.value)}, one.indicator.value);
        Line kept{writer.quiet(writer.say("indicator.kept", {writer.class_word("kind", one.kind), writer.class_word("fold", one.fold),
                                                             std::to_string(one.entry), std::to_string(one.version)}))};
        if (!one.now.entries.empty()) {
            kept.push_back(writer.quiet(writer.is_chinese() ? "" : " "));
            kept.push_back(writer.quiet(writer.say("indicator.rests", {writer.entries(one.now.entries, 12)})));
        }
        writer.paragraph(std::move(kept));
        write_chart(writer, one);
        write_said(writer, one);
        write_observations(writer, one);
        write_quality(writer, one);
    }
}

}  // namespace ponte::dossier
