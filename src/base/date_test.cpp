// The calendar at its edges, and that each value has one spelling.
#include "base/date.h"

#include <gtest/gtest.h>

namespace ponte {
namespace {

static_assert(Date::from_ymd(1970, 1, 1) == Date{0});
static_assert(Date::from_ymd(2000, 2, 29).has_value());
static_assert(!Date::from_ymd(1900, 2, 29).has_value());
static_assert(!Date::from_ymd(2020, 257, 1).has_value());  // a month must not wrap at 256
static_assert(!Date::from_ymd(2020, 1, 257).has_value());

TEST(Date, ReadsAndWritesTheSameDay) {
    for (const char* text : {"1900-01-01", "1970-01-01", "2020-02-29", "2020-12-31", "2199-12-31"}) {
        const auto date = Date::parse(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(date->to_text(), text);
        EXPECT_EQ(Date::from_text(text), *date);
    }
}

TEST(Date, EveryAcceptedDayHasOneSpelling) {
    for (Date date = dates::first; date <= dates::last; date = date.plus_days(1)) {
        ASSERT_EQ(Date::from_text(date.to_text()), date);
    }
}

TEST(Date, KnowsItsParts) {
    const Date date = *Date::from_ymd(2018, 12, 6);
    EXPECT_EQ(date.year(), 2018);
    EXPECT_EQ(date.month(), 12U);
    EXPECT_EQ(date.day_of_month(), 6U);
    EXPECT_EQ(date.weekday(), 4U);  // a Thursday
    EXPECT_EQ(date.plus_days(26).to_text(), "2019-01-01");
    EXPECT_EQ(Date{INT32_MAX}.plus_days(1).day, INT32_MAX);
    EXPECT_EQ(Date{INT32_MIN}.plus_days(-1).day, INT32_MIN);
    EXPECT_FALSE(Date::from_text(Date{INT32_MAX}.to_text()));
}

TEST(Date, RefusesWhatIsNoDay) {
    const struct {
        const char* text;
        RefusalKind kind;
    } rows[] = {
        {"", refusals::date_unreadable},           {"2020-1-1", refusals::date_unreadable},
        {"2020-12-31 ", refusals::date_unreadable}, {"20201231", refusals::date_unreadable},
        {"2020/12/31", refusals::date_unreadable}, {"+020-12-31", refusals::date_unreadable},
        {"2020-12-3x", refusals::date_unreadable}, {"2019-02-29", refusals::date_impossible},
        {"2020-04-31", refusals::date_impossible}, {"2020-00-10", refusals::date_impossible},
        {"2020-13-01", refusals::date_impossible}, {"2020-01-00", refusals::date_impossible},
        {"1899-12-31", refusals::date_out_of_range}, {"2200-01-01", refusals::date_out_of_range},
    };
    for (const auto& row : rows) {
        const auto date = Date::parse(row.text);
        ASSERT_FALSE(date) << row.text;
        EXPECT_EQ(date.error().kind.code, row.kind.code) << row.text;
        EXPECT_EQ(date.error().subject, row.text);
    }
}

TEST(Period, ReadsUnitsOfTheCalendarAndWritesTheShortest) {
    const struct {
        const char* text;
        const char* from;
        const char* to;
        const char* shortest;
    } rows[] = {
        {"2020", "2020-01-01", "2020-12-31", "2020"},
        {"2020-H1", "2020-01-01", "2020-06-30", "2020-H1"},
        {"2020-H2", "2020-07-01", "2020-12-31", "2020-H2"},
        {"2020-Q1", "2020-01-01", "2020-03-31", "2020-Q1"},
        {"2020-Q3", "2020-07-01", "2020-09-30", "2020-Q3"},
        {"2020-Q4", "2020-10-01", "2020-12-31", "2020-Q4"},
        {"2020-02", "2020-02-01", "2020-02-29", "2020-02"},
        {"2020-12-31", "2020-12-31", "2020-12-31", "2020-12-31"},
        {"2020-01-01/2020-06-30", "2020-01-01", "2020-06-30", "2020-H1"},
        {"2020-12-31/2020-12-31", "2020-12-31", "2020-12-31", "2020-12-31"},
        {"2023-01-01/2023-10-31", "2023-01-01", "2023-10-31", "2023-01-01/2023-10-31"},
        {"2020-02-01/2020-04-30", "2020-02-01", "2020-04-30", "2020-02-01/2020-04-30"},
        {"2199", "2199-01-01", "2199-12-31", "2199"},
    };
    for (const auto& row : rows) {
        const auto period = Period::parse(row.text);
        ASSERT_TRUE(period) << row.text;
        EXPECT_EQ(period->from.to_text(), row.from);
        EXPECT_EQ(period->to.to_text(), row.to);
        EXPECT_EQ(period->to_text(), row.shortest);
        EXPECT_EQ(Period::from_text(period->to_text()), *period);
    }
}

TEST(Period, HasBothEndsInIt) {
    const Period march = *Period::from_text("2021-03");
    EXPECT_TRUE(march.contains(*Date::from_text("2021-03-01")));
    EXPECT_TRUE(march.contains(*Date::from_text("2021-03-31")));
    EXPECT_FALSE(march.contains(*Date::from_text("2021-04-01")));
}

TEST(Period, RefusesWhatIsNoSpan) {
    const struct {
        const char* text;
        RefusalKind kind;
    } rows[] = {
        {"", refusals::period_unreadable},        {"20", refusals::period_unreadable},
        {"2020-", refusals::period_unreadable},   {"2020-Q", refusals::period_unreadable},
        {"2020-Q0", refusals::period_unreadable}, {"2020-Q5", refusals::period_unreadable},
        {"2020-H3", refusals::period_unreadable}, {"2020-h1", refusals::period_unreadable},
        {"2020-3", refusals::period_unreadable},  {"2020x03", refusals::period_unreadable},
        {"2020-13", refusals::date_impossible},   {"2020-00", refusals::date_impossible},
        {"1899", refusals::date_out_of_range},    {"2020-06-31", refusals::date_impossible},
        {"2020-06-30/2020-01-01", refusals::period_backwards},
        {"2020-01-01/", refusals::date_unreadable},
        {"2020-01-01/2020-02-01/2020-03-01", refusals::date_unreadable},
    };
    for (const auto& row : rows) {
        const auto period = Period::parse(row.text);
        ASSERT_FALSE(period) << row.text;
        EXPECT_EQ(period.error().kind.code, row.kind.code) << row.text;
    }
}

TEST(Instant, ReadsAndWritesUtc) {
    const struct {
        const char* text;
        std::int64_t micros;
        const char* shortest;
    } rows[] = {
        {"1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"},
        {"1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"},
        {"2020-12-31T09:00:00Z", 1609405200000000, "2020-12-31T09:00:00Z"},
        {"2020-12-31T09:00:00.500000Z", 1609405200500000, "2020-12-31T09:00:00.5Z"},
        {"2020-12-31T09:00:00.000001Z", 1609405200000001, "2020-12-31T09:00:00.000001Z"},
        {"2020-12-31T09:00:00.0Z", 1609405200000000, "2020-12-31T09:00:00Z"},
    };
    for (const auto& row : rows) {
        const auto instant = Instant::parse(row.text);
        ASSERT_TRUE(instant) << row.text;
        EXPECT_EQ(instant->micros, row.micros) << row.text;
        EXPECT_EQ(instant->to_text(), row.shortest);
        EXPECT_EQ(Instant::from_text(instant->to_text()), *instant);
    }
}

TEST(Instant, KnowsTheDayAtAPlace) {
    EXPECT_EQ(Instant::parse("2020-12-31T16:00:00Z")->date().to_text(), "2021-01-01");
    EXPECT_EQ(Instant::parse("2020-12-31T15:59:59.999999Z")->date().to_text(), "2020-12-31");
    EXPECT_EQ(Instant::parse("2020-12-31T01:00:00Z")->date(-180).to_text(), "2020-12-30");
    EXPECT_EQ(Instant::parse("1969-12-31T23:00:00Z")->date(0).to_text(), "1969-12-31");
    // The ends of the count neither overflow nor read back.
    EXPECT_FALSE(Instant::from_text(Instant{INT64_MAX}.to_text()));
    EXPECT_FALSE(Instant::from_text(Instant{INT64_MIN}.to_text()));
    EXPECT_LT(Instant{INT64_MIN}.date(), Instant{INT64_MAX}.date());
}

TEST(Instant, RefusesWhatIsNoInstant) {
    const struct {
        const char* text;
        RefusalKind kind;
    } rows[] = {
        {"", refusals::instant_unreadable},
        {"2020-12-31", refusals::instant_unreadable},
        {"2020-12-31T09:00:00", refusals::instant_unreadable},
        {"2020-12-31T09:00:00+08:00", refusals::instant_unreadable},
        {"2020-12-31t09:00:00z", refusals::instant_unreadable},
        {"2020-12-31 09:00:00Z", refusals::instant_unreadable},
        {"2020-12-31T09:00:00.Z", refusals::instant_unreadable},
        {"2020-12-31T09:00:00.1234567Z", refusals::instant_unreadable},
        {"2020-12-31T09:00:00,5Z", refusals::instant_unreadable},
        {"2020-12-31T24:00:00Z", refusals::instant_impossible},
        {"2020-12-31T09:60:00Z", refusals::instant_impossible},
        {"2020-12-31T23:59:60Z", refusals::instant_impossible},
        {"2020-02-30T09:00:00Z", refusals::date_impossible},
    };
    for (const auto& row : rows) {
        const auto instant = Instant::parse(row.text);
        ASSERT_FALSE(instant) << row.text;
        EXPECT_EQ(instant.error().kind.code, row.kind.code) << row.text;
    }
}

}  // namespace
}  // namespace ponte
