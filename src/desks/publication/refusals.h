#pragma once

#include "base/outcome.h"

// The publication desk's ways of saying no.
namespace ponte::publication::refusals {

inline constexpr RefusalKind not_allowed{"publication.not_allowed", Remedy::ask};

}  // namespace ponte::publication::refusals
