#pragma once

#include "desks/publication/events.h"

#include <map>

// What neighbours may know of the publication desk, as plain values.
namespace ponte::publication {

struct Known {};

}  // namespace ponte::publication
