#pragma once

#include "adapters/csv/csv.h"
#include "base/outcome.h"
#include "desks/stay/commands.h"
#include "desks/stay/queries.h"

#include <cstdint>
#include <string_view>
#include <vector>

// The tables of data/stay as orders to the stay desk, and its answers as the same tables again: what was read
// comes back byte for byte where its rows stand in the order in which the desk answers.
namespace ponte::stay_tables {

namespace refusals {
// Of the table: its heads are none of those below. The subject is its first head.
inline constexpr RefusalKind head_unknown{"stay_tables.head_unknown", Remedy::correct};
// Of a cell: the place is "line N, column NAME".
inline constexpr RefusalKind cell_missing{"stay_tables.cell_missing", Remedy::correct};
inline constexpr RefusalKind cell_unreadable{"stay_tables.cell_unreadable", Remedy::correct};
}  // namespace refusals

struct Order {
    stay::Command command;
    std::uint32_t line = 0;  // Where it begins in the table.
};

// Which table it is, its heads say; they are needed all, in this order:
//   snapshots     snapshot,from,licence,source,as_of,confidence,note
//   base          snapshot,passport,requirement,days,destinations      a row for each requirement of a passport
//   rules         rule,document,of,place,zone,track,requirement,no_limit,windows,conditions,from,to,seen,instrument,
//                 basis,source,as_of,confidence,note
//   zones         zone,name_zh_hant,name_zh_hans,name_pt,name_en,common,source,as_of,confidence,note
//   zone members  zone,member,from,to,seen,source,as_of,confidence,note
// An end of validity is a day, month or year, "?" where it is not known, empty where it is open.
[[nodiscard]] Outcome<std::vector<Order>> orders_of(const csv::Table& table);

// The stays of a journey: place,from,to and, where wanted, purpose,group,entry_port,left_through,visa_held,met.
[[nodiscard]] Outcome<std::vector<stay::Stay>> itinerary_of(const csv::Table& table);

[[nodiscard]] csv::Table snapshots_table(const stay::SnapshotsAnswer& answer);
[[nodiscard]] csv::Table base_table(const stay::TableAnswer& answer);
[[nodiscard]] csv::Table rules_table(const stay::RulesAnswer& answer);
[[nodiscard]] csv::Table zones_table(const stay::ZonesAnswer& answer);
[[nodiscard]] csv::Table members_table(const stay::ZonesAnswer& answer);

}  // namespace ponte::stay_tables
