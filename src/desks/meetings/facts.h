#pragma once

#include "desks/meetings/events.h"

#include <map>

// What neighbours may know of the meetings desk, as plain values.
namespace ponte::meetings {

struct Known {};

}  // namespace ponte::meetings
