// Exact arithmetic: what is read is what is kept, rounding goes away from zero at the half, and every
// overflow is an answer.
#include "base/decimal.h"

#include <gtest/gtest.h>

namespace ponte {
namespace {

Decimal decimal(std::string_view text) {
    const auto parsed = Decimal::parse(text);
    EXPECT_TRUE(parsed) << text;
    return parsed ? *parsed : Decimal{};
}

std::strong_ordering reversed(std::strong_ordering order) {
    if (order < 0) return std::strong_ordering::greater;
    if (order > 0) return std::strong_ordering::less;
    return order;
}

TEST(Decimal, KeepsThePlacesThatWereWritten) {
    const struct {
        const char* text;
        Decimal value;
    } rows[] = {
        {"0", {0, 0}},
        {"1.5", {15, 1}},
        {"1.50", {150, 2}},
        {"-0.05", {-5, 2}},
        {"4747.3", {47473, 1}},
        {"9223372036854775807", {INT64_MAX, 0}},
        {"-9223372036854775807", {-INT64_MAX, 0}},
        {"0.000000000000000001", {1, 18}},
        {"9.223372036854775807", {INT64_MAX, 18}},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(decimal(row.text), row.value) << row.text;
        EXPECT_EQ(row.value.to_text(), row.text);
        EXPECT_EQ(Decimal::from_text(row.text), row.value);
    }
}

TEST(Decimal, RefusesWhatIsNoPlainNumber) {
    const struct {
        const char* text;
        RefusalKind kind;
    } rows[] = {
        {"", refusals::decimal_unreadable},      {"-", refusals::decimal_unreadable},
        {".5", refusals::decimal_unreadable},    {"5.", refusals::decimal_unreadable},
        {"1.2.3", refusals::decimal_unreadable}, {"1e3", refusals::decimal_unreadable},
        {"+1", refusals::decimal_unreadable},    {" 1", refusals::decimal_unreadable},
        {"1 ", refusals::decimal_unreadable},    {"1,000", refusals::decimal_unreadable},
        {"--1", refusals::decimal_unreadable},   {"NaN", refusals::decimal_unreadable},
        {"９", refusals::decimal_unreadable},
        {"9223372036854775808", refusals::decimal_too_large},
        {"-9223372036854775808", refusals::decimal_too_large},
        {"0.0000000000000000001", refusals::decimal_too_large},
        {"10.000000000000000000", refusals::decimal_too_large},
    };
    for (const auto& row : rows) {
        const auto parsed = Decimal::parse(row.text);
        ASSERT_FALSE(parsed) << row.text;
        EXPECT_EQ(parsed.error().kind.code, row.kind.code) << row.text;
        EXPECT_EQ(parsed.error().subject, row.text);
    }
}

TEST(Decimal, RoundsTheHalfAwayFromZero) {
    const struct {
        const char* value;
        std::uint8_t places;
        const char* rounded;
    } rows[] = {
        {"0.5", 0, "1"},       {"-0.5", 0, "-1"},   {"0.49", 0, "0"},         {"2.5", 0, "3"},
        {"-2.5", 0, "-3"},     {"1.005", 2, "1.01"}, {"-1.005", 2, "-1.01"},  {"1.0049", 2, "1.00"},
        {"24.747", 1, "24.7"}, {"7.585", 1, "7.6"}, {"1.5", 3, "1.500"},      {"0.999", 2, "1.00"},
        {"9.223372036854775807", 0, "9"},           {"0.500000000000000000", 0, "1"},
    };
    for (const auto& row : rows) {
        const auto rounded = decimal(row.value).rounded(row.places);
        ASSERT_TRUE(rounded) << row.value;
        EXPECT_EQ(rounded->to_text(), row.rounded) << row.value;
    }
    EXPECT_FALSE(decimal("9223372036854775807").rounded(1));
    EXPECT_FALSE(decimal("1").rounded(19));
}

TEST(Decimal, CalculatesExactly) {
    EXPECT_EQ(decimal("1.5").plus(decimal("0.05"))->to_text(), "1.55");
    EXPECT_EQ(decimal("18.24").minus(decimal("25.43"))->to_text(), "-7.19");
    EXPECT_EQ(decimal("0.1").times(decimal("0.2"))->to_text(), "0.02");
    EXPECT_EQ(decimal("0.000000000000000005").times(decimal("0.1"))->to_text(), "0.000000000000000001");
    EXPECT_EQ(decimal("36010").divided_by(decimal("4747.3"), 3)->to_text(), "7.585");
    EXPECT_EQ(decimal("-1").divided_by(decimal("3"), 2)->to_text(), "-0.33");
    EXPECT_EQ(decimal("-2").divided_by(decimal("3"), 2)->to_text(), "-0.67");
    EXPECT_EQ(decimal("1").divided_by(decimal("-8"), 2)->to_text(), "-0.13");
    EXPECT_EQ(decimal("0.000000000000000001").divided_by(decimal("2"), 18)->to_text(), "0.000000000000000001");
    EXPECT_EQ(decimal("1").divided_by(decimal("0.000000000000000004"), 1)->to_text(), "250000000000000000.0");
    EXPECT_EQ(decimal("9223372036854775807").divided_by(decimal("9223372036854775807"), 18)->to_text(),
              "1.000000000000000000");
}

TEST(Decimal, RefusesWhatOverflows) {
    const Decimal most{INT64_MAX, 0};
    const Outcome<Decimal> overflows[] = {
        most.plus(Decimal{1, 0}),
        most.plus(Decimal{0, 1}),
        Decimal{-INT64_MAX, 0}.minus(Decimal{1, 0}),
        most.times(Decimal{2, 0}),
        most.times(most),
        most.divided_by(Decimal{1, 1}, 0),
        most.divided_by(Decimal{1, 18}, 18),
        Decimal{INT64_MIN, 0}.plus(Decimal{0, 0}),
        Decimal{0, 0}.minus(Decimal{INT64_MIN, 0}),
        Decimal{1, 255}.plus(Decimal{1, 0}),
        Decimal{1, 255}.minus(Decimal{1, 0}),
        Decimal{1, 255}.times(Decimal{1, 255}),
        Decimal{1, 255}.divided_by(Decimal{1, 0}, 2),
        Decimal{1, 0}.divided_by(Decimal{1, 255}, 2),
        Decimal{1, 255}.rounded(2),
    };
    int row = 0;
    for (const auto& outcome : overflows) {
        ASSERT_FALSE(outcome) << "row " << row;
        EXPECT_EQ(outcome.error().kind.code, refusals::decimal_too_large.code) << "row " << row;
        ++row;
    }
    EXPECT_FALSE(Decimal({1, 0}).divided_by(Decimal{0, 3}, 2));
    EXPECT_EQ((Decimal{INT64_MIN, 0}).to_text(), "-9223372036854775808");
}

TEST(Decimal, ComparesAsNumbersAcrossScales) {
    const struct {
        Decimal a;
        Decimal b;
        std::strong_ordering order;
    } rows[] = {
        {{15, 1}, {150, 2}, std::strong_ordering::equal},
        {{0, 0}, {0, 18}, std::strong_ordering::equal},
        {{1, 0}, {1, 18}, std::strong_ordering::greater},
        {{-1, 0}, {-1, 18}, std::strong_ordering::less},
        {{INT64_MAX, 0}, {INT64_MAX, 18}, std::strong_ordering::greater},
        {{INT64_MIN, 0}, {INT64_MIN, 18}, std::strong_ordering::less},
        {{9, 0}, {9000000000000000001, 18}, std::strong_ordering::less},
        {{1, 0}, {INT64_MAX, 255}, std::strong_ordering::greater},
        {{-1, 0}, {-5, 255}, std::strong_ordering::less},
        {{0, 0}, {1, 255}, std::strong_ordering::less},
        {{0, 0}, {0, 255}, std::strong_ordering::equal},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(compare(row.a, row.b), row.order) << row.a.to_text() << " " << row.b.to_text();
        EXPECT_EQ(compare(row.b, row.a), reversed(row.order)) << row.a.to_text() << " " << row.b.to_text();
    }
}

TEST(Decimal, ShortensOnlyAfterThePoint) {
    EXPECT_EQ(decimal("1.500").shortest(), (Decimal{15, 1}));
    EXPECT_EQ(decimal("100.00").shortest(), (Decimal{100, 0}));
    EXPECT_EQ(decimal("100").shortest(), (Decimal{100, 0}));
    EXPECT_EQ(decimal("0.000").shortest(), (Decimal{0, 0}));
    EXPECT_NE(decimal("1.50"), decimal("1.5"));
}

}  // namespace
}  // namespace ponte
