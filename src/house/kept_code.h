#pragma once

#include <string>
#include <string_view>

// RefusalKind holds a view of static text; a code that was read back, from the journal or from an answer, needs a home of its own.
namespace ponte::house {

// The same text for as long as the program runs. For codes only, of which there are some hundred.
[[nodiscard]] std::string_view kept_code(std::string_view code);

}  // namespace ponte::house
