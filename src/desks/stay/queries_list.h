#pragma once

#include "desks/stay/view.h"

// What is kept, as lists for a screen and as it goes back into tables.
namespace ponte::stay {

struct CorrectionShown {
    Rule was;
    std::string reason;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CorrectionShown, (), (was, reason, entry))

struct RuleRow {
    Rule rule;
    ponte::Answer holds{};                     // On the day.
    std::optional<Source> ended;               // Why it ended, where somebody ended it.
    std::vector<CorrectionShown> corrections;  // The oldest first.
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (rule, holds, ended, corrections, entry))

struct RulesAnswer {
    Date on;
    std::vector<RuleRow> rules;
};
BOOST_DESCRIBE_STRUCT(RulesAnswer, (), (on, rules))

// The dated rules, in order of id. Every filter narrows.
struct RulesQuery {
    static constexpr std::string_view name = "stay.rules";
    using Answer = RulesAnswer;

    std::optional<Date> on;                    // For `holds`; today where absent.
    std::optional<RuleId> rule;
    std::optional<JurisdictionId> of;          // The document's.
    std::optional<DocumentKind> document;
    std::optional<JurisdictionId> destination; // The place itself, or a zone that it belongs to on the day.
    std::optional<Track> track;
    std::optional<ponte::Answer> holds;
    std::optional<std::string> instrument;
};
BOOST_DESCRIBE_STRUCT(RulesQuery, (), (on, rule, of, document, destination, track, holds, instrument))

struct SnapshotRow {
    SnapshotId snapshot;
    Date from;
    std::optional<Date> to;       // The day before the next one; absent: still the last.
    std::string licence;
    Source source;
    std::uint32_t passports = 0;
    std::uint32_t cells = 0;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SnapshotRow, (), (snapshot, from, to, licence, source, passports, cells, entry))

struct SnapshotsAnswer {
    std::vector<SnapshotRow> snapshots;  // By day.
};
BOOST_DESCRIBE_STRUCT(SnapshotsAnswer, (), (snapshots))

struct SnapshotsQuery {
    static constexpr std::string_view name = "stay.snapshots";
    using Answer = SnapshotsAnswer;
};
BOOST_DESCRIBE_STRUCT(SnapshotsQuery, (), ())

struct TableLine {
    JurisdictionId passport;
    std::vector<Cell> cells;
};
BOOST_DESCRIBE_STRUCT(TableLine, (), (passport, cells))

struct TableAnswer {
    SnapshotId snapshot;
    std::vector<TableLine> lines;  // By passport; none where the snapshot is not known.
};
BOOST_DESCRIBE_STRUCT(TableAnswer, (), (snapshot, lines))

// A table as it was recorded, or one passport's line of it.
struct TableQuery {
    static constexpr std::string_view name = "stay.table";
    using Answer = TableAnswer;

    SnapshotId snapshot;
    std::optional<JurisdictionId> passport;
};
BOOST_DESCRIBE_STRUCT(TableQuery, (), (snapshot, passport))

struct MemberRow {
    JurisdictionId member;
    ponte::Answer belongs{};  // On the day.
    Validity validity;
    std::optional<Date> seen;
    Source source;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (member, belongs, validity, seen, source))

struct ZoneRow {
    ZoneId zone;
    Names names;
    std::vector<Window> common;
    Source source;
    std::vector<MemberRow> members;  // As recorded.
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ZoneRow, (), (zone, names, common, source, members, entry))

struct ZonesAnswer {
    Date on;
    std::vector<ZoneRow> zones;
};
BOOST_DESCRIBE_STRUCT(ZonesAnswer, (), (on, zones))

struct ZonesQuery {
    static constexpr std::string_view name = "stay.zones";
    using Answer = ZonesAnswer;

    std::optional<Date> on;
    std::optional<ZoneId> zone;
};
BOOST_DESCRIBE_STRUCT(ZonesQuery, (), (on, zone))

[[nodiscard]] RulesAnswer answer(const Looking& looking, const RulesQuery& query);
[[nodiscard]] SnapshotsAnswer answer(const Looking& looking, const SnapshotsQuery& query);
[[nodiscard]] TableAnswer answer(const Looking& looking, const TableQuery& query);
[[nodiscard]] ZonesAnswer answer(const Looking& looking, const ZonesQuery& query);

}  // namespace ponte::stay
