// What is wrong with a paper (see problems.h).
#include "adapters/paper/problems.h"

#include "adapters/paper/text.h"
#include "adapters/paper/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace ponte::paper {
namespace {

struct Reader {
    const Paper& paper;
    std::vector<std::string> found;
    std::set<std::string> anchors;
    std::vector<std::string> targets;
    int level_before = 0;

    void say(std::string sentence) { found.push_back(std::move(sentence)); }

    void read_language(const Language& language) {
        if (tongue(language).tag != language) say(fmt::format("language \"{}\" is not one of the house", language));
    }

    void read(const Revision& revision) {
        if (revision.change != Change::same && revision.author.empty()) say("a change has no author");
    }
    void read(const Run& run) {
        read(run.revision);
        if (!run.language.empty()) read_language(run.language);
        if (run.badge != Badge::none && badge_word(run.badge, paper).empty()) {
            say(fmt::format("\"{}\" wears a badge that has no word", run.text));
        }
        if (run.link.empty()) return;
        if (link_is_inside(run.link)) targets.push_back(run.link.substr(1));
        else if (!link_is_outside(run.link)) say(fmt::format("link \"{}\" leads neither inside nor to the web", run.link));
    }
    void read(const Line& line) {
        for (const Run& run : line) read(run);
    }

    void operator()(const Heading& heading) {
        if (heading.level < 1 || heading.level > 4) say(fmt::format("heading level {} is outside 1..4", heading.level));
        else if (heading.level > level_before + 1) {
            say(fmt::format("heading \"{}\" skips a level", plain(heading.line)));
        }
        level_before = heading.level;
        read(heading.revision);
        if (!heading.anchor.empty() && !anchors.insert(heading.anchor).second) {
            say(fmt::format("anchor \"{}\" stands twice", heading.anchor));
        }
        read(heading.line);
    }
    void operator()(const Paragraph& paragraph) {
        read(paragraph.revision);
        read(paragraph.line);
    }
    void operator()(const List& list) {
        for (const Line& item : list.items) read(item);
    }
    void operator()(const Table& table) {
        if (table.caption.empty()) say("a table has no caption");
        if (table.heads.empty()) say(fmt::format("table \"{}\" has no heads", table.caption));
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (table.rows[i].size() != table.heads.size()) {
                say(fmt::format("table \"{}\", row {}: {} cells under {} heads", table.caption, i + 1,
                                table.rows[i].size(), table.heads.size()));
            }
            for (const Cell& cell : table.rows[i]) read(cell.line);
        }
        if (table.widths.empty()) return;
        const bool positive = std::ranges::all_of(table.widths, [](int width) { return width > 0; });
        if (table.widths.size() != table.heads.size() || !positive ||
            std::accumulate(table.widths.begin(), table.widths.end(), 0) != 100) {
            say(fmt::format("table \"{}\": widths are not one positive share a head, 100 in all", table.caption));
        }
    }
    void operator()(const Chart& chart) {
        if (chart.caption.empty()) say("a chart has no caption");
        if (chart.observed.empty() && chart.expected.empty()) say(fmt::format("chart \"{}\" has no points", chart.caption));
        for (const auto* series : {&chart.observed, &chart.expected}) {
            for (std::size_t i = 1; i < series->size(); ++i) {
                if ((*series)[i].day <= (*series)[i - 1].day) {
                    say(fmt::format("chart \"{}\": days do not rise", chart.caption));
                    break;
                }
            }
        }
    }
    void operator()(const Note& note) {
        for (const Line& line : note.lines) read(line);
    }
    void operator()(const Tiles& tiles) {
        if (tiles.tiles.size() < 2 || tiles.tiles.size() > 6) say(fmt::format("{} tiles in a row of 2..6", tiles.tiles.size()));
        for (const Tile& tile : tiles.tiles) read(tile.figure);
    }
    void operator()(const Contents&) {}
    void operator()(const PageBreak&) {}
};

}  // namespace

std::vector<std::string> problems(const Paper& paper) {
    Reader reader{paper, {}, {}, {}, 0};
    reader.read_language(paper.language);
    if (paper.title.empty()) reader.say("the paper has no title");
    const std::size_t first = paper.page_word.find("{}");
    if (first == std::string::npos || paper.page_word.find("{}", first + 2) == std::string::npos) {
        reader.say("page_word needs {} twice");
    }
    reader.read(paper.title_line);
    for (const Block& block : paper.blocks) std::visit(reader, block);
    for (const std::string& target : reader.targets) {
        if (!reader.anchors.contains(target)) reader.say(fmt::format("link to \"#{}\" leads nowhere", target));
    }
    return reader.found;
}

}  // namespace ponte::paper
