#include "adapters/withholding_tables/withholding_tables.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace ponte::withholding_tables {

namespace {

using withholding::Conditions;

// The cells of one row by the name of their column, and where each stands.
class Cells {
public:
    Cells(const csv::Table& table, const csv::Row& row) : table_(table), row_(row) {}

    [[nodiscard]] const std::string& at(std::string_view column) const {
        static const std::string none;
        const auto head = std::ranges::find(table_.heads, column);
        return head == table_.heads.end() ? none : row_.cells[static_cast<std::size_t>(head - table_.heads.begin())];
    }
    [[nodiscard]] std::string place(std::string_view column) const { return "line " + std::to_string(row_.line) + ", column " + std::string(column); }
    [[nodiscard]] std::unexpected<Refusal> unreadable(std::string_view column) const {
        return refuse(refusals::cell_unreadable, at(column).substr(0, 80), place(column));
    }
    [[nodiscard]] std::uint32_t line() const { return row_.line; }

private:
    const csv::Table& table_;
    const csv::Row& row_;
};

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('|'), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Outcome<std::optional<Decimal>> number(const Cells& cells, std::string_view column) {
    const std::string& text = cells.at(column);
    if (text.empty()) return std::optional<Decimal>();
    const auto read = Decimal::parse(text);
    if (!read) return refuse(read.error().kind, read.error().subject, cells.place(column));
    return std::optional(*read);
}

Outcome<bool> yes(const Cells& cells, std::string_view column) {
    const std::string& text = cells.at(column);
    if (text != "" && text != "yes") return cells.unreadable(column);
    return text == "yes";
}

template <class Enum>
Outcome<Enum> word(const Cells& cells, std::string_view column) {
    const auto named = enum_named<Enum>(cells.at(column));
    if (!named) return cells.unreadable(column);
    return *named;
}

template <class Enum>
Outcome<std::vector<Enum>> words(const Cells& cells, std::string_view column) {
    std::vector<Enum> all;
    for (const std::string& part : parts_of(cells.at(column))) {
        const auto named = enum_named<Enum>(part);
        if (!named) return cells.unreadable(column);
        all.push_back(*named);
    }
    return all;
}

Outcome<std::optional<Period>> day(const Cells& cells, std::string_view column) {
    const std::string& text = cells.at(column);
    if (text.empty() || text == "unknown") return std::optional<Period>();
    const auto read = Period::parse(text);
    if (!read) return refuse(read.error().kind, read.error().subject, cells.place(column));
    return std::optional(*read);
}

Outcome<Validity> validity(const Cells& cells) {
    return Validity{.from = TRY(day(cells, "from")),
                    .to = TRY(day(cells, "to")),
                    .from_unknown = cells.at("from") == "unknown",
                    .to_unknown = cells.at("to") == "unknown"};
}

Outcome<Source> source(const Cells& cells) {
    return Source{.reference = cells.at("source"),
                  .as_of = TRY(day(cells, "as_of")),
                  .confidence = TRY(word<Confidence>(cells, "confidence")),
                  .note = cells.at("note")};
}

Outcome<Conditions> conditions(const Cells& cells) {
    Conditions all{.holding_min = TRY(number(cells, "holding_min")),
                   .holding_above = TRY(yes(cells, "holding_above")),
                   .beneficial_owner = TRY(yes(cells, "beneficial_owner")),
                   .owners = TRY(words<withholding::OwnerClass>(cells, "owners")),
                   .kinds = TRY(words<withholding::PaymentKind>(cells, "kinds")),
                   .payee_listed = TRY(yes(cells, "payee_listed")),
                   .associated = TRY(yes(cells, "associated")),
                   .elected = TRY(yes(cells, "elected")),
                   .amount_max = TRY(number(cells, "amount_max")),
                   .other = cells.at("other")};
    const std::string& days = cells.at("days_min");
    if (days.empty()) return all;
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(days.data(), days.data() + days.size(), count);
    if (error != std::errc() || end != days.data() + days.size()) return cells.unreadable("days_min");
    all.days_min = count;
    return all;
}

const std::vector<std::string> condition_heads{"holding_min", "holding_above", "days_min", "beneficial_owner", "owners", "kinds",
                                               "payee_listed", "associated", "elected", "amount_max", "other"};
const std::vector<std::string> dated_heads{"from", "to", "clause"};
const std::vector<std::string> source_heads{"source", "as_of", "confidence", "note"};

std::vector<std::string> joined(std::initializer_list<std::vector<std::string>> lists) {
    std::vector<std::string> all;
    for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
    return all;
}

const std::vector<std::string> provision_heads =
    joined({{"instrument", "a", "b", "standing", "income", "payer", "rate"}, condition_heads, {"most_favoured"}, dated_heads, {"set_by"}, source_heads});
const std::vector<std::string> domestic_heads = joined({{"jurisdiction", "income", "rate"}, condition_heads, dated_heads, source_heads});
const std::vector<std::string> corporate_heads = joined({{"jurisdiction", "rate"}, dated_heads, source_heads});
const std::vector<std::string> guard_heads = joined({{"instrument", "principal_purpose_test", "limitation_on_benefits", "minimum_standard",
                                                      "beneficial_ownership", "mli", "substance"}, dated_heads, source_heads});

Outcome<withholding::Provision> provision(const Cells& cells) {
    withholding::Provision row{.income = TRY(word<withholding::Income>(cells, "income")),
                               .rate = TRY(number(cells, "rate")),
                               .conditions = TRY(conditions(cells)),
                               .validity = TRY(validity(cells)),
                               .clause = cells.at("clause"),
                               .source = TRY(source(cells))};
    if (!cells.at("payer").empty()) row.payer = JurisdictionId(cells.at("payer"));
    if (!cells.at("set_by").empty()) row.set_by = withholding::InstrumentId(cells.at("set_by"));
    for (std::string& other : parts_of(cells.at("most_favoured"))) row.most_favoured.emplace_back(std::move(other));
    return row;
}

// The order of an instrument or jurisdiction, in order of first mention.
template <class Command, class Key>
Read<Command>& order_of(std::vector<Read<Command>>& all, std::map<Key, std::size_t>& places, const Key& key, bool& is_new) {
    const auto [place, added] = places.try_emplace(key, all.size());
    if (added) all.emplace_back();
    is_new = added;
    return all[place->second];
}

Outcome<Tables> read_provisions(const csv::Table& table) {
    Tables tables;
    std::map<withholding::InstrumentId, std::size_t> places;
    for (const csv::Row& row : table.rows) {
        const Cells cells(table, row);
        const withholding::StateTerms head{.instrument = withholding::InstrumentId(cells.at("instrument")),
                                           .a = JurisdictionId(cells.at("a")),
                                           .b = JurisdictionId(cells.at("b")),
                                           .standing = TRY(word<withholding::Standing>(cells, "standing"))};
        bool is_new = false;
        Read<withholding::StateTerms>& order = order_of(tables.terms, places, head.instrument, is_new);
        if (is_new) order.command = head;
        if (order.command.a != head.a || order.command.b != head.b) return refuse(refusals::parties_differ, head.instrument.value, cells.place("a"));
        if (order.command.standing != head.standing) return refuse(refusals::parties_differ, head.instrument.value, cells.place("standing"));
        order.command.provisions.push_back(TRY(provision(cells)));
        order.lines.push_back(cells.line());
    }
    return tables;
}

Outcome<Tables> read_domestic(const csv::Table& table) {
    Tables tables;
    std::map<JurisdictionId, std::size_t> places;
    for (const csv::Row& row : table.rows) {
        const Cells cells(table, row);
        bool is_new = false;
        Read<withholding::StateDomesticRates>& order = order_of(tables.domestic, places, JurisdictionId(cells.at("jurisdiction")), is_new);
        order.command.jurisdiction = JurisdictionId(cells.at("jurisdiction"));
        order.command.rates.push_back({.income = TRY(word<withholding::Income>(cells, "income")),
                                       .rate = TRY(number(cells, "rate")),
                                       .conditions = TRY(conditions(cells)),
                                       .validity = TRY(validity(cells)),
                                       .clause = cells.at("clause"),
                                       .source = TRY(source(cells))});
        order.lines.push_back(cells.line());
    }
    return tables;
}

Outcome<Tables> read_corporate(const csv::Table& table) {
    Tables tables;
    std::map<JurisdictionId, std::size_t> places;
    for (const csv::Row& row : table.rows) {
        const Cells cells(table, row);
        bool is_new = false;
        Read<withholding::StateCorporateRates>& order = order_of(tables.corporate, places, JurisdictionId(cells.at("jurisdiction")), is_new);
        order.command.jurisdiction = JurisdictionId(cells.at("jurisdiction"));
        order.command.rates.push_back({.rate = TRY(number(cells, "rate")),
                                       .validity = TRY(validity(cells)),
                                       .clause = cells.at("clause"),
                                       .source = TRY(source(cells))});
        order.lines.push_back(cells.line());
    }
    return tables;
}

Outcome<Tables> read_guards(const csv::Table& table) {
    Tables tables;
    std::map<withholding::InstrumentId, std::size_t> places;
    for (const csv::Row& row : table.rows) {
        const Cells cells(table, row);
        bool is_new = false;
        Read<withholding::StateAntiAbuse>& order = order_of(tables.guards, places, withholding::InstrumentId(cells.at("instrument")), is_new);
        order.command.instrument = withholding::InstrumentId(cells.at("instrument"));
        using withholding::Guard;
        order.command.states.push_back({.state = {.principal_purpose_test = TRY(word<Guard>(cells, "principal_purpose_test")),
                                                  .limitation_on_benefits = TRY(word<Guard>(cells, "limitation_on_benefits")),
                                                  .minimum_standard = TRY(word<Guard>(cells, "minimum_standard")),
                                                  .beneficial_ownership = TRY(word<Guard>(cells, "beneficial_ownership")),
                                                  .mli = TRY(word<Guard>(cells, "mli")),
                                                  .substance = cells.at("substance")},
                                        .validity = TRY(validity(cells)),
                                        .clause = cells.at("clause"),
                                        .source = TRY(source(cells))});
        order.lines.push_back(cells.line());
    }
    return tables;
}

std::string text_of(const std::optional<Decimal>& one) { return one ? one->to_text() : ""; }
std::string text_of(const std::optional<Period>& one, bool unknown) { return unknown ? "unknown" : one ? one->to_text() : ""; }
std::string yes_text(bool so) { return so ? "yes" : ""; }

template <class Enum>
std::string text_of(const std::vector<Enum>& list) {
    std::string text;
    for (const Enum one : list) text += (text.empty() ? "" : "|") + std::string(name_of(one));
    return text;
}

void add(std::vector<std::string>& cells, std::initializer_list<std::string> more) { cells.insert(cells.end(), more); }

void add_conditions(std::vector<std::string>& cells, const Conditions& one) {
    add(cells, {text_of(one.holding_min), yes_text(one.holding_above), one.days_min ? std::to_string(*one.days_min) : "", yes_text(one.beneficial_owner),
                text_of(one.owners), text_of(one.kinds), yes_text(one.payee_listed), yes_text(one.associated), yes_text(one.elected),
                text_of(one.amount_max), one.other});
}

void add_dated(std::vector<std::string>& cells, const Validity& one, const std::string& clause) {
    add(cells, {text_of(one.from, one.from_unknown), text_of(one.to, one.to_unknown), clause});
}

void add_source(std::vector<std::string>& cells, const Source& one) {
    add(cells, {one.reference, text_of(one.as_of, false), std::string(name_of(one.confidence)), one.note});
}

std::string guards_text(const withholding::Guarded& guards) {
    const withholding::AntiAbuse& state = guards.state;
    std::string text;
    const auto say = [&](std::string_view what, withholding::Guard guard) { text += (text.empty() ? "" : "; ") + std::string(what) + " " + std::string(name_of(guard)); };
    say("principal_purpose_test", state.principal_purpose_test);
    say("limitation_on_benefits", state.limitation_on_benefits);
    say("minimum_standard", state.minimum_standard);
    say("beneficial_ownership", state.beneficial_ownership);
    say("mli", state.mli);
    if (!state.substance.empty()) text += "; " + state.substance;
    return text;
}

}  // namespace

Outcome<Tables> read(const csv::Table& table) {
    struct Kind {
        const std::vector<std::string>* heads;
        Outcome<Tables> (*read)(const csv::Table&);
        std::string_view tells;  // A column that only this one has.
    };
    for (const Kind& kind : {Kind{&provision_heads, &read_provisions, "standing"}, Kind{&guard_heads, &read_guards, "principal_purpose_test"},
                             Kind{&domestic_heads, &read_domestic, "income"}, Kind{&corporate_heads, &read_corporate, "rate"}}) {
        if (std::ranges::find(table.heads, kind.tells) == table.heads.end()) continue;
        for (const std::string& head : *kind.heads) {
            if (std::ranges::find(table.heads, head) == table.heads.end()) return refuse(refusals::column_missing, head, "line 1, column " + head);
        }
        for (const std::string& head : table.heads) {
            if (std::ranges::find(*kind.heads, head) == kind.heads->end()) return refuse(refusals::not_a_table, head, "line 1, column " + head);
        }
        return kind.read(table);
    }
    return refuse(refusals::not_a_table, {}, "line 1");
}

std::string place_in_table(std::string_view place, const std::vector<std::uint32_t>& lines) {
    if (place.empty()) return {};  // Of who asks, and not of what: no line is at fault.
    const std::size_t list = place.find('/', 1);
    if (list == std::string_view::npos) return lines.empty() ? std::string(place) : "line " + std::to_string(lines.front()) + ", column " + std::string(place.substr(1));
    const std::size_t end = std::min(place.find('/', list + 1), place.size());
    std::size_t index = 0;
    const std::string_view number = place.substr(list + 1, end - list - 1);
    const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    if (error != std::errc() || stop != number.data() + number.size() || index >= lines.size()) return std::string(place);
    std::string text = "line " + std::to_string(lines[index]);
    const std::size_t last = place.rfind('/');
    if (end < place.size()) text += ", column " + std::string(place.substr(last + 1));
    return text;
}

csv::Table provisions_table(const withholding::TermsAnswer& answer) {
    csv::Table table{.heads = provision_heads};
    for (const withholding::TermsShown& terms : answer.instruments) {
        for (const withholding::Provision& row : terms.provisions) {
            std::vector<std::string> cells{terms.instrument.value, terms.a.value, terms.b.value, std::string(name_of(terms.standing)),
                                           std::string(name_of(row.income)), row.payer ? row.payer->value : "", text_of(row.rate)};
            add_conditions(cells, row.conditions);
            std::string favoured;
            for (const auto& other : row.most_favoured) favoured += (favoured.empty() ? "" : "|") + other.value;
            cells.push_back(std::move(favoured));
            add_dated(cells, row.validity, row.clause);
            cells.push_back(row.set_by ? row.set_by->value : "");
            add_source(cells, row.source);
            table.rows.push_back({.cells = std::move(cells)});
        }
    }
    return table;
}

csv::Table guards_table(const withholding::TermsAnswer& answer) {
    csv::Table table{.heads = guard_heads};
    for (const withholding::TermsShown& terms : answer.instruments) {
        for (const withholding::DatedAntiAbuse& row : terms.guards) {
            std::vector<std::string> cells{terms.instrument.value};
            for (const withholding::Guard guard : {row.state.principal_purpose_test, row.state.limitation_on_benefits, row.state.minimum_standard,
                                                   row.state.beneficial_ownership, row.state.mli}) {
                cells.emplace_back(name_of(guard));
            }
            cells.push_back(row.state.substance);
            add_dated(cells, row.validity, row.clause);
            add_source(cells, row.source);
            table.rows.push_back({.cells = std::move(cells)});
        }
    }
    return table;
}

csv::Table domestic_table(const withholding::OwnRatesAnswer& answer) {
    csv::Table table{.heads = domestic_heads};
    for (const withholding::OwnRatesShown& own : answer.jurisdictions) {
        for (const withholding::DomesticRate& row : own.domestic) {
            std::vector<std::string> cells{own.jurisdiction.value, std::string(name_of(row.income)), text_of(row.rate)};
            add_conditions(cells, row.conditions);
            add_dated(cells, row.validity, row.clause);
            add_source(cells, row.source);
            table.rows.push_back({.cells = std::move(cells)});
        }
    }
    return table;
}

csv::Table corporate_table(const withholding::OwnRatesAnswer& answer) {
    csv::Table table{.heads = corporate_heads};
    for (const withholding::OwnRatesShown& own : answer.jurisdictions) {
        for (const withholding::CorporateRate& row : own.corporate) {
            std::vector<std::string> cells{own.jurisdiction.value, text_of(row.rate)};
            add_dated(cells, row.validity, row.clause);
            add_source(cells, row.source);
            table.rows.push_back({.cells = std::move(cells)});
        }
    }
    return table;
}

csv::Table routes_table(const withholding::NetworkAnswer& answer) {
    csv::Table table{.heads = {"on", "income", "participation", "conduit_tax", "from", "to", "direct", "best", "saving", "path", "legs", "guard", "guards_1",
                               "guards_2", "guards_3"}};
    for (const withholding::IncomeNetwork& income : answer.incomes) {
        for (const withholding::PairShown& pair : income.shown) {
            std::vector<std::string> cells{answer.on.to_text(), std::string(name_of(income.income)), answer.participation ? "yes" : "no",
                                           answer.conduit_tax ? "yes" : "no", pair.from.value, pair.to.value, text_of(pair.direct)};
            std::string path;
            std::string legs;
            std::vector<std::string> guards(3);
            if (pair.best) {
                for (const JurisdictionId& place : pair.best->path) path += (path.empty() ? "" : ">") + place.value;
                for (std::size_t i = 0; i < pair.best->legs.size(); ++i) {
                    const withholding::Leg& leg = pair.best->legs[i];
                    legs += (i == 0 ? "" : "; ") + leg.from.value + ">" + leg.to.value + " " + text_of(leg.rate) + " " + std::string(name_of(leg.basis));
                    if (leg.instrument) legs += " " + leg.instrument->value;
                    if (i < guards.size()) guards[i] = guards_text(leg.guards);
                }
            }
            add(cells, {pair.best ? text_of(pair.best->tax) : "", text_of(pair.saving), path, legs, pair.best ? std::string(name_of(pair.best->guard)) : "",
                        guards[0], guards[1], guards[2]});
            table.rows.push_back({.cells = std::move(cells)});
        }
    }
    return table;
}

}  // namespace ponte::withholding_tables
