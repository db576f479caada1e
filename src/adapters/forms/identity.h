#pragma once

#include "adapters/forms/form.h"

#include <optional>
#include <string>
#include <string_view>

// The marks by which a form and its rows are known again. They are printed text, so that no program that
// saves the file loses them, and carry a check, so that a slip of the hand is seen. They are no secret: who
// may answer for a body is asked where the answer is taken.
namespace ponte::forms {

// "ponte-form/1 round=2020-Q3 plan=2020 body=amcm generation=1 language=en keys=<64 hex> check=<8 hex>"
[[nodiscard]] std::string line_of(const Identity& identity);

inline constexpr std::string_view identity_mark = "ponte-form/";

// Nothing for no such line; an identity for one whose check fits; `changed` set for one where it does not.
struct IdentityRead {
    std::optional<Identity> identity;
    bool changed = false;
};
[[nodiscard]] IdentityRead identity_in(std::string_view text);

// What a row is known by: "figure m4.total 2020-Q3 1f2e3d4c", "action 4 2 1 5a6b7c8d".
struct RowKey {
    std::string name;   // All but the check.
    std::string check;  // Over the form, the name and the row's printed cells.
};
[[nodiscard]] std::string figure_name(const Line& line);
[[nodiscard]] std::string action_name(const DutyAsked& duty, std::size_t slot);
[[nodiscard]] std::string check_of(const Identity& identity, std::string_view name, const std::vector<std::string>& printed);
[[nodiscard]] std::optional<RowKey> row_key_in(std::string_view text);

// Blanks of all widths around a text taken off, and inside made one space each: programs and hands put
// them in and out.
[[nodiscard]] std::string tidied(std::string_view text);
// Only around it, lines kept.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace ponte::forms
