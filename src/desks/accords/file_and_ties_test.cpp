#include "desks/accords/instruments_sample.h"

namespace ponte::accords {
namespace {

using enum StepKind;

// A live file with Angola, kept by dsaj; gif has nothing to do with it.
Treaties in_talks() {
    Treaties desk;
    RegisterInstrument command = treaty("mla.ao", InstrumentKind::mla_criminal, "AO", true);
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    EXPECT_EQ(desk.ask(officer(), taking("mla.ao", talks, "2024-01-10")), "");
    return desk;
}
HoldRound round_on(std::string_view date) {
    return {.instrument = instrument_id("mla.ao"), .date = span(date), .place = "Luanda", .note = {}, .evidence = {.source = source_of("a record"), .paper = {}}};
}
DraftArticle draft(std::string text, std::string_view by = "MO") {
    return {.instrument = instrument_id("mla.ao"), .article = "5", .proposed_by = place(by), .texts = {{Language::pt, std::move(text)}}, .date = day("2024-02-01"), .round = {}, .note = {}};
}
StatePosition position(std::string_view party, Stance stance, std::string text) {
    return {.instrument = instrument_id("mla.ao"), .article = "5", .party = place(party), .stance = stance, .text = std::move(text), .date = day("2024-03-01")};
}
MarkArticle mark(ArticleMark as, std::string reason = {}) {
    return {.instrument = instrument_id("mla.ao"), .article = "5", .mark = as, .reason = std::move(reason), .date = day("2024-04-01")};
}
PassPen pen(std::string_view to, std::string_view due) {
    return {.instrument = instrument_id("mla.ao"), .to = place(to), .date = day("2024-02-02"), .due = day(due), .note = {}};
}

TEST(NegotiationFile, GoesArticleByArticleUntilAllAccept) {
    Treaties desk = in_talks();
    EXPECT_EQ(desk.ask(officer(), round_on("2024-01-20")), "");
    EXPECT_EQ(desk.ask(officer(), round_on("2024-01-10")), "accords.order_impossible");
    EXPECT_EQ(desk.ask(officer(), round_on("2027-01-10")), "accords.date_in_future");
    EXPECT_EQ(desk.ask(officer(), position("AO", Stance::accepts, "")), "accords.article_unknown");
    EXPECT_EQ(desk.ask(officer(), draft("Cada Parte")), "");
    EXPECT_EQ(desk.ask(officer(), draft("Cada Parte")), "accords.nothing_changed");
    EXPECT_EQ(desk.ask(officer(), mark(ArticleMark::agreed)), "accords.article_not_accepted");
    EXPECT_EQ(desk.ask(officer(), position("AO", Stance::rejects, "")), "accords.text_missing");
    EXPECT_EQ(desk.ask(officer(), position("AO", Stance::rejects, "too wide")), "");
    EXPECT_EQ(desk.ask(officer(), mark(ArticleMark::agreed)), "accords.article_not_accepted");
    const FileQuery asked{.instrument = instrument_id("mla.ao"), .on = {}};
    ASSERT_TRUE(desk.asked(asked).file.has_value());
    EXPECT_EQ(desk.asked(asked).file->open, std::vector<std::string>{"5"});
    EXPECT_EQ(desk.asked(asked).file->articles[0].positions[1].stance, Stance::rejects);
    EXPECT_EQ(desk.asked(asked).file->articles[0].missing.size(), 3U);
    // Their own wording is accepted by them; then Macao must.
    EXPECT_EQ(desk.ask(officer(), draft("Cada uma das Partes", "AO")), "");
    EXPECT_EQ(desk.ask(officer(), mark(ArticleMark::agreed)), "accords.article_not_accepted");
    EXPECT_EQ(desk.ask(officer(), position("MO", Stance::accepts, "")), "");
    EXPECT_EQ(desk.ask(officer(), mark(ArticleMark::dropped)), "accords.reason_missing");
    EXPECT_EQ(desk.ask(officer(), mark(ArticleMark::agreed)), "");
    EXPECT_EQ(desk.ask(officer(), mark(ArticleMark::agreed)), "accords.nothing_changed");
    EXPECT_TRUE(desk.asked(asked).file->open.empty());
    EXPECT_EQ(desk.asked(FileQuery{.instrument = instrument_id("mla.ao"), .on = day("2024-03-31")}).file->open.size(), 1U);
    EXPECT_EQ(desk.asked(ArticleHistoryQuery{.instrument = instrument_id("mla.ao"), .article = "5"}).versions.size(), 2U);
}

TEST(NegotiationFile, IsRefusedWhatItCannotHold) {
    Treaties desk = in_talks();
    DraftArticle wrong = draft("x");
    wrong.article = "art 5";
    EXPECT_EQ(desk.ask(officer(), wrong), "accords.id_malformed");
    wrong = draft("x");
    wrong.texts.push_back({Language::pt, "y"});
    EXPECT_EQ(desk.ask(officer(), wrong), "accords.language_twice");
    EXPECT_EQ(desk.ask(officer(), draft(" ")), "accords.text_missing");
    EXPECT_EQ(desk.ask(officer(), draft(std::string(8'001, 'x'))), "accords.text_too_long");
    EXPECT_EQ(desk.ask(officer(), draft("x", "PT")), "accords.party_unknown");
    wrong = draft("x");
    wrong.round = 1;
    EXPECT_EQ(desk.ask(officer(), wrong), "accords.round_unknown");
    EXPECT_EQ(desk.ask(officer(), pen("AO", "2024-01-01")), "accords.due_before");
    EXPECT_EQ(desk.ask(officer(), pen("PT", "2024-04-01")), "accords.party_unknown");
    EXPECT_EQ(desk.ask(officer(), pen("AO", "2024-04-01")), "");
    EXPECT_EQ(desk.ask(officer(), pen("AO", "2024-04-01")), "accords.pen_held");
    EXPECT_TRUE(desk.asked(FileQuery{.instrument = instrument_id("mla.ao"), .on = day("2024-04-02")}).file->pen->overdue);
    EXPECT_FALSE(desk.asked(FileQuery{.instrument = instrument_id("mla.ao"), .on = day("2024-04-01")}).file->pen->overdue);
    EXPECT_EQ(desk.ask(officer(), taking("mla.ao", initialling, "2024-06-01")), "");
    EXPECT_EQ(desk.ask(officer(), taking("mla.ao", authorisation, "2024-07-01")), "");
    EXPECT_EQ(desk.ask(officer(), taking("mla.ao", signing, "2024-08-01")), "");
    EXPECT_EQ(desk.ask(officer(), draft("x")), "accords.text_is_signed");
}

TEST(NegotiationFile, IsOfTheBodiesConcernedAlone) {
    Treaties desk = in_talks();
    EXPECT_EQ(desk.ask(officer(), round_on("2024-01-20")), "");
    EXPECT_EQ(desk.ask(officer(), pen("AO", "2024-04-01")), "");
    const FileQuery asked{.instrument = instrument_id("mla.ao"), .on = {}};
    // The instrument is public, its talks are not; not even a secretariat of the side sees into another body's.
    EXPECT_TRUE(desk.asked(InstrumentQuery{.instrument = instrument_id("mla.ao"), .on = {}}, everybody()).instrument.has_value());
    EXPECT_FALSE(desk.asked(asked, everybody()).file.has_value());
    EXPECT_FALSE(desk.asked(asked, of_body("gif")).file.has_value());
    EXPECT_EQ(desk.ask(officer("gif"), round_on("2024-02-20")), "accords.body_not_yours");
    const auto pens = [&](const access::Sight& reader) { return desk.asked(DueQuery{.on = day("2024-03-01"), .until = {}, .body = {}, .kinds = {DueKind::pen}}, reader).rows.size(); };
    EXPECT_EQ(pens(of_body("dsaj")), 1U);
    EXPECT_EQ(pens(of_body("gif")), 0U);
    EXPECT_EQ(desk.ask(secretariat(), NameBodies{.instrument = instrument_id("mla.ao"), .concerned = {BodyId("gif")}, .reason = "shares the talks"}), "");
    EXPECT_TRUE(desk.asked(asked, of_body("gif")).file.has_value());
}

Treaties with_a_tie() {
    Treaties desk;
    RegisterInstrument command = treaty("tie.tl.dili", InstrumentKind::friendship, "TL");
    command.record.term = Term{.months = 60, .from = TermFrom::signature, .tacit = false, .renewal_months = 0, .notice_days = 90};
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("tie.tl.dili", signing, "2024-09-26")), "");
    return desk;
}
PlanActivity plan(std::string_view on) {
    return {.instrument = instrument_id("tie.tl.dili"), .activity = ActivityId("dili.visit"), .names = english("A visit"), .planned = span(on), .place = "Dili", .note = {}, .stage = {}};
}
HoldActivity hold(std::string_view on) {
    return {.instrument = instrument_id("tie.tl.dili"), .activity = ActivityId("dili.visit"), .names = {}, .date = span(on), .place = {}, .outcome = "held",
            .evidence = {.source = source_of("a notice"), .paper = {}}, .stage = {}};
}
TieRow tie_on(const Treaties& desk, std::string_view date, const access::Sight& reader = of_body("dsaj")) {
    return desk.asked(TieQuery{.instrument = instrument_id("tie.tl.dili"), .on = day(date), .idle_months = 12}, reader).tie.value_or(TieRow{});
}

TEST(Ties, AreIdleWhereNothingWasDoneForSoManyMonths) {
    Treaties desk = with_a_tie();
    EXPECT_EQ(tie_on(desk, "2025-09-26").idle, ponte::Answer::no);
    EXPECT_EQ(tie_on(desk, "2025-09-27").idle, ponte::Answer::yes);
    EXPECT_EQ(tie_on(desk, "2025-09-27").days_to_term, 1'460);
    EXPECT_EQ(desk.ask(secretariat(), plan("2026-09-10")), "");
    EXPECT_EQ(desk.ask(secretariat(), plan("2026-09-10")), "accords.nothing_changed");
    EXPECT_EQ(desk.ask(secretariat(), plan("2026-05-10/2026-05-12")), "");
    EXPECT_EQ(tie_on(desk, "2026-05-01").next->date, span("2026-05-10/2026-05-12"));
    EXPECT_EQ(tie_on(desk, "2026-05-13").passed, 1U);  // Nothing shows that it took place.
    EXPECT_EQ(desk.ask(secretariat(), hold("2026-05-11")), "");
    EXPECT_EQ(tie_on(desk, "2026-05-13").last_activity->date, span("2026-05-11"));
    EXPECT_EQ(tie_on(desk, "2026-05-13").idle, ponte::Answer::no);
    EXPECT_EQ(tie_on(desk, "2026-05-10").held, 0U);  // Not yet, on that day.
    EXPECT_EQ(desk.ask(secretariat(), hold("2026-05-11")), "accords.activity_settled");
    EXPECT_EQ(desk.asked(TiesQuery{.on = day("2025-10-01"), .idle_months = 12, .idle_only = true, .partner = {}, .kinds = {}}).ties.size(), 1U);
    EXPECT_TRUE(desk.asked(TiesQuery{.on = day("2026-05-13"), .idle_months = 12, .idle_only = true, .partner = {}, .kinds = {}}).ties.empty());
}

TEST(Ties, RefuseActivitiesThatCannotBe) {
    Treaties desk = with_a_tie();
    EXPECT_EQ(desk.ask(secretariat(), treaty("dta.kh", InstrumentKind::double_taxation, "KH")), "");
    PlanActivity wrong = plan("2026-09-10");
    wrong.instrument = instrument_id("dta.kh");
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.not_a_tie");
    wrong = plan("2026-09-10");
    wrong.activity = ActivityId("A B");
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.id_malformed");
    wrong = plan("2026-09-10");
    wrong.names = {};
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.text_missing");
    HoldActivity held = hold("2026-12-01");
    EXPECT_EQ(desk.ask(secretariat(), held), "accords.date_in_future");
    EXPECT_EQ(desk.ask(secretariat(), hold("2026-05-01")), "accords.text_missing");  // Never planned, and without a name.
    held = hold("2026-05-01");
    held.evidence.source.confidence = Confidence::unverified;
    EXPECT_EQ(desk.ask(secretariat(), held), "accords.evidence_unverified");
    CancelActivity cancel{.instrument = instrument_id("tie.tl.dili"), .activity = ActivityId("dili.visit"), .reason = "a storm", .date = {}};
    EXPECT_EQ(desk.ask(secretariat(), cancel), "accords.activity_unknown");
    EXPECT_EQ(desk.ask(secretariat(), plan("2026-09-10")), "");
    wrong = plan("2026-10-10");
    wrong.stage = Stage::internal;
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.stage_not_forward");
    EXPECT_EQ(desk.ask(officer("gif"), cancel), "accords.body_not_yours");
    cancel.reason = "";
    EXPECT_EQ(desk.ask(secretariat(), cancel), "accords.reason_missing");
    cancel.reason = "a storm";
    EXPECT_EQ(desk.ask(secretariat(), cancel), "");
    EXPECT_EQ(desk.ask(secretariat(), plan("2026-09-11")), "accords.activity_settled");
}

TEST(Ties, ShowAnActivityAsFarAsItWasOpened) {
    Treaties desk = with_a_tie();
    PlanActivity quiet = plan("2026-09-10");
    quiet.stage = Stage::internal;
    EXPECT_EQ(desk.ask(secretariat(), quiet), "");
    EXPECT_EQ(tie_on(desk, "2026-06-01").planned, 1U);
    EXPECT_EQ(tie_on(desk, "2026-06-01", of_body("gif")).planned, 0U);
    EXPECT_EQ(tie_on(desk, "2026-06-01", everybody()).planned, 0U);
}

TEST(Due, NamesWhatComesAndWhatIsLate) {
    Treaties desk = with_a_tie();
    EXPECT_EQ(desk.ask(secretariat(), plan("2026-09-10")), "");
    const auto due = [&](std::string_view on, DueKind kind) {
        return desk.asked(DueQuery{.on = day(on), .until = dates::last, .body = {}, .kinds = {kind}}).rows;
    };
    ASSERT_EQ(due("2026-06-01", DueKind::term_end).size(), 1U);
    EXPECT_EQ(due("2026-06-01", DueKind::term_end)[0].date, day("2029-09-26"));
    EXPECT_FALSE(due("2029-09-26", DueKind::term_end)[0].overdue);
    EXPECT_TRUE(due("2029-09-27", DueKind::term_end)[0].overdue);
    EXPECT_EQ(due("2026-06-01", DueKind::term_notice)[0].date, day("2029-06-28"));
    EXPECT_EQ(due("2026-06-01", DueKind::activity)[0].date, day("2026-09-10"));
    EXPECT_TRUE(due("2026-09-11", DueKind::activity)[0].overdue);
    RegisterInstrument live = treaty("dta.ao", InstrumentKind::double_taxation, "AO", true);
    live.record.force = after_last_notice(30);
    live.record.effects = {{.place = place("AO"), .from = EffectFrom::next_calendar_year, .month = 1, .day = 1, .fixed = {}, .clause = {}}};
    EXPECT_EQ(desk.ask(secretariat(), live), "");
    for (const TakeStep& one : {taking("dta.ao", empowerment, "2026-01-02"), taking("dta.ao", signing, "2026-01-10"), taking("dta.ao", notice, "2026-03-01", "AO"), taking("dta.ao", notice, "2026-05-20", "MO")}) {
        EXPECT_EQ(desk.ask(secretariat(), one), "");
    }
    EXPECT_EQ(due("2026-06-01", DueKind::force)[0].date, day("2026-06-19"));
    EXPECT_EQ(due("2026-06-01", DueKind::effect)[0].date, day("2027-01-01"));
    EXPECT_EQ(due("2026-06-01", DueKind::text_notice)[0].date, day("2026-01-10"));
    EXPECT_TRUE(due("2026-06-18", DueKind::force_record).empty());
    EXPECT_TRUE(due("2026-06-19", DueKind::force_record)[0].overdue);
    EXPECT_TRUE(desk.asked(DueQuery{.on = day("2026-06-01"), .until = day("2026-06-18"), .body = {}, .kinds = {DueKind::force}}).rows.empty());
}

TEST(Instruments, AreListedByKindPartnerSetAndStanding) {
    Treaties desk = with_a_tie();
    EXPECT_EQ(desk.ask(secretariat(), treaty("dta.kh", InstrumentKind::double_taxation, "KH")), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("dta.kh", signing, "2021-04-23")), "");
    const auto listed = [&](const InstrumentsQuery& query) { return desk.asked(query).instruments.size(); };
    EXPECT_EQ(listed({}), 2U);
    EXPECT_EQ(listed({.kinds = {InstrumentKind::friendship}}), 1U);
    EXPECT_EQ(listed({.partner = place("KH")}), 1U);
    EXPECT_EQ(listed({.on = day("2026-01-01"), .partners = directory::SetId("psc")}), 1U);  // Timor-Leste, since April 2022 in the sample.
    EXPECT_EQ(listed({.on = day("2022-03-31"), .partners = directory::SetId("psc")}), 0U);
    EXPECT_EQ(listed({.on = day("2024-09-25"), .standing = Standing::in_force}), 0U);
    EXPECT_EQ(listed({.on = day("2024-09-26"), .standing = Standing::in_force}), 1U);
    EXPECT_EQ(desk.asked(RulesQuery{.way = Way::judicial_abroad}).rules.size(), desk.asked(RulesQuery{}).rules.size() - 4);
}

}  // namespace
}  // namespace ponte::accords
