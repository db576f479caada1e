#include "desks/meetings/desk_sample.h"

namespace ponte::meetings::sample {
namespace {

TEST(CallSession, IsRefusedInThisOrder) {
    Desk desk;
    desk.conference.sessions[3] = {};
    desk.done(secretariat(), call(4));
    struct Asking {
        Grant by = secretariat();
        CallSession command = call(5);
    };
    using Row = RefusalRow<Asking>;
    const std::vector<Row> rows{
        {refusals::not_allowed, [](Asking& a) { a.by = officer(); }},
        {refusals::languages_missing, [](Asking& a) { a.command.languages = {Language::pt, Language::pt}; }},
        {refusals::text_missing, [](Asking& a) { a.command.place = {}; }},
        {refusals::times_backwards, [](Asking& a) { a.command.to = at("15:00"); }},
        {refusals::date_in_past, [](Asking& a) { a.command.on = day("2021-05-31"); }},
        {refusals::chairs_not_of_both_sides, [](Asking& a) { a.command.chairs = {BodyId("dsepdr"), BodyId("amcm")}; }},
        {refusals::body_unknown, [](Asking& a) { a.command.minutes_by = BodyId("nobody"); }},
        {refusals::session_exists, [](Asking& a) { a.command.session = 3; }},
    };
    expect_refusals(Asking{}, rows, [&](const Asking& a) { return desk.decided(a.by, a.command); });
    desk.refused(secretariat(), call(0), refusals::session_unknown);
    desk.refused(secretariat(), call(4), refusals::session_exists);
    CallSession stranger = call(5);
    stranger.minutes_by = BodyId("forum");
    desk.refused(secretariat(), stranger, refusals::body_not_yours);
    stranger.minutes_by.reset();
    stranger.chairs[0] = BodyId("nobody");
    desk.refused(secretariat(), stranger, refusals::body_unknown);
    desk.refused(asker("secretariat", "forum", {Role::secretariat}), call(5), refusals::not_allowed);
}

TEST(MoveSession, RaisesTheRevisionThatCalendarsGoBy) {
    Desk desk;
    desk.done(secretariat(), call(4));
    const MoveSession move{.session = 4, .on = day("2021-07-05"), .reason = "a typhoon"};
    desk.refused(officer(), move, refusals::not_allowed);
    desk.refused(secretariat(), MoveSession{.session = 4, .on = day("2021-07-05")}, refusals::reason_missing);
    desk.refused(secretariat(), MoveSession{.session = 9, .reason = "r"}, refusals::session_unknown);
    desk.refused(other_secretariat(), move, refusals::body_not_yours);
    desk.refused(secretariat(), MoveSession{.session = 4, .to = at("08:00"), .reason = "r"}, refusals::times_backwards);
    desk.refused(secretariat(), MoveSession{.session = 4, .on = day("2021-05-01"), .reason = "r"}, refusals::date_in_past);
    desk.refused(secretariat(), MoveSession{.session = 4, .reason = "r"}, refusals::unchanged);
    desk.refused(secretariat(), MoveSession{.session = 4, .place = Names{}, .reason = "r"}, refusals::text_missing);
    desk.done(secretariat(), move);
    EXPECT_EQ(desk.state.sessions.at(4).on, day("2021-07-05"));
    EXPECT_EQ(desk.state.sessions.at(4).revision, 1U);
    EXPECT_EQ(desk.state.sessions.at(4).from, at("15:00"));
}

TEST(CancelSession, LetsTheNumberBeCalledAgainUnderAHigherRevision) {
    Desk desk;
    desk.done(secretariat(), call(4));
    desk.refused(officer(), CancelSession{4, "r"}, refusals::not_allowed);
    desk.refused(secretariat(), CancelSession{4, ""}, refusals::reason_missing);
    desk.refused(secretariat(), CancelSession{5, "r"}, refusals::session_unknown);
    desk.refused(other_secretariat(), CancelSession{4, "r"}, refusals::body_not_yours);
    desk.done(secretariat(), CancelSession{4, "nobody can come"});
    desk.refused(secretariat(), MoveSession{.session = 4, .reason = "r"}, refusals::session_cancelled);
    EXPECT_TRUE(desk.answered(sight("pboc"), SessionQuery{4}).sessions.front().state == SessionState::cancelled);
    desk.done(other_secretariat(), call(4));
    EXPECT_EQ(desk.state.sessions.at(4).revision, 2U);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(InviteBody, CanBeSaidAnewAndNotTwice) {
    Desk desk;
    desk.done(secretariat(), call(4));
    const InviteBody invitation{.session = 4, .body = BodyId("pboc"), .capacity = Capacity::member, .note = "Reports on clearing"};
    desk.refused(officer(), invitation, refusals::not_allowed);
    desk.refused(secretariat(), InviteBody{.session = 4, .body = BodyId("pboc"), .capacity = Capacity::member, .note = "\x01"}, refusals::control_characters);
    desk.refused(secretariat(), InviteBody{.session = 5, .body = BodyId("pboc"), .capacity = Capacity::member, .note = {}}, refusals::session_unknown);
    desk.refused(secretariat(), InviteBody{.session = 4, .body = BodyId("nobody"), .capacity = Capacity::member, .note = {}}, refusals::body_unknown);
    desk.done(other_secretariat(), invitation);
    desk.refused(secretariat(), invitation, refusals::unchanged);
    desk.done(secretariat(), InviteBody{.session = 4, .body = BodyId("pboc"), .capacity = Capacity::observer, .note = {}});
    EXPECT_EQ(desk.answered(sight("amcm"), SessionQuery{4}).sessions.front().invited.size(), 1U);
}

TEST(RecordAttendance, IsRefusedInThisOrder) {
    Desk desk;
    desk.done(secretariat(), call(4));
    struct Asking {
        Grant by = secretariat();
        RecordAttendance command = attendance(4, "amcm", "person-1");
    };
    using Row = RefusalRow<Asking>;
    const std::vector<Row> rows{
        {refusals::not_allowed, [](Asking& a) { a.by = head(); }},
        {refusals::text_missing, [](Asking& a) { a.command.office = ""; }},
        {refusals::on_behalf_misplaced, [](Asking& a) { a.command.on_behalf = "The chairman"; }},
        {refusals::session_unknown, [](Asking& a) { a.command.session = 9; }},
        {refusals::body_unknown, [](Asking& a) { a.command.body = BodyId("nobody"); }},
    };
    expect_refusals(Asking{}, rows, [&](const Asking& a) { return desk.decided(a.by, a.command); });
    desk.refused(secretariat(), attendance(4, "pboc", "person-2"), refusals::body_not_yours);
    desk.refused(officer("dsedt"), attendance(4, "amcm", "person-2"), refusals::body_not_yours);
    RecordAttendance nobody = attendance(4, "amcm", "");
    desk.refused(secretariat(), nobody, refusals::text_missing);
    nobody = attendance(4, "amcm", "person-2");
    nobody.attends = Attends::delegate;
    desk.refused(secretariat(), nobody, refusals::on_behalf_misplaced);
    nobody.on_behalf = "The chairman";
    desk.done(officer("amcm"), nobody);
}

TEST(HoldSession, ClosesTheAttendance) {
    Desk desk;
    desk.done(secretariat(), call(4));
    desk.refused(officer(), HoldSession{.session = 4}, refusals::not_allowed);
    desk.refused(secretariat(), HoldSession{.session = 9}, refusals::session_unknown);
    desk.refused(other_secretariat(), HoldSession{.session = 4}, refusals::body_not_yours);
    desk.refused(secretariat(), HoldSession{.session = 4, .from = at("19:00")}, refusals::times_backwards);
    desk.refused(secretariat(), HoldSession{.session = 4}, refusals::date_in_future);
    desk.refused(secretariat(), HoldSession{.session = 4, .on = day("2021-05-01")}, refusals::date_in_past);
    desk.now = instant("2021-07-01T09:00:00Z");
    desk.refused(secretariat(), HoldSession{.session = 4}, refusals::attendance_missing);
    desk.done(secretariat(), attendance(4, "amcm", "person-1"));
    desk.done(other_secretariat(), attendance(4, "pboc", "person-2"));
    desk.conference.sessions[4] = {};
    desk.refused(secretariat(), HoldSession{.session = 4}, refusals::session_exists);
    desk.conference.sessions.clear();
    desk.done(secretariat(), HoldSession{.session = 4, .from = {}, .to = at("18:10")});
    EXPECT_EQ(desk.state.sessions.at(4).held->event.bodies, 2U);
    for (const std::string& refused : {desk.ask(secretariat(), attendance(4, "amcm", "person-3")), desk.ask(secretariat(), HoldSession{.session = 4}),
                                       desk.ask(secretariat(), CancelSession{4, "r"}), desk.ask(secretariat(), MoveSession{.session = 4, .reason = "r"}),
                                       desk.ask(secretariat(), FixAgenda{4, {}}), desk.ask(secretariat(), InviteBody{.session = 4, .body = BodyId("pboc"), .capacity = Capacity::member, .note = {}})}) {
        EXPECT_EQ(refused, refusals::session_held.code);
    }
    const auto shown = desk.answered(sight("amcm"), SessionQuery{4}).sessions.front();
    EXPECT_EQ(shown.bodies_present, 2U);
    EXPECT_EQ(shown.attendance.size(), 2U);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(Sessions, TellThePublicOnlyThatOneWasHeld) {
    Desk desk;
    desk.done(secretariat(), call(4));
    EXPECT_TRUE(desk.answered(the_public(), SessionsQuery{}).sessions.empty());
    held(desk, 4);
    const auto shown = desk.answered(the_public(), SessionQuery{4}).sessions;
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_TRUE(shown.front().attendance.empty() && shown.front().invited.empty() && shown.front().agenda.empty());
    EXPECT_TRUE(desk.answered(the_public(), DatesQuery{}).dates.empty());
}

TEST(AgendaProposal, HasEachSideSOwnEscalationsAndTheAgendaOnlyTheReleasedOnes) {
    Desk desk;
    desk.conference.plans.at(PlanId("2021")).imported = {.plan = PlanId("2021"), .year = 2021, .language = Language::en, .areas = {{.number = 1, .title = "Finance"}, {.number = 2, .title = "Trade"}}};
    desk.done(secretariat(), call(4));
    const ProblemId released = desk.raised(officer(), problem("Open to both"));
    const ProblemId own = desk.raised(officer(), problem("Our own"));
    const ProblemId low = desk.raised(officer(), problem("Not escalated"));
    desk.taken_to(released, Stage::released);
    desk.taken_to(own, Stage::signed_off);
    desk.taken_to(low, Stage::released);
    desk.done(secretariat(), EscalateProblem{released, "too big"});
    desk.done(secretariat(), EscalateProblem{own, "too big"});
    const auto count = [](const AgendaProposalAnswer& answer, AgendaKind kind) { return std::ranges::count(answer.items, kind, &AgendaProposed::kind); };
    EXPECT_EQ(count(desk.answered(sight("dsepdr"), AgendaProposalQuery{4}), AgendaKind::problem), 2);
    EXPECT_EQ(count(desk.answered(sight("pboc"), AgendaProposalQuery{4}), AgendaKind::problem), 1);
    EXPECT_EQ(count(desk.answered(sight("pboc"), AgendaProposalQuery{4}), AgendaKind::reports), 2);
    EXPECT_TRUE(desk.answered(the_public(), AgendaProposalQuery{4}).items.empty());
    desk.done(secretariat(), FixAgenda{4, {}});
    const auto agenda = desk.answered(sight("pboc"), AgendaQuery{4});
    ASSERT_EQ(agenda.items.size(), 4U);
    EXPECT_EQ(agenda.items.back().reference, released.value);
    EXPECT_EQ(agenda.items.back().titles.en, "Open to both");
    EXPECT_EQ(agenda.items.at(1).titles.en, "Finance");
}

TEST(FixAgenda, TakesOnlyWhatBothSidesHave) {
    Desk desk;
    desk.done(secretariat(), call(4));
    const ProblemId hidden = desk.raised(officer("pboc"), problem("Of others"));
    const ProblemId own = desk.raised(officer(), problem("Our own"));
    desk.taken_to(own, Stage::signed_off);
    const ReviewListId list = listed(desk, secretariat());
    const auto fix = [](AgendaKind kind, std::string reference) { return FixAgenda{4, {{.kind = kind, .reference = std::move(reference), .titles = {}, .body = {}}}}; };
    desk.refused(officer(), fix(AgendaKind::opening, ""), refusals::not_allowed);
    desk.refused(secretariat(), fix(AgendaKind::other, ""), refusals::text_missing);
    desk.refused(secretariat(), FixAgenda{9, {}}, refusals::session_unknown);
    desk.refused(other_secretariat(), FixAgenda{4, {}}, refusals::body_not_yours);
    desk.refused(secretariat(), fix(AgendaKind::problem, hidden.value), refusals::problem_unknown);
    desk.refused(secretariat(), fix(AgendaKind::problem, own.value), refusals::problem_not_released);
    desk.done(secretariat(), MoveProblem{own, Stage::released});
    desk.refused(secretariat(), fix(AgendaKind::problem, own.value), refusals::not_escalated);
    desk.refused(secretariat(), fix(AgendaKind::review_list, "list-none"), refusals::list_unknown);
    desk.refused(secretariat(), fix(AgendaKind::review_list, list.value), refusals::list_not_released);
    desk.refused(secretariat(), fix(AgendaKind::matter_arising, "3-1"), refusals::decision_unknown);
    desk.refused(secretariat(), fix(AgendaKind::reports, "1999/1"), refusals::reference_unknown);
    FixAgenda nobody = fix(AgendaKind::opening, "");
    nobody.items.front().body = BodyId("nobody");
    desk.refused(secretariat(), nobody, refusals::body_unknown);
    desk.done(secretariat(), fix(AgendaKind::opening, ""));
    desk.refused(secretariat(), fix(AgendaKind::opening, ""), refusals::agenda_fixed);
}

TEST(AddAgendaItem, ComesLateAndSaysWhy) {
    Desk desk;
    desk.done(secretariat(), call(4));
    const AddAgendaItem late{.session = 4, .item = {.kind = AgendaKind::other, .reference = {}, .titles = named("Any other"), .body = {}}, .reason = "came up yesterday"};
    desk.refused(other_secretariat(), late, refusals::agenda_not_fixed);
    desk.done(secretariat(), FixAgenda{4, {}});
    desk.refused(officer(), late, refusals::not_allowed);
    AddAgendaItem silent = late;
    silent.reason = "";
    desk.refused(other_secretariat(), silent, refusals::reason_missing);
    silent = late;
    silent.item.titles = {};
    desk.refused(other_secretariat(), silent, refusals::text_missing);
    desk.done(other_secretariat(), late);
    EXPECT_EQ(desk.answered(sight("amcm"), AgendaQuery{4}).items.back().reason, "came up yesterday");
    const ProblemId id = desk.raised(officer(), problem());
    desk.taken_to(id, Stage::released);
    desk.done(secretariat(), EscalateProblem{id, "too big"});
    const AddAgendaItem about{.session = 4, .item = {.kind = AgendaKind::problem, .reference = id.value, .titles = {}, .body = {}}, .reason = "r"};
    desk.done(secretariat(), about);
    desk.refused(secretariat(), about, refusals::already_recorded);
}

TEST(StandingPaper, GoesOutStageByStage) {
    Desk desk;
    desk.done(secretariat(), call(4));
    desk.done(secretariat(), FixAgenda{4, {}});
    const Digest digest = sha256("the paper");
    const PutStandingPaper put{.session = 4, .item = 1, .paper = digest, .length = 9, .media_type = "application/pdf", .titles = named("A paper"), .language = Language::pt};
    desk.refused(head(), put, refusals::not_allowed);
    PutStandingPaper bad = put;
    bad.titles = {};
    desk.refused(officer(), bad, refusals::text_missing);
    bad = put;
    bad.media_type = "";
    desk.refused(officer(), bad, refusals::text_missing);
    bad = put;
    bad.item = 9;
    desk.refused(officer(), bad, refusals::item_unknown);
    desk.done(officer(), put);
    desk.refused(officer(), put, refusals::already_recorded);
    const auto move = [&](Stage stage) { return MoveStandingPaper{4, digest, stage}; };
    desk.refused(head("pboc"), move(Stage::signed_off), refusals::paper_unknown);
    desk.refused(officer(), move(Stage::signed_off), refusals::not_allowed);
    desk.refused(secretariat(), move(Stage::internal), refusals::stage_does_not_go_back);
    desk.refused(asker("both", "amcm", {Role::secretariat}), move(Stage::released), refusals::not_signed_off);
    desk.refused(asker("officer", "amcm", {Role::head}), move(Stage::signed_off), refusals::signs_off_own_record);
    desk.done(head(), move(Stage::signed_off));
    desk.refused(head("dsedt"), move(Stage::signed_off), refusals::body_not_yours);
    EXPECT_TRUE(desk.answered(sight("pboc"), AgendaQuery{4}).items.front().papers.empty());
    desk.refused(other_secretariat(), move(Stage::released), refusals::paper_unknown);
    desk.done(secretariat(), move(Stage::released));
    EXPECT_EQ(desk.answered(sight("pboc"), AgendaQuery{4}).items.front().papers.size(), 1U);
    desk.refused(secretariat(), move(Stage::released), refusals::stage_does_not_go_back);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(ReviewList, IsItsSidesUntilItIsReleasedAndStandsThen) {
    Desk desk;
    const TitleReviewList title{.plan = PlanId("2021"), .titles = named("A list"), .kind = "for review"};
    desk.refused(officer(), title, refusals::not_allowed);
    desk.refused(secretariat(), TitleReviewList{.plan = PlanId("2021"), .titles = {}, .kind = "k"}, refusals::text_missing);
    desk.refused(secretariat(), TitleReviewList{.plan = PlanId("2021"), .titles = named("A list"), .kind = ""}, refusals::text_missing);
    desk.refused(secretariat(), TitleReviewList{.plan = PlanId("1999"), .titles = named("A list"), .kind = "k"}, refusals::plan_unknown);
    desk.done(secretariat(), title);
    desk.refused(secretariat(), title, refusals::already_recorded);
    const ReviewListId id = desk.state.lists.begin()->first;
    const StateReviewListLines lines{.list = id, .lines = {{.line = 1, .texts = named("First"), .duty = DutyOf{PlanId("2021"), 1, 1}}, {.line = 2, .texts = named("Second"), .duty = {}}}};
    desk.refused(officer(), lines, refusals::not_allowed);
    desk.refused(secretariat(), StateReviewListLines{.list = id, .lines = {}}, refusals::lines_missing);
    desk.refused(secretariat(), StateReviewListLines{.list = id, .lines = {{.line = 0, .texts = named("x"), .duty = {}}}}, refusals::line_twice);
    desk.refused(secretariat(), StateReviewListLines{.list = id, .lines = {{.line = 7, .texts = {}, .duty = {}}}}, refusals::line_unknown);
    desk.refused(other_secretariat(), lines, refusals::list_unknown);
    desk.refused(secretariat(), MoveReviewList{id, Stage::released}, refusals::lines_missing);
    desk.done(secretariat(), lines);
    desk.done(secretariat(), StateReviewListLines{.list = id, .lines = {{.line = 2, .texts = {}, .duty = {}}}});
    desk.refused(officer(), MoveReviewList{id, Stage::released}, refusals::not_allowed);
    desk.refused(secretariat(), MoveReviewList{id, Stage::internal}, refusals::stage_does_not_go_back);
    desk.done(secretariat(), MoveReviewList{id, Stage::released});
    desk.refused(other_secretariat(), MoveReviewList{id, Stage::published}, refusals::body_not_yours);
    desk.refused(secretariat(), lines, refusals::list_released);
    EXPECT_EQ(desk.answered(sight("pboc"), ReviewListsQuery{}).lists.front().lines.size(), 1U);
    EXPECT_TRUE(desk.answered(the_public(), ReviewListsQuery{}).lists.empty());
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(Dates, AreTheSessionsToComeAndWhatIsDueForABody) {
    Desk desk;
    desk.done(secretariat(), call(4));
    RaiseProblem due = problem();
    due.due = day("2021-06-20");
    due.settling = BodyId("dsedt");
    desk.raised(officer(), due);
    EXPECT_EQ(desk.answered(sight("amcm"), DatesQuery{}).dates.size(), 2U);
    EXPECT_EQ(desk.answered(sight("amcm"), DatesQuery{.body = BodyId("dsepdr")}).dates.size(), 1U);
    EXPECT_EQ(desk.answered(sight("amcm"), DatesQuery{.to = day("2021-06-25")}).dates.front().kind, "problem");
    EXPECT_EQ(desk.answered(sight("pboc"), DatesQuery{}).dates.size(), 1U);
    desk.done(secretariat(), CancelSession{4, "r"});
    EXPECT_TRUE(desk.answered(sight("pboc"), DatesQuery{}).dates.front().cancelled);
}

TEST(TimeOfDay, HasOneSpelling) {
    EXPECT_EQ(at("09:05").to_text(), "09:05");
    EXPECT_EQ(at("23:59").minute, 1439);
    for (const char* wrong : {"24:00", "9:05", "09:60", "09.05", "0905", "a9:05", ""}) EXPECT_FALSE(TimeOfDay::from_text(wrong)) << wrong;
}

}  // namespace
}  // namespace ponte::meetings::sample
