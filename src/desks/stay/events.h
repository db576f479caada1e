#pragma once

// What has been recorded of who may stay where and how long: tables of passports by snapshot, and dated official
// rules that go before them. All of it is public. An event is never edited; a new need is a new version.

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "mechanisms/dated/dated.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::stay {

using SnapshotId = Id<struct SnapshotTag>;  // "2026-02-17"
using RuleId = Id<struct RuleTag>;          // "SCH-MAC", as the rule is called where it is kept.
using ZoneId = Id<struct ZoneTag>;          // "SCHENGEN": places whose days are counted together.

// What a traveller holds. A permit is not a visa: it admits its holder by itself, or with an endorsement in it.
enum class DocumentKind : std::uint8_t {
    passport = 1,
    permanent_resident_id = 2,  // of Macao or Hong Kong
    resident_id = 3,            // the same, not permanent
    home_return_permit = 4,     // Mainland travel permit of a resident of Macao or Hong Kong
    exit_entry_permit = 5,      // of a Mainland resident who goes to Macao or Hong Kong
    visit_permit = 6,           // of a Macao resident who goes to Hong Kong without a permanent identity card
    other = 7,
};
BOOST_DESCRIBE_ENUM(DocumentKind, passport, permanent_resident_id, resident_id, home_return_permit, exit_entry_permit, visit_permit, other)

struct Document {
    DocumentKind kind{};
    JurisdictionId of;  // Whose citizen or resident the holder is.

    friend auto operator<=>(const Document&, const Document&) = default;
    friend bool operator==(const Document&, const Document&) = default;
};
BOOST_DESCRIBE_STRUCT(Document, (), (kind, of))

enum class Requirement : std::uint8_t {
    visa_free = 1,
    on_arrival = 2,        // a visa given at the border
    authorisation = 3,     // an electronic travel authorisation (ETA)
    e_visa = 4,
    visa_required = 5,
    no_admission = 6,
    permit = 7,            // the document itself admits; no visa is in question
    permit_needed = 8,     // this document is not the one to come with: a permit is, and no visa is given
};
BOOST_DESCRIBE_ENUM(Requirement, visa_free, on_arrival, authorisation, e_visa, visa_required, no_admission, permit, permit_needed)

// A table of requirements as it was published on a day, good until the next one.
struct SnapshotOpened {
    static constexpr std::string_view name = "stay.snapshot_opened/1";

    SnapshotId snapshot;
    Date from;            // It holds from this day until the next snapshot's.
    std::string licence;  // Under which it may be used.
    Source source;

    friend bool operator==(const SnapshotOpened&, const SnapshotOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(SnapshotOpened, (), (snapshot, from, licence, source))

struct Cell {
    JurisdictionId destination;
    Requirement requirement{};
    std::optional<std::uint16_t> days;  // Absent: the table has no number.

    friend bool operator==(const Cell&, const Cell&) = default;
};
BOOST_DESCRIBE_STRUCT(Cell, (), (destination, requirement, days))

// One passport's line of a snapshot: about 2 kB for 198 destinations.
struct BaseRecorded {
    static constexpr std::string_view name = "stay.base_recorded/1";

    SnapshotId snapshot;
    JurisdictionId passport;
    std::vector<Cell> cells;  // In ascending order of destination.

    friend bool operator==(const BaseRecorded&, const BaseRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(BaseRecorded, (), (snapshot, passport, cells))

// How days are counted. Several windows of one rule stand side by side and must all hold.
enum class WindowKind : std::uint8_t {
    per_entry = 1,        // limit days from each entry
    rolling = 2,          // limit days in any span of days, looking back from each day of the stay
    calendar_year = 3,    // limit days from January to December
    year = 4,             // limit days "in a year", and the rule does not say which of the two that is
    since_last_exit = 5,  // the n-th entry, each within span days of the last exit, has its own limit; after the last none
};
BOOST_DESCRIBE_ENUM(WindowKind, per_entry, rolling, calendar_year, year, since_last_exit)

struct Window {
    WindowKind kind{};
    std::optional<std::uint16_t> limit;   // Days, both ends counted; absent for since_last_exit.
    std::optional<std::uint16_t> span;    // Days; of rolling and since_last_exit, the other kinds say it themselves.
    std::vector<std::uint16_t> steps;     // Of since_last_exit: days of the first entry, the second ...
    std::optional<std::string> reset_by;  // Of since_last_exit: an exit through this port begins the count again.

    friend bool operator==(const Window&, const Window&) = default;
};
BOOST_DESCRIBE_STRUCT(Window, (), (kind, limit, span, steps, reset_by))

enum class ConditionKind : std::uint8_t {
    group_of = 1,         // `number` people or more, travelling together
    purpose = 2,          // one of `words`
    not_for = 3,          // none of `words`
    entry_port = 4,       // one of `ports`
    onward_third = 5,     // a ticket onward to a third country or region: neither where he comes from nor this one
    within_hours = 6,     // gone again within `number` hours, counted as `number` / 24 days
    ordinary_passport = 7,
    area = 8,             // only in the places that `text` names
    ticket = 9,           // a return or onward ticket
    visa_onward = 10,     // and whatever the next place asks for
    endorsement = 11,     // in the permit
    other = 12,
};
BOOST_DESCRIBE_ENUM(ConditionKind, group_of, purpose, not_for, entry_port, onward_third, within_hours, ordinary_passport, area, ticket, visa_onward, endorsement, other)

struct DatedPort {
    std::string port;  // "hengqin"
    Validity validity;

    friend bool operator==(const DatedPort&, const DatedPort&) = default;
};
BOOST_DESCRIBE_STRUCT(DatedPort, (), (port, validity))

struct Condition {
    ConditionKind kind{};
    std::optional<std::uint32_t> number;
    std::vector<std::string> words;
    std::vector<DatedPort> ports;
    bool ports_complete = false;  // False: there are ports that are not named here, so one that is not answers unknown.
    std::optional<std::string> text;  // In our own words.

    friend bool operator==(const Condition&, const Condition&) = default;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (kind, number, words, ports, ports_complete, text))

// For whom a rule is made: everybody with the document, or those who come in one special way.
enum class Track : std::uint8_t { ordinary = 1, transit = 2, group = 3 };
BOOST_DESCRIBE_ENUM(Track, ordinary, transit, group)

// A dated official rule. It goes before the table of its day.
struct Rule {
    RuleId rule;
    Document document;
    std::optional<JurisdictionId> place;  // This, or a zone: exactly one.
    std::optional<ZoneId> zone;
    Track track = Track::ordinary;
    Requirement requirement{};
    bool no_limit = false;                // Of days, said by the rule. No window and false: the days are not known.
    std::vector<Window> windows;          // All of them must hold.
    std::vector<Condition> conditions;    // All of them must be met.
    Validity validity;
    std::optional<Date> seen;             // A day on which a source shows it in force, where its beginning is not known.
    std::optional<std::string> instrument;  // Its id among the instruments, where it is kept there.
    std::optional<std::string> basis;     // "Aviso CE 42/2012"
    Source source;

    friend bool operator==(const Rule&, const Rule&) = default;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (rule, document, place, zone, track, requirement, no_limit, windows, conditions, validity, seen, instrument, basis, source))

struct RuleEnacted {
    static constexpr std::string_view name = "stay.rule_enacted/1";

    Rule rule;

    friend bool operator==(const RuleEnacted&, const RuleEnacted&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleEnacted, (), (rule))

struct RuleEnded {
    static constexpr std::string_view name = "stay.rule_ended/1";

    RuleId rule;
    Date last;  // The last day on which it holds.
    Source source;

    friend bool operator==(const RuleEnded&, const RuleEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleEnded, (), (rule, last, source))

// What was recorded was wrong; the world has not changed. Both versions stay in the record.
struct RuleCorrected {
    static constexpr std::string_view name = "stay.rule_corrected/1";

    Rule rule;
    std::string reason;

    friend bool operator==(const RuleCorrected&, const RuleCorrected&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleCorrected, (), (rule, reason))

// `common` is what its members count for every traveller whom a table admits for a number of days.
struct ZoneDefined {
    static constexpr std::string_view name = "stay.zone_defined/1";

    ZoneId zone;
    Names names;
    std::vector<Window> common;
    Source source;

    friend bool operator==(const ZoneDefined&, const ZoneDefined&) = default;
};
BOOST_DESCRIBE_STRUCT(ZoneDefined, (), (zone, names, common, source))

// Again for the same member and beginning: it replaces what was said, such as its end.
struct ZoneMemberDated {
    static constexpr std::string_view name = "stay.zone_member_dated/1";

    ZoneId zone;
    JurisdictionId member;
    Validity validity;
    std::optional<Date> seen;
    Source source;

    friend bool operator==(const ZoneMemberDated&, const ZoneMemberDated&) = default;
};
BOOST_DESCRIBE_STRUCT(ZoneMemberDated, (), (zone, member, validity, seen, source))

// What counts how much when partners for a mutual waiver are ranked. A point is the same in each.
enum class Weighed : std::uint8_t {
    exempts_us = 1,       // they exempt our passport already, and we do not exempt theirs
    we_exempt = 2,        // the other way round
    lighter_rule = 3,     // no waiver yet, but on arrival, an authorisation or an e-visa stands on one side
    mobility = 4,         // how many places their passport enters without a visa
    in_set = 5,           // it belongs to the set of jurisdictions named in `set`
};
BOOST_DESCRIBE_ENUM(Weighed, exempts_us, we_exempt, lighter_rule, mobility, in_set)

struct Weight {
    Weighed weighed{};
    std::optional<std::string> set;  // Of in_set.
    std::uint16_t points = 0;        // 0 to 100, reached in full or in part.

    friend bool operator==(const Weight&, const Weight&) = default;
};
BOOST_DESCRIBE_STRUCT(Weight, (), (weighed, set, points))

struct WeightsSet {
    static constexpr std::string_view name = "stay.weights_set/1";

    std::vector<Weight> weights;
    std::string reason;

    friend bool operator==(const WeightsSet&, const WeightsSet&) = default;
};
BOOST_DESCRIBE_STRUCT(WeightsSet, (), (weights, reason))

using Event = std::variant<SnapshotOpened, BaseRecorded, RuleEnacted, RuleEnded, RuleCorrected, ZoneDefined, ZoneMemberDated, WeightsSet>;

}  // namespace ponte::stay
