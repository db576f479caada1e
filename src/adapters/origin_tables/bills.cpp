#include "adapters/origin_tables/origin_tables.h"

#include "adapters/origin_tables/cells.h"

#include <map>
#include <set>

// Bills of materials and catalogues.
namespace ponte::origin_tables {

namespace {

const std::set<std::string, std::less<>> bill_heads{"kind", "hs", "description", "value", "currency", "origin", "period"};
const std::set<std::string, std::less<>> good_heads{"good", "good_hs", "on", "version", "set"};

Outcome<Currency> currency_at(const Cells& cells) {
    const auto found = Currency::from_text(cells.at("currency"));
    if (!found) return cells.unreadable("currency");
    return *found;
}

Outcome<origin::BillLine> material(const Cells& cells) {
    origin::BillLine line{.hs = cells.at("hs"), .description = cells.at("description"), .value = TRY(cells.number("value")), .currency = {}, .origin = {}};
    if (!cells.at("currency").empty()) line.currency = TRY(currency_at(cells));
    if (!cells.at("origin").empty()) line.origin = JurisdictionId(cells.at("origin"));
    return line;
}

// The days of a rate; without them it is one for all days.
Outcome<Period> period_of(const Cells& cells) {
    const std::string& text = cells.at("period");
    if (text.empty()) return Period{.from = dates::first, .to = dates::last};
    const auto period = Period::from_text(text);
    if (!period) return cells.unreadable("period");
    return *period;
}

// What a row that is no material says once.
Outcome<bool> say_once(const Cells& cells, std::optional<Decimal>& said, std::set<std::string>& seen) {
    if (!seen.insert(cells.at("kind")).second) return refuse(refusals::cell_repeated, cells.at("kind"), cells.place("kind"));
    said = TRY(cells.number("value"));
    return true;
}

Outcome<bool> add_row(const Cells& cells, origin::Bill& bill, std::set<std::string>& seen) {
    const std::string& kind = cells.at("kind");
    if (kind.empty() || kind == "material") {
        bill.lines.push_back(TRY(material(cells)));
        return true;
    }
    if (kind == "fob") {
        if (!cells.at("currency").empty()) bill.currency = TRY(currency_at(cells));
        return say_once(cells, bill.fob, seen);
    }
    if (kind == "ex_works") return say_once(cells, bill.ex_works, seen);
    if (kind == "labour") return say_once(cells, bill.labour, seen);
    if (kind == "development") return say_once(cells, bill.development, seen);
    if (kind == "process") {
        bill.processes.emplace_back(cells.at("description"));
        return true;
    }
    if (kind == "rate") {
        bill.rates.push_back({.currency = TRY(currency_at(cells)), .rate = TRY(cells.number("value")), .period = TRY(period_of(cells)), .source = cells.at("description")});
        return true;
    }
    if (kind != "wholly_obtained" && kind != "waste_or_scrap") return cells.unreadable("kind");
    if (cells.at("value") != "yes" && cells.at("value") != "no") return cells.unreadable("value");
    const bool said = cells.at("value") == "yes";
    if (kind == "wholly_obtained") bill.wholly_obtained = said;
    else bill.waste_or_scrap = said;
    return true;
}

Outcome<bool> known_heads(const csv::Table& table, bool goods) {
    for (const std::string& head : table.heads) {
        if (!bill_heads.contains(head) && !(goods && good_heads.contains(head))) return refuse(refusals::head_unknown, head.substr(0, 80));
    }
    const auto has = [&](std::string_view head) { return std::ranges::find(table.heads, head) != table.heads.end(); };
    if (!has("value") || !has("hs") || (goods && (!has("good") || !has("good_hs") || !has("on")))) return refuse(refusals::head_unknown, table.heads.empty() ? std::string() : table.heads.front());
    return true;
}

std::string share_text(const std::optional<origin::Share>& share) { return share ? share->percent.to_text() : std::string(); }

}  // namespace

Outcome<origin::Bill> bill_of(const csv::Table& table, origin::Bill bill) {
    TRY(known_heads(table, false));
    std::set<std::string> seen;
    for (const csv::Row& row : table.rows) TRY(add_row(Cells(table, row), bill, seen));
    return bill;
}

Outcome<std::vector<origin::CatalogueRow>> catalogue_of(const csv::Table& table, Currency currency) {
    TRY(known_heads(table, true));
    std::vector<origin::CatalogueRow> rows;
    std::vector<std::set<std::string>> seen;
    std::map<std::string, std::size_t> places;
    for (const csv::Row& row : table.rows) {
        const Cells cells(table, row);
        origin::Goods goods{.hs = cells.at("good_hs"), .description = cells.at("good"), .on = TRY(cells.day("on")), .bill = {.currency = currency}};
        if (!cells.at("version").empty()) goods.version = TRY(cells.version("version"));
        if (!cells.at("set").empty()) goods.set = origin::RuleSetId(cells.at("set"));
        const auto [place, added] = places.try_emplace(cells.at("good"), rows.size());
        if (added) {
            rows.push_back({.name = cells.at("good"), .goods = goods});
            seen.emplace_back();
        }
        origin::Goods& known = rows[place->second].goods;
        if (known.hs != goods.hs || known.on != goods.on || known.version != goods.version || known.set != goods.set) return refuse(refusals::cells_differ, cells.at("good"), cells.place("good"));
        TRY(add_row(cells, known.bill, seen[place->second]));
    }
    return rows;
}

csv::Table results_table(const origin::CatalogueAnswer& answer) {
    csv::Table table{.heads = {"good", "origin", "by", "why", "rule", "build_up", "build_down", "cheapest", "refused", "place"}, .rows = {}};
    for (const origin::CatalogueResult& row : answer.rows) {
        table.rows.push_back({.line = 0,
                              .cells = {row.name, row.refused ? std::string() : std::string(name_of(row.origin)), row.by ? std::string(name_of(*row.by)) : std::string(),
                                        row.refused ? std::string() : std::string(name_of(row.why)), row.rule.value, share_text(row.build_up), share_text(row.build_down),
                                        row.cheapest ? row.cheapest->to_text() : std::string(), row.refused ? row.refused->code : std::string(),
                                        row.refused ? row.refused->place : std::string()}});
    }
    return table;
}

}  // namespace ponte::origin_tables
