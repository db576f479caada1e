#include "adapters/bundle/exact.h"

#include <algorithm>
#include <array>
#include <limits>

namespace ponte::bundle {

namespace {

__extension__ using Wide = __int128;

constexpr std::array<std::int64_t, scale_max + 1> tens = [] {
    std::array<std::int64_t, scale_max + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

std::optional<Number> fitting(Wide digits, std::uint8_t scale) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (digits > most || digits < -Wide{most}) return std::nullopt;
    return Number{static_cast<std::int64_t>(digits), scale};
}

Wide at(Number number, std::uint8_t scale) { return Wide{number.digits} * tens[static_cast<std::size_t>(scale - number.scale)]; }

// Half away from zero: the size is divided, the sign put back.
Wide divided(Wide digits, Wide by) {
    const Wide size = digits < 0 ? -digits : digits;
    const Wide whole = size / by;
    const Wide result = (size - whole * by) * 2 >= by ? whole + 1 : whole;
    return digits < 0 ? -result : result;
}

std::string as_it_stands(Number number) {
    std::string text = std::to_string(number.digits);
    const bool negative = text.front() == '-';
    if (negative) text.erase(0, 1);
    if (number.scale > 0) {
        text.insert(0, text.size() > number.scale ? 0 : number.scale + 1 - text.size(), '0');
        text.insert(text.size() - number.scale, 1, '.');
    }
    return (negative ? "-" : "") + text;
}

}  // namespace

std::strong_ordering compared(Number a, Number b) {
    const std::uint8_t scale = std::max(a.scale, b.scale);
    return at(a, scale) <=> at(b, scale);
}

std::optional<Number> sum(Number a, Number b) {
    const std::uint8_t scale = std::max(a.scale, b.scale);
    return fitting(at(a, scale) + at(b, scale), scale);
}

std::optional<Number> difference(Number a, Number b) {
    const std::uint8_t scale = std::max(a.scale, b.scale);
    return fitting(at(a, scale) - at(b, scale), scale);
}

std::optional<Number> product(Number a, Number b) {
    const auto scale = static_cast<std::uint8_t>(a.scale + b.scale);
    const Wide digits = Wide{a.digits} * b.digits;
    if (scale <= scale_max) return fitting(digits, scale);
    return fitting(divided(digits, tens[static_cast<std::size_t>(scale - scale_max)]), scale_max);
}

std::optional<Number> quotient(Number a, std::int64_t by, std::uint8_t places) {
    if (places >= a.scale) return fitting(divided(at(a, places), by), places);
    return fitting(divided(a.digits, Wide{by} * tens[static_cast<std::size_t>(a.scale - places)]), places);
}

std::optional<Number> rounded(Number number, std::uint8_t places) { return quotient(number, 1, places); }

std::string printed(Number number, std::uint8_t places) { return as_it_stands(rounded(number, places).value_or(number)); }

}  // namespace ponte::bundle
