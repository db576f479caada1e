#pragma once

#include "desks/access/events.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

// What neighbours may know of the asker (Grant) and of the reader (Sight), and the one rule of who sees
// what (sees). The rule stands here and nowhere else.
namespace ponte::access {

struct RoleOn {
    std::string desk;
    Role role{};

    friend bool operator==(const RoleOn&, const RoleOn&) = default;
};

// The desks of the joint conference's mechanism (measure 22). A role at the conference is a role at each of them:
// the secretariat that keeps the plan also calls the sessions. A role at one of them alone holds there alone.
inline constexpr std::array<std::string_view, 5> desks_of_the_mechanism{"reporting", "meetings", "planning", "translation", "publication"};

[[nodiscard]] inline bool covers(std::string_view granted, std::string_view desk) {
    if (granted == desk || granted == "*") return true;
    return granted == "conference" && std::ranges::find(desks_of_the_mechanism, desk) != desks_of_the_mechanism.end();
}

// What one person may do on the day of asking: his roles and those he deputises for.
struct Grant {
    PersonId person;
    BodyId body;
    Side side = Side::other;
    bool asserted = true;  // Named by the journal's owner with --as, not signed in.
    std::vector<RoleOn> roles;

    [[nodiscard]] bool has(std::string_view desk, Role role) const {
        return std::ranges::any_of(roles, [&](const RoleOn& one) { return one.role == role && covers(one.desk, desk); });
    }
    [[nodiscard]] bool may_configure(std::string_view desk) const {
        return has(desk, Role::secretariat) || has(desk, Role::administrator);
    }
};

struct Held {
    std::string desk;
    Role role{};
    Date from;
    std::optional<Date> to;  // The last day.

    friend bool operator==(const Held&, const Held&) = default;
};

// The open permission to set a new password.
struct Reset {
    Digest one_time;
    Instant until;

    friend bool operator==(const Reset&, const Reset&) = default;
};

struct Person {
    BodyId body;
    Side side{};
    Sealed display;
    Date from;
    std::optional<Date> left;       // The first day without access.
    std::optional<Sealed> secret;
    std::optional<Reset> reset;
    std::optional<Sealed> address;
    Language language{};            // Of letters.
    std::vector<Held> roles;

    friend bool operator==(const Person&, const Person&) = default;
};

using People = std::map<PersonId, Person>;

// Whether the person has access on the day at all.
[[nodiscard]] inline bool has_access_on(const Person& person, Date day) {
    return person.from <= day && (!person.left || day < *person.left);
}

// How far a paper has gone. A named officer moves it; it never moves back.
enum class Stage : std::uint8_t { internal = 1, signed_off = 2, released = 3, published = 4 };
BOOST_DESCRIBE_ENUM(Stage, internal, signed_off, released, published)

// A reader as the queries see him. The public has neither body nor side.
struct Sight {
    BodyId body;                           // Empty: no body of his own (an audience, not a person).
    std::optional<Side> side;              // Absent: the public.
    bool auditor = false;                  // Refolds from entry 0 with the journal in hand: sees everything.
};

// internal: the body itself. signed_off: its side. released: both sides. published: everyone.
[[nodiscard]] inline bool sees(const Sight& reader, Stage stage, const BodyId& owner, Side owner_side) {
    if (reader.auditor || stage == Stage::published) return true;
    if (!reader.side || *reader.side == Side::other) return false;
    if (stage == Stage::released) return true;
    if (stage == Stage::signed_off) return *reader.side == owner_side;
    return !reader.body.value.empty() && reader.body == owner;
}

[[nodiscard]] inline std::string audience_of(const Sight& reader) {
    if (!reader.side || *reader.side == Side::other) return "public";
    return *reader.side == Side::macao ? "macao" : "mainland";
}

}  // namespace ponte::access
