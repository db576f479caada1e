#pragma once

#include "desks/origin/state.h"

namespace ponte::origin {

// What a certificate saved on the day it was issued: its value at the duty of the importer's tariff, less what an
// originating good pays; cut off after two places. Nothing where no tariff line or no preference is known for
// certain, or where lines of different duty lie below the certificate's code.
[[nodiscard]] std::optional<Decimal> duty_saved(const Rules& rules, const Certificate& certificate);

}  // namespace ponte::origin
