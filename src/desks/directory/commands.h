#pragma once

// What may be asked of the directory. A command is a plain value; asking changes nothing.

#include "desks/directory/events.h"

namespace ponte::directory {

struct NameJurisdiction {
    static constexpr std::string_view name = "directory.name_jurisdiction";

    JurisdictionId jurisdiction;
    Names names;
    std::optional<Date> from;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(NameJurisdiction, (), (jurisdiction, names, from, source))

struct DefineJurisdictionSet {
    static constexpr std::string_view name = "directory.define_jurisdiction_set";

    SetId set;
    Names names;
    SetKind kind{};
    std::string note;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(DefineJurisdictionSet, (), (set, names, kind, note, source))

struct AddToJurisdictionSet {
    static constexpr std::string_view name = "directory.add_to_jurisdiction_set";

    SetId set;
    JurisdictionId jurisdiction;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(AddToJurisdictionSet, (), (set, jurisdiction, from, to, source))

struct NameBody {
    static constexpr std::string_view name = "directory.name_body";

    BodyId body;
    Side side{};
    Names names;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string kind;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(NameBody, (), (body, side, names, from, to, kind, source))

struct ReviewDisplayName {
    static constexpr std::string_view name = "directory.review_display_name";

    JurisdictionId jurisdiction;
    std::string audience;
    Names names;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReviewDisplayName, (), (jurisdiction, audience, names, reason))

using Command = std::variant<NameJurisdiction, DefineJurisdictionSet, AddToJurisdictionSet, NameBody, ReviewDisplayName>;

}  // namespace ponte::directory
