#pragma once

#include "desks/reporting/events.h"

#include <map>

// What neighbours may know of the reporting desk, as plain values.
namespace ponte::reporting {

struct Known {};

}  // namespace ponte::reporting
