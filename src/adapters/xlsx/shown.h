#pragma once

#include <optional>
#include <string>
#include <string_view>

// What a number cell shows. Excel stores a day as a count and 4747.3 as 4747.3000000000002; both are
// turned back into what the officer typed, in whole-number arithmetic, so that nothing new is rounded in.
namespace ponte::xlsx {

enum class Shown { number, percent, year, month, day, moment, time, ambiguous };

// By the code of a number format ("yyyy-mm-dd;@"), or by the number of a built-in one.
[[nodiscard]] Shown shown_by_format(std::string_view code);
[[nodiscard]] Shown shown_by_number(unsigned number);

// "1.4999999999999999E-2" is 0.015. Nothing for no number, one with more than fifteen whole digits,
// or one beyond 40 places.
[[nodiscard]] std::optional<std::string> plain_decimal(std::string_view stored);

// A plain decimal as a share of a hundred: "0.014" is "1.4%". Without its sign it would be a hundredth of
// what the officer typed.
[[nodiscard]] std::string percent_text(std::string_view plain);

// A plain decimal as a day since 1900 (or 1904), to the precision that is shown. Nothing for a day that
// is none: 1900-02-29, which Excel counts, or one outside of the years 1900 to 2199.
[[nodiscard]] std::optional<std::string> date_text(std::string_view plain, Shown shown, bool since_1904);

}  // namespace ponte::xlsx
