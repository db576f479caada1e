#pragma once

#include "cli/arguments.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// One word for each thing that ponte does; what follows the word is read by its subcommand.
namespace ponte::cli {

// The exit code, or nothing for a word that no verb has.
[[nodiscard]] std::optional<int> run_verb(const Arguments& arguments);
// Prints how one verb is written, with its options; nothing for a word that no verb has.
[[nodiscard]] std::optional<int> help_of(const std::string& word);
// Prints what there is; `more` are lines of the verbs that live beyond this room.
int help(const std::vector<std::string_view>& more);

}  // namespace ponte::cli
