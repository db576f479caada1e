#pragma once

#include "base/outcome.h"

// The access desk's ways of saying no.
namespace ponte::access::refusals {

inline constexpr RefusalKind actor_unknown{"access.actor_unknown", Remedy::correct};
inline constexpr RefusalKind access_removed{"access.access_removed", Remedy::ask};
inline constexpr RefusalKind not_allowed{"access.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"access.id_malformed", Remedy::correct};
inline constexpr RefusalKind person_known{"access.person_known", Remedy::reread};
inline constexpr RefusalKind person_unknown{"access.person_unknown", Remedy::correct};
inline constexpr RefusalKind person_has_left{"access.person_has_left", Remedy::reread};
inline constexpr RefusalKind body_unknown{"access.body_unknown", Remedy::correct};
inline constexpr RefusalKind desk_unknown{"access.desk_unknown", Remedy::correct};
inline constexpr RefusalKind dates_backwards{"access.dates_backwards", Remedy::correct};
inline constexpr RefusalKind role_held{"access.role_held", Remedy::reread};
inline constexpr RefusalKind role_not_held{"access.role_not_held", Remedy::reread};
inline constexpr RefusalKind proposal_unknown{"access.proposal_unknown", Remedy::reread};
inline constexpr RefusalKind confirms_himself{"access.confirms_himself", Remedy::ask};
inline constexpr RefusalKind deputises_himself{"access.deputises_himself", Remedy::correct};
inline constexpr RefusalKind deputy_of_other_body{"access.deputy_of_other_body", Remedy::correct};
inline constexpr RefusalKind last_administrator{"access.last_administrator", Remedy::ask};
inline constexpr RefusalKind password_wrong{"access.password_wrong", Remedy::correct};
inline constexpr RefusalKind password_too_short{"access.password_too_short", Remedy::correct};
inline constexpr RefusalKind reset_wrong{"access.reset_wrong", Remedy::ask};  // Wrong, used or expired alike.
inline constexpr RefusalKind expiry_out_of_range{"access.expiry_out_of_range", Remedy::correct};
inline constexpr RefusalKind address_malformed{"access.address_malformed", Remedy::correct};  // At the edge, before it is sealed.
inline constexpr RefusalKind throttled{"access.throttled", Remedy::wait};

}  // namespace ponte::access::refusals
