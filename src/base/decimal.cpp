#include "base/decimal.h"

#include <algorithm>

namespace ponte {

namespace {

__extension__ using Wide = __int128;

constexpr std::uint8_t scale_max = 18;

constexpr Wide power_of_ten(unsigned exponent) {
    Wide power = 1;
    for (unsigned i = 0; i < exponent; ++i) power *= 10;
    return power;
}

Outcome<Decimal> narrowed(Wide digits, std::uint8_t scale) {
    if (digits > INT64_MAX || digits < -INT64_MAX) return refuse(refusals::decimal_too_large);
    return Decimal{static_cast<std::int64_t>(digits), scale};
}

// 10^36 still fits a Wide beside a 64-bit factor only when the scales differ by at most 18.
Wide scaled_to(Decimal value, std::uint8_t scale) { return Wide{value.digits} * power_of_ten(scale - value.scale); }

Wide divided_half_away(Wide numerator, Wide denominator) {
    const bool negative = (numerator < 0) != (denominator < 0);
    const Wide n = numerator < 0 ? -numerator : numerator;
    const Wide d = denominator < 0 ? -denominator : denominator;
    // Not (n + d / 2) / d, which could pass the end of a Wide.
    const Wide rest = n % d;
    const Wide quotient = n / d + (rest >= d - rest ? 1 : 0);
    return negative ? -quotient : quotient;
}

}  // namespace

Outcome<Decimal> Decimal::parse(std::string_view text) {
    const std::string subject(text.substr(0, 64));
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative) rest.remove_prefix(1);
    Wide digits = 0;
    unsigned scale = 0;
    bool point = false;
    bool any = false;
    bool any_after = false;
    for (const char c : rest) {
        if (c == '.' && !point && any) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') return refuse(refusals::decimal_unreadable, subject);
        any = true;
        digits = digits * 10 + (c - '0');
        if (point) {
            ++scale;
            any_after = true;
        }
        if (digits > INT64_MAX || scale > scale_max) return refuse(refusals::decimal_too_large, subject);
    }
    if (!any || (point && !any_after)) return refuse(refusals::decimal_unreadable, subject);
    return narrowed(negative ? -digits : digits, static_cast<std::uint8_t>(scale));
}

std::optional<Decimal> Decimal::from_text(std::string_view text) {
    auto parsed = parse(text);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::string Decimal::to_text() const {
    // Unsigned, since the smallest 64-bit number has no positive twin.
    const auto bits = static_cast<std::uint64_t>(digits);
    std::string text = std::to_string(digits < 0 ? 0 - bits : bits);
    if (scale > 0) {
        if (text.size() <= scale) text.insert(0, scale - text.size() + 1U, '0');
        text.insert(text.size() - scale, ".");
    }
    return digits < 0 ? "-" + text : text;
}

Outcome<Decimal> Decimal::plus(Decimal other) const {
    if (scale > scale_max || other.scale > scale_max) return refuse(refusals::decimal_too_large);
    const std::uint8_t common = std::max(scale, other.scale);
    return narrowed(scaled_to(*this, common) + scaled_to(other, common), common);
}

Outcome<Decimal> Decimal::minus(Decimal other) const {
    if (scale > scale_max || other.scale > scale_max) return refuse(refusals::decimal_too_large);
    const std::uint8_t common = std::max(scale, other.scale);
    return narrowed(scaled_to(*this, common) - scaled_to(other, common), common);
}

Outcome<Decimal> Decimal::times(Decimal other) const {
    if (scale > scale_max || other.scale > scale_max) return refuse(refusals::decimal_too_large);
    const unsigned sum = static_cast<unsigned>(scale) + other.scale;
    const Wide product = Wide{digits} * other.digits;
    if (sum <= scale_max) return narrowed(product, static_cast<std::uint8_t>(sum));
    return narrowed(divided_half_away(product, power_of_ten(sum - scale_max)), scale_max);
}

Outcome<Decimal> Decimal::divided_by(Decimal other, std::uint8_t places) const {
    if (scale > scale_max || other.scale > scale_max) return refuse(refusals::decimal_too_large);
    if (other.digits == 0 || places > scale_max) return refuse(refusals::decimal_unreadable, "division by zero");
    // digits/10^s / (d/10^t) = digits x 10^(t + places - s) / d, at 10^-places.
    const int shift = int{other.scale} + int{places} - int{scale};
    if (shift >= 0) {
        Wide numerator = 0;
        const bool overflows = __builtin_mul_overflow(Wide{digits}, power_of_ten(static_cast<unsigned>(shift)), &numerator);
        // Past 10^38 over at most 10^19 the quotient fits no Decimal anyway.
        if (overflows) return refuse(refusals::decimal_too_large);
        return narrowed(divided_half_away(numerator, Wide{other.digits}), places);
    }
    return narrowed(divided_half_away(Wide{digits}, Wide{other.digits} * power_of_ten(static_cast<unsigned>(-shift))), places);
}

Outcome<Decimal> Decimal::rounded(std::uint8_t places) const {
    if (places > scale_max || scale > scale_max) return refuse(refusals::decimal_too_large);
    if (places >= scale) return narrowed(scaled_to(*this, places), places);
    return narrowed(divided_half_away(Wide{digits}, power_of_ten(unsigned{scale} - places)), places);
}

Decimal Decimal::shortest() const {
    Decimal value = *this;
    while (value.scale > 0 && value.digits % 10 == 0) {
        value.digits /= 10;
        --value.scale;
    }
    return value;
}

std::strong_ordering compare(Decimal a, Decimal b) {
    if (a.scale > b.scale) {
        const std::strong_ordering reversed = compare(b, a);
        if (reversed == 0) return reversed;
        return reversed < 0 ? std::strong_ordering::greater : std::strong_ordering::less;
    }
    // Total even over scales that no parser gives: past 18 places of difference whatever is not zero
    // outweighs every 64-bit number.
    if (b.scale - a.scale > scale_max) {
        if (a.digits != 0) return a.digits <=> 0;
        return 0 <=> b.digits;
    }
    return scaled_to(a, b.scale) <=> Wide{b.digits};
}

}  // namespace ponte
