#pragma once

#include "base/outcome.h"

// The planning desk's ways of saying no.
namespace ponte::planning::refusals {

inline constexpr RefusalKind not_allowed{"planning.not_allowed", Remedy::ask};

}  // namespace ponte::planning::refusals
