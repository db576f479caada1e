#pragma once

#include "base/outcome.h"

// The meetings desk's ways of saying no.
namespace ponte::meetings::refusals {

inline constexpr RefusalKind not_allowed{"meetings.not_allowed", Remedy::ask};

}  // namespace ponte::meetings::refusals
