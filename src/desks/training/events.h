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
    std::uint16_t days_needed = 0;  // Of attendance, for a certificate; 0: none is given.
    BodyId organiser;
    Side side{};

    friend bool operator==(const EventPlanned&, const EventPlanned&) = default;
};
BOOST_DESCRIBE_STRUCT(EventPlanned, (), (event, kind, titles, place, venue, from, to, nominations_from, nominations_to, seats, quotas, days_needed, organiser, side))

// Replaces the numbers; the line moves up or down by itself.
struct SeatsChanged {
    static constexpr std::string_view name = "training.seats_changed/1";

    EventId event;
    std::uint32_t seats = 0;
    std::vector<SeatQuota> quotas;
    std::string reason;

    friend bool operator==(const SeatsChanged&, const SeatsChanged&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatsChanged, (), (event, seats, quotas, reason))

struct EventCancelled {
    static constexpr std::string_view name = "training.event_cancelled/1";

    EventId event;
    std::string reason;

    friend bool operator==(const EventCancelled&, const EventCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(EventCancelled, (), (event, reason))

// It took place on these days; attendance is recorded of days among them.
struct EventHeld {
    static constexpr std::string_view name = "training.event_held/1";

    EventId event;
    Date from;
    Date to;

    friend bool operator==(const EventHeld&, const EventHeld&) = default;
};
BOOST_DESCRIBE_STRUCT(EventHeld, (), (event, from, to))

// A jurisdiction names somebody. Nominations are numbered within the event, and the number is their order.
struct ParticipantNominated {
    static constexpr std::string_view name = "training.participant_nominated/1";

    EventId event;
    std::uint32_t number = 0;
    JurisdictionId jurisdiction;
    PersonId person;     // a word that is no name; the vault's key goes by it
    Sealed display;      // what the person is called
    std::string office;  // held by the person
    BodyId body;         // that recorded the nomination
    Date on;

    friend bool operator==(const ParticipantNominated&, const ParticipantNominated&) = default;
};
BOOST_DESCRIBE_STRUCT(ParticipantNominated, (), (event, number, jurisdiction, person, display, office, body, on))

// The organiser has given the seat, and nobody takes it away but the participant himself.
struct NominationConfirmed {
    static constexpr std::string_view name = "training.nomination_confirmed/1";

    EventId event;
    std::uint32_t number = 0;

    friend bool operator==(const NominationConfirmed&, const NominationConfirmed&) = default;
};
BOOST_DESCRIBE_STRUCT(NominationConfirmed, (), (event, number))

struct NominationWithdrawn {
    static constexpr std::string_view name = "training.nomination_withdrawn/1";

    EventId event;
    std::uint32_t number = 0;
    std::string reason;

    friend bool operator==(const NominationWithdrawn&, const NominationWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(NominationWithdrawn, (), (event, number, reason))

// Said again of the same day, it replaces what was said.
struct AttendanceRecorded {
    static constexpr std::string_view name = "training.attendance_recorded/1";

    EventId event;
    std::uint32_t number = 0;
    Date day;
    bool present = false;

    friend bool operator==(const AttendanceRecorded&, const AttendanceRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(AttendanceRecorded, (), (event, number, day, present))

using CertificateId = Id<struct CertificateTag>;  // The number printed on it, as the organiser gives it.

struct CertificateIssued {
    static constexpr std::string_view name = "training.certificate_issued/1";

    EventId event;
    std::uint32_t number = 0;
    CertificateId certificate;
    std::uint16_t days = 0;  // attended
    Date on;

    friend bool operator==(const CertificateIssued&, const CertificateIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateIssued, (), (event, number, certificate, days, on))

struct CertificateWithdrawn {
    static constexpr std::string_view name = "training.certificate_withdrawn/1";

    CertificateId certificate;
    std::string reason;
    Date on;

    friend bool operator==(const CertificateWithdrawn&, const CertificateWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateWithdrawn, (), (certificate, reason, on))

// How many of a jurisdiction came on one day at least, and how many hold a certificate that stands; said with each
// entry that changes one of them. No person is in it, so everyone may count from it what only some may see by name.
struct NumbersCounted {
    static constexpr std::string_view name = "training.numbers_counted/1";

    EventId event;
    JurisdictionId jurisdiction;
    std::uint32_t attended = 0;
    std::uint32_t certified = 0;

    friend bool operator==(const NumbersCounted&, const NumbersCounted&) = default;
};
BOOST_DESCRIBE_STRUCT(NumbersCounted, (), (event, jurisdiction, attended, certified))

using Event = std::variant<EventPlanned, SeatsChanged, EventCancelled, EventHeld, ParticipantNominated, NominationConfirmed, NominationWithdrawn,
                           AttendanceRecorded, CertificateIssued, CertificateWithdrawn, NumbersCounted>;

}  // namespace ponte::training
