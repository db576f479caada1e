// A chart drawn by cairo (see chart_cairo.h).
#include "adapters/paper/chart_cairo.h"

#include "adapters/paper/plot.h"
#include "adapters/paper/text.h"
#include "adapters/paper/words.h"

#include <pango/pangocairo.h>
#include <zlib.h>

#include <cstring>
#include <memory>
#include <numbers>

namespace ponte::paper {
namespace {

struct Colour {
    double red, green, blue;
};
constexpr Colour ink{0x1b / 255.0, 0x1f / 255.0, 0x24 / 255.0};
constexpr Colour quiet{0x56 / 255.0, 0x5d / 255.0, 0x66 / 255.0};
constexpr Colour line_grey{0xd5 / 255.0, 0xd9 / 255.0, 0xde / 255.0};
constexpr Colour blue{0x1f / 255.0, 0x4e / 255.0, 0x8c / 255.0};
constexpr Colour white{1, 1, 1};

enum class Side { left, middle, right };

struct Pen {
    cairo_t* cairo;
    double letter;
    std::unique_ptr<PangoLayout, void (*)(void*)> layout;

    void colour(Colour one) const { cairo_set_source_rgb(cairo, one.red, one.green, one.blue); }

    void stroke(double from_x, double from_y, double to_x, double to_y, double width, Colour one) const {
        colour(one);
        cairo_set_line_width(cairo, width);
        cairo_move_to(cairo, from_x, from_y);
        cairo_line_to(cairo, to_x, to_y);
        cairo_stroke(cairo);
    }
    // Puts the words with their baseline at y, and says how wide they are.
    double words(const std::string& text, double x, double y, Side side, Colour one) const {
        const std::string safe = clean(text);
        pango_layout_set_text(layout.get(), safe.data(), static_cast<int>(safe.size()));
        int width_units = 0;
        pango_layout_get_size(layout.get(), &width_units, nullptr);
        const double width = static_cast<double>(width_units) / PANGO_SCALE;
        const double shift = side == Side::left ? 0 : side == Side::middle ? width / 2 : width;
        const double baseline = static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
        colour(one);
        cairo_move_to(cairo, x - shift, y - baseline);
        pango_cairo_show_layout(cairo, layout.get());
        return width;
    }
    void path(const std::vector<PlotSpot>& spots, double width, Colour one, bool dashed) const {
        if (spots.size() < 2) return;
        colour(one);
        cairo_set_line_width(cairo, width);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        const double dashes[] = {letter * 0.4, letter * 0.32};
        if (dashed) cairo_set_dash(cairo, dashes, 2, 0);
        cairo_new_path(cairo);
        for (const PlotSpot& spot : spots) cairo_line_to(cairo, spot.x, spot.y);
        cairo_stroke(cairo);
        cairo_set_dash(cairo, nullptr, 0, 0);
    }
    void dot(double x, double y, double radius, Colour fill, Colour edge) const {
        cairo_new_path(cairo);
        cairo_arc(cairo, x, y, radius, 0, 2 * std::numbers::pi);
        colour(fill);
        cairo_fill_preserve(cairo);
        colour(edge);
        cairo_set_line_width(cairo, letter * 0.1);
        cairo_stroke(cairo);
    }
};

Pen pen_for(cairo_t* cairo, const Language& language, double letter) {
    Pen pen{cairo, letter, {pango_cairo_create_layout(cairo), g_object_unref}};
    PangoContext* context = pango_layout_get_context(pen.layout.get());
    pango_cairo_context_set_resolution(context, 72);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_language(context, pango_language_from_string(std::string(tongue(language).pango).c_str()));
    PangoFontDescription* face = pango_font_description_new();
    pango_font_description_set_family(face, std::string(tongue(language).sans).c_str());
    pango_font_description_set_absolute_size(face, letter * PANGO_SCALE);
    pango_layout_set_font_description(pen.layout.get(), face);
    pango_font_description_free(face);
    return pen;
}

void put_number(Bytes& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(number >> shift));
}

// A chunk as PNG (ISO/IEC 15948) has them: length, kind, bytes, checksum over kind and bytes.
void put_chunk(Bytes& out, std::string_view kind, const Bytes& bytes) {
    put_number(out, static_cast<std::uint32_t>(bytes.size()));
    const std::size_t from = out.size();
    out.insert(out.end(), kind.begin(), kind.end());
    out.insert(out.end(), bytes.begin(), bytes.end());
    put_number(out, static_cast<std::uint32_t>(crc32(0, out.data() + from, static_cast<uInt>(out.size() - from))));
}

// Written here and not by libpng, whose search for the best filter of each row costs six times as much
// and gains nothing on a drawing that is mostly white.
Attempt<Bytes> png(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    const auto width = static_cast<std::size_t>(cairo_image_surface_get_width(surface));
    const auto height = static_cast<std::size_t>(cairo_image_surface_get_height(surface));
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const unsigned char* data = cairo_image_surface_get_data(surface);
    Bytes rows;
    rows.reserve(height * (width * 3 + 1));
    for (std::size_t y = 0; y < height; ++y) {
        rows.push_back(0);  // No filter.
        for (std::size_t x = 0; x < width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, data + y * stride + x * 4, 4);
            for (int shift = 16; shift >= 0; shift -= 8) rows.push_back(static_cast<std::uint8_t>(pixel >> shift));
        }
    }
    uLongf length = compressBound(static_cast<uLong>(rows.size()));
    Bytes packed(length);
    if (compress2(packed.data(), &length, rows.data(), static_cast<uLong>(rows.size()), 3) != Z_OK) {
        return fail("paper.chart_not_drawn", "png", "not compressed");
    }
    packed.resize(length);
    Bytes header;
    put_number(header, static_cast<std::uint32_t>(width));
    put_number(header, static_cast<std::uint32_t>(height));
    header.insert(header.end(), {8, 2, 0, 0, 0});  // 8 bits, RGB, the rest as it must be.
    Bytes out{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    put_chunk(out, "IHDR", header);
    put_chunk(out, "IDAT", packed);
    put_chunk(out, "IEND", {});
    return out;
}

}  // namespace

void draw_chart(cairo_t* cairo, const Chart& chart, const Language& language, double width, double height, double letter) {
    const Plot plot = paper::plot(chart, language, width, height, letter);
    const Pen pen = pen_for(cairo, language, letter);
    const double thin = letter * 0.06;
    double x = plot.left;
    const auto legend = [&](const std::string& name, bool expected) {
        const double y = letter * 0.85;
        const std::vector<PlotSpot> sample{{x, y}, {x + letter * 2.4, y}};
        pen.path(sample, letter * (expected ? 0.12 : 0.17), expected ? quiet : blue, expected);
        pen.dot(x + letter * 1.2, y, letter * 0.27, expected ? white : blue, expected ? quiet : blue);
        x += letter * 3;
        x += pen.words(name, x, letter * 1.2, Side::left, ink) + letter * 2;
    };
    if (!plot.observed.empty()) legend(chart.observed_name, false);
    if (!plot.expected.empty()) legend(chart.expected_name, true);
    pen.words(chart.unit, plot.right, letter * 1.2, Side::right, quiet);
    for (const PlotTick& tick : plot.up) {
        pen.stroke(plot.left, tick.at, plot.right, tick.at, thin, tick.at == plot.bottom ? quiet : line_grey);
        pen.words(tick.label, plot.left - letter * 0.7, tick.at + letter * 0.36, Side::right, quiet);
    }
    for (const PlotTick& tick : plot.across) {
        pen.stroke(tick.at, plot.bottom, tick.at, plot.bottom + letter * 0.35, thin, quiet);
        pen.words(tick.label, tick.at, plot.bottom + letter * 1.6, Side::middle, quiet);
    }
    if (plot.as_at) {
        const bool leftwards = *plot.as_at > (plot.left + plot.right) / 2;
        pen.stroke(*plot.as_at, plot.top - letter * 1.4, *plot.as_at, plot.bottom, thin, ink);
        pen.words(chart.as_at_name + " " + iso_date(*chart.as_at), *plot.as_at + letter * (leftwards ? -0.5 : 0.5),
                  plot.top - letter * 0.65, leftwards ? Side::right : Side::left, ink);
    }
    pen.path(plot.expected, letter * 0.12, quiet, true);
    pen.path(plot.observed, letter * 0.17, blue, false);
    for (const PlotSpot& spot : plot.expected) pen.dot(spot.x, spot.y, letter * 0.26, white, quiet);
    for (const PlotSpot& spot : plot.observed) pen.dot(spot.x, spot.y, letter * 0.27, blue, blue);
}

Attempt<Bytes> chart_png(const Chart& chart, const Language& language, double width, double height, double letter,
                         double scale) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width * scale),
                                                          static_cast<int>(height * scale));
    cairo_t* cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    draw_chart(cairo, chart, language, width, height, letter);
    const cairo_status_t drawn = cairo_status(cairo);
    cairo_destroy(cairo);
    Attempt<Bytes> picture = png(surface);
    cairo_surface_destroy(surface);
    if (drawn != CAIRO_STATUS_SUCCESS) return fail("paper.chart_not_drawn", chart.caption, cairo_status_to_string(drawn));
    return picture;
}

}  // namespace ponte::paper
