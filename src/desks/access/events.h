#pragma once

// Who may ask what, by date. A person is an id here; name and secret are sealed (base/sealed.h).

#include "base/described_values.h"
#include "base/id.h"
#include "desks/directory/events.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ponte::access {

using directory::Side;

enum class Role : std::uint8_t {
    reader = 1,         // may read what his stage and side allow
    officer = 2,        // records for his body
    head = 3,           // signs off for his body
    verifier = 4,       // accepts, questions or refuses what another body signed off
    secretariat = 5,    // configures the plan, moves stages, holds sessions, freezes dossiers
    administrator = 6,  // registers people and grants roles
};
BOOST_DESCRIBE_ENUM(Role, reader, officer, head, verifier, secretariat, administrator)

struct PersonRegistered {
    static constexpr std::string_view name = "access.person_registered/1";

    PersonId person;
    BodyId body;
    Side side{};
    Sealed display;  // What the person is called.
    Date from;

    friend bool operator==(const PersonRegistered&, const PersonRegistered&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonRegistered, (), (person, body, side, display, from))

struct RoleGranted {
    static constexpr std::string_view name = "access.role_granted/1";

    PersonId person;
    std::string desk;  // "conference", "directory" ..., or "*"
    Role role{};
    Date from;
    std::optional<Date> to;
    bool second_pair_of_eyes = false;  // Confirmed by a second administrator.

    friend bool operator==(const RoleGranted&, const RoleGranted&) = default;
};
BOOST_DESCRIBE_STRUCT(RoleGranted, (), (person, desk, role, from, to, second_pair_of_eyes))

// An administrator asks for a role that needs a second administrator.
struct RoleProposed {
    static constexpr std::string_view name = "access.role_proposed/1";

    std::uint64_t proposal = 0;
    PersonId person;
    std::string desk;
    Role role{};
    Date from;
    std::optional<Date> to;

    friend bool operator==(const RoleProposed&, const RoleProposed&) = default;
};
BOOST_DESCRIBE_STRUCT(RoleProposed, (), (proposal, person, desk, role, from, to))

struct RoleWithdrawn {
    static constexpr std::string_view name = "access.role_withdrawn/1";

    PersonId person;
    std::string desk;
    Role role{};
    Date on;  // The first day without it.
    std::string reason;

    friend bool operator==(const RoleWithdrawn&, const RoleWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(RoleWithdrawn, (), (person, desk, role, on, reason))

// During leave the deputy has the principal's roles, and acts under his own name.
struct DeputyNamed {
    static constexpr std::string_view name = "access.deputy_named/1";

    PersonId principal;
    PersonId deputy;
    Date from;
    Date to;

    friend bool operator==(const DeputyNamed&, const DeputyNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(DeputyNamed, (), (principal, deputy, from, to))

struct PasswordSet {
    static constexpr std::string_view name = "access.password_set/1";

    PersonId person;
    Sealed secret;  // The Argon2id string, itself sealed: erasing the person erases it.

    friend bool operator==(const PasswordSet&, const PasswordSet&) = default;
};
BOOST_DESCRIBE_STRUCT(PasswordSet, (), (person, secret))

// An administrator lets a person set a new password once. Only the digest of the one-time secret is recorded: it was
// shown once, to the administrator. The password that the person has holds until then.
struct ResetIssued {
    static constexpr std::string_view name = "access.reset_issued/1";

    PersonId person;
    Digest one_time;  // SHA-256 of the one-time secret, which has at least 96 random bits.
    Instant until;    // It opens nothing from here on.

    friend bool operator==(const ResetIssued&, const ResetIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(ResetIssued, (), (person, one_time, until))

// Somebody proved who he is; what follows under his name without --as rests on this.
struct SessionBegun {
    static constexpr std::string_view name = "access.session_begun/1";

    PersonId person;
    std::string means;  // How he proved it: "password", "one_time_secret"; a text, so that another way is not another event.
    bool key = false;   // A key for a program, made by a person whose session was proven so.
    Instant until;      // It ends here at the latest; a new password ends it before.

    friend bool operator==(const SessionBegun&, const SessionBegun&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionBegun, (), (person, means, key, until))

// Where a person's letters go, and in which language. The address is sealed; an empty one ends the letters.
struct AddressSet {
    static constexpr std::string_view name = "access.address_set/1";

    PersonId person;
    Sealed address;
    std::optional<Language> language;  // Absent: that of the person's side.

    friend bool operator==(const AddressSet&, const AddressSet&) = default;
};
BOOST_DESCRIBE_STRUCT(AddressSet, (), (person, address, language))

struct PersonLeft {
    static constexpr std::string_view name = "access.person_left/1";

    PersonId person;
    Date on;  // The first day without access.
    std::string reason;

    friend bool operator==(const PersonLeft&, const PersonLeft&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonLeft, (), (person, on, reason))

// One entry per actor and minute, however many attempts there were.
struct SignInsFailed {
    static constexpr std::string_view name = "access.sign_ins_failed/1";

    PersonId person;
    Instant minute;
    std::uint32_t attempts = 0;

    friend bool operator==(const SignInsFailed&, const SignInsFailed&) = default;
};
BOOST_DESCRIBE_STRUCT(SignInsFailed, (), (person, minute, attempts))

using Event = std::variant<PersonRegistered, RoleGranted, RoleProposed, RoleWithdrawn, DeputyNamed, PasswordSet, PersonLeft, SignInsFailed,
                           AddressSet, ResetIssued, SessionBegun>;

}  // namespace ponte::access
