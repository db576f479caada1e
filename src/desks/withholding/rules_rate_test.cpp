#include "desks/withholding/rules_rate.h"

#include "desks/withholding/desk_sample.h"
#include "desks/withholding/queries_network.h"

namespace ponte::withholding {
namespace {

using namespace sample;

const RateQuery dividends{.from = place("AA"), .to = place("BB"), .income = Income::dividends};
const RateQuery royalties{.from = place("AA"), .to = place("BB"), .income = Income::royalties};

Provision participation(std::string_view rate) {
    Provision row = cap(Income::dividends, rate);
    row.conditions = {.holding_min = number("25"), .days_min = 365, .beneficial_owner = true, .owners = {OwnerClass::company}};
    return row;
}

TEST(Rate, IsTheLowerOfOwnLawAndTreaty) {
    Desk desk;
    ASSERT_EQ(desk.own_rate("AA", "20"), "");
    EXPECT_EQ(desk.rate(dividends), "20");
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "10"), cap(Income::royalties, "25")}), "");
    EXPECT_EQ(desk.rate(dividends), "10");
    EXPECT_EQ(desk.rate(royalties), "20");
    RateQuery priced = dividends;
    priced.amount = number("1234.50");
    const RateAnswer answer = desk.asked(priced);
    EXPECT_EQ(answer.tax, number("123.45"));
    EXPECT_EQ(answer.basis, Basis::treaty);
    EXPECT_EQ(answer.ref, "T1/1");
    EXPECT_EQ(answer.domestic, number("20"));
    EXPECT_EQ(desk.asked(royalties).basis, Basis::domestic);
    EXPECT_EQ(desk.asked(royalties).cap, number("25"));
}

TEST(Rate, StaysTheGeneralOneUntilEveryConditionIsAnswered) {
    Desk desk;
    ASSERT_EQ(desk.own_rate("AA", "20"), "");
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "10"), participation("5")}), "");
    RateQuery query = dividends;
    query.holding = number("25");
    query.days_held = 365;
    query.owner = OwnerClass::company;
    EXPECT_EQ(desk.rate(query), "10");
    const RateAnswer open = desk.asked(query);
    ASSERT_EQ(open.less.size(), 1U);
    EXPECT_EQ(open.less[0].rate, number("5"));
    EXPECT_EQ(open.less[0].missing, std::vector{ConditionKind::beneficial_owner});
    query.beneficial_owner = true;
    EXPECT_EQ(desk.rate(query), "5");
    EXPECT_TRUE(desk.asked(query).less.empty());
    query.days_held = 364;
    EXPECT_EQ(desk.rate(query), "10");
    EXPECT_TRUE(desk.asked(query).less.empty()) << "a failed condition is not an open one";
    query.days_held = 365;
    query.holding = number("24.9999");
    EXPECT_EQ(desk.rate(query), "10");
    query.holding = number("25.0");
    query.owner = OwnerClass::partnership;
    EXPECT_EQ(desk.rate(query), "10");
}

TEST(Rate, OfAnUnansweredConditionIsNotTheReducedOneAndNamesWhatIsMissing) {
    struct Unanswered {
        ConditionKind missing;
        void (*forget)(RateQuery&);
    };
    const std::vector<Unanswered> each = {{ConditionKind::holding, [](RateQuery& query) { query.holding.reset(); }},
                                          {ConditionKind::days_held, [](RateQuery& query) { query.days_held.reset(); }},
                                          {ConditionKind::beneficial_owner, [](RateQuery& query) { query.beneficial_owner.reset(); }},
                                          {ConditionKind::owner_class, [](RateQuery& query) { query.owner.reset(); }},
                                          {ConditionKind::amount, [](RateQuery& query) { query.amount.reset(); }}};
    Desk desk;
    Provision reduced = participation("5");
    reduced.conditions.amount_max = number("1000");
    ASSERT_EQ(desk.own_rate("AA", "20"), "");
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "10"), reduced}), "");
    RateQuery answered = dividends;
    answered.holding = number("25");
    answered.days_held = 365;
    answered.beneficial_owner = true;
    answered.owner = OwnerClass::company;
    answered.amount = number("1000");
    EXPECT_EQ(desk.rate(answered), "5");
    for (const Unanswered& one : each) {
        RateQuery query = answered;
        one.forget(query);
        SCOPED_TRACE(static_cast<int>(one.missing));
        EXPECT_EQ(desk.rate(query), "10");
        const RateAnswer open = desk.asked(query);
        ASSERT_EQ(open.less.size(), 1U);
        EXPECT_EQ(open.less[0].ref, "T1/2");
        EXPECT_EQ(open.less[0].missing, std::vector{one.missing});
    }
    // In one's own law too, where a rate without conditions is not stated at all.
    DomesticRate band = own(Income::dividends, "2.5");
    band.conditions.amount_max = number("1000");
    ASSERT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("CC"), .rates = {band}}), "");
    RateQuery bare{.from = place("CC"), .to = place("DD"), .income = Income::dividends};
    EXPECT_EQ(desk.rate(bare), "0..100");
    bare.amount = number("1000");
    EXPECT_EQ(desk.rate(bare), "2.5");
}

TEST(Rate, OfAHoldingAboveALimitNeedsMoreThanTheLimit) {
    Desk desk;
    ASSERT_EQ(desk.own_rate("AA", "20"), "");
    Provision above = cap(Income::dividends, "8");
    above.conditions = {.holding_min = number("25"), .holding_above = true};
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "15"), above}), "");
    RateQuery query = dividends;
    query.holding = number("25");
    EXPECT_EQ(desk.rate(query), "15");
    query.holding = number("25.01");
    EXPECT_EQ(desk.rate(query), "8");
}

TEST(Rate, ForTheVeryKindOfPaymentStandsInsteadOfTheGeneralOne) {
    Desk desk;
    ASSERT_EQ(desk.own_rate("AA", "40"), "");
    Provision trademarks = cap(Income::royalties, "25");
    trademarks.conditions.kinds = {PaymentKind::trademark};
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::royalties, "15"), trademarks}), "");
    EXPECT_EQ(desk.rate(royalties), "15");
    const RateAnswer open = desk.asked(royalties);
    ASSERT_EQ(open.more.size(), 1U);
    EXPECT_EQ(open.more[0].rate, number("25"));
    RateQuery query = royalties;
    query.kind = PaymentKind::trademark;
    EXPECT_EQ(desk.rate(query), "25");
    query.kind = PaymentKind::industrial;
    EXPECT_EQ(desk.rate(query), "15");
}

TEST(Rate, OfOwnLawRisesForAHavenAndFallsInTheFirstBand) {
    Desk desk;
    DomesticRate haven = own(Income::royalties, "35");
    haven.conditions.payee_listed = true;
    DomesticRate band = own(Income::royalties, "2.5");
    band.conditions.amount_max = number("1000");
    DomesticRate chosen = own(Income::royalties, "12");
    chosen.conditions.elected = true;
    ASSERT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("AA"), .rates = {own(Income::royalties, "20"), haven, band, chosen}}), "");
    EXPECT_EQ(desk.rate(royalties), "20");
    EXPECT_EQ(desk.asked(royalties).more.size(), 1U);
    EXPECT_EQ(desk.asked(royalties).less.size(), 2U);
    RateQuery query = royalties;
    query.payee_listed = true;
    EXPECT_EQ(desk.rate(query), "35");
    query.payee_listed = false;
    query.amount = number("1000");
    EXPECT_EQ(desk.rate(query), "2.5");
    query.amount = number("1000.01");
    EXPECT_EQ(desk.rate(query), "20");
    query.elected = true;
    EXPECT_EQ(desk.rate(query), "12");
    // What only words can say, a person says.
    DomesticRate words = own(Income::royalties, "1");
    words.conditions.other = "a research institute";
    ASSERT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("AA"), .rates = {own(Income::royalties, "20"), words}}), "");
    EXPECT_EQ(desk.rate(royalties), "20");
    query = royalties;
    query.met = {"domestic/AA/2"};
    EXPECT_EQ(desk.rate(query), "1");
}

TEST(Rate, ThatIsUnknownIsASpanAndNeverAZero) {
    Desk desk;
    EXPECT_EQ(desk.rate(dividends), "0..100");
    EXPECT_EQ(desk.asked(dividends).why_unknown, std::vector{WhyUnknown::own_rate_unknown});
    EXPECT_EQ(desk.asked(dividends).tax, std::nullopt);
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "10"), cap(Income::royalties, "")}), "");
    EXPECT_EQ(desk.rate(dividends), "0..10") << "a cap bounds an unknown rate and does not replace it";
    ASSERT_EQ(desk.own_rate("AA", "20"), "");
    EXPECT_EQ(desk.rate(dividends), "10");
    EXPECT_EQ(desk.rate(royalties), "0..20");
    EXPECT_EQ(desk.asked(royalties).why_unknown, std::vector{WhyUnknown::treaty_rate_unknown});
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "10", from("2026"))}), "");
    EXPECT_EQ(desk.rate(dividends), "10..20") << "a treaty that begins some day of 2026";
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "30", from("2026"))}), "");
    EXPECT_EQ(desk.rate(dividends), "20") << "whichever day it begins, own law takes less";
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "10")}, Standing::pending), "");
    EXPECT_EQ(desk.rate(dividends), "20");
    EXPECT_EQ(desk.asked(dividends).pending, std::vector{treaty("T1")});
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "10")}, Standing::disputed), "");
    EXPECT_EQ(desk.rate(dividends), "10..20");
}

TEST(Rate, OfAMostFavouredPartyFollowsTheOtherTreaty) {
    Desk desk;
    ASSERT_EQ(desk.own_rate("AA", "20"), "");
    ASSERT_EQ(desk.own_rate("BB", "20"), "");
    Provision favoured = cap(Income::royalties, "10");
    favoured.most_favoured = {treaty("T2")};
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {favoured}), "");
    EXPECT_EQ(desk.rate(royalties), "0..10") << "the other treaty is not known here";
    ASSERT_EQ(desk.agree("T2", "AA", "CC", {cap(Income::royalties, "6", from("2024-01-01"))}), "");
    EXPECT_EQ(desk.rate(royalties), "6");
    RateQuery before = royalties;
    before.on = day("2023-12-31");
    EXPECT_EQ(desk.rate(before), "10");
    // Only the payer's own promise to a third party counts.
    RateQuery back = royalties;
    std::swap(back.from, back.to);
    EXPECT_EQ(desk.rate(back), "10");
    // Two that name each other come to an end.
    Provision again = cap(Income::royalties, "6");
    again.most_favoured = {treaty("T1")};
    ASSERT_EQ(desk.agree("T2", "AA", "CC", {again}), "");
    EXPECT_EQ(desk.rate(royalties), "6");
}

TEST(Rate, OfAMostFavouredPartyNeverRises) {
    Desk desk;
    ASSERT_EQ(desk.own_rate("AA", "20"), "");
    Provision favoured = cap(Income::royalties, "10");
    favoured.most_favoured = {treaty("T2")};
    ASSERT_EQ(desk.agree("T2", "AA", "CC", {cap(Income::royalties, "15")}), "");
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {favoured}), "");
    EXPECT_EQ(desk.rate(royalties), "10");
}

TEST(Rate, OfASpecialCaseOnADayOnWhichItMayNotHoldIsASpan) {
    Desk desk;
    DomesticRate band = own(Income::royalties, "5", from("2026"));
    band.conditions.amount_max = number("1000");
    ASSERT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("AA"), .rates = {own(Income::royalties, "20"), band}}), "");
    RateQuery query = royalties;
    query.amount = number("500");
    EXPECT_EQ(desk.rate(query), "5..20") << "the band begins some day of 2026";
    query.on = day("2026-12-31");
    EXPECT_EQ(desk.rate(query), "5");
    query.on = day("2025-12-31");
    EXPECT_EQ(desk.rate(query), "20");
    ASSERT_EQ(desk.own_rate("BB", "40"), "");
    Provision trademarks = cap(Income::royalties, "25", from("2026"));
    trademarks.conditions.kinds = {PaymentKind::trademark};
    ASSERT_EQ(desk.agree("T1", "BB", "CC", {cap(Income::royalties, "15"), trademarks}), "");
    RateQuery special{.from = place("BB"), .to = place("CC"), .income = Income::royalties};
    special.kind = PaymentKind::trademark;
    EXPECT_EQ(desk.rate(special), "15..25") << "the special cap begins some day of 2026";
    special.on = day("2026-12-31");
    EXPECT_EQ(desk.rate(special), "25");
}

TEST(Rate, OfAPaymentToOneselfIsNoQuestion) {
    Desk desk;
    const RateAnswer answer = desk.asked(RateQuery{.from = place("AA"), .to = place("AA"), .income = Income::interest});
    ASSERT_TRUE(answer.refused);
    EXPECT_EQ(answer.refused->code, "withholding.route_cyclic");
    EXPECT_EQ(answer.refused->place, "/to");
}

TEST(Guards, AreUnknownUntilStatedAndChangeOnTheirDay) {
    Desk desk;
    ASSERT_EQ(desk.own_rate("AA", "20"), "");
    EXPECT_EQ(desk.asked(dividends).guards.state.principal_purpose_test, Guard::not_applicable);
    ASSERT_EQ(desk.agree("T1", "AA", "BB", {cap(Income::dividends, "10")}), "");
    EXPECT_EQ(desk.asked(dividends).guards.state.principal_purpose_test, Guard::unknown);
    DatedAntiAbuse before{.state = {.principal_purpose_test = Guard::no}, .validity = from("2000"), .source = source()};
    before.validity.to = Period::from_text("2022-08-31");
    const DatedAntiAbuse after{.state = {.principal_purpose_test = Guard::yes}, .validity = from("2022-09-01"), .source = source()};
    ASSERT_EQ(desk.ask(StateAntiAbuse{.instrument = treaty("T1"), .states = {before, after}}), "");
    RateQuery query = dividends;
    query.on = day("2022-08-31");
    EXPECT_EQ(desk.asked(query).guards.state.principal_purpose_test, Guard::no);
    query.on = day("2022-09-01");
    EXPECT_EQ(desk.asked(query).guards.state.principal_purpose_test, Guard::yes);
}

TEST(Questions, AreRefusedByTheFieldThatCannotBe) {
    Desk desk;
    const auto said = [](const auto& answer) { return answer.refused ? answer.refused->code + " " + answer.refused->place : ""; };
    const RateQuery fine{.from = place("AA"), .to = place("BB"), .income = Income::dividends, .on = Date::from_text("2026-01-01"), .amount = number("0"), .holding = number("100")};
    EXPECT_EQ(said(desk.asked(fine)), "");
    const auto rate = [&](auto change) {
        RateQuery query = fine;
        change(query);
        return said(desk.asked(query));
    };
    EXPECT_EQ(rate([](RateQuery& query) { query.holding = number("101"); }), "withholding.percent_out_of_range /holding");
    EXPECT_EQ(rate([](RateQuery& query) { query.holding = number("-1"); }), "withholding.percent_out_of_range /holding");
    EXPECT_EQ(rate([](RateQuery& query) { query.amount = number("-500"); }), "withholding.amount_negative /amount");
    EXPECT_EQ(rate([](RateQuery& query) { query.from = place("mz"); }), "withholding.code_malformed /from");
    EXPECT_EQ(rate([](RateQuery& query) { query.to = place(""); }), "withholding.code_malformed /to");
    EXPECT_EQ(rate([](RateQuery& query) { query.to = query.from; }), "withholding.route_cyclic /to");
    EXPECT_EQ(rate([](RateQuery& query) { query.on = Date{-99'999'999}; }), "withholding.day_impossible /on");
    EXPECT_EQ(said(desk.asked(RouteQuery{.from = place("AA"), .to = place("mz"), .income = Income::interest})), "withholding.code_malformed /to");
    EXPECT_EQ(said(desk.asked(RouteQuery{.from = place("AA"), .to = place("BB"), .income = Income::interest, .on = Date{-99'999'999}})), "withholding.day_impossible /on");
    EXPECT_EQ(said(desk.asked(NetworkQuery{.on = Date{-99'999'999}})), "withholding.day_impossible /on");
    EXPECT_EQ(said(desk.asked(NetworkQuery{.jurisdictions = {place("AA"), place("mz")}})), "withholding.code_malformed /jurisdictions/1");
    SigningQuery signing{.a = place("AA"), .b = place("BB"), .rates = {{.income = Income::interest, .rate = number("5")}}};
    EXPECT_EQ(said(desk.asked(signing)), "");
    signing.flows = {{.from = place("AA"), .to = place("BB"), .income = Income::interest, .amount = number("-500")}};
    EXPECT_EQ(said(desk.asked(signing)), "withholding.amount_negative /flows/0/amount");
    signing.flows[0].to = place("AA");
    EXPECT_EQ(said(desk.asked(signing)), "withholding.route_cyclic /flows/0/to");
    signing.b = place("mz");
    EXPECT_EQ(said(desk.asked(signing)), "withholding.code_malformed /b");
}

}  // namespace
}  // namespace ponte::withholding
