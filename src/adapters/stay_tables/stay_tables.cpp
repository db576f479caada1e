#include "adapters/stay_tables/stay_tables.h"

#include "adapters/stay_tables/notation.h"
#include "base/describe.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace ponte::stay_tables {

namespace {

using Heads = std::vector<std::string>;

const Heads snapshot_heads{"snapshot", "from", "licence", "source", "as_of", "confidence", "note"};
const Heads base_heads{"snapshot", "passport", "requirement", "days", "destinations"};
const Heads rule_heads{"rule", "document", "of", "place", "zone", "track", "requirement", "no_limit", "windows", "conditions", "from", "to", "seen",
                       "instrument", "basis", "source", "as_of", "confidence", "note"};
const Heads zone_heads{"zone", "name_zh_hant", "name_zh_hans", "name_pt", "name_en", "common", "source", "as_of", "confidence", "note"};
const Heads member_heads{"zone", "member", "from", "to", "seen", "source", "as_of", "confidence", "note"};
const Heads stay_heads{"place", "from", "to", "purpose", "group", "entry_port", "left_through", "visa_held", "met"};
constexpr std::size_t stay_heads_needed = 3;

// One row by the names of its columns. The first cell that cannot be read is remembered, and what is read of it is
// its type's zero: the row is refused as a whole in the end.
class Cells {
public:
    Cells(const Heads& heads, const csv::Row& row) : heads_(heads), row_(row) {}

    [[nodiscard]] std::string_view at(std::string_view head) const {
        const auto column = std::ranges::find(heads_, head);
        return column == heads_.end() ? std::string_view() : trimmed(row_.cells[static_cast<std::size_t>(column - heads_.begin())]);
    }
    [[nodiscard]] std::optional<Refusal> fault() const { return fault_; }

    std::string needed(std::string_view head) {
        if (at(head).empty()) blame(refusals::cell_missing, head);
        return std::string(at(head));
    }
    Date day(std::string_view head) {
        static_cast<void>(needed(head));
        return parsed<Date>(head).value_or(Date{});
    }
    [[nodiscard]] std::optional<std::string> text(std::string_view head) const { return at(head).empty() ? std::nullopt : std::optional(std::string(at(head))); }

    template <class T>
    std::optional<T> parsed(std::string_view head) {
        if (at(head).empty()) return std::nullopt;
        const auto value = T::from_text(at(head));
        if (!value) blame(refusals::cell_unreadable, head);
        return value;
    }
    template <class T>
    std::optional<T> number(std::string_view head) {
        if (at(head).empty()) return std::nullopt;
        T value{};
        const std::string_view cell = at(head);
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc() || end != cell.data() + cell.size()) blame(refusals::cell_unreadable, head);
        return value;
    }
    template <class T>
    T named(std::string_view head) {
        const auto value = enum_named<T>(at(head));
        if (!value) blame(at(head).empty() ? refusals::cell_missing : refusals::cell_unreadable, head);
        return value.value_or(T{});
    }
    bool yes(std::string_view head) {
        if (at(head) != "yes" && !at(head).empty()) blame(refusals::cell_unreadable, head);
        return at(head) == "yes";
    }
    template <class T>
    T noted(std::string_view head, std::optional<T> (*read)(std::string_view)) {
        auto value = read(at(head));
        if (!value) blame(refusals::cell_unreadable, head);
        return std::move(value).value_or(T{});
    }
    Validity validity() {
        Validity validity;
        if (!read_end(at("from"), validity.from, validity.from_unknown)) blame(refusals::cell_unreadable, "from");
        if (!read_end(at("to"), validity.to, validity.to_unknown)) blame(refusals::cell_unreadable, "to");
        return validity;
    }
    Source source() {
        return {.reference = needed("source"), .as_of = parsed<Period>("as_of"), .confidence = named<Confidence>("confidence"), .note = std::string(at("note"))};
    }
    void blame(RefusalKind kind, std::string_view head) {
        if (fault_) return;
        fault_ = Refusal{kind, std::string(at(head)).substr(0, 80), "line " + std::to_string(row_.line) + ", column " + std::string(head)};
    }

private:
    const Heads& heads_;
    const csv::Row& row_;
    std::optional<Refusal> fault_;
};

stay::Command snapshot_of(Cells& cells) {
    return stay::OpenSnapshot{.snapshot = stay::SnapshotId(cells.needed("snapshot")), .from = cells.day("from"),
                              .licence = cells.needed("licence"), .source = cells.source()};
}

stay::Command rule_of(Cells& cells) {
    stay::Rule rule{.rule = stay::RuleId(cells.needed("rule")),
                    .document = {.kind = cells.named<stay::DocumentKind>("document"), .of = JurisdictionId(cells.needed("of"))},
                    .place = {}, .zone = {},
                    .track = cells.named<stay::Track>("track"),
                    .requirement = cells.named<stay::Requirement>("requirement"),
                    .no_limit = cells.yes("no_limit"),
                    .windows = cells.noted<std::vector<stay::Window>>("windows", windows_in),
                    .conditions = cells.noted<std::vector<stay::Condition>>("conditions", conditions_in),
                    .validity = cells.validity(),
                    .seen = cells.parsed<Date>("seen"),
                    .instrument = cells.text("instrument"),
                    .basis = cells.text("basis"),
                    .source = cells.source()};
    if (const auto place = cells.text("place")) rule.place = JurisdictionId(*place);
    if (const auto zone = cells.text("zone")) rule.zone = stay::ZoneId(*zone);
    return stay::EnactRule{.rule = std::move(rule)};
}

stay::Command zone_of(Cells& cells) {
    return stay::DefineZone{.zone = stay::ZoneId(cells.needed("zone")),
                            .names = {.zh_hant = std::string(cells.at("name_zh_hant")), .zh_hans = std::string(cells.at("name_zh_hans")),
                                      .pt = std::string(cells.at("name_pt")), .en = std::string(cells.at("name_en"))},
                            .common = cells.noted<std::vector<stay::Window>>("common", windows_in),
                            .source = cells.source()};
}

stay::Command member_of(Cells& cells) {
    return stay::DateZoneMember{.zone = stay::ZoneId(cells.needed("zone")), .member = JurisdictionId(cells.needed("member")), .validity = cells.validity(),
                                .seen = cells.parsed<Date>("seen"), .source = cells.source()};
}

Outcome<std::vector<Order>> row_by_row(const csv::Table& table, stay::Command (*read)(Cells&)) {
    std::vector<Order> orders;
    for (const csv::Row& row : table.rows) {
        Cells cells(table.heads, row);
        stay::Command command = read(cells);
        if (auto fault = cells.fault()) return std::unexpected(*std::move(fault));
        orders.push_back({.command = std::move(command), .line = row.line});
    }
    return orders;
}

// Rows of one snapshot, and in it of one passport, are gathered in the order in which they first appear.
Outcome<std::vector<Order>> base_orders(const csv::Table& table) {
    std::vector<Order> orders;
    std::map<std::string, std::size_t, std::less<>> order_of;
    std::map<std::pair<std::size_t, std::string>, std::size_t> line_of;
    for (const csv::Row& row : table.rows) {
        Cells cells(table.heads, row);
        const std::string snapshot = cells.needed("snapshot");
        const std::string passport = cells.needed("passport");
        const auto requirement = cells.named<stay::Requirement>("requirement");
        const auto days = cells.number<std::uint16_t>("days");
        const std::string destinations = cells.needed("destinations");
        if (auto fault = cells.fault()) return std::unexpected(*std::move(fault));
        const auto [order, fresh] = order_of.try_emplace(snapshot, orders.size());
        if (fresh) orders.push_back({.command = stay::RecordBase{.snapshot = stay::SnapshotId(snapshot), .lines = {}}, .line = row.line});
        auto& lines = std::get<stay::RecordBase>(orders[order->second].command).lines;
        const auto [line, first] = line_of.try_emplace({order->second, passport}, lines.size());
        if (first) lines.push_back({.passport = JurisdictionId(passport), .cells = {}});
        for (const std::string_view place : items_in(destinations, ' ')) {
            if (place.empty()) continue;
            lines[line->second].cells.push_back({.destination = JurisdictionId(std::string(place)), .requirement = requirement, .days = days});
        }
    }
    return orders;
}

std::string as_of_text(const Source& source) { return source.as_of ? source.as_of->to_text() : ""; }

void add_source(std::vector<std::string>& cells, const Source& source) {
    cells.insert(cells.end(), {source.reference, as_of_text(source), std::string(name_of(source.confidence)), source.note});
}

csv::Table table_with(const Heads& heads) { return {.heads = heads, .rows = {}}; }

}  // namespace

Outcome<std::vector<Order>> orders_of(const csv::Table& table) {
    if (table.heads == snapshot_heads) return row_by_row(table, snapshot_of);
    if (table.heads == base_heads) return base_orders(table);
    if (table.heads == rule_heads) return row_by_row(table, rule_of);
    if (table.heads == zone_heads) return row_by_row(table, zone_of);
    if (table.heads == member_heads) return row_by_row(table, member_of);
    return refuse(refusals::head_unknown, table.heads.empty() ? "" : table.heads.front(), "line 1");
}

Outcome<std::vector<stay::Stay>> itinerary_of(const csv::Table& table) {
    for (std::size_t i = 0; i < stay_heads_needed; ++i) {
        if (std::ranges::find(table.heads, stay_heads[i]) == table.heads.end()) return refuse(refusals::cell_missing, {}, "line 1, column " + stay_heads[i]);
    }
    for (const std::string& head : table.heads) {
        if (std::ranges::find(stay_heads, head) == stay_heads.end()) return refuse(refusals::head_unknown, head, "line 1");
    }
    std::vector<stay::Stay> stays;
    for (const csv::Row& row : table.rows) {
        Cells cells(table.heads, row);
        stay::Stay stay{.place = JurisdictionId(cells.needed("place")), .from = cells.day("from"), .to = cells.day("to"), .purpose = cells.text("purpose"), .group = cells.number<std::uint32_t>("group"),
                        .entry_port = cells.text("entry_port"), .left_through = cells.text("left_through"), .visa_held = cells.yes("visa_held"), .met = {}};
        for (const std::string_view item : items_in(cells.at("met"), ';')) {
            const auto kind = enum_named<stay::ConditionKind>(item);
            if (!kind) cells.blame(refusals::cell_unreadable, "met");
            stay.met.push_back(kind.value_or(stay::ConditionKind::other));
        }
        if (auto fault = cells.fault()) return std::unexpected(*std::move(fault));
        stays.push_back(std::move(stay));
    }
    return stays;
}

csv::Table snapshots_table(const stay::SnapshotsAnswer& answer) {
    csv::Table table = table_with(snapshot_heads);
    for (const stay::SnapshotRow& row : answer.snapshots) {
        std::vector<std::string> cells{row.snapshot.value, row.from.to_text(), row.licence};
        add_source(cells, row.source);
        table.rows.push_back({.cells = std::move(cells)});
    }
    return table;
}

csv::Table base_table(const stay::TableAnswer& answer) {
    csv::Table table = table_with(base_heads);
    for (const stay::TableLine& line : answer.lines) {
        std::map<std::pair<stay::Requirement, std::optional<std::uint16_t>>, std::string> groups;
        for (const stay::Cell& cell : line.cells) {
            std::string& places = groups[{cell.requirement, cell.days}];
            places += (places.empty() ? "" : " ") + cell.destination.value;
        }
        for (const auto& [key, places] : groups) {
            table.rows.push_back({.cells = {answer.snapshot.value, line.passport.value, std::string(name_of(key.first)), key.second ? std::to_string(*key.second) : "", places}});
        }
    }
    return table;
}

csv::Table rules_table(const stay::RulesAnswer& answer) {
    csv::Table table = table_with(rule_heads);
    for (const stay::RuleRow& row : answer.rules) {
        const stay::Rule& rule = row.rule;
        std::vector<std::string> cells{rule.rule.value,
                                       std::string(name_of(rule.document.kind)),
                                       rule.document.of.value,
                                       rule.place ? rule.place->value : "",
                                       rule.zone ? rule.zone->value : "",
                                       std::string(name_of(rule.track)),
                                       std::string(name_of(rule.requirement)),
                                       rule.no_limit ? "yes" : "",
                                       text_of(rule.windows),
                                       text_of(rule.conditions),
                                       end_text(rule.validity.from, rule.validity.from_unknown),
                                       end_text(rule.validity.to, rule.validity.to_unknown),
                                       rule.seen ? rule.seen->to_text() : "",
                                       rule.instrument.value_or(""),
                                       rule.basis.value_or("")};
        add_source(cells, rule.source);
        table.rows.push_back({.cells = std::move(cells)});
    }
    return table;
}

csv::Table zones_table(const stay::ZonesAnswer& answer) {
    csv::Table table = table_with(zone_heads);
    for (const stay::ZoneRow& row : answer.zones) {
        std::vector<std::string> cells{row.zone.value, row.names.zh_hant, row.names.zh_hans, row.names.pt, row.names.en, text_of(row.common)};
        add_source(cells, row.source);
        table.rows.push_back({.cells = std::move(cells)});
    }
    return table;
}

csv::Table members_table(const stay::ZonesAnswer& answer) {
    csv::Table table = table_with(member_heads);
    for (const stay::ZoneRow& zone : answer.zones) {
        for (const stay::MemberRow& row : zone.members) {
            std::vector<std::string> cells{zone.zone.value, row.member.value, end_text(row.validity.from, row.validity.from_unknown),
                                           end_text(row.validity.to, row.validity.to_unknown), row.seen ? row.seen->to_text() : ""};
            add_source(cells, row.source);
            table.rows.push_back({.cells = std::move(cells)});
        }
    }
    return table;
}

}  // namespace ponte::stay_tables
