#pragma once

#include "desks/stay/events.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Windows, conditions and ends of validity as a person writes them into a cell.
namespace ponte::stay_tables {

// "per_entry 30; rolling 90/180; calendar_year 90; year 180; since_last_exit 7,2/30 reset macao_airport"
[[nodiscard]] std::string text_of(const std::vector<stay::Window>& windows);
[[nodiscard]] std::optional<std::vector<stay::Window>> windows_in(std::string_view text);

// "not_for(work, study); within_hours(240); entry_port(hengqin@2025-11-05.., ...) "what it says"": the kind, its
// number, words or ports in brackets, and a text in quotes (a quote inside is doubled). A port's days stand after
// "@" as from..to; a last port "..." says that there are more than are named.
[[nodiscard]] std::string text_of(const std::vector<stay::Condition>& conditions);
[[nodiscard]] std::optional<std::vector<stay::Condition>> conditions_in(std::string_view text);

// "2012-09", "?" or nothing.
[[nodiscard]] std::string end_text(const std::optional<Period>& end, bool unknown);
[[nodiscard]] bool read_end(std::string_view text, std::optional<Period>& end, bool& unknown);

// "a, b ,c" -> a b c. An empty text has no items.
[[nodiscard]] std::vector<std::string_view> items_in(std::string_view text, char between);
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace ponte::stay_tables
