// Ticks are few and round, and every point stands inside the field.
#include "adapters/paper/plot.h"
#include "adapters/paper/sample.h"

#include <gtest/gtest.h>

#include <limits>

namespace ponte::paper {
namespace {

TEST(Ticks, AreRoundFewAndSpanTheValues) {
    struct Row {
        Decimal low, high;
        std::vector<Decimal> ticks;
    };
    const Row rows[] = {
        {{0, 0}, {100, 0}, {{0, 0}, {50, 0}, {100, 0}}},
        {{39'000, 1}, {52'000, 1}, {{3500, 0}, {4000, 0}, {4500, 0}, {5000, 0}, {5500, 0}}},
        {{0, 0}, {0, 0}, {{-1, 0}, {-5, 1}, {0, 0}, {5, 1}, {1, 0}}},
        {{12, 3}, {30, 3}, {{0, 0}, {1, 2}, {2, 2}, {3, 2}}},
    };
    for (const Row& row : rows) {
        const std::vector<Decimal> found = ticks(row.low, row.high);
        ASSERT_EQ(found.size(), row.ticks.size()) << row.low.to_text() << ".." << row.high.to_text();
        for (std::size_t i = 0; i < found.size(); ++i) EXPECT_TRUE(compare(found[i], row.ticks[i]) == 0) << found[i].to_text();
    }
}

TEST(Ticks, SurviveTheEndsOfTheRange) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    for (const auto& [low, high] : {std::pair<Decimal, Decimal>{{0, 0}, {most, 0}}, {{-most, 0}, {most, 0}},
                                    {{1, 18}, {2, 18}}, {{most, 0}, {most, 0}}, {{-7, 0}, {-7, 0}}}) {
        const std::vector<Decimal> found = ticks(low, high);
        EXPECT_GE(found.size(), 2U);
        EXPECT_LE(found.size(), 8U);
    }
}

TEST(Plot, KeepsEveryPointInsideTheField) {
    Chart one;
    one.observed = {{18'000, {5, 0}}};
    std::vector<Chart> charts{one, Chart{}};
    for (const Block& block : sample_paper("en").blocks) {
        if (const auto* chart = std::get_if<Chart>(&block)) charts.push_back(*chart);
    }
    for (const Chart& chart : charts) {
        const Plot plot = paper::plot(chart, "en", 700, 300, 12);
        EXPECT_EQ(plot.observed.size(), chart.observed.size());
        for (const auto* spots : {&plot.observed, &plot.expected}) {
            for (const PlotSpot& spot : *spots) {
                EXPECT_GE(spot.x, plot.left);
                EXPECT_LE(spot.x, plot.right);
                EXPECT_GE(spot.y, plot.top - 1e-6);
                EXPECT_LE(spot.y, plot.bottom + 1e-6);
            }
        }
        EXPECT_LE(plot.across.size(), 8U);
        for (std::size_t i = 1; i < plot.across.size(); ++i) EXPECT_GT(plot.across[i].at - plot.across[i - 1].at, 40);
    }
}

TEST(NumbersOfAChart, StandAcrossWhenFewAndDownWhenMany) {
    Chart chart;
    chart.observed_name = "Observed";
    chart.expected_name = "Trajectory";
    for (int i = 0; i < 4; ++i) chart.observed.push_back({18'262 + 91 * i, {i, 0}});
    chart.expected.push_back({18'262, {7, 0}});
    const Table across = numbers_of(chart, "en");
    EXPECT_EQ(across.heads.size(), 5U);
    EXPECT_EQ(across.rows.size(), 2U);
    EXPECT_EQ(across.rows[1][2].line[0].text, "—");  // Never a zero that nobody observed.
    for (int i = 4; i < 9; ++i) chart.observed.push_back({18'262 + 91 * i, {i, 0}});
    const Table down = numbers_of(chart, "en");
    EXPECT_EQ(down.heads.size(), 3U);
    EXPECT_EQ(down.rows.size(), 9U);
}

}  // namespace
}  // namespace ponte::paper
