// Setting type with Pango and drawing it with cairo (see type.h).
#include "adapters/pdf/type.h"

#include "adapters/paper/text.h"
#include "adapters/paper/words.h"

#include <algorithm>
#include <numbers>

namespace ponte::pdf {
namespace {

void put(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

int units(double points) { return static_cast<int>(points * PANGO_SCALE + 0.5); }

void set_colour(cairo_t* cairo, Colour colour) { cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue); }

// Small, and still legible where the type itself is small.
double badge_size(const Face& face) { return std::max(6.4, face.size * 0.68); }

// The words of a line in one string, and which bytes are whose.
struct Composer {
    const paper::Paper& paper;
    const Face& face;
    std::string text;
    std::vector<Stretch> stretches;
    PangoAttrList* attributes = pango_attr_list_new();

    void words_of(const paper::Run& run) {
        const std::size_t from = text.size();
        text += paper::clean(marked(run));
        const std::size_t to = text.size();
        if (from == to) return;
        Stretch stretch{from, to, {}, {}, run.quiet, false, run.revision.change};
        const bool linked = paper::link_is_inside(run.link) || paper::link_is_outside(run.link);
        if (linked) {
            stretch.link = run.link;
            // A colour of its own makes the run an item of its own, which can be tagged.
            put(attributes, pango_attr_foreground_new(0x1f1f, 0x4e4e, 0x8c8c), from, to);
        }
        const paper::Language& language = language_of(run, paper);
        const paper::Tongue& tongue = paper::tongue(language);
        if (language != paper.language) {
            stretch.language = language;
            const std::string_view family = face.sans ? tongue.sans : tongue.serif;
            put(attributes, pango_attr_language_new(pango_language_from_string(std::string(tongue.pango).c_str())), from, to);
            put(attributes, pango_attr_family_new(std::string(family).c_str()), from, to);
        }
        if (run.code) {
            put(attributes, pango_attr_family_new(std::string(tongue.mono).c_str()), from, to);
            put(attributes, pango_attr_size_new_absolute(units(face.size * 0.88)), from, to);
        }
        if (run.strong) put(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, to);
        if (run.quiet) put(attributes, pango_attr_foreground_new(0x5656, 0x5d5d, 0x6666), from, to);
        if (run.revision.change == Change::added) put(attributes, pango_attr_foreground_new(0x1f1f, 0x4e4e, 0x8c8c), from, to);
        if (run.revision.change == Change::removed) put(attributes, pango_attr_foreground_new(0xc8c8, 0x4040, 0x2b2b), from, to);
        stretches.push_back(std::move(stretch));
    }

    void badge_of(const paper::Run& run, bool space_before) {
        const std::string word = paper::clean(badge_word(run.badge, paper));
        if (word.empty()) return;
        if (space_before) space(units(2.5), 0);
        const std::size_t from = text.size();
        text += word;
        const std::size_t to = text.size();
        put(attributes, pango_attr_size_new_absolute(units(badge_size(face))), from, to);
        put(attributes, pango_attr_weight_new(PANGO_WEIGHT_NORMAL), from, to);
        put(attributes, pango_attr_family_new(std::string(paper::tongue(paper.language).sans).c_str()), from, to);
        put(attributes, pango_attr_allow_breaks_new(FALSE), from, to);
        put(attributes, pango_attr_foreground_new(0x5656, 0x5d5d, 0x6666), from, to);
        stretches.push_back({from, to, {}, {}, true, true, Change::same});
        if (space_before) space(0, face.size);
        else space(units(2.5), 0);
    }

    // A blank with room for the side of a frame: widened, or of its own size.
    void space(int wider, double size) {
        const std::size_t from = text.size();
        text += ' ';
        if (wider > 0) put(attributes, pango_attr_letter_spacing_new(wider), from, text.size());
        if (size > 0) put(attributes, pango_attr_size_new_absolute(units(size)), from, text.size());
        stretches.push_back({from, text.size(), {}, {}, false, false, Change::same});
    }
};

void measure(Text& text) {
    PangoLayoutIter* iter = pango_layout_get_iter(text.layout.get());
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iter, nullptr, &logical);
        // Leading is ours: fonts that fall back shall not push lines apart.
        const double top = static_cast<double>(text.lines.size()) * text.face.leading;
        const double baseline = top + text.face.leading / 2 + text.face.size * 0.36;
        text.lines.push_back({top, baseline, static_cast<double>(logical.x) / PANGO_SCALE});
    } while (pango_layout_iter_next_line(iter) != 0);
    pango_layout_iter_free(iter);
    text.height = static_cast<double>(text.lines.size()) * text.face.leading;
}

}  // namespace

void Tags::begin(const Tag& tag, const std::string& attributes) {
    if (muted_) return;
    cairo_tag_begin(cairo_, tag.name.c_str(), attributes.c_str());
    open_.push_back(tag.name);
    if (tag.name != CAIRO_TAG_DEST) written_.push_back(tag);
}

void Tags::end() {
    if (muted_) return;
    cairo_tag_end(cairo_, open_.back().c_str());
    open_.pop_back();
}

Type::Type(const paper::Paper& paper)
    : paper_(paper), context_(pango_font_map_create_context(pango_cairo_font_map_get_default())) {
    pango_cairo_context_set_resolution(context_.get(), 72);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    const std::string language(paper::tongue(paper.language).pango);
    pango_context_set_language(context_.get(), pango_language_from_string(language.c_str()));
}

Text Type::set(const paper::Line& line, const Face& face, double width, Align align, bool badge_first) const {
    Composer composer{paper_, face, {}, {}};
    for (const paper::Run& run : line) {
        if (badge_first && run.badge != paper::Badge::none) composer.badge_of(run, false);
        composer.words_of(run);
        if (!badge_first && run.badge != paper::Badge::none) composer.badge_of(run, true);
    }
    Text out;
    out.face = face;
    out.layout.reset(pango_layout_new(context_.get()));
    PangoLayout* layout = out.layout.get();
    const paper::Tongue& tongue = paper::tongue(paper_.language);
    PangoFontDescription* description = pango_font_description_new();
    pango_font_description_set_family(description, std::string(face.sans ? tongue.sans : tongue.serif).c_str());
    pango_font_description_set_absolute_size(description, face.size * PANGO_SCALE);
    pango_font_description_set_weight(description, face.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    put(composer.attributes, pango_attr_font_features_new("tnum=1, lnum=1"), 0, composer.text.size());
    pango_layout_set_attributes(layout, composer.attributes);
    pango_attr_list_unref(composer.attributes);
    pango_layout_set_text(layout, composer.text.data(), static_cast<int>(composer.text.size()));
    pango_layout_set_width(layout, units(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    out.stretches = std::move(composer.stretches);
    out.mixed = std::ranges::any_of(out.stretches, [](const Stretch& one) { return !one.link.empty() || !one.language.empty(); });
    measure(out);
    return out;
}

Text Type::set(const std::string& words, const Face& face, double width, Align align) const {
    paper::Run run;
    run.text = words;
    return set(paper::Line{run}, face, width, align);
}

void draw(cairo_t* cairo, Tags& tags, const LinkTarget& target, const Text& text, std::size_t from, std::size_t to,
          double x, double y) {
    const char* words = pango_layout_get_text(text.layout.get());
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    for (std::size_t i = from; i < std::min(to, text.lines.size()); ++i) {
        const TextLine& line = text.lines[i];
        const double baseline = y + line.baseline - text.lines[from].top;
        double at = x + line.left;
        std::size_t open = none;  // The stretch whose runs are being drawn.
        double opened_at = at;
        const auto close = [&] {
            if (open == none) return;
            const Stretch& stretch = text.stretches[open];
            if (text.mixed) tags.end();
            if (!stretch.link.empty()) {
                set_colour(cairo, blue);
                cairo_set_line_width(cairo, 0.4);
                cairo_move_to(cairo, opened_at, baseline + text.face.size * 0.17);
                cairo_line_to(cairo, at, baseline + text.face.size * 0.17);
                cairo_stroke(cairo);
            }
            if (stretch.change != Change::same) {
                const bool added = stretch.change == Change::added;
                const double height = added ? baseline + text.face.size * 0.17 : baseline - text.face.size * 0.3;
                set_colour(cairo, added ? blue : red);
                cairo_set_line_width(cairo, 0.6);
                cairo_move_to(cairo, opened_at, height);
                cairo_line_to(cairo, at, height);
                cairo_stroke(cairo);
            }
            if (stretch.badge) {
                const double size = badge_size(text.face);
                set_colour(cairo, quiet);
                cairo_set_line_width(cairo, 0.5);
                cairo_rectangle(cairo, opened_at - 2, baseline - size * 1.05, at - opened_at + 4, size * 1.42);
                cairo_stroke(cairo);
            }
        };
        PangoLayoutLine* glyph_line = pango_layout_get_line_readonly(text.layout.get(), static_cast<int>(i));
        for (GSList* one = glyph_line->runs; one != nullptr; one = one->next) {
            auto* run = static_cast<PangoGlyphItem*>(one->data);
            const auto offset = static_cast<std::size_t>(run->item->offset);
            const auto found = std::ranges::upper_bound(text.stretches, offset, {}, &Stretch::from);
            const auto index = static_cast<std::size_t>(found - text.stretches.begin()) - 1;
            if (index != open) {
                close();
                open = index;
                opened_at = at;
                const Stretch& stretch = text.stretches[index];
                if (text.mixed) {
                    const std::string attributes = stretch.link.empty() ? std::string() : target(stretch.link);
                    tags.begin({attributes.empty() ? "Span" : CAIRO_TAG_LINK, stretch.language, {}}, attributes);
                }
                set_colour(cairo, !stretch.link.empty() || stretch.change == Change::added ? blue
                                  : stretch.change == Change::removed           ? red
                                  : stretch.quiet                               ? quiet
                                                                                : text.face.colour);
            }
            cairo_move_to(cairo, at, baseline);
            pango_cairo_show_glyph_item(cairo, words, run);
            at += static_cast<double>(pango_glyph_string_get_width(run->glyphs)) / PANGO_SCALE;
        }
        close();
    }
}

void draw_mark(cairo_t* cairo, paper::Tone tone, double x, double baseline, double size) {
    const double side = size * 0.56;
    const double top = baseline - size * 0.64;
    const double middle = x + side / 2;
    cairo_set_line_width(cairo, 0.9);
    cairo_new_path(cairo);
    switch (tone) {
        case paper::Tone::neutral: return;
        case paper::Tone::good:
        case paper::Tone::missing:
            cairo_arc(cairo, middle, top + side / 2, side / 2, 0, 2 * std::numbers::pi);
            break;
        case paper::Tone::ahead:
            cairo_move_to(cairo, middle, top);
            cairo_line_to(cairo, x + side, top + side);
            cairo_line_to(cairo, x, top + side);
            cairo_close_path(cairo);
            break;
        case paper::Tone::warning:
            cairo_move_to(cairo, middle, top - 0.4);
            cairo_line_to(cairo, x + side + 0.4, top + side / 2);
            cairo_line_to(cairo, middle, top + side + 0.4);
            cairo_line_to(cairo, x - 0.4, top + side / 2);
            cairo_close_path(cairo);
            break;
        case paper::Tone::bad: cairo_rectangle(cairo, x, top, side, side); break;
    }
    if (tone == paper::Tone::missing) {
        set_colour(cairo, quiet);
        cairo_stroke(cairo);
        return;
    }
    set_colour(cairo, tone == paper::Tone::warning || tone == paper::Tone::bad ? red : blue);
    cairo_fill(cairo);
}

}  // namespace ponte::pdf
