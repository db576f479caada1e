#include "adapters/observations/observations.h"

#include "adapters/xlsx/xlsx.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace ponte::observations {
namespace {

const std::string heads = "indicator,as_published,period,source,value,published,retrieved,language,badge,body,scale,source_title\n";

conference::ImportObservations import_or_fail(std::string_view text) {
    const auto table = csv::read(view_of(text));
    EXPECT_TRUE(table.has_value());
    auto import = from_table(*table, sha256(text), true);
    EXPECT_TRUE(import.has_value()) << import.error().kind.code << " at " << import.error().place;
    return import.has_value() ? *import : conference::ImportObservations{};
}

TEST(FromTable, TakesEachColumnIntoItsField) {
    const auto import = import_or_fail(heads + "m4.total,RMB 4.7 bn,2020-Q1,https://example.org/a,4.70,2020-04-02,2020-05-01,zh-Hant,illustration,amcm,bn,A title\n"
                                               "\n"
                                               "m4.total,5,2020,paper,,,,,,,,\n"
                                               "m4.total,五億,2020,paper,,,,zh,,,,\n");
    EXPECT_TRUE(import.accept_good_rows);
    EXPECT_TRUE(import.unreadable.empty());
    EXPECT_EQ(import.lines, (std::vector<std::uint32_t>{2, 4, 5}));
    ASSERT_EQ(import.rows.size(), 3U);
    EXPECT_EQ(import.rows[2].language, Language::zh_hant);
    const auto& full = import.rows[0];
    EXPECT_EQ(full.indicator.value, "m4.total");
    EXPECT_EQ(full.as_published, "RMB 4.7 bn");
    EXPECT_EQ(full.period.to_text(), "2020-Q1");
    EXPECT_EQ(full.source, "https://example.org/a");
    EXPECT_EQ(full.value, (Decimal{470, 2}));
    EXPECT_EQ(full.published->to_text(), "2020-04-02");
    EXPECT_EQ(full.retrieved->to_text(), "2020-05-01");
    EXPECT_EQ(full.language, Language::zh_hant);
    EXPECT_EQ(full.badge, conference::Badge::illustration);
    EXPECT_EQ(full.body->value, "amcm");
    EXPECT_EQ(full.scale, "bn");
    EXPECT_EQ(full.source_title, "A title");
    const auto& bare = import.rows[1];
    EXPECT_FALSE(bare.value || bare.scale || bare.source_title || bare.published || bare.retrieved || bare.language || bare.badge || bare.body);
}

TEST(FromTable, RefusesATableByItsHeads) {
    struct Case {
        std::vector<std::string> heads;
        std::string_view code;
        std::string place;
    };
    const std::vector<Case> cases{
        {{"indicator", "as_published", "period"}, "observations.column_missing", "column source"},
        {{"source", "unit"}, "observations.column_missing", "column indicator"},
        {{"indicator", "as_published", "period", "source", "valeu"}, "observations.column_unknown", "column valeu"},
        {{"Indicator", "as_published", "period", "source"}, "observations.column_unknown", "column Indicator"},
    };
    for (const auto& row : cases) {
        const auto import = from_table({row.heads, {}}, {}, false);
        ASSERT_FALSE(import.has_value()) << row.place;
        EXPECT_EQ(import.error().kind.code, row.code);
        EXPECT_EQ(import.error().place, row.place);
    }
    const auto own_use = from_table({{"indicator", "as_published", "period", "source", "unit", "confidence", "note"}, {}}, {}, false);
    EXPECT_TRUE(own_use.has_value());
}

TEST(FromTable, TellsOfEachUnreadableRowAndKeepsTheOthers) {
    struct Case {
        std::string row;
        std::string code;
        std::string subject;
        std::string place;
    };
    const std::vector<Case> cases{
        {",5,2020,s,,,,,,,,", "observations.cell_missing", "", "column indicator"},
        {"m,,2020,s,,,,,,,,", "observations.cell_missing", "", "column as_published"},
        {"m,5,,s,,,,,,,,", "observations.cell_missing", "", "column period"},
        {"m,5,2020,,,,,,,,,", "observations.cell_missing", "", "column source"},
        {"m,5,in 2020,s,,,,,,,,", "period.unreadable", "in 2020", "column period"},
        {"m,5,2020-13,s,,,,,,,,", "date.impossible", "2020-13", "column period"},
        {"m,5,2020,s,\"4,7\",,,,,,,", "decimal.unreadable", "4,7", "column value"},
        {"m,5,2020,s,,2020-02-30,,,,,,", "date.impossible", "2020-02-30", "column published"},
        {"m,5,2020,s,,,30/06/2020,,,,,", "date.unreadable", "30/06/2020", "column retrieved"},
        {"m,5,2020,s,,,,fr,,,,", "observations.language_unknown", "fr", "column language"},
        {"m,5,2020,s,,,,,official,,,", "observations.badge_unknown", "official", "column badge"},
    };
    for (const auto& row : cases) {
        const auto import = import_or_fail(heads + "m,1,2019,s,,,,,,,,\n" + row.row + "\nm,9,2021,s,,,,,,,,\n");
        EXPECT_EQ(import.lines, (std::vector<std::uint32_t>{2, 4})) << row.row;
        ASSERT_EQ(import.unreadable.size(), 1U) << row.row;
        EXPECT_EQ(import.unreadable[0].row, 3U);
        EXPECT_EQ(import.unreadable[0].subject, row.subject);
        EXPECT_EQ(import.unreadable[0].place, row.place);
        EXPECT_EQ(import.unreadable[0].code, row.code) << row.row;
    }
}

TEST(FromTable, PassesOverRowsOfNothingAndBlanksAroundCells) {
    const csv::Table table{{"indicator", "as_published", "period", "source"},
                           {{2, {" m\xc2\xa0", "5 ", "\xe3\x80\x80" "2020", "s\n"}}, {3, {"", " ", "", ""}}}};
    const auto import = from_table(table, {}, false);
    ASSERT_TRUE(import.has_value());
    ASSERT_EQ(import->rows.size(), 1U);
    EXPECT_TRUE(import->unreadable.empty());
    EXPECT_EQ(import->rows[0].indicator.value, "m");
    EXPECT_EQ(import->rows[0].period.to_text(), "2020");
}

TEST(FromTable, ReadsTheObservationsOfTheDemonstrationWholeAndAlikeFromAWorkbook) {
    std::ifstream file("data/demo/observations.csv", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto table = csv::read(view_of(text));
    ASSERT_TRUE(table.has_value());
    const auto import = from_table(*table, sha256(text), false);
    ASSERT_TRUE(import.has_value()) << import.error().kind.code << " at " << import.error().place;
    for (const auto& row : import->unreadable) ADD_FAILURE() << "line " << row.row << ' ' << row.code << ' ' << row.subject;
    EXPECT_EQ(import->rows.size(), table->rows.size());
    EXPECT_GE(import->rows.size(), 60U);

    xlsx::Sheet sheet{.name = "Data", .columns = {}, .rows = {}};
    for (const auto& head : table->heads) sheet.columns.push_back({head, head == "value", 0});
    for (const auto& row : table->rows) sheet.rows.push_back(row.cells);
    const auto workbook = xlsx::write({sheet}, 1'600'000'000);
    ASSERT_TRUE(workbook.has_value()) << workbook.error().where << ' ' << workbook.error().what;
    const auto back = xlsx::read(*workbook);
    ASSERT_TRUE(back.has_value()) << back.error().kind.code << " at " << back.error().place;
    const auto again = from_table(*back, sha256(text), false);
    ASSERT_TRUE(again.has_value());
    ASSERT_EQ(again->rows.size(), import->rows.size());
    for (std::size_t i = 0; i < again->rows.size(); ++i) {
        const auto& one = import->rows[i];
        const auto& other = again->rows[i];
        EXPECT_EQ(one.as_published, other.as_published);
        EXPECT_EQ(one.period, other.period);
        EXPECT_EQ(one.value.has_value(), other.value.has_value());
        if (one.value && other.value) {
            EXPECT_EQ(compare(*one.value, *other.value), std::strong_ordering::equal) << one.as_published;
        }
    }
}

}  // namespace
}  // namespace ponte::observations
