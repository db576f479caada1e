// The PDF is whole, tagged, readable in four languages, with its fonts inside, and always the same.
#include "adapters/pdf/pdf.h"

#define POINTERHOLDER_TRANSITION 4
#include "adapters/paper/sample.h"
#include "adapters/pdf/flow.h"

#include <gtest/gtest.h>
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-font.h>
#include <poppler-page.h>
#include <poppler-toc.h>
#include <qpdf/QPDF.hh>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

// Font machinery keeps what it has read for the life of the process; that is no leak of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n"; }

namespace ponte::pdf {
namespace {

constexpr const char* languages[] = {"zh-Hant-MO", "zh-Hans-CN", "pt-PT", "en"};

const Bytes& made(const std::string& language) {
    static std::map<std::string, Bytes> files;
    Bytes& file = files[language];
    if (file.empty()) {
        Attempt<Bytes> bytes = render(paper::sample_paper(language));
        EXPECT_TRUE(bytes.has_value()) << bytes.error().what;
        if (bytes) file = *std::move(bytes);
    }
    return file;
}

std::unique_ptr<poppler::document> opened(const Bytes& file) {
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(reinterpret_cast<const char*>(file.data()), static_cast<int>(file.size())));
}

// All words without blanks, since lines break where they like.
std::string words_of(poppler::document& document) {
    std::string out;
    for (int i = 0; i < document.pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document.create_page(i));
        for (const char c : page->text().to_utf8()) {
            if (c != ' ' && c != '\n' && c != '\f') out += c;
        }
    }
    return out;
}

std::map<std::string, int> elements(QPDFObjectHandle node) {
    std::map<std::string, int> out;
    if (node.isArray()) {
        for (int i = 0; i < node.getArrayNItems(); ++i) {
            for (const auto& [name, count] : elements(node.getArrayItem(i))) out[name] += count;
        }
    } else if (node.isDictionary() && node.hasKey("/S")) {
        ++out[node.getKey("/S").getName()];
        if (node.hasKey("/Alt")) ++out["alt"];
        if (node.hasKey("/Lang")) ++out["lang " + node.getKey("/Lang").getUTF8Value()];
        for (const auto& [name, count] : elements(node.getKey("/K"))) out[name] += count;
    }
    return out;
}

TEST(PdfFile, IsTaggedAndSaysItsLanguage) {
    for (const char* language : languages) {
        QPDF pdf;
        const Bytes& file = made(language);
        pdf.processMemoryFile("paper", reinterpret_cast<const char*>(file.data()), file.size());
        EXPECT_TRUE(pdf.getWarnings().empty());
        QPDFObjectHandle root = pdf.getRoot();
        EXPECT_TRUE(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
        EXPECT_EQ(root.getKey("/Lang").getUTF8Value(), language);
        EXPECT_TRUE(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
        std::map<std::string, int> found = elements(root.getKey("/StructTreeRoot").getKey("/K"));
        EXPECT_EQ(found["/H1"], 2);
        EXPECT_EQ(found["/H2"], 2);
        EXPECT_EQ(found["/H3"], 1);
        EXPECT_EQ(found["/H4"], 1);
        EXPECT_EQ(found["/Table"], 3);
        EXPECT_EQ(found["/TH"], 6 + 5 + 3);
        EXPECT_EQ(found["/TR"], 3 + 41 + 10);
        EXPECT_EQ(found["/Figure"], 2);
        EXPECT_EQ(found["alt"], 2);
        EXPECT_EQ(found["/L"], 3);
        EXPECT_EQ(found["/LI"], 4 + 3 + 3);
        EXPECT_GE(found["/Link"], 4 + 2 + 1);
        const bool simplified = language == std::string("zh-Hans-CN");
        EXPECT_EQ(found[simplified || language != std::string("zh-Hant-MO") ? "lang zh-Hant-MO" : "lang zh-Hans-CN"], 1);
    }
}

TEST(PdfFile, GivesItsTextBackInFourLanguages) {
    const std::map<std::string, std::vector<std::string>> said{
        {"zh-Hant-MO", {"走廊工作文件", "二十二項措施中", "4,747.3", "計算所得", "第1頁，共6頁", "支持两地机构互设分支"}},
        {"zh-Hans-CN", {"走廊工作文件", "二十二项措施中", "支持兩地機構互設分支", "计算所得"}},
        {"pt-PT", {"Dossiêdocorredor", "adiantadas", "4747,3", "calculado", "ilustração", "支持兩地機構互設分支"}},
        {"en", {"Dossierofthecorridor", "fourareahead", "4,747.3", "computed", "Page1of6", "<script>alert('1<2&&3>2')</script>"}}};
    for (const auto& [language, phrases] : said) {
        const auto document = opened(made(language));
        ASSERT_NE(document, nullptr);
        const std::string words = words_of(*document);
        for (const std::string& phrase : phrases) {
            EXPECT_NE(words.find(phrase), std::string::npos) << language << ": " << phrase;
        }
        // A glyph that no font has would come back as nothing; the last row shows that tables are whole.
        EXPECT_NE(words.find("4.10"), std::string::npos);
    }
}

TEST(PdfFile, EmbedsEveryFontAndTakesRegionalOnes) {
    for (const char* language : languages) {
        const auto document = opened(made(language));
        std::string names;
        for (const poppler::font_info& font : document->fonts()) {
            EXPECT_TRUE(font.is_embedded() && font.is_subset()) << font.name();
            names += font.name() + " ";
        }
        if (language == std::string("zh-Hant-MO")) {
            EXPECT_NE(names.find("SerifCJKhk"), std::string::npos) << names;
        }
        if (language == std::string("zh-Hans-CN")) {
            EXPECT_NE(names.find("SansCJKsc"), std::string::npos) << names;
        }
    }
}

TEST(PdfFile, CarriesTitleDateBookmarksAndAttachment) {
    const auto document = opened(made("pt-PT"));
    EXPECT_EQ(document->info_date_t("CreationDate"), 1'609'372'800);
    const poppler::byte_array title = document->info_key("Title").to_utf8();
    EXPECT_EQ(std::string(title.begin(), title.end()), "Dossiê do corredor");
    const std::unique_ptr<poppler::toc> bookmarks(document->create_toc());
    ASSERT_NE(bookmarks, nullptr);
    EXPECT_EQ(bookmarks->root()->children().size(), 2U);
    ASSERT_EQ(document->embedded_files().size(), 1U);
    EXPECT_EQ(document->embedded_files()[0]->name(), "manifest.json");
    QPDF pdf;
    const Bytes& file = made("pt-PT");
    pdf.processMemoryFile("paper", reinterpret_cast<const char*>(file.data()), file.size());
    EXPECT_EQ(pdf.getRoot().getKey("/AF").getArrayItem(0).getKey("/AFRelationship").getName(), "/Data");
}

TEST(PdfFile, IsTheSameWhenMadeAgain) {
    for (const char* language : languages) {
        const Attempt<Bytes> again = render(paper::sample_paper(language));
        ASSERT_TRUE(again.has_value());
        EXPECT_TRUE(*again == made(language)) << language;
    }
}

TEST(PdfFile, HoldsOnWithAPaperThatIsAllWrong) {
    paper::Paper paper;
    EXPECT_TRUE(render(paper).has_value());
    paper::Run run;
    for (int i = 0; i < 4000; ++i) run.text += "long ";
    run.link = "#nowhere";
    paper.blocks = {paper::Table{}, paper::Table{"t", {"a"}, {{}, {paper::Cell{}, paper::Cell{}}}, {1, 2}}, paper::List{},
                    paper::Chart{}, paper::Tiles{}, paper::Note{paper::Tone::bad, "n", {{run}}},
                    paper::Heading{9, {}, "\"<"}, paper::Contents{}, paper::PageBreak{}, paper::PageBreak{},
                    paper::Table{"t", {"a", "b"}, {{paper::Cell{{run}, paper::Tone::good, false}, paper::Cell{}}}, {}},
                    paper::Paragraph{{run}, false}};
    const Attempt<Bytes> bytes = render(paper);
    ASSERT_TRUE(bytes.has_value()) << bytes.error().what;
    EXPECT_NE(opened(*bytes), nullptr);
}

TEST(Pages, HoldEveryStripAndLeaveNoHeadingAtTheFoot) {
    for (const char* language : languages) {
        const paper::Paper paper = paper::large_paper(language, 22, 20);
        const Type type(paper);
        Flow flow = pdf::flow(paper, type);
        paginate(flow);
        EXPECT_GT(flow.pages, 22);
        for (std::size_t i = 0; i < flow.strips.size(); ++i) {
            const Strip& strip = flow.strips[i];
            if (!strip.draw) continue;
            EXPECT_LE(strip.y + strip.height, page_bottom + 0.1) << "strip " << i;
            EXPECT_GE(strip.y, page_top - 0.1);
            if (strip.keep_next && i + 1 < flow.strips.size()) {
                EXPECT_EQ(strip.page, flow.strips[i + 1].page) << "strip " << i;
            }
        }
    }
}

TEST(PdfFile, MarksChangesInWords) {
    const paper::Revision added{Change::added, "A", 1'609'400'000};
    const paper::Revision removed{Change::removed, "A", 1'609'400'000};
    paper::Paper paper{.language = "zh-Hans-CN", .title = "重点工作", .page_word = "{} {}"};
    paper.title_line = {{.text = "2020", .revision = removed}, {.text = "2021", .revision = added}, {.text = "年重点工作"}};
    paper.blocks = {paper::Paragraph{{{.text = "推动", .revision = removed}, {.text = "扩大", .revision = added}, {.text = "使用。"}}}};
    const Attempt<Bytes> file = render(paper);
    ASSERT_TRUE(file) << file.error().what;
    const auto document = opened(*file);
    ASSERT_NE(document, nullptr);
    EXPECT_NE(words_of(*document).find("[\u22122020][+2021]年重点工作"), std::string::npos) << words_of(*document);
    EXPECT_NE(words_of(*document).find("[\u2212推动][+扩大]使用。"), std::string::npos) << words_of(*document);
}

}  // namespace
}  // namespace ponte::pdf
