#pragma once

#include "adapters/paper/paper.h"
#include "base/outcome.h"

// A paper as a Word file that officials edit: real styles, headings, tables with repeated heads, page
// fields, and a bookmark around each figure, so that it can be found again after editing.
namespace ponte::docx {

[[nodiscard]] Attempt<Bytes> render(const paper::Paper& paper);

}  // namespace ponte::docx
