// Numbers as published. A row a spelling; the rows that say "measures" stood in a real source.
#include "base/number_words.h"

#include <gtest/gtest.h>

#include <compare>
#include <iterator>
#include <random>
#include <string>

namespace ponte {
namespace {

using enum NumberLanguage;

struct Understanding {
    const char* text;
    NumberLanguage language;
    const char* value;
    const char* currency = "";
    const char* unit = "";
    Qualifier qualifier = Qualifier::exactly;
};

const Understanding understandings[] = {
    // measures: the same money in three languages
    {"MOP1.299 bn", none, "1299000000", "MOP"},
    {"MOP 1.299 billion", en, "1299000000", "MOP"},
    {"1,29 biliões de patacas", pt, "1290000000000", "MOP"},
    {"2,1 biliões", pt, "2100000000000"},
    {"1,299 mil milhões de patacas", pt, "1299000000", "MOP"},
    {"12,99億澳門元", zh, "1299000000", "MOP"},
    // measures: finance
    {"RMB 4,747.3bn", en, "4747300000000", "CNY"},
    {"RMB4,747.3bn", none, "4747300000000", "CNY"},
    {"+56.4 %", en, "56.4", "", "percent"},
    {"22,918,339", none, "22918339"},
    {"MOP 18,371,500k", en, "18371500000", "MOP"},
    {"MOP 909.253bn", en, "909253000000", "MOP"},
    {"909.253bn", none, "909253000000"},
    {"MOP926", none, "926", "MOP"},
    {"US$8.8 trillion", en, "8800000000000", "USD"},
    {"> 10,000", en, "10000", "", "", Qualifier::more_than},
    {"~14,000", en, "14000", "", "", Qualifier::about},
    {"545,000", en, "545000"},
    {"3,6 mil milhões", pt, "3600000000"},
    {"3,6 mil milhões", none, "3600000000"},
    {"2,243億澳門元", none, "224300000000", "MOP"},
    {"MOP 277.4bn", en, "277400000000", "MOP"},
    {"US$1bn", en, "1000000000", "USD"},
    {"EUR 527m", en, "527000000", "EUR"},
    {"527 milhões de euros", pt, "527000000", "EUR"},
    {"over 5,035", en, "5035", "", "", Qualifier::more_than},
    {"-5.91 %", en, "-5.91", "", "percent"},
    {"−5.91%", none, "-5.91", "", "percent"},
    {"MOP 38.58m", en, "38580000", "MOP"},
    {"US$0.335bn", none, "335000000", "USD"},
    {"0.0249", none, "0.0249"},
    {"RMB 1.57tn", en, "1570000000000", "CNY"},
    {"about 1,036.191bn", en, "1036191000000", "", "", Qualifier::about},
    {"<= 45m", en, "45000000", "", "", Qualifier::up_to},
    // marks
    {"1,299", en, "1299"},
    {"1,299", zh, "1299"},
    {"1,299", pt, "1.299"},
    {"1.299", pt, "1299"},
    {"1.299", en, "1.299"},
    {"1.299", zh, "1.299"},
    {"4 747,3", none, "4747.3"},
    {"4\u202f747,3", none, "4747.3"},
    {"4'747.3", none, "4747.3"},
    {"4’747.3", none, "4747.3"},
    {"4,747.3", pt, "4747.3"},
    {"4.747,3", en, "4747.3"},
    {"1,299,000", none, "1299000"},
    {"1.299.000", none, "1299000"},
    {"1 299 000", none, "1299000"},
    {"1,29", none, "1.29"},
    {"1,2990", none, "1.2990"},
    {"1299,000", none, "1299.000"},
    {"0,928", none, "0.928"},
    {"7.60 %", none, "7.60", "", "percent"},
    // Latin scales
    {"12 thousand million", en, "12000000000"},
    {"2,5 mil", pt, "2500"},
    {"1 milhão", pt, "1000000"},
    {"1,2 bilhões de reais", none, "1200000000", "BRL"},
    {"1,2 trilhões", none, "1200000000000"},
    {"R$ 3,5 MILHÕES", pt, "3500000", "BRL"},
    {"3,6 mil milho\u0303es", pt, "3600000000"},
    {"1.2345 thousand", en, "1234.5"},
    {"8M", none, "8000000"},
    {"100 mn kwanzas", none, "100000000", "AOA"},
    {"5 milhões de meticais", none, "5000000", "MZN"},
    // Han
    {"三億五千萬", none, "350000000"},
    {"三亿五千万", zh, "350000000"},
    {"一百二十三", zh, "123"},
    {"二十萬", zh, "200000"},
    {"十二", zh, "12"},
    {"一百一十", zh, "110"},
    {"一萬二千", zh, "12000"},
    {"一萬零二", zh, "10002"},
    {"一億零五千", zh, "100005000"},
    {"兩千零二十", zh, "2020"},
    {"二〇二〇", zh, "2020"},
    {"零", zh, "0"},
    {"3千萬", zh, "30000000"},
    {"3億5千萬", zh, "350000000"},
    {"3億5,000萬", zh, "350000000"},
    {"1萬2000", zh, "12000"},
    {"2.5萬億", zh, "2500000000000"},
    {"1萬2千億", zh, "1200000000000"},
    {"２，２４３億　澳門元", none, "224300000000", "MOP"},
    {"十二點五億美元", zh, "1250000000", "USD"},
    {"三点一四", zh, "3.14"},
    {"壹佰貳拾叁萬", zh, "1230000"},
    {"伍仟陸佰柒拾捌", zh, "5678"},
    {"人民幣5億元", zh, "500000000", "CNY"},
    {"5亿元人民币", zh, "500000000", "CNY"},
    {"港幣20萬元", zh, "200000", "HKD"},
    {"1,200億歐元", zh, "120000000000", "EUR"},
    {"\uf9d1\uf973萬", zh, "600000"},
    // qualifiers
    {"cerca de 100 mil", pt, "100000", "", "", Qualifier::about},
    {"mais de US$4bn", none, "4000000000", "USD", "", Qualifier::more_than},
    {"más de 100", none, "100", "", "", Qualifier::more_than},
    {"at least 1,000", en, "1000", "", "", Qualifier::at_least},
    {"約3億", zh, "300000000", "", "", Qualifier::about},
    {"超过10万", zh, "100000", "", "", Qualifier::more_than},
    {"三百多萬", zh, "3000000", "", "", Qualifier::more_than},
    {"10万余", zh, "100000", "", "", Qualifier::more_than},
    {"1,000以上", zh, "1000", "", "", Qualifier::at_least},
    {"500左右", zh, "500", "", "", Qualifier::about},
    {"menos de 5", pt, "5", "", "", Qualifier::less_than},
    {"até 15 mil milhões", pt, "15000000000", "", "", Qualifier::up_to},
    {"100 or more", en, "100", "", "", Qualifier::at_least},
    // units and signs
    {"46.2 per cent", en, "46.2", "", "percent"},
    {"24,7 por cento", pt, "24.7", "", "percent"},
    {"５．７％", zh, "5.7", "", "percent"},
    {"百分之三十", zh, "30", "", "percent"},
    {"百分之3.5", zh, "3.5", "", "percent"},
    {"百分之三點五", zh, "3.5", "", "percent"},
    {"1.2個百分點", zh, "1.2", "", "percentage_points"},
    {"1.2个百分点", zh, "1.2", "", "percentage_points"},
    {"0,6 pontos percentuais", pt, "0.6", "", "percentage_points"},
    {"0.66 pp", none, "0.66", "", "percentage_points"},
    {"-MOP 7.19m", en, "-7190000", "MOP"},
    {"MOP -7.19m", en, "-7190000", "MOP"},
    {"負7.19億", zh, "-719000000"},
    {"  42\t", none, "42"},
    // currencies
    {"MOP$100m", none, "100000000", "MOP"},
    {"HK$ 5", none, "5", "HKD"},
    {"€5", none, "5", "EUR"},
    {"5 CVE", none, "5", "CVE"},
    {"5億日圓", zh, "500000000", "JPY"},
    {"MOP 5 patacas", none, "5", "MOP"},
};

TEST(NumberWords, UnderstandsWhatIsPublished) {
    for (const Understanding& row : understandings) {
        const auto understood = understand_number(row.text, {row.language});
        ASSERT_TRUE(understood) << row.text << " refused: " << understood.error().kind.code << " "
                                << understood.error().subject << " " << understood.error().place;
        EXPECT_EQ(understood->value.to_text(), row.value) << row.text;
        EXPECT_EQ(understood->currency ? understood->currency->code() : "", row.currency) << row.text;
        EXPECT_EQ(understood->unit, row.unit) << row.text;
        EXPECT_EQ(to_text(understood->qualifier), to_text(row.qualifier)) << row.text;
        const auto multiplied = understood->stated.times(Decimal{static_cast<std::int64_t>(understood->multiplier), 0});
        ASSERT_TRUE(multiplied) << row.text;
        EXPECT_TRUE(std::is_eq(compare(*multiplied, understood->value))) << row.text;
    }
}

TEST(NumberWords, SaysWhatItUnderstood) {
    const struct {
        const char* text;
        NumberLanguage language;
        const char* said;
    } rows[] = {
        {"MOP1.299 bn", none, "1.299 x 10^9 MOP, from 'MOP1.299 bn'"},
        {"MOP926", none, "926 MOP, from 'MOP926'; no scale word was found"},
        {"1,29 biliões de patacas", pt,
         "1.29 x 10^12 MOP, from '1,29 biliões de patacas'; beware: read as 10^12 as in Portugal, while some papers write "
         "it for 10^9"},
        {"-5.91 %", none, "-5.91 percent, from '-5.91 %'"},
        {"超過2萬億元人民幣", zh, "more than 2 x 10^12 CNY, from '超過2萬億元人民幣'"},
        {"三億五千萬", zh, "350000000, from '三億五千萬'"},
    };
    for (const auto& row : rows) {
        const auto understood = understand_number(row.text, {row.language});
        ASSERT_TRUE(understood) << row.text;
        EXPECT_EQ(understood->said, row.said);
    }
}

TEST(NumberWords, RefusesWhatHasTwoReadingsOrNone) {
    const struct {
        const char* text;
        NumberLanguage language;
        RefusalKind kind;
        const char* place;
    } rows[] = {
        {"", none, refusals::number_words_empty, "character 1"},
        {" \t\u3000", none, refusals::number_words_empty, "character 4"},
        {"1,299", none, refusals::number_words_ambiguous, "character 2"},
        {"1.299", none, refusals::number_words_ambiguous, "character 2"},
        {"MOP 1.299", none, refusals::number_words_ambiguous, "character 6"},
        {"1.299 bn", pt, refusals::number_words_ambiguous, "character 2"},
        {"1,299 milhões", en, refusals::number_words_ambiguous, "character 2"},
        {"1,29 biliões", none, refusals::number_words_ambiguous, "character 6"},
        {"1,29 biliões", en, refusals::number_words_ambiguous, "character 6"},
        {"3 mil", none, refusals::number_words_ambiguous, "character 3"},
        {"3 mil", en, refusals::number_words_ambiguous, "character 3"},
        {"3兆", zh, refusals::number_words_ambiguous, "character 2"},
        {"三億五", zh, refusals::number_words_ambiguous, "character 3"},
        {"三百五", zh, refusals::number_words_ambiguous, "character 3"},
        {"一億五千", zh, refusals::number_words_ambiguous, "character 4"},
        {"1萬2", zh, refusals::number_words_ambiguous, "character 3"},
        {"(5.9)", en, refusals::number_words_ambiguous, "character 1"},
        {"（5.9）", zh, refusals::number_words_ambiguous, "character 1"},
        {"- 5.9", none, refusals::number_words_ambiguous, "character 1"},
        {"$5", en, refusals::number_words_currency_ambiguous, "character 1"},
        {"5億元", zh, refusals::number_words_currency_ambiguous, "character 3"},
        {"5 million dollars", en, refusals::number_words_currency_ambiguous, "character 11"},
        {"¥5", zh, refusals::number_words_currency_ambiguous, "character 1"},
        {"MOP 5 HKD", none, refusals::number_words_currency_ambiguous, "character 7"},
        {"MOP", none, refusals::number_words_unreadable, "character 4"},
        {"about", none, refusals::number_words_unreadable, "character 6"},
        {"1.2 million bn", none, refusals::number_words_conflicting_scales, "character 13"},
        {"2億 million", none, refusals::number_words_conflicting_scales, "character 4"},
        {"1億2億", zh, refusals::number_words_conflicting_scales, "character 4"},
        {"1萬2萬", zh, refusals::number_words_conflicting_scales, "character 4"},
        {"5 million %", en, refusals::number_words_conflicting_scales, "character 11"},
        {"5% million", en, refusals::number_words_conflicting_scales, "character 4"},
        {"5 000 people", en, refusals::number_words_unreadable, "character 7"},
        {"390 m2", en, refusals::number_words_unreadable, "character 6"},
        {"5-10", none, refusals::number_words_unreadable, "character 2"},
        {"12,34,567", en, refusals::number_words_unreadable, "character 6"},
        {"1.2.3", none, refusals::number_words_unreadable, "character 4"},
        {"1,234 567.8", none, refusals::number_words_unreadable, "character 10"},
        {"2020 100", none, refusals::number_words_unreadable, "character 5"},
        {"5.", none, refusals::number_words_unreadable, "character 2"},
        {".5", none, refusals::number_words_unreadable, "character 1"},
        {"1e9", none, refusals::number_words_unreadable, "character 2"},
        {"5 % MOP", none, refusals::number_words_unreadable, "character 8"},
        {"MOP 5%", none, refusals::number_words_unreadable, "character 6"},
        {"5 milhões de", pt, refusals::number_words_unreadable, "character 13"},
        {"about over 5", en, refusals::number_words_unreadable, "character 7"},
        {"--5", none, refusals::number_words_unreadable, "character 2"},
        {"mop 5", none, refusals::number_words_unreadable, "character 1"},
        {"ALLE 5", none, refusals::number_words_unreadable, "character 1"},
        {"百萬", zh, refusals::number_words_unreadable, "character 1"},
        {"一百零", zh, refusals::number_words_unreadable, "character 3"},
        {"三十百", zh, refusals::number_words_unreadable, "character 3"},
        {"一億20000萬", zh, refusals::number_words_unreadable, "character 8"},
        {"1.5萬2千", zh, refusals::number_words_unreadable, "character 5"},
        {"5澳元", zh, refusals::number_words_unreadable, "character 2"},
        {"5\xff", none, refusals::number_words_unreadable, "character 2"},
        {"9223372036854775808", none, refusals::number_words_too_large, "character 1"},
        {"10 triliões", pt, refusals::number_words_too_large, "character 4"},
        {"一億億", zh, refusals::number_words_conflicting_scales, "character 3"},
        {"99999999999999萬億", zh, refusals::number_words_too_large, "character 16"},
    };
    for (const auto& row : rows) {
        const auto understood = understand_number(row.text, {row.language});
        ASSERT_FALSE(understood) << row.text << " understood as " << understood->said;
        EXPECT_EQ(understood.error().kind.code, row.kind.code) << row.text;
        EXPECT_EQ(understood.error().place, row.place) << row.text;
    }
    EXPECT_FALSE(understand_number(std::string(300, '1')));
}

TEST(NumberWords, RefusesBilioesOfASourceThatMixesItsScales) {
    const auto understood = understand_number("2,1 biliões", {.language = pt, .biliao_unsettled = true});
    ASSERT_FALSE(understood);
    EXPECT_EQ(understood.error().kind.code, "number_words.ambiguous");
    EXPECT_NE(understood.error().subject.find("10^12"), std::string::npos);
    EXPECT_NE(understood.error().subject.find("10^9"), std::string::npos);
    // The words that have one reading everywhere stay understood.
    EXPECT_TRUE(understand_number("2,1 mil milhões", {.language = pt, .biliao_unsettled = true}));
}

// --- One value, many spellings.

std::string grouped(const std::string& digits, const std::string& mark) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += mark;
        text += digits[i];
    }
    return text;
}

std::string full_width(const std::string& digits) {
    constexpr const char* forms[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
    std::string text;
    for (const char c : digits) text += forms[c - '0'];
    return text;
}

struct HanSpelling {
    const char* digits[10];
    const char* units[4];
    const char* wan;
    const char* yi;

    // Up to 9999, with 零 where a place is empty between two that are not.
    [[nodiscard]] std::string below_wan(std::uint64_t value) const {
        std::string text;
        bool zero = false;
        std::uint64_t power = 1000;
        for (int place = 3; place >= 0; --place, power /= 10) {
            const std::uint64_t digit = value / power % 10;
            if (digit == 0) {
                zero = zero || !text.empty();
                continue;
            }
            if (zero) text += digits[0];
            zero = false;
            text += digits[digit];
            text += units[place];
        }
        return text;
    }
    [[nodiscard]] std::string below_yi(std::uint64_t value) const {
        if (value < 10'000) return below_wan(value);
        std::string text = below_wan(value / 10'000) + wan;
        const std::uint64_t rest = value % 10'000;
        if (rest > 0 && rest < 1000) text += digits[0];
        return text + below_wan(rest);
    }
    [[nodiscard]] std::string spell(std::uint64_t value) const {
        if (value == 0) return digits[0];
        if (value < 100'000'000) return below_yi(value);
        std::string text = below_yi(value / 100'000'000) + yi;
        const std::uint64_t rest = value % 100'000'000;
        if (rest > 0 && rest < 10'000'000) text += digits[0];
        return text + below_yi(rest);
    }
};

constexpr HanSpelling han_spellings[] = {
    {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "萬", "億"},
    {{"〇", "一", "两", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "万", "亿"},
    {{"零", "壹", "貳", "叁", "肆", "伍", "陸", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}, "萬", "億"},
};

constexpr std::uint64_t seed = 20201231;

TEST(NumberWords, OneValueInManySpellingsIsOneValue) {
    std::mt19937_64 random(seed);
    for (int round = 0; round < 3000; ++round) {
        // Every size alike, and every second one with noughts inside.
        std::uint64_t value = random() % 10'000'000'000'000'000 >> random() % 54;
        if (round % 2 == 0) {
            std::uint64_t power = 1;
            for (std::uint64_t places = random() % 8; places > 0; --places) power *= 10;
            value = value / power * power + random() % 10;
        }
        const std::string digits = std::to_string(value);
        const struct {
            std::string text;
            NumberLanguage language;
        } rows[] = {
            {digits, none},
            {grouped(digits, ","), en},
            {grouped(digits, ","), zh},
            {grouped(digits, "."), pt},
            {grouped(digits, " "), none},
            {grouped(digits, "'"), none},
            {grouped(digits, "\u00a0"), pt},
            {full_width(digits), none},
            {han_spellings[0].spell(value), none},
            {han_spellings[1].spell(value), zh},
            {han_spellings[2].spell(value), zh},
        };
        for (const auto& row : rows) {
            const auto understood = understand_number(row.text, {row.language});
            ASSERT_TRUE(understood) << row.text << " of " << value << ", seed " << seed << ": " << understood.error().kind.code
                                    << " at " << understood.error().place;
            ASSERT_EQ(understood->value, (Decimal{static_cast<std::int64_t>(value), 0})) << row.text << ", seed " << seed;
        }
        // Millions to three places, as the papers of three languages print them.
        const std::uint64_t thousands = value % 1'000'000'000;
        const std::string whole = std::to_string(thousands / 1000);
        const std::string places = std::to_string(thousands % 1000 + 1000).substr(1);
        const Decimal expected{static_cast<std::int64_t>(thousands * 1000), 0};
        ASSERT_EQ(understand_number(whole + "." + places + " million", {en})->value, expected) << thousands;
        ASSERT_EQ(understand_number(whole + "," + places + " milhões", {pt})->value, expected) << thousands;
        ASSERT_TRUE(std::is_eq(compare(understand_number(whole + "." + places + "百萬", {zh})->value, expected))) << thousands;
    }
}

TEST(NumberWords, NoTextMakesItFall) {
    // Pieces of vocabulary thrown together; a refusal is as good as an answer.
    const char* const pieces[] = {"1", "2,243", "1.299", "億", "萬", "千", "十", "零", "五", "點", "多", "百分之", "%", "bn", "mil",
                                  "milhões", "biliões", "MOP", "元", "$", "-", "(", " ", "de", "about", ">", "兆", "\xe5", "0", "個百分點"};
    std::mt19937_64 random(seed);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::uint64_t count = random() % 9; count > 0; --count) text += pieces[random() % std::size(pieces)];
        const auto language = static_cast<NumberLanguage>(random() % 4);
        const auto understood = understand_number(text, {language});
        if (understood) {
            EXPECT_FALSE(understood->said.empty());
        } else {
            EXPECT_TRUE(understood.error().kind.code.starts_with("number_words.")) << text;
            EXPECT_TRUE(understood.error().place.starts_with("character ") || text.size() > 256) << text;
        }
    }
}

}  // namespace
}  // namespace ponte
