#pragma once

#include "desks/training/events.h"

#include <map>

// Tax meetings and training as neighbours may read them.
namespace ponte::training {

struct Held {
    EventPlanned plan;
    std::uint64_t sequence = 0;

    friend bool operator==(const Held&, const Held&) = default;
};

using Known = std::map<EventId, Held>;

}  // namespace ponte::training
