#pragma once

#include "adapters/plan_text/characters.h"
#include "adapters/plan_text/plan_text.h"

// Bytes to characters, whatever the office's program wrote: told by the byte order mark, else by what
// makes sense when read.
namespace ponte::plan_text {

struct Decoded {
    Characters characters;
    Encoding encoding = Encoding::utf_8;
};

// Refuses encoding_unknown and control_characters, with "byte N" as place.
[[nodiscard]] Outcome<Decoded> decode(ByteView bytes, std::string_view name);

}  // namespace ponte::plan_text
