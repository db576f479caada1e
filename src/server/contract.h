#pragma once

#include "cli/arguments.h"

#include <string>

// What the service speaks, derived from the described commands and queries: OpenAPI 3.1 and TypeScript. Both are
// committed (contract/) and a test compares them with what this release would print.
namespace ponte::server {

[[nodiscard]] const std::string& openapi_json();
[[nodiscard]] std::string typescript();

// For forms that are derived: [{"name", "desk", "schema", "shape": {...}}], the shape as a tree.
[[nodiscard]] const std::string& commands_json();
[[nodiscard]] const std::string& queries_json();

// contract --openapi | --typescript [--out FILE]
int contract_command(const cli::Arguments& arguments);

}  // namespace ponte::server
