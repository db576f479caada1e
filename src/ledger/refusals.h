#pragma once

#include "base/outcome.h"

// The ledger's ways of saying no.
namespace ponte::ledger::refusals {

inline constexpr RefusalKind not_allowed{"ledger.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_zero{"ledger.id_zero", Remedy::correct};
inline constexpr RefusalKind currency_unknown{"ledger.currency_unknown", Remedy::correct};
inline constexpr RefusalKind name_missing{"ledger.name_missing", Remedy::correct};
inline constexpr RefusalKind name_unreadable{"ledger.name_unreadable", Remedy::correct};
inline constexpr RefusalKind account_exists{"ledger.account_exists", Remedy::reread};
inline constexpr RefusalKind batch_empty{"ledger.batch_empty", Remedy::correct};
inline constexpr RefusalKind batch_too_large{"ledger.batch_too_large", Remedy::correct};
inline constexpr RefusalKind amount_not_positive{"ledger.amount_not_positive", Remedy::correct};
inline constexpr RefusalKind accounts_are_one{"ledger.accounts_are_one", Remedy::correct};
inline constexpr RefusalKind transfer_id_used_differently{"ledger.transfer_id_used_differently", Remedy::correct};
inline constexpr RefusalKind transfer_exists{"ledger.transfer_exists", Remedy::reread};
inline constexpr RefusalKind account_unknown{"ledger.account_unknown", Remedy::correct};
inline constexpr RefusalKind currencies_differ{"ledger.currencies_differ", Remedy::correct};
inline constexpr RefusalKind amount_overflows{"ledger.amount_overflows", Remedy::correct};
inline constexpr RefusalKind funds_short{"ledger.funds_short", Remedy::wait};

}  // namespace ponte::ledger::refusals
