#pragma once

#include "base/outcome.h"

// The directory's ways of saying no.
namespace ponte::directory::refusals {

inline constexpr RefusalKind not_allowed{"directory.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"directory.id_malformed", Remedy::correct};
inline constexpr RefusalKind name_missing{"directory.name_missing", Remedy::correct};
inline constexpr RefusalKind source_missing{"directory.source_missing", Remedy::correct};
inline constexpr RefusalKind dates_backwards{"directory.dates_backwards", Remedy::correct};
inline constexpr RefusalKind audience_unknown{"directory.audience_unknown", Remedy::correct};
inline constexpr RefusalKind jurisdiction_unknown{"directory.jurisdiction_unknown", Remedy::correct};
inline constexpr RefusalKind jurisdiction_already_named{"directory.jurisdiction_already_named", Remedy::reread};
inline constexpr RefusalKind set_unknown{"directory.set_unknown", Remedy::correct};
inline constexpr RefusalKind set_already_defined{"directory.set_already_defined", Remedy::reread};
inline constexpr RefusalKind already_a_member{"directory.already_a_member", Remedy::reread};
inline constexpr RefusalKind body_unknown{"directory.body_unknown", Remedy::correct};
inline constexpr RefusalKind side_differs{"directory.side_differs", Remedy::correct};
inline constexpr RefusalKind names_overlap{"directory.names_overlap", Remedy::reread};

}  // namespace ponte::directory::refusals
