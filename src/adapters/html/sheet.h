#pragma once

#include <string_view>

// The style sheet of the page. Paper and ink, azulejo blue for what leads somewhere, vermilion for
// what needs a decision. Lengths are multiples of 8 px (0.5rem), type sizes stand on that grid.
namespace ponte::html {

[[nodiscard]] std::string_view sheet();

}  // namespace ponte::html
