#pragma once

#include "adapters/paper/paper.h"

#include <vector>

// How wide the columns of a table are, for pages of a fixed width.
namespace ponte::paper {

// Shares of the page that sum to 1: the table's own widths, or reckoned from what stands in the
// cells. `page_ems`: how many letters of the table's type fit across the page.
[[nodiscard]] std::vector<double> column_shares(const Table& table, const Paper& paper, double page_ems);

}  // namespace ponte::paper
