// A chart as inline SVG (see chart_svg.h).
#include "adapters/html/chart_svg.h"

#include "adapters/paper/plot.h"
#include "adapters/paper/text.h"

#include <fmt/format.h>

namespace ponte::html {
namespace {

using paper::escaped;

std::string joined(const std::vector<paper::PlotSpot>& spots) {
    std::string points;
    for (const paper::PlotSpot& spot : spots) points += fmt::format("{:.1f},{:.1f} ", spot.x, spot.y);
    if (!points.empty()) points.pop_back();
    return points;
}

}  // namespace

std::string chart_svg(const paper::Chart& chart, const paper::Language& language, int number) {
    constexpr double width = 704;
    constexpr double height = 304;
    constexpr double letter = 12;
    const paper::Plot plot = paper::plot(chart, language, width, height, letter);
    std::string out = fmt::format(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"paper-chart{}t paper-chart{}d\">"
        "<title id=\"paper-chart{}t\">{}</title><desc id=\"paper-chart{}d\">{}</desc>\n",
        width, height, number, number, number, escaped(chart.caption), number, escaped(paper::spoken(chart, language)));
    // The legend: a sample of each line before its name.
    double x = plot.left;
    const auto legend = [&](const std::string& name, std::string_view line_class, std::string_view spot_class) {
        out += fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"10\" x2=\"{:.1f}\" y2=\"10\"/>"
                           "<circle class=\"{}\" cx=\"{:.1f}\" cy=\"10\" r=\"3\"/><text x=\"{:.1f}\" y=\"14\">{}</text>\n",
                           line_class, x, x + 24, spot_class, x + 12, x + 32, escaped(name));
        x += 64;
        for (const char c : name) x += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 3 : 7;
    };
    if (!plot.observed.empty()) legend(chart.observed_name, "observed", "spot");
    if (!plot.expected.empty()) legend(chart.expected_name, "expected", "aim");
    out += fmt::format("<text x=\"{:.1f}\" y=\"14\" text-anchor=\"end\">{}</text>\n", plot.right, escaped(chart.unit));
    for (const paper::PlotTick& tick : plot.up) {
        out += fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>"
                           "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
                           tick.at == plot.bottom ? "axis" : "grid", plot.left, tick.at, plot.right, tick.at, plot.left - 8,
                           tick.at + 4, escaped(tick.label));
    }
    for (const paper::PlotTick& tick : plot.across) {
        out += fmt::format("<line class=\"axis\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>"
                           "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
                           tick.at, plot.bottom, tick.at, plot.bottom + 4, tick.at, plot.bottom + 20, escaped(tick.label));
    }
    if (plot.as_at) {
        const bool leftwards = *plot.as_at > (plot.left + plot.right) / 2;
        out += fmt::format("<line class=\"asat\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>"
                           "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{} {}</text>\n",
                           *plot.as_at, plot.top - 16, *plot.as_at, plot.bottom, *plot.as_at + (leftwards ? -6 : 6),
                           plot.top - 8, leftwards ? "end" : "start", escaped(chart.as_at_name),
                           paper::iso_date(*chart.as_at));
    }
    if (plot.expected.size() > 1) out += fmt::format("<polyline class=\"expected\" points=\"{}\"/>\n", joined(plot.expected));
    if (plot.observed.size() > 1) out += fmt::format("<polyline class=\"observed\" points=\"{}\"/>\n", joined(plot.observed));
    for (const paper::PlotSpot& spot : plot.expected) {
        out += fmt::format("<circle class=\"aim\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"/>", spot.x, spot.y);
    }
    for (const paper::PlotSpot& spot : plot.observed) {
        out += fmt::format("<circle class=\"spot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/>", spot.x, spot.y);
    }
    return out + "</svg>\n";
}

}  // namespace ponte::html
