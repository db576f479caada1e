#pragma once

#include "base/date.h"
#include "base/languages.h"

#include <optional>
#include <string_view>

// Days and periods as officers type them, where only one reading is possible.
namespace ponte::forms {

// "2020-Q3", "2020-09", "2020-12-31", "2020年第三季度", "2020年上半年", "2020/12/31", "Sep 2020", "31 de Dezembro
// de 2020"; in Portuguese also "31/12/2020" and "09/2020", an order that English leaves open and Chinese
// does not use. Nothing for what can be read twice or not at all.
[[nodiscard]] std::optional<Period> typed_period(std::string_view text, Language language);
[[nodiscard]] std::optional<Date> typed_date(std::string_view text, Language language);

}  // namespace ponte::forms
