#pragma once

#include "base/outcome.h"

// The house's ways of saying no, before or around a desk's decision.
namespace ponte::house::refusals {

inline constexpr RefusalKind command_unknown{"house.command_unknown", Remedy::correct};
inline constexpr RefusalKind query_unknown{"house.query_unknown", Remedy::correct};
inline constexpr RefusalKind id_used_differently{"house.id_used_differently", Remedy::correct};
inline constexpr RefusalKind quarantined{"house.quarantined", Remedy::ask};
inline constexpr RefusalKind clock_behind{"house.clock_behind", Remedy::wait};
inline constexpr RefusalKind clock_jumped{"house.clock_jumped", Remedy::ask};
inline constexpr RefusalKind stopped{"house.stopped", Remedy::wait};
inline constexpr RefusalKind store_full{"house.store_full", Remedy::wait};
inline constexpr RefusalKind entry_too_long{"house.entry_too_long", Remedy::correct};
inline constexpr RefusalKind block_too_long{"house.block_too_long", Remedy::correct};
inline constexpr RefusalKind position_unknown{"house.position_unknown", Remedy::correct};
inline constexpr RefusalKind plan_stale{"house.plan_stale", Remedy::reread};
inline constexpr RefusalKind witness_key_unusable{"house.witness_key_unusable", Remedy::correct};
inline constexpr RefusalKind witness_known{"house.witness_known", Remedy::reread};

}  // namespace ponte::house::refusals
