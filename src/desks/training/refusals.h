#pragma once

#include "base/outcome.h"

// The training desk's ways of saying no.
namespace ponte::training::refusals {

inline constexpr RefusalKind not_allowed{"training.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"training.id_malformed", Remedy::correct};
inline constexpr RefusalKind title_missing{"training.title_missing", Remedy::correct};
inline constexpr RefusalKind text_malformed{"training.text_malformed", Remedy::correct};
inline constexpr RefusalKind dates_impossible{"training.dates_impossible", Remedy::correct};
inline constexpr RefusalKind quotas_exceed_seats{"training.quotas_exceed_seats", Remedy::correct};
inline constexpr RefusalKind jurisdiction_unknown{"training.jurisdiction_unknown", Remedy::correct};
inline constexpr RefusalKind already_planned{"training.already_planned", Remedy::reread};

}  // namespace ponte::training::refusals
