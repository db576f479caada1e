#include "mechanisms/dated/dated.h"

#include <gtest/gtest.h>

#include <array>

namespace ponte {
namespace {

Date day(std::string_view text) { return Date::from_text(text).value(); }
std::optional<Period> span(std::string_view text) { return Period::from_text(text).value(); }

constexpr std::array all{Answer::no, Answer::yes, Answer::unknown};

TEST(Answers, FollowKleene) {
    for (const Answer one : all) {
        EXPECT_EQ(opposite(opposite(one)), one);
        for (const Answer other : all) {
            EXPECT_EQ(both(one, other), both(other, one));
            EXPECT_EQ(either(one, other), opposite(both(opposite(one), opposite(other))));
        }
    }
    EXPECT_EQ(both(Answer::unknown, Answer::yes), Answer::unknown);
    EXPECT_EQ(both(Answer::unknown, Answer::no), Answer::no);
    EXPECT_EQ(either(Answer::unknown, Answer::no), Answer::unknown);
    EXPECT_EQ(either(Answer::unknown, Answer::yes), Answer::yes);
}

TEST(HoldsOn, HasBothEndsInIt) {
    const Validity rule{.from = span("2021-01-01"), .to = span("2025-12-31")};
    EXPECT_EQ(holds_on(rule, day("2020-12-31")), Answer::no);
    EXPECT_EQ(holds_on(rule, day("2021-01-01")), Answer::yes);
    EXPECT_EQ(holds_on(rule, day("2025-12-31")), Answer::yes);
    EXPECT_EQ(holds_on(rule, day("2026-01-01")), Answer::no);
    EXPECT_EQ(holds_on(Validity{}, day("2026-01-01")), Answer::yes);
}

TEST(HoldsOn, IsUnknownWhereADayIsKnownOnlyToItsMonth) {
    const Validity rule{.from = span("2012-09"), .to = span("2013")};
    EXPECT_EQ(holds_on(rule, day("2012-08-31")), Answer::no);
    EXPECT_EQ(holds_on(rule, day("2012-09-01")), Answer::unknown);
    EXPECT_EQ(holds_on(rule, day("2012-09-30")), Answer::yes);  // On the month's last day it has begun in any case.
    EXPECT_EQ(holds_on(rule, day("2013-01-01")), Answer::yes);
    EXPECT_EQ(holds_on(rule, day("2013-01-02")), Answer::unknown);
    EXPECT_EQ(holds_on(rule, day("2014-01-01")), Answer::no);
}

TEST(HoldsOn, NeverGuessesAnUnknownEnd) {
    EXPECT_EQ(holds_on({.from_unknown = true}, day("2026-01-01")), Answer::unknown);
    EXPECT_EQ(holds_on({.to = span("2020-12-31"), .from_unknown = true}, day("2021-01-01")), Answer::no);
    EXPECT_EQ(holds_on({.from = span("2020-01-01"), .to_unknown = true}, day("2020-01-02")), Answer::unknown);
    EXPECT_EQ(holds_on({.from = span("2020-01-01"), .to_unknown = true}, day("2019-12-31")), Answer::no);
}

TEST(Overlap, IsYesNoOrHangsOnAnUnknownEnd) {
    const Validity before{.to = span("2020-12-31")};
    const Validity after{.from = span("2021-01-01")};
    EXPECT_EQ(overlap(before, after), Answer::no);
    EXPECT_EQ(overlap(before, before), Answer::yes);
    EXPECT_EQ(overlap({.to = span("2021-01-01")}, after), Answer::yes);
    EXPECT_EQ(overlap({.to = span("2021")}, {.from = span("2021-06-01")}), Answer::unknown);
    EXPECT_EQ(overlap({.from_unknown = true}, after), Answer::yes);  // Both are open: some day holds in both.
    EXPECT_EQ(overlap({.to = span("2022"), .from_unknown = true}, after), Answer::unknown);
}

TEST(Validity, IsImpossibleBackwardsOrKnownAndUnknownAtOnce) {
    EXPECT_TRUE(is_impossible({.from = span("2021-01-02"), .to = span("2021-01-01")}));
    EXPECT_FALSE(is_impossible({.from = span("2021-01-01"), .to = span("2021-01-01")}));
    EXPECT_FALSE(is_impossible({.from = span("2021"), .to = span("2021-01-01")}));
    EXPECT_TRUE(is_impossible({.from = span("2021"), .from_unknown = true}));
    EXPECT_TRUE(is_impossible({.to = span("2021"), .to_unknown = true}));
}

}  // namespace
}  // namespace ponte
