// What must hold of every bill: made up at random, the same ones in every run.
#include "desks/origin/changes.h"
#include "desks/origin/determine_sample.h"

namespace ponte::origin {
namespace {

class Numbers {
public:
    std::uint64_t below(std::uint64_t bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return (state_ >> 33U) % bound;
    }

private:
    std::uint64_t state_ = 20'260'217;
};

Goods made_up(Numbers& numbers) {
    static constexpr std::array<const char*, 6> codes{"0203.12", "0210.19", "2501.00", "0910.11", "02", "1701.99"};
    static constexpr std::array<const char*, 5> origins{"MO", "BR", "CN", "", "PT"};
    static constexpr std::array<const char*, 4> days{"2020-12-31", "2021-01-01", "2022-05-15", "2022-05-16"};
    Goods goods = sample_goods(days[numbers.below(days.size())]);
    static constexpr std::array<const char*, 3> goods_codes{"0210.11", "1905.90", "0210"};
    goods.hs = goods_codes[numbers.below(goods_codes.size())];
    goods.bill.lines.clear();
    const std::uint64_t lines = 1 + numbers.below(6);
    for (std::uint64_t i = 0; i < lines; ++i) {
        goods.bill.lines.push_back(sample_line(codes[numbers.below(codes.size())], std::to_string(numbers.below(17)) + "." + std::to_string(numbers.below(100)), origins[numbers.below(origins.size())]));
    }
    goods.bill.labour = Decimal{static_cast<std::int64_t>(numbers.below(200)), 1};
    return goods;
}

Desk desk_of_properties(Answer tolerance) {
    Desk desk = desk_with_rules();
    EXPECT_EQ(desk.ask(CompleteList{.set = RuleSetId("s"), .chapter = "19", .version = HsVersion::hs2017, .validity = {}, .source = "read"}), "");
    TermRow demin = sample_term("DEMIN", Topic::de_minimis, tolerance);
    if (tolerance == Answer::yes) demin.percent = number("7.5");
    if (tolerance != Answer::unknown) {
        EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {demin}}), "");
    }
    return desk;
}

struct Asked {
    Setting setting;
    Prepared good;
};
std::optional<Asked> asked(const Desk& desk, const Goods& goods) {
    auto setting = setting_of(desk.state.rules, goods, "");
    if (!setting) return std::nullopt;
    auto good = prepared(*setting, goods, "");
    if (!good) return std::nullopt;
    return Asked{*std::move(setting), *std::move(good)};
}

int rank(Answer answer) { return answer == Answer::no ? 0 : answer == Answer::unknown ? 1 : 2; }

TEST(OriginProperties, ACheaperForeignInputNeverWorsensBuildDown) {
    const Desk desk = desk_of_properties(Answer::no);
    Numbers numbers;
    int compared = 0;
    for (int i = 0; i < 3'000; ++i) {
        const Goods goods = made_up(numbers);
        const auto before = asked(desk, goods);
        if (!before) continue;
        for (std::size_t line = 0; line < goods.bill.lines.size(); ++line) {
            if (goods.bill.lines[line].origin != JurisdictionId("BR") || goods.bill.lines[line].value.digits == 0) continue;
            Goods cheaper = goods;
            cheaper.bill.lines[line].value.digits -= 1 + static_cast<std::int64_t>(numbers.below(static_cast<std::uint64_t>(cheaper.bill.lines[line].value.digits)));
            const auto after = asked(desk, cheaper);
            ASSERT_TRUE(after);
            const Tests down = *tests_of_text("BD 40");
            EXPECT_GE(rank(told_by(down, after->setting, after->good).answer), rank(told_by(down, before->setting, before->good).answer));
            const auto share = [&](const Goods& one) { return answer(desk.looking(), DetermineQuery{.goods = one, .consignment = {}}).figures->build_down->percent; };
            if (i < 200) {
                EXPECT_FALSE(compare(share(cheaper), share(goods)) < 0);
            }
            ++compared;
        }
    }
    EXPECT_GT(compared, 1'000);
}

TEST(OriginProperties, AnOriginatingMaterialMoreNeverLowersBuildUp) {
    const Desk desk = desk_of_properties(Answer::no);
    Numbers numbers;
    int compared = 0;
    for (int i = 0; i < 3'000; ++i) {
        const Goods goods = made_up(numbers);
        Goods more = goods;
        more.bill.lines.push_back(sample_line("2501", "0." + std::to_string(1 + numbers.below(99)), "MO"));
        const auto before = asked(desk, goods);
        const auto after = asked(desk, more);
        if (!before || !after) continue;
        const Tests up = *tests_of_text("BU 30");
        EXPECT_GE(rank(told_by(up, after->setting, after->good).answer), rank(told_by(up, before->setting, before->good).answer));
        ++compared;
    }
    EXPECT_GT(compared, 1'000);
}

TEST(OriginProperties, AtTheEdgeItPasses) {
    const Desk desk = desk_of_properties(Answer::no);
    Numbers numbers;
    for (int i = 0; i < 2'000; ++i) {
        const std::int64_t percent = 1 + static_cast<std::int64_t>(numbers.below(9'999));
        const std::int64_t price = 10'000 * (1 + static_cast<std::int64_t>(numbers.below(1'000'000)));
        Goods goods = sample_goods();
        goods.bill.fob = Decimal{price, 4};
        goods.bill.labour.reset();
        const std::int64_t share = price / 10'000 * percent;
        for (const auto& [text, origin, edge, step] : {std::tuple("BU ", "MO", share, -1), std::tuple("BD ", "BR", price - share, 1)}) {
            const Tests tests = *tests_of_text(text + Decimal{percent, 2}.to_text());
            goods.bill.lines = {sample_line("1701", "0", origin)};
            goods.bill.lines[0].value = Decimal{edge, 4};
            const auto at = asked(desk, goods);
            ASSERT_TRUE(at);
            EXPECT_EQ(told_by(tests, at->setting, at->good).answer, Answer::yes);
            goods.bill.lines[0].value.digits += step;
            const auto beyond = asked(desk, goods);
            ASSERT_TRUE(beyond);
            EXPECT_EQ(told_by(tests, beyond->setting, beyond->good).answer, Answer::no);
        }
    }
}

// Whatever is unknown may turn out either way, and a yes must hold in every case: of an unknown origin both ways,
// of an unknown tolerance none and all.
TEST(OriginProperties, WhatIsUnknownNeverMakesAYes) {
    const Desk unknown = desk_of_properties(Answer::unknown);
    const Desk none = desk_of_properties(Answer::no);
    Numbers numbers;
    int yes = 0;
    int no = 0;
    for (int i = 0; i < 3'000; ++i) {
        const Goods goods = made_up(numbers);
        const auto one = asked(unknown, goods);
        if (!one) continue;
        const Answer told = judged(one->setting, one->good).origin;
        if (told == Answer::unknown) continue;
        ++(told == Answer::yes ? yes : no);
        for (const char* origin : {"MO", "BR"}) {
            Goods certain = goods;
            for (BillLine& line : certain.bill.lines) {
                if (!line.origin) line.origin = JurisdictionId(origin);
            }
            const auto other = asked(none, certain);
            ASSERT_TRUE(other);
            const Answer then = judged(other->setting, other->good).origin;
            EXPECT_EQ(then, told) << goods.hs << " " << goods.on.to_text();
        }
    }
    EXPECT_GT(yes, 20);
    EXPECT_GT(no, 20);
}

TEST(OriginProperties, EveryWayThatIsOfferedMeetsTheRuleAndTheCheapestIsFirst) {
    const Desk desk = desk_of_properties(Answer::no);
    Numbers numbers;
    int offered = 0;
    for (int i = 0; i < 2'000; ++i) {
        const Goods goods = made_up(numbers);
        const auto one = asked(desk, goods);
        if (!one) continue;
        for (const char* text : {"BD 60", "CTH and (BU 50 or BD 70)", "PE"}) {
            const Tests tests = *tests_of_text(text);
            Wide last = 0;
            for (const Way& way : ways_to_meet(tests, one->setting, one->good)) {
                EXPECT_GE(way.amount, last);
                last = way.amount;
                ++offered;
                Prepared changed = one->good;
                for (const Step& step : way.steps) {
                    if (!step.line) {
                        changed.bill.labour += step.amount;
                        continue;
                    }
                    WorkedLine& line = changed.bill.lines[*step.line];
                    if (step.kind == ChangeKind::lower_value) line.value -= step.amount;
                    if (step.kind == ChangeKind::source_here) line.status = Status::here;
                    if (step.kind == ChangeKind::change_heading) {
                        line.hs = *Hs::from_text("9701.21");
                        line.status = Status::foreign;
                    }
                }
                EXPECT_EQ(told_by(tests, one->setting, changed).answer, Answer::yes) << text;
            }
        }
    }
    EXPECT_GT(offered, 1'000);
}

TEST(Ways, NameTheInputThatMustFallAndTheHeadingInTheWay) {
    const Desk desk = desk_of_properties(Answer::no);
    Goods goods = sample_goods();
    goods.bill.lines = {sample_line("0203.12", "70", "BR"), sample_line("0210.19", "5", "BR")};
    const DeterminationAnswer found = answer(desk.looking(), DetermineQuery{.goods = goods, .consignment = {}});
    EXPECT_EQ(found.origin, Answer::no);
    ASSERT_GE(found.ways.size(), 2U);
    // The salted meat from a material of another heading, and ten less for the pork ... or less of both.
    const WayShown& cheapest = found.ways.front();
    EXPECT_EQ(cheapest.rule, RuleId("ham-2021"));
    ASSERT_EQ(cheapest.steps.size(), 2U);
    EXPECT_EQ(cheapest.steps[0].kind, ChangeKind::change_heading);
    EXPECT_EQ(cheapest.steps[0].hs, "0210.19");
    EXPECT_EQ(cheapest.steps[1].kind, ChangeKind::lower_value);
    EXPECT_EQ(cheapest.steps[1].amount.to_text(), "15.00");
}

}  // namespace
}  // namespace ponte::origin
