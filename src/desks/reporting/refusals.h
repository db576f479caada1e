#pragma once

#include "base/outcome.h"

// The reporting desk's ways of saying no.
namespace ponte::reporting::refusals {

inline constexpr RefusalKind not_allowed{"reporting.not_allowed", Remedy::ask};

}  // namespace ponte::reporting::refusals
