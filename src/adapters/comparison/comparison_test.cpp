#include "adapters/comparison/comparison.h"

#include "adapters/html/html.h"
#include "adapters/paper/problems.h"

#include <gtest/gtest.h>

// A comparison made up by hand: every kind of change, and none at all, in four languages.
namespace ponte::comparison {
namespace {

using namespace conference;

Date day(int year, unsigned month, unsigned of_month) { return *Date::from_ymd(year, month, of_month); }

Comparison nothing() {
    Comparison values{.plan = PlanId("2020"), .year = 2020, .reader = "macao"};
    values.from = {.position = 120, .time = *Instant::from_text("2020-12-31T04:00:00Z"), .as_at = day(2020, 12, 31)};
    values.to = {.position = 345, .time = *Instant::from_text("2021-12-28T04:00:00Z"), .as_at = day(2021, 12, 28)};
    values.titles = {{.language = Language::zh_hans, .text = "年度工作", .status = "reference"}};
    values.papers = {PapersCompared{}};
    return values;
}

Comparison sample() {
    Comparison values = nothing();
    const Names names{"跨境結算總額", "跨境结算总额", "Total das liquidações", "Total settled"};
    const char* statuses[] = {"no_evidence", "contradictory", "no_target", "behind", "on_course", "ahead", "done"};
    for (std::size_t i = 0; i + 1 < std::size(statuses); ++i) {
        IndicatorCompared one{.indicator = IndicatorId("m1." + std::to_string(i)), .measure = 1, .names = names, .units = names};
        one.before = {.status = statuses[i], .value = i == 0 ? "" : "4747.3", .period = i == 0 ? "" : "2019", .badge = i == 0 ? "" : "published", .expected = "", .entries = {}};
        one.after = {.status = statuses[i + 1], .value = "5000.0", .period = "2020-Q3", .badge = "simulated", .expected = "", .entries = {}};
        one.changed = true;
        one.redefined = i == 2;
        values.indicators.push_back(one);
    }
    values.indicators.push_back({.indicator = IndicatorId("m2.new"), .measure = 2, .names = {}, .units = {}, .before = {}, .after = {.status = "no_evidence"}, .changed = true});
    values.indicators.push_back({.indicator = IndicatorId("m2.same"), .measure = 2, .names = names, .units = names, .before = {}, .after = {}, .changed = false});
    values.wordings = {{.measure = 0, .language = Language::zh_hans, .change = "reworded", .entry = 130, .stretches = {{"same", "年度"}, {"removed", "工作"}, {"added", "重點工作"}}},
                       {.measure = 4, .language = Language::pt, .change = "added", .entry = 131, .stretches = {{"added", "Compensação"}}},
                       {.measure = 5, .language = Language::en, .change = "dropped", .entry = 40, .stretches = {{"removed", "Gone"}}},
                       {.measure = 6, .language = Language::zh_hant, .change = "added", .entry = 132, .stretches = {{"added", "結算"}}}};
    values.owners = {{.measure = 1, .body = BodyId("amcm"), .role = "lead", .change = "begun", .from = day(2021, 1, 1)},
                     {.measure = 1, .body = BodyId("ndrc"), .role = "verifying", .change = "ended", .from = {}, .to = day(2021, 6, 30), .note = "handed over"},
                     {.measure = 2, .body = BodyId("nobody"), .role = "cooperating", .change = "changed"}};
    values.figures = {{.id = "m1.actions", .rule = "count_actions", .change = "changed", .before = "3", .after = "5", .badge_before = "computed", .badge_after = "computed"},
                      {.id = "m1.0.before", .rule = "before", .change = "vanished", .before = "12.5", .badge_before = "illustration"},
                      {.id = "sessions.2021.duty", .rule = "year_duty", .change = "new", .after = "met", .badge_after = "computed"},
                      {.id = "m1.0.now", .rule = "now", .change = "new", .after = "SHOWN-ABOVE", .badge_after = "published"}};
    values.papers = {{.measure = 0, .observations = 7, .actions = 2, .accepted = 3, .questioned = 1, .refused = 1, .withdrawn = 1}, {.measure = 4, .observations = 7}};
    values.milestones = {{.milestone = MilestoneId("m1.a"), .measure = 1, .names = names, .due = day(2021, 5, 1), .change = "reached", .reached = day(2021, 4, 1), .badge = "configuration"},
                         {.milestone = MilestoneId("m1.b"), .measure = 1, .names = names, .due = day(2021, 6, 1), .change = "overdue", .badge = "illustration"},
                         {.milestone = MilestoneId("m1.c"), .measure = 1, .names = names, .due = day(2022, 6, 1), .change = "set", .badge = "configuration"}};
    values.sessions = {{.number = 3, .entry = 340, .on = day(2021, 12, 28), .not_before = day(2021, 12, 28), .not_after = day(2021, 12, 28), .place = "Macao", .badge = "published"},
                       {.number = 2, .entry = 341, .on = {}, .not_before = day(2019, 1, 1), .not_after = day(2021, 12, 27), .badge = "published"}};
    values.years = {{.year = 2020, .before = "due", .after = "not_evidenced"}, {.year = 2021, .before = "", .after = "met"}, {.year = 2019, .before = "not_evidenced", .after = "not_met"}};
    return values;
}

dossier::Occasion occasion(bool demonstration = true) {
    dossier::Occasion occasion{.origin = "example.org/conference", .position = 345, .root = sha256("root"), .time = *Instant::from_text("2021-12-28T04:00:00Z"),
                               .frozen = {}, .demonstration = demonstration, .body_names = {}, .set_names = {}, .release = "0.1.0"};
    occasion.body_names["amcm"] = {"金融管理局", "金融管理局", "Autoridade Monetária", "The monetary authority"};
    return occasion;
}

Business some_business() {
    const Names names{"問題", "问题", "Problema", "Problem"};
    Business all;
    for (const std::string after : {"open", "escalated", "settled"}) {
        all.problems.push_back({.problem = meetings::ProblemId("p-" + after), .titles = names, .severity = "high", .before = after == "open" ? "" : "open", .after = after, .due = day(2021, 5, 1)});
    }
    for (const std::string after : {"proposed", "active", "superseded", "carried_out", "lapsed"}) {
        all.decisions.push_back({.decision = meetings::DecisionId("d-" + after), .session = 3, .texts = names, .owner = BodyId(after == "lapsed" ? "" : "amcm"), .before = after == "proposed" ? "" : "active", .after = after});
    }
    return all;
}

class ComparisonIn : public testing::TestWithParam<Language> {};

INSTANTIATE_TEST_SUITE_P(Languages, ComparisonIn, testing::ValuesIn(languages), [](const auto& tested) { return std::string(name_of(tested.param)); });

TEST_P(ComparisonIn, HasNoProblemsAndLacksNoWord) {
    dossier::Words own(GetParam(), "words/comparison.csv");
    dossier::Words general(GetParam());
    for (const auto& [values, business] : {std::pair{sample(), some_business()}, {nothing(), Business{}}}) {
        EXPECT_EQ(paper::problems(paper_with_words(values, occasion(), business, own, general)), std::vector<std::string>{});
    }
    EXPECT_EQ(own.missing(), std::vector<std::string>{});
    EXPECT_EQ(general.missing(), std::vector<std::string>{});
}

TEST_P(ComparisonIn, SaysWhoseSightItIsAndBothPositions) {
    const paper::Paper paper = paper_of(sample(), GetParam(), occasion());
    ASSERT_EQ(paper.masthead.size(), 3U);
    dossier::Words own(GetParam(), "words/comparison.csv");
    EXPECT_NE(paper.masthead[0].find(own.say("reader.macao")), std::string::npos);
    EXPECT_NE(paper.masthead[1].find("120"), std::string::npos);
    EXPECT_NE(paper.masthead[2].find("345"), std::string::npos);
    EXPECT_NE(paper.masthead[2].find(sha256("root").to_text().substr(0, 16)), std::string::npos);
}

// Over the four languages, full and empty: what only a gap says is said too.
TEST(Comparison, LeavesNoWordUnused) {
    dossier::Words own(Language::en, "words/comparison.csv");
    dossier::Words general(Language::en);
    for (const std::string reader : {"macao", "mainland", "public"}) {
        for (auto [values, business] : {std::pair{sample(), some_business()}, {nothing(), Business{}}}) {
            values.reader = reader;
            (void)paper_with_words(values, occasion(), business, own, general);
        }
    }
    Comparison untitled = sample();
    untitled.titles.clear();
    (void)paper_with_words(untitled, occasion(), some_business(), own, general);
    EXPECT_EQ(own.unused(), std::vector<std::string>{});
}

TEST(Comparison, MarksWhatChangedInAWordingForWhoeverReadsTheFile) {
    const paper::Paper paper = paper_of(sample(), Language::en, occasion());
    std::string removed;
    std::string added;
    for (const paper::Block& block : paper.blocks) {
        const auto* paragraph = std::get_if<paper::Paragraph>(&block);
        if (paragraph == nullptr) continue;
        for (const paper::Run& run : paragraph->line) {
            if (run.revision.change == Change::removed) removed += run.text + "|";
            if (run.revision.change == Change::added) added += run.text + "|";
            if (run.revision.change != Change::same) {
                EXPECT_EQ(run.revision.author, "example.org/conference");
            }
        }
    }
    EXPECT_EQ(removed, "工作|Gone|");
    EXPECT_EQ(added, "重點工作|Compensação|結算|");
}

TEST(Comparison, TellsOfProblemsAndDecisionsThatAreNewOrInAnotherState) {
    dossier::Business before;
    before.problems = {{.problem = meetings::ProblemId("p-1"), .state = meetings::ProblemState::open}, {.problem = meetings::ProblemId("p-2"), .state = meetings::ProblemState::open}};
    before.decisions = {{.decision = meetings::DecisionId("d-1"), .state = meetings::DecisionState::active}};
    dossier::Business after = before;
    after.problems[1].state = meetings::ProblemState::settled;
    after.problems.push_back({.problem = meetings::ProblemId("p-3"), .state = meetings::ProblemState::escalated});
    after.decisions[0].state = meetings::DecisionState::carried_out;
    const Business told = compared(before, after);
    std::string text;
    for (const ProblemCompared& one : told.problems) text += one.problem.value + ":" + one.before + ">" + one.after + " ";
    for (const DecisionCompared& one : told.decisions) text += one.decision.value + ":" + one.before + ">" + one.after + " ";
    EXPECT_EQ(text, "p-2:open>settled p-3:>escalated d-1:active>carried_out ");
}

TEST(Comparison, SaysNothingTwiceAndADemonstrationSaysSo) {
    const std::string demonstration = html::render(paper_of(sample(), Language::en, occasion(true)));
    EXPECT_EQ(demonstration.find("SHOWN-ABOVE"), std::string::npos);
    EXPECT_NE(demonstration.find("This is a demonstration"), std::string::npos);
    EXPECT_EQ(html::render(paper_of(sample(), Language::en, occasion(false))).find("This is a demonstration"), std::string::npos);
    EXPECT_EQ(html::render(paper_of(sample(), Language::en, occasion(true))), demonstration);
}

}  // namespace
}  // namespace ponte::comparison
