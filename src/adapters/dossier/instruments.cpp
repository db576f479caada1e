#include "adapters/dossier/writer.h"

#include <array>
#include <string>
#include <string_view>

namespace ponte::dossier {

using paper::Cell;
using paper::Table;
using paper::Tone;

// The accords desk counts them from the papers recorded; a journal without instruments has no such chapter.
void write_instruments(Writer& writer) {
    constexpr std::array<std::string_view, 5> groups{"judicial", "double_taxation", "intelligence", "visa_waivers", "city_ties"};
    if (!writer.has_figure("instruments.judicial.in_force")) return;
    writer.heading(1, "instruments.title", "instruments");
    writer.sentence("instruments.rule");
    Table table{.caption = writer.say("instruments.caption", {writer.date(writer.answer.as_at)}),
                .heads = {writer.say("instruments.group"), writer.say("instruments.in_force"), writer.say("instruments.under_way")},
                .widths = {60, 20, 20}};
    for (const std::string_view group : groups) {
        const std::string id = "instruments." + std::string(group);
        table.rows.push_back({{{writer.text(writer.say(id))}},
                              {{writer.figure_or(id + ".in_force", 0)}, Tone::neutral, true},
                              {{writer.figure_or(id + ".under_way", 0)}, Tone::neutral, true}});
    }
    writer.add(std::move(table));
}

}  // namespace ponte::dossier
