#pragma once

#include "base/number_words.h"

#include <string_view>

// The words that number_words.cpp knows, in the folded spelling it compares in: lower case, without
// accents, half width, traditional Han. To teach it a word is to add a row here and one to the test.
namespace ponte::number_vocabulary {

using Words = std::u32string_view;
using enum NumberLanguage;

struct QualifierWord {
    Words words;
    Qualifier qualifier;
    NumberLanguage language;
};

inline constexpr QualifierWord qualifiers_before[] = {
    {U"about", Qualifier::about, en},
    {U"around", Qualifier::about, en},
    {U"approximately", Qualifier::about, en},
    {U"nearly", Qualifier::about, en},
    {U"almost", Qualifier::about, en},
    {U"cerca de", Qualifier::about, pt},
    {U"aproximadamente", Qualifier::about, pt},
    {U"quase", Qualifier::about, pt},
    {U"約", Qualifier::about, zh},
    {U"大約", Qualifier::about, zh},
    {U"近", Qualifier::about, zh},
    {U"接近", Qualifier::about, zh},
    {U"~", Qualifier::about, none},
    {U"≈", Qualifier::about, none},
    {U">", Qualifier::more_than, none},
    {U"over", Qualifier::more_than, en},
    {U"more than", Qualifier::more_than, en},
    {U"mais de", Qualifier::more_than, pt},
    {U"acima de", Qualifier::more_than, pt},
    {U"mas de", Qualifier::more_than, none},
    {U"超過", Qualifier::more_than, zh},
    {U"逾", Qualifier::more_than, zh},
    {U"多於", Qualifier::more_than, zh},
    {U">=", Qualifier::at_least, none},
    {U"≥", Qualifier::at_least, none},
    {U"at least", Qualifier::at_least, en},
    {U"pelo menos", Qualifier::at_least, pt},
    {U"至少", Qualifier::at_least, zh},
    {U"不少於", Qualifier::at_least, zh},
    {U"<", Qualifier::less_than, none},
    {U"less than", Qualifier::less_than, en},
    {U"under", Qualifier::less_than, en},
    {U"menos de", Qualifier::less_than, pt},
    {U"少於", Qualifier::less_than, zh},
    {U"不足", Qualifier::less_than, zh},
    {U"不到", Qualifier::less_than, zh},
    {U"<=", Qualifier::up_to, none},
    {U"≤", Qualifier::up_to, none},
    {U"up to", Qualifier::up_to, en},
    {U"at most", Qualifier::up_to, en},
    {U"ate", Qualifier::up_to, pt},
    {U"最多", Qualifier::up_to, zh},
    {U"不超過", Qualifier::up_to, zh},
};

inline constexpr QualifierWord qualifiers_after[] = {
    {U"or more", Qualifier::at_least, en}, {U"ou mais", Qualifier::at_least, pt}, {U"以上", Qualifier::at_least, zh},
    {U"以下", Qualifier::up_to, zh},       {U"左右", Qualifier::about, zh},
};

// A row without a code names a currency that several places have.
struct CurrencyWord {
    Words words;
    std::string_view code;
};

inline constexpr CurrencyWord currencies[] = {
    {U"mop$", "MOP"},
    {U"pataca", "MOP"},
    {U"patacas", "MOP"},
    {U"澳門元", "MOP"},
    {U"澳門幣", "MOP"},
    {U"us$", "USD"},
    {U"us dollars", "USD"},
    {U"dolares americanos", "USD"},
    {U"dolares norte-americanos", "USD"},
    {U"美元", "USD"},
    {U"美金", "USD"},
    {U"rmb", "CNY"},
    {U"renminbi", "CNY"},
    {U"yuan", "CNY"},
    {U"人民幣", "CNY"},
    {U"元人民幣", "CNY"},
    {U"€", "EUR"},
    {U"euro", "EUR"},
    {U"euros", "EUR"},
    {U"歐元", "EUR"},
    {U"r$", "BRL"},
    {U"reais", "BRL"},
    {U"雷亞爾", "BRL"},
    {U"hk$", "HKD"},
    {U"hong kong dollars", "HKD"},
    {U"dolares de hong kong", "HKD"},
    {U"港元", "HKD"},
    {U"港幣", "HKD"},
    {U"metical", "MZN"},
    {U"meticais", "MZN"},
    {U"kwanza", "AOA"},
    {U"kwanzas", "AOA"},
    {U"escudos cabo-verdianos", "CVE"},
    {U"pounds sterling", "GBP"},
    {U"libras esterlinas", "GBP"},
    {U"英鎊", "GBP"},
    {U"日圓", "JPY"},
    {U"日元", "JPY"},
    {U"nt$", "TWD"},
    {U"s$", "SGD"},
    {U"$", ""},
    {U"¥", ""},
    {U"£", ""},
    {U"dollar", ""},
    {U"dollars", ""},
    {U"dolar", ""},
    {U"dolares", ""},
    {U"escudos", ""},
    {U"francos cfa", ""},
    {U"cfa francs", ""},
};

// 元 and 圓 only repeat a currency that was named before them: 人民幣5億元.
inline constexpr CurrencyWord yuan_signs[] = {{U"元", ""}, {U"圓", ""}};

enum class Care : std::uint8_t { none, mil, biliao };

struct ScaleWord {
    Words words;
    std::uint8_t exponent;
    NumberLanguage language;
    Care care = Care::none;
};

inline constexpr ScaleWord scales[] = {
    {U"k", 3, none},
    {U"m", 6, none},
    {U"mn", 6, none},
    {U"thousand", 3, en},
    {U"million", 6, en},
    {U"millions", 6, en},
    {U"thousand million", 9, en},
    {U"bn", 9, en},
    {U"billion", 9, en},
    {U"billions", 9, en},
    {U"tn", 12, en},
    {U"trn", 12, en},
    {U"trillion", 12, en},
    {U"trillions", 12, en},
    {U"mil", 3, pt, Care::mil},
    {U"milhao", 6, pt},
    {U"milhoes", 6, pt},
    {U"mil milhoes", 9, pt},
    {U"bilhao", 9, pt},
    {U"bilhoes", 9, pt},
    {U"trilhao", 12, pt},
    {U"trilhoes", 12, pt},
    {U"biliao", 12, pt, Care::biliao},
    {U"bilioes", 12, pt, Care::biliao},
    {U"triliao", 18, pt, Care::biliao},
    {U"trilioes", 18, pt, Care::biliao},
};

struct UnitWord {
    Words words;
    std::string_view unit;
    NumberLanguage language;
};

inline constexpr UnitWord units[] = {
    {U"%", "percent", none},
    {U"percent", "percent", en},
    {U"per cent", "percent", en},
    {U"por cento", "percent", pt},
    {U"pp", "percentage_points", none},
    {U"p.p.", "percentage_points", none},
    {U"percentage point", "percentage_points", en},
    {U"percentage points", "percentage_points", en},
    {U"ponto percentual", "percentage_points", pt},
    {U"pontos percentuais", "percentage_points", pt},
    {U"百分點", "percentage_points", zh},
    {U"個百分點", "percentage_points", zh},
};

struct PlainWord {
    Words words;
};

inline constexpr PlainWord hundredths[] = {{U"百分之"}};      // 百分之三十: the unit comes first
inline constexpr PlainWord connectives[] = {{U"de"}, {U"of"}};  // between a scale and its currency
inline constexpr PlainWord minus_signs[] = {{U"-"}, {U"負"}};

}  // namespace ponte::number_vocabulary
