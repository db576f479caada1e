#include "adapters/docx_read/docx_read.h"

#include "adapters/zipped/resaved_for_tests.h"
#include "adapters/zipped/zipped.h"

#include <gtest/gtest.h>

namespace ponte::docx_read {
namespace {

using Parts = std::map<std::string, std::string>;
using Texts = std::vector<std::string>;

const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(const std::string& type, const std::string& target, const std::string& more = "") {
    return "<Relationship Id=\"r" + type.substr(0, 3) + "\" Type=\"" + office + type + "\" Target=\"" + target + "\"" + more + "/>";
}

Parts parts_with(const std::string& body) {
    return {
        {"[Content_Types].xml",
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
         "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
         "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
         "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
         "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/></Types>"},
        {"_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relation("officeDocument", "word/document.xml") +
                            relation("custom-properties", "docProps/custom.xml") + "</Relationships>"},
        {"docProps/custom.xml",
         "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
         "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
         "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"ponte\"><vt:lpwstr>2020-Q3 amcm</vt:lpwstr></property></Properties>"},
        {"word/_rels/document.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relation("styles", "styles.xml") +
             relation("hyperlink", "https://example.org/", " TargetMode=\"External\"") + "</Relationships>"},
        {"word/styles.xml",
         "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
         "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"},
        {"word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                              "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body + "</w:body></w:document>"},
    };
}

Bytes packed(const Parts& parts) {
    std::vector<zipped::Entry> entries;
    for (const auto& [name, text] : parts) entries.push_back({name, Bytes(text.begin(), text.end())});
    const auto bytes = zipped::zip(entries);
    EXPECT_TRUE(bytes.has_value());
    return bytes.has_value() ? *bytes : Bytes{};
}

Document document_of(const std::string& body) {
    const auto document = read(packed(parts_with(body)));
    EXPECT_TRUE(document.has_value()) << document.error().kind.code << ' ' << document.error().subject << " at " << document.error().place;
    return document.has_value() ? *document : Document{};
}

std::string run(const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }
std::string para(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }
std::string cell(const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + para(run(text)) + "</w:tc>";
}
std::string table(const std::string& rows) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>"; }
std::string control(const std::string& tag, const std::string& content, const std::string& more = "") {
    return "<w:sdt><w:sdtPr><w:tag w:val=\"" + tag + "\"/>" + more + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}

Texts paragraphs_of(const std::string& body) {
    Texts texts;
    for (const auto& block : document_of(body).blocks) {
        if (const auto* one = std::get_if<Paragraph>(&block)) texts.push_back(one->text);
    }
    return texts;
}

TEST(DocxRead, GivesParagraphsAsTheyAreSeen) {
    EXPECT_EQ(paragraphs_of(para(run("a ") + "<w:r><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:noBreakHyphen/></w:r>") + para("")),
              (Texts{"a b\tc\nd-", ""}));
    EXPECT_EQ(paragraphs_of(para("<w:hyperlink>" + run("link") + "</w:hyperlink><w:fldSimple w:instr=\"PAGE\">" + run("7") + "</w:fldSimple>")), (Texts{"link7"}));
    EXPECT_EQ(paragraphs_of(para("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("\xef\xa4\xb7"))), (Texts{"路"}));
    EXPECT_EQ(paragraphs_of(para(run("box:") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + para(run("once")) + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
                                 para(run("once")) + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>")),
              (Texts{"box:", "once"}));
    const auto styled = document_of("<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" + run("Head") + "</w:p><w:p><w:pPr><w:pStyle w:val=\"Own\"/></w:pPr></w:p>");
    EXPECT_EQ(std::get<Paragraph>(styled.blocks.at(0)).style, "heading 1");
    EXPECT_EQ(std::get<Paragraph>(styled.blocks.at(1)).style, "Own");
    EXPECT_EQ(styled.properties, (std::map<std::string, std::string>{{"ponte", "2020-Q3 amcm"}}));
}

TEST(DocxRead, CountsInsertedTextAndNotDeletedText) {
    EXPECT_EQ(paragraphs_of(para(run("was ") + "<w:del><w:r><w:delText>old</w:delText><w:tab/></w:r></w:del><w:ins>" + run("new") + "</w:ins><w:moveFrom>" + run("x") +
                                 "</w:moveFrom><w:moveTo>" + run("!") + "</w:moveTo>")),
              (Texts{"was new!"}));
    EXPECT_EQ(paragraphs_of("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("one ") + "</w:p>" + para(run("paragraph"))), (Texts{"one paragraph"}));
    const auto document = document_of(table("<w:tr>" + cell("1") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell("2") + "</w:tr><w:tr>" + cell("gone", "<w:cellDel/>") + cell("3") + "</w:tr>"));
    EXPECT_TRUE(document.tracked_changes);
    const auto& rows = document.tables().at(0)->rows;
    ASSERT_EQ(rows.size(), 2U);
    ASSERT_EQ(rows[1].cells.size(), 1U);
    EXPECT_EQ(rows[1].cells[0].text, "3");
    EXPECT_EQ(rows[1].cells[0].column, 2U);
    EXPECT_FALSE(document_of(para(run("x"))).tracked_changes);
}

TEST(DocxRead, GivesTablesAsRowsOfCells) {
    const auto document = document_of(para("") + table("<w:tr>" + cell("wide", "<w:gridSpan w:val=\"2\"/>") + cell("top", "<w:vMerge w:val=\"restart\"/>") + "</w:tr><w:tr>" + cell("a") +
                                                       "<w:tc>" + para(run("first")) + para(run("second")) + table("<w:tr>" + cell("in") + cell("side") + "</w:tr>") + para("") + "</w:tc>" +
                                                       cell("", "<w:vMerge/>") + "</w:tr>") + table("<w:tr>" + cell("second table") + "</w:tr>"));
    const auto tables = document.tables();
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[1]->number, 2U);
    const auto& rows = tables[0]->rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].cells[0].span, 2U);
    EXPECT_EQ(rows[0].cells[1].column, 3U);
    EXPECT_FALSE(rows[0].cells[1].continued);
    ASSERT_EQ(rows[1].cells.size(), 3U);
    EXPECT_EQ(rows[1].cells[1].text, "first\nsecond\nin\nside\n");
    EXPECT_TRUE(rows[1].cells[2].continued);
    EXPECT_EQ(place_of(*tables[0], 2, 3), "table 1, row 2, column 3");
}

TEST(DocxRead, FindsContentControlsAndBookmarksWhereverTheyStand) {
    const auto prompt = "<w:showingPlcHdr/>";
    const auto prompted = [](const std::string& text) { return "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>" + text + "</w:t></w:r>"; };
    const auto document = document_of(
        control("block", para(run("a") + control("inside", run("b")) + control("empty", prompted("Click here"), prompt) + "<w:bookmarkStart w:name=\"here\"/><w:bookmarkStart w:name=\"_GoBack\"/>")) +
        table(control("row", "<w:tr>" + control("cell", cell("1")) + "<w:tc>" + control("lines", para(run("2"))) + para(control("prompt", prompted("Type"), prompt) + control("typed", run("over"), prompt)) + "</w:tc></w:tr>")));
    const auto& paragraph = std::get<Paragraph>(document.blocks.at(0));
    EXPECT_EQ(paragraph.text, "ab");
    EXPECT_EQ(paragraph.tags, (Texts{"block", "inside", "empty"}));
    EXPECT_EQ(paragraph.bookmarks, (Texts{"here"}));
    const auto& cells = document.tables().at(0)->rows.at(0).cells;
    EXPECT_EQ(cells.at(0).tags, (Texts{"row", "cell"}));
    EXPECT_EQ(cells.at(1).tags, (Texts{"row", "lines", "prompt", "typed"}));
    EXPECT_EQ(cells.at(1).text, "2\nover");
}

TEST(DocxRead, RefusesTextsWithTheirPlace) {
    struct Case {
        std::string body;
        std::string_view code;
        std::string place;
    };
    std::string deep;
    for (int i = 0; i < 80; ++i) deep = "<w:smartTag>" + deep + "</w:smartTag>";
    std::string tables;
    for (int i = 0; i < 80; ++i) tables = table("<w:tr><w:tc>" + tables + "</w:tc></w:tr>");
    const std::string in_table = para(run("x")) + table("<w:tr>" + cell("y") + "</w:tr>") + para("");
    const auto second = [&](const std::string& text) { return in_table + table("<w:tr>" + cell("") + "</w:tr><w:tr>" + cell("", "<w:gridSpan w:val=\"2\"/>") + cell(text) + "</w:tr>"); };
    const std::vector<Case> cases{
        {para("") + para(run("\x07")), "docx.control_character", "paragraph 2"},
        {second("\x07"), "docx.control_character", "table 2, row 2, column 3"},
        {second(std::string(text_bytes_max + 1, 'x')), "docx.text_too_long", "table 2, row 2, column 3"},
        {para("") + para(deep), "docx.too_deep", "paragraph 2"},
        {tables, "docx.too_deep", "table 1, row 1, column 1"},
        {table("<w:tr>" + cell("", "<w:gridSpan w:val=\"64\"/>") + "</w:tr>"), "docx.too_large", "table 1, row 1, column 64"},
        {para(run("\xff")), "docx.damaged", "paragraph 1"},
        {"<w:p", "docx.damaged", "word/document.xml"},
    };
    for (const auto& one : cases) {
        const auto document = read(packed(parts_with(one.body)));
        ASSERT_FALSE(document.has_value()) << one.code << ' ' << one.body.substr(0, 200);
        EXPECT_EQ(document.error().kind.code, one.code) << one.body.substr(0, 200);
        EXPECT_EQ(document.error().place, one.place) << one.code;
    }
}

TEST(DocxRead, RefusesFilesThatAreMoreThanTheirText) {
    const auto with = [](const std::string& name, const std::string& content) {
        auto parts = parts_with(para(""));
        parts[name] = content;
        return packed(parts);
    };
    const auto outside = [&](const std::string& type) {
        return with("word/_rels/header1.xml.rels", "<Relationships>" + relation(type, "https://example.org/x", " TargetMode=\"External\"") + "</Relationships>");
    };
    const std::string old_word("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    struct Case {
        Bytes bytes;
        std::string_view code;
    };
    const std::vector<Case> cases{
        {{}, "zip.not_a_zip"},
        {Bytes(old_word.begin(), old_word.end()), "docx.old_or_locked"},
        {with("word/media/bomb.png", std::string(std::size_t{40} << 20, 'x')), "zip.ratio_too_high"},
        {with("word/vbaProject.bin", "x"), "docx.macros"},
        {with("word/activeX/activeX1.xml", "x"), "docx.macros"},
        {outside("image"), "docx.external_link"},
        {outside("attachedTemplate"), "docx.external_link"},
        {outside("oleObject"), "docx.external_link"},
        {packed({{"xl/workbook.xml", "x"}}), "docx.not_a_document"},
        {with("_rels/.rels", "<Relationships/>"), "docx.not_a_document"},
        {with("word/document.xml", "<workbook/>"), "docx.not_a_document"},
        {with("word/styles.xml", "<w:styles"), "docx.damaged"},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto document = read(cases[i].bytes);
        ASSERT_FALSE(document.has_value()) << "case " << i;
        EXPECT_EQ(document.error().kind.code, cases[i].code) << "case " << i;
    }
    EXPECT_TRUE(read(outside("hyperlink")).has_value());
}

TEST(DocxRead, ReadsWhatLibreOfficeSaves) {
    if (!zipped::office_program_is_here()) GTEST_SKIP() << "LibreOffice is not installed";
    const auto body = "<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" + run("標題") + "</w:p>" +
                      para(run("was ") + "<w:del w:id=\"1\" w:author=\"a\" w:date=\"2020-01-01T00:00:00Z\"><w:r><w:delText>old</w:delText></w:r></w:del>"
                                         "<w:ins w:id=\"2\" w:author=\"a\" w:date=\"2020-01-01T00:00:00Z\">" + run("new") + "</w:ins>") +
                      table("<w:tr>" + cell("a b") + "<w:tc>" + para(control("figure", run("1,234.50"))) + para(run("more")) + "</w:tc></w:tr>");
    const auto saved = zipped::resaved(packed(parts_with(body)), "docx", "docx");
    ASSERT_TRUE(saved.has_value());
    const auto document = read(*saved);
    ASSERT_TRUE(document.has_value()) << document.error().kind.code << ' ' << document.error().subject << ' ' << document.error().place;
    EXPECT_EQ(std::get<Paragraph>(document->blocks.at(0)).text, "標題");
    EXPECT_EQ(std::get<Paragraph>(document->blocks.at(1)).text, "was new");
    EXPECT_TRUE(document->tracked_changes);
    EXPECT_EQ(document->properties.at("ponte"), "2020-Q3 amcm");
    const auto& cells = document->tables().at(0)->rows.at(0).cells;
    EXPECT_EQ(cells.at(0).text, "a b");
    EXPECT_EQ(cells.at(1).text, "1,234.50\nmore");
}

}  // namespace
}  // namespace ponte::docx_read
