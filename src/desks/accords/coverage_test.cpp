#include "desks/accords/partners_sample.h"

#include <random>

namespace ponte::accords {
namespace {

using enum InstrumentKind;
using ponte::Answer;

CoverageCell cell(const Desk& desk, std::string_view partner, InstrumentKind kind, std::string_view on, const access::Sight& reader = everybody()) {
    const CoverageAnswer coverage = desk.asked(CoverageQuery{.on = day(on), .set = {}, .partners = {place(partner)}, .kinds = {kind}, .gaps_only = false}, reader);
    return coverage.cells.at(0);
}

// Korea's surrender agreement as it went; Hong Kong's awards, whose first day nobody here knows; Angola's talks.
Desk partners() {
    Desk desk;
    desk.instrument("sfo.kr", surrender, "KR");
    desk.step("sfo.kr", StepKind::signing, "2019-10-23");
    desk.step("sfo.kr", StepKind::force, "2021-03-31");
    desk.instrument("awards.hk", arbitral_awards, "HK");
    desk.step("awards.hk", StepKind::signing, "2013-01-07");
    desk.step("awards.hk", StepKind::force, "2013-01-07", true);
    desk.instrument("sfo.ao", surrender, "AO");
    desk.step("sfo.ao", StepKind::talks, "2023-11-01/2023-11-30");
    desk.instrument("fiu.kr", fiu_memorandum, "KR");
    desk.step("fiu.kr", StepKind::signing, "2006-08-08/2015-02-15");
    return desk;
}

// "Since" is as exact as the record, and a memorandum that somebody is empowered to sign is not merely initialled.
TEST(Coverage, IsNoMoreExactThanItsSources) {
    Desk desk;
    desk.instrument("dta.cv", double_taxation, "CV");
    desk.step("dta.cv", StepKind::signing, "2010-11-15");
    desk.step("dta.cv", StepKind::force, "2012");
    EXPECT_EQ(cell(desk, "CV", double_taxation, "2026-01-01").since, span("2012"));
    EXPECT_EQ(cell(desk, "CV", double_taxation, "2011-01-01").since, span("2010-11-15"));
    EXPECT_FALSE(cell(desk, "CV", double_taxation, "2012-06-01").since);
    const auto row = desk.asked(InstrumentsQuery{.on = day("2013-01-01"), .kinds = {}, .partner = {}, .partners = {}, .standing = {}, .body = {}, .live = {}}).instruments.at(0);
    EXPECT_EQ(row.since, span("2012"));
    EXPECT_EQ(row.days, 1);
    desk.instrument("fiu.ao", fiu_memorandum, "AO");
    TakeStep empowered{};
    empowered.instrument = instrument_id("fiu.ao");
    empowered.step = StepKind::empowerment;
    empowered.date = span("2025-02-14");
    empowered.reported = true;
    empowered.signatory = "Secretary for Security";
    empowered.evidence = {.source = source_of("a gazette"), .paper = {}};
    desk.done(secretariat(), empowered);
    const CoverageCell angola = cell(desk, "AO", fiu_memorandum, "2025-02-14");
    EXPECT_EQ(angola.reach, Reach::initialled);
    EXPECT_EQ(angola.stood, (Stood{.standing = Standing::empowered, .possible = {}}));
}

TEST(Coverage, CountsEveryTieAndMarksWhatIsContradicted) {
    Desk desk;
    for (const char* id : {"tie.pt.lisbon", "tie.pt.porto", "tie.pt.coimbra"}) desk.instrument(id, twinning, "PT");
    desk.step("tie.pt.lisbon", StepKind::signing, "1982-05-20");
    desk.step("tie.pt.porto", StepKind::signing, "1997");
    desk.step("tie.pt.coimbra", StepKind::signing, "1998-11-30");
    EXPECT_FALSE(cell(desk, "PT", twinning, "2026-01-01").contradicted);
    desk.done(secretariat(), ContradictStep{.instrument = instrument_id("tie.pt.lisbon"), .number = 1, .date = span("1982-07-24"), .evidence = {.source = source_of("the city's site"), .paper = {}}});
    const CoverageCell ties = cell(desk, "PT", twinning, "2026-01-01");
    EXPECT_EQ(ties.instrument, instrument_id("tie.pt.lisbon"));
    EXPECT_EQ(ties.since, span("1982-05-20/1982-07-24"));
    EXPECT_TRUE(ties.contradicted);
    EXPECT_EQ(ties.instruments, 3U);
    EXPECT_EQ(ties.in_force, 3U);
    EXPECT_EQ(ties.others, (std::vector{instrument_id("tie.pt.porto"), instrument_id("tie.pt.coimbra")}));
    const CoverageAnswer all = desk.asked(CoverageQuery{.on = day("1997-06-01"), .set = {}, .partners = {place("PT")}, .kinds = {twinning}, .gaps_only = false});
    EXPECT_EQ(all.by_kind.at(0).in_force, 1U);
    EXPECT_EQ(all.by_kind.at(0).instruments, 2U) << "Coimbra had not begun";
    EXPECT_EQ(all.by_kind.at(0).instruments_in_force, 1U) << "Porto's day is known to the year";
    EXPECT_FALSE(cell(desk, "PT", twinning, "1982-05-19").contradicted);
}

// Signed, and whether it is in force is not known: neither a no nor a stalled file.
TEST(Coverage, DoesNotTakeAnUnverifiedForceForNone) {
    Desk desk;
    desk.instrument("tsp.ng", transfer_sentenced, "KR");
    desk.step("tsp.ng", StepKind::signing, "2018-06-01");
    const auto stalled = [&] { return desk.asked(StalledQuery{.on = day("2026-01-01"), .kinds = {}, .body = {}, .over_only = false}); };
    EXPECT_EQ(stalled().files.size(), 1U);
    EXPECT_TRUE(stalled().force_unknown.empty());
    desk.step("tsp.ng", StepKind::force, "2018-06-01", true);
    const CoverageCell unknown = cell(desk, "KR", transfer_sentenced, "2026-01-01");
    EXPECT_EQ(unknown.reach, Reach::unknown);
    EXPECT_EQ(unknown.at_least, Reach::signed_only);
    EXPECT_EQ(unknown.at_most, Reach::in_force);
    EXPECT_EQ(unknown.stood.possible, (std::vector{Standing::signed_by_all, Standing::in_force}));
    EXPECT_EQ(desk.asked(WhichCoversQuery{.partner = place("KR"), .matter = Matter::transfer, .on = day("2026-01-01")}).by_instrument, Answer::unknown);
    EXPECT_EQ(desk.asked(MayExchangeQuery{.partner = place("KR"), .matter = Matter::transfer, .on = day("2026-01-01")}).may, May::unknown);
    const CoverageAnswer gaps = desk.asked(CoverageQuery{.on = day("2026-01-01"), .set = {}, .partners = {place("KR")}, .kinds = {transfer_sentenced}, .gaps_only = true});
    EXPECT_EQ(gaps.by_kind.at(0).unknown, 1U);
    EXPECT_EQ(gaps.gaps.at(0).reach, Reach::unknown);
    EXPECT_TRUE(stalled().files.empty());
    ASSERT_EQ(stalled().force_unknown.size(), 1U);
    EXPECT_EQ(stalled().force_unknown[0].days_since_signature, 2771);
}

TEST(Coverage, ChangesOnTheVeryDay) {
    const Desk desk = partners();
    EXPECT_EQ(cell(desk, "KR", surrender, "2019-10-22").reach, Reach::none);
    EXPECT_EQ(cell(desk, "KR", surrender, "2019-10-23").reach, Reach::signed_only);
    EXPECT_EQ(cell(desk, "KR", surrender, "2021-03-30").reach, Reach::signed_only);
    const CoverageCell covered = cell(desk, "KR", surrender, "2021-03-31");
    EXPECT_EQ(covered.reach, Reach::in_force);
    EXPECT_EQ(covered.instrument, instrument_id("sfo.kr"));
    EXPECT_EQ(covered.since, span("2021-03-31"));
    EXPECT_EQ(cell(desk, "KR", surrender, "2026-01-01").since, span("2021-03-31"));
}

TEST(Coverage, KeepsWhatIsUnknownApartFromNone) {
    const Desk desk = partners();
    const CoverageCell awards = cell(desk, "HK", arbitral_awards, "2020-01-01");
    EXPECT_EQ(awards.reach, Reach::unknown);
    EXPECT_EQ(awards.at_least, Reach::signed_only);
    EXPECT_EQ(awards.at_most, Reach::in_force);
    EXPECT_EQ(awards.instrument, instrument_id("awards.hk"));
    EXPECT_FALSE(awards.since);
    EXPECT_EQ(cell(desk, "AO", surrender, "2023-11-15").reach, Reach::unknown) << "within the month of the first talks";
    EXPECT_EQ(cell(desk, "AO", surrender, "2023-12-01").reach, Reach::talks);
    EXPECT_EQ(cell(desk, "MZ", surrender, "2023-12-01").instrument, std::nullopt);
    // Memoranda between the units are used from signature on.
    EXPECT_EQ(cell(desk, "KR", fiu_memorandum, "2015-02-14").reach, Reach::unknown);
    EXPECT_EQ(cell(desk, "KR", fiu_memorandum, "2015-02-15").reach, Reach::in_force);
}

TEST(Coverage, LeavesWhatMayBeInForceAmongTheGaps) {
    const Desk desk = partners();
    const CoverageAnswer found = desk.asked(CoverageQuery{.on = day("2022-01-01"), .set = {}, .partners = {place("HK"), place("KR")}, .kinds = {arbitral_awards, surrender}, .gaps_only = true}, everybody());
    EXPECT_TRUE(found.cells.empty());
    std::string gaps;
    for (const CoverageCell& one : found.gaps) gaps += one.partner.value + " " + std::string(name_of(one.kind)) + ", ";
    EXPECT_EQ(gaps, "HK arbitral_awards, HK surrender, KR arbitral_awards, ");
    EXPECT_EQ(found.by_kind.at(0).unknown, 1U);
}

TEST(Coverage, AnswersForASetAsItWasThatDay) {
    const Desk desk = partners();
    const auto psc = [&](std::string_view on) {
        return desk.asked(CoverageQuery{.on = day(on), .set = directory::SetId("psc"), .partners = {}, .kinds = {surrender, fiu_memorandum}, .gaps_only = false}, everybody());
    };
    EXPECT_EQ(psc("2022-03-31").partners.size(), 3U);
    const CoverageAnswer after = psc("2022-04-01");
    EXPECT_EQ(after.partners.size(), 4U);
    EXPECT_EQ(after.set_kind, "published");
    EXPECT_EQ(after.cells.size(), 8U);
    EXPECT_EQ(after.gaps.size(), 8U);
    EXPECT_EQ(after.by_kind.at(0).share, "0.0");
    // Macao is no partner of itself.
    EXPECT_TRUE(desk.asked(CoverageQuery{.on = day("2022-04-01"), .set = {}, .partners = {place("MO")}, .kinds = {surrender}, .gaps_only = false}).cells.empty());
}

TEST(Coverage, ShowsNobodyWhatWasNotOpenedToHim) {
    Desk desk = partners();
    desk.instrument("tsp.cv", transfer_sentenced, "CV", Stage::internal);
    desk.step("tsp.cv", StepKind::talks, "2017-12-01");
    EXPECT_EQ(cell(desk, "CV", transfer_sentenced, "2020-01-01", of_body("dsaj")).reach, Reach::talks);
    EXPECT_EQ(cell(desk, "CV", transfer_sentenced, "2020-01-01", of_body("gif")).reach, Reach::none);
    EXPECT_EQ(cell(desk, "CV", transfer_sentenced, "2020-01-01").reach, Reach::none);
    EXPECT_EQ(cell(desk, "CV", transfer_sentenced, "2020-01-01").instruments, 0U);
    const CoverageAnswer all = desk.asked(CoverageQuery{.on = day("2020-01-01"), .set = {}, .partners = {}, .kinds = {}, .gaps_only = false}, everybody());
    EXPECT_EQ(std::ranges::count(all.partners, place("CV")), 0);
}

TEST(Coverage, FollowsARecordThatWasAmended) {
    Desk desk = partners();
    InstrumentRecord record = desk.state.instruments.at(instrument_id("sfo.ao")).record();
    record.kind = mla_criminal;
    desk.done(secretariat(), AmendRecord{.instrument = instrument_id("sfo.ao"), .record = record, .reason = "it is about assistance"});
    EXPECT_EQ(cell(desk, "AO", surrender, "2024-01-01").reach, Reach::none);
    EXPECT_EQ(cell(desk, "AO", mla_criminal, "2024-01-01").reach, Reach::talks);
}

// Adding an instrument never takes coverage away, and a day's coverage does not hang on later steps.
TEST(Coverage, OnlyGrowsByInstrumentsAndIgnoresLaterSteps) {
    std::mt19937 numbers(20260601);
    const std::vector<std::string_view> codes{"KR", "HK", "AO", "PT"};
    for (int round = 0; round < 40; ++round) {
        Desk desk;
        for (int i = 0; i < 12; ++i) {
            const Date on = day("2015-01-01").plus_days(static_cast<int>(numbers() % 3700));
            const CoverageQuery query{.on = on, .set = {}, .partners = {place("KR"), place("HK"), place("AO"), place("PT")}, .kinds = {surrender, fiu_memorandum}, .gaps_only = false};
            const CoverageAnswer before = desk.asked(query);
            const std::string id = "i" + std::to_string(i);
            desk.instrument(id, numbers() % 2 == 0 ? surrender : fiu_memorandum, codes[numbers() % codes.size()]);
            const Date first = day("2015-01-01").plus_days(static_cast<int>(numbers() % 3700));
            const Date last = first.plus_days(static_cast<int>(numbers() % 300));
            desk.step(id, StepKind::signing, Period{first, last}.to_text());
            const CoverageAnswer after = desk.asked(query);
            for (std::size_t k = 0; k < before.cells.size(); ++k) {
                EXPECT_GE(after.cells[k].at_least, before.cells[k].at_least);
                EXPECT_GE(after.cells[k].at_most, before.cells[k].at_most);
            }
            // Whatever happens from some later day on, the days before it stay as they were.
            const Date later = last.plus_days(1 + static_cast<int>(numbers() % 500));
            if (later >= day("2026-06-01")) continue;
            const auto on_the_day_before = [&] {
                CoverageQuery earlier = query;
                earlier.on = later.plus_days(-1);
                std::string told;
                for (const CoverageCell& one : desk.asked(earlier).cells) told += std::string(name_of(one.at_least)) + std::string(name_of(one.at_most)) + (one.since ? one.since->to_text() : "");
                return told;
            };
            const std::string unchanged = on_the_day_before();
            desk.step(id, StepKind::termination, later.to_text());
            EXPECT_EQ(on_the_day_before(), unchanged);
        }
    }
}

TEST(WhichCovers, NamesTheInstrumentThenTheStatuteThenNothing) {
    Desk desk = partners();
    desk.done(secretariat(), StateRoute{.route = RouteId("law.6.2006"), .matters = {Matter::surrender}, .names = english("Law 6/2006"), .reference = "Law 6/2006",
                                        .validity = {.from = span("2006-11-01"), .to = {}}, .without = {place("HK"), place("CN")}, .conditions = "reciprocity",
                                        .source = source_of("the law", Confidence::medium)});
    const auto covers = [&](std::string_view partner, Matter matter, std::string_view on) {
        return desk.asked(WhichCoversQuery{.partner = place(partner), .matter = matter, .on = day(on)}, everybody());
    };
    const WhichCoversAnswer korea = covers("KR", Matter::surrender, "2021-03-31");
    EXPECT_EQ(korea.by_instrument, Answer::yes);
    EXPECT_EQ(korea.instruments.at(0).instrument, instrument_id("sfo.kr"));
    EXPECT_EQ(covers("KR", Matter::surrender, "2021-03-30").by_instrument, Answer::no);
    EXPECT_EQ(covers("KR", Matter::surrender, "2021-03-30").by_statute, Answer::yes);
    EXPECT_EQ(covers("KR", Matter::surrender, "2006-10-31").by_statute, Answer::no);
    EXPECT_EQ(covers("HK", Matter::surrender, "2021-03-31").by_statute, Answer::no) << "not between regions";
    EXPECT_EQ(covers("HK", Matter::arbitral_awards, "2021-03-31").by_instrument, Answer::unknown);
    EXPECT_TRUE(covers("KR", Matter::surrender, "2018-01-01").instruments.empty()) << "nothing is said of what begins later";
}

TEST(WhichCovers, AsksAFrameForItsClause) {
    Desk desk = partners();
    desk.instrument("leg.pt", legal_cooperation, "PT");
    desk.step("leg.pt", StepKind::signing, "2001-01-17");
    desk.step("leg.pt", StepKind::force, "2001-06-01");
    const WhichCoversQuery query{.partner = place("PT"), .matter = Matter::service, .on = day("2020-01-01")};
    EXPECT_EQ(desk.asked(query).by_instrument, Answer::unknown);
    desk.done(secretariat(), StateClause{.instrument = instrument_id("leg.pt"), .matter = Matter::service, .clause = "art. 9", .conditions = "", .source = source_of("its text")});
    EXPECT_EQ(desk.asked(query).by_instrument, Answer::yes);
    EXPECT_EQ(desk.asked(query).instruments.at(0).clause, "art. 9");
}

TEST(MayExchange, IsOneAnswerWithItsReasons) {
    Desk desk = partners();
    const auto may = [&](std::string_view partner, Matter matter, std::string_view on) {
        return desk.asked(MayExchangeQuery{.partner = place(partner), .matter = matter, .on = day(on)}, everybody());
    };
    EXPECT_EQ(may("KR", Matter::financial_intelligence, "2020-01-01").may, May::yes);
    EXPECT_EQ(may("KR", Matter::financial_intelligence, "2010-01-01").may, May::unknown);
    EXPECT_EQ(may("MZ", Matter::financial_intelligence, "2020-01-01").may, May::no);
    EXPECT_EQ(may("HK", Matter::arbitral_awards, "2020-01-01").may, May::unknown);
    // The listing of the day becomes a condition, and is unknown until something was loaded.
    EXPECT_EQ(may("KR", Matter::financial_intelligence, "2020-01-01").listings.at(0).on_list, Answer::unknown);
    desk.done(secretariat(), PublishList{.listing = Listing::fatf_increased_monitoring, .on = day("2024-02-23"), .members = {place("KR")}, .source = source_of("a list")});
    desk.done(secretariat(), PublishList{.listing = Listing::fatf_increased_monitoring, .on = day("2024-06-28"), .members = {place("MZ")}, .source = source_of("the next list")});
    EXPECT_EQ(may("KR", Matter::financial_intelligence, "2024-02-22").may, May::yes);
    const MayExchangeAnswer listed = may("KR", Matter::financial_intelligence, "2024-02-23");
    EXPECT_EQ(listed.may, May::with_conditions);
    EXPECT_EQ(listed.conditions.at(0).kind, ConditionKind::partner_monitored);
    EXPECT_EQ(may("KR", Matter::financial_intelligence, "2024-06-28").may, May::yes);
    // What the instrument itself asks for.
    desk.done(secretariat(), StateClause{.instrument = instrument_id("sfo.kr"), .matter = Matter::surrender, .clause = "art. 2", .conditions = "at least one year", .source = source_of("its text")});
    const MayExchangeAnswer surrendered = may("KR", Matter::surrender, "2022-01-01");
    EXPECT_EQ(surrendered.may, May::with_conditions);
    EXPECT_EQ(surrendered.conditions.at(0).text, "at least one year");
}

TEST(MayExchange, ByStatuteAloneIsAlwaysWithConditions) {
    Desk desk = partners();
    desk.done(secretariat(), StateRoute{.route = RouteId("law.6.2006"), .matters = {Matter::surrender}, .names = english("Law 6/2006"), .reference = "Law 6/2006",
                                        .validity = {.from = span("2006-11-01"), .to = {}}, .without = {}, .conditions = "", .source = source_of("the law", Confidence::medium)});
    const auto may = [&](std::string_view on) { return desk.asked(MayExchangeQuery{.partner = place("PT"), .matter = Matter::surrender, .on = day(on)}, everybody()); };
    EXPECT_EQ(may("2006-11-01").may, May::with_conditions);
    EXPECT_EQ(may("2006-11-01").conditions.at(0).kind, ConditionKind::by_statute);
    EXPECT_EQ(may("2006-10-31").may, May::no);
}

TEST(MayExchange, NeedsTheChannelOfBoth) {
    Desk desk = partners();
    const auto listing = [&](std::string_view partner, Validity validity) {
        desk.done(secretariat(), RecordListing{.partner = place(partner), .listing = Listing::egmont_member, .validity = validity, .source = source_of("a note on " + std::string(partner))});
    };
    listing("MO", {.from = span("2009"), .to = {}});
    listing("KR", {.from = span("2002"), .to = span("2021-12-31")});
    const auto may = [&](std::string_view on) {
        return desk.asked(MayExchangeQuery{.partner = place("KR"), .matter = Matter::financial_intelligence, .on = day(on)}, everybody());
    };
    EXPECT_EQ(may("2021-12-31").may, May::yes);
    EXPECT_EQ(may("2022-01-01").may, May::with_conditions);
    EXPECT_EQ(may("2022-01-01").conditions.at(0).kind, ConditionKind::no_egmont_channel);
}

TEST(Counts, ShowTheGapAndNeverFillIt) {
    Desk desk = partners();
    const auto count = [&](std::string_view on, std::uint32_t published) {
        desk.done(secretariat(), RecordCount{.count = CountId("fiu_memoranda"), .kinds = {fiu_memorandum}, .in_force = false, .as_of = day(on), .published = published, .source = source_of("press " + std::string(on))});
    };
    count("2025-02-24", 33);
    count("2012-01-01", 5);
    const CountsAnswer counts = desk.asked(CountsQuery{.count = {}}, everybody());
    ASSERT_EQ(counts.counts.size(), 2U);
    EXPECT_EQ(counts.counts[0].named, 0U);
    EXPECT_EQ(counts.counts[0].unknown, 1U);
    EXPECT_EQ(counts.counts[0].gap, 5);
    EXPECT_EQ(counts.counts[1].named, 1U);
    EXPECT_EQ(counts.counts[1].gap, 32);
    EXPECT_EQ(counts.counts[1].instruments, std::vector{instrument_id("fiu.kr")});
}

}  // namespace
}  // namespace ponte::accords
