#pragma once

#include "adapters/paper/paper.h"

#include <string>

// The parts of a Word file that do not depend on what the paper says, only on its language.
namespace ponte::docx {

[[nodiscard]] std::string styles_xml(const paper::Language& language);
// Numbering 1 is bullets; every numbered list has one of its own from 2 on, so that each starts at 1.
[[nodiscard]] std::string numbering_xml(int numbered_lists);
[[nodiscard]] std::string font_table_xml();
[[nodiscard]] std::string settings_xml(const paper::Language& language, bool tracks_changes);

}  // namespace ponte::docx
