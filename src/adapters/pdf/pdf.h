#pragma once

#include "adapters/paper/paper.h"
#include "base/outcome.h"

// A paper as a tagged PDF on A4: fonts embedded, regional glyphs by language, bookmarks, the attached
// files inside. The same paper gives the same bytes on one machine.
namespace ponte::pdf {

[[nodiscard]] Attempt<Bytes> render(const paper::Paper& paper);

}  // namespace ponte::pdf
