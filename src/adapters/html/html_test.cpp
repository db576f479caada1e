// The page is well-formed, whole, escaped and needs nobody else.
#include "adapters/html/html.h"

#include "adapters/paper/sample.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <set>

namespace ponte::html {
namespace {

constexpr const char* languages[] = {"zh-Hant-MO", "zh-Hans-CN", "pt-PT", "en"};

pugi::xml_document parsed(const std::string& page) {
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_string(page.c_str(), pugi::parse_default | pugi::parse_doctype);
    EXPECT_TRUE(result) << result.description() << " at " << page.substr(static_cast<std::size_t>(result.offset), 80);
    return document;
}

TEST(HtmlPage, IsWellFormedInFourLanguages) {
    for (const char* language : languages) {
        const pugi::xml_document page = parsed(render(paper::sample_paper(language)));
        EXPECT_STREQ(page.child("html").attribute("lang").value(), language);
        EXPECT_EQ(page.select_nodes("//h1").size(), 1U);
        EXPECT_EQ(page.select_nodes("//figure/svg").size(), 2U);
        EXPECT_EQ(page.select_nodes("//table").size(), page.select_nodes("//table/caption").size());
        EXPECT_EQ(page.select_nodes("//th").size(), page.select_nodes("//th[@scope]").size());
        EXPECT_EQ(page.select_nodes("//figure/svg").size(), page.select_nodes("//figure/svg[title and desc]").size());
    }
}

TEST(HtmlPage, CarriesEveryFigureOnceById) {
    const paper::Paper paper = paper::sample_paper("en");
    const pugi::xml_document page = parsed(render(paper));
    std::set<std::string> ids;
    for (const pugi::xpath_node& node : page.select_nodes("//*[@id]")) {
        EXPECT_TRUE(ids.insert(node.node().attribute("id").value()).second) << node.node().attribute("id").value();
    }
    std::size_t figures = 0;
    for (const pugi::xpath_node& node : page.select_nodes("//*[@data-figure]")) {
        ++figures;
        EXPECT_TRUE(ids.contains(node.node().attribute("data-figure").value()));
    }
    EXPECT_EQ(figures, 4U + 2U + 40U + 2U);
    for (int row = 0; row < 40; ++row) EXPECT_TRUE(ids.contains("m1.row" + std::to_string(row)));
}

TEST(HtmlPage, LeadsEveryInnerLinkToAnAnchor) {
    const pugi::xml_document page = parsed(render(paper::sample_paper("pt-PT")));
    std::set<std::string> ids;
    for (const pugi::xpath_node& node : page.select_nodes("//*[@id]")) ids.insert(node.node().attribute("id").value());
    int inner = 0;
    for (const pugi::xpath_node& node : page.select_nodes("//a")) {
        const std::string href = node.node().attribute("href").value();
        if (!href.starts_with('#')) continue;
        ++inner;
        EXPECT_TRUE(ids.contains(href.substr(1))) << href;
    }
    EXPECT_GT(inner, 5);
}

TEST(HtmlPage, RunsNothingAndLoadsNothing) {
    const std::string page = render(paper::sample_paper("en"));
    for (const char* word : {"<script", "href=\"javascript", "src=", "url(", "@import", "<link", "<iframe", "onload"}) {
        EXPECT_EQ(page.find(word), std::string::npos) << word;
    }
    EXPECT_NE(page.find("&lt;script&gt;alert(&#39;1 &lt; 2 &amp;&amp; 3 &gt; 2&#39;)"), std::string::npos);
}

TEST(HtmlPage, KeepsHeadingsInOrder) {
    const pugi::xml_document page = parsed(render(paper::sample_paper("en")));
    int before = 0;
    for (const pugi::xpath_node& node : page.select_nodes("//h1|//h2|//h3|//h4|//h5")) {
        const int level = node.node().name()[1] - '0';
        EXPECT_LE(level, before + 1);
        before = level;
    }
}

TEST(HtmlPage, MarksTextOfAnotherLanguage) {
    const pugi::xml_document page = parsed(render(paper::sample_paper("zh-Hant-MO")));
    EXPECT_EQ(page.select_nodes("//span[@lang='zh-Hans-CN']").size(), 1U);
}

TEST(HtmlPage, HoldsOnWithAPaperThatIsAllWrong) {
    paper::Paper paper;
    EXPECT_TRUE(parsed(render(paper)));
    paper.blocks = {paper::Table{}, paper::Table{"t", {"a"}, {{}, {paper::Cell{}, paper::Cell{}}}, {1, 2}}, paper::List{},
                    paper::Chart{}, paper::Tiles{}, paper::Note{}, paper::Heading{9, {}, "\"<"}, paper::Contents{}};
    EXPECT_TRUE(parsed(render(paper)));
}

TEST(HtmlPage, IsTheSameWhenMadeAgain) {
    EXPECT_EQ(render(paper::sample_paper("en")), render(paper::sample_paper("en")));
}

TEST(HtmlPage, MarksChangesByElementAndByWord) {
    const paper::Revision added{Change::added, "A", 1'609'400'000};
    const paper::Revision removed{Change::removed, "A", 1'609'400'000};
    paper::Paper paper{.language = "en", .title = "Work of 2021", .page_word = "{} of {}"};
    paper.title_line = {{.text = "Work of "}, {.text = "2020", .revision = removed}, {.text = "2021", .revision = added}};
    paper.blocks = {paper::Paragraph{{{.text = "Improve "}, {.text = "RMB", .revision = added}}}};
    const std::string page = render(paper);
    EXPECT_TRUE(parsed(page));
    EXPECT_NE(page.find("<del datetime=\"2020-12-31T07:33:20Z\" title=\"A, 2020-12-31\">[\u22122020]</del>"), std::string::npos);
    EXPECT_NE(page.find("<ins datetime=\"2020-12-31T07:33:20Z\" title=\"A, 2020-12-31\">[+RMB]</ins>"), std::string::npos);
}

}  // namespace
}  // namespace ponte::html
