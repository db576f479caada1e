#include "desks/withholding/desk_sample.h"
#include "desks/withholding/queries_network.h"

#include <algorithm>

namespace ponte::withholding {
namespace {

using namespace sample;

// AA takes 30 and reaches BB at 10 through CC, with which it has a treaty.
Desk corridor() {
    Desk desk;
    EXPECT_EQ(desk.own_rate("AA", "30"), "");
    EXPECT_EQ(desk.own_rate("BB", "20"), "");
    EXPECT_EQ(desk.own_rate("CC", "0"), "");
    EXPECT_EQ(desk.agree("T-AC", "AA", "CC", {cap(Income::interest, "10")}), "");
    return desk;
}

const NetworkQuery interest{.incomes = {Income::interest}, .treaties = true};

const TreatyEffect& effect_of(const NetworkAnswer& answer, std::string_view id) {
    return *std::ranges::find(answer.treaties, treaty(id), &TreatyEffect::instrument);
}

TEST(Network, CountsWhatIsImprovedAndHowItIsGuarded) {
    Desk desk = corridor();
    NetworkAnswer answer = desk.asked(interest);
    const IncomeNetwork& income = answer.incomes.at(0);
    EXPECT_EQ(income.pairs, 6U);
    EXPECT_EQ(income.pairs_improved, 1U);
    EXPECT_EQ(income.improved_unknown, 1U);
    EXPECT_EQ(income.average_direct, number("13.3333"));  // 30 10 20 20 0 0
    EXPECT_EQ(income.average_best, number("10.0000"));
    ASSERT_EQ(income.shown.size(), 1U);
    EXPECT_EQ(income.shown[0].saving, number("20"));
    EXPECT_EQ(income.shown[0].best->guard, WayGuard::unknown);
    ASSERT_EQ(desk.ask(StateAntiAbuse{.instrument = treaty("T-AC"), .states = {{.state = {.principal_purpose_test = Guard::no}, .source = source()}}}), "");
    answer = desk.asked(interest);
    EXPECT_EQ(answer.incomes[0].improved_untested, 1U);
    EXPECT_EQ(answer.incomes[0].shown[0].best->guard, WayGuard::untested);
}

TEST(Network, LeavesOutWhoseOwnRatesAreNotAllKnown) {
    Desk desk = corridor();
    ASSERT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("DD"), .rates = {own(Income::interest, "5")}}), "");
    const NetworkAnswer answer = desk.asked(interest);
    EXPECT_EQ(answer.jurisdictions.size(), 3U);
    EXPECT_EQ(answer.left_out, std::vector{place("DD")});
}

// Who names jurisdictions asks about these, by the incomes that he asks about.
TEST(Network, TakesWhomOneNamesByTheIncomesOneAsksAbout) {
    Desk desk = corridor();
    ASSERT_EQ(desk.ask(StateDomesticRates{.jurisdiction = place("DD"), .rates = {own(Income::interest, "5")}}), "");
    NetworkQuery named = interest;
    named.jurisdictions = {place("AA"), place("DD")};
    EXPECT_EQ(desk.asked(named).jurisdictions, (std::vector{place("AA"), place("DD")}));
    named.incomes = {Income::interest, Income::royalties};
    EXPECT_EQ(desk.asked(named).left_out, std::vector{place("DD")});
}

TEST(Treaty, IsRelevantWhereItsLossRaisesABestRate) {
    Desk desk = corridor();
    ASSERT_EQ(desk.agree("T-AB", "AA", "BB", {cap(Income::interest, "15")}), "");
    ASSERT_EQ(desk.agree("T-BC", "BB", "CC", {cap(Income::interest, "25")}), "");
    const NetworkAnswer answer = desk.asked(interest);
    const TreatyEffect& corridor_treaty = effect_of(answer, "T-AC");
    EXPECT_EQ(corridor_treaty.effect, Effect::relevant);
    EXPECT_EQ(corridor_treaty.best_raised, 2U);  // AA>CC and AA>BB
    EXPECT_EQ(corridor_treaty.carried, 2U);
    EXPECT_EQ(corridor_treaty.of_others, 1U);
    EXPECT_EQ(corridor_treaty.routes_changed, 1U);  // AA>BB then goes direct; AA>CC stays direct, and dearer
    EXPECT_EQ(corridor_treaty.direct_raised, 1U);
    EXPECT_EQ(corridor_treaty.own[0].against, Against::lower);
    // 15 by treaty, against 10 through CC: its loss raises the direct rate from AA, and the best one of BB alone.
    const TreatyEffect& beaten = effect_of(answer, "T-AB");
    EXPECT_EQ(beaten.direct_raised, 2U);
    EXPECT_EQ(beaten.routes_changed, 0U);
    EXPECT_EQ(beaten.own[0].against, Against::higher);
    EXPECT_EQ(beaten.own[0].direct_without, number("30"));
    EXPECT_EQ(beaten.own[0].best_without, number("10"));
    EXPECT_EQ(beaten.effect, Effect::relevant);
    // Above what each takes by its own law it does nothing.
    EXPECT_EQ(effect_of(answer, "T-BC").effect, Effect::neutral);
    EXPECT_EQ(effect_of(answer, "T-BC").carried, 0U);
}

TEST(Treaty, IsHarmfulWhereOnlyItsLossWouldLowerABestRate) {
    Desk desk = corridor();
    // Sources disagree whether this one has effect: nobody knows what is taken, and no way may use it.
    ASSERT_EQ(desk.agree("T-BC", "BB", "CC", {cap(Income::interest, "5")}, Standing::disputed), "");
    const TreatyEffect effect = effect_of(desk.asked(interest), "T-BC");
    EXPECT_EQ(effect.effect, Effect::harmful);
    EXPECT_EQ(effect.best_raised, 0U);
    EXPECT_GE(effect.best_lowered, 1U);
}

// Each effect against the whole network without that treaty.
TEST(Treaty, EffectIsThatOfTakingItAway) {
    Desk desk;
    std::uint64_t seed = 7;
    const auto dice = [&](std::uint64_t below) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        return (seed >> 33) % below;
    };
    const std::vector<std::string> ids{"AA", "BB", "CC", "DD", "MO", "PT"};
    for (int round = 0; round < 25; ++round) {
        desk.state = {};
        for (const std::string& id : ids) ASSERT_EQ(desk.own_rate(id, std::to_string(dice(4) * 10)), "");
        for (std::size_t a = 0; a < ids.size(); ++a) {
            for (std::size_t b = a + 1; b < ids.size(); ++b) {
                if (dice(2) == 0) continue;
                const Standing standing = dice(8) == 0 ? Standing::disputed : Standing::in_effect;
                ASSERT_EQ(desk.agree(ids[a] + "-" + ids[b], ids[a], ids[b], {cap(Income::interest, std::to_string(dice(5) * 5))}, standing), "");
            }
        }
        const NetworkAnswer answer = desk.asked(NetworkQuery{.incomes = {Income::interest}, .pairs = Pairs::all, .treaties = true});
        for (const TreatyEffect& effect : answer.treaties) {
            const NetworkAnswer without = desk.asked(NetworkQuery{.incomes = {Income::interest}, .without = {effect.instrument}, .pairs = Pairs::all});
            std::uint32_t raised = 0;
            std::uint32_t lowered = 0;
            for (std::size_t pair = 0; pair < answer.incomes[0].shown.size(); ++pair) {
                const auto& now = answer.incomes[0].shown[pair].best;
                const auto& then = without.incomes[0].shown[pair].best;
                if (now && (!then || compare(*then->tax, *now->tax) > 0)) ++raised;
                if (then && (!now || compare(*then->tax, *now->tax) < 0)) ++lowered;
            }
            EXPECT_EQ(effect.best_raised, raised) << round << " " << effect.instrument.value;
            EXPECT_EQ(effect.best_lowered, lowered) << round << " " << effect.instrument.value;
        }
    }
}

TEST(Signing, SaysWhomATreatyOpensAndWhatItCosts) {
    Desk desk = corridor();
    const SigningQuery query{.a = place("BB"),
                             .b = place("CC"),
                             .rates = {{.income = Income::interest, .rate = number("5")}},
                             .guards = AntiAbuse{.principal_purpose_test = Guard::yes},
                             .incomes = {Income::interest},
                             .flows = {{.from = place("BB"), .to = place("CC"), .income = Income::interest, .amount = number("1000")},
                                       {.from = place("BB"), .to = place("AA"), .income = Income::interest, .amount = number("100")},
                                       {.from = place("DD"), .to = place("AA"), .income = Income::interest, .amount = number("7")}}};
    const SigningAnswer answer = desk.asked(query);
    ASSERT_FALSE(answer.refused);
    const IncomeOpened& income = answer.incomes.at(0);
    EXPECT_EQ(income.pairs_improved, 2U);  // BB>CC, and BB>AA through CC
    EXPECT_EQ(income.of_others, 1U);
    EXPECT_EQ(income.average_before, number("10.0000"));
    EXPECT_EQ(income.average_after, number("5.0000"));
    ASSERT_EQ(answer.opened.size(), 2U);
    EXPECT_EQ(answer.opened[0].saving, number("15"));
    EXPECT_EQ(answer.opened[0].way.legs[0].guards.state.principal_purpose_test, Guard::yes);
    ASSERT_EQ(answer.cost_direct.size(), 1U);
    EXPECT_EQ(answer.cost_direct[0].jurisdiction, place("BB"));
    EXPECT_EQ(answer.cost_direct[0].loss, number("150.00"));  // 200 + 20 before, 50 + 20 after
    const auto best = std::ranges::find(answer.cost_best, place("BB"), &Cost::jurisdiction);
    ASSERT_NE(best, answer.cost_best.end());
    EXPECT_EQ(best->loss, number("165.00"));
    EXPECT_EQ(answer.flows_unknown.size(), 1U);
    // Nothing was recorded.
    EXPECT_EQ(desk.asked(TermsQuery{}).instruments.size(), 1U);
}

TEST(Signing, HoldsAHypotheticalTreatyToTheRulesOfARealOne) {
    Desk desk = corridor();
    SigningQuery query{.a = place("BB"), .b = place("BB"), .rates = {{.income = Income::interest, .rate = number("5")}}};
    EXPECT_EQ(desk.asked(query).refused->code, "withholding.treaty_with_itself");
    query.b = place("CC");
    query.rates[0].rate = number("120");
    EXPECT_EQ(desk.asked(query).refused->code, "withholding.percent_out_of_range");
    EXPECT_EQ(desk.asked(query).refused->place, "/rates/0/rate");
    query.rates = {{.income = Income::interest, .rate = number("5")}, {.income = Income::interest, .rate = number("6")}};
    EXPECT_EQ(desk.asked(query).refused->code, "withholding.provisions_overlap");
}

}  // namespace
}  // namespace ponte::withholding
