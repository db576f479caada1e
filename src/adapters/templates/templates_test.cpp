// Templates as offices make them: cut into runs by Word, saved again by another program, wrong in every way.
#include "adapters/templates/templates.h"

#include "adapters/docx_read/docx_read.h"
#include "adapters/zipped/resaved_for_tests.h"
#include "adapters/zipped/zipped.h"

#include <gtest/gtest.h>

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n"; }

namespace ponte::templates {
namespace {

constexpr std::string_view word_space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

// The least that Word opens, around a body.
Bytes packed(const std::string& body, std::vector<zipped::Entry> more = {}) {
    std::vector<zipped::Entry> entries{
        {"[Content_Types].xml",
         bytes_of("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                  "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                  "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                  "</Types>")},
        {"_rels/.rels", bytes_of("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                                 "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                                 "Target=\"word/document.xml\"/></Relationships>")},
        {"word/document.xml", bytes_of("<w:document" + std::string(word_space) + "><w:body>" + body + "</w:body></w:document>")}};
    for (auto& entry : more) entries.push_back(std::move(entry));
    return *zipped::zip(entries);
}

std::string run(std::string_view text) { return "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>"; }
std::string p(std::string_view text) { return "<w:p>" + run(text) + "</w:p>"; }
std::string row(const std::vector<std::string>& cells) {
    std::string out = "<w:tr>";
    for (const std::string& cell : cells) out += "<w:tc>" + p(cell) + "</w:tc>";
    return out + "</w:tr>";
}
std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

Catalogue catalogue() {
    const auto field = [](std::string name, bool required = false) { return Field{.name = name, .says = {"", "", "", name}, .required = required}; };
    return {.kind = "test",
            .says = {"測試", "测试", "Ensaio", "Test"},
            .fields = {field("title", true), field("note"), field("place")},
            .lists = {{.name = "measures",
                       .says = {"", "", "", "Measures"},
                       .required = false,
                       .fields = {field("number", true), field("text")},
                       .lists = {{.name = "figures", .says = {"", "", "", "Figures"}, .required = false, .fields = {field("name"), field("value")}, .lists = {}}}},
                      {.name = "bodies", .says = {"", "", "", "Bodies"}, .required = false, .fields = {field("name")}, .lists = {}}}};
}

paper::Line says(std::string text) { return {paper::Run{.text = std::move(text)}}; }

Values values() {
    Values all;
    all.fields["title"] = says("Plan <2020> & more");
    all.fields["place"] = says("Macao");
    for (const char* const number : {"1", "2"}) {
        Values measure;
        measure.fields["number"] = says(number);
        measure.fields["text"] = {paper::Run{.text = "推動人民幣", .language = "zh-Hant-MO", .strong = true}, paper::Run{.text = " RMB"}};
        for (int i = 0; i < std::stoi(number); ++i) {
            Values figure;
            figure.fields["name"] = says("f" + std::to_string(i));
            figure.fields["value"] = says("1\u00A0234");
            measure.lists["figures"].push_back(figure);
        }
        all.lists["measures"].push_back(measure);
    }
    Values body;
    body.fields["name"] = says("AMCM");
    all.lists["bodies"] = {body};
    body.fields["name"] = says("DSEPDR");
    all.lists["bodies"].push_back(body);
    return all;
}

// The page as lines: "paragraph", "| cell | cell".
std::vector<std::string> page_of(const Bytes& file) {
    std::vector<std::string> lines;
    const auto read = docx_read::read(file);
    EXPECT_TRUE(read) << read.error().kind.code << " " << read.error().subject << " " << read.error().place;
    if (!read) return lines;
    for (const docx_read::Block& block : read->blocks) {
        if (const auto* paragraph = std::get_if<docx_read::Paragraph>(&block)) {
            lines.push_back(paragraph->text);
            continue;
        }
        for (const docx_read::Row& one : std::get<docx_read::Table>(block).rows) {
            std::string line;
            for (const docx_read::Cell& cell : one.cells) line += "| " + cell.text + " ";
            lines.push_back(line);
        }
    }
    return lines;
}

std::vector<std::string> filled(const std::string& body, const Values& with = values()) {
    const auto made = fill(packed(body + p("{{title}}")), catalogue(), with, "en");
    EXPECT_TRUE(made) << made.error().kind.code << " " << made.error().subject << " at " << made.error().place;
    if (!made) return {};
    auto lines = page_of(*made);
    EXPECT_EQ(lines.back(), "Plan <2020> & more");
    lines.pop_back();
    return lines;
}

std::string part(const Bytes& file, std::string_view name) {
    const auto entries = zipped::unzip(file);
    EXPECT_TRUE(entries);
    if (!entries) return {};
    for (const zipped::Entry& entry : *entries) {
        if (entry.name == name) return {entry.bytes.begin(), entry.bytes.end()};
    }
    ADD_FAILURE() << "no part " << name;
    return {};
}

using Lines = std::vector<std::string>;

TEST(Fill, PutsAFieldWhereItsPlaceIs) {
    EXPECT_EQ(filled(p("At {{place}}, {{ place }}; {{note}}.")), (Lines{"At Macao, Macao; ."}));
}

TEST(Fill, FindsAPlaceInWhateverPiecesWordHasCutIt) {
    const std::string whole = "a{{place}}b{{place}}c";
    // Every way to cut the text in three.
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        for (std::size_t k = i; k <= whole.size(); ++k) {
            const std::string body = "<w:p>" + run(whole.substr(0, i)) + "<w:proofErr w:type=\"spellStart\"/>" + run(whole.substr(i, k - i)) +
                                     "<w:hyperlink w:anchor=\"x\">" + run(whole.substr(k)) + "</w:hyperlink></w:p>";
            ASSERT_EQ(filled(body), (Lines{"aMacaobMacaoc"})) << i << " " << k;
        }
    }
}

TEST(Fill, KeepsTheLookOfThePlaceAndOfWhatStandsAround) {
    const std::string bold = "<w:rPr><w:i/><w:color w:val=\"FF0000\"/><w:lang w:val=\"fr-FR\"/></w:rPr>";
    const auto made = fill(packed("<w:p><w:r>" + bold + "<w:t>x {{title}}</w:t><w:tab/><w:t>y</w:t></w:r></w:p>"), catalogue(), values(), "zh-Hans-CN");
    ASSERT_TRUE(made);
    EXPECT_EQ(page_of(*made), (Lines{"x Plan <2020> & more\ty"}));
    const std::string xml = part(*made, "word/document.xml");
    EXPECT_NE(xml.find("<w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:i/><w:color w:val=\"FF0000\"/><w:lang w:val=\"fr-FR\" w:eastAsia=\"zh-CN\"/></w:rPr>"
                       "<w:t xml:space=\"preserve\">Plan"),
              xml.npos)
        << xml;
    EXPECT_NE(xml.find("x </w:t>"), xml.npos) << xml;
}

TEST(Fill, SaysTheLanguageAndStrengthOfEachRun) {
    const auto made = fill(packed(p("{{title}}") + p("{{#measures}}{{measures.number}} {{measures.text}}; {{/measures}}")), catalogue(), values(), "pt-PT");
    ASSERT_TRUE(made);
    EXPECT_EQ(page_of(*made).at(1), "1 推動人民幣 RMB; 2 推動人民幣 RMB; ");
    const std::string xml = part(*made, "word/document.xml");
    EXPECT_NE(xml.find("<w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:b/><w:bCs/><w:lang w:eastAsia=\"zh-MO\"/></w:rPr>"), xml.npos) << xml;
    EXPECT_NE(xml.find("<w:lang w:val=\"pt-PT\"/>"), xml.npos) << xml;
}

TEST(Fill, RepeatsTheRowThatHoldsAListsFields) {
    EXPECT_EQ(filled(table(row({"No.", "Text"}) + row({"{{measures.number}}", "{{measures.text}} of {{place}}"}) + row({"end", ""}))),
              (Lines{"| No. | Text ", "| 1 | 推動人民幣 RMB of Macao ", "| 2 | 推動人民幣 RMB of Macao ", "| end |  "}));
    Values none = values();
    none.lists.clear();
    EXPECT_EQ(filled(table(row({"No."}) + row({"{{measures.number}}"})), none), (Lines{"| No. "}));
}

TEST(Fill, RepeatsWhatStandsBetweenTwoMarks) {
    // Paragraphs and a table, with a list in the list.
    EXPECT_EQ(filled(p("{{#measures}}") + p("M{{measures.number}}") + table(row({"{{figures.name}}", "{{figures.value}}"})) + p("") + p("{{/measures}}")),
              (Lines{"M1", "| f0 | 1\u00A0234 ", "", "M2", "| f0 | 1\u00A0234 ", "| f1 | 1\u00A0234 ", ""}));
    // Rows between rows.
    EXPECT_EQ(filled(table(row({"{{#measures}}", ""}) + row({"{{measures.number}}", "a"}) + row({"-", "b"}) + row({"{{/measures}}", ""}))),
              (Lines{"| 1 | a ", "| - | b ", "| 2 | a ", "| - | b "}));
    // One row that holds both ends.
    EXPECT_EQ(filled(table(row({"{{#measures}}{{measures.number}}", "x{{/measures}}"}))), (Lines{"| 1 | x ", "| 2 | x "}));
    // Part of a line.
    EXPECT_EQ(filled(p("Bodies: {{#bodies}}{{bodies.name}}, {{/bodies}}end")), (Lines{"Bodies: AMCM, DSEPDR, end"}));
}

TEST(Fill, KeepsWhatDependsOnAFieldOnlyWhereItHolds) {
    EXPECT_EQ(filled(p("a{{?place}} in {{place}}{{/place}}{{?note}} note: {{note}}{{/note}}.")), (Lines{"a in Macao."}));
    EXPECT_EQ(filled(p("{{?note}}") + p("dropped") + p("{{/note}}") + p("{{^note}}") + p("kept") + p("{{/note}}")), (Lines{"kept"}));
    EXPECT_EQ(filled(p("{{?measures}}some{{/measures}}{{^measures}}none{{/measures}}")), (Lines{"some"}));
    EXPECT_EQ(filled(table(row({"{{?note}}x", "y{{/note}}"}) + row({"{{?place}}x", "y{{/place}}"}))), (Lines{"| x | y "}));
    EXPECT_EQ(filled(p("{{#measures}}{{?measures.text}}{{measures.number}}{{/measures.text}}{{/measures}}")), (Lines{"12"}));
}

TEST(Fill, FillsHeadersNotesAndBoxes) {
    const std::string header = "<w:hdr" + std::string(word_space) + ">" + p("{{title}} {{place}}") + "</w:hdr>";
    const std::string box = "<w:p><w:r><w:pict><v:textbox xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:txbxContent>" + p("{{#bodies}}") + p("{{bodies.name}}") +
                            p("{{/bodies}}") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
    const auto made = fill(packed(box, {{"word/header1.xml", bytes_of(header)}}), catalogue(), values(), "en");
    ASSERT_TRUE(made) << made.error().kind.code << made.error().subject;
    const std::string page = part(*made, "word/document.xml");
    EXPECT_EQ(page.find("{{"), page.npos);
    EXPECT_NE(page.find("AMCM"), page.npos);
    EXPECT_NE(page.find("DSEPDR"), page.npos);
    EXPECT_NE(part(*made, "word/header1.xml").find("&lt;2020&gt; &amp; more"), page.npos);
}

TEST(Fill, TakesNoPlaceFromAValue) {
    Values with = values();
    with.fields["place"] = says("{{title}} {{#measures}}");
    EXPECT_EQ(filled(p("{{place}}"), with), (Lines{"{{title}} {{#measures}}"}));
}

TEST(Fill, GivesTheSameBytesAgain) {
    const Bytes file = packed(p("{{title}}") + table(row({"{{measures.number}}"})));
    EXPECT_EQ(*fill(file, catalogue(), values(), "en"), *fill(file, catalogue(), values(), "en"));
}

TEST(Fill, DropsATableWithoutRows) {
    Values none = values();
    none.lists.clear();
    const auto made = fill(packed(table(row({"{{measures.number}}"})) + p("{{title}}")), catalogue(), none, "en");
    ASSERT_TRUE(made);
    EXPECT_EQ(part(*made, "word/document.xml").find("w:tbl"), std::string::npos);
}

TEST(Fill, LeavesNoCellWithoutAParagraphAndNoNameTwice) {
    const std::string cell = "<w:tbl><w:tr><w:tc>" + p("{{?note}}") + p("x") + p("{{/note}}") + "</w:tc></w:tr></w:tbl>";
    const std::string named = "<w:p>" + run("{{#bodies}}") + "<w:bookmarkStart w:id=\"1\" w:name=\"here\"/>" + run("{{bodies.name}}") +
                              "<w:bookmarkEnd w:id=\"1\"/>" + run("{{/bodies}}") + "</w:p>";
    const auto made = fill(packed(cell + named + p("{{title}}")), catalogue(), values(), "en");
    ASSERT_TRUE(made);
    const std::string xml = part(*made, "word/document.xml");
    EXPECT_NE(xml.find("<w:tc><w:p/></w:tc>"), xml.npos) << xml;
    EXPECT_EQ(xml.find("bookmarkStart"), xml.rfind("bookmarkStart"));
    EXPECT_EQ(xml.find("bookmarkEnd"), xml.rfind("bookmarkEnd"));
}

TEST(Fill, StopsBeforeAPaperWithoutEnd) {
    Values with;
    with.fields["title"] = says("t");
    with.lists["measures"].resize(100'000);
    std::string cell;
    for (int i = 0; i < 60; ++i) cell += "x{{place}}";
    EXPECT_EQ(fill(packed(p("{{title}}") + table(row({"{{measures.number}}", cell}))), catalogue(), with, "en").error().kind, refusals::too_large);
}

struct Wrong {
    std::string body;
    RefusalKind kind;
    std::string subject;
    std::string place;
};

TEST(Check, TellsEachFaultWithItsPlace) {
    const std::vector<Wrong> rows{
        {p("fine") + p("{{titel}}"), refusals::placeholder_unknown, "{{titel}}", "paragraph 2"},
        {p("{{measures.colour}}"), refusals::placeholder_unknown, "{{measures.colour}}", "paragraph 1"},
        {p("{{#title}}x{{/title}}"), refusals::placeholder_unknown, "{{#title}}", "paragraph 1"},
        {p("{{measures}}"), refusals::placeholder_unknown, "{{measures}}", "paragraph 1"},
        {p("{{place"), refusals::placeholder_unreadable, "{{place", "paragraph 1"},
        {p("{{Plan Title}}"), refusals::placeholder_unreadable, "{{Plan Title}}", "paragraph 1"},
        {p("{{measures.number}}"), refusals::outside_of_list, "{{measures.number}}", "paragraph 1"},
        {p("x") + table(row({"a"}) + row({"{{figures.name}}"})), refusals::outside_of_list, "{{figures.name}}", "table 1, row 2"},
        {table(row({"{{measures.number}}", "{{bodies.name}}"})), refusals::two_lists_in_a_row, "bodies, measures", "table 1, row 1"},
        {p("{{#measures}}") + p("x"), refusals::section_unclosed, "{{#measures}}", "paragraph 1"},
        {p("a {{?note}} b") + p("{{/note}}"), refusals::section_unclosed, "{{?note}}", "paragraph 1"},
        {table(row({"{{#measures}}"}) + row({"x"})) + p("{{/measures}}"), refusals::section_unclosed, "{{#measures}}", "table 1, row 1"},
        {p("{{/measures}}"), refusals::section_unopened, "{{/measures}}", "paragraph 1"},
    };
    for (const Wrong& wrong : rows) {
        const auto faults = check(packed(p("{{title}}") .substr(0, 0) + wrong.body + p("{{title}}")), catalogue());
        ASSERT_TRUE(faults);
        ASSERT_FALSE(faults->empty()) << wrong.body;
        EXPECT_EQ(faults->front(), (Refusal{wrong.kind, wrong.subject, wrong.place})) << faults->front().kind.code << " " << faults->front().subject;
        EXPECT_EQ(fill(packed(wrong.body + p("{{title}}")), catalogue(), values(), "en").error(), faults->front());
    }
}

TEST(Check, TellsWhatIsMissingAndEverythingAtOnce) {
    const auto faults = check(packed(p("{{nonsense}}") + table(row({"{{measures.text}}"})) + p("{{/note}}")), catalogue());
    ASSERT_TRUE(faults);
    ASSERT_EQ(faults->size(), 4U);
    EXPECT_EQ((*faults)[0].kind, refusals::placeholder_unknown);
    EXPECT_EQ((*faults)[1], (Refusal{refusals::section_unopened, "{{/note}}", "paragraph 2"}));
    EXPECT_EQ((*faults)[2], (Refusal{refusals::field_missing, "{{title}}", {}}));
    EXPECT_EQ((*faults)[3], (Refusal{refusals::field_missing, "{{measures.number}}", {}}));
}

TEST(Check, RefusesAFileThatRunsOrFetches) {
    const auto refused = [](const Bytes& file) { return std::string(check(file, catalogue()).error().kind.code); };
    EXPECT_EQ(refused(packed(p("{{title}}"), {{"word/vbaProject.bin", bytes_of("x")}})), "docx.macros");
    EXPECT_EQ(refused(packed(p("{{title}}"),
                             {{"word/_rels/document.xml.rels",
                               bytes_of("<R><r Type=\"x/attachedTemplate\" Target=\"https://example.org/a.dotm\" TargetMode=\"External\"/></R>")}})),
              "docx.external_link");
    EXPECT_EQ(refused(packed("<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT \"/etc/passwd\"</w:instrText></w:r></w:p>")),
              "docx.external_link");
    EXPECT_EQ(refused(packed("<w:p><w:fldSimple w:instr=\" DDEAUTO c:\\\\x \"/></w:p>")), "docx.external_link");
    EXPECT_EQ(refused(bytes_of("{{title}}")), "zip.not_a_zip");
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:sdt>";
    for (int i = 0; i < 5000; ++i) deep += "</w:sdt>";
    EXPECT_EQ(refused(packed(deep)), "docx.too_deep");
    EXPECT_TRUE(check(packed("<w:p><w:fldSimple w:instr=\" PAGE \"/></w:p>" + p("{{title}}")), catalogue())->empty());
}

TEST(Sample, IsATemplateInEveryLanguage) {
    for (const Language language : languages) {
        const auto file = sample(catalogue(), language);
        ASSERT_TRUE(file);
        const auto faults = check(*file, catalogue());
        ASSERT_TRUE(faults);
        EXPECT_TRUE(faults->empty()) << faults->front().kind.code << " " << faults->front().subject << " " << faults->front().place;
        const auto made = fill(*file, catalogue(), values(), std::string(tag(language)));
        ASSERT_TRUE(made);
        bool all = true;
        for (const std::string& line : page_of(*made)) all = all && line.find("{{") == line.npos;
        EXPECT_TRUE(all);
    }
}

// As it comes back from an office: opened and saved by another program, whole places cut anew.
TEST(Sample, IsStillATemplateAfterLibreOfficeHasSavedIt) {
    if (!zipped::office_program_is_here()) GTEST_SKIP() << "soffice is not installed";
    const auto saved = zipped::resaved(*sample(catalogue(), Language::zh_hant), "docx", "docx");
    ASSERT_TRUE(saved);
    const auto faults = check(*saved, catalogue());
    ASSERT_TRUE(faults) << faults.error().kind.code << " " << faults.error().subject;
    EXPECT_TRUE(faults->empty()) << faults->front().kind.code << " " << faults->front().subject << " " << faults->front().place;
    const auto made = fill(*saved, catalogue(), values(), "zh-Hant-MO");
    ASSERT_TRUE(made);
    const auto again = zipped::resaved(*made, "docx", "docx");
    ASSERT_TRUE(again);
    std::string whole;
    for (const std::string& line : page_of(*again)) whole += line + "\n";
    EXPECT_NE(whole.find("Plan <2020> & more"), whole.npos) << whole;
    EXPECT_NE(whole.find("DSEPDR"), whole.npos) << whole;
    EXPECT_EQ(whole.find("{{"), whole.npos) << whole;
}

}  // namespace
}  // namespace ponte::templates
