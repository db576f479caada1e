// What is wrong with a paper is said; what is right is let through.
#include "adapters/paper/columns.h"
#include "adapters/paper/problems.h"
#include "adapters/paper/sample.h"

#include <gtest/gtest.h>

#include <numeric>

namespace ponte::paper {
namespace {

TEST(Problems, AreNoneInTheSampleButItsWickedLink) {
    for (const char* language : {"zh-Hant-MO", "zh-Hans-CN", "pt-PT", "en"}) {
        const std::vector<std::string> found = problems(sample_paper(language));
        // The sample skips a level and carries a script link on purpose.
        EXPECT_EQ(found, (std::vector<std::string>{
                             "link \"javascript:alert(1)\" leads neither inside nor to the web",
                             "heading \"" + std::string(language == std::string("en")           ? "Status"
                                                        : language == std::string("pt-PT")      ? "Situação"
                                                        : language == std::string("zh-Hant-MO") ? "狀態"
                                                                                                : "状态") +
                                 "\" skips a level"}));
        EXPECT_TRUE(problems(large_paper(language, 3, 4)).empty());
    }
}

TEST(Problems, NameEachFault) {
    paper::Run run;
    run.text = "x";
    struct Row {
        Block block;
        std::string_view part;
    };
    paper::Run badged = run;
    badged.badge = Badge::simulated;
    paper::Run lost = run;
    lost.link = "#nowhere";
    paper::Run foreign = run;
    foreign.language = "fr";
    const Row rows[] = {
        {Heading{5, {run}, "a"}, "outside 1..4"},
        {Heading{3, {run}, "a"}, "skips a level"},
        {Paragraph{{badged}, false}, "has no word"},
        {Paragraph{{lost}, false}, "leads nowhere"},
        {Paragraph{{foreign}, false}, "not one of the house"},
        {Table{"", {"a"}, {}, {}}, "no caption"},
        {Table{"t", {}, {}, {}}, "no heads"},
        {Table{"t", {"a", "b"}, {{Cell{}}}, {}}, "row 1: 1 cells under 2 heads"},
        {Table{"t", {"a", "b"}, {}, {50, 40}}, "widths"},
        {Table{"t", {"a", "b"}, {}, {100, 0}}, "widths"},
        {Chart{"c", "", {}, {}, "", "", {}, ""}, "no points"},
        {Chart{"c", "", {{2, {}}, {1, {}}}, {}, "", "", {}, ""}, "days do not rise"},
        {Tiles{{Tile{}}}, "1 tiles"},
    };
    for (const Row& row : rows) {
        Paper paper;
        paper.language = "en";
        paper.title = "t";
        paper.page_word = "{}/{}";
        EXPECT_TRUE(problems(paper).empty());
        paper.blocks = {row.block};
        const std::vector<std::string> found = problems(paper);
        ASSERT_EQ(found.size(), 1U) << row.part;
        EXPECT_NE(found[0].find(row.part), std::string::npos) << found[0];
    }
}

TEST(Columns, FillThePageAndFollowGivenShares) {
    const Paper paper = sample_paper("en");
    for (const Block& block : paper.blocks) {
        const auto* table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        const std::vector<double> shares = column_shares(*table, paper, 50);
        EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-9);
        for (const double share : shares) EXPECT_GT(share, 0.05);
    }
    EXPECT_EQ(column_shares(Table{"t", {"a", "b"}, {}, {25, 75}}, paper, 50), (std::vector<double>{0.25, 0.75}));
    EXPECT_TRUE(column_shares(Table{"t", {}, {}, {}}, paper, 50).empty());
}

}  // namespace
}  // namespace ponte::paper
