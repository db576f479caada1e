// From blocks to strips, and from strips to pages (see flow.h).
#include "adapters/pdf/flow.h"

#include "adapters/paper/chart_cairo.h"
#include "adapters/paper/columns.h"
#include "adapters/paper/plot.h"
#include "adapters/paper/text.h"
#include "adapters/paper/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace ponte::pdf {
namespace {

void rule(cairo_t* cairo, double x, double y, double width, double thick, Colour colour) {
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
    cairo_set_line_width(cairo, thick);
    cairo_move_to(cairo, x, y);
    cairo_line_to(cairo, x + width, y);
    cairo_stroke(cairo);
}

// A cell of a row, or its part when the row is taller than a page.
struct Slice {
    const Text* text;
    double x;
    paper::Tone tone;
};

struct Builder {
    const paper::Paper& paper;
    const Type& type;
    Flow& out;
    // Chinese wants more air between lines than Latin does.
    bool chinese = paper::tongue(paper.language).chinese;
    Face body{10.5, chinese ? 18.0 : 16.0, false, false, ink};
    Face small{8.5, chinese ? 13.5 : 12.5, true, false, ink};
    std::size_t place_number = 0;

    const Text& keep(Text text) {
        out.texts.push_back(std::move(text));
        return out.texts.back();
    }
    Strip& add(double before, double height) {
        Strip& strip = out.strips.emplace_back();
        strip.before = before;
        strip.height = height;
        return strip;
    }

    // Text in one element. Up to five lines stand together; of more, at least two on each page.
    void stack(const Text& text, double x, double before, const std::string& tag,
               const std::function<void(const Pen&, double)>& decorate = {}) {
        const std::size_t count = text.lines.size();
        const auto part = [&](std::size_t from, std::size_t to, bool whole, double space) -> Strip& {
            Strip& strip = add(space, static_cast<double>(to - from) * text.face.leading);
            strip.draw = [&text, from, to, x, tag, whole, decorate](const Pen& pen, double y) {
                if (from == 0 && decorate) decorate(pen, y);
                if (whole) pen.tags.begin({tag, {}, {}});
                const bool span = !whole && !text.mixed;
                if (span) pen.tags.begin({"Span", {}, {}});
                pdf::draw(pen.cairo, pen.tags, pen.target, text, from, to, x, y);
                if (span) pen.tags.end();
                if (whole) pen.tags.end();
            };
            return strip;
        };
        if (count <= 5) {
            part(0, count, true, before);
            return;
        }
        part(0, 2, false, before).opens.push_back(tag);
        for (std::size_t i = 2; i + 2 < count; ++i) part(i, i + 1, false, 0);
        part(count - 2, count, false, 0).closes = 1;
    }

    void cover() {
        for (const std::string& line : paper.masthead) {
            stack(keep(type.set(line, {9, 15, true, false, quiet}, text_width)), margin, 0, "P");
        }
        const Text& title = keep(type.set(paper.title_line.empty() ? paper::Line{{.text = paper.title}} : paper.title_line, {26, 34, false, true, ink}, text_width));
        stack(title, margin, paper.masthead.empty() ? 0 : 30, "P");
        if (!paper.subtitle.empty()) {
            stack(keep(type.set(paper.subtitle, {13, 21, false, false, quiet}, text_width)), margin, 6, "P");
        }
        Strip& line = add(18, 6);
        line.draw = [](const Pen& pen, double y) { rule(pen.cairo, margin, y, text_width, 0.6, ink); };
    }

    void operator()(const paper::Heading& heading) {
        const int level = std::clamp(heading.level, 1, 4);
        const Face faces[] = {{18, 25, false, true, ink}, {13, 19.5, false, true, ink}, {11, 16.5, true, true, ink},
                              {9.5, 15, true, true, quiet}};
        const double spaces[] = {36, 24, 18, 15};
        const auto index = static_cast<std::size_t>(level - 1);
        const Text& text = keep(type.set(heading.line, faces[index], text_width));
        const Place& place = out.places[place_number++];
        out.places[place_number - 1].strip = out.strips.size();
        Strip& strip = add(spaces[index], text.height + 6);
        strip.keep_next = true;
        strip.draw = [&text, tag = fmt::format("H{}", level), destination = place.destination](const Pen& pen, double y) {
            pen.tags.begin({CAIRO_TAG_DEST, {}, {}}, fmt::format("name='{}' x={:.2f} y={:.2f}", destination, margin, y - 12));
            pen.tags.end();
            pen.tags.begin({tag, {}, {}});
            pdf::draw(pen.cairo, pen.tags, pen.target, text, 0, text.lines.size(), margin, y);
            pen.tags.end();
        };
    }

    void operator()(const paper::Paragraph& paragraph) {
        const Face lead{13.5, chinese ? 22.5 : 20.0, false, false, ink};
        const Text& text = keep(type.set(paragraph.line, paragraph.lead ? lead : body, text_width));
        stack(text, margin, paragraph.lead ? 18 : 6, "P");
    }

    void operator()(const paper::List& list) {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const Text& text = keep(type.set(list.items[i], body, text_width - 18));
            std::function<void(const Pen&, double)> decorate;
            if (list.numbered) {
                const Text& number = keep(type.set(std::to_string(i + 1) + ".", body, 18));
                decorate = [&number](const Pen& pen, double y) {
                    pdf::draw(pen.cairo, pen.tags, pen.target, number, 0, 1, margin, y);
                };
            } else {
                const double middle = body.leading / 2;
                decorate = [middle](const Pen& pen, double y) {
                    cairo_set_source_rgb(pen.cairo, ink.red, ink.green, ink.blue);
                    cairo_new_path(pen.cairo);
                    cairo_arc(pen.cairo, margin + 6, y + middle, 1.5, 0, 6.2832);
                    cairo_fill(pen.cairo);
                };
            }
            const std::size_t first = out.strips.size();
            stack(text, margin + 18, i == 0 ? 6 : 3, "LI", decorate);
            if (i == 0) out.strips[first].opens.insert(out.strips[first].opens.begin(), "L");
        }
        if (!list.items.empty()) ++out.strips.back().closes;
    }

    struct Column {
        double x;
        double width;
        bool number;
    };

    std::vector<Column> columns_of(const paper::Table& table) const {
        constexpr double gap = 12;
        const std::size_t count = table.heads.size();
        const double room = text_width - gap * static_cast<double>(count - 1);
        std::vector<Column> columns;
        double x = margin;
        for (std::size_t i = 0; const double share : column_shares(table, paper, room / small.size + 1.4 * static_cast<double>(count))) {
            const bool number = !table.rows.empty() && i < table.rows[0].size() && table.rows[0][i].number;
            columns.push_back({x, room * share, number});
            x += room * share + gap;
            ++i;
        }
        return columns;
    }

    int head_of(const paper::Table& table, const std::vector<Column>& columns) {
        std::vector<Slice> cells;
        double height = 0;
        const Face face{small.size, small.leading, true, true, quiet};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Text& text = keep(type.set(table.heads[i], face, columns[i].width, columns[i].number ? Align::right : Align::left));
            cells.push_back({&text, columns[i].x, paper::Tone::neutral});
            height = std::max(height, text.height);
        }
        out.heads.push_back({height + 7, [cells, height](const Pen& pen, double y) {
                                 pen.tags.begin({"TR", {}, {}});
                                 for (const Slice& cell : cells) {
                                     pen.tags.begin({"TH", {}, {}});
                                     pdf::draw(pen.cairo, pen.tags, pen.target, *cell.text, 0, cell.text->lines.size(), cell.x,
                                               y + height - cell.text->height);
                                     pen.tags.end();
                                 }
                                 pen.tags.end();
                                 rule(pen.cairo, margin, y + height + 4, text_width, 0.9, ink);
                             }});
        return static_cast<int>(out.heads.size()) - 1;
    }

    void row_of(const std::vector<paper::Cell>& row, const std::vector<Column>& columns, int head) {
        std::vector<Slice> cells;
        std::size_t lines = 1;
        const double mark = small.size;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            static const paper::Cell empty;
            const paper::Cell& cell = i < row.size() ? row[i] : empty;
            const double inset = cell.tone == paper::Tone::neutral ? 0 : mark;
            const Text& text = keep(type.set(cell.line, small, std::max(12.0, columns[i].width - inset),
                                             cell.number ? Align::right : Align::left, cell.number));
            cells.push_back({&text, columns[i].x + inset, cell.tone});
            lines = std::max(lines, text.lines.size());
        }
        // A row stays whole unless it would not fit on half a page.
        constexpr std::size_t lines_most = 24;
        for (std::size_t from = 0; from < lines; from += lines_most) {
            const std::size_t to = std::min(lines, from + lines_most);
            const bool last = to == lines;
            Strip& strip = add(0, static_cast<double>(to - from) * small.leading + (last ? 7 : 0));
            strip.head = head;
            strip.draw = [cells, from, to, last, mark, size = small.size](const Pen& pen, double y) {
                pen.tags.begin({"TR", {}, {}});
                for (const Slice& cell : cells) {
                    pen.tags.begin({"TD", {}, {}});
                    if (from == 0) draw_mark(pen.cairo, cell.tone, cell.x - mark, y + 3 + cell.text->lines[0].baseline, size);
                    if (from < cell.text->lines.size()) {
                        pdf::draw(pen.cairo, pen.tags, pen.target, *cell.text, from, to, cell.x, y + 3);
                    }
                    pen.tags.end();
                }
                pen.tags.end();
                const double bottom = y + 6.5 + static_cast<double>(to - from) * cells[0].text->face.leading;
                if (last) rule(pen.cairo, margin, bottom, text_width, 0.4, line_grey);
            };
        }
    }

    void operator()(const paper::Table& table) {
        if (table.heads.empty()) return;
        const std::vector<Column> columns = columns_of(table);
        const Face caption_face{9, 15, true, true, ink};
        const Text& caption = keep(type.set(table.caption, caption_face, text_width));
        Strip& title = add(15, caption.height + 3);
        title.keep_next = true;
        title.opens.push_back("Table");
        title.draw = [&caption](const Pen& pen, double y) {
            pen.tags.begin({"Caption", {}, {}});
            pdf::draw(pen.cairo, pen.tags, pen.target, caption, 0, caption.lines.size(), margin, y);
            pen.tags.end();
        };
        const int head = head_of(table, columns);
        Strip& first = add(0, out.heads.back().height);
        first.keep_next = !table.rows.empty();
        first.draw = out.heads.back().draw;
        const std::size_t start = out.strips.size();
        for (const std::vector<paper::Cell>& row : table.rows) row_of(row, columns, head);
        const std::size_t end = out.strips.size();
        // Neither the first nor the last row stands alone.
        if (end - start >= 2) {
            out.strips[start].keep_next = true;
            out.strips[end - 2].keep_next = true;
        }
        if (end - start <= 3) {
            for (std::size_t i = start; i + 1 < end; ++i) out.strips[i].keep_next = true;
        }
        out.strips.back().closes = 1;
        add(0, 9);
    }

    void operator()(const paper::Chart& chart) {
        constexpr double height = 156;
        const Text& caption = keep(type.set(chart.caption, {9, 15, true, true, ink}, text_width));
        Strip& strip = add(15, caption.height + 6 + height);
        strip.keep_next = true;
        strip.draw = [this_paper = &paper, &chart, &caption](const Pen& pen, double y) {
            pen.tags.begin({"P", {}, {}});
            pdf::draw(pen.cairo, pen.tags, pen.target, caption, 0, caption.lines.size(), margin, y);
            pen.tags.end();
            pen.tags.begin({"Figure", {}, paper::spoken(chart, this_paper->language)});
            cairo_save(pen.cairo);
            cairo_translate(pen.cairo, margin, y + caption.height + 6);
            paper::draw_chart(pen.cairo, chart, this_paper->language, text_width, height, 8);
            cairo_restore(pen.cairo);
            pen.tags.end();
        };
        out_numbers(chart);
    }

    void out_numbers(const paper::Chart& chart) { (*this)(numbers_of(chart, paper.language)); }

    void operator()(const paper::Note& note) {
        const double width = text_width - 36;
        struct Part {
            const Text* text;
            double before;
        };
        std::vector<Part> parts;
        const double inset = note.tone == paper::Tone::neutral ? 0 : 15;
        parts.push_back({&keep(type.set(note.title, {10, 16, true, true, ink}, width - inset)), 9});
        for (const paper::Line& line : note.lines) parts.push_back({&keep(type.set(line, body, width)), 3});
        const Colour bar = note.tone == paper::Tone::warning || note.tone == paper::Tone::bad ? red
                           : note.tone == paper::Tone::good || note.tone == paper::Tone::ahead ? blue
                                                                                              : quiet;
        add(0, 12);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Text& text = *parts[i].text;
            const bool last = i + 1 == parts.size();
            // A line of a note that fills pages is cut like a paragraph would be.
            constexpr std::size_t lines_most = 30;
            for (std::size_t from = 0; from < text.lines.size(); from += lines_most) {
                const std::size_t to = std::min(text.lines.size(), from + lines_most);
                const double above = from == 0 ? parts[i].before : 0;
                const double below = last && to == text.lines.size() ? 9 : 0;
                const double height = above + static_cast<double>(to - from) * text.face.leading + below;
                Strip& strip = add(0, height);
                strip.keep_next = !last && parts.size() < 12;
                if (i == 0 && from == 0) strip.opens.push_back("Note");
                if (below > 0) strip.closes = 1;
                const bool marked = i == 0 && from == 0;
                strip.draw = [&text, from, to, above, height, bar, marked, inset, tone = note.tone](const Pen& pen, double y) {
                    cairo_set_source_rgb(pen.cairo, tint.red, tint.green, tint.blue);
                    cairo_rectangle(pen.cairo, margin, y, text_width, height);
                    cairo_fill(pen.cairo);
                    cairo_set_source_rgb(pen.cairo, bar.red, bar.green, bar.blue);
                    cairo_rectangle(pen.cairo, margin, y, 3, height);
                    cairo_fill(pen.cairo);
                    if (marked) draw_mark(pen.cairo, tone, margin + 18, y + above + text.lines[0].baseline, text.face.size);
                    pen.tags.begin({"P", {}, {}});
                    pdf::draw(pen.cairo, pen.tags, pen.target, text, from, to, margin + 18 + (marked ? inset : 0), y + above);
                    pen.tags.end();
                };
            }
        }
        add(0, 12);
    }

    void operator()(const paper::Tiles& tiles) {
        if (tiles.tiles.empty()) return;
        const auto count = static_cast<double>(tiles.tiles.size());
        constexpr double gap = 18;
        const double width = (text_width - gap * (count - 1)) / count;
        struct Set {
            const Text* number;
            const Text* label;
            const Text* badge;
            paper::Tone tone;
        };
        std::vector<Set> sets;
        double height = 0;
        for (const paper::Tile& tile : tiles.tiles) {
            paper::Run number = tile.figure;
            number.badge = paper::Badge::none;
            paper::Run word;
            word.badge = tile.figure.badge;
            const double inset = tile.tone == paper::Tone::neutral ? 0 : 11;
            const double size = tile.figure.text.size() > 8 ? 17 : 25;
            Set set{&keep(type.set(paper::Line{number}, {size, 32, true, true, ink}, width)),
                    &keep(type.set(tile.label, {9, 14, true, false, ink}, width - inset)),
                    &keep(type.set(paper::Line{word}, {10, 16, true, false, ink}, width, Align::left, true)), tile.tone};
            height = std::max(height, 6 + set.number->height + set.label->height + (word.badge == paper::Badge::none ? 0 : 20));
            sets.push_back(set);
        }
        Strip& strip = add(24, height + 6);
        strip.draw = [sets, width](const Pen& pen, double y) {
            pen.tags.begin({"L", {}, {}});
            for (std::size_t i = 0; i < sets.size(); ++i) {
                const Set& set = sets[i];
                const double x = margin + static_cast<double>(i) * (width + gap);
                const double below = y + 6 + set.number->height;
                const double inset = set.tone == paper::Tone::neutral ? 0 : 11;
                rule(pen.cairo, x, y, width, 1.2, ink);
                draw_mark(pen.cairo, set.tone, x, below + set.label->lines[0].baseline, 9);
                pen.tags.begin({"LI", {}, {}});
                const auto part = [&](const Text& text, double at_x, double at_y) {
                    if (!text.mixed) pen.tags.begin({"Span", {}, {}});
                    pdf::draw(pen.cairo, pen.tags, pen.target, text, 0, text.lines.size(), at_x, at_y);
                    if (!text.mixed) pen.tags.end();
                };
                part(*set.number, x, y + 6);
                part(*set.label, x + inset, below);
                if (!set.badge->stretches.empty()) part(*set.badge, x + 2, below + set.label->height + 4);
                pen.tags.end();
            }
            pen.tags.end();
        };
    }

    void operator()(const paper::Contents& contents) {
        const Text& title = keep(type.set(contents.title, {13, 19.5, false, true, ink}, text_width));
        Strip& head = add(30, title.height + 6);
        head.keep_next = true;
        head.draw = [&title](const Pen& pen, double y) {
            pen.tags.begin({"P", {}, {}});
            pdf::draw(pen.cairo, pen.tags, pen.target, title, 0, title.lines.size(), margin, y);
            pen.tags.end();
        };
        const std::size_t first = out.strips.size();
        for (const Place& place : out.places) {
            if (place.level > 2) continue;
            const bool second = place.level == 2;
            const double inset = second ? 18 : 0;
            const Face face{second ? 9.5 : 10.5, second ? 15.0 : 18.0, false, false, second ? quiet : ink};
            const Text& words = keep(type.set(place.words, face, text_width - inset - 48));
            Strip& strip = add(second ? 0 : 3, words.height);
            strip.draw = [this_flow = &out, this_type = &type, &place, &words, inset, second, face](const Pen& pen, double y) {
                const Text number = this_type->set(std::to_string(this_flow->strips[place.strip].page + 1), face, 42, Align::right);
                if (!second) rule(pen.cairo, margin, y - 1, text_width, 0.4, line_grey);
                pen.tags.begin({"TOCI", {}, {}});
                pen.tags.begin({CAIRO_TAG_LINK, {}, {}}, fmt::format("dest='{}'", place.destination));
                pdf::draw(pen.cairo, pen.tags, pen.target, words, 0, words.lines.size(), margin + inset, y);
                pdf::draw(pen.cairo, pen.tags, pen.target, number, 0, 1, page_width - margin - 42,
                          y + words.height - face.leading);
                pen.tags.end();
                pen.tags.end();
            };
        }
        if (out.strips.size() > first) {
            out.strips[first].opens.push_back("TOC");
            out.strips.back().closes = 1;
        }
        add(0, 6);
    }

    void operator()(const paper::PageBreak&) { add(0, 0).page_first = true; }

    // Before the blocks, since the contents come before the headings that they name.
    void name_places() {
        for (const paper::Block& block : paper.blocks) {
            const auto* heading = std::get_if<paper::Heading>(&block);
            if (heading == nullptr) continue;
            if (!heading->anchor.empty()) out.anchors.emplace(heading->anchor, out.places.size());
            out.places.push_back({fmt::format("h{}", out.places.size() + 1), std::clamp(heading->level, 1, 4), plain(heading->line), 0});
        }
    }
};

}  // namespace

Flow flow(const paper::Paper& paper, const Type& type) {
    Flow out;
    Builder builder{paper, type, out};
    builder.name_places();
    builder.cover();
    for (const paper::Block& block : paper.blocks) std::visit(builder, block);
    return out;
}

void paginate(Flow& flow) {
    double y = page_top;
    int page = 0;
    bool fresh = true;  // Nothing stands on the page yet.
    for (std::size_t i = 0; i < flow.strips.size(); ++i) {
        Strip& strip = flow.strips[i];
        double need = strip.height;
        for (std::size_t j = i; flow.strips[j].keep_next && j + 1 < flow.strips.size(); ++j) {
            const Strip& next = flow.strips[j + 1];
            if (need + next.before + next.height > page_bottom - page_top) break;
            need += next.before + next.height;
        }
        const bool full = y + strip.before + need > page_bottom + 0.01;
        // White space alone moves to no new page.
        const bool blank = !strip.draw && !strip.page_first;
        if (!fresh && !blank && (full || strip.page_first)) {
            ++page;
            y = page_top;
            fresh = true;
            if (strip.head >= 0) y += flow.heads[static_cast<std::size_t>(strip.head)].height;
        }
        if (!fresh) y += strip.before;
        strip.page = page;
        strip.y = y;
        if (blank && fresh) continue;
        y += strip.height;
        if (strip.draw) fresh = false;
    }
    flow.pages = page + 1;
}

}  // namespace ponte::pdf
