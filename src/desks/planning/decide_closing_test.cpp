#include "desks/planning/desk_sample.h"

namespace ponte::planning {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};
template <class Command>
auto decided_by(const Desk& desk) {
    return [&desk](const Request<Command>& r) { return desk.decided(r.by, r.command); };
}

CloseDuty done_by(std::uint16_t measure, std::uint16_t number, std::vector<Evidence> evidence) {
    CloseDuty command = closing(measure, number, DutyOutcome::done);
    command.evidence = std::move(evidence);
    return command;
}
Evidence reached(MilestoneId id) {
    Evidence evidence;
    evidence.milestone = std::move(id);
    return evidence;
}

TEST(CloseDuty, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    const ItemId good = desk.action(1, 1, "amcm", Stage::released);
    desk.done(macao(), closing(4, 1, DutyOutcome::dropped));
    desk.done(mainland(), confirmation(4, 1, desk.last()));
    using R = Request<CloseDuty>;
    expect_refusals<R>({macao(), done_by(1, 1, {shown_by(good)})},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::evidence_missing, [](R& r) { r.command.evidence.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.reason = "a\nb"; }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::duty_unknown, [](R& r) { r.command.duty = 0; }},
                        {refusals::already_closed, [](R& r) { r.command.measure = 4; }},
                        {refusals::evidence_unknown, [](R& r) { r.command.evidence = {shown_by(ItemId("act-none"))}; }}},
                       decided_by<CloseDuty>(desk));
    EXPECT_EQ(desk.ask(macao(), closing(1, 1, DutyOutcome::carried_over)), "planning.target_missing");
    EXPECT_EQ(desk.ask(macao(), closing(1, 1, DutyOutcome::merged)), "planning.target_missing");
    CloseDuty dropped = closing(1, 1, DutyOutcome::dropped);
    dropped.reason.reset();
    EXPECT_EQ(desk.ask(macao(), dropped), "planning.reason_missing");
    CloseDuty twice = done_by(1, 1, {Evidence{.item = good, .milestone = {}, .decision = "d1"}});
    EXPECT_EQ(desk.ask(macao(), twice), "planning.one_of_several");
}

// What shows that a duty was done is shown to both sides, stands, and is about that duty.
TEST(CloseDuty, TakesOnlyEvidenceThatTheOtherSideMayRead) {
    Desk desk = desk_with_an_agreed_list();
    const auto ask = [&](Evidence evidence) { return desk.ask(macao(), done_by(1, 1, {std::move(evidence)})); };
    EXPECT_EQ(ask(shown_by(desk.action(1, 1, "amcm", Stage::internal))), "planning.evidence_unknown") << "of another body, not signed off";
    EXPECT_EQ(ask(shown_by(desk.action(1, 1, "pboc", Stage::signed_off))), "planning.evidence_unknown") << "of the other side, not released";
    EXPECT_EQ(ask(shown_by(desk.action(1, 1, "amcm", Stage::signed_off))), "planning.evidence_not_released");
    EXPECT_EQ(ask(shown_by(desk.action(2, 1, "amcm", Stage::released))), "planning.evidence_of_other_measure");
    EXPECT_EQ(ask(shown_by(desk.action(1, 2, "amcm", Stage::released))), "planning.evidence_of_other_measure");
    const ItemId withdrawn = desk.action(1, 1, "amcm", Stage::released);
    desk.withdraw(withdrawn);
    EXPECT_EQ(ask(shown_by(withdrawn)), "planning.evidence_withdrawn");
    EXPECT_EQ(ask(reached(desk.milestone(1, 1, false))), "planning.milestone_not_reached");
    EXPECT_EQ(ask(reached(desk.milestone(2, 1, true))), "planning.evidence_of_other_measure");
    EXPECT_EQ(ask(reached(MilestoneId("mile-none"))), "planning.evidence_unknown");
    Evidence decision;
    decision.decision = "d1";
    EXPECT_EQ(ask(decision), "planning.decision_unknown");
    EXPECT_EQ(ask(reached(desk.milestone(1, 1, true))), "");
    EXPECT_EQ(ask(shown_by(desk.action(1, 0, "pboc", Stage::published))), "") << "a paper of the measure as a whole";
}

TEST(CloseDuty, GoesOnOnlyWhereThereIsSuchAPlace) {
    Desk desk = desk_with_an_agreed_list();
    desk.plans.emplace(PlanId("2019"), plan(2019));
    desk.done(macao(), OpenList{.list = ListId("other"), .year = 2021, .from_plan = PlanId("2019"), .original = Language::en, .required = {}});
    const auto ask = [&](DutyOutcome outcome, Target target, std::uint16_t measure = 1) {
        CloseDuty command = closing(measure, 1, outcome);
        command.target = std::move(target);
        return desk.ask(macao(), command);
    };
    Target other;
    other.line = LineRef{.list = ListId("other"), .line = LineId("area1")};
    Target none;
    none.line = LineRef{.list = ListId("none"), .line = LineId("line1")};
    EXPECT_EQ(ask(DutyOutcome::carried_over, other), "planning.list_of_other_plan");
    EXPECT_EQ(ask(DutyOutcome::carried_over, none), "planning.list_unknown");
    EXPECT_EQ(ask(DutyOutcome::carried_over, to_line("line9")), "planning.line_unknown");
    EXPECT_EQ(ask(DutyOutcome::carried_over, to_line("title")), "planning.line_unknown");
    EXPECT_EQ(ask(DutyOutcome::carried_over, to_duty(duty(2, 1))), "planning.one_of_several");
    EXPECT_EQ(ask(DutyOutcome::dropped, to_line("line1")), "planning.one_of_several");
    EXPECT_EQ(ask(DutyOutcome::merged, to_duty(duty(1, 1))), "planning.merged_in_a_circle");
    EXPECT_EQ(ask(DutyOutcome::merged, to_duty(duty(9, 1))), "planning.duty_unknown");
    EXPECT_EQ(ask(DutyOutcome::merged, to_duty(duty(1, 1, "2019"))), "planning.duty_unknown");
    EXPECT_EQ(ask(DutyOutcome::merged, to_duty(duty(2, 1))), "");
    EXPECT_EQ(ask(DutyOutcome::merged, to_duty(duty(3, 1)), 2), "");
    EXPECT_EQ(ask(DutyOutcome::merged, to_duty(duty(1, 1)), 3), "planning.merged_in_a_circle");
    EXPECT_EQ(ask(DutyOutcome::merged, to_line("line1"), 3), "");
}

TEST(ConfirmClosing, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), closing(1, 1, DutyOutcome::dropped));
    const std::uint64_t proposal = desk.last();
    desk.done(macao(), closing(2, 1, DutyOutcome::dropped));
    desk.done(mainland(), confirmation(2, 1, desk.last()));
    using R = Request<ConfirmClosing>;
    expect_refusals<R>({mainland(), confirmation(1, 1, proposal)},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::no_closing_proposed, [](R& r) { r.command.closings.clear(); }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::decision_unknown, [](R& r) { r.command.decision = "d1"; }}},
                       decided_by<ConfirmClosing>(desk));
    EXPECT_EQ(desk.ask(mainland(), confirmation(1, 2, proposal)), "planning.no_closing_proposed");
    EXPECT_EQ(desk.ask(mainland(), confirmation(2, 1, proposal)), "planning.already_closed");
    EXPECT_EQ(desk.ask(mainland(), confirmation(1, 1, proposal + 1)), "planning.proposal_moved_on");
    EXPECT_EQ(desk.ask(macao(), confirmation(1, 1, proposal)), "planning.confirms_own_proposal");
    ConfirmClosing twice = confirmation(1, 1, proposal);
    twice.closings.push_back(twice.closings[0]);
    EXPECT_EQ(desk.ask(mainland(), twice), "planning.already_closed");
    // All or none: the one good closing of a bad pair stays open.
    ConfirmClosing pair = confirmation(1, 1, proposal);
    pair.closings.push_back({.measure = 1, .duty = 2, .proposal = proposal});
    EXPECT_EQ(desk.ask(mainland(), pair), "planning.no_closing_proposed");
    EXPECT_FALSE(desk.state.closings.at(duty(1, 1)).confirmed);
}

TEST(ConfirmClosing, IsOfWhatWasRead) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), closing(1, 1, DutyOutcome::dropped));
    const std::uint64_t first = desk.last();
    desk.done(mainland(), QuestionClosing{plan_2020(), 1, 1, first, "half of it was done"});
    const ItemId paper = desk.action(1, 1, "pboc", Stage::released);
    desk.done(mainland(), done_by(1, 1, {shown_by(paper)}));
    const std::uint64_t second = desk.last();
    EXPECT_EQ(desk.ask(mainland(), confirmation(1, 1, first)), "planning.proposal_moved_on");
    EXPECT_EQ(desk.ask(mainland(), confirmation(1, 1, second)), "planning.confirms_own_proposal");
    // What falls before it is confirmed cannot be confirmed.
    desk.withdraw(paper);
    EXPECT_EQ(desk.ask(macao(), confirmation(1, 1, second)), "planning.evidence_withdrawn");
    desk.withdraw(paper, false);
    desk.done(macao(), confirmation(1, 1, second));
    EXPECT_EQ(desk.ask(macao(), closing(1, 1, DutyOutcome::dropped)), "planning.already_closed");
}

TEST(QuestionClosing, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), closing(1, 1, DutyOutcome::dropped));
    const std::uint64_t proposal = desk.last();
    using R = Request<QuestionClosing>;
    expect_refusals<R>({mainland(), {plan_2020(), 1, 1, proposal, "why?"}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::duty_unknown, [](R& r) { r.command.measure = 9; }},
                        {refusals::no_closing_proposed, [](R& r) { r.command.duty = 2; }},
                        {refusals::proposal_moved_on, [](R& r) { ++r.command.proposal; }},
                        {refusals::confirms_own_proposal, [](R& r) { r.by = macao(); }}},
                       decided_by<QuestionClosing>(desk));
}

TEST(CloseYear, NamesTheDutiesWithoutAnOutcomeAndLeavesNothingToChange) {
    Desk desk = desk_with_an_agreed_list();
    EXPECT_EQ(desk.ask(head(), CloseYear{plan_2020()}), "planning.not_allowed");
    EXPECT_EQ(desk.ask(macao(), CloseYear{PlanId("1999")}), "planning.plan_unknown");
    const ItemId paper = desk.action(4, 2, "amcm", Stage::released);
    for (std::uint16_t measure = 1; measure <= 4; ++measure) {
        for (std::uint16_t number = 1; number <= 2; ++number) {
            const bool last = measure == 4 && number == 2;
            desk.done(macao(), last ? done_by(4, 2, {shown_by(paper)}) : closing(measure, number, DutyOutcome::dropped));
            if (measure != 2) desk.done(mainland(), confirmation(measure, number, desk.last()));
        }
    }
    const auto refused = desk.decided(macao(), CloseYear{plan_2020()});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().subject, "2.1, 2.2");
    for (std::uint16_t number = 1; number <= 2; ++number) {
        desk.done(mainland(), confirmation(2, number, desk.state.closings.at(duty(2, number)).proposal.sequence));
    }
    desk.withdraw(paper);
    EXPECT_EQ(desk.ask(macao(), CloseYear{plan_2020()}), "planning.evidence_withdrawn");
    desk.withdraw(paper, false);
    desk.done(macao(), CloseYear{plan_2020()});
    EXPECT_EQ(desk.ask(macao(), CloseYear{plan_2020()}), "planning.year_closed");
    EXPECT_EQ(desk.ask(macao(), closing(1, 1, DutyOutcome::dropped)), "planning.year_closed");
    EXPECT_EQ(desk.ask(mainland(), confirmation(1, 1, 1)), "planning.year_closed");
    EXPECT_EQ(desk.replayed(), desk.state);
}

// What the conference has decided needs no second secretariat, and shows a duty done; what is only
// circulated, or was superseded, does neither.
TEST(ConfirmClosing, IsDoneByTheConferenceToo) {
    Desk desk = desk_with_an_agreed_list();
    desk.decision("5-1", false);
    Evidence evidence;
    evidence.decision = "5-1";
    EXPECT_EQ(desk.ask(macao(), done_by(1, 1, {evidence})), "planning.decision_unknown");
    desk.decision("5-1", true);
    desk.done(macao(), done_by(1, 1, {evidence}));
    ConfirmClosing own = confirmation(1, 1, desk.last());
    own.decision = "5-2";
    EXPECT_EQ(desk.ask(macao(), own), "planning.decision_unknown");
    desk.decision("5-2", true);
    desk.decisions.at(meetings::DecisionId("5-2")).superseded_by = meetings::DecisionId("5-3");
    EXPECT_EQ(desk.ask(macao(), own), "planning.decision_unknown");
    desk.decision("5-2", true);
    desk.done(macao(), own);
    EXPECT_EQ(desk.state.closings.at(duty(1, 1)).confirmed->event.decision, "5-2");
    // And it adopts a list at once.
    AdoptList adopted = adopting();
    adopted.decision = "5-2";
    desk.done(mainland(), adopted);
    EXPECT_TRUE(desk.state.lists.at(list_2021()).adopted);
}

// A duty confirmed to go on in a list already adopted is one more origin of the adopted measure.
TEST(ConfirmClosing, AfterTheAdoptionStillTiesTheDutyToItsMeasure) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), adopting());
    desk.done(mainland(), adopting());
    CloseDuty carried = closing(3, 2, DutyOutcome::carried_over);
    carried.target = to_line("line2");
    desk.done(macao(), carried);
    desk.done(mainland(), confirmation(3, 2, desk.last()));
    const LineageLinked& link = desk.state.links.rbegin()->second.event;
    EXPECT_EQ(link.duty, duty(2, 0, "2021"));
    EXPECT_EQ(link.origin, from(duty(3, 2)));
    EXPECT_EQ(link.source, "list/2021");
    // Two at once, one through the other: both reach the measure.
    CloseDuty first = closing(2, 1, DutyOutcome::merged);
    first.target = to_duty(duty(2, 2));
    desk.done(macao(), first);
    ConfirmClosing both = confirmation(2, 1, desk.last());
    CloseDuty second = closing(2, 2, DutyOutcome::carried_over);
    second.target = to_line("line1");
    desk.done(macao(), second);
    both.closings.push_back({.measure = 2, .duty = 2, .proposal = desk.last()});
    const std::size_t before = desk.state.links.size();
    desk.done(mainland(), both);
    EXPECT_EQ(desk.state.links.size(), before + 2);
    EXPECT_EQ(desk.state.links.rbegin()->second.event.duty, duty(1, 0, "2021"));
}

}  // namespace
}  // namespace ponte::planning
