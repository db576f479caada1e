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

TEST(OpenList, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    using R = Request<OpenList>;
    OpenList good = opening();
    good.list = ListId("2022");
    good.year = 2022;
    expect_refusals<R>({macao(), good},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::id_malformed, [](R& r) { r.command.list = ListId("Year 22"); }},
                        {refusals::plan_unknown, [](R& r) { r.command.from_plan = PlanId("1999"); }},
                        {refusals::year_not_later, [](R& r) { r.command.year = 2020; }},
                        {refusals::list_exists, [](R& r) { r.command.list = list_2021(); }}},
                       decided_by<OpenList>(desk));
    good.list = ListId("2020");  // A plan of that name is there.
    EXPECT_EQ(desk.ask(macao(), good), "planning.list_exists");
}

TEST(OpenList, BelongsToTheTwoSidesAndNobodyElse) {
    Desk desk;
    EXPECT_EQ(desk.ask(asker("secretariat", "forum", Role::secretariat), opening()), "planning.not_allowed");
    desk.done(mainland(), opening());
    const List& list = desk.state.lists.at(list_2021());
    EXPECT_EQ(list.lines.size(), 3U);  // title and two areas
    EXPECT_EQ(list.opened.required, (std::vector<Language>{Language::zh_hans, Language::pt}));
}

TEST(AddLine, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), OpenList{.list = ListId("2022"), .year = 2022, .from_plan = plan_2020(), .original = Language::en, .required = {}});
    desk.done(macao(), RegisterFrame{.frame = FrameId("later"), .kind = FrameKind::other, .titles = named("Later"), .on = day("2023-12-12"), .source = "s", .items = {}});
    Desk adopted = desk;
    adopted.done(macao(), adopting());
    adopted.done(mainland(), adopting());
    using R = Request<AddLine>;
    const auto two = [] {
        Origin origin = from(duty(1, 1));
        origin.decision = "d1";
        return origin;
    };
    expect_refusals<R>({macao(), line_in(1, {from(duty(1, 1))})},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::control_characters, [](R& r) { r.command.note = "two\nlines"; }},
                        {refusals::list_unknown, [](R& r) { r.command.list = ListId("none"); }},
                        {refusals::area_unknown, [](R& r) { r.command.area = 3; }},
                        {refusals::one_of_several, [&](R& r) { r.command.origins = {two()}; }}},
                       decided_by<AddLine>(desk));
    for (const auto& [origin, code] : {std::pair(from(duty(9, 1)), "planning.duty_unknown"), {from(duty(1, 3)), "planning.duty_unknown"},
                                       {from(duty(1, 1, "1999")), "planning.plan_unknown"},
                                       {from(FrameRef{FrameId("none"), ""}), "planning.frame_unknown"},
                                       {from(FrameRef{FrameId("later"), ""}), "planning.origin_not_earlier"},
                                       {from(FrameRef{FrameId("later"), "3"}), "planning.frame_item_unknown"}}) {
        EXPECT_EQ(desk.ask(macao(), line_in(1, {origin})), code);
    }
    Origin decision;
    decision.decision = "d1";
    EXPECT_EQ(desk.ask(macao(), line_in(1, {decision})), "planning.decision_unknown");
    EXPECT_EQ(adopted.ask(macao(), line_in(1)), "planning.list_adopted");
}

TEST(AddLine, StopsWhereTheEntryOfAnAdoptionWouldGrowTooLong) {
    Desk desk;
    desk.done(macao(), opening());
    std::string last;
    for (int i = 0; i < 250 && last.empty(); ++i) last = desk.ask(macao(), line_in(1));
    EXPECT_EQ(last, "planning.too_many_lines");
    EXPECT_EQ(desk.state.lists.at(list_2021()).lines.size(), 200U);
}

TEST(AddLine, PutsAMeasureWhereItIsAskedForAndOpensAreas) {
    Desk desk;
    desk.done(macao(), opening());
    desk.done(macao(), line_in(1));
    AddLine first = line_in(1);
    first.place = 1;
    desk.done(mainland(), first);
    desk.done(macao(), line_in(0));
    desk.done(macao(), line_in(3));
    const List& list = desk.state.lists.at(list_2021());
    EXPECT_EQ(list.order.at(1), (std::vector<LineId>{LineId("line2"), LineId("line1")}));
    EXPECT_EQ(list.order.at(3), (std::vector<LineId>{LineId("line3")}));
    EXPECT_EQ(list.lines.at(LineId("area3")).added.kind, LineKind::area);
}

TEST(MoveLine, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), line_in(1));
    desk.done(macao(), WithdrawLine{list_2021(), LineId("line3"), "no"});
    desk.done(mainland(), WithdrawLine{list_2021(), LineId("line3"), "no"});
    using R = Request<MoveLine>;
    expect_refusals<R>({macao(), {list_2021(), LineId("line1"), 2, 1}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::list_unknown, [](R& r) { r.command.list = ListId("none"); }},
                        {refusals::line_unknown, [](R& r) { r.command.line = LineId("line9"); }},
                        {refusals::line_withdrawn, [](R& r) { r.command.line = LineId("line3"); }},
                        {refusals::line_does_not_move, [](R& r) { r.command.line = LineId("area1"); }},
                        {refusals::area_unknown, [](R& r) { r.command.area = 9; }}},
                       decided_by<MoveLine>(desk));
    desk.done(macao(), MoveLine{list_2021(), LineId("line1"), 2, 1});
    EXPECT_TRUE(desk.state.lists.at(list_2021()).order.at(1).empty());
    EXPECT_EQ(desk.state.lists.at(list_2021()).order.at(2), (std::vector<LineId>{LineId("line1"), LineId("line2")}));
}

TEST(WithdrawLine, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), line_in(1));
    desk.done(macao(), line_in(1));
    for (const Grant& by : {macao(), mainland()}) desk.done(by, WithdrawLine{list_2021(), LineId("line3"), "no"});
    desk.done(macao(), WithdrawLine{list_2021(), LineId("line4"), "no"});
    CloseDuty carried = closing(1, 1, DutyOutcome::carried_over);
    carried.target = to_line("line1");
    desk.done(mainland(), carried);
    using R = Request<WithdrawLine>;
    expect_refusals<R>({macao(), {list_2021(), LineId("line2"), "done already"}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.reason = "a\tb"; }},
                        {refusals::list_unknown, [](R& r) { r.command.list = ListId("none"); }},
                        {refusals::line_unknown, [](R& r) { r.command.line = LineId("line9"); }},
                        {refusals::line_withdrawn, [](R& r) { r.command.line = LineId("line3"); }},
                        {refusals::line_does_not_move, [](R& r) { r.command.line = LineId("title"); }},
                        {refusals::area_not_empty, [](R& r) { r.command.line = LineId("area1"); }},
                        {refusals::line_carries_a_duty, [](R& r) { r.command.line = LineId("line1"); }},
                        {refusals::withdrawal_already_proposed, [](R& r) { r.command.line = LineId("line4"); }}},
                       decided_by<WithdrawLine>(desk));
}

TEST(WithdrawLine, NeedsBothSidesAndCanBeTurnedDown) {
    Desk desk = desk_with_an_agreed_list();
    const LineId line("line2");
    desk.done(macao(), WithdrawLine{list_2021(), line, "no longer needed"});
    EXPECT_FALSE(desk.state.lists.at(list_2021()).line(line)->withdrawn);
    EXPECT_EQ(desk.ask(macao(), adopting()), "planning.line_not_agreed");
    desk.done(mainland(), KeepLine{list_2021(), line, "it is owed"});
    EXPECT_EQ(desk.ask(mainland(), KeepLine{list_2021(), line, "again"}), "planning.no_withdrawal_proposed");
    desk.done(mainland(), WithdrawLine{list_2021(), line, "on second thought"});
    desk.done(macao(), WithdrawLine{list_2021(), line, "agreed"});
    EXPECT_TRUE(desk.state.lists.at(list_2021()).line(line)->withdrawn);
    EXPECT_TRUE(desk.state.lists.at(list_2021()).order.at(2).empty());
    // An area that nothing stands in any more is not in the form.
    desk.done(macao(), adopting());
    desk.done(mainland(), adopting());
    EXPECT_EQ(desk.state.lists.at(list_2021()).adopted->event.lines.size(), 3U);
}

TEST(KeepLine, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), WithdrawLine{list_2021(), LineId("line1"), "no"});
    using R = Request<KeepLine>;
    expect_refusals<R>({mainland(), {list_2021(), LineId("line1"), "owed"}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::list_unknown, [](R& r) { r.command.list = ListId("none"); }},
                        {refusals::line_unknown, [](R& r) { r.command.line = LineId("line9"); }},
                        {refusals::no_withdrawal_proposed, [](R& r) { r.command.line = LineId("line2"); }}},
                       decided_by<KeepLine>(desk));
}

TEST(AdoptList, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_an_agreed_list();
    Desk open = desk;
    open.done(macao(), line_in(1));
    using R = Request<AdoptList>;
    const auto decided = [&](const R& r) { return r.command.list.value == "open" ? open.decided(r.by, AdoptList{list_2021(), r.command.form, r.command.decision, r.command.duties}) : desk.decided(r.by, r.command); };
    AdoptList good = adopting();
    good.duties = {{.line = LineId("line1"), .language = Language::zh_hans, .duties = {"继续做", "第一项"}}};
    expect_refusals<R>({macao(), good},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::list_unknown, [](R& r) { r.command.list = ListId("none"); }},
                        {refusals::decision_unknown, [](R& r) { r.command.decision = "d1"; }},
                        {refusals::list_moved_on, [](R& r) { r.command.form = sha256("what I read"); }},
                        {refusals::duties_not_in_the_text, [](R& r) { r.command.duties[0].duties = {"第一项", "继续做"}; }}},
                       decided);
    EXPECT_EQ(decided(R{macao(), AdoptList{ListId("open"), {}, {}, {}}}).error().kind.code, "planning.line_not_agreed");
    EXPECT_EQ(decided(R{macao(), AdoptList{ListId("open"), {}, {}, {}}}).error().subject, "line3/zh_hans, line3/pt");
    desk.done(macao(), adopting());
    EXPECT_EQ(desk.ask(macao(), adopting()), "planning.adoption_already_proposed");
    desk.done(mainland(), adopting());
    EXPECT_EQ(desk.ask(macao(), adopting()), "planning.list_adopted");
    EXPECT_EQ(desk.ask(macao(), wording("line1", "later")), "planning.list_adopted");
}

// One side's word was for the list as it stood: whatever moves on takes it away.
TEST(AdoptList, IsOfOneFormByBothSides) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), line_in(2));
    worded(desk, "line3", "另一项。");
    worded(desk, "line3", "Outra.", Language::pt);
    desk.done(macao(), adopting());
    desk.done(mainland(), MoveLine{list_2021(), LineId("line3"), 1, 1});
    desk.done(mainland(), adopting());
    EXPECT_FALSE(desk.state.lists.at(list_2021()).adopted) << "the Mainland's word alone";
    desk.done(macao(), adopting());
    ASSERT_TRUE(desk.state.lists.at(list_2021()).adopted);
    EXPECT_EQ(desk.state.lists.at(list_2021()).adopted->event.lines[2].line, LineId("line3"));
}

TEST(AdoptList, AsksForWhatTheTranslatorsRequireToo) {
    Desk desk = desk_with_an_agreed_list();
    desk.required["list/2021"] = {Language::en};
    EXPECT_EQ(desk.ask(macao(), adopting()), "planning.line_not_agreed");
}

}  // namespace
}  // namespace ponte::planning
