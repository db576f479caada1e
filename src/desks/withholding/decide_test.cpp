#include "desks/withholding/decide.h"

#include "base/refusal_table.h"
#include "desks/withholding/desk_sample.h"
#include "desks/withholding/refusals.h"

namespace ponte::withholding {
namespace {

using namespace sample;

template <class Command>
struct Asked {
    access::Role role = access::Role::officer;
    Command command;
};

StateTerms good_terms() {
    Provision participation = cap(Income::dividends, "5", from("2020"));
    participation.conditions.holding_min = number("25");
    return {.instrument = treaty("MO-PT-1"), .a = place("MO"), .b = place("PT"), .standing = Standing::in_effect,
            .provisions = {cap(Income::dividends, "10", from("2020")), participation}};
}

TEST(StateTerms, RefusesInTheDocumentedOrder) {
    Desk desk;
    ASSERT_EQ(desk.agree("AA-BB", "AA", "BB", {cap(Income::interest, "5")}), "");
    using R = Asked<StateTerms>;
    expect_refusals<R>({.command = good_terms()},
                       {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
                        {refusals::id_malformed, [](R& r) { r.command.instrument = treaty("a b"); }},
                        {refusals::treaty_with_itself, [](R& r) { r.command.b = r.command.a; }},
                        {refusals::source_missing, [](R& r) { r.command.provisions[0].source.reference.clear(); }},
                        {refusals::text_malformed, [](R& r) { r.command.provisions[0].clause = "\x01"; }},
                        {refusals::rate_unverified, [](R& r) { r.command.provisions[0].source.confidence = Confidence::unverified; }},
                        {refusals::percent_out_of_range, [](R& r) { r.command.provisions[0].rate = number("100.1"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
    expect_refusals<R>({.command = good_terms()},
                       {{refusals::percent_too_fine, [](R& r) { r.command.provisions[0].rate = number("4.95001"); }},
                        {refusals::condition_misplaced, [](R& r) { r.command.provisions[0].conditions.holding_above = true; }},
                        {refusals::dates_impossible, [](R& r) { r.command.provisions[0].validity.to = Period::from_text("2019"); }},
                        {refusals::payer_not_a_party, [](R& r) { r.command.provisions[1].payer = place("AA"); }},
                        {refusals::provisions_overlap, [](R& r) { r.command.provisions.push_back(cap(Income::dividends, "7", from("2024-01-01"))); }},
                        {refusals::jurisdiction_unknown, [](R& r) { r.command.a = place("XX"); }},
                        {refusals::parties_differ, [](R& r) { r.command.instrument = treaty("AA-BB"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
    R empty{.command = good_terms()};
    empty.command.provisions.clear();
    EXPECT_EQ(desk.decided(empty.role, empty.command).error().kind, refusals::nothing_stated);
    R itself{.command = good_terms()};
    itself.command.provisions[0].most_favoured = {treaty("MO-PT-1")};
    EXPECT_EQ(desk.decided(itself.role, itself.command).error().kind, refusals::favours_itself);
}

TEST(StateTerms, OverlapOnlyWhereADayIsSureToBeInBoth) {
    Desk desk;
    const auto stated = [&](std::vector<Provision> provisions) { return desk.agree("MO-PT-1", "MO", "PT", std::move(provisions)); };
    Provision before = cap(Income::interest, "10");
    before.validity.to = Period::from_text("2021");
    EXPECT_EQ(stated({before, cap(Income::interest, "5", from("2021-06-01"))}), "") << "it may have ended in May";
    before.validity.to = Period::from_text("2021-06-01");
    EXPECT_EQ(stated({before, cap(Income::interest, "5", from("2021-06-01"))}), "withholding.provisions_overlap") << "both hold on one day";
    before.validity.to = Period::from_text("2021-05-31");
    EXPECT_EQ(stated({before, cap(Income::interest, "5", from("2021-06-01"))}), "");
    // A row for both ways speaks of each of them; two rows for one way each do not meet.
    Provision out = cap(Income::interest, "7");
    out.payer = place("MO");
    Provision home = cap(Income::interest, "8");
    home.payer = place("PT");
    EXPECT_EQ(stated({cap(Income::interest, "10"), out}), "withholding.provisions_overlap");
    EXPECT_EQ(stated({out, cap(Income::interest, "10")}), "withholding.provisions_overlap");
    EXPECT_EQ(stated({out, home}), "");
}

// T-8 at 5 % and T-7 at 7 % on one day: the lower one is not taken in silence.
TEST(StateTerms, OfTwoAgreementsBetweenTheSamePartiesMeetOnNoDay) {
    Desk desk;
    ASSERT_EQ(desk.agree("T-8", "MO", "PT", {cap(Income::interest, "5", {.from = Period::from_text("2010-01-01"), .to = Period::from_text("2025-12-31")})}), "");
    const StateTerms second{.instrument = treaty("T-7"), .a = place("PT"), .b = place("MO"), .standing = Standing::in_effect,
                            .provisions = {cap(Income::royalties, "7"), cap(Income::interest, "7", from("2025-12-31"))}};
    const Decision decision = desk.decided(access::Role::officer, second);
    ASSERT_FALSE(decision);
    EXPECT_EQ(decision.error(), (Refusal{refusals::provisions_overlap, "T-8", "/provisions/1"}));
    EXPECT_EQ(desk.agree("T-7", "PT", "MO", {cap(Income::interest, "7", from("2025-12-31"))}, Standing::pending), "") << "it is not in effect yet";
    EXPECT_EQ(desk.agree("T-7", "PT", "MO", {cap(Income::interest, "7", from("2026-01-01"))}), "");
}

TEST(StateDomesticRates, KeepsTwoSourcesThatDisagreeAndThenNobodyKnows) {
    Desk desk;
    DomesticRate other = own(Income::interest, "25");
    other.source = source("another notice");
    ASSERT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("AA"), .rates = {own(Income::interest, "20"), other}}), "");
    EXPECT_EQ(desk.rate({.from = place("AA"), .to = place("BB"), .income = Income::interest}), "20..25");
    other.source = source();
    EXPECT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("AA"), .rates = {own(Income::interest, "20"), other}}), "withholding.rates_overlap");
}

TEST(StateTerms, NamesThePlaceOfTheFault) {
    Desk desk;
    StateTerms terms = good_terms();
    terms.provisions[1].rate = number("101");
    EXPECT_EQ(desk.decided(access::Role::officer, terms).error().place, "/provisions/1/rate");
    terms = good_terms();
    terms.provisions.push_back(cap(Income::dividends, "8", from("2023")));
    const Refusal overlap = desk.decided(access::Role::officer, terms).error();
    EXPECT_EQ(overlap.place, "/provisions/2");
    EXPECT_EQ(overlap.subject, "1, 3");
    // Shares are held of a company that pays dividends, and of nothing else.
    terms = good_terms();
    terms.provisions[1].income = Income::royalties;
    EXPECT_EQ(desk.decided(access::Role::officer, terms).error().place, "/provisions/1/conditions");
}

TEST(StateTerms, TakesRowsThatFollowEachOtherOrGoOneWayOnly) {
    Desk desk;
    StateTerms terms = good_terms();
    terms.provisions[0].validity.to = Period::from_text("2022-12-31");
    terms.provisions.push_back(cap(Income::dividends, "8", from("2023-01-01")));
    Provision one_way = cap(Income::interest, "5");
    one_way.payer = place("MO");
    Provision other_way = cap(Income::interest, "7");
    other_way.payer = place("PT");
    terms.provisions.push_back(one_way);
    terms.provisions.push_back(other_way);
    EXPECT_EQ(desk.ask(terms), "");
    EXPECT_EQ(desk.ask(terms), "withholding.already_stated");
    terms.standing = Standing::pending;
    EXPECT_EQ(desk.ask(terms), "");
}

TEST(WithdrawTerms, RefusesInTheDocumentedOrder) {
    Desk desk;
    ASSERT_EQ(desk.ask(good_terms()), "");
    using R = Asked<WithdrawTerms>;
    expect_refusals<R>({.command = {.instrument = treaty("MO-PT-1"), .reason = "stated of the wrong pair"}},
                       {{refusals::not_allowed, [](R& r) { r.role = access::Role::verifier; }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::instrument_unknown, [](R& r) { r.command.instrument = treaty("MO-XX"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
    ASSERT_EQ(desk.own_rate("MO", "20"), "");
    const RateQuery query{.from = place("MO"), .to = place("PT"), .income = Income::dividends};
    EXPECT_EQ(desk.rate(query), "10");
    EXPECT_EQ(desk.ask(WithdrawTerms{.instrument = treaty("MO-PT-1"), .reason = "stated of the wrong pair"}), "");
    EXPECT_EQ(desk.rate(query), "20");
    EXPECT_TRUE(desk.state.rates.between.empty());
}

TEST(StateDomesticRates, RefusesInTheDocumentedOrder) {
    Desk desk;
    using R = Asked<StateDomesticRates>;
    const R good{.command = {.jurisdiction = place("MO"), .rates = {own(Income::dividends, "10", from("2020")), own(Income::interest, "15", from("2020"))}}};
    expect_refusals<R>(good,
                       {{refusals::not_allowed, [](R& r) { r.role = access::Role::head; }},
                        {refusals::source_missing, [](R& r) { r.command.rates[0].source.reference.clear(); }},
                        {refusals::text_malformed, [](R& r) { r.command.rates[0].clause = "\x01"; }},
                        {refusals::rate_unverified, [](R& r) { r.command.rates[0].source.confidence = Confidence::unverified; }},
                        {refusals::percent_out_of_range, [](R& r) { r.command.rates[0].rate = number("-1"); }},
                        {refusals::condition_misplaced, [](R& r) { r.command.rates[0].conditions.amount_max = number("0"); }},
                        {refusals::dates_impossible, [](R& r) { r.command.rates[0].validity.from_unknown = true; }},
                        {refusals::rates_overlap, [](R& r) { r.command.rates[1] = own(Income::dividends, "12", from("2021")); }},
                        {refusals::jurisdiction_unknown, [](R& r) { r.command.jurisdiction = place("XX"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
    EXPECT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("MO")}), "withholding.nothing_stated");
    StateDomesticRates fine = good.command;
    fine.rates[0].rate = number("0.00001");
    EXPECT_EQ(desk.ask(fine), "withholding.percent_too_fine");
    EXPECT_EQ(desk.ask(good.command), "");
    EXPECT_EQ(desk.ask(good.command), "withholding.already_stated");
}

TEST(StateCorporateRates, RefusesInTheDocumentedOrder) {
    Desk desk;
    using R = Asked<StateCorporateRates>;
    const R good{.command = {.jurisdiction = place("MO"), .rates = {{.rate = number("12"), .validity = from("2021"), .source = source()}}}};
    expect_refusals<R>(good,
                       {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
                        {refusals::source_missing, [](R& r) { r.command.rates[0].source.reference.clear(); }},
                        {refusals::text_malformed, [](R& r) { r.command.rates[0].clause = "\x02"; }},
                        {refusals::rate_unverified, [](R& r) { r.command.rates[0].source.confidence = Confidence::unverified; }},
                        {refusals::percent_out_of_range, [](R& r) { r.command.rates[0].rate = number("112"); }},
                        {refusals::dates_impossible, [](R& r) { r.command.rates[0].validity.to = Period::from_text("2020"); }},
                        {refusals::rates_overlap, [](R& r) { r.command.rates.push_back({.rate = number("13"), .validity = from("2022"), .source = source()}); }},
                        {refusals::jurisdiction_unknown, [](R& r) { r.command.jurisdiction = place("XX"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
    EXPECT_EQ(desk.ask(StateCorporateRates{.jurisdiction = place("MO")}), "withholding.nothing_stated");
    StateCorporateRates fine = good.command;
    fine.rates[0].rate = number("12.12345");
    EXPECT_EQ(desk.ask(fine), "withholding.percent_too_fine");
    EXPECT_EQ(desk.ask(good.command), "");
    EXPECT_EQ(desk.ask(good.command), "withholding.already_stated");
}

TEST(StateAntiAbuse, RefusesInTheDocumentedOrder) {
    Desk desk;
    ASSERT_EQ(desk.ask(good_terms()), "");
    using R = Asked<StateAntiAbuse>;
    const R good{.command = {.instrument = treaty("MO-PT-1"), .states = {{.state = {.principal_purpose_test = Guard::no}, .validity = from("2020"), .source = source()}}}};
    expect_refusals<R>(good,
                       {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
                        {refusals::id_malformed, [](R& r) { r.command.instrument = treaty("MO/PT"); }},
                        {refusals::source_missing, [](R& r) { r.command.states[0].source.reference.clear(); }},
                        {refusals::dates_impossible, [](R& r) { r.command.states[0].validity.to = Period::from_text("1999"); }},
                        {refusals::text_malformed, [](R& r) { r.command.states[0].state.substance = "\x01"; }},
                        {refusals::guard_misplaced, [](R& r) { r.command.states[0].state.mli = Guard::not_applicable; }},
                        {refusals::states_overlap, [](R& r) { r.command.states.push_back({.state = {}, .validity = from("2024"), .source = source()}); }},
                        {refusals::instrument_unknown, [](R& r) { r.command.instrument = treaty("MO-XX"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
    EXPECT_EQ(desk.ask(StateAntiAbuse{.instrument = treaty("MO-PT-1")}), "withholding.nothing_stated");
    EXPECT_EQ(desk.ask(good.command), "");
    EXPECT_EQ(desk.ask(good.command), "withholding.already_stated");
}

TEST(WithholdingInvariants, NameARateThatIsNoPercentage) {
    Desk desk;
    ASSERT_EQ(desk.ask(good_terms()), "");
    State wrong = desk.state;
    wrong.rates.terms.at(treaty("MO-PT-1")).provisions[0].rate = number("250");
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
    wrong = desk.state;
    wrong.rates.between.clear();
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
}

}  // namespace
}  // namespace ponte::withholding
