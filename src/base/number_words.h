#pragma once

#include "base/decimal.h"
#include "base/money.h"
#include "base/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Numbers as people publish them: "MOP1.299 bn", "3,6 mil milhões de patacas", "2,243億澳門元". One
// scale word misread is a figure wrong by a thousand, so what has two readings is refused, and what is
// understood comes with an account of it that a person can check.
namespace ponte {

namespace refusals {
inline constexpr RefusalKind number_words_empty{"number_words.empty", Remedy::correct};
inline constexpr RefusalKind number_words_unreadable{"number_words.unreadable", Remedy::correct};
inline constexpr RefusalKind number_words_ambiguous{"number_words.ambiguous", Remedy::correct};
inline constexpr RefusalKind number_words_currency_ambiguous{"number_words.currency_ambiguous", Remedy::correct};
inline constexpr RefusalKind number_words_too_large{"number_words.too_large", Remedy::correct};
inline constexpr RefusalKind number_words_conflicting_scales{"number_words.conflicting_scales", Remedy::correct};
}  // namespace refusals

// The language that the text was published in. Traditional and simplified Chinese count alike.
enum class NumberLanguage : std::uint8_t { none = 0, zh = 1, pt = 2, en = 3 };

struct NumberReading {
    NumberLanguage language = NumberLanguage::none;
    // The source writes Portuguese and is known, or feared, to print "biliões" for 10^9.
    bool biliao_unsettled = false;
};

enum class Qualifier : std::uint8_t { exactly = 0, about = 1, more_than = 2, at_least = 3, less_than = 4, up_to = 5 };

[[nodiscard]] std::string_view to_text(Qualifier qualifier);

struct Understood {
    Decimal value;                 // scaled out in full: 1299000000
    Decimal stated;                // as it stands before the scale word: 1.299
    std::uint64_t multiplier = 1;  // value = stated x multiplier
    std::string unit;              // "", "percent" or "percentage_points"
    std::optional<Currency> currency;
    Qualifier qualifier = Qualifier::exactly;
    std::string said;  // "1.299 x 10^9 MOP, from 'MOP1.299 bn'"

    friend bool operator==(const Understood&, const Understood&) = default;
};

// The place of a refusal is "character 7", counted from 1 in the text as given.
//
// Marks: where one comma or point stands before exactly three digits, the language tells whether it
// groups; words of the text tell when no language is given; where neither does, or both disagree, the
// text is refused. Scales: "bilião" is 10^12 when the text is Portuguese and else refused, "bilhão" and
// "billion" are 10^9; 兆 is refused. Currencies: "$", "元" and "dollars" alone are refused.
[[nodiscard]] Outcome<Understood> understand_number(std::string_view text, NumberReading reading = {});

}  // namespace ponte
