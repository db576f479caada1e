#pragma once

#include "desks/translation/events.h"

#include <map>

// What neighbours may know of the translation desk, as plain values.
namespace ponte::translation {

struct Known {};

}  // namespace ponte::translation
