#pragma once

#include "adapters/csv/csv.h"
#include "desks/accords/commands.h"
#include "desks/accords/queries.h"

#include <string>
#include <string_view>
#include <vector>

// The tables of the accords desk: instruments, steps, listings, figures, counts, routes and clauses. Read into the
// desk's orders, a row an order, and written from its answers with the same columns: what is written and read
// again gives the same orders.
//
// Parts of one cell stand between " | ": several sources, the organs of the parties in their order. A day may be a
// month or a year, "FROM/TO", or "..TO" where no first day is known. The steps of an instrument stand in one table,
// in the order in which they are to be recorded; a row with `other` = yes is another source's day for the step
// of that kind and party above it.
namespace ponte::accords_tables {

namespace refusals {
inline constexpr RefusalKind not_a_table{"accords_tables.not_a_table", Remedy::correct};          // the columns of none of them
inline constexpr RefusalKind cell_missing{"accords_tables.cell_missing", Remedy::correct};
inline constexpr RefusalKind cell_unreadable{"accords_tables.cell_unreadable", Remedy::correct};  // the subject is what stands there
inline constexpr RefusalKind no_such_step{"accords_tables.no_such_step", Remedy::correct};        // another day for a step that is not above it
}  // namespace refusals

struct Order {
    accords::Command command;
    std::uint32_t line = 0;
};

// Which table it is, is seen by its columns; their order is free. The place of a fault is "line 7, column date".
[[nodiscard]] Outcome<std::vector<Order>> read(const csv::Table& table);

[[nodiscard]] csv::Table instruments_table(const std::vector<accords::InstrumentShown>& instruments);
[[nodiscard]] csv::Table steps_table(const std::vector<accords::InstrumentShown>& instruments);
[[nodiscard]] csv::Table listings_table(const accords::PartnerRecordsAnswer& records);
[[nodiscard]] csv::Table figures_table(const accords::PartnerRecordsAnswer& records);
[[nodiscard]] csv::Table counts_table(const accords::PartnerRecordsAnswer& records);
[[nodiscard]] csv::Table routes_table(const accords::PartnerRecordsAnswer& records);
[[nodiscard]] csv::Table clauses_table(const accords::PartnerRecordsAnswer& records);
// A matrix to look at: a row a partner, a column a kind; it is not read back.
[[nodiscard]] csv::Table coverage_table(const accords::CoverageAnswer& coverage);

}  // namespace ponte::accords_tables
