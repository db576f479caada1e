#pragma once

#include "adapters/dossier/writer.h"
#include "adapters/xlsx/xlsx.h"

#include <string>

// The workbook's sheet of what changed since the last session: one row a change, whatever it is of; the first column
// says of what. Without rows where no session was held before.
namespace ponte::dossier {

[[nodiscard]] xlsx::Sheet changes_sheet(Writer& writer);

// As a cell holds it: line breaks and tabs become blanks.
[[nodiscard]] std::string in_one_line(std::string text);

}  // namespace ponte::dossier
