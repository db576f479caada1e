#pragma once

#include "base/date.h"

#include <optional>
#include <string_view>

// Days and periods in the order in which an office writes them. Which order that is must be said: 03/04/2020
// is two different days.
namespace ponte::csv {

// The period that `text` names when it is written after `pattern`, or nothing. The finest part decides: a
// day, month, quarter, half or year. In a pattern YYYY and YY (of this century) are years, M or MM a month in
// digits, MMM its name or beginning in English or Portuguese, D or DD a day, Q a quarter, H a half; what
// stands in [brackets] and every other sign stands for itself, a blank for any blanks or none: "DD/MM/YYYY",
// "YYYY年M月", "[Q]Q YYYY", "D [de] MMM [de] YYYY". "ISO" is the house's own spelling: "2020-Q3", "2020-12-31".
[[nodiscard]] std::optional<Period> period_by_pattern(std::string_view text, std::string_view pattern);

// A pattern that names a year and no part that it does not need: what period_by_pattern can use.
[[nodiscard]] bool is_pattern(std::string_view pattern);

}  // namespace ponte::csv
