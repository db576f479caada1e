#pragma once

#include "base/outcome.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ponte {

namespace refusals {
inline constexpr RefusalKind decimal_unreadable{"decimal.unreadable", Remedy::correct};
inline constexpr RefusalKind decimal_too_large{"decimal.too_large", Remedy::correct};
}  // namespace refusals

// An exact decimal number: digits x 10^-scale, no rounding that was not asked for. 4747.3 is
// {47473, 1}. Two spellings of one number (1.5, 1.50) compare equal as numbers through `compare`,
// and differ as values, since what was published with two places says more than one with one.
struct Decimal {
    std::int64_t digits = 0;
    std::uint8_t scale = 0;  // 0..18

    // "-1234.50": optional minus, digits, optional point and digits. No blanks, no grouping, no
    // exponent (base/number_words.h reads what people write).
    [[nodiscard]] static Outcome<Decimal> parse(std::string_view text);
    [[nodiscard]] static std::optional<Decimal> from_text(std::string_view text);
    [[nodiscard]] std::string to_text() const;

    [[nodiscard]] Outcome<Decimal> plus(Decimal other) const;
    [[nodiscard]] Outcome<Decimal> minus(Decimal other) const;
    [[nodiscard]] Outcome<Decimal> times(Decimal other) const;
    // this / other to `places` places, half away from zero. Refuses a zero divisor as unreadable.
    [[nodiscard]] Outcome<Decimal> divided_by(Decimal other, std::uint8_t places) const;
    // Half away from zero, the rule of published statistics. More places than there are: padded.
    [[nodiscard]] Outcome<Decimal> rounded(std::uint8_t places) const;
    // The same number without trailing zeros after the point.
    [[nodiscard]] Decimal shortest() const;

    friend bool operator==(const Decimal&, const Decimal&) = default;
};

// As numbers: less, equal or greater, never overflowing.
[[nodiscard]] std::strong_ordering compare(Decimal a, Decimal b);

}  // namespace ponte
