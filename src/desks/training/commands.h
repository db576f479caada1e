#pragma once

// What may be asked of the training desk.

#include "desks/training/events.h"

namespace ponte::training {

struct PlanEvent {
    static constexpr std::string_view name = "training.plan_event";

    EventId event;
    EventKind kind{};
    Names titles;
    JurisdictionId place;
    std::string venue;
    Date from;
    Date to;
    Date nominations_from;
    Date nominations_to;
    std::uint32_t seats = 0;
    std::vector<SeatQuota> quotas;
};
BOOST_DESCRIBE_STRUCT(PlanEvent, (), (event, kind, titles, place, venue, from, to, nominations_from, nominations_to, seats, quotas))

using Command = std::variant<PlanEvent>;

}  // namespace ponte::training
