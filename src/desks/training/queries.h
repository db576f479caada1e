#pragma once

#include "desks/training/seen.h"
#include "desks/training/state.h"

// Questions to the training desk.
namespace ponte::training {

enum class EventState : std::uint8_t { planned = 1, nominating = 2, closed = 3, held = 4, cancelled = 5 };
BOOST_DESCRIBE_ENUM(EventState, planned, nominating, closed, held, cancelled)

// How many. Waiting: nominated, not withdrawn, without a seat.
struct Numbers {
    std::uint32_t nominated = 0;
    std::uint32_t withdrawn = 0;
    std::uint32_t seated = 0;
    std::uint32_t waiting = 0;
    std::uint32_t confirmed = 0;
    std::uint32_t attended = 0;   // on one day at least
    std::uint32_t certified = 0;

    friend bool operator==(const Numbers&, const Numbers&) = default;
};
BOOST_DESCRIBE_STRUCT(Numbers, (), (nominated, withdrawn, seated, waiting, confirmed, attended, certified))

struct EventRow {
    EventId event;
    EventKind kind{};
    EventState state{};
    Names titles;
    JurisdictionId place;
    std::string venue;
    Date from;                    // as held, or as planned
    Date to;
    Date nominations_from;
    Date nominations_to;
    std::uint32_t seats = 0;
    std::uint32_t seats_free = 0;
    std::uint16_t days_needed = 0;
    BodyId organiser;
    Numbers numbers;
    std::uint64_t sequence = 0;
};
BOOST_DESCRIBE_STRUCT(EventRow, (), (event, kind, state, titles, place, venue, from, to, nominations_from, nominations_to, seats, seats_free, days_needed,
                                     organiser, numbers, sequence))

struct EventsAnswer {
    std::vector<EventRow> events;  // In order of their first day, then of their id.
};
BOOST_DESCRIBE_STRUCT(EventsAnswer, (), (events))

// Events that touch the days from `from` to `to`.
struct EventsQuery {
    static constexpr std::string_view name = "training.events";
    using Answer = EventsAnswer;

    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<EventState> state;
    std::optional<JurisdictionId> jurisdiction;  // that has somebody nominated
};
BOOST_DESCRIBE_STRUCT(EventsQuery, (), (from, to, state, jurisdiction))

struct ByJurisdiction {
    JurisdictionId jurisdiction;
    std::uint32_t reserved = 0;
    std::optional<std::uint32_t> most;
    std::uint32_t events = 0;     // that it attended
    Numbers numbers;
};
BOOST_DESCRIBE_STRUCT(ByJurisdiction, (), (jurisdiction, reserved, most, events, numbers))

struct ParticipantRow {
    std::uint32_t number = 0;
    JurisdictionId jurisdiction;
    std::optional<PersonId> person;   // Absent: not for this reader, and neither are name and office.
    std::optional<Sealed> display;
    std::string office;
    Seating seating{};
    Waiting why{};
    std::uint32_t place_in_line = 0;
    bool confirmed = false;
    std::vector<Date> days;           // attended
    std::optional<CertificateId> certificate;
};
BOOST_DESCRIBE_STRUCT(ParticipantRow, (), (number, jurisdiction, person, display, office, seating, why, place_in_line, confirmed, days, certificate))

struct EventAnswer {
    std::optional<EventRow> event;    // Absent: there is none that the reader may see.
    std::vector<ByJurisdiction> jurisdictions;
    std::vector<ParticipantRow> participants;  // In order of nomination; empty for the public.
};
BOOST_DESCRIBE_STRUCT(EventAnswer, (), (event, jurisdictions, participants))

struct EventQuery {
    static constexpr std::string_view name = "training.event";
    using Answer = EventAnswer;

    EventId event;
};
BOOST_DESCRIBE_STRUCT(EventQuery, (), (event))

struct ReportAnswer {
    std::optional<Date> from;
    std::optional<Date> to;
    std::uint32_t events_held = 0;
    std::uint32_t meetings_held = 0;  // ... of them meetings and theme days; the others are training
    Numbers numbers;
    std::vector<ByJurisdiction> jurisdictions;
    std::vector<std::uint64_t> entries;  // of the events that are counted
};
BOOST_DESCRIBE_STRUCT(ReportAnswer, (), (from, to, events_held, meetings_held, numbers, jurisdictions, entries))

// Held events that end within the days, by jurisdiction. A person who came to two events is counted at each.
struct ReportQuery {
    static constexpr std::string_view name = "training.report";
    using Answer = ReportAnswer;

    std::optional<Date> from;
    std::optional<Date> to;
    std::vector<EventKind> kinds;  // All where empty.
};
BOOST_DESCRIBE_STRUCT(ReportQuery, (), (from, to, kinds))

enum class CertificateState : std::uint8_t { valid = 1, withdrawn = 2, unknown = 3 };
BOOST_DESCRIBE_ENUM(CertificateState, valid, withdrawn, unknown)

struct CertificateAnswer {
    CertificateId certificate;
    CertificateState state{};
    std::optional<EventId> event;
    Names titles;
    std::optional<Date> issued_on;
    std::optional<Date> withdrawn_on;
    std::uint16_t days = 0;
};
BOOST_DESCRIBE_STRUCT(CertificateAnswer, (), (certificate, state, event, titles, issued_on, withdrawn_on, days))

// Whether a certificate stands. It names nobody, so anybody may ask.
struct CertificateQuery {
    static constexpr std::string_view name = "training.certificate";
    using Answer = CertificateAnswer;

    CertificateId certificate;
};
BOOST_DESCRIBE_STRUCT(CertificateQuery, (), (certificate))

using Query = std::variant<EventsQuery, EventQuery, ReportQuery, CertificateQuery>;

[[nodiscard]] EventsAnswer answer(const State& state, const EventsQuery& query, const access::Sight& reader, Instant now);
[[nodiscard]] EventAnswer answer(const State& state, const EventQuery& query, const access::Sight& reader, Instant now);
[[nodiscard]] ReportAnswer answer(const State& state, const ReportQuery& query, const access::Sight& reader, Instant now);
[[nodiscard]] CertificateAnswer answer(const State& state, const CertificateQuery& query, const access::Sight& reader, Instant now);

}  // namespace ponte::training
