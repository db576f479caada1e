#pragma once

// What the directory has learned: bodies, jurisdictions and sets of them, each by date and with its
// source. The desk's public face; an event is never edited, a new need is a new version.

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ponte::directory {

using SetId = Id<struct SetTag>;  // "psc", "bri"

// The two sides of the conference, and everybody else.
enum class Side : std::uint8_t { macao = 1, mainland = 2, other = 3 };
BOOST_DESCRIBE_ENUM(Side, macao, mainland, other)

// Where a set's membership comes from. `users_own`: no published list was found, so whoever uses the
// set states its members, and every answer says so.
enum class SetKind : std::uint8_t { published = 1, users_own = 2, named_regions = 3 };
BOOST_DESCRIBE_ENUM(SetKind, published, users_own, named_regions)

struct JurisdictionNamed {
    static constexpr std::string_view name = "directory.jurisdiction_named/1";

    JurisdictionId jurisdiction;
    Names names;
    std::optional<Date> from;  // Absent: since before anything recorded here.
    std::string source;

    friend bool operator==(const JurisdictionNamed&, const JurisdictionNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(JurisdictionNamed, (), (jurisdiction, names, from, source))

struct JurisdictionSetDefined {
    static constexpr std::string_view name = "directory.jurisdiction_set_defined/1";

    SetId set;
    Names names;
    SetKind kind{};
    std::string note;
    std::string source;

    friend bool operator==(const JurisdictionSetDefined&, const JurisdictionSetDefined&) = default;
};
BOOST_DESCRIBE_STRUCT(JurisdictionSetDefined, (), (set, names, kind, note, source))

struct JurisdictionJoinedSet {
    static constexpr std::string_view name = "directory.jurisdiction_joined_set/1";

    SetId set;
    JurisdictionId jurisdiction;
    std::optional<Date> from;
    std::optional<Date> to;  // The last day of membership.
    std::string source;

    friend bool operator==(const JurisdictionJoinedSet&, const JurisdictionJoinedSet&) = default;
};
BOOST_DESCRIBE_STRUCT(JurisdictionJoinedSet, (), (set, jurisdiction, from, to, source))

struct BodyNamed {
    static constexpr std::string_view name = "directory.body_named/1";

    BodyId body;
    Side side{};
    Names names;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string kind;  // "regulator", "secretariat" ...: a word for lists, no rule hangs on it.
    std::string source;

    friend bool operator==(const BodyNamed&, const BodyNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(BodyNamed, (), (body, side, names, from, to, kind, source))

// A display name that a person reviewed for one audience; it wins over the plain name.
struct DisplayNameReviewed {
    static constexpr std::string_view name = "directory.display_name_reviewed/1";

    JurisdictionId jurisdiction;
    std::string audience;  // "macao", "mainland", "public"
    Names names;
    std::string reason;

    friend bool operator==(const DisplayNameReviewed&, const DisplayNameReviewed&) = default;
};
BOOST_DESCRIBE_STRUCT(DisplayNameReviewed, (), (jurisdiction, audience, names, reason))

using Event = std::variant<JurisdictionNamed, JurisdictionSetDefined, JurisdictionJoinedSet, BodyNamed, DisplayNameReviewed>;

}  // namespace ponte::directory
