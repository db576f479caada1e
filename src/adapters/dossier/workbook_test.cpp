#include "adapters/dossier/changes_sample.h"
#include "adapters/dossier/workbook.h"
#include "adapters/xlsx/xlsx.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ponte::dossier {
namespace {

using namespace conference;

DossierAnswer sample() {
    DossierAnswer answer{.plan = PlanId("2020"), .year = 2020, .audience = Audience::everyone, .as_at = *Date::from_ymd(2020, 12, 31)};
    answer.titles = {{Language::zh_hans, "工作计划", {"金融"}, "official", false}};
    MeasureShown measure{.number = 4, .area = 1, .entry = 14, .texts = {{Language::zh_hans, "推动人民币结算\n及监测", {"推动", "监测"}, "official", false}}};
    measure.duties_without_evidence = {2};
    measure.bodies = {{BodyId("amcm"), "lead", ""}};
    IndicatorShown one{.indicator = IndicatorId("m4.total"), .entry = 40, .measure = 4, .duty = 1, .names = {"總額", "总额", "Total", "Total"},
                       .units = {"", "", "", "RMB bn"}, .kind = "flow", .fold = "sum", .status = "on_course"};
    one.now = {.id = "m4.total.now", .rule = "now", .series = "indicator/m4.total", .value = "4747.3", .period = "2020", .badge = "published", .entries = {50}};
    one.observations = {{.item = ItemId("obs-1"), .entry = 50, .as_published = "=1+1", .value = "4747.3", .period = "2020",
                         .period_end = *Date::from_ymd(2020, 12, 31), .source_url = "https://example.org", .badge = "published", .stage = "published",
                         .body = BodyId("amcm")}};
    measure.indicators = {one};
    measure.actions = {{.item = ItemId("act-1"), .entry = 51, .duty = 1, .on = *Date::from_ymd(2020, 5, 1), .texts = {"做了", "", "", ""}, .badge = "published", .stage = "released"}};
    answer.measures = {measure};
    answer.sessions = {{.number = 2, .entry = 60, .not_before = *Date::from_ymd(2018, 12, 7), .not_after = *Date::from_ymd(2021, 12, 27), .badge = "published"}};
    answer.figures = {one.now};
    return answer;
}

Business business() {
    Business business;
    business.problems = {{.problem = meetings::ProblemId("prob-1"), .titles = {"", "", "", "Late figures"}, .severity = meetings::Severity::high,
                          .state = meetings::ProblemState::escalated, .duties = {{PlanId("2020"), 4, 1}}, .body = BodyId("amcm"), .entry = 70}};
    business.decisions = {{.decision = meetings::DecisionId("3-1"), .session = 3, .texts = {"", "", "", "Publish them"}, .state = meetings::DecisionState::active,
                           .owner = BodyId("amcm"), .due = *Date::from_ymd(2022, 6, 30), .entry = 80}};
    business.changes = made_up::changes();
    return business;
}

const xlsx::Sheet& sheet(const std::vector<xlsx::Sheet>& sheets, std::string_view name) {
    const auto found = std::ranges::find(sheets, name, &xlsx::Sheet::name);
    EXPECT_NE(found, sheets.end()) << name;
    return *found;
}

TEST(Workbook, HasASheetAKindOfRowAndEveryRowIsAsWideAsItsHeads) {
    for (const Language language : languages) {
        const auto sheets = sheets_of(sample(), language, {}, business());
        EXPECT_EQ(sheets.size(), 11U);
        for (const xlsx::Sheet& one : sheets) {
            EXPECT_FALSE(one.name.starts_with("[")) << one.name;
            std::vector<std::string> heads;
            for (const xlsx::Column& column : one.columns) {
                EXPECT_FALSE(column.head.starts_with("[")) << one.name << " " << column.head;
                EXPECT_EQ(std::ranges::count(heads, column.head), 0) << one.name << " " << column.head;
                heads.push_back(column.head);
            }
            for (const auto& row : one.rows) EXPECT_EQ(row.size(), one.columns.size()) << one.name;
        }
    }
}

TEST(Workbook, SaysTheNumbersOfTheDossierAndTheEntriesTheyStandOn) {
    const auto sheets = sheets_of(sample(), Language::en, {});
    const auto& indicators = sheet(sheets, "Indicators").rows;
    ASSERT_EQ(indicators.size(), 1U);
    EXPECT_EQ(indicators[0][6], "4747.3");
    EXPECT_EQ(indicators[0][13], "on course");
    EXPECT_EQ(sheet(sheets, "Measures").rows[0][2], "推动人民币结算 及监测");
    EXPECT_EQ(sheet(sheets, "Meetings").rows[0][1], "2018-12-07/2021-12-27");
    EXPECT_EQ(sheet(sheets, "Figures").rows[0][5], "50");
}

TEST(Workbook, HasTheFiguresOfTheDesksByMeasure) {
    DossierAnswer answer = sample();
    answer.figures.push_back({.id = "training.participants", .rule = "training_participants", .series = "training", .value = "1203", .period = "2020",
                              .badge = "computed", .entries = {7, 9}});
    for (const Language language : languages) {
        const auto sheets = sheets_of(answer, language, {});
        ASSERT_EQ(sheets.size(), 12U);
        const auto& rows = sheets[10].rows;
        ASSERT_EQ(rows.size(), 1U);
        EXPECT_EQ(rows[0][0], "11");
        EXPECT_EQ(rows[0][2], "1203");
        EXPECT_EQ(rows[0][5], "training.participants");
        EXPECT_EQ(rows[0].size(), sheets[10].columns.size());
    }
}

TEST(Workbook, HasARowAChangeSinceTheLastSessionAndSaysBetweenWhichPositions) {
    const auto sheets = sheets_of(sample(), Language::en, {}, business());
    const auto& rows = sheet(sheets, "Changes").rows;
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows[0], (std::vector<std::string>{"Progress", "changed", "1", "Total settled", "4747.3 (2019)", "5000.0 (2020-Q3)", "behind", "ahead"}));
    const std::vector<std::string> wording{"Wording", "reworded", "4", "simplified Chinese", "年度工作", "年度重點工作", "", ""};
    EXPECT_NE(std::ranges::find(rows, wording), rows.end());
    EXPECT_NE(sheet(sheets, "Summary").rows.back()[1].find("position 121"), std::string::npos);
    const auto none = sheets_of(sample(), Language::en, {});
    EXPECT_TRUE(sheet(none, "Changes").rows.empty());
    EXPECT_NE(sheet(none, "Summary").rows.back()[1].find("nothing to compare"), std::string::npos);
}

// What a published text begins with is text to whoever opens the file.
TEST(Workbook, ComesBackAsItWasWrittenAndRunsNothing) {
    const auto sheets = sheets_of(sample(), Language::pt, {});
    const auto bytes = xlsx::write(sheets, 1'600'000'000);
    ASSERT_TRUE(bytes.has_value());
    for (const xlsx::Sheet& one : sheets) {
        if (one.rows.empty()) continue;
        const auto back = xlsx::read(*bytes, one.name);
        if (one.name == "Observações") {
            ASSERT_TRUE(!back || back->rows[0].cells[3] == "=1+1");
            continue;
        }
        ASSERT_TRUE(back.has_value()) << one.name << " " << back.error().kind.code << " " << back.error().place;
        EXPECT_EQ(back->rows.size(), one.rows.size()) << one.name;
    }
}

}  // namespace
}  // namespace ponte::dossier
