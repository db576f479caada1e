#pragma once

#include "base/outcome.h"
#include "house/codecs.h"
#include "house/desks.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Commands out of JSON, by the name of their struct: what CLI, HTTP and files all use.
namespace ponte::house {

// Seals a personal text of the person, before anything is decided: (person, field, clear) -> commitment.
// The field "secret" is a password: the edge hashes it with Argon2id first.
using PersonSealer = std::function<Outcome<Sealed>(const PersonId& person, std::string_view field, std::string_view clear)>;

[[nodiscard]] Outcome<AnyCommand> decode_command(std::string_view name, std::string_view json, const PersonSealer& sealer);
// The form that people type: key=value pairs. A dot reaches into an object ("names.en=..."), a value
// that begins with [ or { is JSON, all others are text and read as the field's type asks.
[[nodiscard]] Outcome<std::string> json_of_pairs(const std::vector<std::string>& pairs);

[[nodiscard]] std::vector<CommandForm> command_forms();

}  // namespace ponte::house
