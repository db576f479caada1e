#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

// Numbers for the verifier's own arithmetic: i64 digits and a scale of 0 to 18, as the page says
// ("Arithmetic" in docs/formats/bundle.md). Not base/decimal.h on purpose: a slip there must show.
namespace ponte::bundle {

struct Number {
    std::int64_t digits = 0;
    std::uint8_t scale = 0;
};

inline constexpr std::uint8_t scale_max = 18;

[[nodiscard]] std::strong_ordering compared(Number a, Number b);
// Nothing where the result's digits do not fit.
[[nodiscard]] std::optional<Number> sum(Number a, Number b);
[[nodiscard]] std::optional<Number> difference(Number a, Number b);
[[nodiscard]] std::optional<Number> product(Number a, Number b);
[[nodiscard]] std::optional<Number> quotient(Number a, std::int64_t by, std::uint8_t places);  // by > 0
[[nodiscard]] std::optional<Number> rounded(Number number, std::uint8_t places);
// Rounded to `places`, with so many places; as it stands where that does not fit.
[[nodiscard]] std::string printed(Number number, std::uint8_t places);

}  // namespace ponte::bundle
