// Currencies have the right places, and money never mixes or overflows in silence.
#include "base/money.h"

#include <gtest/gtest.h>

namespace ponte {
namespace {

Currency currency(std::string_view code) {
    const auto found = Currency::from_text(code);
    EXPECT_TRUE(found) << code;
    return found.value_or(Currency{});
}

TEST(Currency, HasTheNumberAndPlacesOfIso4217) {
    const struct {
        const char* code;
        unsigned number;
        unsigned exponent;
    } rows[] = {
        {"CNY", 156, 2}, {"MOP", 446, 2}, {"HKD", 344, 2}, {"USD", 840, 2}, {"EUR", 978, 2}, {"BRL", 986, 2},
        {"AOA", 973, 2}, {"MZN", 943, 2}, {"CVE", 132, 2}, {"STN", 930, 2}, {"XOF", 952, 0}, {"XAF", 950, 0},
        {"JPY", 392, 0}, {"KRW", 410, 0}, {"VND", 704, 0}, {"CLP", 152, 0}, {"ISK", 352, 0}, {"BHD", 48, 3},
        {"KWD", 414, 3}, {"TND", 788, 3}, {"OMR", 512, 3}, {"CLF", 990, 4}, {"ALL", 8, 2},   {"IDR", 360, 2},
    };
    for (const auto& row : rows) {
        const Currency one = currency(row.code);
        EXPECT_EQ(one.number, row.number) << row.code;
        EXPECT_EQ(one.exponent(), row.exponent) << row.code;
        EXPECT_EQ(one.code(), row.code);
        EXPECT_EQ(one.to_text(), row.code);
    }
    EXPECT_EQ(currency("MOP").name_en(), "Pataca");
}

TEST(Currency, RefusesWhatIsNoCode) {
    for (const char* text : {"", "mop", "MO", "MOPX", "AAA", "ZZZ", "XXX", "446"}) {
        EXPECT_FALSE(Currency::from_text(text)) << text;
    }
    EXPECT_EQ(Currency{}.code(), "???");
    EXPECT_FALSE(Currency{}.known());
}

TEST(Money, WritesThePlacesOfItsCurrencyAndReadsThemBack) {
    const struct {
        const char* code;
        std::int64_t minor;
        const char* text;
    } rows[] = {
        {"MOP", 129900, "MOP 1299.00"}, {"MOP", -1, "MOP -0.01"},     {"JPY", 1299, "JPY 1299"},
        {"KWD", 5, "KWD 0.005"},        {"CNY", 0, "CNY 0.00"},       {"CNY", INT64_MAX, "CNY 92233720368547758.07"},
    };
    for (const auto& row : rows) {
        const Money money{row.minor, currency(row.code)};
        EXPECT_EQ(money.to_text(), row.text);
        EXPECT_EQ(Money::from_text(row.text), money);
    }
    EXPECT_EQ((Money{INT64_MIN, currency("MOP")}).to_text(), "MOP -92233720368547758.08");
}

TEST(Money, TakesADecimalOfNoMorePlacesThanItHas) {
    EXPECT_EQ(Money::from_decimal(Decimal{15, 1}, currency("MOP"))->minor, 150);
    EXPECT_EQ(Money::from_decimal(Decimal{15, 0}, currency("JPY"))->minor, 15);
    EXPECT_EQ(Money::from_decimal(Decimal{150, 2}, currency("MOP"))->to_decimal(), (Decimal{150, 2}));
}

TEST(Money, RefusesWhatItCantHold) {
    const Currency mop = currency("MOP");
    const struct {
        Outcome<Money> money;
        RefusalKind kind;
    } rows[] = {
        {Money::from_decimal(Decimal{1500, 3}, mop), refusals::money_too_precise},
        {Money::from_decimal(Decimal{15, 1}, currency("JPY")), refusals::money_too_precise},
        {Money::from_decimal(Decimal{INT64_MAX, 0}, mop), refusals::money_amount_overflows},
        {Money::from_decimal(Decimal{1, 0}, Currency{}), refusals::money_currency_unknown},
        {Money{1, mop}.plus(Money{1, currency("HKD")}), refusals::money_currencies_differ},
        {Money{1, mop}.minus(Money{1, currency("HKD")}), refusals::money_currencies_differ},
        {Money{INT64_MAX, mop}.plus(Money{1, mop}), refusals::money_amount_overflows},
        {Money{INT64_MIN, mop}.minus(Money{1, mop}), refusals::money_amount_overflows},
        {Money::parse(""), refusals::money_unreadable},
        {Money::parse("MOP1299.00"), refusals::money_unreadable},
        {Money::parse("MOP  1299"), refusals::decimal_unreadable},
        {Money::parse("MOP 1,299"), refusals::decimal_unreadable},
        {Money::parse("ABC 1"), refusals::money_currency_unknown},
        {Money::parse("MOP 1.001"), refusals::money_too_precise},
    };
    for (const auto& row : rows) {
        ASSERT_FALSE(row.money) << row.kind.code;
        EXPECT_EQ(row.money.error().kind.code, row.kind.code);
    }
}

TEST(Money, AddsAndTakesAway) {
    const Currency mop = currency("MOP");
    EXPECT_EQ(Money({1, mop}).plus(Money{2, mop})->minor, 3);
    EXPECT_EQ(Money({1, mop}).minus(Money{2, mop})->minor, -1);
    EXPECT_TRUE(Money({1, mop}).is_positive());
    EXPECT_FALSE(Money({0, mop}).is_positive());
    EXPECT_FALSE(Money({-1, mop}).is_positive());
}

}  // namespace
}  // namespace ponte
