#include "desks/conference/desk_sample.h"
#include "desks/conference/queries_comparison.h"

#include <algorithm>

namespace ponte::conference {
namespace {

using namespace sample;

const PlanId plan("2020");
const access::Sight macao{.body = {}, .side = Side::macao};
const access::Sight mainland{.body = {}, .side = Side::mainland};
const access::Sight everyone{};

ComparedAt at(const Desk& desk, std::string_view as_at) { return {.position = desk.position, .time = desk.now, .as_at = day(as_at)}; }

// Between a desk as it was and as it is.
struct Between {
    const Desk& then;
    const Desk& now;
    std::string from = "2020-06-30";
    std::string to = "2020-12-31";

    Comparison seen_by(const access::Sight& reader) const {
        return compared(Seen(known_of(then.state), reader), Seen(known_of(now.state), reader), plan, at(then, from), at(now, to));
    }
};

std::string text_of(const std::vector<StretchShown>& stretches, std::string_view without) {
    std::string text;
    for (const StretchShown& one : stretches) text += one.change == without ? "" : one.text;
    return text;
}

TEST(Comparison, OfAPositionWithItselfFindsNothing) {
    Desk desk = desk_with_a_plan();
    desk.taken_to(desk.recorded(officer(), observation("RMB 3 bn", "3", "2020-Q1")), Stage::published);
    const Comparison same = Between{desk, desk, "2020-12-31", "2020-12-31"}.seen_by(macao);
    ASSERT_EQ(same.indicators.size(), 1U);
    EXPECT_FALSE(same.indicators[0].changed);
    EXPECT_TRUE(same.wordings.empty() && same.owners.empty() && same.figures.empty() && same.milestones.empty() && same.sessions.empty() && same.years.empty());
    ASSERT_EQ(same.papers.size(), 1U);
    EXPECT_TRUE(same.papers[0].empty());
}

TEST(Comparison, TellsProgressWithBothFiguresAndTheirBadges) {
    Desk desk = desk_with_a_plan();
    desk.taken_to(desk.recorded(officer(), observation("RMB 3 bn", "3", "2020-Q1")), Stage::published);
    const Desk then = desk;
    desk.taken_to(desk.recorded(officer(), observation("RMB 5 bn", "5", "2020-Q2")), Stage::published);
    const Comparison values = Between{then, desk}.seen_by(everyone);
    ASSERT_EQ(values.indicators.size(), 1U);
    const IndicatorCompared& one = values.indicators[0];
    EXPECT_TRUE(one.changed);
    EXPECT_EQ(one.before.value + " " + one.before.period + " " + one.before.badge, shown(then.state.indicators.at(IndicatorId("m1.total")).definition, number("3")) + " 2020-Q1 published");
    EXPECT_EQ(one.after.period, "2020-Q2");
    EXPECT_NE(one.before.entries, one.after.entries);
    const auto figure = std::ranges::find(values.figures, "m1.total.now", &FigureCompared::id);
    ASSERT_NE(figure, values.figures.end());
    EXPECT_EQ(figure->change, "changed");
    EXPECT_EQ(figure->period_before + " " + figure->period_after, "2020-Q1 2020-Q2");
    const auto before = std::ranges::find(values.figures, "m1.total.before", &FigureCompared::id);
    ASSERT_NE(before, values.figures.end());
    EXPECT_EQ(before->change, "new");
    EXPECT_EQ(values.papers.front().observations, 1U);
}

TEST(Comparison, MarksEveryWordThatChanged) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), StateText{.plan = plan, .measure = 1, .language = Language::pt, .status = TextStatus::reference, .text = "Medida um", .parts = {}, .source = "own"});
    const Desk then = desk;
    CorrectPlan better{.plan = plan, .title = desk.state.plans.at(plan).title, .file = sha256("b"), .measures = plan_2020().measures, .reason = "a slip"};
    const std::string old_text = better.measures[1].text;
    better.measures[1].text = old_text + " and more";
    better.measures.pop_back();
    desk.done(secretariat(), better);
    desk.done(secretariat(), StateText{.plan = plan, .measure = 1, .language = Language::pt, .status = TextStatus::reference, .text = "Primeira medida", .parts = {}, .source = "own"});
    const Comparison values = Between{then, desk}.seen_by(everyone);
    ASSERT_EQ(values.wordings.size(), 3U);
    EXPECT_EQ(values.wordings[0].language, Language::pt);
    EXPECT_EQ(text_of(values.wordings[0].stretches, "added"), "Medida um");
    EXPECT_EQ(text_of(values.wordings[0].stretches, "removed"), "Primeira medida");
    EXPECT_EQ(values.wordings[1].measure, 2);
    EXPECT_EQ(values.wordings[1].change, "reworded");
    EXPECT_EQ(text_of(values.wordings[1].stretches, "added"), old_text);
    EXPECT_EQ(text_of(values.wordings[1].stretches, "removed"), old_text + " and more");
    EXPECT_EQ(values.wordings[2].measure, 3);
    EXPECT_EQ(values.wordings[2].change, "dropped");
    EXPECT_EQ(text_of(values.wordings[2].stretches, "removed"), "");
}

TEST(Comparison, NamesWhoBeganEndedAndChanged) {
    Desk desk = desk_with_a_plan();
    const auto appoint = [&](std::string body, BodyRole role, std::string note = {}) {
        desk.done(secretariat(), AppointBody{.plan = plan, .measure = 1, .body = BodyId(body), .role = role, .from = {}, .to = {}, .note = note});
    };
    const auto end = [&](std::string body, BodyRole role, std::string_view on) {
        desk.done(secretariat(), EndAppointment{.plan = plan, .measure = 1, .body = BodyId(body), .role = role, .on = day(on), .reason = "handed over"});
    };
    appoint("amcm", BodyRole::lead);
    appoint("dsedt", BodyRole::cooperating);
    appoint("ndrc", BodyRole::verifying);
    const Desk then = desk;
    end("amcm", BodyRole::lead, "2020-09-30");
    end("dsedt", BodyRole::cooperating, "2021-09-30");  // still holds, with a last day now
    appoint("pboc", BodyRole::lead);
    std::string told;
    for (const OwnerCompared& one : Between{then, desk}.seen_by(everyone).owners) {
        told += one.body.value + " " + one.role + " " + one.change + " " + (one.to ? one.to->to_text() : "-") + "\n";
    }
    EXPECT_EQ(told, "amcm lead ended 2020-09-30\ndsedt cooperating changed 2021-09-30\npboc lead begun -\n");
}

TEST(Comparison, CountsPapersVerdictsAndWithdrawalsOnce) {
    Desk desk = desk_with_a_plan();
    const ItemId first = desk.recorded(officer(), observation("RMB 3 bn", "3", "2020-Q1"));
    desk.taken_to(first, Stage::published);
    const Desk then = desk;
    desk.done(verifier("ndrc"), VerifyItem{first, Verdict::questioned, "which?"});
    desk.done(verifier("ndrc"), VerifyItem{first, Verdict::accepted, ""});
    const ItemId second = desk.recorded(officer(), action("opened", "2020-05-04"));
    desk.taken_to(second, Stage::published);
    desk.done(officer(), WithdrawItem{second, "a slip", {}});
    const Comparison values = Between{then, desk}.seen_by(everyone);
    const PapersCompared& all = values.papers.front();
    EXPECT_EQ(all.observations, 0U);
    EXPECT_EQ(all.actions, 1U);
    EXPECT_EQ(all.accepted, 1U);  // the verdict that holds
    EXPECT_EQ(all.questioned, 0U);
    EXPECT_EQ(all.withdrawn, 1U);
}

TEST(Comparison, TellsMilestonesMeetingsAndTheirYears) {
    Desk desk = desk_with_a_plan();
    const auto milestone = [](std::string id, std::string_view due) {
        return SetMilestone{.milestone = MilestoneId(id), .plan = plan, .measure = 1, .duty = 1, .names = named("M"), .due = day(due), .badge = Badge::configuration};
    };
    desk.done(secretariat(), milestone("m1.late", "2020-09-30"));
    desk.done(secretariat(), milestone("m1.done", "2020-10-31"));
    const Desk then = desk;
    desk.done(secretariat(), ReachMilestone{.milestone = MilestoneId("m1.done"), .on = day("2020-10-01"), .evidence = "e"});
    desk.done(secretariat(), milestone("m1.new", "2021-10-31"));
    desk.done(secretariat(), RecordSession{.number = 1, .on = day("2020-12-30"), .source = "s"});
    const Comparison values = Between{then, desk}.seen_by(everyone);
    std::string told;
    for (const MilestoneCompared& one : values.milestones) told += one.milestone.value + " " + one.change + "\n";
    EXPECT_EQ(told, "m1.late overdue\nm1.done reached\nm1.new set\n");
    ASSERT_EQ(values.sessions.size(), 1U);
    EXPECT_EQ(values.sessions[0].number, 1);
    ASSERT_EQ(values.years.size(), 1U);
    EXPECT_EQ(values.years[0].before + " " + values.years[0].after, "due met");
}

// What was let out since is new to its reader; what was not is not even counted.
TEST(Comparison, ShowsNobodyWhatHeMayNotSeeAtTheLaterPosition) {
    Desk desk = desk_with_a_plan();
    const ItemId item = desk.recorded(officer(), observation("RMB 7777777 bn", "7777777", "2020-Q1"));
    desk.taken_to(item, Stage::signed_off);
    const Desk then = desk;
    const auto counts = [&](const access::Sight& reader) { return Between{then, desk}.seen_by(reader).papers.front().observations; };
    desk.recorded(officer("pboc"), observation("RMB 8888888 bn", "8888888", "2020-Q2"));  // internal
    EXPECT_EQ(counts(macao) + counts(mainland) + counts(everyone), 0U);
    desk.done(secretariat(), MoveItem{item, Stage::released});
    EXPECT_EQ(counts(macao), 0U);  // it saw it before
    EXPECT_EQ(counts(mainland), 1U);
    EXPECT_EQ(counts(everyone), 0U);
    const Comparison told = Between{then, desk}.seen_by(everyone);
    EXPECT_EQ(told.indicators[0].before.status + told.indicators[0].after.status, "no_evidenceno_evidence");
    EXPECT_EQ(told.reader, "public");
}

}  // namespace
}  // namespace ponte::conference
