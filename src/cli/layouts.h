#pragma once

#include "adapters/templates/templates.h"

#include <optional>
#include <string_view>
#include <vector>

// The kinds of paper that an office may have in a layout of its own. A desk whose paper can be had that way adds
// its catalogue here; `template kinds`, `sample` and `check` then know it.
namespace ponte::cli {

[[nodiscard]] std::vector<templates::Catalogue> layout_kinds();
[[nodiscard]] std::optional<templates::Catalogue> layout_kind(std::string_view name);

}  // namespace ponte::cli
