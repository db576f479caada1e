// Where everything of a chart stands (see plot.h).
#include "adapters/paper/plot.h"

#include "adapters/paper/text.h"
#include "adapters/paper/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace ponte::paper {
namespace {

double number(Decimal value) { return static_cast<double>(value.digits) / std::pow(10.0, value.scale); }

// A step of 1, 2 or 5 times a power of ten that makes about four steps of the span.
struct Step {
    std::int64_t factor = 1;
    int power = 0;
    [[nodiscard]] double size() const { return static_cast<double>(factor) * std::pow(10.0, power); }
};

Step step_for(double span) {
    const double rough = span / 4;
    Step step{1, static_cast<int>(std::floor(std::log10(rough)))};
    for (const std::int64_t factor : {1, 2, 5, 10}) {
        step.factor = factor;
        if (step.size() >= rough * 0.999) break;
    }
    step.power = std::clamp(step.power, -17, 18);
    return step;
}

Decimal multiple(std::int64_t count, Step step) {
    std::int64_t digits = count * step.factor;
    for (int i = 0; i < step.power; ++i) {
        // Beyond the largest number there is only the largest number.
        if (__builtin_mul_overflow(digits, 10, &digits)) {
            digits = count < 0 ? std::numeric_limits<std::int64_t>::min() + 1 : std::numeric_limits<std::int64_t>::max();
            break;
        }
    }
    return Decimal{digits, static_cast<std::uint8_t>(std::max(0, -step.power))};
}

double width_of(std::string_view label, double letter) { return static_cast<double>(label.size()) * letter * 0.56; }

std::set<std::int32_t> days_of(const Chart& chart) {
    std::set<std::int32_t> days;
    for (const ChartPoint& point : chart.observed) days.insert(point.day);
    for (const ChartPoint& point : chart.expected) days.insert(point.day);
    return days;
}

// Labels stand under real dates of the series: the first, the last, and as many between as have room.
std::vector<PlotTick> ticks_across(const std::set<std::int32_t>& days, auto x_of, double letter) {
    std::vector<PlotTick> out;
    if (days.empty()) return out;
    const bool month = *days.rbegin() - *days.begin() > 120;
    const double room = width_of(month ? "2020-12" : "2020-12-31", letter) + letter * 1.5;
    const double last = x_of(*days.rbegin());
    const double apart = std::max(room, (last - x_of(*days.begin())) / 6.5);
    for (const std::int32_t day : days) {
        const double x = x_of(day);
        const bool is_last = day == *days.rbegin();
        if (!is_last && last - x < apart) continue;
        if (!out.empty() && x - out.back().at < apart) continue;
        out.push_back({x, iso_date(day, month)});
    }
    return out;
}

}  // namespace

std::vector<Decimal> ticks(Decimal low, Decimal high) {
    double from = number(low);
    double to = number(high);
    if (to < from) std::swap(from, to);
    // Growth is read against zero unless that would flatten the curve.
    if (from > 0 && from <= to * 0.6) from = 0;
    if (to < 0 && to >= from * 0.6) to = 0;
    if (to - from < std::max(std::abs(to), 1e-12) * 1e-9) {
        const double about = to == 0 ? 1 : std::abs(to);
        from = from > 0 ? 0 : from - about;
        to = to > 0 ? to * 1.2 : to + about;
    }
    const Step step = step_for(to - from);
    const auto first = static_cast<std::int64_t>(std::floor(from / step.size() + 1e-9));
    const auto last = static_cast<std::int64_t>(std::ceil(to / step.size() - 1e-9));
    std::vector<Decimal> out;
    for (std::int64_t i = first; i <= last; ++i) out.push_back(multiple(i, step));
    return out;
}

Plot plot(const Chart& chart, const Language& language, double width, double height, double letter) {
    Plot out;
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    for (const auto* series : {&chart.observed, &chart.expected}) {
        for (const ChartPoint& point : *series) {
            if (!low || compare(point.value, *low) < 0) low = point.value;
            if (!high || compare(point.value, *high) > 0) high = point.value;
        }
    }
    const std::vector<Decimal> levels = ticks(low.value_or(Decimal{}), high.value_or(Decimal{1, 0}));
    std::vector<std::string> labels;
    double label_width = 0;
    for (const Decimal level : levels) {
        labels.push_back(grouped(level.shortest(), language));
        label_width = std::max(label_width, width_of(labels.back(), letter));
    }
    out.left = label_width + letter;
    out.right = width - letter * 2.5;
    out.top = letter * 4;
    out.bottom = height - letter * 2.2;

    const double floor_value = number(levels.front());
    const double roof_value = number(levels.back());
    const auto y_of = [&](double value) {
        return out.bottom - (value - floor_value) / (roof_value - floor_value) * (out.bottom - out.top);
    };
    std::set<std::int32_t> days = days_of(chart);
    std::set<std::int32_t> reach = days;
    if (chart.as_at) reach.insert(*chart.as_at);
    // The first and the last day stand a little inside, so that their labels have room.
    const double inset = letter * 2.5;
    const double first = reach.empty() ? 0 : *reach.begin();
    const double span = reach.empty() ? 0 : *reach.rbegin() - first;
    const auto x_of = [&](std::int32_t day) {
        if (span == 0) return (out.left + out.right) / 2;
        return out.left + inset + (day - first) / span * (out.right - out.left - 2 * inset);
    };
    for (std::size_t i = 0; i < levels.size(); ++i) out.up.push_back({y_of(number(levels[i])), labels[i]});
    out.across = ticks_across(days, x_of, letter);
    for (const ChartPoint& point : chart.observed) out.observed.push_back({x_of(point.day), y_of(number(point.value))});
    for (const ChartPoint& point : chart.expected) out.expected.push_back({x_of(point.day), y_of(number(point.value))});
    if (chart.as_at) out.as_at = x_of(*chart.as_at);
    return out;
}

Table numbers_of(const Chart& chart, const Language& language) {
    const auto series = [](const std::vector<ChartPoint>& points) {
        std::map<std::int32_t, Decimal> out;
        for (const ChartPoint& point : points) out.insert_or_assign(point.day, point.value);
        return out;
    };
    const std::map<std::int32_t, Decimal> observed = series(chart.observed);
    const std::map<std::int32_t, Decimal> expected = series(chart.expected);
    const auto cell = [&](const std::map<std::int32_t, Decimal>& points, std::int32_t day) {
        const auto at = points.find(day);
        Run run;
        run.text = at == points.end() ? "—" : grouped(at->second, language);
        run.quiet = at == points.end();
        return Cell{{run}, Tone::neutral, true};
    };
    const auto word = [](std::string text) {
        Run run;
        run.text = std::move(text);
        return Cell{{run}, Tone::neutral, false};
    };
    const std::set<std::int32_t> days = days_of(chart);
    Table table;
    table.caption = chart.unit.empty() ? chart.caption : fmt::format("{} ({})", chart.caption, chart.unit);
    if (days.size() <= 5) {
        table.heads.push_back(std::string(tongue(language).date));
        for (const std::int32_t day : days) table.heads.push_back(iso_date(day));
        for (const auto& [name, points] : {std::pair{chart.observed_name, observed}, {chart.expected_name, expected}}) {
            if (points.empty()) continue;
            std::vector<Cell> row{word(name)};
            for (const std::int32_t day : days) row.push_back(cell(points, day));
            table.rows.push_back(std::move(row));
        }
        return table;
    }
    table.heads = {std::string(tongue(language).date), chart.observed_name};
    if (!expected.empty()) table.heads.push_back(chart.expected_name);
    for (const std::int32_t day : days) {
        std::vector<Cell> row{word(iso_date(day)), cell(observed, day)};
        if (!expected.empty()) row.push_back(cell(expected, day));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string spoken(const Chart& chart, const Language& language) {
    std::string out = chart.caption;
    const bool chinese = tongue(language).chinese;
    const auto tell = [&](const std::string& name, const std::vector<ChartPoint>& points) {
        if (points.empty()) return;
        out += fmt::format("{}{}: {} {}", chinese ? "；" : "; ", name, iso_date(points.front().day),
                           grouped(points.front().value, language));
        if (points.size() > 1) out += fmt::format(" – {} {}", iso_date(points.back().day), grouped(points.back().value, language));
        if (!chart.unit.empty()) out += " " + chart.unit;
    };
    tell(chart.observed_name, chart.observed);
    tell(chart.expected_name, chart.expected);
    return clean(out);
}

}  // namespace ponte::paper
