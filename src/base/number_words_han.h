#pragma once

#include "base/decimal.h"
#include "base/outcome.h"

#include <cstdint>
#include <optional>

// A numeral of Han words and digits mixed, built up word by word: 一百二十三, 3億5千萬, 1.2萬億. Each word
// may say no; nothing is guessed, so 三億五 (350 million in speech, 300,000,005 by the letter) is refused.
namespace ponte {

// value x 10^exponent, or nothing when no Decimal holds it.
[[nodiscard]] std::optional<Decimal> scaled_up(Decimal value, unsigned exponent);

class HanNumeral {
public:
    using Trouble = std::optional<RefusalKind>;

    [[nodiscard]] Trouble literal(Decimal value, unsigned digits);  // 5,000 in 3億5,000萬
    [[nodiscard]] Trouble digit(std::int64_t digit);                // 零 to 九
    [[nodiscard]] Trouble fraction(Decimal below_one);              // what follows 點
    [[nodiscard]] Trouble unit(unsigned exponent);                  // 十 1, 百 2, 千 3
    [[nodiscard]] Trouble myriad(unsigned exponent);                // 萬 4, 億 8
    [[nodiscard]] Trouble finish();

    // After finish(): value = stated x 10^exponent, with exponent 0 unless one number stands before 萬 or 億.
    [[nodiscard]] Decimal value() const { return value_; }
    [[nodiscard]] Decimal stated() const { return stated_; }
    [[nodiscard]] unsigned exponent() const { return exponent_; }

private:
    struct Pending {
        Decimal value;
        unsigned digits;
        bool after_zero;
        bool literal;
    };

    [[nodiscard]] Trouble begin(Pending pending);
    [[nodiscard]] Trouble close_section(bool trailing, Decimal& part);
    [[nodiscard]] bool anything() const { return section_ || wan_ || yi_; }

    std::optional<Decimal> yi_;       // the closed part of 億
    std::optional<Decimal> wan_;      // the closed part of 萬 since
    std::optional<Decimal> section_;  // 千, 百 and 十 since
    std::optional<Pending> pending_;  // digits without a unit as yet
    unsigned last_unit_ = 0;
    bool section_after_zero_ = false;
    bool zero_ = false;     // 零 was read and waits for its digit
    bool decimal_ = false;  // a fraction was read: nothing but scales may follow
    unsigned pieces_ = 0;   // numbers that went in; with one, the scales make one multiplier
    bool in_words_ = false;  // 十 without a digit before it, or a fraction after it
    bool myriads_ = false;   // 萬 or 億 was read
    Decimal value_;
    Decimal stated_;
    unsigned exponent_ = 0;
};

}  // namespace ponte
