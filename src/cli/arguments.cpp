#include "cli/arguments.h"

#include <algorithm>
#include <array>

namespace ponte::cli {

namespace {

// A line a part of the program, so that additions do not meet.
constexpr auto with_value = std::to_array<std::string_view>({
    "journal", "as", "id", "at", "lang", "audience", "format", "out", "plan", "clock", "origin", "against", "key", "reason",
    "body", "side", "token", "password", "administrators",
    "map",
    "period", "working-days", "bodies", "places", "note", "verdict", "items", "text",
    "from", "assignee",
    "decision",
    "template",
    "old", "witness", "size",
    "root-at",
    "to", "number", "as-at", "indicator",
    "listen", "tls-certificate", "tls-key", "web", "connections", "head-wait", "body-wait",
    "hours",
    "hs", "hs-version", "currency", "fob", "ex-works", "labour", "development", "set", "consignment",
    "with", "organizer", "attendees", "correction", "minutes-version", "title", "title-zh-hant", "title-zh-hans", "title-pt", "title-en",
    "on", "amount", "holding", "days-held", "owner", "kind", "legs",
    "passport", "document",
});
constexpr auto flags = std::to_array<std::string_view>({
    "json", "dry-run", "accept-good-rows", "all-or-none", "official", "help", "version", "public",
    "same-unit",
    "all", "add", "confirm",
    "openapi", "typescript", "quiet",
    "participation", "conduit-tax", "beneficial-owner", "treaties",
});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

Outcome<Arguments> parse_arguments(const std::vector<std::string>& given) {
    Arguments arguments;
    bool options_over = false;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string& one = given[i];
        if (options_over || !one.starts_with("--")) {
            arguments.words.push_back(one);
            continue;
        }
        if (one == "--") {
            options_over = true;
            continue;
        }
        const std::size_t equals = one.find('=');
        const std::string name = one.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
        if (contains(flags, name) && equals == std::string::npos) {
            arguments.options[name] = "";
        } else if (!contains(with_value, name)) {
            return refuse(refusals::option_unknown, one.substr(0, 80), "argument " + std::to_string(i + 1));
        } else if (equals != std::string::npos) {
            arguments.options[name] = one.substr(equals + 1);
        } else if (i + 1 < given.size()) {
            arguments.options[name] = given[++i];
        } else {
            return refuse(refusals::option_without_value, one, "argument " + std::to_string(i + 1));
        }
    }
    return arguments;
}

}  // namespace ponte::cli
