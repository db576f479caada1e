#pragma once

#include "base/outcome.h"

// The withholding desk's ways of saying no.
namespace ponte::withholding::refusals {

inline constexpr RefusalKind not_allowed{"withholding.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"withholding.id_malformed", Remedy::correct};
inline constexpr RefusalKind treaty_with_itself{"withholding.treaty_with_itself", Remedy::correct};
inline constexpr RefusalKind nothing_stated{"withholding.nothing_stated", Remedy::correct};
inline constexpr RefusalKind text_malformed{"withholding.text_malformed", Remedy::correct};
inline constexpr RefusalKind source_missing{"withholding.source_missing", Remedy::correct};
inline constexpr RefusalKind rate_unverified{"withholding.rate_unverified", Remedy::correct};
inline constexpr RefusalKind percent_out_of_range{"withholding.percent_out_of_range", Remedy::correct};
inline constexpr RefusalKind percent_too_fine{"withholding.percent_too_fine", Remedy::correct};
inline constexpr RefusalKind condition_misplaced{"withholding.condition_misplaced", Remedy::correct};
inline constexpr RefusalKind dates_impossible{"withholding.dates_impossible", Remedy::correct};
inline constexpr RefusalKind payer_not_a_party{"withholding.payer_not_a_party", Remedy::correct};
inline constexpr RefusalKind favours_itself{"withholding.favours_itself", Remedy::correct};
inline constexpr RefusalKind provisions_overlap{"withholding.provisions_overlap", Remedy::correct};
inline constexpr RefusalKind rates_overlap{"withholding.rates_overlap", Remedy::correct};
inline constexpr RefusalKind states_overlap{"withholding.states_overlap", Remedy::correct};
inline constexpr RefusalKind guard_misplaced{"withholding.guard_misplaced", Remedy::correct};
inline constexpr RefusalKind reason_missing{"withholding.reason_missing", Remedy::correct};
inline constexpr RefusalKind jurisdiction_unknown{"withholding.jurisdiction_unknown", Remedy::correct};
inline constexpr RefusalKind instrument_unknown{"withholding.instrument_unknown", Remedy::reread};
inline constexpr RefusalKind parties_differ{"withholding.parties_differ", Remedy::correct};
inline constexpr RefusalKind already_stated{"withholding.already_stated", Remedy::reread};
// Of questions: they stand in the answer.
inline constexpr RefusalKind day_impossible{"withholding.day_impossible", Remedy::correct};
inline constexpr RefusalKind amount_negative{"withholding.amount_negative", Remedy::correct};
inline constexpr RefusalKind code_malformed{"withholding.code_malformed", Remedy::correct};
inline constexpr RefusalKind route_cyclic{"withholding.route_cyclic", Remedy::correct};
inline constexpr RefusalKind route_too_long{"withholding.route_too_long", Remedy::correct};

}  // namespace ponte::withholding::refusals
