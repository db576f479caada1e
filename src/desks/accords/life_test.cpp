// The lives of real instruments, and what must hold of every life.

#include "desks/accords/instruments_sample.h"

#include <random>

namespace ponte::accords {
namespace {

using enum StepKind;

// The arrangement with Hong Kong: power delegated on 14 November 2019, signed there on the 22nd and here on the 25th, text on
// 1 July 2020, in force on 18 August 2020, its notice on 16 September; effect from the tax years of each side.
Treaties with_hong_kong() {
    Treaties desk;
    RegisterInstrument command = treaty("dta.hk", InstrumentKind::double_taxation, "HK", true);
    command.record.force = after_last_notice(0);
    command.record.effects = {{.place = place("MO"), .from = EffectFrom::next_calendar_year, .month = 1, .day = 1, .fixed = {}, .clause = {}},
                              {.place = place("HK"), .from = EffectFrom::next_calendar_year, .month = 4, .day = 1, .fixed = {}, .clause = {}}};
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    for (const TakeStep& one : {taking("dta.hk", empowerment, "2019-11-14"), taking("dta.hk", signing, "2019-11-22", "HK"), taking("dta.hk", signing, "2019-11-25", "MO"),
                                taking("dta.hk", text_notice, "2020-07-01"), taking("dta.hk", notice, "2020-07-20", "HK"), taking("dta.hk", notice, "2020-08-18", "MO"),
                                taking("dta.hk", force, "2020-08-18"), taking("dta.hk", force_notice, "2020-09-16")}) {
        EXPECT_EQ(desk.ask(secretariat(), one), "") << name_of(one.step);
    }
    return desk;
}

void signed_and_in_force(Treaties& desk, std::string_view id, std::string_view partner, std::string_view here, std::string_view there, std::string_view in_force) {
    EXPECT_EQ(desk.ask(secretariat(), treaty(id, InstrumentKind::double_taxation, partner)), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting(id, signing, here, "MO")), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting(id, signing, there, partner)), "");
    EXPECT_EQ(desk.ask(secretariat(), taking(id, force, in_force)), "");
}

TEST(Life, OfHongKongIs267DaysFromTheLastSignatureToForce) {
    const Treaties desk = with_hong_kong();
    const InstrumentShown full = desk.shown("dta.hk", "2026-01-01");
    EXPECT_EQ(full.dates.signature_to_force_days, 267);
    EXPECT_EQ(full.dates.force_by_clause, span("2020-08-18"));
    EXPECT_EQ(full.dates.force_difference_days, 0);
    EXPECT_EQ(full.dates.text_lag_days, 219);
    EXPECT_EQ(full.dates.force_lag_days, 29);
    ASSERT_EQ(full.effects.size(), 2U);
    EXPECT_EQ(full.effects[0].by_clause, span("2021-01-01"));
    EXPECT_EQ(full.effects[1].by_clause, span("2021-04-01"));
    EXPECT_EQ(desk.known("dta.hk", "2019-11-13"), Standing::unrecorded);
    EXPECT_EQ(desk.known("dta.hk", "2019-11-14"), Standing::empowered);
    EXPECT_EQ(desk.known("dta.hk", "2019-11-24"), Standing::partly_signed);
    EXPECT_EQ(desk.known("dta.hk", "2019-11-25"), Standing::signed_by_all);
    EXPECT_EQ(desk.known("dta.hk", "2020-07-20"), Standing::in_procedure);
    // Moving the day by one across the entry into force changes the answer.
    EXPECT_EQ(desk.known("dta.hk", "2020-08-17"), Standing::in_procedure);
    EXPECT_EQ(desk.known("dta.hk", "2020-08-18"), Standing::in_force);
    ASSERT_GE(full.life.size(), 2U);
    EXPECT_EQ(full.life[0].days, 8);  // Empowered from the 14th to the 21st.
    // The days of a life are those that have elapsed, in the row and in the line of its life.
    EXPECT_EQ(full.row.days, 1962);
    EXPECT_EQ(full.life.back().days, full.row.days);
    std::int32_t sum = 0;
    for (const LifeRow& one : full.life) sum += one.days;
    EXPECT_EQ(sum, day("2026-01-01").day - day("2019-11-14").day);
    EXPECT_EQ(desk.shown("dta.hk", "2020-08-18").life.back().days, 0);
}

// Belgium: signed in 2006, its text published in 2011, and nothing since.
TEST(Life, OfAStalledFileIsCountedFromItsLastStepAndFromItsSignature) {
    Treaties desk;
    EXPECT_EQ(desk.ask(secretariat(), treaty("dta.be", InstrumentKind::double_taxation, "BE")), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("dta.be", signing, "2006-06-19")), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("dta.be", text_notice, "2011-09-12")), "");
    const auto stalled = desk.asked(StalledQuery{.on = day("2026-06-01"), .kinds = {}, .body = {}, .over_only = false});
    ASSERT_EQ(stalled.files.size(), 1U);
    EXPECT_EQ(stalled.files[0].last_step, text_notice);
    EXPECT_EQ(stalled.files[0].days, 5376);
    EXPECT_EQ(stalled.files[0].signed_by_all, span("2006-06-19"));
    EXPECT_EQ(stalled.files[0].days_since_signature, 7287);
}

// What Portugal and Timor-Leste agreed is compared, and counts nowhere among Macao's.
TEST(Life, OfOtherPairsIsRankedByItsDaysAndNeverCounted) {
    Treaties desk;
    signed_and_in_force(desk, "dta.kh", "KH", "2021-02-24", "2021-04-23", "2023-03-15");
    RegisterInstrument command = treaty("dta.pt-tl", InstrumentKind::double_taxation, "TL");
    command.record.parties[0].place = place("PT");
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("dta.pt-tl", signing, "2011-09-27")), "");
    const StalledQuery on_the_way{.on = day("2020-01-01"), .kinds = {}, .body = {}, .over_only = false};
    EXPECT_TRUE(desk.asked(on_the_way).files.empty());
    EXPECT_EQ(desk.ask(secretariat(), taking("dta.pt-tl", force, "2022-10-12")), "");
    EXPECT_EQ(desk.shown("dta.pt-tl", "2026-01-01").dates.signature_to_force_days, 4033);
    FiguresQuery query{.on = day("2026-01-01"), .period = {}, .kinds = {}, .partners = {}, .other_pairs = true};
    const FiguresAnswer all = desk.asked(query);
    ASSERT_EQ(all.durations.size(), 2U);
    EXPECT_EQ(all.durations[0].instrument, instrument_id("dta.pt-tl"));
    EXPECT_EQ(all.durations[0].days, 4033);
    EXPECT_EQ(all.durations[1].days, 691);
    EXPECT_EQ(all.total.in_force, 1U);
    EXPECT_EQ(all.lives, 1U);
    EXPECT_EQ(all.median_days_signed_to_force, (Decimal{691, 0}));
    query.other_pairs = false;
    EXPECT_EQ(desk.asked(query).durations.size(), 1U);
    query.on = day("2022-10-11");
    query.other_pairs = true;
    EXPECT_TRUE(desk.asked(query).durations.empty());
}

TEST(Life, OfCambodiaIs691AndOfVietNam170Days) {
    Treaties desk;
    signed_and_in_force(desk, "dta.kh", "KH", "2021-02-24", "2021-04-23", "2023-03-15");
    signed_and_in_force(desk, "dta.vn", "VN", "2018-04-16", "2018-04-16", "2018-10-03");
    EXPECT_EQ(desk.shown("dta.kh", "2026-01-01").dates.signature_to_force_days, 691);
    EXPECT_EQ(desk.shown("dta.vn", "2026-01-01").dates.signature_to_force_days, 170);
    EXPECT_EQ(desk.shown("dta.kh", "2023-03-14").dates.signature_to_force_days, std::nullopt);
    const auto figures = desk.asked(FiguresQuery{.on = day("2026-01-01"), .period = span("2021"), .kinds = {}, .partners = {}});
    EXPECT_EQ(figures.total.in_force, 2U);
    EXPECT_EQ(figures.total.signed_in_period, 1U);
    EXPECT_EQ(figures.median_days_signed_to_force, (Decimal{4305, 1}));
    EXPECT_EQ(desk.asked(FiguresQuery{.on = day("2023-03-14"), .period = {}, .kinds = {}, .partners = {}}).total.in_force, 1U);
}

// Dili: signed on 26 September 2024 for five years.
Treaties with_dili() {
    Treaties desk;
    RegisterInstrument command = treaty("tie.tl.dili", InstrumentKind::friendship, "TL");
    command.record.term = Term{.months = 60, .from = TermFrom::signature, .tacit = false, .renewal_months = 0, .notice_days = 90};
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("tie.tl.dili", signing, "2024-09-26")), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("tie.tl.dili", text_notice, "2024-10-07")), "");
    return desk;
}

TEST(Life, OfDiliIsOverAfterFiveYearsUnlessRenewed) {
    Treaties desk = with_dili();
    const InstrumentShown full = desk.shown("tie.tl.dili", "2026-01-01");
    EXPECT_EQ(full.dates.last_day_of_term, span("2029-09-26"));
    EXPECT_EQ(full.dates.text_lag_days, 11);
    EXPECT_EQ(desk.known("tie.tl.dili", "2024-09-25"), Standing::unrecorded);
    EXPECT_EQ(desk.known("tie.tl.dili", "2024-09-26"), Standing::in_force);
    EXPECT_EQ(desk.known("tie.tl.dili", "2029-09-26"), Standing::in_force);
    EXPECT_EQ(desk.known("tie.tl.dili", "2029-09-27"), Standing::lapsed);
    desk.now = *Instant::from_text("2029-08-01T09:00:00Z");
    EXPECT_EQ(desk.ask(secretariat(), taking("tie.tl.dili", renewal, "2029-07-01")), "");
    EXPECT_EQ(desk.known("tie.tl.dili", "2029-09-27"), Standing::in_force);
    EXPECT_EQ(desk.shown("tie.tl.dili", "2029-08-01").dates.last_day_of_term, span("2034-09-26"));
    // On a day before the renewal, nothing is known of it.
    EXPECT_EQ(desk.shown("tie.tl.dili", "2029-06-30").dates.last_day_of_term, span("2029-09-26"));
    desk.now = *Instant::from_text("2035-01-01T09:00:00Z");
    EXPECT_EQ(desk.ask(secretariat(), taking("tie.tl.dili", renewal, "2034-12-01")), "accords.instrument_ended");
}

TEST(Life, OfATacitTermRunsOnFromOneToTheNext) {
    Treaties desk;
    RegisterInstrument command = treaty("tie.pt.porto", InstrumentKind::twinning, "PT");
    command.record.term = Term{.months = 36, .from = TermFrom::signature, .tacit = true, .renewal_months = 12, .notice_days = 0};
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("tie.pt.porto", signing, "2016-02-29")), "");
    EXPECT_EQ(desk.known("tie.pt.porto", "2025-01-01"), Standing::in_force);
    EXPECT_EQ(desk.shown("tie.pt.porto", "2019-02-28").dates.last_day_of_term, span("2019-02-28"));
    EXPECT_EQ(desk.shown("tie.pt.porto", "2019-03-01").dates.last_day_of_term, span("2020-02-28"));
}

TEST(Life, IsUnknownInsideADayThatIsKnownOnlyRoughly) {
    Treaties desk;
    EXPECT_EQ(desk.ask(secretariat(), treaty("dta.cv", InstrumentKind::double_taxation, "CV")), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("dta.cv", signing, "2010-11-15")), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("dta.cv", force, "2012")), "");
    EXPECT_EQ(desk.known("dta.cv", "2011-12-31"), Standing::signed_by_all);
    EXPECT_EQ(desk.known("dta.cv", "2012-01-01"), std::nullopt);
    EXPECT_EQ(desk.on("dta.cv", "2012-06-01").all(), (std::vector{Standing::signed_by_all, Standing::in_force}));
    EXPECT_EQ(desk.known("dta.cv", "2012-12-31"), Standing::in_force);
    EXPECT_EQ(desk.shown("dta.cv", "2013-01-01").dates.signature_to_force_days, std::nullopt);
}

TEST(Life, OfWhatMayBeInForceStaysUnknownAndIsCountedApart) {
    Treaties desk;
    EXPECT_EQ(desk.ask(secretariat(), treaty("tsp.ao", InstrumentKind::transfer_sentenced, "AO")), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("tsp.ao", signing, "2018-06-01")), "");
    TakeStep perhaps = reporting("tsp.ao", force, "2018-07-11");
    perhaps.unverified = true;
    perhaps.evidence.source.confidence = Confidence::unverified;
    EXPECT_EQ(desk.ask(secretariat(), perhaps), "");
    EXPECT_EQ(desk.known("tsp.ao", "2018-07-10"), Standing::signed_by_all);
    EXPECT_EQ(desk.on("tsp.ao", "2026-01-01").in(Standing::in_force), ponte::Answer::unknown);
    const auto figures = desk.asked(FiguresQuery{.on = day("2026-01-01"), .period = {}, .kinds = {}, .partners = {}});
    EXPECT_EQ(figures.total.in_force, 0U);
    EXPECT_EQ(figures.total.in_force_possible, 1U);
    EXPECT_EQ(figures.standing_unknown, 1U);
}

TEST(Life, KeepsTheTwoDaysOfLisbonAndKnowsNothingBetweenThem) {
    Treaties desk;
    EXPECT_EQ(desk.ask(secretariat(), treaty("tie.pt.lisboa", InstrumentKind::twinning, "PT")), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("tie.pt.lisboa", signing, "1982-05-20")), "");
    const ContradictStep other{.instrument = instrument_id("tie.pt.lisboa"), .number = 1, .date = span("1982-07-24"), .evidence = {.source = source_of("the city's site"), .paper = {}}};
    EXPECT_EQ(desk.ask(secretariat(), other), "");
    EXPECT_EQ(desk.ask(secretariat(), other), "accords.nothing_changed");
    EXPECT_EQ(desk.known("tie.pt.lisboa", "1982-05-19"), Standing::unrecorded);
    EXPECT_EQ(desk.known("tie.pt.lisboa", "1982-06-30"), std::nullopt);
    EXPECT_EQ(desk.known("tie.pt.lisboa", "1982-07-24"), Standing::in_force);
    const auto ties = desk.asked(TiesQuery{});
    ASSERT_EQ(ties.ties.size(), 1U);
    EXPECT_EQ(ties.ties[0].contradicting, std::vector{span("1982-07-24")});
    EXPECT_EQ(ties.ties[0].signed_on, span("1982-05-20/1982-07-24"));
}

TEST(Life, CountsMonthsToTheirLastDayAndToTheFirstOfTheNext) {
    EXPECT_EQ(plus_months(day("2019-01-31"), 1), day("2019-02-28"));
    EXPECT_EQ(plus_months(day("2019-12-15"), 2), day("2020-02-15"));
    Treaties desk;
    RegisterInstrument command = treaty("sfo.kr", InstrumentKind::surrender, "KR");
    command.record.force = {.by = ForceBy::last_notice, .count = 1, .unit = CountIn::first_of_month, .fixed = {}, .clause = {}};
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    EXPECT_EQ(desk.ask(secretariat(), reporting("sfo.kr", signing, "2019-10-23")), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("sfo.kr", notice, "2021-01-20", "KR")), "");
    EXPECT_EQ(desk.known("sfo.kr", "2026-01-01"), Standing::in_procedure);
    EXPECT_EQ(desk.ask(secretariat(), taking("sfo.kr", notice, "2021-02", "MO")), "");
    EXPECT_EQ(desk.shown("sfo.kr", "2026-01-01").dates.force_by_clause, span("2021-04-01"));
    EXPECT_EQ(desk.known("sfo.kr", "2021-03-31"), Standing::in_procedure);
    EXPECT_EQ(desk.known("sfo.kr", "2021-04-01"), Standing::in_force);  // By its clause; nobody has recorded it.
}

TEST(Life, IsSuspendedResumedAndTerminated) {
    Treaties desk = with_hong_kong();
    EXPECT_EQ(desk.ask(secretariat(), taking("dta.hk", resumption, "2022-01-01")), "accords.not_suspended");
    EXPECT_EQ(desk.ask(secretariat(), taking("dta.hk", suspension, "2022-01-01")), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("dta.hk", suspension, "2022-02-01")), "accords.already_suspended");
    EXPECT_EQ(desk.ask(secretariat(), taking("dta.hk", resumption, "2023-01-01")), "");
    TakeStep ahead = taking("dta.hk", termination, "2026-12-31");
    EXPECT_EQ(desk.ask(secretariat(), ahead), "accords.date_in_future");
    ahead.document = "Aviso CE 1/2026";  // Fixed ahead by a paper.
    EXPECT_EQ(desk.ask(secretariat(), ahead), "");
    EXPECT_EQ(desk.known("dta.hk", "2021-12-31"), Standing::in_force);
    EXPECT_EQ(desk.known("dta.hk", "2022-01-01"), Standing::suspended);
    EXPECT_EQ(desk.known("dta.hk", "2023-01-01"), Standing::in_force);
    EXPECT_EQ(desk.known("dta.hk", "2026-12-30"), Standing::in_force);
    EXPECT_EQ(desk.known("dta.hk", "2026-12-31"), Standing::terminated);
}

// A random life of a historic instrument. Steps that cannot be are refused, and that is fine.
void live_at_random(Treaties& desk, std::mt19937& random, std::size_t steps, Date not_before) {
    const auto among = [&](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
    for (std::size_t i = 0; i < steps; ++i) {
        TakeStep one = reporting("any", static_cast<StepKind>(1 + among(19)), "2000");
        one.date.from = not_before.plus_days(static_cast<int>(among(400)));
        one.date.to = one.date.from.plus_days(among(3) == 0 ? static_cast<int>(among(200)) : 0);
        one.unverified = among(8) == 0;
        if (is_of_a_party(one.step) && (one.step != signing || among(2) == 0)) one.party = place(among(2) == 0 ? "MO" : "KH");
        if (one.step == renewal) one.until = one.date.to.plus_days(static_cast<int>(among(900)) + 1);
        (void)desk.ask(secretariat(), one);
    }
}

TEST(Life, OfADayNeverDependsOnStepsAfterIt) {
    std::mt19937 random(20'260'601);
    std::size_t later_steps = 0;
    for (int round = 0; round < 300; ++round) {
        Treaties desk;
        RegisterInstrument command = treaty("any", InstrumentKind::double_taxation, "KH");
        command.record.force = {.by = static_cast<ForceBy>(1 + random() % 6), .count = static_cast<std::uint16_t>(random() % 60), .unit = CountIn::days, .fixed = {}, .clause = {}};
        if (command.record.force.by == ForceBy::fixed_date) command.record.force.fixed = day("2001-01-01");
        command.record.effects = {{.place = place("KH"), .from = EffectFrom::next_tax_year, .month = 4, .day = 1, .fixed = {}, .clause = {}}};
        if (random() % 2 == 0) command.record.term = Term{.months = 12, .from = TermFrom::force, .tacit = random() % 2 == 0, .renewal_months = 0, .notice_days = 0};
        ASSERT_EQ(desk.ask(secretariat(), command), "");
        const Date first = day("2000-01-01");
        live_at_random(desk, random, 12, first);
        const Date on = first.plus_days(400);
        const auto standings_before = [&](const Treaties& of) {
            std::vector<std::vector<Standing>> found;
            for (int back = 0; back < 420; back += 7) found.push_back(of.state.instruments.at(instrument_id("any")).life.on(on.plus_days(-back)).all());
            return found;
        };
        const auto dates_of = [&](const Treaties& of) { return of.shown("any", on.to_text()); };
        const auto before = standings_before(desk);
        const InstrumentShown full = dates_of(desk);
        const std::size_t taken = desk.state.instruments.at(instrument_id("any")).steps.size();
        live_at_random(desk, random, 12, on.plus_days(1));
        later_steps += desk.state.instruments.at(instrument_id("any")).steps.size() - taken;
        EXPECT_EQ(standings_before(desk), before) << round;
        const InstrumentShown again = dates_of(desk);
        EXPECT_EQ(again.dates.signed_by_all, full.dates.signed_by_all) << round;
        EXPECT_EQ(again.dates.force_by_clause, full.dates.force_by_clause) << round;
        EXPECT_EQ(again.dates.force_recorded, full.dates.force_recorded) << round;
        EXPECT_EQ(again.dates.last_day_of_term, full.dates.last_day_of_term) << round;
        EXPECT_EQ(again.effects[0].by_clause, full.effects[0].by_clause) << round;
        EXPECT_EQ(again.row.last_step_date, full.row.last_step_date) << round;
        EXPECT_EQ(again.life.size(), full.life.size()) << round;
        // The stretches kept beside the state say the same as a computation for the day alone.
        for (int ahead = -400; ahead < 800; ahead += 11) {
            const Instrument& any = desk.state.instruments.at(instrument_id("any"));
            std::vector<const Step*> steps;
            for (const Step& one : any.steps) steps.push_back(&one);
            EXPECT_EQ(any.life.on(on.plus_days(ahead)).all(), standings_on(any.record(), steps, on.plus_days(ahead)).all()) << round << " " << ahead;
        }
    }
    EXPECT_GT(later_steps, 300U);  // Else nothing was tried.
}

}  // namespace
}  // namespace ponte::accords
