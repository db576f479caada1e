#pragma once

#include "base/outcome.h"

// The calendar's ways of saying no.
namespace ponte::calendar::refusals {

inline constexpr RefusalKind not_allowed{"calendar.not_allowed", Remedy::ask};
inline constexpr RefusalKind source_missing{"calendar.source_missing", Remedy::correct};
inline constexpr RefusalKind day_outside_year{"calendar.day_outside_year", Remedy::correct};
inline constexpr RefusalKind day_repeated{"calendar.day_repeated", Remedy::correct};
inline constexpr RefusalKind place_unknown{"calendar.place_unknown", Remedy::correct};
inline constexpr RefusalKind official_year_stands{"calendar.official_year_stands", Remedy::ask};

}  // namespace ponte::calendar::refusals
