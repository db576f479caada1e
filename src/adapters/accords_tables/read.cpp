#include "adapters/accords_tables/cells.h"

#include <algorithm>
#include <charconv>

// From rows to orders.
namespace ponte::accords_tables {

namespace {

using namespace accords;  // NOLINT: the desk's words stand on every line of this file

// One row under its heads. The first fault is kept; whoever has read all he needs asks for it once.
class Cells {
public:
    Cells(const std::vector<std::string>& heads, const csv::Row& row) : heads_(heads), row_(row) {}

    [[nodiscard]] const std::string& text(std::string_view head) const {
        const auto at = std::ranges::find(heads_, head);
        return row_.cells[static_cast<std::size_t>(at - heads_.begin())];
    }
    [[nodiscard]] const std::string& needed(std::string_view head) {
        const std::string& cell = text(head);
        if (cell.empty()) blame(refusals::cell_missing, "", head);
        return cell;
    }
    // The value of a cell that is there, as `read` understands it.
    template <class Read>
    auto value(std::string_view head, const Read& read) -> typename decltype(read(std::string_view()))::value_type {
        const std::string& cell = needed(head);
        if (cell.empty()) return {};
        auto found = read(std::string_view(cell));
        if (found) return *std::move(found);
        blame(refusals::cell_unreadable, cell, head);
        return {};
    }
    template <class Read>
    auto optional(std::string_view head, const Read& read) -> decltype(read(std::string_view())) {
        if (text(head).empty()) return std::nullopt;
        return value(head, read);
    }
    bool yes(std::string_view head) {
        const std::string& cell = text(head);
        if (!cell.empty() && cell != "yes") blame(refusals::cell_unreadable, cell, head);
        return cell == "yes";
    }
    Names names(const std::string& prefix) const {
        return {.zh_hant = text(prefix + "_zh_hant"), .zh_hans = text(prefix + "_zh_hans"), .pt = text(prefix + "_pt"), .en = text(prefix + "_en")};
    }
    void blame(RefusalKind kind, std::string_view subject, std::string_view head) {
        if (!fault_) fault_ = Refusal{kind, std::string(subject.substr(0, 80)), "line " + std::to_string(row_.line) + ", column " + std::string(head)};
    }
    [[nodiscard]] const std::optional<Refusal>& fault() const { return fault_; }
    [[nodiscard]] std::uint32_t line() const { return row_.line; }

private:
    const std::vector<std::string>& heads_;
    const csv::Row& row_;
    std::optional<Refusal> fault_;
};

template <class Enum>
std::optional<Enum> word(std::string_view text) {
    return enum_named<Enum>(text);
}
std::optional<Date> date(std::string_view text) { return Date::from_text(text); }
std::optional<Decimal> number(std::string_view text) { return Decimal::from_text(text); }
template <class Whole>
std::optional<Whole> whole(std::string_view text) {
    Whole value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

template <class Named>
std::vector<Named> ids(const std::string& cell) {
    std::vector<Named> found;
    for (std::string& part : parts_of(cell, " ")) found.emplace_back(std::move(part));
    return found;
}
template <class Enum>
std::vector<Enum> words(Cells& cells, std::string_view head) {
    std::vector<Enum> found;
    for (const std::string& part : parts_of(cells.needed(head), " ")) {
        const auto one = enum_named<Enum>(part);
        if (!one) cells.blame(refusals::cell_unreadable, part, head);
        if (one) found.push_back(*one);
    }
    return found;
}

std::string part_at(const std::vector<std::string>& parts, std::size_t i) { return i < parts.size() ? parts[i] : std::string(); }

std::vector<Source> sources(Cells& cells) {
    std::vector<Source> found;
    const auto as_of = parts_of(cells.text("as_of"));
    const auto confidence = parts_of(cells.needed("confidence"));
    const auto notes = parts_of(cells.text("source_note"));
    const auto references = parts_of(cells.needed("source"));
    for (std::size_t i = 0; i < references.size(); ++i) {
        Source source{.reference = references[i], .as_of = {}, .confidence = {}, .note = part_at(notes, i)};
        const std::string day = part_at(as_of, i);
        if (!day.empty()) source.as_of = period_of(day);
        if (!day.empty() && !source.as_of) cells.blame(refusals::cell_unreadable, day, "as_of");
        const auto trust = enum_named<Confidence>(part_at(confidence, i));
        if (!trust) cells.blame(refusals::cell_unreadable, part_at(confidence, i), "confidence");
        source.confidence = trust.value_or(Confidence::unverified);
        found.push_back(std::move(source));
    }
    return found;
}
Source source(Cells& cells) {
    auto all = sources(cells);
    return all.empty() ? Source{} : std::move(all.front());
}

// "unknown" is an end of which nothing is known; an empty cell one that is open.
Validity validity(Cells& cells) {
    Validity found;
    found.from_unknown = cells.text("from") == "unknown";
    found.to_unknown = cells.text("to") == "unknown";
    if (!found.from_unknown) found.from = cells.optional("from", period_of);
    if (!found.to_unknown) found.to = cells.optional("to", period_of);
    return found;
}

// "last_notice 30 days", "fixed_date 2019-01-01", "signature".
ForceClause force(Cells& cells) {
    const auto parts = parts_of(cells.needed("force"), " ");
    ForceClause clause{.by = ForceBy::unknown, .count = 0, .unit = CountIn::days, .fixed = {}, .clause = cells.text("force_clause")};
    const auto by = enum_named<ForceBy>(part_at(parts, 0));
    bool good = by.has_value() && parts.size() <= 3;
    if (by) clause.by = *by;
    if (good && clause.by == ForceBy::fixed_date) {
        clause.fixed = Date::from_text(part_at(parts, 1));
        good = clause.fixed.has_value() && parts.size() == 2;
    } else if (good && parts.size() > 1) {
        const auto count = whole<std::uint16_t>(parts[1]);
        const auto unit = enum_named<CountIn>(part_at(parts, 2));
        good = count && unit;
        if (good) clause.count = *count;
        if (good) clause.unit = *unit;
    }
    if (!good) cells.blame(refusals::cell_unreadable, cells.text("force"), "force");
    return clause;
}

// "MO;next_calendar_year;1;1;;art. 28(2)": place, from, month, day, a fixed day, clause.
std::vector<EffectClause> effects(Cells& cells) {
    std::vector<EffectClause> found;
    for (const std::string& part : parts_of(cells.text("effects"))) {
        const auto fields = parts_of(part, ";");
        const auto from = enum_named<EffectFrom>(part_at(fields, 1));
        const auto month = whole<std::uint8_t>(part_at(fields, 2));
        const auto day = whole<std::uint8_t>(part_at(fields, 3));
        const std::string fixed = part_at(fields, 4);
        if (!from || !month || !day || (!fixed.empty() && !Date::from_text(fixed))) {
            cells.blame(refusals::cell_unreadable, part, "effects");
            return found;
        }
        found.push_back({.place = JurisdictionId(fields[0]), .from = *from, .month = *month, .day = *day, .fixed = Date::from_text(fixed), .clause = part_at(fields, 5)});
    }
    return found;
}

// "60;signature;tacit;60;180": months, from, tacit or express, months of renewal, days of notice.
std::optional<Term> term(Cells& cells) {
    const std::string& cell = cells.text("term");
    if (cell.empty()) return std::nullopt;
    const auto fields = parts_of(cell, ";");
    const auto months = whole<std::uint16_t>(part_at(fields, 0));
    const auto from = enum_named<TermFrom>(part_at(fields, 1));
    const auto again = whole<std::uint16_t>(part_at(fields, 3));
    const auto notice = whole<std::uint16_t>(part_at(fields, 4));
    const std::string how = part_at(fields, 2);
    if (!months || !from || !again || !notice || (how != "tacit" && how != "express")) {
        cells.blame(refusals::cell_unreadable, cell, "term");
        return std::nullopt;
    }
    return Term{.months = *months, .from = *from, .tacit = how == "tacit", .renewal_months = *again, .notice_days = *notice};
}

std::vector<NameStatus> statuses(Cells& cells) {
    std::vector<NameStatus> found;
    for (const std::string& part : parts_of(cells.text("names_are"), " ")) {
        const auto fields = parts_of(part, "=");
        const auto language = enum_named<Language>(part_at(fields, 0));
        const auto status = enum_named<TextStatus>(part_at(fields, 1));
        if (!language || !status) cells.blame(refusals::cell_unreadable, part, "names_are");
        if (language && status) found.push_back({*language, *status});
    }
    return found;
}

std::vector<Party> parties(Cells& cells) {
    std::vector<Party> found;
    const auto hant = parts_of(cells.text("organ_zh_hant"));
    const auto hans = parts_of(cells.text("organ_zh_hans"));
    const auto pt = parts_of(cells.text("organ_pt"));
    const auto en = parts_of(cells.text("organ_en"));
    const auto places = parts_of(cells.needed("parties"), " ");
    for (std::size_t i = 0; i < places.size(); ++i) {
        found.push_back({.place = JurisdictionId(places[i]),
                         .organ = {.zh_hant = part_at(hant, i), .zh_hans = part_at(hans, i), .pt = part_at(pt, i), .en = part_at(en, i)}});
    }
    return found;
}

Command instrument(Cells& cells) {
    RegisterInstrument command{};
    command.instrument = InstrumentId(cells.needed("instrument"));
    command.live = cells.yes("live");
    command.stage = cells.optional("stage", word<Stage>);
    InstrumentRecord& record = command.record;
    record.kind = cells.value("kind", word<InstrumentKind>);
    record.parties = parties(cells);
    record.names = cells.names("name");
    record.name_statuses = statuses(cells);
    record.text_reference = cells.text("text_reference");
    record.territories = ids<JurisdictionId>(cells.text("territories"));
    record.territory_note = cells.text("territory_note");
    record.amends = ids<InstrumentId>(cells.text("amends"));
    record.replaces = ids<InstrumentId>(cells.text("replaces"));
    if (!cells.text("under").empty()) record.under = InstrumentId(cells.text("under"));
    record.force = force(cells);
    record.effects = effects(cells);
    record.term = term(cells);
    record.note = cells.text("note");
    record.sources = sources(cells);
    return command;
}

std::optional<std::string> text_if_any(const std::string& cell) { return cell.empty() ? std::nullopt : std::optional(cell); }

// The steps of one table so far, so that another source's day finds the step of which it speaks.
using Numbered = std::map<InstrumentId, std::vector<std::pair<StepKind, std::optional<JurisdictionId>>>>;

Command step(Cells& cells, Numbered& steps) {
    TakeStep command{};
    command.instrument = InstrumentId(cells.needed("instrument"));
    command.step = cells.value("step", word<StepKind>);
    if (!cells.text("party").empty()) command.party = JurisdictionId(cells.text("party"));
    command.date = cells.value("date", period_of);
    command.reported = cells.yes("reported");
    command.unverified = cells.yes("unverified");
    command.retroactive = cells.yes("retroactive");
    command.signatory = text_if_any(cells.text("signatory"));
    command.document = text_if_any(cells.text("document"));
    if (!cells.text("by").empty()) command.by = InstrumentId(cells.text("by"));
    command.until = cells.optional("until", date);
    command.note = text_if_any(cells.text("note"));
    command.stage = cells.optional("stage", word<Stage>);
    command.evidence = {.source = source(cells), .paper = {}};
    auto& known = steps[command.instrument];
    const std::pair what(command.step, command.party);
    if (!cells.yes("other")) {
        known.push_back(what);
        return command;
    }
    const auto last = std::ranges::find(known.rbegin(), known.rend(), what);
    if (last == known.rend()) cells.blame(refusals::no_such_step, cells.text("step"), "step");
    return ContradictStep{.instrument = command.instrument,
                          .number = static_cast<std::uint16_t>(known.rend() - last),
                          .date = command.date,
                          .evidence = command.evidence};
}

Command listing(Cells& cells) {
    return RecordListing{.partner = JurisdictionId(cells.needed("partner")), .listing = cells.value("listing", word<Listing>), .validity = validity(cells), .source = source(cells)};
}
Command figure(Cells& cells) {
    return RecordFigure{.partner = JurisdictionId(cells.needed("partner")),
                        .criterion = cells.value("criterion", word<Criterion>),
                        .value = cells.value("value", number),
                        .unit = cells.needed("unit"),
                        .period = cells.value("period", period_of),
                        .source = source(cells)};
}
Command count(Cells& cells) {
    const std::string& what = cells.needed("what");
    if (what != "signed" && what != "in_force") cells.blame(refusals::cell_unreadable, what, "what");
    return RecordCount{.count = CountId(cells.needed("count")),
                       .kinds = words<InstrumentKind>(cells, "kinds"),
                       .in_force = what == "in_force",
                       .as_of = cells.value("on", date),
                       .published = cells.value("published", whole<std::uint32_t>),
                       .source = source(cells)};
}
Command route(Cells& cells) {
    return StateRoute{.route = RouteId(cells.needed("route")),
                      .matters = words<Matter>(cells, "matters"),
                      .names = cells.names("name"),
                      .reference = cells.needed("reference"),
                      .validity = validity(cells),
                      .without = ids<JurisdictionId>(cells.text("without")),
                      .conditions = cells.text("conditions"),
                      .source = source(cells)};
}
Command clause(Cells& cells) {
    return StateClause{.instrument = InstrumentId(cells.needed("instrument")),
                       .matter = cells.value("matter", word<Matter>),
                       .clause = cells.needed("clause"),
                       .conditions = cells.text("conditions"),
                       .source = source(cells)};
}

bool has_heads(const csv::Table& table, const std::vector<std::string>& heads) { return std::ranges::is_permutation(table.heads, heads); }

template <class Make>
Outcome<std::vector<Order>> orders(const csv::Table& table, const Make& make) {
    std::vector<Order> found;
    for (const csv::Row& row : table.rows) {
        Cells cells(table.heads, row);
        Command command = make(cells);
        if (cells.fault()) return std::unexpected(*cells.fault());
        found.push_back({std::move(command), row.line});
    }
    return found;
}

}  // namespace

Outcome<std::vector<Order>> read(const csv::Table& table) {
    if (has_heads(table, instrument_heads())) return orders(table, instrument);
    if (has_heads(table, listing_heads())) return orders(table, listing);
    if (has_heads(table, figure_heads())) return orders(table, figure);
    if (has_heads(table, count_heads())) return orders(table, count);
    if (has_heads(table, route_heads())) return orders(table, route);
    if (has_heads(table, clause_heads())) return orders(table, clause);
    if (!has_heads(table, step_heads())) return refuse(refusals::not_a_table, joined(table.heads, ",").substr(0, 80), "line 1");
    Numbered steps;
    return orders(table, [&](Cells& cells) { return step(cells, steps); });
}

}  // namespace ponte::accords_tables
