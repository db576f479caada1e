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
    std::uint16_t days_needed = 0;
};
BOOST_DESCRIBE_STRUCT(PlanEvent, (), (event, kind, titles, place, venue, from, to, nominations_from, nominations_to, seats, quotas, days_needed))

struct ChangeSeats {
    static constexpr std::string_view name = "training.change_seats";

    EventId event;
    std::uint32_t seats = 0;
    std::vector<SeatQuota> quotas;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ChangeSeats, (), (event, seats, quotas, reason))

struct CancelEvent {
    static constexpr std::string_view name = "training.cancel_event";

    EventId event;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelEvent, (), (event, reason))

// As it took place; what is not given was as planned.
struct HoldEvent {
    static constexpr std::string_view name = "training.hold_event";

    EventId event;
    std::optional<Date> from;
    std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(HoldEvent, (), (event, from, to))

struct NominateParticipant {
    static constexpr std::string_view name = "training.nominate_participant";

    EventId event;
    JurisdictionId jurisdiction;
    PersonId person;
    Sealed display;
    std::string office;
};
BOOST_DESCRIBE_STRUCT(NominateParticipant, (), (event, jurisdiction, person, display, office))

struct ConfirmNomination {
    static constexpr std::string_view name = "training.confirm_nomination";

    EventId event;
    std::uint32_t number = 0;
};
BOOST_DESCRIBE_STRUCT(ConfirmNomination, (), (event, number))

struct WithdrawNomination {
    static constexpr std::string_view name = "training.withdraw_nomination";

    EventId event;
    std::uint32_t number = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawNomination, (), (event, number, reason))

struct RecordAttendance {
    static constexpr std::string_view name = "training.record_attendance";

    EventId event;
    std::uint32_t number = 0;
    Date day;
    bool present = true;
};
BOOST_DESCRIBE_STRUCT(RecordAttendance, (), (event, number, day, present))

struct IssueCertificate {
    static constexpr std::string_view name = "training.issue_certificate";

    EventId event;
    std::uint32_t number = 0;
    CertificateId certificate;
};
BOOST_DESCRIBE_STRUCT(IssueCertificate, (), (event, number, certificate))

struct WithdrawCertificate {
    static constexpr std::string_view name = "training.withdraw_certificate";

    CertificateId certificate;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawCertificate, (), (certificate, reason))

using Command = std::variant<PlanEvent, ChangeSeats, CancelEvent, HoldEvent, NominateParticipant, ConfirmNomination, WithdrawNomination, RecordAttendance,
                             IssueCertificate, WithdrawCertificate>;

}  // namespace ponte::training
