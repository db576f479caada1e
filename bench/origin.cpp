// The origin of 100,000 bills of materials of 20 lines. Rules, bills and values are made up for measuring.

#include "bench/measure.h"
#include "desks/origin/determine.h"
#include "desks/origin/state.h"

namespace ponte::bench {

namespace {

using namespace origin;

constexpr std::uint64_t codes = 5'000;

Source made_up() { return {.reference = "made up for measuring", .as_of = {}, .confidence = Confidence::high, .note = ""}; }

// A code of six digits in the chapters 1 to 76.
std::string code_of(std::uint64_t number) {
    const std::uint64_t chapter = 1 + number % 76;
    const std::uint64_t digits = chapter * 10'000 + 100 + number / 76 % 90 * 100 + number % 10;
    return (digits < 100'000 ? "0" : "") + std::to_string(digits);
}

Term term(std::string id, Topic topic, Answer holds, std::string_view tests) {
    return {.term = RuleId(std::move(id)), .topic = topic, .holds = holds, .tests = tests.empty() ? Tests() : *tests_of_text(tests), .text = "", .validity = {}, .clause = "", .source = made_up()};
}

State rules_made_up() {
    State state;
    evolve(state, SetRecorded{.set = RuleSetId("bench"), .names = {.en = "made up"}, .parties = {JurisdictionId("MO"), JurisdictionId("CN")}, .validity = {}, .clause = "", .source = made_up()}, {});
    TermsLoaded terms{.set = RuleSetId("bench"),
                      .terms = {term("wo", Topic::wholly_obtained, Answer::yes, ""), term("pe", Topic::originating_materials, Answer::yes, ""), term("list", Topic::product_list, Answer::yes, ""),
                                term("bu", Topic::general_rule, Answer::yes, "BU 30"), term("bd", Topic::general_rule, Answer::yes, "BD 40"), term("cum", Topic::cumulation, Answer::yes, ""),
                                term("floor", Topic::cumulation_floor, Answer::unknown, ""), term("demin", Topic::de_minimis, Answer::unknown, "")}};
    evolve(state, terms, {});
    constexpr std::string_view texts[] = {"WO", "CTH", "CTH and (BU 30 or BD 40)", "CC or process:one", "CTSH except 3003-3006 and BD 45", "BU 30 or BD 40"};
    RulesLoaded rules{.set = RuleSetId("bench"), .rules = {}};
    for (std::uint64_t i = 0; i < codes; ++i) {
        rules.rules.push_back({.rule = RuleId("r" + std::to_string(i)), .hs = Hs::from_text(code_of(i))->to_text(), .hs_to = {}, .version = HsVersion::hs2022, .description = "made up",
                               .tests = *tests_of_text(texts[i % std::size(texts)]), .text = "", .validity = {}, .clause = "", .source = made_up()});
    }
    evolve(state, rules, {});
    return state;
}

std::vector<Goods> bills_made_up(std::size_t count, std::size_t lines) {
    constexpr const char* origins[] = {"MO", "CN", "BR", "PT", "US"};
    Numbers numbers(9);
    std::vector<Goods> bills;
    bills.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Goods goods{.set = RuleSetId("bench"), .hs = code_of(numbers.below(2 * codes)), .version = HsVersion::hs2022, .description = "made up", .on = *Date::from_text("2024-05-02"),
                    .bill = {.currency = *Currency::from_text("MOP"), .fob = Decimal{1'000'000, 2}, .labour = Decimal{static_cast<std::int64_t>(numbers.below(100'000)), 2}}};
        goods.bill.rates = {{.currency = *Currency::from_text("CNY"), .rate = Decimal{11'234, 4}, .period = *Period::from_text("2024-05"), .source = "made up"}};
        for (std::size_t line = 0; line < lines; ++line) {
            BillLine material{.hs = code_of(numbers.below(codes)), .description = "material", .value = Decimal{static_cast<std::int64_t>(numbers.below(38'000)), 2}, .currency = {}, .origin = JurisdictionId(origins[numbers.below(5)])};
            if (line % 4 == 0) material.currency = Currency::from_text("CNY");
            goods.bill.lines.push_back(std::move(material));
        }
        bills.push_back(std::move(goods));
    }
    return bills;
}

}  // namespace

Measured measure_origin(const Bench& bench) {
    const State state = rules_made_up();
    const std::size_t count = bench.sized(100'000, 200);
    const std::vector<Goods> bills = bills_made_up(count, 20);
    std::size_t answers[4] = {};
    const Stopwatch watch;
    const Setting setting = TRY(unrefused(setting_of(state.rules, bills.front(), "")));
    for (const Goods& goods : bills) {
        const Prepared good = TRY(unrefused(prepared(setting, goods, "")));
        ++answers[static_cast<std::size_t>(judged(setting, good).origin)];
    }
    const double seconds = watch.seconds();
    return Rows{{.name = "origin: 100,000 bills of 20 lines", .value = seconds, .unit = "s", .better = Better::less, .must = 1, .aim = 0.5,
                 .note = "in this process, one thread; rules and bills made up: " + std::to_string(answers[2]) + " yes, " + std::to_string(answers[1]) + " no, " + std::to_string(answers[3]) + " unknown", .load = ""}};
}

}  // namespace ponte::bench
