#pragma once

#include "base/outcome.h"

// The translation desk's ways of saying no.
namespace ponte::translation::refusals {

inline constexpr RefusalKind not_allowed{"translation.not_allowed", Remedy::ask};

}  // namespace ponte::translation::refusals
