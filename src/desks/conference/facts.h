#pragma once

#include "desks/conference/events.h"

#include <map>

// What neighbours may know of the conference desk: the plan's measures, so that a desk that carries one
// out can name it.
namespace ponte::conference {

struct MeasureOf {
    PlanId plan;
    std::uint16_t number = 0;

    friend auto operator<=>(const MeasureOf&, const MeasureOf&) = default;
    friend bool operator==(const MeasureOf&, const MeasureOf&) = default;
};

}  // namespace ponte::conference
