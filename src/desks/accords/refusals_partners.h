#pragma once

#include "base/outcome.h"

// How the accords desk says no where requests and partners are concerned. Part of refusals.h.
namespace ponte::accords::refusals {

inline constexpr RefusalKind request_exists{"accords.request_exists", Remedy::reread};
inline constexpr RefusalKind request_unknown{"accords.request_unknown", Remedy::correct};
inline constexpr RefusalKind request_struck{"accords.request_struck", Remedy::reread};
inline constexpr RefusalKind two_bases{"accords.two_bases", Remedy::correct};  // an instrument and a statute at once
inline constexpr RefusalKind key_missing{"accords.key_missing", Remedy::correct};  // a subject without the name of its key
inline constexpr RefusalKind day_before_request{"accords.day_before_request", Remedy::correct};
inline constexpr RefusalKind partner_is_macao{"accords.partner_is_macao", Remedy::correct};
inline constexpr RefusalKind set_unknown{"accords.set_unknown", Remedy::correct};
inline constexpr RefusalKind set_empty{"accords.set_empty", Remedy::correct};  // nobody is in it on that day
inline constexpr RefusalKind partner_not_a_party{"accords.partner_not_a_party", Remedy::correct};
inline constexpr RefusalKind matter_not_covered{"accords.matter_not_covered", Remedy::correct};
inline constexpr RefusalKind instrument_not_in_force{"accords.instrument_not_in_force", Remedy::correct};
inline constexpr RefusalKind route_unknown{"accords.route_unknown", Remedy::ask};
inline constexpr RefusalKind route_not_open{"accords.route_not_open", Remedy::correct};  // not that matter, partner or day
inline constexpr RefusalKind already_acknowledged{"accords.already_acknowledged", Remedy::reread};
inline constexpr RefusalKind already_answered{"accords.already_answered", Remedy::reread};
inline constexpr RefusalKind ground_missing{"accords.ground_missing", Remedy::correct};
inline constexpr RefusalKind ground_misplaced{"accords.ground_misplaced", Remedy::correct};
inline constexpr RefusalKind clause_missing{"accords.clause_missing", Remedy::correct};
inline constexpr RefusalKind matter_missing{"accords.matter_missing", Remedy::correct};
inline constexpr RefusalKind validity_impossible{"accords.validity_impossible", Remedy::correct};
inline constexpr RefusalKind member_repeated{"accords.member_repeated", Remedy::correct};
inline constexpr RefusalKind figure_negative{"accords.figure_negative", Remedy::correct};
inline constexpr RefusalKind unit_missing{"accords.unit_missing", Remedy::correct};
inline constexpr RefusalKind criterion_not_recorded{"accords.criterion_not_recorded", Remedy::correct};  // it is computed here
inline constexpr RefusalKind weight_missing{"accords.weight_missing", Remedy::correct};
inline constexpr RefusalKind weight_repeated{"accords.weight_repeated", Remedy::correct};
inline constexpr RefusalKind weight_out_of_range{"accords.weight_out_of_range", Remedy::correct};
inline constexpr RefusalKind weights_not_one{"accords.weights_not_one", Remedy::correct};
inline constexpr RefusalKind kind_missing{"accords.kind_missing", Remedy::correct};

}  // namespace ponte::accords::refusals
