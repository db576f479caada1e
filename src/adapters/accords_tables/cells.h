#pragma once

#include "adapters/accords_tables/accords_tables.h"

#include <map>

// What the cells of the tables mean, read and written. Both directions stand beside each other.
namespace ponte::accords_tables {

inline constexpr std::string_view between = " | ";

[[nodiscard]] std::vector<std::string> parts_of(std::string_view cell, std::string_view mark = between);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view mark = between);
[[nodiscard]] std::optional<Period> period_of(std::string_view cell);
[[nodiscard]] std::string text_of(const Period& period);

// The heads of each table, in the order in which it is written.
[[nodiscard]] const std::vector<std::string>& instrument_heads();
[[nodiscard]] const std::vector<std::string>& step_heads();
[[nodiscard]] const std::vector<std::string>& listing_heads();
[[nodiscard]] const std::vector<std::string>& figure_heads();
[[nodiscard]] const std::vector<std::string>& count_heads();
[[nodiscard]] const std::vector<std::string>& route_heads();
[[nodiscard]] const std::vector<std::string>& clause_heads();

}  // namespace ponte::accords_tables
