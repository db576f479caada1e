#include "desks/conference/desk_sample.h"

namespace ponte::conference {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};

const IndicatorId total("m1.total");

TEST(DefineIndicator, MakesTheNextVersionAndSaysWhy) {
    Desk desk = desk_with_a_plan();
    DefineIndicator again = indicator();
    again.decimals = 3;
    EXPECT_EQ(desk.ask(secretariat(), again), "conference.reason_missing");
    again.reason = "printed with three places now";
    desk.done(secretariat(), again);
    EXPECT_EQ(desk.state.indicators.at(total).definition.version, 2);
    EXPECT_EQ(desk.state.indicators.at(total).definition.decimals, 3);
    EXPECT_EQ(desk.state.series.at("indicator/m1.total").rows.size(), 2U);
    desk.done(officer(), observation("RMB 3 bn", "3", "2020-Q1"));
    EXPECT_EQ(desk.state.series.at("indicator/m1.total").observations[0].definition, 2);
}

TEST(DefineIndicator, LetsUnitKindAndFoldChangeOnlyBeforeTheFirstObservation) {
    Desk desk = desk_with_a_plan();
    DefineIndicator again = indicator();
    again.reason = "in millions";
    again.unit_exponent = 6;
    desk.done(secretariat(), again);
    desk.done(officer(), observation("RMB 3 million", "3", "2020-Q1"));
    const auto told = [&](auto change) {
        DefineIndicator other = again;
        change(other);
        const auto decision = desk.decided(secretariat(), other);
        return decision ? std::string("accepted") : std::string(decision.error().kind.code) + " " + decision.error().place;
    };
    EXPECT_EQ(told([](DefineIndicator& d) { d.unit_exponent = 9; }), "conference.unit_differs /unit_exponent");
    EXPECT_EQ(told([](DefineIndicator& d) { d.kind = Kind::cumulative; }), "conference.unit_differs /kind");
    EXPECT_EQ(told([](DefineIndicator& d) { d.fold = Fold::sum; }), "conference.unit_differs /fold");
    EXPECT_EQ(told([](DefineIndicator& d) { d.decimals = 4; }), "accepted");
}

TEST(DefineIndicator, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), indicator("m1.observed"));
    RecordObservation first = observation("RMB 3 bn", "3", "2020-Q1");
    first.indicator = IndicatorId("m1.observed");
    desk.done(officer(), first);
    using R = Request<DefineIndicator>;
    expect_refusals<R>(
        {secretariat(), indicator("m1.other")},
        {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
         {refusals::id_malformed, [](R& r) { r.command.indicator = IndicatorId("M1 Total"); }},
         {refusals::text_missing, [](R& r) { r.command.names = {}; }},
         {refusals::text_missing, [](R& r) { r.command.units = {}; }},
         {refusals::too_many_decimals, [](R& r) { r.command.unit_exponent = 13; }},
         {refusals::too_many_decimals, [](R& r) { r.command.decimals = 10; }},
         {refusals::statement_missing, [](R& r) { r.command.statements.verified.clear(); }},
         {refusals::statement_missing, [](R& r) { r.command.statements.source.clear(); }},
         {refusals::statement_missing, [](R& r) { r.command.statements.accuracy.clear(); }},
         {refusals::statement_missing, [](R& r) { r.command.statements.limits.clear(); }},
         {refusals::statement_missing, [](R& r) { r.command.statements.compensated.clear(); }},
         {refusals::trajectory_backwards,
          [](R& r) { r.command.trajectory = {{day("2020-12-31"), number("1")}, {day("2020-12-31"), number("2")}}; }},
         {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
         {refusals::measure_unknown, [](R& r) { r.command.measure = 23; }},
         {refusals::duty_unknown, [](R& r) { r.command.duty = 3; }},
         {refusals::indicator_of_other_measure,
          [](R& r) {
              r.command.indicator = total;
              r.command.measure = 2;
          }},
         {refusals::reason_missing,
          [](R& r) {
              r.command.indicator = total;
              r.command.reason.clear();
          }},
         {refusals::unit_differs,
          [](R& r) {
              r.command.indicator = IndicatorId("m1.observed");
              r.command.reason = "in plain units";
              r.command.unit_exponent = 0;
          }}},
        [&](const R& r) { return desk.decided(r.by, r.command); });
}

SetMilestone milestone(std::string id) {
    return {.milestone = MilestoneId(std::move(id)),
            .plan = PlanId("2020"),
            .measure = 1,
            .duty = 1,
            .names = named("Agreement signed"),
            .due = day("2020-06-30"),
            .badge = Badge::configuration};
}

TEST(SetMilestone, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), milestone("m1.signed"));
    using R = Request<SetMilestone>;
    expect_refusals<R>({secretariat(), milestone("m1.begun")},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::id_malformed, [](R& r) { r.command.milestone = MilestoneId(""); }},
                        {refusals::text_missing, [](R& r) { r.command.names = {}; }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::measure_unknown, [](R& r) { r.command.measure = 23; }},
                        {refusals::duty_unknown, [](R& r) { r.command.duty = 3; }},
                        {refusals::milestone_exists, [](R& r) { r.command.milestone = MilestoneId("m1.signed"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(ReachMilestone, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), milestone("m1.signed"));
    desk.done(secretariat(), milestone("m1.begun"));
    desk.done(officer(), ReachMilestone{MilestoneId("m1.signed"), day("2020-06-29"), "https://example.org"});
    EXPECT_EQ(desk.state.milestones.at(MilestoneId("m1.signed")).reached->on, day("2020-06-29"));
    using R = Request<ReachMilestone>;
    expect_refusals<R>({officer(), ReachMilestone{MilestoneId("m1.begun"), day("2020-12-31"), "https://example.org"}},
                       {{refusals::not_allowed, [](R& r) { r.by = reader(); }},
                        {refusals::source_missing, [](R& r) { r.command.evidence.clear(); }},
                        {refusals::date_in_future, [](R& r) { r.command.on = day("2021-01-01"); }},
                        {refusals::milestone_unknown, [](R& r) { r.command.milestone = MilestoneId("m1.never"); }},
                        {refusals::milestone_already_reached, [](R& r) { r.command.milestone = MilestoneId("m1.signed"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(SayingsOfAnIndicator, AreRefusedInTheDocumentedOrder) {
    const Desk desk = desk_with_a_plan();
    using O = Request<OverrideStatus>;
    expect_refusals<O>({secretariat(), {total, Status::behind, "delayed", {}}},
                       {{refusals::not_allowed, [](O& r) { r.by = officer(); }},
                        {refusals::reason_missing, [](O& r) { r.command.reason.clear(); }},
                        {refusals::indicator_unknown, [](O& r) { r.command.indicator = IndicatorId("m9"); }}},
                       [&](const O& r) { return desk.decided(r.by, r.command); });
    using F = Request<StateForecast>;
    expect_refusals<F>({officer(), {total, day("2021-12-31"), number("5"), "by trend", {}}},
                       {{refusals::not_allowed, [](F& r) { r.by = reader(); }},
                        {refusals::reason_missing, [](F& r) { r.command.reason.clear(); }},
                        {refusals::indicator_unknown, [](F& r) { r.command.indicator = IndicatorId("m9"); }}},
                       [&](const F& r) { return desk.decided(r.by, r.command); });
    using J = Request<StateJudgement>;
    expect_refusals<J>({secretariat(), {total, Status::ahead, "in our view", {}}},
                       {{refusals::not_allowed, [](J& r) { r.by = head(); }},
                        {refusals::reason_missing, [](J& r) { r.command.reason.clear(); }},
                        {refusals::indicator_unknown, [](J& r) { r.command.indicator = IndicatorId("m9"); }}},
                       [&](const J& r) { return desk.decided(r.by, r.command); });
}

TEST(SayingsOfAnIndicator, AreKeptApartAndAllOfThem) {
    Desk desk = desk_with_a_plan();
    desk.done(officer(), StateForecast{total, day("2021-12-31"), number("5"), "by trend", {}});
    desk.done(officer(), StateForecast{total, day("2021-12-31"), number("6"), "better trend", {}});
    desk.done(secretariat(), StateJudgement{total, Status::ahead, "in our view", {}});
    desk.done(secretariat(), OverrideStatus{total, Status::behind, "delayed", Stage::released});
    const Indicator& one = desk.state.indicators.at(total);
    EXPECT_EQ(one.forecasts.size(), 2U);
    ASSERT_EQ(one.judgements.size(), 1U);
    ASSERT_EQ(one.overrides.size(), 1U);
    EXPECT_EQ(one.forecasts[1].event.stage, Stage::signed_off);
    EXPECT_EQ(one.overrides[0].event.stage, Stage::released);
    EXPECT_EQ(one.overrides[0].by, secretariat().person);
}

TEST(StateForecast, StaysInsideTheSideUnlessASecretariatStatesIt) {
    Desk desk = desk_with_a_plan();
    const StateForecast released{total, day("2021-12-31"), number("5"), "by trend", Stage::released};
    EXPECT_EQ(desk.ask(officer(), released), "conference.not_allowed");
    EXPECT_EQ(desk.ask(secretariat(), released), "");
    EXPECT_EQ(desk.ask(officer(), StateForecast{total, day("2021-12-31"), number("5"), "by trend", Stage::internal}), "");
}

}  // namespace
}  // namespace ponte::conference
