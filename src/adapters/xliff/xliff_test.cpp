#include "adapters/xliff/xliff.h"

#include <gtest/gtest.h>

namespace ponte::xliff {
namespace {

Document sample() {
    return {.scope = "plan/2020",
            .source = Language::zh_hans,
            .target = Language::pt,
            .texts = {{.ref = "plan/2020/0",
                       .digest = std::string(64, 'a'),
                       .status = "missing",
                       .notes = {"due 2021-01-15"},
                       .glossary = {{"一带一路", {"Faixa e Rota"}}},
                       .parts = {{"“一带一路”建设工作要点", "", State::initial}, {"金融 & <合作>", "Finanças & <cooperação>", State::reviewed}}},
                      {.ref = "indicator/m4.rmb-total/name", .status = "stale", .parts = {{"总额", "Total antigo", State::initial}}}}};
}

// What does not come back, since a translator's program may change it.
Document as_read(Document document) {
    for (Text& text : document.texts) {
        text.status.clear();
        text.notes.clear();
        text.glossary.clear();
    }
    return document;
}

// The sample's file with `from` replaced once by `to`, as somebody's editor or program would.
std::string edited(std::string_view from, std::string_view to) {
    std::string file = write(sample());
    const std::size_t at = file.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return file.replace(at, from.size(), to);
}

std::string refused(std::string_view file) {
    const auto document = read(file);
    return document ? "read" : std::string(document.error().kind.code) + " | " + document.error().place;
}

TEST(Xliff, ComesBackAsItWentOut) {
    const auto back = read(write(sample()));
    ASSERT_TRUE(back) << back.error().kind.code << back.error().place;
    EXPECT_EQ(*back, as_read(sample()));
    EXPECT_EQ(write(sample()), write(sample()));
}

TEST(Xliff, IsWrittenAsTheStandardHasIt) {
    const std::string file = write(sample());
    EXPECT_TRUE(file.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\""));
    EXPECT_NE(file.find("version=\"2.0\" srcLang=\"zh-Hans-CN\" trgLang=\"pt-PT\""), std::string::npos);
    EXPECT_NE(file.find("<unit id=\"plan:2020:0:0\" canResegment=\"no\">\n    <gls:glossary>"), std::string::npos) << file;
    EXPECT_NE(file.find("<gls:term>一带一路</gls:term>"), std::string::npos);
    EXPECT_NE(file.find("<segment state=\"initial\">\n     <source>“一带一路”建设工作要点</source>\n    </segment>"), std::string::npos) << file;
    EXPECT_EQ(file.find("<target></target>"), std::string::npos) << "no target is none, not an empty one";
}

TEST(Xliff, IsReadAsATranslatorsProgramSendsItBack) {
    std::string file = edited("<segment state=\"initial\">\n     <source>“一带一路”建设工作要点</source>",
                              "<segment id=\"s1\" state=\"translated\" subState=\"tool:x\"><source>“<mrk id=\"m1\" type=\"term\">一带一路</mrk>”建设工作要点</source>"
                              "<target>Plano \xC3\xA9 <mrk id=\"m1\" type=\"term\">Faixa e Rota</mrk></target>");
    file.replace(file.find(" ponte:sourceDigest"), std::string_view(" ponte:sourceDigest=\"\"").size() + 64, "");  // Dropped by the program.
    const auto document = read(file);
    ASSERT_TRUE(document) << document.error().kind.code << " " << document.error().subject;
    const Text& text = document->texts[0];
    EXPECT_EQ(text.digest, "");
    EXPECT_EQ(text.parts[0], (Part{"“一带一路”建设工作要点", "Plano é Faixa e Rota", State::translated}));
}

TEST(Xliff, TakesAPrefixForTheCore) {
    const std::string file =
        "<x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"zh-Hans\" trgLang=\"pt\"><x:file id=\"f\" original=\"plan/2020\">"
        "<x:unit id=\"plan:2020:1:0\"><x:segment state=\"final\"><x:source>a</x:source><x:target>b</x:target></x:segment></x:unit></x:file></x:xliff>";
    const auto document = read(file);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->texts, (std::vector<Text>{{.ref = "plan/2020/1", .parts = {{"a", "b", State::final}}}}));
}

TEST(Xliff, RefusesWhatItWouldHaveToGuess) {
    EXPECT_EQ(refused(""), "xliff.not_xml | byte 0");
    EXPECT_EQ(refused("\xff"), "xliff.not_xml | ");
    EXPECT_EQ(refused("<a>"), "xliff.not_xml | byte 2");
    EXPECT_EQ(refused("<!DOCTYPE xliff [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + write(sample()).substr(39)), "xliff.doctype | ");
    EXPECT_EQ(refused("<html/>"), "xliff.not_xliff | ");
    EXPECT_EQ(refused("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>"), "xliff.not_xliff | ");
    EXPECT_EQ(refused(edited("trgLang=\"pt-PT\"", "trgLang=\"fr\"")), "xliff.language | trgLang");
    EXPECT_EQ(refused(edited("trgLang=\"pt-PT\"", "trgLang=\"zh-Hans\"")), "xliff.language | trgLang");
    EXPECT_EQ(refused(edited("srcLang=\"zh-Hans-CN\"", "")), "xliff.language | srcLang");
    EXPECT_EQ(refused(edited("unit id=\"plan:2020:0:1\"", "unit id=\"u1\"")), "xliff.unit_id | unit u1");
    EXPECT_EQ(refused(edited("unit id=\"plan:2020:0:1\"", "unit id=\"plan:2020:0:0\"")), "xliff.unit_id | unit plan:2020:0:0");
    EXPECT_EQ(refused(edited("unit id=\"plan:2020:0:1\"", "unit id=\"plan:2020:0:2\"")), "xliff.unit_id | group plan/2020/0");
    EXPECT_EQ(refused(edited("</segment>", "</segment><segment><source>b</source></segment>")), "xliff.segments | unit plan:2020:0:0");
    EXPECT_EQ(refused(edited("</segment>", "</segment><ignorable><source> </source></ignorable>")), "xliff.segments | unit plan:2020:0:0");
    EXPECT_EQ(refused(edited("Finanças", "<pc id=\"1\">Finanças</pc>")), "xliff.inline_markup | unit plan:2020:0:1");
    EXPECT_EQ(refused(edited("state=\"reviewed\"", "state=\"done\"")), "xliff.state | unit plan:2020:0:1");
    EXPECT_EQ(refused(edited("Finanças &amp; &lt;cooperação&gt;", " ")), "xliff.target_empty | unit plan:2020:0:1");
    EXPECT_EQ(refused(edited("Finanças", "Finan&#7;as")), "xliff.control_characters | unit plan:2020:0:1");
    EXPECT_EQ(refused(edited("Finanças", std::string(text_bytes_max, 'x'))), "xliff.text_too_long | unit plan:2020:0:1");
    EXPECT_EQ(refused(std::string(bytes_max + 1, ' ')), "xliff.too_large | ");
}

TEST(Xliff, SurvivesDepth) {
    std::string deep = "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\" trgLang=\"pt\"><file id=\"f\">";
    for (int i = 0; i < 200'000; ++i) deep += "<group>";
    for (int i = 0; i < 200'000; ++i) deep += "</group>";
    EXPECT_EQ(refused(deep + "</file></xliff>").substr(0, 15), "xliff.not_xliff");
}

}  // namespace
}  // namespace ponte::xliff
