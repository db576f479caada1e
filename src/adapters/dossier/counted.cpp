// What the desks of a measure counted, in the measure's own section: whoever reads of the duty finds its numbers.
#include "adapters/dossier/counted.h"

#include "adapters/dossier/writer.h"

#include <algorithm>
#include <array>

namespace ponte::dossier {

using paper::Table;
using paper::Tone;

namespace {

constexpr std::string_view in_force = "instruments.in_force";
constexpr std::string_view under_way = "instruments.under_way";

constexpr std::array all{CountedFigure{7, "instruments.judicial.in_force", "instruments.judicial", in_force},
                         CountedFigure{7, "instruments.judicial.under_way", "instruments.judicial", under_way},
                         CountedFigure{9, "origin.certificates_issued", "", ""},
                         CountedFigure{9, "origin.certificates_used", "", ""},
                         CountedFigure{9, "origin.certificates_cancelled", "", ""},
                         CountedFigure{9, "origin.exporters_registered", "", ""},
                         CountedFigure{9, "origin.products_registered", "", ""},
                         CountedFigure{9, "origin.changes_requested", "", ""},
                         CountedFigure{9, "origin.changes_accepted", "", ""},
                         CountedFigure{9, "origin.changes_declined", "", ""},
                         CountedFigure{9, "origin.suppliers_certified", "", ""},
                         CountedFigure{9, "origin.suppliers_cancelled", "", ""},
                         CountedFigure{11, "instruments.double_taxation.in_force", "instruments.double_taxation", in_force},
                         CountedFigure{11, "instruments.double_taxation.under_way", "instruments.double_taxation", under_way},
                         CountedFigure{11, "training.meetings", "", ""},
                         CountedFigure{11, "training.courses", "", ""},
                         CountedFigure{11, "training.participants", "", ""},
                         CountedFigure{11, "training.jurisdictions", "", ""},
                         CountedFigure{11, "training.certificates", "", ""},
                         CountedFigure{12, "instruments.intelligence.in_force", "instruments.intelligence", in_force},
                         CountedFigure{12, "instruments.intelligence.under_way", "instruments.intelligence", under_way},
                         CountedFigure{14, "instruments.city_ties.in_force", "instruments.city_ties", in_force},
                         CountedFigure{14, "instruments.city_ties.under_way", "instruments.city_ties", under_way},
                         CountedFigure{14, "activities.held", "", ""},
                         CountedFigure{14, "activities.ties", "", ""},
                         CountedFigure{14, "instruments.visa_waivers.in_force", "instruments.visa_waivers", in_force},
                         CountedFigure{14, "instruments.visa_waivers.under_way", "instruments.visa_waivers", under_way}};

}  // namespace

std::span<const CountedFigure> counted_figures() { return all; }

std::string label_of(Words& words, const CountedFigure& figure) {
    if (figure.group.empty()) return std::string(words.say(figure.id));
    return std::string(words.say(figure.group)) + std::string(words.say("colon")) + std::string(words.say(figure.state));
}

void write_counted(Writer& writer, const conference::MeasureShown& measure) {
    Table table{.caption = writer.say("counted.caption", {std::to_string(measure.number)}),
                .heads = {writer.say("counted.name"), writer.say("counted.value"), writer.say("counted.period")},
                .widths = {60, 18, 22}};
    for (const CountedFigure& one : counted_figures()) {
        const conference::Figure* figure = one.measure == measure.number ? writer.figure_of(one.id) : nullptr;
        if (figure == nullptr) continue;
        table.rows.push_back({{{writer.text(label_of(writer.words, one))}},
                              {{writer.figure(*figure)}, Tone::neutral, true},
                              {{writer.text(period_text(writer.words, figure->period))}}});
    }
    if (table.rows.empty()) return;
    writer.heading(3, "counted.title", anchor_of(measure.number) + "-counted");
    writer.add(std::move(table));
    if (measure.number == 9) writer.sentence("origin.rule");
    if (measure.number == 11 && writer.has_figure("training.participants")) writer.sentence("training.rule");
}

}  // namespace ponte::dossier
