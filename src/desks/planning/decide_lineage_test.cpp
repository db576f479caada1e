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

RegisterFrame arrangement() {
    return {.frame = FrameId("arrangement-2018"), .kind = FrameKind::arrangement, .titles = named("The Arrangement"), .on = day("2018-12-06"), .source = "https://example.org", .items = {}};
}
RegisterFrame five_years() {
    return {.frame = FrameId("five-year"), .kind = FrameKind::five_year_list, .titles = named("Five years"), .on = day("2019-06-01"), .source = "s", .items = {{.id = "1", .texts = named("Clearing")}}};
}
FrameRef item(std::string frame, std::string id = "") { return {.frame = FrameId(std::move(frame)), .item = std::move(id)}; }
Link link(DutyRef child, Origin origin) { return {.duty = std::move(child), .item = {}, .origin = std::move(origin), .source = "the minutes"}; }

Desk desk_with_two_years() {
    Desk desk;
    desk.plans.emplace(PlanId("2021"), plan(2021));
    desk.done(macao(), arrangement());
    desk.done(macao(), five_years());
    return desk;
}

TEST(RegisterFrame, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_two_years();
    using R = Request<RegisterFrame>;
    RegisterFrame good = five_years();
    good.frame = FrameId("another");
    expect_refusals<R>({mainland(), good},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::id_malformed, [](R& r) { r.command.frame = FrameId("The Frame"); }},
                        {refusals::text_missing, [](R& r) { r.command.titles = {}; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.titles.en = "a\nb"; }},
                        {refusals::id_malformed, [](R& r) { r.command.items[0].id = "No 1"; }},
                        {refusals::item_twice, [](R& r) { r.command.items.push_back(r.command.items[0]); }},
                        {refusals::frame_exists, [](R& r) { r.command.frame = FrameId("five-year"); }}},
                       decided_by<RegisterFrame>(desk));
    good.items[0].texts = {};
    EXPECT_EQ(desk.ask(macao(), good), "planning.text_missing");
}

TEST(AddFrameItems, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_two_years();
    using R = Request<AddFrameItems>;
    expect_refusals<R>({macao(), {.frame = FrameId("five-year"), .source = "s", .items = {{.id = "2", .texts = named("Bonds")}}}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::items_missing, [](R& r) { r.command.items.clear(); }},
                        {refusals::frame_unknown, [](R& r) { r.command.frame = FrameId("none"); }},
                        {refusals::item_twice, [](R& r) { r.command.items[0].id = "1"; }}},
                       decided_by<AddFrameItems>(desk));
}

TEST(Link, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_two_years();
    desk.done(macao(), link(duty(2, 1), from(item("five-year", "1"))));
    using R = Request<Link>;
    expect_refusals<R>({macao(), link(duty(1, 1), from(item("five-year", "1")))},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::one_of_several, [](R& r) { r.command.item = item("five-year", "1"); }},
                        {refusals::source_missing, [](R& r) { r.command.source = "list/2021"; }},
                        {refusals::control_characters, [](R& r) { r.command.source = "a\nb"; }},
                        {refusals::duty_unknown, [](R& r) { r.command.duty = duty(9, 1); }},
                        {refusals::frame_unknown, [](R& r) { r.command.origin.frame->frame = FrameId("none"); }}},
                       decided_by<Link>(desk));
    EXPECT_EQ(desk.ask(macao(), link(duty(2, 1), from(item("five-year", "1")))), "planning.already_linked");
    EXPECT_EQ(desk.ask(macao(), link(duty(1, 1), from(item("five-year", "7")))), "planning.frame_item_unknown");
}

// Whatever descends is later than what it descends from, so that no way comes back to its beginning.
TEST(Link, GoesBackInTimeOnly) {
    Desk desk = desk_with_two_years();
    desk.plans.emplace(PlanId("2017"), plan(2017));
    EXPECT_EQ(desk.ask(macao(), link(duty(1, 1), from(duty(1, 1, "2021")))), "planning.origin_not_earlier");
    EXPECT_EQ(desk.ask(macao(), link(duty(1, 1), from(duty(2, 1)))), "planning.origin_not_earlier") << "of the same year";
    EXPECT_EQ(desk.ask(macao(), link(duty(1, 1, "2017"), from(item("five-year")))), "planning.origin_not_earlier");
    Link upward{.duty = {}, .item = item("arrangement-2018"), .origin = from(item("five-year", "1")), .source = "s"};
    EXPECT_EQ(desk.ask(macao(), upward), "planning.origin_not_earlier");
    Link of_a_duty{.duty = {}, .item = item("five-year", "1"), .origin = from(duty(1, 1)), .source = "s"};
    EXPECT_EQ(desk.ask(macao(), of_a_duty), "planning.origin_not_earlier");
    desk.done(macao(), Link{.duty = {}, .item = item("five-year", "1"), .origin = from(item("arrangement-2018")), .source = "s"});
    desk.done(macao(), link(duty(1, 1, "2021"), from(duty(1, 0))));
}

TEST(Unlink, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_two_years();
    desk.done(macao(), link(duty(1, 1), from(item("five-year", "1"))));
    using R = Request<Unlink>;
    expect_refusals<R>({mainland(), {.link = desk.last(), .reason = "a slip"}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.reason = "a\nb"; }},
                        {refusals::link_unknown, [](R& r) { r.command.link = 99'999; }}},
                       decided_by<Unlink>(desk));
    desk.done(mainland(), Unlink{.link = desk.last(), .reason = "a slip"});
    EXPECT_TRUE(desk.state.links.empty());
}

Match match(MatchKind kind, std::vector<DutyNumber> from, std::vector<DutyNumber> to) {
    return {.kind = kind, .from = std::move(from), .to = std::move(to), .note = {}};
}

TEST(ConfirmMatch, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_two_years();
    desk.done(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::dropped, {{2, 2}}, {})}});
    using R = Request<ConfirmMatch>;
    expect_refusals<R>({macao(), {plan_2020(), PlanId("2021"), {match(MatchKind::changed, {{1, 1}}, {{1, 1}})}}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::match_shape_wrong, [](R& r) { r.command.matches[0].kind = MatchKind::merged; }},
                        {refusals::control_characters, [](R& r) { r.command.matches[0].note = "a\nb"; }},
                        {refusals::plan_unknown, [](R& r) { r.command.from_plan = PlanId("1999"); }},
                        {refusals::origin_not_earlier, [](R& r) { r.command.from_plan = PlanId("2021"); }},
                        {refusals::duty_unknown, [](R& r) { r.command.matches[0].from = {{9, 1}}; }},
                        {refusals::already_matched, [](R& r) { r.command.matches.push_back(match(MatchKind::dropped, {{2, 2}}, {})); }}},
                       decided_by<ConfirmMatch>(desk));
    EXPECT_EQ(desk.ask(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {}}), "planning.matches_missing");
    EXPECT_EQ(desk.ask(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::carried_over, {{1, 1}}, {{1, 1}})}}), "planning.match_text_differs")
        << "\"of 2020\" became \"of 2021\"";
    for (const MatchKind kind : {MatchKind::carried_over, MatchKind::changed}) {
        EXPECT_EQ(desk.ask(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(kind, {{1, 1}}, {})}}), "planning.match_shape_wrong");
    }
    EXPECT_EQ(desk.ask(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::split, {{1, 1}}, {{1, 1}})}}), "planning.match_shape_wrong");
    EXPECT_EQ(desk.ask(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::added, {{1, 1}}, {{1, 1}})}}), "planning.match_shape_wrong");
}

TEST(WithdrawMatch, GivesTheDutiesFreeAgain) {
    Desk desk = desk_with_two_years();
    desk.done(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::split, {{1, 1}}, {{1, 1}, {1, 2}})}});
    const std::uint64_t entry = desk.last();
    EXPECT_EQ(desk.ask(head(), WithdrawMatch{entry, "a slip"}), "planning.not_allowed");
    EXPECT_EQ(desk.ask(macao(), WithdrawMatch{entry, ""}), "planning.reason_missing");
    EXPECT_EQ(desk.ask(macao(), WithdrawMatch{entry, "a\nb"}), "planning.control_characters");
    EXPECT_EQ(desk.ask(macao(), WithdrawMatch{entry + 1, "a slip"}), "planning.match_unknown");
    EXPECT_EQ(desk.ask(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::changed, {{1, 1}}, {{2, 1}})}}), "planning.already_matched");
    desk.done(mainland(), WithdrawMatch{entry, "a slip"});
    desk.done(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::changed, {{1, 1}}, {{2, 1}})}});
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(LineageQuery, WalksUpToTheArrangementAndOnToLaterYears) {
    Desk desk = desk_with_two_years();
    desk.plans.emplace(PlanId("2022"), plan(2022));
    desk.done(macao(), Link{.duty = {}, .item = item("five-year", "1"), .origin = from(item("arrangement-2018")), .source = "s"});
    desk.done(macao(), link(duty(1, 0), from(item("five-year", "1"))));
    desk.done(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::changed, {{1, 2}}, {{3, 1}}), match(MatchKind::dropped, {{4, 1}}, {})}});
    desk.done(macao(), link(duty(2, 2, "2022"), from(duty(3, 1, "2021"))));
    const LineageAnswer all = answer(desk.looking(the_public()), LineageQuery{PlanId("2021"), 3, 1});
    ASSERT_EQ(all.back.size(), 3U);
    EXPECT_EQ(all.back[0].origin, from(duty(1, 2)));
    EXPECT_EQ(all.back[0].how, "changed");
    EXPECT_EQ(all.back[0].origin_text, "Do 1.2 of 2020");
    EXPECT_EQ(all.back[1].origin_text, "Clearing") << "the measure's link is its duties' too";
    EXPECT_EQ(all.back[2].distance, 3);
    EXPECT_FALSE(all.back[2].origin_text_available) << "the text of the arrangement is not known here";
    EXPECT_TRUE(all.reaches_the_arrangement);
    ASSERT_EQ(all.frames.size(), 2U);
    EXPECT_EQ(all.frames[0].frame, FrameId("arrangement-2018"));
    ASSERT_EQ(all.forward.size(), 1U);
    EXPECT_EQ(all.forward[0].duty, duty(2, 2, "2022"));
    EXPECT_TRUE(answer(desk.looking(the_public()), LineageQuery{plan_2020(), 4, 1}).forward.empty()) << "dropped";
    EXPECT_FALSE(answer(desk.looking(the_public()), FramesQuery{}).frames[0].text_available);
}

TEST(MatchesQuery, ProposesForWhatNobodyHasConfirmed) {
    Desk desk = desk_with_two_years();
    const MatchesQuery query{plan_2020(), PlanId("2021")};
    MatchesAnswer all = answer(desk.looking(the_public()), query);
    EXPECT_TRUE(all.confirmed.empty());
    ASSERT_EQ(all.proposed.size(), 8U);
    EXPECT_EQ(all.proposed[0].kind, "changed");
    EXPECT_EQ(all.proposed[0].difference, (std::vector<PieceShown>{{"same", "Do 1.1 of "}, {"removed", "2020"}, {"added", "2021"}}));
    desk.done(macao(), ConfirmMatch{plan_2020(), PlanId("2021"), {match(MatchKind::changed, {{1, 1}}, {{1, 1}})}});
    all = answer(desk.looking(the_public()), query);
    EXPECT_EQ(all.proposed.size(), 7U);
    ASSERT_EQ(all.confirmed.size(), 1U);
    EXPECT_FALSE(all.confirmed[0].text_changed_since);
    desk.plans.at(plan_2020()).measures.at(1).wordings.back().stated.duties[0] = "corrected";
    EXPECT_TRUE(answer(desk.looking(the_public()), query).confirmed[0].text_changed_since);
}

}  // namespace
}  // namespace ponte::planning
