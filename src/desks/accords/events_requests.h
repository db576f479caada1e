#pragma once

// Requests really made under instruments, or without one: judicial, tax and financial-intelligence. The person
// concerned is sealed; everything else of a request has a stage. Part of events.h.

#include "base/described_values.h"
#include "desks/accords/events_kinds.h"
#include "mechanisms/dated/dated.h"

#include <optional>
#include <string>
#include <string_view>

namespace ponte::accords {

enum class Direction : std::uint8_t { made = 1, received = 2 };  // Seen from Macao.
BOOST_DESCRIBE_ENUM(Direction, made, received)

struct RequestRecorded {
    static constexpr std::string_view name = "accords.request_recorded/1";

    RequestId request;
    Matter matter{};
    JurisdictionId partner;
    Direction direction{};
    Date made;
    std::optional<Date> due;                 // The last day on which an answer is in time; absent: none was set.
    std::optional<InstrumentId> instrument;  // What it rests on; or
    std::optional<RouteId> route;            // the statute; or neither.
    // Whether the basis held on the day it was made, as it was known when this was recorded. Absent without one.
    std::optional<ponte::Answer> held;
    PersonId person;                         // Whose key the subject is sealed under: a name of the file, never the person's.
    std::optional<Sealed> subject;           // Whom or what it concerns.
    std::string reference;                   // The file's number at the body.
    Stage stage{};
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const RequestRecorded&, const RequestRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestRecorded, (), (request, matter, partner, direction, made, due, instrument, route, held, person, subject, reference, stage,
                                            body, side, blind))

struct RequestAcknowledged {
    static constexpr std::string_view name = "accords.request_acknowledged/1";

    RequestId request;
    Date on;

    friend bool operator==(const RequestAcknowledged&, const RequestAcknowledged&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestAcknowledged, (), (request, on))

enum class RequestOutcome : std::uint8_t { granted = 1, partly = 2, refused = 3, withdrawn = 4 };
BOOST_DESCRIBE_ENUM(RequestOutcome, granted, partly, refused, withdrawn)

// Why a request was refused, wholly or in part.
enum class Ground : std::uint8_t {
    no_instrument = 1,        // for want of an instrument: it counts when the next partner is chosen
    outside_scope = 2,
    no_dual_criminality = 3,
    political_or_military = 4,
    own_national = 5,
    essential_interests = 6,
    insufficient = 7,         // what was asked was not specific enough
    not_competent = 8,
    other = 9
};
BOOST_DESCRIBE_ENUM(Ground, no_instrument, outside_scope, no_dual_criminality, political_or_military, own_national, essential_interests, insufficient,
                    not_competent, other)

struct RequestAnswered {
    static constexpr std::string_view name = "accords.request_answered/1";

    RequestId request;
    Date on;
    RequestOutcome outcome{};
    std::optional<Ground> ground;  // Of a refusal, whole or part; only of those.
    std::string note;              // Without personal data.

    friend bool operator==(const RequestAnswered&, const RequestAnswered&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestAnswered, (), (request, on, outcome, ground, note))

// The request with its days and outcome is open to more readers; what is sealed stays sealed. Never back.
struct RequestMoved {
    static constexpr std::string_view name = "accords.request_moved/1";

    RequestId request;
    Stage from{};
    Stage to{};

    friend bool operator==(const RequestMoved&, const RequestMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestMoved, (), (request, from, to))

// It was recorded wrongly and counts no more: asked for again under another id, or never made.
struct RequestStruck {
    static constexpr std::string_view name = "accords.request_struck/1";

    RequestId request;
    std::string reason;

    friend bool operator==(const RequestStruck&, const RequestStruck&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestStruck, (), (request, reason))

}  // namespace ponte::accords
