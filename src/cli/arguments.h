#pragma once

#include "base/outcome.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The command line as words and options. Options may stand anywhere; "--" ends them.
namespace ponte::cli {

namespace refusals {
inline constexpr RefusalKind option_unknown{"cli.option_unknown", Remedy::correct};
inline constexpr RefusalKind option_without_value{"cli.option_without_value", Remedy::correct};
inline constexpr RefusalKind usage{"cli.usage", Remedy::correct};
inline constexpr RefusalKind file_unreadable{"cli.file_unreadable", Remedy::correct};
inline constexpr RefusalKind file_too_large{"cli.file_too_large", Remedy::correct};
inline constexpr RefusalKind journal_not_named{"cli.journal_not_named", Remedy::correct};
inline constexpr RefusalKind journal_not_there{"cli.journal_not_there", Remedy::correct};
inline constexpr RefusalKind value_unreadable{"cli.value_unreadable", Remedy::correct};
inline constexpr RefusalKind not_frozen{"cli.not_frozen", Remedy::ask};
inline constexpr RefusalKind vault_unavailable{"cli.vault_unavailable", Remedy::wait};
inline constexpr RefusalKind token_unknown{"cli.token_unknown", Remedy::correct};
inline constexpr RefusalKind nothing_adopted{"cli.nothing_adopted", Remedy::wait};
inline constexpr RefusalKind bundle_of_another_journal{"cli.bundle_of_another_journal", Remedy::correct};
}  // namespace refusals

struct Arguments {
    std::vector<std::string> words;              // subcommand and its operands
    std::map<std::string, std::string> options;  // without the dashes; flags have an empty value

    [[nodiscard]] std::string word(std::size_t index) const { return index < words.size() ? words[index] : ""; }
    [[nodiscard]] std::optional<std::string> option(const std::string& name) const {
        const auto found = options.find(name);
        if (found == options.end()) return std::nullopt;
        return found->second;
    }
    [[nodiscard]] bool flag(const std::string& name) const { return options.contains(name); }
};

[[nodiscard]] Outcome<Arguments> parse_arguments(const std::vector<std::string>& given);

}  // namespace ponte::cli
