#include "desks/meetings/desk_sample.h"

namespace ponte::meetings::sample {
namespace {

Desk desk_after_a_session() {
    Desk desk;
    desk.done(secretariat(), call(4));
    desk.done(secretariat(), FixAgenda{4, {}});
    held(desk, 4);
    return desk;
}

DraftMinutes draft(std::vector<MinutesLineGiven> lines) { return {.session = 4, .correction = {}, .lines = std::move(lines), .answers = {}}; }
const CirculateMinutes circulate{.session = 4, .correction = {}};

MinutesShown minutes_for(const Desk& desk, const access::Sight& reader, std::uint16_t correction = 0) {
    const auto answer = desk.answered(reader, MinutesQuery{.session = 4, .correction = correction, .version = {}});
    return answer.minutes.empty() ? MinutesShown{} : answer.minutes.front();
}

TEST(DraftMinutes, IsRefusedInThisOrder) {
    Desk desk = desk_after_a_session();
    desk.done(secretariat(), call(5));
    const ProblemId hidden = desk.raised(officer("dsepdr"), problem());
    struct Asking {
        Grant by = secretariat();
        DraftMinutes command = draft({line(1, "a"), decides(2, "b")});
    };
    using Row = RefusalRow<Asking>;
    const std::vector<Row> rows{
        {refusals::not_allowed, [](Asking& a) { a.by = officer(); }},
        {refusals::line_twice, [](Asking& a) { a.command.lines[1].line = a.command.lines[0].line; }},
        {refusals::session_not_held, [](Asking& a) { a.command.session = 5; }},
        {refusals::item_unknown, [](Asking& a) { a.command.lines[0].item = 77; }},
        {refusals::body_unknown, [](Asking& a) { a.command.lines[1].decision->owner = BodyId("nobody"); }},
        {refusals::plan_unknown, [](Asking& a) { a.command.lines[1].decision->duty = DutyOf{PlanId("1999"), 1, 1}; }},
        {refusals::problem_not_released, [&](Asking& a) { a.command.lines[1].decision->problem = hidden; }},
        {refusals::list_unknown, [](Asking& a) { a.command.lines[1].decision->list = ReviewListId("list-none"); }},
        {refusals::decision_unknown, [](Asking& a) { a.command.lines[1].decision->supersedes = {DecisionId("3-1")}; }},
        {refusals::comment_unknown, [](Asking& a) { a.command.answers = {{.comment = CommentId("com-none"), .answer = named("yes")}}; }},
    };
    expect_refusals(Asking{}, rows, [&](const Asking& a) { return desk.decided(a.by, a.command); });
    desk.refused(secretariat(), draft({}), refusals::lines_missing);
    desk.refused(secretariat(), draft({{.line = 1}}), refusals::text_missing);
    DraftMinutes stranger = draft({line(1, "a")});
    stranger.session = 9;
    desk.refused(secretariat(), stranger, refusals::session_unknown);
    desk.refused(other_secretariat(), draft({line(1, "a")}), refusals::not_your_draft);
    stranger = draft({line(1, "a")});
    stranger.correction = 1;
    desk.refused(secretariat(), stranger, refusals::minutes_unknown);
    desk.done(secretariat(), draft({line(1, "a")}));
    desk.refused(secretariat(), draft({line(1, "a")}), refusals::unchanged);
}

TEST(DraftMinutes, StaysOnItsSideUntilItCirculates) {
    Desk desk = desk_after_a_session();
    desk.done(secretariat(), draft({line(1, "a"), decides(2, "b")}));
    EXPECT_EQ(minutes_for(desk, sight("amcm")).state, MinutesState::draft);
    EXPECT_TRUE(desk.answered(sight("pboc"), MinutesQuery{.session = 4, .correction = {}, .version = {}}).minutes.empty());
    EXPECT_TRUE(desk.answered(sight("amcm"), DecisionsQuery{}).decisions.empty());
    desk.done(secretariat(), circulate);
    EXPECT_EQ(minutes_for(desk, sight("pboc")).state, MinutesState::circulated);
    EXPECT_EQ(desk.answered(sight("pboc"), DecisionsQuery{}).decisions.front().state, DecisionState::proposed);
    desk.done(secretariat(), draft({line(1, "second thoughts"), decides(2, "b")}));
    EXPECT_EQ(minutes_for(desk, sight("pboc")).version, 1);
    EXPECT_EQ(minutes_for(desk, sight("amcm")).version, 2);
    EXPECT_TRUE(desk.answered(sight("pboc"), MinutesQuery{.session = 4, .correction = {}, .version = 2}).minutes.empty());
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(DraftMinutes, NumbersDecisionsInOrderUntilTheyCirculateAndNeverAgain) {
    Desk desk = desk_after_a_session();
    const auto number_of = [&](std::uint16_t number) {
        for (const MinutesLineShown& one : minutes_for(desk, sight("amcm")).lines) {
            if (one.line == number) return one.decision->decision.value;
        }
        return std::string();
    };
    desk.done(secretariat(), draft({decides(10, "a"), decides(20, "b")}));
    desk.done(secretariat(), draft({decides(5, "before"), decides(10, "a"), decides(20, "b")}));
    EXPECT_EQ(number_of(5), "4-1");
    EXPECT_EQ(number_of(20), "4-3");
    desk.done(secretariat(), circulate);
    desk.done(secretariat(), draft({decides(3, "new"), decides(5, "before"), decides(20, "b")}));
    EXPECT_EQ(number_of(5), "4-1");
    EXPECT_EQ(number_of(20), "4-3");
    EXPECT_EQ(number_of(3), "4-4");
    desk.done(secretariat(), circulate);
    const auto decisions = desk.answered(sight("pboc"), DecisionsQuery{}).decisions;
    ASSERT_EQ(decisions.size(), 3U);
    EXPECT_EQ(decisions.back().decision, DecisionId("4-4"));
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(ApproveMinutes, WaitsForEveryRequiredLanguage) {
    Desk desk = desk_after_a_session();
    MinutesLineGiven one = line(1, "a");
    one.texts.pt = "";
    const auto approve = [&] { return ApproveMinutes{4, {}, digest_of(desk, 4)}; };
    desk.done(secretariat(), draft({one}));
    desk.done(secretariat(), circulate);
    desk.refused(other_secretariat(), approve(), refusals::language_missing);
    one.texts.pt = "texto a";
    desk.done(secretariat(), draft({one}));
    one.texts.zh_hant = "改";
    desk.done(secretariat(), draft({one}));
    desk.done(secretariat(), circulate);
    EXPECT_EQ(minutes_for(desk, sight("pboc")).lines.front().stale, std::vector{Language::pt});
    desk.refused(other_secretariat(), approve(), refusals::language_stale);
    one.confirmed = {Language::pt};
    desk.done(secretariat(), draft({one}));
    desk.done(secretariat(), circulate);
    desk.required["session/4"] = {Language::en};
    desk.refused(other_secretariat(), approve(), refusals::language_missing);
    desk.required.clear();
    desk.done(other_secretariat(), approve());
}

TEST(ApproveMinutes, IsOfEachSideForItselfOnTheVerySameLines) {
    Desk desk = desk_after_a_session();
    desk.done(secretariat(), draft({line(1, "a")}));
    desk.refused(second_secretary(), ApproveMinutes{4, {}, Digest{}}, refusals::minutes_not_circulated);
    desk.refused(other_secretariat(), ApproveMinutes{4, {}, Digest{}}, refusals::minutes_unknown);
    desk.done(secretariat(), circulate);
    const Digest first = digest_of(desk, 4);
    desk.refused(officer("pboc"), ApproveMinutes{4, {}, first}, refusals::not_allowed);
    desk.refused(head("pboc"), ApproveMinutes{4, {}, first}, refusals::body_not_yours);
    desk.refused(secretariat(), ApproveMinutes{4, {}, first}, refusals::approves_own_draft);
    desk.refused(asker("secretariat", "forum", {Role::secretariat}), ApproveMinutes{4, {}, first}, refusals::minutes_unknown);
    desk.done(head("ndrc"), ApproveMinutes{4, {}, first});
    desk.refused(other_secretariat(), ApproveMinutes{4, {}, first}, refusals::already_approved);
    // The next version is other lines: the first approval does not carry over to it.
    desk.done(secretariat(), draft({line(1, "b")}));
    desk.done(secretariat(), circulate);
    desk.refused(second_secretary(), ApproveMinutes{4, {}, first}, refusals::version_changed);
    desk.done(second_secretary(), ApproveMinutes{4, {}, digest_of(desk, 4)});
    EXPECT_EQ(minutes_for(desk, sight("pboc")).state, MinutesState::circulated);
    desk.done(other_secretariat(), ApproveMinutes{4, {}, digest_of(desk, 4)});
    EXPECT_EQ(minutes_for(desk, sight("pboc")).state, MinutesState::approved);
    for (const std::string& refused : {desk.ask(secretariat(), draft({line(1, "c")})), desk.ask(secretariat(), circulate),
                                       desk.ask(officer(), CommentMinutes{4, {}, 1, named("late")})}) {
        EXPECT_EQ(refused, refusals::minutes_approved.code);
    }
}

TEST(CirculateMinutes, IsForTheSideThatDrafts) {
    Desk desk = desk_after_a_session();
    desk.refused(secretariat(), circulate, refusals::minutes_unknown);
    desk.done(secretariat(), draft({line(1, "a")}));
    desk.refused(officer(), circulate, refusals::not_allowed);
    desk.done(secretariat(), circulate);
    desk.refused(secretariat(), circulate, refusals::already_circulated);
    desk.refused(other_secretariat(), circulate, refusals::not_your_draft);
}

TEST(CommentMinutes, IsItsSidesUntilReleasedAndIsAnsweredInTheNextVersion) {
    Desk desk = desk_after_a_session();
    desk.done(secretariat(), draft({line(1, "a")}));
    desk.refused(officer(), CommentMinutes{4, {}, 1, named("x")}, refusals::minutes_not_circulated);
    desk.refused(officer("pboc"), CommentMinutes{4, {}, 1, named("x")}, refusals::minutes_unknown);
    desk.done(secretariat(), circulate);
    desk.refused(reader("pboc"), CommentMinutes{4, {}, 1, named("x")}, refusals::not_allowed);
    desk.refused(officer("pboc"), CommentMinutes{4, {}, 1, {}}, refusals::text_missing);
    desk.refused(officer("pboc"), CommentMinutes{4, {}, 9, named("x")}, refusals::line_unknown);
    desk.done(officer("pboc"), CommentMinutes{4, {}, 1, named("Not what was said")});
    desk.refused(officer("pboc"), CommentMinutes{4, {}, 1, named("Not what was said")}, refusals::already_recorded);
    const CommentId id = desk.state.minutes.at({.session = 4}).comments.begin()->first;
    EXPECT_TRUE(minutes_for(desk, sight("amcm")).comments.empty());
    EXPECT_EQ(minutes_for(desk, sight("ndrc")).comments.size(), 1U);
    DraftMinutes answering = draft({line(1, "b")});
    answering.answers = {{.comment = id, .answer = named("Mended")}};
    desk.refused(secretariat(), answering, refusals::comment_unknown);
    desk.refused(officer("pboc"), ReleaseComment{4, {}, id}, refusals::not_allowed);
    desk.refused(secretariat(), ReleaseComment{4, {}, id}, refusals::comment_unknown);
    desk.done(other_secretariat(), ReleaseComment{4, {}, id});
    desk.refused(other_secretariat(), ReleaseComment{4, {}, id}, refusals::unchanged);
    desk.refused(secretariat(), ReleaseComment{4, {}, id}, refusals::body_not_yours);
    desk.done(secretariat(), answering);
    EXPECT_EQ(minutes_for(desk, sight("amcm")).comments.front().answer.en, "Mended");
    EXPECT_EQ(minutes_for(desk, sight("pboc")).comments.front().answered_in, 0);
    desk.done(secretariat(), circulate);
    EXPECT_EQ(minutes_for(desk, sight("pboc")).comments.front().answered_in, 2);
    // An own comment that was not released cannot be answered where the other side reads.
    desk.done(officer(), CommentMinutes{4, {}, 1, named("Between us")});
    for (const auto& [other, comment] : desk.state.minutes.at({.session = 4}).comments) {
        if (comment.released == 0) answering.answers = {{.comment = other, .answer = named("Quite")}};
    }
    desk.refused(secretariat(), answering, refusals::comment_not_released);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(SealMinutes, NeedsACheckpointOfBothWitnessesThatHoldsBothApprovals) {
    Desk desk = desk_after_a_session();
    desk.done(secretariat(), draft({decides(1, "a")}));
    desk.done(secretariat(), circulate);
    const auto seal = [](std::uint64_t size, std::string_view root) { return SealMinutes{4, {}, size, sha256(root)}; };
    desk.refused(officer(), seal(1, "root"), refusals::not_allowed);
    desk.refused(secretariat(), seal(1, "root"), refusals::approvals_missing);
    const std::uint64_t before = desk.position;
    approved(desk, 4);
    desk.refused(secretariat(), seal(desk.position, "root"), refusals::not_adopted);
    desk.adopted = Adopted{.size = before, .root = sha256("root")};
    desk.refused(secretariat(), seal(desk.position, "root"), refusals::adopted_differs);
    desk.refused(secretariat(), seal(before, "another"), refusals::adopted_differs);
    desk.refused(secretariat(), seal(before, "root"), refusals::adopted_too_early);
    const std::uint64_t last = desk.state.minutes.at({.session = 4}).approvals.back().sequence;
    desk.adopted = Adopted{.size = last, .root = sha256("root")};
    desk.refused(secretariat(), seal(last, "root"), refusals::adopted_too_early);
    desk.adopted = Adopted{.size = last + 1, .root = sha256("root")};
    desk.done(secretariat(), seal(last + 1, "root"));
    EXPECT_EQ(desk.state.decisions.at(DecisionId("4-1")).state(), DecisionState::active);
    EXPECT_EQ(minutes_for(desk, sight("pboc")).seal->size, last + 1);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(SealedMinutes, RefuseEveryChange) {
    Desk desk;
    sealed_with(desk, 4, {line(1, "a"), decides(2, "b")});
    const State before = desk.state;
    const Digest digest = before.minutes.at({.session = 4}).sealed->event.digest;
    for (const std::string& refused :
         {desk.ask(secretariat(), draft({line(1, "changed"), decides(2, "b")})), desk.ask(secretariat(), circulate),
          desk.ask(second_secretary(), ApproveMinutes{4, {}, digest}), desk.ask(officer("pboc"), CommentMinutes{4, {}, 1, named("late")}),
          desk.ask(secretariat(), SealMinutes{4, {}, desk.adopted->size, desk.adopted->root}), desk.ask(secretariat(), ReleaseComment{4, {}, CommentId("com-1")})}) {
        EXPECT_EQ(refused, refusals::minutes_sealed.code);
    }
    EXPECT_EQ(desk.state, before);
}

TEST(Invariants, NameMinutesThatWereAttackedAfterSealing) {
    Desk desk;
    sealed_with(desk, 4, {line(1, "a"), decides(2, "b")});
    EXPECT_EQ(broken_promise_anywhere(desk.state), std::nullopt);
    const auto attacked = [&](const std::function<void(Minutes&)>& attack) {
        State state = desk.state;
        attack(state.minutes.at({.session = 4}));
        EXPECT_NE(broken_promise_anywhere(state), std::nullopt);
    };
    attacked([](Minutes& it) { it.versions.front().lines.front().stated.texts.pt += "."; });
    attacked([](Minutes& it) { it.versions.front().lines.pop_back(); });
    attacked([](Minutes& it) { it.versions.front().lines.back().stated.decision->owner = BodyId("dsedt"); });
    attacked([](Minutes& it) { it.versions.front().drafted.event.digest = sha256("else"); });
    attacked([](Minutes& it) { it.approvals.pop_back(); });
    attacked([](Minutes& it) { it.approvals.front().event.digest = sha256("else"); });
    attacked([](Minutes& it) { it.approvals.front().event.version = 9; });
    attacked([](Minutes& it) { it.sealed->event.digest = sha256("else"); });
    attacked([](Minutes& it) { it.sealed->event.size = it.approvals.back().sequence; });
    attacked([](Minutes& it) { it.sealed->event.size = it.sealed->sequence + 1; });
    attacked([](Minutes& it) { it.versions.front().circulated.reset(); });
    attacked([](Minutes& it) {
        MinutesVersion late = it.versions.front();
        late.drafted.sequence = it.sealed->sequence + 1;
        it.versions.push_back(late);
    });
}

TEST(OpenCorrection, BeginsAPaperOfItsOwnThatPointsBack) {
    Desk desk;
    desk.refused(secretariat(), OpenCorrection{4, "a slip"}, refusals::minutes_unknown);
    sealed_with(desk, 4, {line(1, "a"), decides(2, "b")});
    const Told<MinutesSealed> seal = *desk.state.minutes.at({.session = 4}).sealed;
    desk.refused(officer(), OpenCorrection{4, "a slip"}, refusals::not_allowed);
    desk.refused(secretariat(), OpenCorrection{4, ""}, refusals::reason_missing);
    desk.done(other_secretariat(), OpenCorrection{4, "a slip"});
    desk.refused(secretariat(), OpenCorrection{4, "another"}, refusals::correction_open);
    const auto correct = [&](std::vector<MinutesLineGiven> lines) { return DraftMinutes{.session = 4, .correction = 1, .lines = std::move(lines), .answers = {}}; };
    desk.refused(secretariat(), correct({line(1, "c")}), refusals::not_your_draft);
    desk.refused(other_secretariat(), correct({line(7, "c")}), refusals::line_unknown);
    desk.refused(other_secretariat(), correct({decides(1, "c")}), refusals::decision_misplaced);
    desk.refused(other_secretariat(), correct({line(2, "c")}), refusals::decision_misplaced);
    desk.done(other_secretariat(), correct({decides(2, "right at last", "dsedt")}));
    EXPECT_EQ(minutes_for(desk, sight("amcm"), 1).state, MinutesState::opened);
    desk.done(other_secretariat(), CirculateMinutes{4, 1});
    const MinutesShown shown = minutes_for(desk, sight("amcm"), 1);
    EXPECT_EQ(shown.corrects->digest, seal.event.digest);
    EXPECT_EQ(shown.corrects->sealed_at, seal.sequence);
    // Nothing changes until it is sealed itself.
    EXPECT_EQ(desk.state.decisions.at(DecisionId("4-1")).terms.owner, BodyId("amcm"));
    const Digest digest = digest_of(desk, 4, 1);
    desk.done(secretariat(), ApproveMinutes{4, 1, digest});
    desk.done(asker("second", "ndrc", {Role::secretariat}), ApproveMinutes{4, 1, digest});
    sealed(desk, 4, 1);
    const meetings::Decision& decision = desk.state.decisions.at(DecisionId("4-1"));
    EXPECT_EQ(decision.terms.owner, BodyId("dsedt"));
    EXPECT_EQ(decision.correction, 1);
    EXPECT_EQ(decision.sealed, seal.sequence);
    EXPECT_EQ(minutes_for(desk, sight("pboc")).lines.at(1).corrected_by, 1);
    EXPECT_EQ(minutes_for(desk, sight("pboc")).lines.at(1).texts.pt, "texto b");
    EXPECT_EQ(desk.state.minutes.at({.session = 4}).sealed, seal);
    desk.done(secretariat(), OpenCorrection{4, "another slip"});
    EXPECT_TRUE(desk.state.minutes.contains({.session = 4, .correction = 2}));
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(PublishMinutes, TakesBothSides) {
    Desk desk = desk_after_a_session();
    desk.refused(secretariat(), PublishMinutes{4, {}}, refusals::minutes_unknown);
    desk.done(secretariat(), draft({line(1, "a"), decides(2, "b")}));
    desk.done(secretariat(), circulate);
    desk.refused(secretariat(), PublishMinutes{4, {}}, refusals::minutes_not_sealed);
    desk.done(officer(), CommentMinutes{4, {}, 1, named("Between us")});
    approved(desk, 4);
    sealed(desk, 4);
    desk.refused(officer(), PublishMinutes{4, {}}, refusals::not_allowed);
    desk.refused(asker("secretariat", "forum", {Role::secretariat}), PublishMinutes{4, {}}, refusals::minutes_unknown);
    desk.done(secretariat(), PublishMinutes{4, {}});
    desk.refused(secretariat(), PublishMinutes{4, {}}, refusals::unchanged);
    EXPECT_TRUE(desk.answered(the_public(), MinutesQuery{.session = 4, .correction = {}, .version = {}}).minutes.empty());
    EXPECT_TRUE(desk.answered(the_public(), DecisionsQuery{}).decisions.empty());
    desk.done(other_secretariat(), PublishMinutes{4, {}});
    const MinutesShown shown = minutes_for(desk, the_public());
    EXPECT_EQ(shown.state, MinutesState::published);
    EXPECT_TRUE(shown.comments.empty());
    EXPECT_EQ(shown.approvals.front().person, PersonId());
    EXPECT_EQ(desk.answered(the_public(), DecisionsQuery{}).decisions.size(), 1U);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(Decisions, ArePendingUntilCarriedOutSupersededOrLapsedOnBothSides) {
    Desk desk;
    sealed_with(desk, 4, {decides(1, "a"), decides(2, "b"), decides(3, "c"), decides(4, "d", "pboc")});
    const auto matters = [&] { return desk.answered(sight("pboc"), MattersArisingQuery{.before = 5}).decisions.size(); };
    EXPECT_EQ(matters(), 4U);
    // Carried out, on evidence that both sides have.
    const CarryOutDecision out{.decision = DecisionId("4-1"), .on = {}, .item = ItemId("act-released"), .paper = {}, .note = "Done"};
    desk.refused(officer(), out, refusals::not_allowed);
    desk.refused(head(), CarryOutDecision{.decision = DecisionId("4-1"), .on = {}, .item = {}, .paper = {}, .note = {}}, refusals::evidence_missing);
    desk.refused(head(), CarryOutDecision{.decision = DecisionId("4-1"), .on = day("2022-01-01"), .item = ItemId("act-released"), .paper = {}, .note = {}}, refusals::date_in_future);
    desk.refused(head(), CarryOutDecision{.decision = DecisionId("9-1"), .on = {}, .item = ItemId("act-released"), .paper = {}, .note = {}}, refusals::decision_unknown);
    desk.refused(head("dsedt"), out, refusals::body_not_yours);
    desk.refused(head(), CarryOutDecision{.decision = DecisionId("4-1"), .on = {}, .item = ItemId("act-internal"), .paper = {}, .note = {}}, refusals::evidence_not_released);
    desk.refused(head(), CarryOutDecision{.decision = DecisionId("4-1"), .on = {}, .item = ItemId("act-none"), .paper = {}, .note = {}}, refusals::evidence_unknown);
    desk.done(head(), out);
    desk.refused(secretariat(), out, refusals::decision_closed);
    EXPECT_EQ(matters(), 3U);
    // Lapsed, when both sides say so.
    desk.refused(officer(), LapseDecision{DecisionId("4-2"), "overtaken"}, refusals::not_allowed);
    desk.refused(secretariat(), LapseDecision{DecisionId("4-2"), ""}, refusals::reason_missing);
    desk.refused(asker("secretariat", "forum", {Role::secretariat}), LapseDecision{DecisionId("4-2"), "overtaken"}, refusals::not_allowed);
    desk.done(secretariat(), LapseDecision{DecisionId("4-2"), "overtaken"});
    desk.refused(secretariat(), LapseDecision{DecisionId("4-2"), "overtaken"}, refusals::unchanged);
    EXPECT_EQ(matters(), 3U);
    desk.done(other_secretariat(), LapseDecision{DecisionId("4-2"), "agreed"});
    EXPECT_EQ(matters(), 2U);
    // Superseded, when the minutes that say so are sealed.
    MinutesLineGiven anew = decides(1, "instead of c");
    anew.decision->supersedes = {DecisionId("4-3")};
    sealed_with(desk, 5, {anew});
    EXPECT_EQ(desk.state.decisions.at(DecisionId("4-3")).superseded_by, DecisionId("5-1"));
    EXPECT_EQ(matters(), 1U);
    anew.decision->supersedes = {DecisionId("4-1")};
    CallSession next = call(6);
    next.on = desk.now.date();
    desk.done(secretariat(), next);
    held(desk, 6);
    desk.refused(secretariat(), DraftMinutes{.session = 6, .correction = {}, .lines = {anew}, .answers = {}}, refusals::decision_closed);
    EXPECT_EQ(desk.answered(sight("pboc"), DecisionsQuery{.owner = BodyId("pboc")}).decisions.size(), 1U);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(MattersArising, AreOnTheNextAgendaByThemselves) {
    Desk desk;
    sealed_with(desk, 4, {decides(1, "a"), decides(2, "b")});
    desk.done(head(), CarryOutDecision{.decision = DecisionId("4-1"), .on = {}, .item = ItemId("act-released"), .paper = {}, .note = {}});
    CallSession next = call(5);
    next.on = desk.now.date();
    desk.done(secretariat(), next);
    desk.done(secretariat(), FixAgenda{5, {}});
    const auto agenda = desk.answered(sight("pboc"), AgendaQuery{5}).items;
    ASSERT_EQ(std::ranges::count(agenda, AgendaKind::matter_arising, &AgendaItemShown::kind), 1);
    EXPECT_EQ(agenda.back().reference, "4-2");
    EXPECT_EQ(agenda.back().titles.pt, "texto b");
}

TEST(SettleProblem, TakesABindingDecisionForOneThatWasEscalated) {
    Desk desk;
    const ProblemId id = desk.raised(officer(), problem());
    desk.taken_to(id, Stage::released);
    desk.done(secretariat(), EscalateProblem{id, "too big"});
    desk.done(secretariat(), call(4));
    held(desk, 4);
    MinutesLineGiven deciding = decides(1, "a");
    deciding.decision->problem = id;
    desk.done(secretariat(), draft({deciding}));
    desk.done(secretariat(), circulate);
    const SettleProblem settle{.problem = id, .reason = "as decided", .on = {}, .decision = DecisionId("4-1"), .item = {}, .paper = {}, .source = {}};
    desk.refused(secretariat(), settle, refusals::decision_not_binding);
    approved(desk, 4);
    sealed(desk, 4);
    desk.done(other_secretariat(), settle);
    EXPECT_EQ(desk.state.problems.at(id).settled->event.by, SettledBy::conference);
    EXPECT_EQ(desk.answered(sight("pboc"), ProblemQuery{id}).problems.front().decision, DecisionId("4-1"));
}

}  // namespace
}  // namespace ponte::meetings::sample
