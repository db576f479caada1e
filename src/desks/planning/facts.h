#pragma once

#include "desks/planning/events.h"

#include <map>

// What neighbours may know of the planning desk, as plain values.
namespace ponte::planning {

struct Known {};

}  // namespace ponte::planning
