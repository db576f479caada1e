#pragma once

#include "adapters/plan_text/characters.h"
#include "adapters/plan_text/plan_text.h"

// From what the file says to what the text says: code points in NFC, blanks of one kind, page
// furniture gone. What was changed is counted.
namespace ponte::plan_text {

// NFC character by character, so that each still knows its bytes; width and blanks settled, what nobody
// sees dropped. Lines lose their outer blanks.
[[nodiscard]] Characters clean(const Characters& source, Normalised& normalised);

// Without empty lines, page numbers and running headers; page ends become line ends.
[[nodiscard]] Characters without_furniture(const Characters& cleaned, Normalised& normalised);

[[nodiscard]] Language language_of(const Characters& cleaned);

}  // namespace ponte::plan_text
