#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <string_view>

// Whether a file is UTF-8, and where not. Offices of the mainland save GB18030 and Excel saves UTF-16;
// reading either as something else would give wrong characters without a word, so both are named.
namespace ponte::csv {

// The text after a UTF-8 byte order mark, if there is one. Refuses csv.encoding.
[[nodiscard]] Outcome<std::string_view> utf8_text(ByteView bytes);

}  // namespace ponte::csv
