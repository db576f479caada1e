#pragma once

#include <optional>
#include <string>
#include <string_view>

// A number with what its format adds to it.
namespace ponte::xlsx {

// A plain decimal as a cell of that format code shows it: "1234.5" in `0.00" mil"` is "1234.50 mil", in
// `0.0%` (as "0.014") "1.4%". Marks between thousands are left out, since each office sees its own. Nothing
// where the format shows another number than the cell holds: fewer places, thousands, fractions, powers.
[[nodiscard]] std::optional<std::string> shown_number(std::string_view plain, std::string_view format);

// The format code of a built-in number format (ECMA-376 part 1, 18.8.30); empty: as it was typed.
[[nodiscard]] std::string_view built_in_format(unsigned number);

}  // namespace ponte::xlsx
