#include "mechanisms/seats/seats.h"

#include <gtest/gtest.h>

namespace ponte {
namespace {

std::vector<Nominee> nominees(const std::vector<std::string>& groups) {
    std::vector<Nominee> all;
    for (const std::string& group : groups) all.push_back({.number = static_cast<std::uint32_t>(all.size() + 1), .group = group});
    return all;
}

// "r o w1:full -": reserved, open, waiting first because it is full, withdrawn.
std::string told(const Seats& seats, const std::vector<Nominee>& all) {
    std::string text;
    for (const Seated& one : seated(seats, all)) {
        if (!text.empty()) text += " ";
        switch (one.seating) {
            case Seating::reserved: text += "r"; break;
            case Seating::open: text += "o"; break;
            case Seating::withdrawn: text += "-"; break;
            case Seating::waits:
                text += "w" + std::to_string(one.place_in_line) + ":";
                text += one.why == Waiting::full ? "full" : one.why == Waiting::kept_for_others ? "kept" : "most";
                break;
        }
    }
    return text;
}

TEST(Seats, AreGivenInOrderOfNomination) {
    EXPECT_EQ(told({.seats = 2}, nominees({"PT", "AO", "MZ"})), "o o w1:full");
    EXPECT_EQ(told({.seats = 0}, nominees({"PT"})), "w1:full");
}

TEST(Seats, KeptForAGroupAreGivenToNobodyElse) {
    const Seats seats{.seats = 3, .quotas = {{.group = "AO", .reserved = 2}}};
    EXPECT_EQ(told(seats, nominees({"PT", "PT", "PT"})), "o w1:kept w2:kept");
    EXPECT_EQ(told(seats, nominees({"PT", "PT", "AO", "AO", "AO"})), "o w1:full r r w2:full");
    EXPECT_EQ(free_seats(seats, seated(seats, nominees({"PT", "PT", "PT"}))), 2U);
}

TEST(Seats, HaveAMostForAGroup) {
    const Seats seats{.seats = 4, .quotas = {{.group = "AO", .reserved = 1, .most = 2}}};
    EXPECT_EQ(told(seats, nominees({"AO", "AO", "AO", "PT"})), "r o w1:most o");
}

TEST(Seats, MoveTheLineUpWhenSomebodyWithdraws) {
    const Seats seats{.seats = 2};
    std::vector<Nominee> all = nominees({"PT", "AO", "MZ", "CV"});
    EXPECT_EQ(told(seats, all), "o o w1:full w2:full");
    all[0].withdrawn = true;
    EXPECT_EQ(told(seats, all), "- o o w1:full");
}

TEST(Seats, OfThoseConfirmedAreKeptWhenTheNumbersShrink) {
    std::vector<Nominee> all = nominees({"PT", "AO", "MZ"});
    all[2].confirmed = true;
    EXPECT_EQ(told({.seats = 1}, all), "w1:full w2:full o");
    all[1].confirmed = true;
    EXPECT_EQ(told({.seats = 1}, all), "w1:full o o");
}

// Whatever the numbers: no more seats than there are, no group above its most, nobody waits for a place that
// he could have, and one who withdraws never costs another his seat.
TEST(Seats, ObeyTheirRulesInAnyRoom) {
    std::uint64_t seed = 11;
    const auto dice = [&](std::uint64_t below) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>((seed >> 33) % below);
    };
    const std::vector<std::string> groups{"AO", "CV", "PT"};
    for (int round = 0; round < 500; ++round) {
        Seats seats{.seats = dice(8)};
        std::uint32_t left = seats.seats;
        for (const std::string& group : groups) {
            if (dice(2) == 0) continue;
            const std::uint32_t reserved = dice(left + 1);
            left -= reserved;
            seats.quotas.push_back({.group = group, .reserved = reserved, .most = dice(2) == 0 ? std::nullopt : std::optional(reserved + dice(3))});
        }
        std::vector<Nominee> all;
        for (std::uint32_t i = 0; i < 10; ++i) all.push_back({.number = i + 1, .group = groups[dice(3)]});
        const std::vector<Seated> before = seated(seats, all);
        std::uint32_t taken = 0;
        for (const Seated& one : before) taken += one.seating == Seating::waits ? 0U : 1U;
        EXPECT_LE(taken, seats.seats);
        for (const Quota& quota : seats.quotas) {
            std::uint32_t of_group = 0;
            for (std::size_t i = 0; i < all.size(); ++i) of_group += all[i].group == quota.group && before[i].seating != Seating::waits ? 1U : 0U;
            EXPECT_LE(of_group, quota.most.value_or(seats.seats));
        }
        const std::size_t gone = dice(10);
        all[gone].withdrawn = true;
        const std::vector<Seated> after = seated(seats, all);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool keeps = i == gone || before[i].seating == Seating::waits || after[i].seating != Seating::waits;
            EXPECT_TRUE(keeps) << round;
        }
        const bool had_seat = before[gone].seating != Seating::waits;
        if (!had_seat) {
            for (std::size_t i = 0; i < all.size(); ++i) {
                EXPECT_TRUE(i == gone || after[i].seating == before[i].seating) << round;
            }
        }
    }
}

}  // namespace
}  // namespace ponte
