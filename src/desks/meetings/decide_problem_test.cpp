#include "desks/meetings/desk_sample.h"

namespace ponte::meetings::sample {
namespace {

TEST(RaiseProblem, KeepsWhatWasSaidAndWhoseItIs) {
    Desk desk;
    RaiseProblem command = problem();
    command.settling = BodyId("pboc");
    command.due = day("2021-09-01");
    const ProblemId id = desk.raised(officer(), command);
    const Problem& one = desk.state.problems.at(id);
    EXPECT_EQ(one.raised.event.body, BodyId("amcm"));
    EXPECT_EQ(one.raised.event.side, Side::macao);
    EXPECT_EQ(one.stage, Stage::internal);
    EXPECT_EQ(one.settling, BodyId("pboc"));
    EXPECT_EQ(one.due, day("2021-09-01"));
    EXPECT_TRUE(id.value.starts_with("prob-"));
}

TEST(RaiseProblem, IsRefusedInThisOrder) {
    Desk desk;
    const ProblemId open = desk.raised(officer(), problem("Still open"));
    desk.raised(officer(), problem("Known"));
    const ProblemId unseen = desk.raised(officer("pboc"), problem("Of others"));
    struct Asking {
        Grant by = officer();
        RaiseProblem command = problem("Another");
    };
    using Row = RefusalRow<Asking>;
    const std::vector<Row> rows{
        {refusals::not_allowed, [](Asking& a) { a.by = reader(); }},
        {refusals::text_missing, [](Asking& a) { a.command.titles = {}; }},
        {refusals::control_characters, [](Asking& a) { a.command.texts.pt = "a\x01" "b"; }},
        {refusals::text_too_long, [](Asking& a) { a.command.texts.en = std::string(9'000, 'x'); }},
        {refusals::date_in_past, [](Asking& a) { a.command.due = day("2021-05-31"); }},
        {refusals::plan_unknown, [](Asking& a) { a.command.duties.insert(a.command.duties.begin(), {.plan = PlanId("1999"), .measure = 1}); }},
        {refusals::measure_unknown, [](Asking& a) { a.command.duties.push_back({.plan = PlanId("2021"), .measure = 9}); }},
        {refusals::body_unknown, [](Asking& a) { a.command.settling = BodyId("nobody"); }},
        {refusals::body_not_yours, [](Asking& a) { a.command.body = BodyId("pboc"); }},
        {refusals::problem_unknown, [&](Asking& a) { a.command.earlier = unseen; }},
    };
    const auto decided = [&](const Asking& a) { return desk.decided(a.by, a.command); };
    expect_refusals(Asking{}, rows, decided);
    RaiseProblem again = problem("Another");
    again.earlier = open;
    desk.refused(officer(), again, refusals::problem_not_settled);
    again = problem("Another");
    again.duties = {{.plan = PlanId("2021"), .measure = 2, .duty = 3}};
    desk.refused(officer(), again, refusals::duty_unknown);
    desk.refused(officer(), problem("Known"), refusals::already_recorded);
}

TEST(SignOffProblem, IsForAnotherPersonWhoHeadsTheBody) {
    Desk desk;
    const ProblemId id = desk.raised(asker("head", "amcm", {Role::officer, Role::head}), problem());
    desk.refused(officer(), SignOffProblem{id}, refusals::not_allowed);
    desk.refused(head("dsedt"), SignOffProblem{id}, refusals::problem_unknown);
    desk.refused(head(), SignOffProblem{id}, refusals::signs_off_own_record);
    desk.done(asker("second", "amcm", {Role::head}), SignOffProblem{id});
    desk.refused(head("dsedt"), SignOffProblem{id}, refusals::body_not_yours);
    desk.refused(asker("second", "amcm", {Role::head}), SignOffProblem{id}, refusals::already_signed_off);
}

TEST(MoveProblem, IsForTheSecretariatOfItsOwnSideAndNeverBack) {
    Desk desk;
    const ProblemId id = desk.raised(officer("dsepdr"), problem());
    desk.refused(head(), MoveProblem{id, Stage::released}, refusals::not_allowed);
    desk.refused(secretariat(), MoveProblem{id, Stage::internal}, refusals::stage_does_not_go_back);
    desk.refused(secretariat(), MoveProblem{ProblemId("prob-x"), Stage::released}, refusals::problem_unknown);
    desk.refused(secretariat(), MoveProblem{id, Stage::released}, refusals::not_signed_off);
    desk.taken_to(id, Stage::released);
    desk.refused(other_secretariat(), MoveProblem{id, Stage::published}, refusals::body_not_yours);
    desk.refused(secretariat(), MoveProblem{id, Stage::released}, refusals::stage_does_not_go_back);
    desk.done(secretariat(), MoveProblem{id, Stage::published});
}

TEST(AssignProblem, ChangesWhoSettlesItWithAReason) {
    Desk desk;
    const ProblemId id = desk.raised(officer(), problem());
    desk.refused(reader(), AssignProblem{id, BodyId("dsedt"), "theirs"}, refusals::not_allowed);
    desk.refused(officer(), AssignProblem{id, BodyId("dsedt"), ""}, refusals::reason_missing);
    desk.refused(officer("dsedt"), AssignProblem{id, BodyId("dsedt"), "ours"}, refusals::problem_unknown);
    desk.refused(officer(), AssignProblem{id, BodyId("nobody"), "theirs"}, refusals::body_unknown);
    desk.done(officer(), AssignProblem{id, BodyId("dsedt"), "theirs"});
    desk.refused(officer(), AssignProblem{id, BodyId("dsedt"), "theirs"}, refusals::unchanged);
    desk.taken_to(id, Stage::signed_off);
    desk.refused(officer(), AssignProblem{id, BodyId("pboc"), "no longer ours to move"}, refusals::body_not_yours);
    desk.done(secretariat(), AssignProblem{id, BodyId("pboc"), "the other side's"});
    EXPECT_EQ(desk.state.problems.at(id).settling, BodyId("pboc"));
    EXPECT_EQ(desk.state.problems.at(id).assigned.back().event.previous, BodyId("dsedt"));
}

TEST(MoveProblemDue, KeepsEveryDateWithItsReason) {
    Desk desk;
    const ProblemId id = desk.raised(officer(), problem());
    desk.refused(reader(), MoveProblemDue{id, day("2021-09-01"), "needed"}, refusals::not_allowed);
    desk.refused(officer(), MoveProblemDue{id, day("2021-09-01"), ""}, refusals::reason_missing);
    desk.refused(officer(), MoveProblemDue{id, day("2021-05-01"), "needed"}, refusals::date_in_past);
    desk.refused(officer("pboc"), MoveProblemDue{id, day("2021-09-01"), "needed"}, refusals::problem_unknown);
    desk.done(officer(), MoveProblemDue{id, day("2021-09-01"), "needed"});
    desk.refused(officer(), MoveProblemDue{id, day("2021-09-01"), "needed"}, refusals::unchanged);
    desk.taken_to(id, Stage::released);
    desk.refused(head(), MoveProblemDue{id, day("2021-10-01"), "more time"}, refusals::body_not_yours);
    desk.done(secretariat(), MoveProblemDue{id, day("2021-10-01"), "more time"});
    EXPECT_EQ(desk.state.problems.at(id).dues.size(), 2U);
    EXPECT_EQ(desk.state.problems.at(id).dues.back().event.previous, day("2021-09-01"));
}

TEST(EscalateProblem, NeedsASignatureAReasonAndTheSecretariat) {
    Desk desk;
    const ProblemId id = desk.raised(officer("dsepdr"), problem());
    desk.refused(head("dsepdr"), EscalateProblem{id, "too big"}, refusals::not_allowed);
    desk.refused(secretariat(), EscalateProblem{id, ""}, refusals::reason_missing);
    desk.refused(other_secretariat(), EscalateProblem{id, "too big"}, refusals::problem_unknown);
    desk.refused(secretariat(), EscalateProblem{id, "too big"}, refusals::not_signed_off);
    desk.taken_to(id, Stage::released);
    desk.refused(other_secretariat(), EscalateProblem{id, "too big"}, refusals::body_not_yours);
    desk.done(secretariat(), EscalateProblem{id, "too big"});
    desk.refused(secretariat(), EscalateProblem{id, "too big"}, refusals::already_escalated);
}

SettleProblem settlement(const ProblemId& id) { return {.problem = id, .reason = "It was agreed", .item = ItemId("act-released")}; }

TEST(SettleProblem, IsRefusedInThisOrder) {
    Desk desk;
    const ProblemId id = desk.raised(officer(), problem());
    desk.taken_to(id, Stage::released);
    const ProblemId settled = desk.raised(officer(), problem("Settled"));
    desk.taken_to(settled, Stage::released);
    desk.done(secretariat(), settlement(settled));
    struct Asking {
        Grant by = secretariat();
        SettleProblem command;
    };
    using Row = RefusalRow<Asking>;
    const std::vector<Row> rows{
        {refusals::not_allowed, [](Asking& a) { a.by = officer(); }},
        {refusals::reason_missing, [](Asking& a) { a.command.reason = ""; }},
        {refusals::control_characters, [](Asking& a) { a.command.source = "a\x02"; }},
        {refusals::evidence_missing, [](Asking& a) { a.command.item.reset(), a.command.source.reset(), a.command.decision.reset(); }},
        {refusals::date_in_future, [](Asking& a) { a.command.on = day("2021-06-02"); }},
        {refusals::problem_settled, [&](Asking& a) { a.command.problem = settled; }},
        {refusals::evidence_unknown, [](Asking& a) { a.command.item = ItemId("act-none"); }},
        {refusals::not_escalated, [](Asking& a) { a.command.decision = DecisionId("5-1"); }},
    };
    const auto decided = [&](const Asking& a) { return desk.decided(a.by, a.command); };
    // Two of the faults cannot stand together: taking the evidence away takes away what is wrong with it.
    std::vector<Row> without(rows);
    without.erase(without.begin() + 3);
    const Asking good{.command = settlement(id)};
    expect_refusals(good, without, decided);
    Asking bare = good;
    rows[3].fault(bare);
    EXPECT_EQ(decided(bare).error().kind.code, refusals::evidence_missing.code);
    desk.refused(head("dsedt"), settlement(id), refusals::body_not_yours);
    SettleProblem hidden = settlement(id);
    hidden.item = ItemId("act-internal");
    desk.refused(asker("both", "amcm", {Role::head, Role::secretariat}), hidden, refusals::evidence_not_released);
    desk.done(secretariat(), EscalateProblem{id, "too big"});
    SettleProblem decision = settlement(id);
    decision.decision = DecisionId("5-1");
    desk.refused(secretariat(), decision, refusals::decision_unknown);
}

TEST(SettleProblem, IsForTheBodyThatIsToSettleItOnceItHasIt) {
    Desk desk;
    const ProblemId id = desk.raised(officer(), problem());
    desk.done(officer(), AssignProblem{id, BodyId("pboc"), "theirs"});
    desk.refused(head("pboc"), settlement(id), refusals::problem_unknown);
    desk.taken_to(id, Stage::released);
    desk.done(head("pboc"), settlement(id));
    EXPECT_EQ(desk.state.problems.at(id).settled->event.by, SettledBy::bodies);
}

TEST(SettledProblem, IsNotReopenedButANewOneGoesBackToIt) {
    Desk desk;
    const ProblemId id = desk.raised(officer(), problem());
    desk.taken_to(id, Stage::signed_off);
    desk.done(secretariat(), settlement(id));
    for (const std::string& refused : {desk.ask(secretariat(), EscalateProblem{id, "again"}), desk.ask(secretariat(), AssignProblem{id, BodyId("pboc"), "again"}),
                                       desk.ask(secretariat(), MoveProblemDue{id, day("2021-09-01"), "again"}), desk.ask(secretariat(), settlement(id))}) {
        EXPECT_EQ(refused, refusals::problem_settled.code);
    }
    desk.done(secretariat(), MoveProblem{id, Stage::released});
    RaiseProblem again = problem();
    again.earlier = id;
    const ProblemId anew = desk.raised(officer(), again);
    EXPECT_NE(anew, id);
    const auto shown = desk.answered(sight("amcm"), ProblemQuery{id}).problems;
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown.front().again, std::vector{anew});
    EXPECT_TRUE(desk.answered(sight("pboc"), ProblemQuery{id}).problems.front().again.empty());
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(Problems, AreToldWithTheReasonsThatTheReaderWasGiven) {
    Desk desk;
    const ProblemId id = desk.raised(officer(), problem());
    desk.done(officer(), MoveProblemDue{id, day("2021-06-10"), "inside reason"});
    desk.taken_to(id, Stage::released);
    desk.done(secretariat(), MoveProblemDue{id, day("2021-06-20"), "joint reason"});
    desk.now = instant("2021-06-30T09:00:00Z");
    const auto own = desk.answered(sight("amcm"), ProblemsQuery{}).problems;
    const auto other = desk.answered(sight("pboc"), ProblemsQuery{}).problems;
    ASSERT_EQ(own.size(), 1U);
    ASSERT_EQ(other.size(), 1U);
    EXPECT_TRUE(own.front().overdue);
    EXPECT_EQ(own.front().steps.at(1).reason, "inside reason");
    EXPECT_EQ(other.front().steps.at(1).reason, "");
    EXPECT_EQ(other.front().steps.at(2).reason, "joint reason");
    EXPECT_TRUE(desk.answered(the_public(), ProblemsQuery{}).problems.empty());
}

TEST(Problems, StandGravestFirstAndCanBeAskedForByDutyBodyAndState) {
    Desk desk;
    RaiseProblem small = problem("Small");
    small.severity = Severity::low;
    small.duties = {};
    RaiseProblem grave = problem("Grave");
    grave.severity = Severity::critical;
    desk.raised(officer(), small);
    const ProblemId first = desk.raised(officer(), grave);
    const auto all = desk.answered(sight("amcm"), ProblemsQuery{}).problems;
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.front().problem, first);
    EXPECT_EQ(desk.answered(sight("amcm"), ProblemsQuery{.at_least = Severity::high}).problems.size(), 1U);
    EXPECT_EQ(desk.answered(sight("amcm"), ProblemsQuery{.plan = PlanId("2021"), .measure = 2}).problems.size(), 1U);
    EXPECT_EQ(desk.answered(sight("amcm"), ProblemsQuery{.measure = 3}).problems.size(), 0U);
    EXPECT_EQ(desk.answered(sight("amcm"), ProblemsQuery{.state = ProblemState::settled}).problems.size(), 0U);
    EXPECT_EQ(desk.answered(sight("amcm"), ProblemsQuery{.body = BodyId("pboc")}).problems.size(), 0U);
}

}  // namespace
}  // namespace ponte::meetings::sample
