#include "desks/planning/queries_match.h"

#include <gtest/gtest.h>
#include <random>
#include <set>

namespace ponte::planning {
namespace {

DutyText text(std::uint16_t measure, std::uint16_t duty, std::string words) {
    return {.number = {.measure = measure, .duty = duty}, .text = words, .measure = words};
}

std::string shown(const std::vector<ProposedMatch>& matches) {
    std::string out;
    for (const ProposedMatch& one : matches) {
        for (const DutyNumber& duty : one.match.from) out += std::to_string(duty.measure) + "." + std::to_string(duty.duty) + " ";
        out += "-" + std::string(name_of(one.match.kind)) + "->";
        for (const DutyNumber& duty : one.match.to) out += " " + std::to_string(duty.measure) + "." + std::to_string(duty.duty);
        out += "; ";
    }
    return out;
}

// Reckoned by hand: 支持/持澳/澳门 of both are common, 门建/建设 and 门发/发展 are not.
TEST(Likeness, CountsPairsOfIdeographsAndWords) {
    EXPECT_EQ(likeness("支持澳门建设", "支持澳门发展"), 600U);
    EXPECT_EQ(likeness("Improve the clearing", "Improve the bonds"), 666U);
    EXPECT_EQ(likeness("支持澳門", "支持澳门。"), 1'000U) << "script and marks make no difference";
    EXPECT_EQ(likeness("Promoção", "promocao"), 1'000U);
    EXPECT_EQ(likeness("一", "二"), 0U);
    EXPECT_EQ(likeness("", ""), 1'000U);
    EXPECT_EQ(likeness("the the", "the"), 666U) << "as often as it stands there";
    EXPECT_EQ(containment("Improve clearing", "Improve clearing and bonds"), 1'000U);
    EXPECT_EQ(containment("", "anything"), 0U);
}

TEST(ProposedMatches, FindsEachKind) {
    const std::vector<DutyText> from{text(1, 1, "支持澳门建设葡语国家人民币清算中心"), text(1, 2, "推动人民币在葡语国家的使用"),
                                     text(2, 1, "设立奖学金等优惠政策"), text(2, 2, "吸引学生双向交流学习"),
                                     text(3, 1, "加强科技人才的培养和交流并优化科研项目的资助评审程序"), text(4, 1, "举办国际性展览")};
    const std::vector<DutyText> to{text(1, 1, "支持澳門建設葡語國家人民幣清算中心"), text(1, 2, "扩大人民币在葡语国家的使用范围"),
                                   text(2, 1, "设立奖学金等优惠政策，吸引学生双向交流学习"), text(3, 1, "加强科技人才的培养和交流"),
                                   text(3, 2, "优化科研项目的资助评审程序"), text(5, 1, "编制五年工作清单")};
    EXPECT_EQ(shown(proposed_matches(from, to)),
              "1.1 -carried_over-> 1.1; 1.2 -changed-> 1.2; 2.1 2.2 -merged-> 2.1; 3.1 -split-> 3.1 3.2; -added-> 5.1; 4.1 -dropped->; ");
}

TEST(ProposedMatches, PrefersTheDutyOfTheLikerMeasure) {
    const std::vector<DutyText> from{{{1, 1}, "加强交流合作", "金融领域，加强交流合作"}, {{2, 1}, "加强交流合作", "文化领域，加强交流合作"}};
    const std::vector<DutyText> to{{{1, 1}, "加强交流合作", "文化领域，加强交流合作"}, {{2, 1}, "加强交流合作", "金融领域，加强交流合作"}};
    EXPECT_EQ(shown(proposed_matches(from, to)), "2.1 -carried_over-> 1.1; 1.1 -carried_over-> 2.1; ");
}

// Three of five words of the left-over duty stand in the other: 600, which is enough; two of five are not.
TEST(ProposedMatches, MergesAndSplitsFromSixHundredOn) {
    const DutyText both = text(1, 1, "one two three four five six seven eight");
    EXPECT_EQ(shown(proposed_matches({both, text(1, 2, "one two three nine ten")}, {both})), "1.1 1.2 -merged-> 1.1; ");
    EXPECT_EQ(shown(proposed_matches({both, text(1, 2, "one two eleven nine ten")}, {both})), "1.1 -carried_over-> 1.1; 1.2 -dropped->; ");
    EXPECT_EQ(shown(proposed_matches({both}, {both, text(1, 2, "one two three nine ten")})), "1.1 -split-> 1.1 1.2; ");
    EXPECT_EQ(shown(proposed_matches({both}, {both, text(1, 2, "one two eleven nine ten")})), "1.1 -carried_over-> 1.1; -added-> 1.2; ");
    // Pairs are alike from 400 on: two of five words each way.
    EXPECT_EQ(shown(proposed_matches({text(1, 1, "a b c d e")}, {text(1, 1, "a b x y z")})), "1.1 -changed-> 1.1; ");
    EXPECT_EQ(shown(proposed_matches({text(1, 1, "a b c d e f")}, {text(1, 1, "a b x y z")})), "-added-> 1.1; 1.1 -dropped->; ");
}

// Whatever the texts are: each duty stands in one match, and a match has its shape.
TEST(ProposedMatches, NameEachDutyOnce) {
    const std::vector<std::string> words{"支持", "澳门", "清算", "合作", "bonds", "clearing", "the", "人民币", "展览", "，"};
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::mt19937_64 chance(seed);
        const auto some = [&] {
            std::vector<DutyText> all;
            const std::uint64_t count = chance() % 9;
            for (std::uint16_t i = 1; i <= count; ++i) {
                std::string sentence;
                for (std::uint64_t n = 1 + chance() % 6; n > 0; --n) sentence += words[chance() % words.size()] + (chance() % 2 == 0 ? " " : "");
                all.push_back(text(i, 1, sentence));
            }
            return all;
        };
        const auto from = some();
        const auto to = some();
        std::multiset<DutyNumber> from_named;
        std::multiset<DutyNumber> to_named;
        for (const ProposedMatch& one : proposed_matches(from, to)) {
            from_named.insert(one.match.from.begin(), one.match.from.end());
            to_named.insert(one.match.to.begin(), one.match.to.end());
            const std::pair shape{one.match.from.size(), one.match.to.size()};
            switch (one.match.kind) {
                case MatchKind::carried_over:
                case MatchKind::changed: EXPECT_EQ(shape, (std::pair<std::size_t, std::size_t>(1, 1))); break;
                case MatchKind::added: EXPECT_EQ(shape, (std::pair<std::size_t, std::size_t>(0, 1))); break;
                case MatchKind::dropped: EXPECT_EQ(shape, (std::pair<std::size_t, std::size_t>(1, 0))); break;
                case MatchKind::merged: EXPECT_TRUE(shape.first >= 2 && shape.second == 1); break;
                case MatchKind::split: EXPECT_TRUE(shape.first == 1 && shape.second >= 2); break;
            }
        }
        std::multiset<DutyNumber> all_from;
        std::multiset<DutyNumber> all_to;
        for (const DutyText& one : from) all_from.insert(one.number);
        for (const DutyText& one : to) all_to.insert(one.number);
        EXPECT_EQ(from_named, all_from) << seed;
        EXPECT_EQ(to_named, all_to) << seed;
    }
}

}  // namespace
}  // namespace ponte::planning
