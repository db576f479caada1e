// A paper as one web page (see html.h). Written straight into a string: nothing is read back, and the
// order of the blocks is the order of the page.
#include "adapters/html/html.h"

#include "adapters/html/chart_svg.h"
#include "adapters/html/sheet.h"
#include "adapters/paper/plot.h"
#include "adapters/paper/text.h"
#include "adapters/paper/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace ponte::html {
namespace {

using paper::escaped;

// Drawn and not typed, so that no font decides how large a mark is.
std::string_view shape_of(paper::Tone tone) {
    switch (tone) {
        case paper::Tone::neutral: return "";
        case paper::Tone::good: return "<circle cx=\"5\" cy=\"5\" r=\"4\"/>";
        case paper::Tone::ahead: return "<path d=\"M5 1 9.5 9H.5z\"/>";
        case paper::Tone::warning: return "<path d=\"M5 .2 9.8 5 5 9.8.2 5z\"/>";
        case paper::Tone::bad: return "<path d=\"M1 1H9V9H1z\"/>";
        case paper::Tone::missing: return "<circle class=\"hollow\" cx=\"5\" cy=\"5\" r=\"3.6\"/>";
    }
    std::unreachable();
}

struct Writer {
    const paper::Paper& paper;
    std::string out;
    std::set<std::string> ids;  // Of figures and anchors: the first who asks gets the name itself.
    std::size_t heading_number = 0;
    std::vector<std::string> anchors;  // Of each heading in order; empty where it has none.
    int level_before = 1;
    int tables = 0;
    int charts = 0;

    template <class... Parts>
    void put(fmt::format_string<Parts...> pattern, Parts&&... parts) {
        fmt::format_to(std::back_inserter(out), pattern, std::forward<Parts>(parts)...);
    }

    void badge(paper::Badge kind) {
        if (kind == paper::Badge::none) return;
        put("<span class=\"badge\">{}</span>", escaped(badge_word(kind, paper)));
    }

    void run(const paper::Run& run, bool in_tile = false) {
        const bool other = !run.language.empty() && run.language != paper.language;
        const bool inside = paper::link_is_inside(run.link);
        const bool linked = inside || paper::link_is_outside(run.link);
        if (linked) put("<a href=\"{}\"{}>", escaped(run.link), inside ? "" : " rel=\"external noopener noreferrer\"");
        std::string classes = run.quiet ? "quiet" : "";
        if (!run.figure.empty()) classes += classes.empty() ? "figure" : " figure";
        else if (in_tile) classes = "figure";
        std::string attributes;
        if (!classes.empty()) attributes += fmt::format(" class=\"{}\"", classes);
        if (other) attributes += fmt::format(" lang=\"{}\"", escaped(run.language));
        if (!run.figure.empty()) {
            if (ids.insert(run.figure).second) attributes += fmt::format(" id=\"{}\"", escaped(run.figure));
            attributes += fmt::format(" data-figure=\"{}\"", escaped(run.figure));
        }
        if (!attributes.empty()) put("<span{}>", attributes);
        const bool changed = run.revision.change != Change::same;
        const std::string_view element = run.revision.change == Change::added ? "ins" : "del";
        if (changed) {
            put("<{} datetime=\"{}\" title=\"{}, {}\">", element, paper::iso_time(run.revision.at), escaped(run.revision.author),
                paper::iso_time(run.revision.at).substr(0, 10));
        }
        if (run.strong && run.figure.empty()) out += "<strong>";
        if (run.code) out += "<code>";
        out += escaped(marked(run));
        if (run.code) out += "</code>";
        if (run.strong && run.figure.empty()) out += "</strong>";
        if (changed) put("</{}>", element);
        if (!attributes.empty()) out += "</span>";
        if (linked) out += "</a>";
    }

    void line(const paper::Line& line, bool badge_first = false) {
        for (const paper::Run& one : line) {
            if (badge_first) badge(one.badge);
            run(one);
            if (!badge_first) badge(one.badge);
        }
    }

    void mark(paper::Tone tone) {
        if (tone == paper::Tone::neutral) return;
        put("<svg class=\"mark {}\" viewBox=\"0 0 10 10\" aria-hidden=\"true\" focusable=\"false\">{}</svg>", name_of(tone),
            shape_of(tone));
    }

    void operator()(const paper::Heading& heading) {
        // The paper's title is h1; a level is never skipped, whatever was asked.
        const int level = std::clamp(heading.level + 1, 2, std::min(5, level_before + 1));
        level_before = level;
        const std::string& anchor = anchors[heading_number++];
        put("<h{}", level);
        if (!anchor.empty()) put(" id=\"{}\"", escaped(anchor));
        out += '>';
        line(heading.line);
        put("</h{}>\n", level);
    }
    void operator()(const paper::Paragraph& paragraph) {
        out += paragraph.lead ? "<p class=\"lead\">" : "<p>";
        line(paragraph.line);
        out += "</p>\n";
    }
    void operator()(const paper::List& list) {
        if (list.items.empty()) return;
        out += list.numbered ? "<ol>\n" : "<ul>\n";
        for (const paper::Line& item : list.items) {
            out += "<li>";
            line(item);
            out += "</li>\n";
        }
        out += list.numbered ? "</ol>\n" : "</ul>\n";
    }
    void operator()(const paper::Table& table) {
        if (table.heads.empty()) return;
        const int number = ++tables;
        put("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"paper-table{}\"><table>\n", number);
        put("<caption id=\"paper-table{}\">{}</caption>\n", number, escaped(table.caption));
        if (table.widths.size() == table.heads.size()) {
            out += "<colgroup>";
            for (const int width : table.widths) put("<col style=\"width:{}%\"/>", width);
            out += "</colgroup>\n";
        }
        out += "<thead><tr>";
        for (std::size_t i = 0; i < table.heads.size(); ++i) {
            const bool number_column = !table.rows.empty() && i < table.rows[0].size() && table.rows[0][i].number;
            put("<th scope=\"col\"{}>{}</th>", number_column ? " class=\"number\"" : "", escaped(table.heads[i]));
        }
        out += "</tr></thead>\n<tbody>\n";
        for (const std::vector<paper::Cell>& row : table.rows) {
            out += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i) {
                out += i == 0 ? "<th scope=\"row\"" : "<td";
                out += row[i].number ? " class=\"number\">" : ">";
                mark(row[i].tone);
                line(row[i].line, row[i].number);
                out += i == 0 ? "</th>" : "</td>";
            }
            out += "</tr>\n";
        }
        out += "</tbody></table></div>\n";
    }
    void operator()(const paper::Chart& chart) {
        put("<figure><figcaption>{}</figcaption>\n", escaped(chart.caption));
        out += chart_svg(chart, paper.language, ++charts);
        out += "</figure>\n";
        (*this)(numbers_of(chart, paper.language));
    }
    void operator()(const paper::Note& note) {
        put("<div class=\"note {}\" role=\"note\">\n<p class=\"title\">", name_of(note.tone));
        mark(note.tone);
        put("{}</p>\n", escaped(note.title));
        for (const paper::Line& one : note.lines) {
            out += "<p>";
            line(one);
            out += "</p>\n";
        }
        out += "</div>\n";
    }
    void operator()(const paper::Tiles& tiles) {
        out += "<ul class=\"tiles\">\n";
        for (const paper::Tile& tile : tiles.tiles) {
            out += "<li>";
            run(tile.figure, true);
            out += "<span class=\"label\">";
            mark(tile.tone);
            put("{}</span>", escaped(tile.label));
            badge(tile.figure.badge);
            out += "</li>\n";
        }
        out += "</ul>\n";
    }
    void operator()(const paper::Contents& contents) {
        put("<nav class=\"contents\" aria-labelledby=\"paper-contents\"><h2 id=\"paper-contents\">{}</h2>\n<ol>\n", escaped(contents.title));
        std::size_t number = 0;
        for (const paper::Block& block : paper.blocks) {
            const auto* heading = std::get_if<paper::Heading>(&block);
            if (heading == nullptr) continue;
            const std::string& anchor = anchors[number++];
            if (heading->level > 2 || anchor.empty()) continue;
            put("<li{}><a href=\"#{}\">{}</a></li>\n", heading->level == 2 ? " class=\"second\"" : "", escaped(anchor),
                escaped(plain(heading->line)));
        }
        out += "</ol></nav>\n";
    }
    void operator()(const paper::PageBreak&) { out += "<div class=\"break\"></div>\n"; }

    // Anchors are given before anything is written, since the contents come before the headings.
    void name_headings() {
        ids = {"paper-text", "paper-contents"};
        for (const paper::Block& block : paper.blocks) {
            const auto* heading = std::get_if<paper::Heading>(&block);
            if (heading == nullptr) continue;
            const bool fresh = !heading->anchor.empty() && ids.insert(heading->anchor).second;
            anchors.push_back(fresh ? heading->anchor : std::string());
        }
    }
};

}  // namespace

std::string render(const paper::Paper& paper) {
    Writer writer{paper, {}, {}, 0, {}, 1, 0, 0};
    writer.name_headings();
    const std::string language = escaped(paper.language.empty() ? "en" : paper.language);
    writer.put("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n", language);
    writer.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    writer.put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
    writer.put("<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"author\" content=\"{}\"/>\n", escaped(paper.author));
    writer.put("<meta name=\"dcterms.created\" content=\"{}\"/>\n", paper::iso_time(paper.created_at));
    writer.put("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n", escaped(paper.title), sheet());
    writer.put("<a class=\"skip sans\" href=\"#paper-text\">{}</a>\n<div class=\"page\">\n<header>\n", paper::tongue(paper.language).skip);
    for (const std::string& one : paper.masthead) writer.put("<p class=\"masthead\">{}</p>\n", escaped(one));
    writer.out += "<h1>";
    if (paper.title_line.empty()) {
        writer.out += escaped(paper.title);
    } else {
        writer.line(paper.title_line);
    }
    writer.out += "</h1>\n";
    if (!paper.subtitle.empty()) writer.put("<p class=\"subtitle\">{}</p>\n", escaped(paper.subtitle));
    writer.put("</header>\n<main id=\"paper-text\">\n");
    for (const paper::Block& block : paper.blocks) std::visit(writer, block);
    writer.put("</main>\n<footer class=\"sans\">{}</footer>\n</div>\n</body>\n</html>\n", escaped(paper.footer));
    return std::move(writer.out);
}

}  // namespace ponte::html
