#pragma once

#include "adapters/csv/csv.h"
#include "base/outcome.h"
#include "desks/origin/commands.h"
#include "desks/origin/queries.h"

#include <cstdint>
#include <string_view>
#include <vector>

// The tables of data/origin as orders to the origin desk, and its answers as the same tables again; bills of
// materials and whole catalogues as goods to ask about, and what was found as a table.
namespace ponte::origin_tables {

namespace refusals {
// Of the table: its heads are none of those below. The subject is its first head.
inline constexpr RefusalKind head_unknown{"origin_tables.head_unknown", Remedy::correct};
// Of a cell: the place is "line N, column NAME".
inline constexpr RefusalKind cell_unreadable{"origin_tables.cell_unreadable", Remedy::correct};
inline constexpr RefusalKind cell_repeated{"origin_tables.cell_repeated", Remedy::correct};
inline constexpr RefusalKind cells_differ{"origin_tables.cells_differ", Remedy::correct};
}  // namespace refusals

struct Order {
    origin::Command command;
    std::vector<std::uint32_t> lines;  // Of the table, one for each row of the command.
};

// Which table it is, its heads say; they are needed all, in this order. DATED is from,to and SOURCED is
// source,as_of,confidence,note; NAMES is name_zh_hant,name_zh_hans,name_pt,name_en.
//   sets            set,NAMES,parties,DATED,clause,SOURCED
//   terms           set,term,topic,holds,percent,tests,windows,version,processes,text,DATED,clause,SOURCED
//   rules           set,rule,hs,hs_to,version,description,tests,text,DATED,clause,SOURCED
//   processes       process,NAMES,text,SOURCED
//   correlations    from_version,from,to_version,to,SOURCED
//   tariff          importer,hs,version,duty_percent,DATED,clause,SOURCED
//   products        maker,hs,product,remark,SOURCED
//   supplier rules  set,rule,kind,sector,conditions,DATED,clause,SOURCED
//   whole chapters  set,chapter,version,DATED,stated_by: an officer stands for it that their list has been loaded whole
// Several parties, processes or windows are parted by "|"; a window is "03-01>07-01", a condition "id: text". An
// end is a day, month or year, "unknown" where nobody knows it, empty where it is open.
[[nodiscard]] Outcome<std::vector<Order>> orders_of(const csv::Table& table);

[[nodiscard]] csv::Table sets_table(const origin::SetsAnswer& answer);
[[nodiscard]] csv::Table terms_table(const origin::TermsAnswer& answer);
[[nodiscard]] csv::Table rules_table(const origin::RulesAnswer& answer);
[[nodiscard]] csv::Table processes_table(const origin::TablesAnswer& answer);
[[nodiscard]] csv::Table correlations_table(const origin::TablesAnswer& answer);
[[nodiscard]] csv::Table tariff_table(const origin::TablesAnswer& answer, const JurisdictionId& importer);
[[nodiscard]] csv::Table products_table(const origin::TablesAnswer& answer, const JurisdictionId& maker);
// An answer on supplier rules does not name their set, so it is asked for one set at a time.
[[nodiscard]] csv::Table supplier_rules_table(const std::vector<std::pair<origin::RuleSetId, origin::TablesAnswer>>& by_set);
[[nodiscard]] csv::Table whole_chapters_table(const origin::SetsAnswer& answer);

// A bill: hs,description,value,currency,origin in any order, of which `value` is needed, and a column `kind` where
// not every row is a material: material, labour, development, fob, ex_works, rate (of one unit of `currency` on the
// days of a column `period`, on all days without), process (named under `description`), wholly_obtained and
// waste_or_scrap (yes or no under `value`). What the table says of
// the price goes before what `bill` says already. Amounts that are no materials are in the currency of the price.
[[nodiscard]] Outcome<origin::Bill> bill_of(const csv::Table& table, origin::Bill bill);

// The same with `good`, `good_hs` and `on` before it, and where wanted `version` and `set`: all rows of one good
// stand together or apart, and say the same of it. `price_currency` is the currency of each fob row, or of all.
[[nodiscard]] Outcome<std::vector<origin::CatalogueRow>> catalogue_of(const csv::Table& table, Currency currency);
[[nodiscard]] csv::Table results_table(const origin::CatalogueAnswer& answer);

}  // namespace ponte::origin_tables
