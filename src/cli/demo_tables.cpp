#include "cli/demo_tables.h"

#include "adapters/accords_tables/accords_tables.h"
#include "adapters/csv/csv.h"
#include "adapters/origin_tables/origin_tables.h"
#include "adapters/stay_tables/stay_tables.h"
#include "adapters/withholding_tables/withholding_tables.h"
#include "cli/voice.h"

#include <map>
#include <optional>

namespace ponte::cli {

namespace {

using Orders = std::vector<house::AnyCommand>;

Outcome<csv::Table> table_at(const std::string& path) {
    const std::string content = TRY(read_file(path, csv::bytes_max));
    return csv::read(view_of(content));
}

template <class DeskCommand, class Read>
void add(Orders& orders, Read&& read) {
    for (auto& one : read) orders.emplace_back(DeskCommand(std::move(one.command)));
}

// The instrument and the day of what is a step of one.
struct OfStep {
    accords::InstrumentId instrument;
    Date known;
};

std::optional<OfStep> step_in(const accords::Command& command) {
    if (const auto* taken = std::get_if<accords::TakeStep>(&command)) return OfStep{taken->instrument, taken->date.to};
    if (const auto* other = std::get_if<accords::ContradictStep>(&command)) return OfStep{other->instrument, other->date.to};
    return std::nullopt;
}

void add_accords(DemoTables& tables, std::map<accords::InstrumentId, std::size_t>& places, std::vector<accords_tables::Order> orders) {
    for (accords_tables::Order& order : orders) {
        if (const auto step = step_in(order.command)) {
            const auto place = places.try_emplace(step->instrument, tables.steps.size());
            if (place.second) tables.steps.emplace_back();
            tables.steps[place.first->second].push_back({.known = step->known, .command = std::move(order.command)});
        } else if (std::holds_alternative<accords::RegisterInstrument>(order.command)) {
            tables.instruments.emplace_back(std::move(order.command));
        } else {
            tables.rest.emplace_back(std::move(order.command));
        }
    }
}

Outcome<bool> add_table(DemoTables& tables, std::map<accords::InstrumentId, std::size_t>& places, const std::string& folder, const std::string& name) {
    const csv::Table table = TRY(table_at(folder + "/" + name));
    if (name.starts_with("accords/")) {
        add_accords(tables, places, TRY(accords_tables::read(table)));
    } else if (name.starts_with("stay/")) {
        add<stay::Command>(tables.rest, TRY(stay_tables::orders_of(table)));
    } else if (name.starts_with("origin/")) {
        add<origin::Command>(tables.rest, TRY(origin_tables::orders_of(table)));
    } else {
        withholding_tables::Tables read = TRY(withholding_tables::read(table));
        add<withholding::Command>(tables.rest, std::move(read.terms));
        add<withholding::Command>(tables.rest, std::move(read.domestic));
        add<withholding::Command>(tables.rest, std::move(read.corporate));
        add<withholding::Command>(tables.rest, std::move(read.guards));
    }
    return true;
}

}  // namespace

Outcome<DemoTables> read_demo_tables(const std::string& folder) {
    DemoTables tables;
    std::map<accords::InstrumentId, std::size_t> places;
    for (const char* name :
         {"accords/instruments.csv", "accords/ties.csv", "accords/steps.csv", "accords/routes.csv", "accords/clauses.csv", "accords/standing.csv",
          "accords/trade.csv", "accords/published_counts.csv", "withholding/provisions.csv", "withholding/domestic_rates.csv",
          "withholding/corporate_rates.csv", "withholding/anti_abuse.csv", "stay/snapshots.csv", "stay/base-2025-01-12.csv", "stay/base-2026-02-17.csv",
          "stay/zones.csv", "stay/zone_members.csv", "stay/rules.csv", "origin/sets.csv", "origin/processes.csv", "origin/terms.csv", "origin/rules.csv",
          "origin/products.csv"}) {
        const auto read = add_table(tables, places, folder, name);
        if (!read) return refuse(read.error().kind, read.error().subject, std::string(name) + ", " + read.error().place);
    }
    return tables;
}

}  // namespace ponte::cli
