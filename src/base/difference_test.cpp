#include "base/difference.h"

#include <gtest/gtest.h>
#include <random>

namespace ponte {
namespace {

std::string shown(const std::vector<Stretch>& stretches) {
    std::string out;
    for (const Stretch& one : stretches) {
        out += one.change == Change::same ? one.text : one.change == Change::removed ? "[-" + one.text + "]" : "[+" + one.text + "]";
    }
    return out;
}
std::string shown(std::string_view before, std::string_view after) { return shown(difference(before, after)); }

TEST(Difference, MarksWholeWordsAndSingleIdeographs) {
    EXPECT_EQ(shown("Improve clearing; watch the flows.", "Improve RMB clearing; watch all flows."),
              "Improve [+RMB ]clearing; watch [-the][+all] flows.");
    EXPECT_EQ(shown("推动人民币在葡语国家的使用", "扩大人民币在葡语国家的使用"), "[-推动][+扩大]人民币在葡语国家的使用");
    EXPECT_EQ(shown("promover a utilização", "promover as utilizações"), "promover [-a utilização][+as utilizações]");
    EXPECT_EQ(shown("5家", "15家"), "[-5][+15]家");
}

TEST(Difference, OfNothingIsTheWhole) {
    EXPECT_TRUE(difference("", "").empty());
    EXPECT_EQ(shown("", "新"), "[+新]");
    EXPECT_EQ(shown("旧", ""), "[-旧]");
    EXPECT_EQ(shown("same", "same"), "same");
}

TEST(Difference, LeavesNoCrumbsBetweenChanges) {
    // One ideograph, a comma or a blank that happens to be in both is no island.
    EXPECT_EQ(shown("甲乙丙", "丁乙戊"), "[-甲乙丙][+丁乙戊]");
    EXPECT_EQ(shown("red, green", "blue, black"), "[-red, green][+blue, black]");
    EXPECT_EQ(shown("甲乙丙丁", "子乙丙丑"), "[-甲][+子]乙丙[-丁][+丑]");
    EXPECT_EQ(shown("red or green", "blue or black"), "[-red][+blue] or [-green][+black]");
}

// Whatever the two texts are, each is found again in their difference.
TEST(Difference, HoldsBothTexts) {
    std::mt19937_64 chance(11);
    const std::vector<std::string> words{"支", "持", "澳门", " ", "的", "a", "clearing", ",", "。", "é", "\xf0\xa0\x80\x80", "12", "\xff"};
    for (int round = 0; round < 400; ++round) {
        std::string before;
        std::string after;
        for (std::uint64_t n = chance() % 14; n > 0; --n) before += words[chance() % words.size()];
        for (std::uint64_t n = chance() % 14; n > 0; --n) after += words[chance() % words.size()];
        std::string old;
        std::string now;
        Change last = Change::same;
        bool first = true;
        for (const Stretch& one : difference(before, after)) {
            EXPECT_FALSE(one.text.empty());
            EXPECT_FALSE(!first && one.change == last) << shown(before, after);
            EXPECT_FALSE(!first && one.change == Change::removed && last == Change::added) << shown(before, after);
            if (one.change != Change::added) old += one.text;
            if (one.change != Change::removed) now += one.text;
            last = one.change;
            first = false;
        }
        EXPECT_EQ(old, before);
        EXPECT_EQ(now, after);
    }
}

TEST(Difference, OfTwoBooksIsTakenAsAWholeAndNotForever) {
    std::string before;
    std::string after;
    for (int i = 0; i < 6'000; ++i) {
        before += "w" + std::to_string(i) + " ";
        after += "v" + std::to_string(i) + " ";
    }
    const auto stretches = difference("Title " + before + "end", "Title " + after + "end");
    ASSERT_EQ(stretches.size(), 4U);
    EXPECT_EQ(stretches.front().text, "Title ");
    EXPECT_EQ(stretches.back().text, " end");
}

}  // namespace
}  // namespace ponte
