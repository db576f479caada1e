#pragma once

#include "adapters/docx_read/docx_read.h"
#include "adapters/dossier/words.h"
#include "adapters/paper/paper.h"
#include "adapters/xliff/xliff.h"

// What goes to translators as XLIFF, as a table in Word for those who work in Word: number, source, translation,
// status, note. The table comes back with its translations and status filled in.
namespace ponte::translation_table {

namespace refusals {
inline constexpr RefusalKind not_a_table{"translation_table.not_a_table", Remedy::correct};  // No line and table of ours.
inline constexpr RefusalKind row_unknown{"translation_table.row_unknown", Remedy::correct};  // The number is missing, twice or not ours.
inline constexpr RefusalKind cells_merged{"translation_table.cells_merged", Remedy::correct};
inline constexpr RefusalKind status_unknown{"translation_table.status_unknown", Remedy::correct};
inline constexpr RefusalKind target_empty{"translation_table.target_empty", Remedy::correct};
}  // namespace refusals

// The paper in the language of `words` (the table words/translation.csv).
[[nodiscard]] paper::Paper paper_of(const xliff::Document& document, dossier::Words& words);

// Status is read in any of the four languages. A translation where there was none is done, whatever its status
// says; one that was there before is done when its status says so. Line breaks in a cell are blanks. The place is
// "table 1, row 5, column 4".
[[nodiscard]] Outcome<xliff::Document> from_document(const docx_read::Document& document);

}  // namespace ponte::translation_table
