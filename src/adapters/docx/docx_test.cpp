// The Word file is a whole package: parts well-formed and declared, relations resolved, bookmarks in
// pairs, and the same bytes each time.
#include "adapters/docx/docx.h"

#include "adapters/paper/sample.h"
#include "adapters/zipped/zipped.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <map>
#include <set>
#include <string>

// Font machinery keeps what it has read for the life of the process; that is no leak of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n"; }

namespace ponte::docx {
namespace {

constexpr const char* languages[] = {"zh-Hant-MO", "zh-Hans-CN", "pt-PT", "en"};

using Parts = std::map<std::string, std::string>;

Parts parts_of(const paper::Paper& paper) {
    const Attempt<Bytes> file = render(paper);
    EXPECT_TRUE(file.has_value());
    const Outcome<std::vector<zipped::Entry>> entries = zipped::unzip(*file);
    EXPECT_TRUE(entries.has_value());
    Parts parts;
    for (const zipped::Entry& entry : *entries) parts.emplace(entry.name, std::string(entry.bytes.begin(), entry.bytes.end()));
    return parts;
}

pugi::xml_document parsed(const std::string& part) {
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_string(part.c_str(), pugi::parse_full);
    EXPECT_TRUE(result) << result.description() << ": " << part.substr(0, 200);
    // pugixml lets a second declaration pass; Word does not.
    EXPECT_EQ(part.find("<?xml", 1), std::string::npos);
    return document;
}

TEST(WordFile, HasEveryPartWellFormedAndDeclared) {
    for (const char* language : languages) {
        const Parts parts = parts_of(paper::sample_paper(language));
        const pugi::xml_document types = parsed(parts.at("[Content_Types].xml"));
        std::set<std::string> declared;
        for (const pugi::xpath_node& node : types.select_nodes("//Override")) {
            const std::string name = std::string(node.node().attribute("PartName").value()).substr(1);
            EXPECT_TRUE(parts.contains(name)) << name;
            declared.insert(name);
        }
        for (const auto& [name, part] : parts) {
            if (name.ends_with(".png")) {
                EXPECT_TRUE(part.starts_with("\x89PNG"));
                continue;
            }
            EXPECT_TRUE(parsed(part)) << name;
            const bool by_ending = name.ends_with(".rels") || name == "[Content_Types].xml";
            EXPECT_TRUE(by_ending || declared.contains(name)) << name;
        }
    }
}

TEST(WordFile, ResolvesEveryRelation) {
    const Parts parts = parts_of(paper::sample_paper("zh-Hant-MO"));
    std::set<std::string> ids;
    const pugi::xml_document relations = parsed(parts.at("word/_rels/document.xml.rels"));
    for (const pugi::xpath_node& node : relations.select_nodes("//Relationship")) {
        EXPECT_TRUE(ids.insert(node.node().attribute("Id").value()).second);
        if (node.node().attribute("TargetMode")) continue;
        EXPECT_TRUE(parts.contains(std::string("word/") + node.node().attribute("Target").value()));
    }
    int used = 0;
    const pugi::xml_document document = parsed(parts.at("word/document.xml"));
    for (const pugi::xpath_node& node : document.select_nodes("//@*[name()='r:id' or name()='r:embed']")) {
        EXPECT_TRUE(ids.contains(node.attribute().value())) << node.attribute().value();
        ++used;
    }
    EXPECT_GE(used, 4 + 2 + 2);
}

TEST(WordFile, WrapsEachFigureInABookmarkOfItsOwn) {
    const Parts parts = parts_of(paper::sample_paper("en"));
    const pugi::xml_document document = parsed(parts.at("word/document.xml"));
    std::set<std::string> names;
    std::set<std::string> open;
    int figures = 0;
    for (const pugi::xpath_node& node : document.select_nodes("//w:bookmarkStart")) {
        const std::string name = node.node().attribute("w:name").value();
        EXPECT_TRUE(names.insert(name).second) << name;
        EXPECT_LE(name.size(), 40U);
        EXPECT_TRUE(open.insert(node.node().attribute("w:id").value()).second);
        if (!name.starts_with("fig_")) continue;
        ++figures;
        const pugi::xml_node run = node.node().next_sibling();
        EXPECT_STREQ(run.child("w:rPr").child("w:rStyle").attribute("w:val").value(), "Figure");
        EXPECT_STREQ(run.next_sibling().name(), "w:bookmarkEnd");
    }
    for (const pugi::xpath_node& node : document.select_nodes("//w:bookmarkEnd")) {
        EXPECT_EQ(open.erase(node.node().attribute("w:id").value()), 1U);
    }
    EXPECT_TRUE(open.empty());
    EXPECT_EQ(figures, 4 + 2 + 40 + 2);
    EXPECT_TRUE(names.contains("fig_m1_now"));
    EXPECT_TRUE(names.contains("fig_m1_row39"));
    for (const pugi::xpath_node& node : document.select_nodes("//w:hyperlink[@w:anchor]")) {
        EXPECT_TRUE(names.contains(node.node().attribute("w:anchor").value()));
    }
}

TEST(WordFile, UsesOnlyStylesThatItDefines) {
    const Parts parts = parts_of(paper::sample_paper("pt-PT"));
    std::set<std::string> defined;
    const pugi::xml_document styles = parsed(parts.at("word/styles.xml"));
    for (const pugi::xpath_node& node : styles.select_nodes("//w:style")) {
        EXPECT_TRUE(defined.insert(node.node().attribute("w:styleId").value()).second);
    }
    for (const auto& name : {"word/document.xml", "word/footer.xml", "word/header.xml"}) {
        const pugi::xml_document document = parsed(parts.at(name));
        for (const pugi::xpath_node& node : document.select_nodes("//w:pStyle|//w:rStyle|//w:tblStyle")) {
            EXPECT_TRUE(defined.contains(node.node().attribute("w:val").value())) << node.node().attribute("w:val").value();
        }
    }
}

TEST(WordFile, RepeatsTableHeadsAndKeepsRowsWhole) {
    const pugi::xml_document document = parsed(parts_of(paper::sample_paper("en")).at("word/document.xml"));
    EXPECT_EQ(document.select_nodes("//w:tblHeader").size(), 3U);
    EXPECT_EQ(document.select_nodes("//w:tr").size(), document.select_nodes("//w:cantSplit").size());
    // A cell without a paragraph would make Word call the file damaged.
    EXPECT_EQ(document.select_nodes("//w:tc[not(w:p)]").size(), 0U);
    EXPECT_EQ(document.select_nodes("//w:drawing").size(), document.select_nodes("//wp:docPr[@descr!='']").size());
}

TEST(WordFile, SaysWhichLanguageIsWhich) {
    const Parts parts = parts_of(paper::sample_paper("pt-PT"));
    const pugi::xml_document styles = parsed(parts.at("word/styles.xml"));
    EXPECT_STREQ(styles.select_node("//w:docDefaults//w:lang").node().attribute("w:val").value(), "pt-PT");
    const pugi::xml_document document = parsed(parts.at("word/document.xml"));
    const pugi::xml_node run = document.select_node("//w:r[w:rPr/w:lang]").node();
    EXPECT_STREQ(run.child("w:rPr").child("w:lang").attribute("w:eastAsia").value(), "zh-MO");
    EXPECT_STREQ(run.child("w:rPr").child("w:rFonts").attribute("w:eastAsia").value(), "Microsoft JhengHei");
}

TEST(WordFile, CountsItsPagesByFields) {
    const std::string footer = parts_of(paper::sample_paper("zh-Hant-MO")).at("word/footer.xml");
    EXPECT_NE(footer.find("w:instr=\" PAGE \""), std::string::npos);
    EXPECT_NE(footer.find("w:instr=\" NUMPAGES \""), std::string::npos);
    EXPECT_EQ(footer.find("{}"), std::string::npos);
}

TEST(WordFile, KeepsScriptLinksOut) {
    const Parts parts = parts_of(paper::sample_paper("en"));
    for (const auto& [name, part] : parts) EXPECT_EQ(part.find("javascript:"), std::string::npos) << name;
}

TEST(WordFile, IsTheSameWhenMadeAgain) {
    for (const char* language : languages) {
        EXPECT_TRUE(*render(paper::sample_paper(language)) == *render(paper::sample_paper(language)));
    }
}

TEST(WordFile, HoldsOnWithAPaperThatIsAllWrong) {
    paper::Paper paper;
    EXPECT_TRUE(render(paper).has_value());
    paper.blocks = {paper::Table{}, paper::Table{"t", {"a"}, {{}, {paper::Cell{}, paper::Cell{}}}, {1, 2}}, paper::List{},
                    paper::Chart{}, paper::Tiles{}, paper::Note{}, paper::Heading{9, {}, "\"<"}, paper::Contents{}};
    EXPECT_TRUE(parsed(parts_of(paper).at("word/document.xml")));
}

paper::Paper revised_paper() {
    const paper::Revision added{Change::added, "The secretariat & its other side", 1'609'400'000};
    const paper::Revision removed{Change::removed, "The secretariat & its other side", 1'609'400'000};
    paper::Paper paper{.language = "en", .title = "Work of 2021", .page_word = "{} of {}"};
    paper.title_line = {{.text = "Work of "}, {.text = "2020", .revision = removed}, {.text = "2021", .revision = added}};
    paper.tracks_changes = true;
    paper.blocks = {paper::Paragraph{{{.text = "1. Improve "}, {.text = "RMB ", .revision = added}, {.text = "clearing."}}},
                    paper::Paragraph{{{.text = "2. Dropped.", .revision = removed}}, false, removed},
                    paper::Paragraph{{{.text = "2. New <b>.", .revision = added}}, false, added}};
    return paper;
}

// The text of the paragraphs when every change is accepted, or every one rejected.
std::string after_all(const pugi::xml_document& document, bool accepted) {
    std::string text;
    for (const pugi::xpath_node& node : document.select_nodes("//w:body/w:p")) {
        for (const pugi::xpath_node& run : node.node().select_nodes(accepted ? ".//w:r/w:t" : ".//w:r[not(parent::w:ins)]/*[self::w:t or self::w:delText]")) {
            text += run.node().text().get();
        }
        const pugi::xml_node mark = node.node().child("w:pPr").child("w:rPr");
        if (!mark.child(accepted ? "w:del" : "w:ins")) text += '|';
    }
    return text;
}

TEST(WordFile, TracksWhatWasAddedAndRemovedWithAuthorAndDate) {
    const Parts parts = parts_of(revised_paper());
    const pugi::xml_document document = parsed(parts.at("word/document.xml"));
    EXPECT_EQ(after_all(document, true), "Work of 2021|1. Improve RMB clearing.|2. New <b>.|");
    EXPECT_EQ(after_all(document, false), "Work of 2020|1. Improve clearing.|2. Dropped.|");
    std::set<std::string> ids;
    for (const pugi::xpath_node& node : document.select_nodes("//w:ins|//w:del")) {
        EXPECT_TRUE(ids.insert(node.node().attribute("w:id").value()).second);
        EXPECT_STREQ(node.node().attribute("w:author").value(), "The secretariat & its other side");
        EXPECT_STREQ(node.node().attribute("w:date").value(), "2020-12-31T07:33:20Z");
    }
    EXPECT_EQ(ids.size(), 7U);
    // Word calls a file damaged whose removed runs hold w:t.
    EXPECT_EQ(document.select_nodes("//w:del//w:t").size(), 0U);
    EXPECT_EQ(document.select_nodes("//w:delText[not(ancestor::w:del)]").size(), 0U);
    EXPECT_NE(parts.at("word/settings.xml").find("<w:trackRevisions/>"), std::string::npos);
    EXPECT_EQ(parts_of(paper::sample_paper("en")).at("word/settings.xml").find("<w:trackRevisions/>"), std::string::npos);
}

}  // namespace
}  // namespace ponte::docx
