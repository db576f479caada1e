#pragma once

#include "adapters/paper/paper.h"

#include <optional>
#include <string>
#include <vector>

// Where everything of a chart stands, before any pen: the web page's SVG, the PDF's vectors and the
// Word file's picture draw the same plot. Units are those of the given width and height; y grows down.
namespace ponte::paper {

struct PlotTick {
    double at = 0;
    std::string label;
};
struct PlotSpot {
    double x = 0;
    double y = 0;
};
struct Plot {
    double left = 0, top = 0, right = 0, bottom = 0;  // The field of the curves.
    std::vector<PlotTick> across;                     // Days, below the field; `at` is x.
    std::vector<PlotTick> up;                         // Values, left of it; `at` is y.
    std::vector<PlotSpot> observed;
    std::vector<PlotSpot> expected;
    std::optional<double> as_at;
};

// `letter`: the height of a label's type, from which the room for labels is reckoned.
[[nodiscard]] Plot plot(const Chart& chart, const Language& language, double width, double height, double letter);

// The numbers of a chart as a table: dates across when they are few, else down.
[[nodiscard]] Table numbers_of(const Chart& chart, const Language& language);

// The chart in one sentence for those who do not see it.
[[nodiscard]] std::string spoken(const Chart& chart, const Language& language);

// Round values that span low..high, three to six of them, as exact decimals.
[[nodiscard]] std::vector<Decimal> ticks(Decimal low, Decimal high);

}  // namespace ponte::paper
