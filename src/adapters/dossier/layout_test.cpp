// What a layout may say and what is filled in are the same names, with words in every language.
#include "adapters/dossier/changes_sample.h"
#include "adapters/dossier/layout.h"

#include <gtest/gtest.h>

#include <set>

namespace ponte::dossier {
namespace {

// One of everything, so that every place has something to say.
conference::DossierAnswer answer() {
    conference::DossierAnswer all;
    all.plan = conference::PlanId("2020");
    all.year = 2020;
    all.plan_status = "official";
    all.as_at = *Date::from_text("2020-12-31");
    all.titles = {{.language = Language::zh_hans, .text = "2020年重点工作", .parts = {}, .status = "official"}};
    conference::IndicatorShown indicator;
    indicator.indicator = conference::IndicatorId("m4.cleared");
    indicator.names = {"清算總額", "清算总额", "Total compensado", "Total cleared"};
    indicator.units = {"十億元", "十亿元", "mil milhões", "bn"};
    indicator.now = {.id = "m4.cleared.now", .rule = "latest", .value = "4747.3", .period = "2020", .badge = "illustration"};
    indicator.status_figure = {.id = "m4.cleared.status", .rule = "status", .value = "ahead", .badge = "computed"};
    conference::ActionShown action;
    action.on = *Date::from_text("2020-06-25");
    action.texts.en = "An agreement was signed.";
    action.badge = "published";
    conference::MilestoneShown milestone;
    milestone.names.en = "Agreement";
    milestone.due = *Date::from_text("2020-12-01");
    milestone.badge = "configuration";
    conference::MeasureShown measure;
    measure.number = 4;
    measure.texts = {{.language = Language::zh_hans, .text = "推动人民币使用", .parts = {"推动人民币使用"}, .status = "official"}};
    measure.indicators = {indicator};
    measure.actions = {action};
    measure.milestones = {milestone};
    all.measures = {measure};
    all.sessions = {{.number = 1, .on = Date::from_text("2020-11-05"), .place = "Macao", .form = "video", .principals = "A, B", .badge = "published"}};
    all.years = {{.year = 2020, .state = "met", .sessions = {1}}};
    return all;
}

Business business() {
    Business all;
    all.problems = {{.problem = meetings::ProblemId("prob-1"), .titles = {"", "", "", "Late figures"}, .texts = {"", "", "", "They come late."}, .severity = meetings::Severity::high,
                     .state = meetings::ProblemState::escalated, .duties = {{conference::PlanId("2020"), 4, 1}}, .body = BodyId("amcm"), .due = Date::from_text("2020-06-30")}};
    for (const auto state : {meetings::DecisionState::active, meetings::DecisionState::lapsed}) {
        all.decisions.push_back({.decision = meetings::DecisionId("3-" + std::string(state == meetings::DecisionState::active ? "1" : "2")), .session = 3,
                                 .texts = {"", "", "", "Publish them"}, .state = state, .owner = BodyId("amcm"), .due = Date::from_text("2022-06-30")});
    }
    all.changes = made_up::changes();
    return all;
}

Occasion occasion() { return {.origin = "example.org/conference", .position = 9, .frozen = 8, .demonstration = true, .release = "0"}; }

void names_of(const std::vector<templates::Field>& fields, const std::vector<templates::List>& lists, const std::string& before, std::set<std::string>& names) {
    for (const templates::Field& field : fields) names.insert(before + field.name);
    for (const templates::List& list : lists) names_of(list.fields, list.lists, before + list.name + ".", names);
}

void names_of(const templates::Values& values, const std::string& before, std::set<std::string>& names) {
    for (const auto& [name, line] : values.fields) names.insert(before + name);
    for (const auto& [name, rows] : values.lists) {
        for (const templates::Values& row : rows) names_of(row, before + name + ".", names);
    }
}

void expect_words(const templates::Field& field) {
    for (const Language language : languages) EXPECT_FALSE(field.says.in(language).empty() || field.says.in(language).starts_with("[")) << field.name;
}
void expect_words(const templates::List& list) {
    for (const Language language : languages) EXPECT_FALSE(list.says.in(language).empty() || list.says.in(language).starts_with("[")) << list.name;
    for (const templates::Field& field : list.fields) expect_words(field);
    for (const templates::List& inner : list.lists) expect_words(inner);
}

TEST(Layout, FillsEveryPlaceThatItNamesAndNamesEveryPlaceThatItFills) {
    const templates::Catalogue catalogue = layout_catalogue();
    std::set<std::string> named;
    names_of(catalogue.fields, catalogue.lists, "", named);
    for (const Language language : languages) {
        std::set<std::string> filled;
        names_of(layout_values(answer(), language, occasion(), business()), "", filled);
        EXPECT_EQ(named, filled);
    }
}

TEST(Layout, HasWordsForEveryPlaceInEveryLanguage) {
    const templates::Catalogue catalogue = layout_catalogue();
    for (const templates::Field& field : catalogue.fields) expect_words(field);
    for (const templates::List& list : catalogue.lists) expect_words(list);
}

std::string text_of_line(const paper::Line& line) {
    std::string text;
    for (const paper::Run& run : line) text += run.text;
    return text;
}

TEST(Layout, SaysWhatKindOfTruthAFigureIsAndWhoseWordsAre) {
    const templates::Values values = layout_values(answer(), Language::en, occasion());
    const templates::Values& measure = values.lists.at("measures").at(0);
    EXPECT_EQ(text_of_line(measure.lists.at("figures").at(0).fields.at("now")), "4,747.3\u00A0[illustration]");
    EXPECT_EQ(text_of_line(measure.lists.at("milestones").at(0).fields.at("name")), "Agreement\u00A0[configuration]");
    EXPECT_EQ(measure.fields.at("text").at(0).language, "zh-Hans-CN");
    EXPECT_FALSE(text_of_line(measure.fields.at("remarks")).empty());
    EXPECT_TRUE(text_of_line(values.fields.at("demonstration")).starts_with("This paper is a demonstration"));
}

TEST(Layout, TellsMattersArisingApartAndSaysWhenThereIsNothingToCompareWith) {
    const templates::Values values = layout_values(answer(), Language::en, occasion(), business());
    EXPECT_EQ(values.lists.at("decisions").size(), 2U);
    ASSERT_EQ(values.lists.at("arising").size(), 1U);
    EXPECT_EQ(text_of_line(values.lists.at("arising")[0].fields.at("number")), "3-1");
    EXPECT_EQ(text_of_line(values.fields.at("since_position")), "121");
    const templates::Values& changed = values.lists.at("changed_indicators").at(0);
    EXPECT_EQ(text_of_line(changed.fields.at("before")), "4,747.3\u00A0[published] · 2019");
    EXPECT_EQ(text_of_line(changed.fields.at("status_after")), "ahead");
    EXPECT_EQ(text_of_line(values.lists.at("changed_wordings").at(0).fields.at("removed")), "工作");
    const templates::Values none = layout_values(answer(), Language::en, occasion());
    EXPECT_FALSE(none.lists.contains("changed_indicators"));
    EXPECT_NE(text_of_line(none.fields.at("since")).find("nothing to compare"), std::string::npos);
}

TEST(Layout, MayNotHideThatItIsADemonstration) {
    bool required = false;
    for (const templates::Field& field : layout_catalogue().fields) required = required || (field.name == "demonstration" && field.required);
    EXPECT_TRUE(required);
}

}  // namespace
}  // namespace ponte::dossier
