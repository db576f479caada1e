#include "desks/translation/desk_sample.h"

namespace ponte::translation {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};

Assign work(std::string text = "plan/2020/1", Language language = Language::pt) {
    return {.text = std::move(text), .language = language, .assignee = PersonId("rui"), .due = day("2021-01-15"), .note = "the court's wording"};
}

const QueueRow* row(const QueueAnswer& queue, std::string_view text, std::string_view language) {
    for (const QueueRow& one : queue.rows) {
        if (one.text == text && one.language == language) return &one;
    }
    return nullptr;
}

TEST(Queue, ListsEveryTextInEveryLanguageThatItIsWantedIn) {
    Desk desk;
    const QueueAnswer all = desk.asked(sight(Side::macao), QueueQuery{});
    // Title and two measures in three languages each; the indicator's name lacks Traditional Chinese; it has no unit.
    EXPECT_EQ(all.rows.size(), 10U);
    ASSERT_NE(row(all, "indicator/m1.total/name", "zh-Hant-MO"), nullptr);
    EXPECT_FALSE(row(all, "plan/2020/1", "pt-PT")->required);
    desk.done(secretariat(), Require{"plan/2020", {Language::pt}});
    const QueueAnswer fewer = desk.asked(sight(Side::macao), QueueQuery{.scope = "plan/2020"});
    EXPECT_EQ(fewer.rows.size(), 3U);
    EXPECT_TRUE(fewer.rows[0].required);
}

TEST(Queue, PutsStaleBeforeMissingBeforeMachineConverted) {
    Desk desk;
    desk.translate(1, Language::pt, "Medida 1");
    desk.translate(2, Language::pt, "Medida 2", TextStatus::machine_converted);
    desk.reword(1, "措施1（更正）");
    const QueueAnswer queue = desk.asked(sight(Side::macao), QueueQuery{.scope = "plan/2020", .language = Language::pt});
    ASSERT_EQ(queue.rows.size(), 3U);
    EXPECT_EQ(queue.rows[0].state, "stale");
    EXPECT_EQ(queue.rows[1].state, "missing");
    EXPECT_EQ(queue.rows[2].state, "machine_converted");
    ASSERT_EQ(queue.counts.size(), 1U);
    EXPECT_EQ(queue.counts[0].stale, 1U);
    EXPECT_EQ(queue.counts[0].missing, 1U);
    EXPECT_EQ(queue.counts[0].machine_converted, 1U);
    EXPECT_EQ(queue.counts[0].current, 0U);
}

TEST(Assign, ShowsTheWorkToItsOwnSideOnlyAndSaysWhenItIsLate) {
    Desk desk;
    desk.done(secretariat(), work());
    const QueueQuery of_rui{.assignee = PersonId("rui")};
    const QueueAnswer own = desk.asked(sight(Side::macao), of_rui);
    ASSERT_EQ(own.rows.size(), 1U);
    EXPECT_EQ(own.rows[0].note, "the court's wording");
    EXPECT_FALSE(own.rows[0].overdue);
    EXPECT_TRUE(desk.asked(sight(Side::mainland), of_rui).rows.empty());
    const QueueAnswer theirs = desk.asked(sight(Side::mainland), QueueQuery{});
    EXPECT_EQ(row(theirs, "plan/2020/1", "pt-PT")->assignee, std::nullopt);
    EXPECT_TRUE(desk.asked(access::Sight{}, QueueQuery{}).rows.empty());
    for (const TextRow& text : desk.asked(access::Sight{}, TextsQuery{"plan/2020"}).texts) EXPECT_TRUE(text.waiting.empty());

    desk.now = *Instant::from_text("2021-01-15T09:00:00Z");
    EXPECT_FALSE(desk.asked(sight(Side::macao), of_rui).rows[0].overdue) << "the day itself is not late";
    desk.now = *Instant::from_text("2021-01-16T09:00:00Z");
    EXPECT_TRUE(desk.asked(sight(Side::macao), of_rui).rows[0].overdue);
    EXPECT_EQ(desk.asked(sight(Side::macao), of_rui).counts[0].overdue, 1U);
}

TEST(Assign, IsDoneByATextOfAPersonAndDoesNotComeBackWhenThatTurnsStale) {
    Desk desk;
    desk.done(secretariat(), work());
    desk.translate(1, Language::pt, "máquina", TextStatus::machine_converted);
    EXPECT_EQ(desk.asked(sight(Side::macao), QueueQuery{.assignee = PersonId("rui")}).rows.size(), 1U) << "a machine has done nothing yet";
    desk.translate(1, Language::pt, "Medida 1");
    EXPECT_TRUE(desk.asked(sight(Side::macao), QueueQuery{.assignee = PersonId("rui")}).rows.empty());
    desk.reword(1, "措施1（更正）");
    const QueueAnswer queue = desk.asked(sight(Side::macao), QueueQuery{.language = Language::pt});
    ASSERT_NE(row(queue, "plan/2020/1", "pt-PT"), nullptr);
    EXPECT_EQ(row(queue, "plan/2020/1", "pt-PT")->assignee, std::nullopt) << "new work has to be given out anew";
}

TEST(Assign, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.translate(2, Language::pt, "Medida 2");
    desk.done(secretariat(), work("plan/2020/0"));
    using R = Request<Assign>;
    expect_refusals<R>({secretariat(), work()},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::control_characters, [](R& r) { r.command.note = "\x01"; }},
                        {refusals::text_too_long, [](R& r) { r.command.note = std::string(2'001, 'x'); }},
                        {refusals::due_is_past, [](R& r) { r.command.due = day("2020-12-30"); }},
                        {refusals::assignee_unknown, [](R& r) { r.command.assignee = PersonId("gone"); }},
                        {refusals::assignee_not_yours, [](R& r) { r.command.assignee = PersonId("wang"); }},
                        {refusals::text_unknown, [](R& r) { r.command.text = "plan/2020/9"; }},
                        {refusals::language_is_the_original, [](R& r) { r.command.language = Language::zh_hans; }},
                        {refusals::text_is_current, [](R& r) { r.command.text = "plan/2020/2"; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
    EXPECT_EQ(desk.ask(secretariat(), work("plan/2020/0")), "translation.already_assigned");
    Assign later = work("plan/2020/0");
    later.due = day("2021-02-01");
    desk.done(secretariat(), later);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(Unassign, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.done(secretariat(), work());
    using R = Request<Unassign>;
    expect_refusals<R>({secretariat(), {"plan/2020/1", Language::pt, "he is ill"}},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.reason = "\x01"; }},
                        {refusals::text_too_long, [](R& r) { r.command.reason = std::string(2'001, 'x'); }},
                        {refusals::not_assigned, [](R& r) { r.command.language = Language::en; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
    EXPECT_EQ(desk.ask(other_secretariat(), Unassign{"plan/2020/1", Language::pt, "not theirs"}), "translation.not_assigned");
    desk.done(secretariat(), Unassign{"plan/2020/1", Language::pt, "he is ill"});
    EXPECT_TRUE(desk.state.assignments.empty());
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(Require, HoldsForAScopeOrForAKindAndTheScopesOwnRuleWins) {
    Desk desk;
    desk.done(secretariat(), Require{"session", {Language::pt, Language::zh_hant}});
    const Known known = known_of(desk.state);
    EXPECT_EQ(known.required_for("session/3"), (std::vector{Language::zh_hant, Language::pt}));
    EXPECT_TRUE(known.required_for("sessions/3").empty());
    desk.done(secretariat(), Require{"plan", {Language::en}});
    desk.done(secretariat(), Require{"plan/2020", {Language::pt}});
    EXPECT_EQ(known.required_for("plan/2020"), std::vector{Language::pt});
    desk.done(secretariat(), Require{"plan/2020", {}});
    EXPECT_TRUE(known.required_for("plan/2020").empty()) << "none is a rule too";
    using R = Request<Require>;
    expect_refusals<R>({secretariat(), {"plan/2020", {Language::pt}}},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::language_twice, [](R& r) { r.command.languages = {Language::pt, Language::en, Language::pt}; }},
                        {refusals::scope_unknown, [](R& r) { r.command.scope = "plan/1999"; }},
                        {refusals::already_required, [](R& r) { r.command = r.command.scope == "plan/1999" ? r.command : Require{"plan", {Language::en}}; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(ApproveTexts, RefusesWhileARequiredLanguageIsMissingStaleOrUnconfirmed) {
    Desk desk;
    EXPECT_EQ(desk.ask(secretariat(), ApproveTexts{"plan/2020"}), "translation.nothing_required");
    desk.done(secretariat(), Require{"plan/2020", {Language::pt}});
    EXPECT_EQ(desk.ask(secretariat(), ApproveTexts{"plan/2020"}), "translation.not_ready");
    desk.translate_everything(Language::pt);
    desk.translate(2, Language::pt, "máquina", TextStatus::machine_converted);
    EXPECT_EQ(desk.ask(secretariat(), ApproveTexts{"plan/2020"}), "translation.not_ready");
    desk.translate(2, Language::pt, "Medida 2");
    desk.reword(1, "措施1（更正）");
    const Decision refused = desk.decided(secretariat(), ApproveTexts{"plan/2020"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Refusal{refusals::not_ready, "plan/2020/1 pt-PT stale", "/scope"}));
    desk.translate(1, Language::pt, "Medida 1, corrigida");
    EXPECT_TRUE(desk.asked(sight(Side::macao), ReadyQuery{"plan/2020"}).ready);
    desk.done(secretariat(), ApproveTexts{"plan/2020"});
    EXPECT_EQ(desk.ask(secretariat(), ApproveTexts{"plan/2020"}), "translation.already_approved");
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(ApproveTexts, IsStaleOnceAnythingItCoveredHasChanged) {
    Desk desk;
    desk.done(secretariat(), Require{"plan/2020", {Language::pt}});
    desk.translate_everything(Language::pt);
    desk.done(secretariat(), ApproveTexts{"plan/2020"});
    const auto approval = [&](Side side) { return desk.asked(sight(side), ReadyQuery{"plan/2020"}).approvals; };
    ASSERT_EQ(approval(Side::mainland).size(), 1U);
    EXPECT_FALSE(approval(Side::mainland)[0].stale);
    EXPECT_TRUE(desk.asked(access::Sight{}, ReadyQuery{"plan/2020"}).approvals.empty());
    desk.translate(1, Language::en, "Measure 1");
    EXPECT_FALSE(approval(Side::macao)[0].stale) << "English was not approved";
    desk.translate(2, Language::pt, "Medida 2, outra");
    EXPECT_TRUE(approval(Side::macao)[0].stale);
    desk.done(secretariat(), ApproveTexts{"plan/2020"});
    EXPECT_FALSE(approval(Side::macao)[0].stale);
    desk.reword(1, "措施1（更正）");
    EXPECT_TRUE(approval(Side::macao)[0].stale);
    desk.translate_everything(Language::pt);
    desk.done(secretariat(), ApproveTexts{"plan/2020"});
    desk.done(secretariat(), Require{"plan/2020", {Language::pt, Language::en}});
    EXPECT_TRUE(approval(Side::macao)[0].stale) << "more is required than was approved";
}

TEST(ApproveTexts, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.done(secretariat(), Require{"plan/2020", {Language::pt}});
    desk.translate_everything(Language::pt);
    for (std::uint16_t number = 1; number <= 300; ++number) {
        conference::Indicator indicator;
        indicator.definition.indicator = conference::IndicatorId("i" + std::to_string(number));
        indicator.definition.plan = conference::PlanId("2020");
        indicator.definition.names.en = "name";
        indicator.definition.units.en = "unit";
        desk.indicators.emplace(indicator.definition.indicator, indicator);
    }
    using R = Request<ApproveTexts>;
    const R good{secretariat(), {"plan/2020"}};
    expect_refusals<R>(good,
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::scope_unknown, [](R& r) { r.command.scope = "plan/2019"; }},
                        {refusals::nothing_required, [](R& r) { r.command.scope = r.command.scope == "plan/2019" ? "plan/2019" : "indicators/2020"; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
    desk.done(secretariat(), Require{"indicators/2020", {Language::pt}});
    EXPECT_EQ(desk.ask(secretariat(), ApproveTexts{"indicators/2020"}), "translation.too_many_texts");
}

TEST(Scopes, CountEachLanguage) {
    Desk desk;
    desk.done(secretariat(), Require{"plan/2020", {Language::pt}});
    desk.translate_everything(Language::pt);
    const ScopesAnswer all = desk.asked(sight(Side::macao), ScopesQuery{});
    ASSERT_EQ(all.scopes.size(), 2U);
    EXPECT_EQ(all.scopes[0].scope, "plan/2020");
    EXPECT_TRUE(all.scopes[0].ready);
    EXPECT_EQ(all.scopes[0].texts, 3U);
    EXPECT_EQ(all.scopes[1].scope, "indicators/2020");
    EXPECT_FALSE(all.scopes[1].ready) << "nothing is required there";
}

}  // namespace
}  // namespace ponte::translation
