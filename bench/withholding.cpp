// Best routes over a whole network: every pair, up to three legs, four kinds of income, from the record's
// provisions to the averages. The network is synthetic and says so: no list of 3,000 treaties comes with ponte.

#include "bench/measure.h"
#include "desks/withholding/queries.h"

#include <array>

namespace ponte::bench {

namespace {

using withholding::Income;

constexpr std::array incomes{Income::dividends, Income::interest, Income::royalties, Income::technical_services};

JurisdictionId place(std::size_t i) { return JurisdictionId({static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26)}); }

Source synthetic() { return {.reference = "synthetic network of the bench", .confidence = Confidence::high}; }

Decimal quarter_percent(Numbers& numbers, std::uint64_t most) { return Decimal{static_cast<std::int64_t>(numbers.below(most * 4 + 1) * 25), 2}; }

withholding::State synthetic_network(std::size_t jurisdictions, std::size_t treaties) {
    Numbers numbers(11);
    withholding::State state;
    for (std::size_t i = 0; i < jurisdictions; ++i) {
        withholding::DomesticRatesStated own{.jurisdiction = place(i)};
        for (const Income income : incomes) own.rates.push_back({.income = income, .rate = quarter_percent(numbers, 30), .source = synthetic()});
        withholding::evolve(state, own, {});
    }
    for (std::size_t t = 0; t < treaties;) {
        const std::size_t a = numbers.below(jurisdictions);
        const std::size_t b = numbers.below(jurisdictions);
        if (a == b || state.rates.between.contains(withholding::pair_of(place(a), place(b)))) continue;
        withholding::TermsStated terms{.instrument = withholding::InstrumentId("T" + std::to_string(t++)),
                                       .a = place(a),
                                       .b = place(b),
                                       .standing = withholding::Standing::in_effect};
        for (const Income income : incomes) terms.provisions.push_back({.income = income, .rate = quarter_percent(numbers, 15), .source = synthetic()});
        withholding::Provision participation{.income = Income::dividends, .rate = quarter_percent(numbers, 5), .source = synthetic()};
        participation.conditions.holding_min = Decimal{25, 0};
        terms.provisions.push_back(participation);
        withholding::evolve(state, terms, {});
    }
    return state;
}

}  // namespace

Measured measure_withholding(const Bench& bench) {
    const std::size_t jurisdictions = bench.sized(200, 12);
    const std::size_t treaties = bench.sized(3'000, 30);
    const withholding::State state = synthetic_network(jurisdictions, treaties);
    const auto date = Date::from_text("2026-06-01");
    if (!date) return fail("bench.date", "2026-06-01");
    std::vector<double> plain;
    std::uint32_t improved = 0;
    for (std::size_t i = 0; i < bench.sized(5, 1); ++i) {
        const Stopwatch watch;
        const auto answer = withholding::answer(state, withholding::NetworkQuery{.on = date, .pairs = withholding::Pairs::none}, {}, {});
        plain.push_back(watch.seconds());
        if (answer.jurisdictions.size() != jurisdictions || answer.incomes.size() != incomes.size()) return fail("bench.network", "not all pairs");
        improved = answer.incomes[1].pairs_improved;
    }
    const Stopwatch watch;
    const auto effects = withholding::answer(
        state, withholding::NetworkQuery{.on = date, .incomes = {Income::interest}, .pairs = withholding::Pairs::none, .treaties = true}, {}, {});
    const double taken_away = watch.seconds();
    if (effects.treaties.size() != treaties) return fail("bench.network", "not all treaties");
    const std::string size = std::to_string(jurisdictions) + " jurisdictions, " + std::to_string(treaties) + " treaties, SYNTHETIC";
    return Rows{{.name = "best routes of all pairs, up to three legs, four incomes", .value = median(plain), .unit = "s", .better = Better::less, .must = 2,
                 .aim = 0.5, .note = size + "; averages and counts with it; " + std::to_string(improved) + " pairs improved for interest"},
                {.name = "every treaty taken away once, one income", .value = taken_away, .unit = "s", .better = Better::less,
                 .note = size + "; relevant, neutral or harmful for each"}};
}

}  // namespace ponte::bench
