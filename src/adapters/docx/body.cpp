// The main part of a Word file (see body.h). Elements stand in the order that the schema of
// ECMA-376 part 1 gives them: Word refuses a file where they don't.
#include "adapters/docx/body.h"

#include "adapters/paper/chart_cairo.h"
#include "adapters/paper/columns.h"
#include "adapters/paper/plot.h"
#include "adapters/paper/text.h"
#include "adapters/paper/words.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace ponte::docx {
namespace {

using Node = pugi::xml_node;

constexpr int page_twips = 9266;  // Between the margins of A4.

Node child(Node parent, const char* name) { return parent.append_child(name); }

Node valued(Node parent, const char* name, std::string_view value) {
    Node node = parent.append_child(name);
    node.append_attribute("w:val").set_value(std::string(value).c_str());
    return node;
}

void attribute(Node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(std::string(value).c_str());
}
void attribute(Node node, const char* name, int value) { node.append_attribute(name).set_value(value); }

struct Writer {
    const paper::Paper& paper;
    Body out;
    Node place;                         // Where the next block goes.
    int bookmarks = 0;
    int revisions = 0;                  // Tracked changes: each has a number of its own.
    std::set<std::string> names{};      // Of bookmarks.
    std::vector<std::string> headings{};  // The bookmark of each heading, in order.
    std::map<std::string, std::string> anchors{};  // Anchor to bookmark.
    std::map<std::string, std::string> links{};    // Address to relation.
    std::size_t heading_number = 0;
    bool break_before = false;
    std::optional<Fault> fault{};

    Node paragraph(const char* style) {
        Node p = child(place, "w:p");
        Node properties = child(p, "w:pPr");
        if (style != nullptr) valued(properties, "w:pStyle", style);
        if (break_before) {
            child(properties, "w:pageBreakBefore");
            break_before = false;
        }
        return p;
    }

    int open_bookmark(Node p, const std::string& name) {
        Node start = child(p, "w:bookmarkStart");
        attribute(start, "w:id", ++bookmarks);
        attribute(start, "w:name", name);
        return bookmarks;
    }
    static void close_bookmark(Node p, int id) { attribute(child(p, "w:bookmarkEnd"), "w:id", id); }

    static void text(Node r, const std::string& words, const char* element = "w:t") {
        Node t = child(r, element);
        attribute(t, "xml:space", "preserve");
        t.text().set(words.c_str());
    }

    // Fonts and language of words that are not in the paper's own language.
    void speak(Node properties, const paper::Language& language, bool fonts, bool tell) const {
        const paper::Tongue& tongue = paper::tongue(language);
        if (fonts && tongue.chinese) {
            Node face = child(properties, "w:rFonts");
            // Quotes and dashes are of both scripts; the hint says which shape is meant.
            attribute(face, "w:hint", "eastAsia");
            if (language != paper.language) attribute(face, "w:eastAsia", tongue.word_sans);
        }
        if (tell && language != paper.language) {
            Node lang = child(properties, "w:lang");
            if (!tongue.chinese) attribute(lang, "w:val", tongue.word_tag);
            else attribute(lang, "w:eastAsia", tongue.word_tag);
        }
    }

    Node plain_run(Node p, const std::string& words, const char* style = nullptr) {
        Node r = child(p, "w:r");
        Node properties = child(r, "w:rPr");
        if (style != nullptr) valued(properties, "w:rStyle", style);
        speak(properties, paper.language, true, false);
        text(r, paper::clean(words));
        return r;
    }

    void badge(Node p, paper::Badge kind) {
        const std::string word = badge_word(kind, paper);
        if (word.empty()) return;
        valued(plain_run(p, "\u00A0" + word + "\u00A0", "Badge").child("w:rPr"), "w:color", "565D66");
    }

    // The element that a run goes into: the paragraph, or a hyperlink in it.
    Node holder(Node p, const std::string& link) {
        if (paper::link_is_inside(link)) {
            const auto found = anchors.find(link.substr(1));
            if (found == anchors.end()) return p;
            Node hyperlink = child(p, "w:hyperlink");
            attribute(hyperlink, "w:anchor", found->second);
            attribute(hyperlink, "w:history", "1");
            return hyperlink;
        }
        if (!paper::link_is_outside(link)) return p;
        std::string& id = links[link];
        if (id.empty()) {
            id = fmt::format("rId{}", out.relations.size() + 1);
            out.relations.push_back({id, "hyperlink", link, true});
        }
        Node hyperlink = child(p, "w:hyperlink");
        attribute(hyperlink, "r:id", id);
        attribute(hyperlink, "w:history", "1");
        return hyperlink;
    }

    // The element of a tracked change, in a paragraph or in a paragraph's properties.
    Node revised(Node where, const paper::Revision& revision) {
        Node element = child(where, revision.change == Change::added ? "w:ins" : "w:del");
        attribute(element, "w:id", ++revisions);
        attribute(element, "w:author", paper::clean(revision.author));
        attribute(element, "w:date", paper::iso_time(revision.at));
        return element;
    }

    // The end of the paragraph itself is added or removed, so that accepting the change leaves no empty line.
    void revised_paragraph(Node p, const paper::Revision& revision) {
        if (revision.change != Change::same) revised(child(p.child("w:pPr"), "w:rPr"), revision);
    }

    static bool holder_is_link(Node where) {
        return std::string_view(where.name()) == "w:hyperlink" || std::string_view(where.parent().name()) == "w:hyperlink";
    }

    void run(Node p, const paper::Run& one) {
        const bool removed = one.revision.change == Change::removed;
        // A link or a bookmark of what is gone would be one too many.
        Node where = removed ? p : holder(p, one.link);
        if (one.revision.change != Change::same) where = revised(where, one.revision);
        const bool figure = !one.figure.empty() && !removed;
        const bool linked = !removed && holder_is_link(where);
        const int id = figure ? open_bookmark(where, paper::fresh_name("fig_" + one.figure, 40, names)) : 0;
        Node r = child(where, "w:r");
        Node properties = child(r, "w:rPr");
        const char* style = figure ? "Figure" : linked ? "Hyperlink" : one.code ? "Code" : one.quiet ? "Quiet" : nullptr;
        if (style != nullptr) valued(properties, "w:rStyle", style);
        speak(properties, language_of(one, paper), !one.code, false);
        if (one.strong && !figure) {
            child(properties, "w:b");
            child(properties, "w:bCs");
        }
        if (one.quiet && style != nullptr && std::string_view(style) != "Quiet") valued(properties, "w:color", "565D66");
        speak(properties, language_of(one, paper), false, true);
        text(r, paper::clean(one.text), removed ? "w:delText" : "w:t");
        if (figure) close_bookmark(where, id);
    }

    void line(Node p, const paper::Line& runs, bool badge_first = false) {
        for (const paper::Run& one : runs) {
            const bool badged = !badge_word(one.badge, paper).empty();
            if (badged && badge_first) {
                badge(p, one.badge);
                plain_run(p, " ");
            }
            run(p, one);
            if (badged && !badge_first) {
                plain_run(p, "\u00A0");
                badge(p, one.badge);
            }
        }
    }

    void mark(Node p, paper::Tone tone) {
        if (tone == paper::Tone::neutral) return;
        const bool red = tone == paper::Tone::warning || tone == paper::Tone::bad;
        const bool missing = tone == paper::Tone::missing;
        Node r = plain_run(p, std::string(mark_of(tone)) + "\u00A0", red ? "MarkRed" : missing ? "Quiet" : "MarkBlue");
        // Said twice: inside tables some programs let the table's style win over the character's.
        valued(r.child("w:rPr"), "w:color", red ? "C8402B" : missing ? "565D66" : "1F4E8C");
    }

    void words(const char* style, const std::string& said) {
        if (!said.empty()) plain_run(paragraph(style), said);
    }

    void operator()(const paper::Heading& heading) {
        constexpr const char* styles[] = {"Heading1", "Heading2", "Heading3", "Heading4"};
        Node p = paragraph(styles[std::clamp(heading.level, 1, 4) - 1]);
        revised_paragraph(p, heading.revision);
        const int id = open_bookmark(p, headings[heading_number++]);
        line(p, heading.line);
        close_bookmark(p, id);
    }
    void operator()(const paper::Paragraph& one) {
        Node p = paragraph(one.lead ? "Lead" : nullptr);
        revised_paragraph(p, one.revision);
        line(p, one.line);
    }
    void operator()(const paper::List& list) {
        if (list.numbered && !list.items.empty()) ++out.numbered_lists;
        for (const paper::Line& item : list.items) {
            Node p = paragraph("ListParagraph");
            Node numbering = child(p.child("w:pPr"), "w:numPr");
            valued(numbering, "w:ilvl", "0");
            valued(numbering, "w:numId", std::to_string(list.numbered ? out.numbered_lists + 1 : 1));
            line(p, item);
        }
    }

    // A table's frame: properties and grid.
    Node table_of(const char* style, const std::vector<int>& widths, const std::string& caption) {
        Node table = child(place, "w:tbl");
        Node properties = child(table, "w:tblPr");
        if (style != nullptr) valued(properties, "w:tblStyle", style);
        Node width = child(properties, "w:tblW");
        attribute(width, "w:w", page_twips);
        attribute(width, "w:type", "dxa");
        attribute(child(properties, "w:tblLayout"), "w:type", "fixed");
        if (style == nullptr) {
            Node margins = child(properties, "w:tblCellMar");
            for (const auto& [side, twips] : {std::pair{"w:left", 0}, {"w:right", 180}}) {
                Node margin = child(margins, side);
                attribute(margin, "w:w", twips);
                attribute(margin, "w:type", "dxa");
            }
        }
        Node look = child(properties, "w:tblLook");
        attribute(look, "w:val", "0020");
        attribute(look, "w:firstRow", "1");
        if (!caption.empty()) valued(properties, "w:tblCaption", paper::clean(caption));
        Node grid = child(table, "w:tblGrid");
        for (const int one : widths) attribute(child(grid, "w:gridCol"), "w:w", one);
        return table;
    }
    static Node cell_of(Node row, int width) {
        Node cell = child(row, "w:tc");
        Node size = child(child(cell, "w:tcPr"), "w:tcW");
        attribute(size, "w:w", width);
        attribute(size, "w:type", "dxa");
        return cell;
    }
    static void border(Node cell, const char* side, const char* size, const char* colour) {
        Node edge = child(child(cell.child("w:tcPr"), "w:tcBorders"), side);
        attribute(edge, "w:val", "single");
        attribute(edge, "w:sz", size);
        attribute(edge, "w:space", "0");
        attribute(edge, "w:color", colour);
    }
    void gap() {
        Node p = paragraph(nullptr);
        Node spacing = child(p.child("w:pPr"), "w:spacing");
        attribute(spacing, "w:before", "0");
        attribute(spacing, "w:after", "0");
        attribute(spacing, "w:line", "240");
        attribute(spacing, "w:lineRule", "exact");
    }

    void operator()(const paper::Table& table) {
        if (table.heads.empty()) return;
        words("Caption", table.caption.empty() ? std::string(" ") : table.caption);
        std::vector<int> widths;
        for (const double share : column_shares(table, paper, 54)) widths.push_back(static_cast<int>(share * page_twips));
        Node holder = place;
        Node frame = table_of("PaperTable", widths, table.caption);
        Node head = child(frame, "w:tr");
        Node properties = child(head, "w:trPr");
        child(properties, "w:cantSplit");
        child(properties, "w:tblHeader");
        for (std::size_t i = 0; i < table.heads.size(); ++i) {
            Node cell = cell_of(head, widths[i]);
            border(cell, "w:bottom", "8", "1B1F24");
            valued(cell.child("w:tcPr"), "w:vAlign", "bottom");
            place = cell;
            Node p = paragraph("TableHead");
            const bool number = !table.rows.empty() && i < table.rows[0].size() && table.rows[0][i].number;
            if (number) valued(p.child("w:pPr"), "w:jc", "right");
            plain_run(p, table.heads[i]);
        }
        for (const std::vector<paper::Cell>& cells : table.rows) {
            Node row = child(frame, "w:tr");
            child(child(row, "w:trPr"), "w:cantSplit");
            for (std::size_t i = 0; i < table.heads.size(); ++i) {
                place = cell_of(row, widths[i]);
                Node p = paragraph("TableText");
                if (i >= cells.size()) continue;
                if (cells[i].number) valued(p.child("w:pPr"), "w:jc", "right");
                mark(p, cells[i].tone);
                line(p, cells[i].line, cells[i].number);
            }
        }
        place = holder;
        gap();
    }

    void operator()(const paper::Chart& chart) {
        constexpr int width = 463;
        constexpr int height = 156;
        words("Caption", chart.caption);
        Attempt<Bytes> png = paper::chart_png(chart, paper.language, width, height, 8, 3);
        if (!png) {
            fault = png.error();
            return;
        }
        const std::size_t number = out.pictures.size() + 1;
        const std::string name = fmt::format("media/chart{}.png", number);
        const std::string relation = fmt::format("rId{}", out.relations.size() + 1);
        out.relations.push_back({relation, "image", name, false});
        out.pictures.push_back({name, *std::move(png)});
        const std::string extent = fmt::format("cx=\"{}\" cy=\"{}\"", width * 12700, height * 12700);
        const std::string drawing = fmt::format(
            "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent {0}/><wp:docPr id=\"{1}\" "
            "name=\"chart{1}\" descr=\"{2}\"/><a:graphic><a:graphicData "
            "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{1}\" "
            "name=\"chart{1}.png\" descr=\"{2}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{3}\"/>"
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {0}/></a:xfrm>"
            "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>",
            extent, number, paper::escaped(paper::spoken(chart, paper.language)), relation);
        Node r = child(paragraph("Picture"), "w:r");
        r.append_buffer(drawing.data(), drawing.size());
        (*this)(numbers_of(chart, paper.language));
    }

    void operator()(const paper::Note& note) {
        const char* colour = note.tone == paper::Tone::warning || note.tone == paper::Tone::bad ? "C8402B"
                             : note.tone == paper::Tone::good || note.tone == paper::Tone::ahead ? "1F4E8C"
                                                                                               : "565D66";
        const auto framed = [&](const char* style) {
            Node p = paragraph(style);
            Node properties = p.child("w:pPr");
            Node edge = child(child(properties, "w:pBdr"), "w:left");
            attribute(edge, "w:val", "single");
            attribute(edge, "w:sz", "24");
            attribute(edge, "w:space", "12");
            attribute(edge, "w:color", colour);
            Node shade = valued(properties, "w:shd", "clear");
            attribute(shade, "w:color", "auto");
            attribute(shade, "w:fill", "F5F7F9");
            attribute(child(properties, "w:ind"), "w:left", 300);
            return p;
        };
        Node title = framed("NoteTitle");
        mark(title, note.tone);
        plain_run(title, note.title);
        for (const paper::Line& one : note.lines) line(framed("NoteText"), one);
    }

    void operator()(const paper::Tiles& tiles) {
        if (tiles.tiles.empty()) return;
        const int width = page_twips / static_cast<int>(tiles.tiles.size());
        gap();
        Node holder = place;
        Node frame = table_of(nullptr, std::vector<int>(tiles.tiles.size(), width), "");
        Node row = child(frame, "w:tr");
        child(child(row, "w:trPr"), "w:cantSplit");
        for (const paper::Tile& tile : tiles.tiles) {
            place = cell_of(row, width);
            border(place, "w:top", "12", "1B1F24");
            paper::Run figure = tile.figure;
            figure.badge = paper::Badge::none;
            run(paragraph("TileNumber"), figure);
            Node label = paragraph("TileLabel");
            mark(label, tile.tone);
            plain_run(label, tile.label);
            if (tile.figure.badge != paper::Badge::none) badge(paragraph("TileLabel"), tile.figure.badge);
        }
        place = holder;
        gap();
    }

    static void field(Node p, const char* kind, const char* instruction = nullptr) {
        attribute(child(child(p, "w:r"), "w:fldChar"), "w:fldCharType", kind);
        if (instruction == nullptr) return;
        Node code = child(child(p, "w:r"), "w:instrText");
        attribute(code, "xml:space", "preserve");
        code.text().set(instruction);
    }

    // A field that Word can update; until then it shows what we fill in. Without page numbers: those
    // only Word knows, and a wrong one is worse than none.
    void operator()(const paper::Contents& contents) {
        words("TOCHeading", contents.title);
        std::size_t number = 0;
        Node last;
        for (const paper::Block& block : paper.blocks) {
            const auto* heading = std::get_if<paper::Heading>(&block);
            if (heading == nullptr) continue;
            const std::string& bookmark = headings[number++];
            if (heading->level > 2) continue;
            Node p = paragraph(heading->level == 2 ? "TOC2" : "TOC1");
            if (!last) {
                field(p, "begin", " TOC \\o \"1-2\" \\n \\h \\z ");
                field(p, "separate");
            }
            Node hyperlink = child(p, "w:hyperlink");
            attribute(hyperlink, "w:anchor", bookmark);
            attribute(hyperlink, "w:history", "1");
            plain_run(hyperlink, plain(heading->line));
            last = p;
        }
        if (last) field(last, "end");
    }

    void operator()(const paper::PageBreak&) { break_before = true; }

    void name_headings() {
        for (const paper::Block& block : paper.blocks) {
            const auto* heading = std::get_if<paper::Heading>(&block);
            if (heading == nullptr) continue;
            headings.push_back(paper::fresh_name("at_" + heading->anchor, 40, names));
            if (!heading->anchor.empty()) anchors.emplace(heading->anchor, headings.back());
        }
    }

    void section() {
        Node section = child(place, "w:sectPr");
        for (const auto& [kind, page, id] : {std::tuple{"w:headerReference", "default", "header"},
                                             {"w:headerReference", "first", "header_first"},
                                             {"w:footerReference", "default", "footer"},
                                             {"w:footerReference", "first", "footer_first"}}) {
            Node reference = child(section, kind);
            attribute(reference, "w:type", page);
            attribute(reference, "r:id", id);
        }
        Node size = child(section, "w:pgSz");
        attribute(size, "w:w", 11906);
        attribute(size, "w:h", 16838);
        Node margins = child(section, "w:pgMar");
        for (const auto& [name, twips] : {std::pair{"w:top", 1560}, {"w:right", 1320}, {"w:bottom", 1560}, {"w:left", 1320},
                                          {"w:header", 720}, {"w:footer", 720}, {"w:gutter", 0}}) {
            attribute(margins, name, twips);
        }
        child(section, "w:titlePg");
    }
};

}  // namespace

Attempt<Body> body(const paper::Paper& paper, std::vector<Relation> relations) {
    pugi::xml_document document;
    Node root = document.append_child("w:document");
    attribute(root, "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    attribute(root, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    attribute(root, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
    attribute(root, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
    attribute(root, "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");
    Writer writer{paper, {{}, std::move(relations), {}, 0}, child(root, "w:body")};
    writer.name_headings();
    for (const std::string& one : paper.masthead) writer.words("Masthead", one);
    if (paper.title_line.empty()) {
        writer.words("Title", paper.title);
    } else {
        writer.line(writer.paragraph("Title"), paper.title_line);
    }
    writer.words("Subtitle", paper.subtitle);
    for (const paper::Block& block : paper.blocks) std::visit(writer, block);
    if (writer.fault) return std::unexpected(*writer.fault);
    writer.section();
    std::ostringstream text;
    document.save(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    writer.out.xml = std::move(text).str();
    return std::move(writer.out);
}

}  // namespace ponte::docx
