#pragma once

#include "adapters/csv/csv.h"
#include "base/digest.h"
#include "base/outcome.h"
#include "desks/conference/commands.h"

// A table that an officer filled in, as the order to import its observations. What concerns the table as
// a whole refuses it; what concerns a row is told with its line, and the desk decides what becomes of the
// others.
namespace ponte::observations {

namespace refusals {
inline constexpr RefusalKind column_unknown{"observations.column_unknown", Remedy::correct};
inline constexpr RefusalKind column_missing{"observations.column_missing", Remedy::correct};
// Of a row: they stand in `unreadable` beside decimal.*, date.* and period.*, with "column NAME" as place.
inline constexpr RefusalKind cell_missing{"observations.cell_missing", Remedy::correct};
inline constexpr RefusalKind language_unknown{"observations.language_unknown", Remedy::correct};
inline constexpr RefusalKind badge_unknown{"observations.badge_unknown", Remedy::correct};
}  // namespace refusals

// Columns in any order: indicator, as_published, period and source are needed; value, scale, source_title,
// published, retrieved, language, badge and body may be there. `unit`, `confidence` and `note` are accepted
// for the officer's own use and not read: the unit is the indicator's. Any other column is refused, since
// a misspelt head would drop its numbers without a word.
// The language is that of the number as printed: a tag ("zh-Hant", "pt-PT"), or "zh" for either script.
// An empty cell is an absent value; a row with nothing in it is passed over. A row has one refusal, the
// first in the order above.
[[nodiscard]] Outcome<conference::ImportObservations> from_table(const csv::Table& table, Digest file, bool accept_good_rows);

}  // namespace ponte::observations
