#pragma once

// What has happened around tax meetings and training: planned, seats given, held, attended, certified. Its
// public face; an event is never edited. Names of participants are sealed.

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "desks/directory/events.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::training {

using directory::Side;
using EventId = Id<struct TrainingEventTag>;  // "britacom-2025-10"

enum class EventKind : std::uint8_t { meeting = 1, course = 2, seminar = 3, theme_day = 4, study_visit = 5 };
BOOST_DESCRIBE_ENUM(EventKind, meeting, course, seminar, theme_day, study_visit)

// Seats kept for those whom a jurisdiction nominates, and the most that it may have.
struct SeatQuota {
    JurisdictionId jurisdiction;
    std::uint32_t reserved = 0;
    std::optional<std::uint32_t> most;

    friend bool operator==(const SeatQuota&, const SeatQuota&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatQuota, (), (jurisdiction, reserved, most))

// Nominations are taken from the first day of nomination to its last, both in it.
struct EventPlanned {
    static constexpr std::string_view name = "training.event_planned/1";

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
    BodyId organiser;
    Side side{};

    friend bool operator==(const EventPlanned&, const EventPlanned&) = default;
};
BOOST_DESCRIBE_STRUCT(EventPlanned, (), (event, kind, titles, place, venue, from, to, nominations_from, nominations_to, seats, quotas, organiser, side))

using Event = std::variant<EventPlanned>;

}  // namespace ponte::training
