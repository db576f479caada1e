#pragma once

#include "base/describe.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Codes of the Harmonized System: chapter (2 digits), heading (4), subheading (6), and the national digits
// below (8, 10). Points and blanks between digits say nothing and are dropped.
namespace ponte::origin {

// The edition a code belongs to; the same digits may name other goods in another edition.
enum class HsVersion : std::uint16_t { hs2002 = 2002, hs2007 = 2007, hs2012 = 2012, hs2017 = 2017, hs2022 = 2022 };
BOOST_DESCRIBE_ENUM(HsVersion, hs2002, hs2007, hs2012, hs2017, hs2022)

struct Hs {
    std::uint64_t number = 0;
    std::uint8_t digits = 0;  // 2, 4, 6, 8 or 10

    // Nothing where it is no code: other characters, an odd count, or a chapter that the nomenclature does
    // not have (00, 77, 98 and above are national or kept free).
    [[nodiscard]] static std::optional<Hs> from_text(std::string_view text);
    [[nodiscard]] std::string to_text() const;  // "1806", "1806.20", "0506.90.90"

    // The first `count` digits, which must not be more than there are.
    [[nodiscard]] Hs first(std::uint8_t count) const;
    [[nodiscard]] bool starts_with(Hs prefix) const { return digits >= prefix.digits && first(prefix.digits) == prefix; }

    friend constexpr auto operator<=>(const Hs&, const Hs&) = default;
};

}  // namespace ponte::origin
