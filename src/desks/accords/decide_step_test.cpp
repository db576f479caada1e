#include "desks/accords/instruments_sample.h"

namespace ponte::accords {
namespace {

using enum StepKind;

template <class Command>
struct Request {
    Treaties desk;
    access::Grant by;
    Command command;
};
template <class Command>
Decision decided(const Request<Command>& request) {
    return request.desk.decided(request.by, request.command);
}
Instrument& kept(Treaties& desk, std::string_view id = "mla.kr") { return desk.state.instruments.at(instrument_id(id)); }

// A live file of assistance in criminal matters with Korea, up to the authorisation.
Treaties live_file(std::size_t steps = 4) {
    Treaties desk;
    RegisterInstrument command = treaty("mla.kr", InstrumentKind::mla_criminal, "KR", true);
    command.record.force = after_last_notice(30);
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    const std::vector<TakeStep> all{taking("mla.kr", talks, "2018-01-10"),         taking("mla.kr", initialling, "2018-06-01"), taking("mla.kr", authorisation, "2019-02-01"),
                                    taking("mla.kr", signing, "2019-10-23"),       taking("mla.kr", notice, "2020-12-01", "KR"), taking("mla.kr", notice, "2021-03-01", "MO"),
                                    taking("mla.kr", force, "2021-03-31")};
    for (std::size_t i = 0; i < steps; ++i) EXPECT_EQ(desk.ask(secretariat(), all[i]), "") << i;
    return desk;
}

TEST(TakeStep, IsRefusedInThisOrder) {
    using R = Request<TakeStep>;
    const TakeStep good = taking("mla.kr", notice, "2020-12-01", "KR");
    expect_refusals<R>({live_file(), secretariat(), good},
                       {{refusals::not_allowed, [](R& r) { r.by = by(access::Role::reader); }},
                        {refusals::source_missing, [](R& r) { r.command.evidence.source.reference = " "; }},
                        {refusals::evidence_unverified, [](R& r) { r.command.evidence.source.confidence = Confidence::unverified; }},
                        {refusals::date_in_future, [](R& r) { r.command.date = span("2026-07-01"); }},
                        {refusals::instrument_unknown, [](R& r) { r.command.instrument = instrument_id("mla.xx"); }},
                        {refusals::stage_above, [](R& r) { if (r.desk.state.instruments.contains(r.command.instrument)) { kept(r.desk).stage = Stage::internal; r.command.stage = Stage::published; } }},
                        {refusals::party_unknown, [](R& r) { r.command.party = place("PT"); }},
                        {refusals::file_is_live, [](R& r) { r.command.reported = true; }},
                        {refusals::already_taken, [](R& r) { kept(r.desk).steps.push_back({.taken = {.instrument = {}, .number = 5, .step = notice, .party = place("KR"), .date = span("2020-11-01")}}); }},
                        {refusals::instrument_ended, [](R& r) { kept(r.desk).steps.push_back({.taken = {.instrument = {}, .number = 6, .step = termination, .date = span("2019-10-01")}}); }},
                        {refusals::order_impossible, [](R& r) { r.command.date = span("2019-10-22"); }}},
                       decided<TakeStep>);
}

TEST(TakeStep, NamesThePaperThatIsMissing) {
    Treaties desk = live_file(2);
    const Refusal no = desk.refused(secretariat(), taking("mla.kr", signing, "2019-10-23"));
    EXPECT_EQ(no.kind, refusals::paper_missing);
    EXPECT_EQ(no.subject, "authorisation");
    EXPECT_EQ(live_file(1).refused(secretariat(), taking("mla.kr", authorisation, "2019-02-01")).subject, "initialling");
    EXPECT_EQ(live_file(0).refused(secretariat(), taking("mla.kr", initialling, "2018-06-01")).subject, "talks");
    EXPECT_EQ(live_file(5).refused(secretariat(), taking("mla.kr", force, "2021-03-31")).subject, "notice");  // One of two.
    EXPECT_EQ(live_file(6).refused(secretariat(), taking("mla.kr", force_notice, "2021-04-01")).subject, "force");
    EXPECT_EQ(live_file(6).refused(secretariat(), taking("mla.kr", suspension, "2021-04-01")).subject, "force");
    EXPECT_EQ(live_file(3).refused(secretariat(), taking("mla.kr", notice, "2019-03-01", "KR")).subject, "signing");
    // A text agreed by letters does for the initialling.
    Treaties by_letter = live_file(1);
    EXPECT_EQ(by_letter.ask(secretariat(), taking("mla.kr", text_agreed, "2018-06-01")), "");
    EXPECT_EQ(by_letter.ask(secretariat(), taking("mla.kr", authorisation, "2019-02-01")), "");
}

TEST(TakeStep, AsksOtherPapersOnOtherWays) {
    Treaties desk;
    EXPECT_EQ(desk.ask(secretariat(), treaty("dta.ao", InstrumentKind::double_taxation, "AO", true)), "");
    EXPECT_EQ(desk.refused(secretariat(), taking("dta.ao", signing, "2025-01-01")).subject, "empowerment");
    EXPECT_EQ(desk.ask(secretariat(), treaty("fiu.ao", InstrumentKind::fiu_memorandum, "AO", true)), "");
    EXPECT_EQ(desk.refused(secretariat(), taking("fiu.ao", empowerment, "2025-02-14")).subject, "text_agreed");
    EXPECT_EQ(desk.ask(secretariat(), taking("fiu.ao", text_agreed, "2025-01-10")), "");
    TakeStep nobody = taking("fiu.ao", empowerment, "2025-02-14");
    nobody.signatory.reset();
    EXPECT_EQ(desk.ask(secretariat(), nobody), "accords.signatory_missing");
    EXPECT_EQ(desk.refused(secretariat(), taking("fiu.ao", signing, "2025-03-01")).subject, "empowerment");
    EXPECT_EQ(desk.ask(secretariat(), taking("fiu.ao", empowerment, "2025-02-14")), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("fiu.ao", signing, "2025-03-01")), "");
    EXPECT_EQ(desk.known("fiu.ao", "2025-03-01"), Standing::in_force);  // A memorandum is used from its signing on.
    EXPECT_EQ(desk.ask(secretariat(), treaty("tie.ao", InstrumentKind::twinning, "AO", true)), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("tie.ao", signing, "2025-03-01")), "");
    // With Hong Kong and the Mainland nobody needs the authorisation that article 94 asks for states.
    EXPECT_EQ(desk.ask(secretariat(), treaty("svc.hk", InstrumentKind::service_of_documents, "HK", true)), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("svc.hk", signing, "2017-12-05")), "");
    // A protocol goes the way of what it amends, also through another protocol.
    RegisterInstrument protocol = treaty("dta.ao.p1", InstrumentKind::protocol, "AO", true);
    protocol.record.amends = {instrument_id("dta.ao")};
    EXPECT_EQ(desk.ask(secretariat(), protocol), "");
    RegisterInstrument second = treaty("dta.ao.p2", InstrumentKind::protocol, "AO", true);
    second.record.amends = {instrument_id("dta.ao.p1")};
    EXPECT_EQ(desk.ask(secretariat(), second), "");
    EXPECT_EQ(desk.refused(secretariat(), taking("dta.ao.p2", signing, "2025-01-01")).subject, "empowerment");
}

TEST(TakeStep, OfAHistoricFileSaysWhichPapersNobodyHasSeen) {
    Treaties desk;
    EXPECT_EQ(desk.ask(secretariat(), treaty("sfo.pt", InstrumentKind::surrender, "PT")), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("sfo.pt", signing, "2019-05-15")), "accords.paper_missing");
    EXPECT_EQ(desk.ask(secretariat(), reporting("sfo.pt", signing, "2019-05-15")), "");
    EXPECT_EQ(kept(desk, "sfo.pt").steps[0].taken.earlier_unknown, std::vector{authorisation});
    EXPECT_EQ(desk.ask(secretariat(), taking("sfo.pt", notice, "2019-06-01", "MO")), "");
    // The paper is found later; it cannot lie after what rests on it.
    EXPECT_EQ(desk.ask(secretariat(), reporting("sfo.pt", authorisation, "2019-05-16")), "accords.order_impossible");
    EXPECT_EQ(desk.ask(secretariat(), reporting("sfo.pt", authorisation, "2019-04-01")), "");
}

TEST(TakeStep, MayBeRetroactiveWhereTheSourceSaysSo) {
    Treaties desk;
    EXPECT_EQ(desk.ask(secretariat(), treaty("dta.pt", InstrumentKind::double_taxation, "PT")), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("dta.pt", signing, "1999-09-28")), "");
    TakeStep earlier = taking("dta.pt", force, "1999-01-01");
    EXPECT_EQ(desk.ask(secretariat(), earlier), "accords.order_impossible");
    earlier.retroactive = true;
    EXPECT_EQ(desk.ask(secretariat(), earlier), "");
    EXPECT_EQ(desk.shown("dta.pt", "2026-01-01").dates.signature_to_force_days, -270);
}

TEST(TakeStep, OfALiveFileEntersIntoForceOnTheDayOfItsClauseAlone) {
    Treaties desk = live_file(6);
    const Refusal no = desk.refused(secretariat(), taking("mla.kr", force, "2021-04-01"));
    EXPECT_EQ(no.kind, refusals::clause_differs);
    EXPECT_EQ(no.subject, "2021-03-31");
    EXPECT_EQ(desk.ask(secretariat(), taking("mla.kr", force, "2021-03-31")), "");
    Treaties unknown;
    EXPECT_EQ(unknown.ask(secretariat(), treaty("dta.ao", InstrumentKind::double_taxation, "AO", true)), "");
    EXPECT_EQ(unknown.ask(secretariat(), taking("dta.ao", force, "2025-01-01")), "accords.clause_unknown");
}

TEST(TakeStep, AsksForPartiesTermsAndAmendingInstrumentsWhereTheyBelong) {
    Treaties desk = live_file();
    EXPECT_EQ(desk.ask(secretariat(), taking("mla.kr", notice, "2020-12-01")), "accords.party_missing");
    EXPECT_EQ(desk.ask(secretariat(), taking("mla.kr", force, "2021-03-31", "KR")), "accords.party_superfluous");
    EXPECT_EQ(desk.ask(secretariat(), taking("mla.kr", signing, "2019-10-23", "KR")), "accords.already_taken");
    EXPECT_EQ(desk.ask(secretariat(), taking("mla.kr", renewal, "2020-12-01")), "accords.term_missing");
    EXPECT_EQ(desk.ask(secretariat(), taking("mla.kr", amendment, "2020-12-01")), "accords.amending_missing");
    EXPECT_EQ(desk.ask(secretariat(), treaty("other", InstrumentKind::mla_criminal, "KR")), "");
    TakeStep amended = taking("mla.kr", amendment, "2020-12-01");
    amended.by = instrument_id("other");
    EXPECT_EQ(desk.ask(secretariat(), amended), "accords.amending_missing");
    RegisterInstrument protocol = treaty("mla.kr.p", InstrumentKind::protocol, "KR");
    protocol.record.amends = {instrument_id("mla.kr")};
    EXPECT_EQ(desk.ask(secretariat(), protocol), "");
    amended.by = instrument_id("mla.kr.p");
    EXPECT_EQ(desk.ask(secretariat(), amended), "");
    EXPECT_EQ(desk.shown("mla.kr", "2026-01-01").amended_by, std::vector{instrument_id("mla.kr.p")});
    TakeStep text = taking("mla.kr", text_notice, "2020-12-01");
    text.note = std::string("a\x01");
    EXPECT_EQ(desk.ask(secretariat(), text), "accords.control_characters");
    text.note = std::string(1'001, 'a');
    EXPECT_EQ(desk.ask(secretariat(), text), "accords.text_too_long");
    TakeStep opened = taking("mla.kr", text_notice, "2020-12-01");
    opened.stage = Stage::published;
    EXPECT_EQ(desk.ask(officer(), opened), "accords.stage_not_yours");
}

TEST(CorrectStep, GivesAnotherDayOrTakesTheStepBackAndKeepsWhatWasSaid) {
    Treaties desk = live_file(7);
    CorrectStep command{.instrument = instrument_id("mla.kr"), .number = 4, .date = span("2019-10-24"), .unverified = false, .reason = "read wrongly",
                        .evidence = {.source = source_of("the text"), .paper = {}}};
    EXPECT_EQ(desk.ask(by(access::Role::reader), command), "accords.not_allowed");
    CorrectStep wrong = command;
    wrong.reason = " ";
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.reason_missing");
    wrong = command;
    wrong.number = 8;
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.step_unknown");
    wrong = command;
    wrong.unverified = true;
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.file_is_live");
    wrong = command;
    wrong.date = span("2019-10-23");
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.nothing_changed");
    wrong.date = span("2021-01-01");  // After the notice of Korea.
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.order_impossible");
    wrong.date.reset();
    EXPECT_EQ(desk.refused(secretariat(), wrong).kind, refusals::step_needed);
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    const InstrumentShown full = desk.shown("mla.kr", "2026-01-01");
    EXPECT_EQ(full.steps[3].date, span("2019-10-24"));
    EXPECT_EQ(full.steps[3].former_dates, std::vector{span("2019-10-23")});
    CorrectStep never{.instrument = instrument_id("mla.kr"), .number = 7, .date = {}, .unverified = false, .reason = "not yet", .evidence = command.evidence};
    EXPECT_EQ(desk.ask(secretariat(), never), "");
    EXPECT_EQ(desk.ask(secretariat(), never), "accords.step_withdrawn");
    EXPECT_EQ(desk.shown("mla.kr", "2026-01-01").dates.force_recorded, std::nullopt);
}

TEST(MoveStep, OpensAStepNoFurtherThanItsInstrument) {
    Treaties desk;
    RegisterInstrument command = treaty("tsp.ao", InstrumentKind::transfer_sentenced, "AO", true);
    command.stage = Stage::released;
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    TakeStep first = taking("tsp.ao", talks, "2024-01-10");
    first.stage = Stage::internal;
    EXPECT_EQ(desk.ask(secretariat(), first), "");
    const auto move = [&](Stage to) { return MoveStep{.instrument = instrument_id("tsp.ao"), .number = 1, .to = to}; };
    EXPECT_EQ(desk.ask(officer(), move(Stage::signed_off)), "accords.stage_not_yours");
    EXPECT_EQ(desk.ask(secretariat(), move(Stage::internal)), "accords.stage_not_forward");
    EXPECT_EQ(desk.ask(secretariat(), move(Stage::published)), "accords.stage_above");
    EXPECT_EQ(desk.shown("tsp.ao", "2026-01-01", of_body("gif")).row.stood.standing, Standing::unrecorded);
    EXPECT_EQ(desk.ask(secretariat(), move(Stage::released)), "");
    EXPECT_EQ(desk.shown("tsp.ao", "2026-01-01", of_body("gif")).row.stood.standing, Standing::in_talks);
}

// Nobody knows on 1 January 2026 that something entered into force in 2031, unless a paper fixed the day.
TEST(TakeStep, RefusesADayThatItsSourceCouldNotKnow) {
    Treaties desk;
    const auto speaking_on = [](TakeStep step, std::string_view as_of) {
        step.evidence.source.as_of = span(as_of);
        return step;
    };
    const auto said = [&](const TakeStep& step) {
        const Refusal no = desk.refused(secretariat(), step);
        return std::string(no.kind.code) + " " + no.subject + " " + no.place;
    };
    EXPECT_EQ(desk.ask(secretariat(), treaty("dta.be", InstrumentKind::double_taxation, "BE")), "");
    EXPECT_EQ(said(speaking_on(reporting("dta.be", signing, "2006-06-19"), "2006-06-18")), "accords.date_after_source 2006-06-19 /date");
    EXPECT_EQ(desk.ask(secretariat(), speaking_on(reporting("dta.be", signing, "2006-06-19"), "2006-06-19")), "");
    EXPECT_EQ(said(speaking_on(reporting("dta.be", force, "2031-01-01"), "2026-01-01")), "accords.date_in_future 2031-01-01 /date");
    EXPECT_EQ(said(speaking_on(reporting("dta.be", force, "2012-01-01"), "2011")), "accords.date_after_source 2012-01-01 /date");
    EXPECT_EQ(said(reporting("dta.be", force, "2031-01-01")), "accords.date_in_future 2031-01-01 /date");
    // A contradicting source and a correction know no more than that.
    const auto says = [&](std::string_view date) {
        ContradictStep other{.instrument = instrument_id("dta.be"), .number = 1, .date = span(date), .evidence = {.source = source_of("another"), .paper = {}}};
        other.evidence.source.as_of = span("2007-01-01");
        return other;
    };
    EXPECT_EQ(desk.refused(secretariat(), says("2007-01-02")).kind.code, "accords.date_after_source");
    CorrectStep corrected{.instrument = instrument_id("dta.be"), .number = 1, .date = span("2007-01-02"), .unverified = false, .reason = "a slip", .evidence = says("2007").evidence};
    EXPECT_EQ(desk.refused(secretariat(), corrected).kind.code, "accords.date_after_source");
    EXPECT_EQ(desk.ask(secretariat(), says("2007-01-01")), "");
    // What a clause fixed ahead is due until its day, and not taken.
    RegisterInstrument fixed = treaty("dta.kh", InstrumentKind::double_taxation, "KH");
    fixed.record.force = {.by = ForceBy::fixed_date, .count = 0, .unit = CountIn::days, .fixed = day("2031-01-01"), .clause = "art. 30"};
    EXPECT_EQ(desk.ask(secretariat(), fixed), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("dta.kh", signing, "2025-04-23")), "");
    EXPECT_EQ(said(reporting("dta.kh", force, "2031-01-02")), "accords.date_in_future 2031-01-02 /date");
    EXPECT_EQ(desk.ask(secretariat(), speaking_on(reporting("dta.kh", force, "2031-01-01"), "2026-01-01")), "");
    EXPECT_EQ(desk.known("dta.kh", "2030-12-31"), Standing::signed_by_all);
    EXPECT_EQ(desk.known("dta.kh", "2031-01-01"), Standing::in_force);
    const auto due = desk.asked(DueQuery{.on = day("2030-12-31"), .until = {}, .body = {}, .kinds = {DueKind::force}});
    ASSERT_EQ(due.rows.size(), 1U);
    EXPECT_EQ(due.rows[0].date, day("2031-01-01"));
}

TEST(StateThreshold, IsConfigurationOfFilesThatMove) {
    Treaties desk = live_file(2);
    const auto of = [](Standing standing, std::uint16_t days, std::string reason = "agreed in the office") {
        return StateThreshold{.standing = standing, .kind = {}, .days = days, .reason = std::move(reason)};
    };
    EXPECT_EQ(desk.ask(head(), of(Standing::initialled, 180)), "accords.not_allowed");
    EXPECT_EQ(desk.ask(secretariat(), of(Standing::initialled, 180, "")), "accords.reason_missing");
    EXPECT_EQ(desk.ask(secretariat(), of(Standing::in_force, 180)), "accords.threshold_impossible");
    EXPECT_EQ(desk.ask(secretariat(), of(Standing::initialled, 0)), "accords.threshold_impossible");
    EXPECT_EQ(desk.ask(secretariat(), of(Standing::initialled, 180)), "");
    EXPECT_EQ(desk.ask(secretariat(), of(Standing::initialled, 180)), "accords.nothing_changed");
    const auto stalled = [&](std::string_view on) { return desk.asked(StalledQuery{.on = day(on), .kinds = {}, .body = {}, .over_only = true}).files.size(); };
    EXPECT_EQ(stalled("2018-11-28"), 0U);  // 180 days after 1 June.
    EXPECT_EQ(stalled("2018-11-29"), 1U);
    EXPECT_EQ(desk.asked(ThresholdsQuery{}).thresholds.size(), 1U);
}

}  // namespace
}  // namespace ponte::accords
