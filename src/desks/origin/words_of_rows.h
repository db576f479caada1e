#pragma once

#include "desks/origin/rows.h"
#include "desks/origin/refusals.h"

#include <span>

// What every command's words are held to before the world is looked at. Each function gives the first fault,
// with its place, or nothing.
namespace ponte::origin {

using Fault = std::optional<Refusal>;

inline constexpr std::size_t id_bytes_max = 64;
inline constexpr std::size_t text_bytes_max = 1'000;
inline constexpr std::size_t rows_max = 1'000;        // of one command
inline constexpr std::size_t event_bytes_max = 50'000;// of the rows of one event, so that it fits an entry

[[nodiscard]] Fault fault_of_id(std::string_view id, const std::string& place);
[[nodiscard]] Fault fault_of_text(std::string_view text, const std::string& place);
[[nodiscard]] Fault fault_of_day(Date day, const std::string& place);
[[nodiscard]] Fault fault_of_source(const Source& source, const std::string& place);
[[nodiscard]] Fault fault_of_validity(const Validity& validity, const std::string& place);
[[nodiscard]] Fault fault_of_names(const Names& names, const std::string& place);
// A code of at least `digits` digits.
[[nodiscard]] Fault fault_of_hs(std::string_view text, const std::string& place, std::uint8_t digits = 2);
[[nodiscard]] Fault fault_of_count(std::size_t count, const std::string& place);

}  // namespace ponte::origin
