#pragma once

#include "house/desks.h"

// A session that was held counts for the yearly duty of the plan: the conference desk records it in the same run.
namespace ponte::house {

// The source is the entry of the call. The offices of the two chairs' people are public; their names are not said.
[[nodiscard]] conference::RecordSession session_recorded(const Desks& desks, const meetings::SessionHeld& held);

}  // namespace ponte::house
