#pragma once

// What may be asked of the stay desk. A command is a plain value; asking changes nothing.

#include "desks/stay/events.h"

namespace ponte::stay {

struct OpenSnapshot {
    static constexpr std::string_view name = "stay.open_snapshot";

    SnapshotId snapshot;
    Date from;
    std::string licence;
    Source source;
};
BOOST_DESCRIBE_STRUCT(OpenSnapshot, (), (snapshot, from, licence, source))

struct BaseLine {
    JurisdictionId passport;
    std::vector<Cell> cells;  // In any order.

    friend bool operator==(const BaseLine&, const BaseLine&) = default;
};
BOOST_DESCRIBE_STRUCT(BaseLine, (), (passport, cells))

// Many passports at once, all of them or none: an event for each.
struct RecordBase {
    static constexpr std::string_view name = "stay.record_base";

    SnapshotId snapshot;
    std::vector<BaseLine> lines;
};
BOOST_DESCRIBE_STRUCT(RecordBase, (), (snapshot, lines))

struct EnactRule {
    static constexpr std::string_view name = "stay.enact_rule";

    Rule rule;
};
BOOST_DESCRIBE_STRUCT(EnactRule, (), (rule))

struct EndRule {
    static constexpr std::string_view name = "stay.end_rule";

    RuleId rule;
    Date last;
    Source source;
};
BOOST_DESCRIBE_STRUCT(EndRule, (), (rule, last, source))

struct CorrectRule {
    static constexpr std::string_view name = "stay.correct_rule";

    Rule rule;  // Whole, under the id that it has.
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CorrectRule, (), (rule, reason))

struct DefineZone {
    static constexpr std::string_view name = "stay.define_zone";

    ZoneId zone;
    Names names;
    std::vector<Window> common;  // per_entry, rolling or calendar_year.
    Source source;
};
BOOST_DESCRIBE_STRUCT(DefineZone, (), (zone, names, common, source))

struct DateZoneMember {
    static constexpr std::string_view name = "stay.date_zone_member";

    ZoneId zone;
    JurisdictionId member;
    Validity validity;
    std::optional<Date> seen;
    Source source;
};
BOOST_DESCRIBE_STRUCT(DateZoneMember, (), (zone, member, validity, seen, source))

struct SetWeights {
    static constexpr std::string_view name = "stay.set_weights";

    std::vector<Weight> weights;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SetWeights, (), (weights, reason))

using Command = std::variant<OpenSnapshot, RecordBase, EnactRule, EndRule, CorrectRule, DefineZone, DateZoneMember, SetWeights>;

}  // namespace ponte::stay
