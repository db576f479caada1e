#include "adapters/translation_table/translation_table.h"

#include "adapters/docx/docx.h"
#include "adapters/zipped/resaved_for_tests.h"

#include <gtest/gtest.h>

namespace ponte::translation_table {
namespace {

xliff::Document sample() {
    return {.scope = "plan/2020",
            .source = Language::zh_hans,
            .target = Language::pt,
            .texts = {{.ref = "plan/2020/0", .status = "missing", .notes = {"rui, 2021-01-15"}, .glossary = {{"一带一路", {"Uma Faixa, Uma Rota", "Faixa e Rota"}}}, .parts = {{"“一带一路”工作要点", "", xliff::State::initial}, {"金融", "Finanças", xliff::State::reviewed}}},
                      {.ref = "plan/2020/1", .status = "machine_converted", .parts = {{"措施", "Medida", xliff::State::initial}}}}};
}

docx_read::Document read_back(Language language) {
    dossier::Words words(language, "words/translation.csv");
    const auto bytes = docx::render(paper_of(sample(), words));
    EXPECT_TRUE(bytes);
    EXPECT_TRUE(words.missing().empty());
    const auto read = docx_read::read(*bytes);
    EXPECT_TRUE(read);
    return *read;
}

docx_read::Table& table_in(docx_read::Document& document) {
    for (docx_read::Block& block : document.blocks) {
        if (auto* table = std::get_if<docx_read::Table>(&block)) return *table;
    }
    ADD_FAILURE() << "no table";
    std::abort();
}

std::string refused(const docx_read::Document& document) {
    const auto read = from_document(document);
    return read ? "read" : std::string(read.error().kind.code) + " | " + read.error().place;
}

TEST(TranslationTable, ComesBackFromWordInEveryLanguageOfItsOwnWords) {
    xliff::Document expected = sample();
    for (xliff::Text& text : expected.texts) {
        text.status.clear();
        text.notes.clear();
        text.glossary.clear();
    }
    for (const Language language : languages) {
        const auto back = from_document(read_back(language));
        ASSERT_TRUE(back) << back.error().kind.code << back.error().place;
        EXPECT_EQ(*back, expected);
    }
}

TEST(TranslationTable, ComesBackFromLibreOffice) {
    if (!zipped::office_program_is_here()) GTEST_SKIP() << "LibreOffice is not installed";
    dossier::Words words(Language::zh_hant, "words/translation.csv");
    const auto bytes = docx::render(paper_of(sample(), words));
    ASSERT_TRUE(bytes);
    const auto saved = zipped::resaved(*bytes, "docx", "docx");
    ASSERT_TRUE(saved);
    const auto read = docx_read::read(*saved);
    ASSERT_TRUE(read) << read.error().kind.code;
    const auto back = from_document(*read);
    ASSERT_TRUE(back) << back.error().kind.code << back.error().place;
    ASSERT_EQ(back->texts.size(), 2U);
    EXPECT_EQ(back->texts[0].parts, sample().texts[0].parts);
    EXPECT_EQ(back->texts[1].parts, sample().texts[1].parts);
}

TEST(TranslationTable, AFilledCellIsDoneAndAKeptOneOnlyWhenItsStatusSaysSo) {
    docx_read::Document document = read_back(Language::pt);
    docx_read::Table& table = table_in(document);
    table.rows[1].cells[2].text = " Pontos principais\nde «Uma Faixa, Uma Rota» ";
    auto back = from_document(document);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->texts[0].parts[0].state, xliff::State::translated);
    EXPECT_EQ(back->texts[0].parts[0].target, "Pontos principais de «Uma Faixa, Uma Rota»");
    EXPECT_EQ(back->texts[1].parts[0].state, xliff::State::initial);
    table.rows[3].cells[3].text = "TRADUZIDO ";
    back = from_document(document);
    EXPECT_EQ(back->texts[1].parts[0].state, xliff::State::translated);
    table.rows[3].cells[3].text = "已审校";
    EXPECT_EQ(from_document(document)->texts[1].parts[0].state, xliff::State::reviewed);
}

TEST(TranslationTable, RefusesWithTheCell) {
    const docx_read::Document good = read_back(Language::en);
    docx_read::Document document = good;
    table_in(document).rows[2].cells[3].text = "perhaps";
    EXPECT_EQ(refused(document), "translation_table.status_unknown | table 1, row 3, column 4");
    document = good;
    table_in(document).rows[2].cells[2].text = " ";
    EXPECT_EQ(refused(document), "translation_table.target_empty | table 1, row 3, column 3");
    document = good;
    table_in(document).rows[3].cells[0].text = "1";
    EXPECT_EQ(refused(document), "translation_table.row_unknown | table 1, row 4, column 1");
    document = good;
    std::swap(table_in(document).rows[1], table_in(document).rows[2]);
    EXPECT_EQ(refused(document), "translation_table.row_unknown | table 1, row 2, column 1") << "the parts of a text stand in their order";
    document = good;
    table_in(document).rows[1].cells[1].span = 2;
    EXPECT_EQ(refused(document), "translation_table.cells_merged | table 1, row 2, column 1");
    document = good;
    std::erase_if(document.blocks, [](const docx_read::Block& block) {
        const auto* paragraph = std::get_if<docx_read::Paragraph>(&block);
        return paragraph != nullptr && paragraph->text.starts_with("ponte translation");
    });
    EXPECT_EQ(refused(document), "translation_table.not_a_table | ");
}

}  // namespace
}  // namespace ponte::translation_table
