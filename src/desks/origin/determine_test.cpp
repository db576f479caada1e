#include "desks/origin/determine_sample.h"

namespace ponte::origin {
namespace {

DeterminationAnswer determined(const Desk& desk, const Goods& goods, std::optional<Consignment> consignment = {}) {
    return answer(desk.looking(), DetermineQuery{.goods = goods, .consignment = consignment});
}
std::string told(const Desk& desk, const Goods& goods) {
    const DeterminationAnswer found = determined(desk, goods);
    if (found.refused) return found.refused->code + " " + found.refused->place;
    std::string why;
    for_each_enumerator<Why>([&](std::string_view name, Why one) {
        if (one == found.why) why = name;
    });
    return std::string(found.origin == Answer::yes ? "yes" : found.origin == Answer::no ? "no" : "unknown") + " " + why;
}

TEST(Determine, DriedMeatChangesWithTheRuleOfTheDay) {
    const Desk desk = desk_with_rules();
    EXPECT_EQ(told(desk, sample_goods("2020-12-31")), "no not_met");
    const DeterminationAnswer after = determined(desk, sample_goods("2021-01-01"), Consignment::direct);
    EXPECT_EQ(after.origin, Answer::yes);
    EXPECT_EQ(after.by, Criterion::product_rule);
    ASSERT_EQ(after.tried.size(), 3U);
    EXPECT_EQ(after.tried[2].rule, RuleId("ham-2021"));
    EXPECT_EQ(after.tried[2].tests, "CTH and (BU 30 or BD 40)");
    ASSERT_EQ(after.tried[2].each.size(), 5U);
    EXPECT_EQ(after.tried[2].each[3].answer, Answer::no);   // 20 of 100 built up
    EXPECT_EQ(after.tried[2].each[4].answer, Answer::yes);  // 40 of 100 left
    EXPECT_EQ(after.figures->build_up->percent.to_text(), "20.0000");
    EXPECT_EQ(after.figures->build_down->percent.to_text(), "40.0000");
    // What was done to it was not said, and packing alone would not do.
    EXPECT_EQ(after.preference, Answer::unknown);
    // From the next edition of the list on, that the rule was kept is no fact.
    EXPECT_EQ(told(desk, sample_goods("2022-05-15")), "yes met");
    const DeterminationAnswer later = determined(desk, sample_goods("2022-05-16"));
    EXPECT_EQ(later.origin, Answer::unknown);
    EXPECT_EQ(later.why, Why::rule_unverified);
    ASSERT_EQ(later.branches.size(), 2U);
    EXPECT_EQ(later.branches[0].answer, Answer::yes);
    EXPECT_EQ(later.branches[1].criterion, Criterion::general_rule);
    EXPECT_EQ(told(desk, sample_goods("2018-12-31")), "unknown set_unknown");
}

TEST(Determine, WhatIsWhollyObtainedOriginatesWhateverTheListSays) {
    const Desk desk = desk_with_rules();
    Goods goods = sample_goods("2020-12-31");
    goods.bill.lines = {sample_line("0103", "60", "MO")};
    goods.bill.wholly_obtained = true;
    const DeterminationAnswer found = determined(desk, goods, Consignment::direct);
    EXPECT_EQ(found.by, Criterion::wholly_obtained);
    EXPECT_EQ(found.preference, Answer::yes);
    goods.bill.wholly_obtained.reset();
    EXPECT_EQ(determined(desk, goods).by, Criterion::originating_materials);
    // Materials of the other side count.
    goods.bill.lines.push_back(sample_line("0203", "10", "CN"));
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.bill.lines.push_back(sample_line("0203", "10", ""));
    EXPECT_EQ(told(desk, goods), "unknown not_stated");
}

TEST(Determine, ACodeThatIsNotLoadedIsNotTherebyOutsideTheList) {
    Desk desk = desk_with_rules();
    Goods goods = sample_goods();
    goods.hs = "1905.90";
    const DeterminationAnswer before = determined(desk, goods);
    EXPECT_EQ(before.origin, Answer::unknown);
    EXPECT_EQ(before.why, Why::listing_unknown);
    ASSERT_EQ(before.branches.size(), 2U);
    EXPECT_EQ(before.branches[0].criterion, Criterion::general_rule);
    EXPECT_EQ(before.branches[0].answer, Answer::yes);
    EXPECT_EQ(before.branches[1].answer, Answer::unknown);
    CompleteList complete{.set = RuleSetId("s"), .chapter = "19", .version = HsVersion::hs2017, .validity = {.from = Period::from_text("2021-01-01"), .to = Period::from_text("2021-06-30")}, .source = "the annex, read whole"};
    EXPECT_EQ(desk.ask(complete), "");
    EXPECT_EQ(told(desk, goods), "yes met");
    EXPECT_EQ(determined(desk, goods).by, Criterion::general_rule);
    goods.on = day("2021-07-01");
    EXPECT_EQ(told(desk, goods), "unknown listing_unknown");
    goods.on = day("2021-06-30");
    goods.version = HsVersion::hs2022;
    EXPECT_EQ(told(desk, goods), "unknown listing_unknown");
    goods.version.reset();
    EXPECT_EQ(desk.ask(ReopenList{.set = RuleSetId("s"), .chapter = "19", .version = HsVersion::hs2017, .reason = "a page was missing"}), "");
    EXPECT_EQ(told(desk, goods), "unknown listing_unknown");
}

TEST(Determine, ARuleWhoseTextIsUnknownIsNoGeneralRule) {
    const Desk desk = desk_with_rules();
    Goods goods = sample_goods("2021-07-01");
    goods.hs = "1806.31";
    const DeterminationAnswer found = determined(desk, goods);
    EXPECT_EQ(found.origin, Answer::unknown);
    EXPECT_EQ(found.why, Why::rule_text_unknown);
    EXPECT_TRUE(found.branches.empty());
    goods.hs = "1806";
    EXPECT_EQ(told(desk, goods), "unknown good_code_short");
    goods.hs = "1806.31";
    goods.on = day("2021-06-30");
    EXPECT_EQ(told(desk, goods), "unknown listing_unknown");
}

TEST(Determine, AtTheEdgeItPassesAndBelowItDoesNot) {
    Desk desk = desk_with_rules();
    EXPECT_EQ(desk.ask(CompleteList{.set = RuleSetId("s"), .chapter = "19", .version = HsVersion::hs2017, .validity = {}, .source = "read"}), "");
    Goods goods = sample_goods();
    goods.hs = "1905.90";
    goods.bill.labour = number("0");
    goods.bill.lines = {sample_line("1101", "60", "BR")};
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.bill.lines = {sample_line("1101", "60.0001", "BR")};
    EXPECT_EQ(told(desk, goods), "no not_met");
    EXPECT_EQ(determined(desk, goods).figures->build_down->percent.to_text(), "39.9999");
    goods.bill.lines = {sample_line("1101", "70", "BR"), sample_line("1701", "10", "MO")};
    goods.bill.labour = number("20");
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.bill.labour = number("19.9999");
    EXPECT_EQ(told(desk, goods), "no not_met");
}

TEST(Determine, DevelopmentIsBuiltUpAsLabourIs) {
    Desk desk = desk_with_rules();
    EXPECT_EQ(desk.ask(CompleteList{.set = RuleSetId("s"), .chapter = "19", .version = HsVersion::hs2017, .validity = {}, .source = "read"}), "");
    Goods goods = sample_goods();
    goods.hs = "1905.90";
    goods.bill.labour = number("5");
    goods.bill.development = number("15");
    goods.bill.lines = {sample_line("1101", "70", "BR"), sample_line("1701", "10", "MO")};
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.bill.development = number("14.9999");
    EXPECT_EQ(told(desk, goods), "no not_met");
}

TEST(Determine, AChangeIsOfItsOwnLevelAndOutsideItsExceptions) {
    Desk desk = desk_with_rules();
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("DEMIN", Topic::de_minimis, Answer::no)}}), "");
    EXPECT_EQ(desk.ask(LoadRules{.set = RuleSetId("s"), .rules = {sample_rule("chapter", "2009.11", "CC", "2019-01-01"), sample_rule("heading", "2009.12", "CTH", "2019-01-01"),
                                                                   sample_rule("subheading", "2009.19", "CTSH", "2019-01-01"), sample_rule("except", "2009.29", "CTH except 0805.20-0805.50", "2019-01-01")}}), "");
    const auto with = [&](std::string_view good, std::string_view material) {
        Goods goods = sample_goods();
        goods.hs = std::string(good);
        goods.bill.lines = {sample_line(material, "40", "BR")};
        return told(desk, goods);
    };
    EXPECT_EQ(with("2009.11", "2008.30"), "no not_met") << "another heading of the same chapter";
    EXPECT_EQ(with("2009.11", "0805.10"), "yes met");
    EXPECT_EQ(with("2009.12", "2009.11"), "no not_met") << "another subheading of the same heading";
    EXPECT_EQ(with("2009.12", "2008.30"), "yes met");
    EXPECT_EQ(with("2009.19", "2009.19"), "no not_met");
    EXPECT_EQ(with("2009.19", "2009.11"), "yes met");
    EXPECT_EQ(with("2009.19", "2009"), "unknown material_code_short");
    // Both ends of an exception are in it, and so is what is written longer.
    EXPECT_EQ(with("2009.29", "0805.10"), "yes met");
    EXPECT_EQ(with("2009.29", "0805.20"), "no not_met");
    EXPECT_EQ(with("2009.29", "0805.50"), "no not_met");
    EXPECT_EQ(with("2009.29", "0805.50.10"), "no not_met");
    EXPECT_EQ(with("2009.29", "0805.90"), "yes met");
    EXPECT_EQ(with("2009.29", "0805"), "unknown material_code_short");
}

TEST(Determine, WhatIsInDoubtCountsAgainstTheTolerance) {
    Desk desk = desk_with_rules();
    TermRow tolerance = sample_term("DEMIN", Topic::de_minimis, Answer::yes);
    tolerance.percent = number("5");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {tolerance}}), "");
    Goods goods = sample_goods();
    goods.bill.lines = {sample_line("02", "30", "BR")};
    EXPECT_EQ(told(desk, goods), "unknown material_code_short");
    goods.bill.lines = {sample_line("02", "5", "BR")};
    EXPECT_EQ(told(desk, goods), "yes met") << "so little may be of the good's own heading";
    goods.bill.lines = {sample_line("0210.19", "3", "BR"), sample_line("02", "2.0001", "BR")};
    EXPECT_EQ(told(desk, goods), "unknown material_code_short");
}

TEST(Determine, UnknownRulesMakeUnknownAnswersOnlyWhereTheyDecide) {
    Desk desk = desk_with_rules();
    Goods goods = sample_goods();
    // A material of the good's own heading: whether so much is tolerated nobody knows ...
    goods.bill.lines = {sample_line("0210.19", "5", "BR"), sample_line("0203.12", "40", "BR")};
    EXPECT_EQ(told(desk, goods), "unknown de_minimis_unknown");
    // ... and it does not matter where the value content fails too.
    goods.bill.lines = {sample_line("0210.19", "5", "BR"), sample_line("0203.12", "70", "BR")};
    EXPECT_EQ(told(desk, goods), "no not_met");
    goods.bill.lines = {sample_line("0210.19", "5", "BR"), sample_line("0203.12", "40", "BR")};
    TermRow tolerance = sample_term("DEMIN", Topic::de_minimis, Answer::yes);
    tolerance.percent = number("5");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {tolerance}}), "");
    EXPECT_EQ(told(desk, goods), "yes met");
    tolerance.percent = number("4.99");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {tolerance}}), "");
    EXPECT_EQ(told(desk, goods), "no not_met");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("DEMIN", Topic::de_minimis, Answer::no)}}), "");
    EXPECT_EQ(told(desk, goods), "no not_met");
    // The other side's materials carry the share only above a floor that nobody here knows.
    goods = sample_goods();
    goods.bill.labour = number("10");
    goods.bill.lines = {sample_line("0203.12", "65", "BR"), sample_line("0203.12", "25", "CN")};
    EXPECT_EQ(told(desk, goods), "unknown floor_unknown");
    TermRow floor = sample_term("FLOOR", Topic::cumulation_floor, Answer::yes);
    floor.percent = number("10");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {floor}}), "");
    EXPECT_EQ(told(desk, goods), "yes met");
    floor.percent = number("15");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {floor}}), "");
    EXPECT_EQ(told(desk, goods), "no not_met");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("FLOOR", Topic::cumulation_floor, Answer::no)}}), "");
    EXPECT_EQ(told(desk, goods), "yes met");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("CUM", Topic::cumulation, Answer::unknown)}}), "");
    EXPECT_EQ(told(desk, goods), "unknown cumulation_unknown");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("CUM", Topic::cumulation, Answer::no)}}), "");
    EXPECT_EQ(told(desk, goods), "no not_met");
}

TEST(Determine, MaterialsOfUnknownOriginOrCodeAreNeitherHereNorThere) {
    const Desk desk = desk_with_rules();
    Goods goods = sample_goods();
    goods.bill.lines = {sample_line("0203.12", "60", "BR"), sample_line("2501", "10", "")};
    EXPECT_EQ(told(desk, goods), "unknown material_origin_unknown");
    goods.bill.lines = {sample_line("0203.12", "75", "BR"), sample_line("2501", "10", "")};
    EXPECT_EQ(told(desk, goods), "no not_met");
    goods.bill.lines = {sample_line("02", "30", "BR")};
    EXPECT_EQ(told(desk, goods), "unknown material_code_short");
    goods.bill.lines = {sample_line("01", "30", "BR")};
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.bill.fob.reset();
    EXPECT_EQ(told(desk, goods), "unknown price_unknown");
}

TEST(Determine, MinimalOperationsConferNothing) {
    const Desk desk = desk_with_rules();
    Goods goods = sample_goods();
    goods.bill.processes = {ProcessId("packing"), ProcessId("simple_mixing")};
    EXPECT_EQ(told(desk, goods), "no minimal_operations");
    goods.bill.processes.emplace_back("curing");
    EXPECT_EQ(told(desk, goods), "yes met");
    EXPECT_EQ(determined(desk, goods, Consignment::direct).preference, Answer::yes);
    EXPECT_EQ(determined(desk, goods, Consignment::through_elsewhere).preference, Answer::no);
    EXPECT_EQ(determined(desk, goods, Consignment::through_hong_kong).preference, Answer::unknown);
    EXPECT_EQ(determined(desk, goods).preference, Answer::unknown);
}

TEST(Determine, ProcessesAndAlternativesAreTried) {
    Desk desk = desk_with_rules();
    EXPECT_EQ(desk.ask(LoadRules{.set = RuleSetId("s"), .rules = {sample_rule("oil", "3301.11", "process:distilling or CTH except 3302-3303", "2019-01-01")}}), "");
    Goods goods = sample_goods();
    goods.hs = "3301.11";
    goods.bill.lines = {sample_line("3302.10", "10", "BR")};
    goods.bill.processes = {ProcessId("curing")};
    EXPECT_EQ(told(desk, goods), "unknown de_minimis_unknown");
    goods.bill.processes = {ProcessId("distilling")};
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.bill.processes = {ProcessId("curing")};
    goods.bill.lines = {sample_line("3304.10", "10", "BR")};
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.bill.processes.clear();
    goods.bill.lines = {sample_line("33", "10", "BR")};
    EXPECT_EQ(told(desk, goods), "unknown not_stated");
}

TEST(Determine, TheClosestRuleHoldsAndCorrelationsAreNeeded) {
    Desk desk = desk_with_rules();
    EXPECT_EQ(desk.ask(LoadRules{.set = RuleSetId("s"), .rules = {sample_rule("oils", "33", "WO", "2019-01-01"), sample_rule("oil", "3301.11", "CTH", "2019-01-01")}}), "");
    Goods goods = sample_goods();
    goods.hs = "3301.11";
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.hs = "3301.11.10";
    EXPECT_EQ(told(desk, goods), "yes met");
    goods.hs = "3301.12";
    EXPECT_EQ(told(desk, goods), "no not_met");
    goods.hs = "3301.11";
    goods.version = HsVersion::hs2022;
    EXPECT_EQ(told(desk, goods), "unknown correlation_missing");
    const auto correlate = [&](const char* from, const char* to) {
        return desk.ask(LoadCorrelations{.rows = {{.from_version = HsVersion::hs2017, .from = from, .to_version = HsVersion::hs2022, .to = to, .source = sample_source()}}});
    };
    EXPECT_EQ(correlate("3301.11", "3301.11"), "");
    EXPECT_EQ(told(desk, goods), "yes met");
    EXPECT_EQ(correlate("3301.11", "3301.90"), "");
    EXPECT_EQ(told(desk, goods), "unknown correlation_ambiguous");
}

TEST(Determine, WasteOriginatesOnlyWhenWhollyObtained) {
    Desk desk = desk_with_rules();
    Goods goods = sample_goods();
    goods.bill.waste_or_scrap = true;
    EXPECT_EQ(told(desk, goods), "unknown term_unknown");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("WASTE", Topic::waste_and_scrap, Answer::yes)}}), "");
    EXPECT_EQ(told(desk, goods), "no only_wholly_obtained");
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("WASTE", Topic::waste_and_scrap, Answer::no)}}), "");
    EXPECT_EQ(told(desk, goods), "yes met");
}

TEST(Determine, ForeignCurrenciesNeedARateOfTheDay) {
    const Desk desk = desk_with_rules();
    Goods goods = sample_goods();
    goods.bill.lines[0].currency = currency("BRL");
    EXPECT_EQ(told(desk, goods), "origin.rate_missing /goods/bill/lines/0/currency");
    goods.bill.rates = {{.currency = currency("BRL"), .rate = number("1.5"), .period = *Period::from_text("2020-12"), .source = "made up"}};
    EXPECT_EQ(told(desk, goods), "origin.rate_missing /goods/bill/lines/0/currency");
    goods.bill.rates[0].period = *Period::from_text("2021-01");
    goods.bill.lines[0].value = number("40");
    EXPECT_EQ(told(desk, goods), "yes met");
    EXPECT_EQ(determined(desk, goods).figures->foreign.to_text(), "60.0000");
    // The rate of the day counts, and a day has one.
    goods.bill.rates[0].period = *Period::from_text("2020-12-01/2020-12-31");
    goods.bill.rates.push_back({.currency = currency("BRL"), .rate = number("1.6"), .period = *Period::from_text("2021-01-01/2021-01-31"), .source = "made up"});
    EXPECT_EQ(determined(desk, goods).figures->foreign.to_text(), "64.0000");
    goods.bill.rates[0].period = *Period::from_text("2020-12-01/2021-01-01");
    EXPECT_EQ(told(desk, goods), "origin.rates_overlap /goods/bill/rates/1/period");
    goods.bill.rates.resize(1);
    goods.bill.rates.push_back(goods.bill.rates[0]);
    EXPECT_EQ(told(desk, goods), "origin.rates_overlap /goods/bill/rates/1/period");
}

TEST(Determine, RefusesWhatCannotBeAsked) {
    const Desk desk = desk_with_rules();
    const auto with = [&](const auto& fault) {
        Goods goods = sample_goods();
        fault(goods);
        return told(desk, goods);
    };
    EXPECT_EQ(with([](Goods& g) { g.hs = "77"; }), "origin.hs_unknown /goods/hs");
    EXPECT_EQ(with([](Goods& g) { g.hs = "02"; }), "origin.hs_unknown /goods/hs");
    EXPECT_EQ(with([](Goods& g) { g.on = Date{99'999'999}; }), "origin.date_out_of_range /goods/on");
    EXPECT_EQ(with([](Goods& g) { g.set = RuleSetId("t"); }), "origin.set_unknown /goods/set");
    EXPECT_EQ(with([](Goods& g) { g.bill.currency = {}; }), "origin.currency_unknown /goods/bill/currency");
    EXPECT_EQ(with([](Goods& g) { g.bill.fob = number("0"); }), "origin.price_not_positive /goods/bill/fob");
    EXPECT_EQ(with([](Goods& g) { g.bill.fob = number("1.00001"); }), "origin.value_out_of_range /goods/bill/fob");
    EXPECT_EQ(with([](Goods& g) { g.bill.ex_works = number("100.01"); }), "origin.ex_works_above_price /goods/bill/ex_works");
    EXPECT_EQ(with([](Goods& g) { g.bill.labour = number("-1"); }), "origin.value_negative /goods/bill/labour");
    EXPECT_EQ(with([](Goods& g) { g.bill.lines[1].hs = "x"; }), "origin.hs_unknown /goods/bill/lines/1/hs");
    EXPECT_EQ(with([](Goods& g) { g.bill.lines[1].value = number("-1"); }), "origin.value_negative /goods/bill/lines/1/value");
    EXPECT_EQ(with([](Goods& g) { g.bill.lines[1].currency = Currency{1}; }), "origin.currency_unknown /goods/bill/lines/1/currency");
    EXPECT_EQ(with([](Goods& g) { g.bill.lines[1].description = std::string(301, 'x'); }), "origin.text_too_long /goods/bill/lines/1/description");
    EXPECT_EQ(with([](Goods& g) { g.bill.lines.resize(501, g.bill.lines[0]); }), "origin.too_many /goods/bill/lines");
    EXPECT_EQ(with([](Goods& g) { g.bill.rates = {{.currency = currency("USD"), .rate = number("0"), .period = *Period::from_text("2021"), .source = ""}}; }), "origin.rate_not_positive /goods/bill/rates/0/rate");
    EXPECT_EQ(with([](Goods& g) { g.bill.lines[1].value = number("25.01"); }), "origin.bill_above_price /goods/bill/fob");
    EXPECT_EQ(with([](Goods& g) { g.bill.wholly_obtained = true; }), "origin.bill_contradictory /goods/bill/wholly_obtained");
    EXPECT_EQ(with([](Goods& g) { g.bill.processes = {ProcessId("witchcraft")}; }), "origin.process_unknown /goods/bill/processes/0");
    Desk without = desk;
    EXPECT_EQ(without.ask(RetireRule{.set = RuleSetId("s"), .rule = RuleId("HS2017"), .reason = "for this test"}), "");
    EXPECT_EQ(told(without, sample_goods()), "origin.hs_version_missing /goods/version");
    EXPECT_EQ(without.ask(sample_set("twin")), "");
    EXPECT_EQ(told(without, sample_goods()), "origin.set_ambiguous /goods/set");
}

}  // namespace
}  // namespace ponte::origin
