#pragma once

// What may be asked of the access desk.

#include "desks/access/events.h"

namespace ponte::access {

struct RegisterPerson {
    static constexpr std::string_view name = "access.register_person";

    PersonId person;
    BodyId body;
    Sealed display;
    std::optional<Date> from;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(RegisterPerson, (), (person, body, display, from))

// Roles of administrator and secretariat are only proposed by this; a second administrator confirms.
struct GrantRole {
    static constexpr std::string_view name = "access.grant_role";

    PersonId person;
    std::string desk;
    Role role{};
    std::optional<Date> from;
    std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(GrantRole, (), (person, desk, role, from, to))

struct ConfirmRole {
    static constexpr std::string_view name = "access.confirm_role";

    std::uint64_t proposal = 0;
};
BOOST_DESCRIBE_STRUCT(ConfirmRole, (), (proposal))

struct WithdrawRole {
    static constexpr std::string_view name = "access.withdraw_role";

    PersonId person;
    std::string desk;
    Role role{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawRole, (), (person, desk, role, reason))

struct NameDeputy {
    static constexpr std::string_view name = "access.name_deputy";

    PersonId principal;
    PersonId deputy;
    Date from;
    Date to;
};
BOOST_DESCRIBE_STRUCT(NameDeputy, (), (principal, deputy, from, to))

struct SetPassword {
    static constexpr std::string_view name = "access.set_password";

    PersonId person;
    Sealed secret;  // Given in clear at the edge, hashed with Argon2id and sealed before it is decided.
};
BOOST_DESCRIBE_STRUCT(SetPassword, (), (person, secret))

// The one-time secret is made at the edge, shown once to the administrator, and given to the person out of band.
struct IssueReset {
    static constexpr std::string_view name = "access.issue_reset";

    PersonId person;
    Digest one_time;  // SHA-256 of it.
    Instant until;    // Not more than seven days from now.
};
BOOST_DESCRIBE_STRUCT(IssueReset, (), (person, one_time, until))

// The person sets a new password with the one-time secret, once.
struct UseReset {
    static constexpr std::string_view name = "access.use_reset";

    PersonId person;
    std::string one_time;  // In clear: whoever has read the record has its digest, and that opens nothing.
    Sealed secret;
};
BOOST_DESCRIBE_STRUCT(UseReset, (), (person, one_time, secret))

// The service's own word, in the name of the person who has proved who he is: nobody signed in may ask it.
struct NoteSession {
    static constexpr std::string_view name = "access.note_session";

    PersonId person;
    std::string means;
    bool key = false;
    Instant until;
};
BOOST_DESCRIBE_STRUCT(NoteSession, (), (person, means, key, until))

struct SetAddress {
    static constexpr std::string_view name = "access.set_address";

    PersonId person;
    Sealed address;  // Given in clear at the edge, judged and sealed before it is decided; empty: no letters any more.
    std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(SetAddress, (), (person, address, language))

struct RecordLeaver {
    static constexpr std::string_view name = "access.record_leaver";

    PersonId person;
    Date on;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RecordLeaver, (), (person, on, reason))

// The service's own word as well.
struct NoteFailedSignIns {
    static constexpr std::string_view name = "access.note_failed_sign_ins";

    PersonId person;
    Instant minute;
    std::uint32_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(NoteFailedSignIns, (), (person, minute, attempts))

using Command = std::variant<RegisterPerson, GrantRole, ConfirmRole, WithdrawRole, NameDeputy, SetPassword, RecordLeaver, NoteFailedSignIns,
                             SetAddress, IssueReset, UseReset, NoteSession>;

}  // namespace ponte::access
