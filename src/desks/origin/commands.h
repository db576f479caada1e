#pragma once

// What may be asked of the origin desk. A command is a plain value; asking changes nothing.

#include "desks/origin/events.h"

namespace ponte::origin {

struct RecordSet {
    static constexpr std::string_view name = "origin.record_set";

    RuleSetId set;
    Names names;
    std::vector<JurisdictionId> parties;
    Validity validity;
    std::string clause;
    Source source;
};
BOOST_DESCRIBE_STRUCT(RecordSet, (), (set, names, parties, validity, clause, source))

// A product's rule as an officer writes it: the tests as text (rule.h).
struct RuleRow {
    RuleId rule;
    std::string hs;
    std::optional<std::string> hs_to;
    HsVersion version{};
    std::string description;
    std::string tests;
    std::string text;
    Validity validity;
    std::string clause;
    Source source;
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (rule, hs, hs_to, version, description, tests, text, validity, clause, source))

struct LoadRules {
    static constexpr std::string_view name = "origin.load_rules";

    RuleSetId set;
    std::vector<RuleRow> rules;
};
BOOST_DESCRIBE_STRUCT(LoadRules, (), (set, rules))

using Command = std::variant<RecordSet, LoadRules>;

}  // namespace ponte::origin
