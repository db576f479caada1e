#pragma once

#include "adapters/csv/csv.h"
#include "desks/withholding/commands.h"
#include "desks/withholding/queries.h"

#include <string>
#include <string_view>
#include <vector>

// The four tables of the withholding desk: provisions, own rates, corporate rates, guards against abuse. Read
// into the desk's orders, one for each instrument or jurisdiction, and written from its answers with the same
// columns: what is written and read again gives the same orders.
//
// A rate left empty is not known. Several words of one cell are parted by "|". A day is a day, or a month or a
// year where no more is known, or "FROM/TO" for an end that lies somewhere between; "unknown" for an end of
// which nothing is known; empty for one that is open.
namespace ponte::withholding_tables {

namespace refusals {
inline constexpr RefusalKind not_a_table{"withholding_tables.not_a_table", Remedy::correct};
inline constexpr RefusalKind column_missing{"withholding_tables.column_missing", Remedy::correct};
inline constexpr RefusalKind cell_unreadable{"withholding_tables.cell_unreadable", Remedy::correct};
inline constexpr RefusalKind parties_differ{"withholding_tables.parties_differ", Remedy::correct};
}  // namespace refusals

// An order and the line of the table from which each of its rows came.
template <class Command>
struct Read {
    Command command;
    std::vector<std::uint32_t> lines;
};

struct Tables {
    std::vector<Read<withholding::StateTerms>> terms;
    std::vector<Read<withholding::StateDomesticRates>> domestic;
    std::vector<Read<withholding::StateCorporateRates>> corporate;
    std::vector<Read<withholding::StateAntiAbuse>> guards;
};

// Which of the four a table is, is seen by its columns; their order is free. Rows of one instrument need not stand together.
[[nodiscard]] Outcome<Tables> read(const csv::Table& table);

// A desk's place in an order ("/provisions/2/rate") as a place in the table ("line 7, column rate").
[[nodiscard]] std::string place_in_table(std::string_view place, const std::vector<std::uint32_t>& lines);

[[nodiscard]] csv::Table provisions_table(const withholding::TermsAnswer& answer);
[[nodiscard]] csv::Table guards_table(const withholding::TermsAnswer& answer);
[[nodiscard]] csv::Table domestic_table(const withholding::OwnRatesAnswer& answer);
[[nodiscard]] csv::Table corporate_table(const withholding::OwnRatesAnswer& answer);

// Routes as rows, direct and best of each pair. Each leg's guards stand beside it and cannot be left out.
[[nodiscard]] csv::Table routes_table(const withholding::NetworkAnswer& answer);

}  // namespace ponte::withholding_tables
