#pragma once

#include "adapters/csv/csv.h"
#include "adapters/trackers/map.h"
#include "base/digest.h"
#include "base/outcome.h"
#include "desks/conference/commands.h"

#include <cstdint>
#include <string>
#include <vector>

// Somebody's own tracker, read by a map: first what was understood, row by row, for a person to look at;
// then the orders, made of that and nothing else.
namespace ponte::trackers {

namespace refusals {
// Of the map, held against the table. The place is "column NAME".
inline constexpr RefusalKind column_unmentioned{"trackers.column_unmentioned", Remedy::correct};
inline constexpr RefusalKind column_missing{"trackers.column_missing", Remedy::correct};
inline constexpr RefusalKind column_twice{"trackers.column_twice", Remedy::correct};
inline constexpr RefusalKind field_missing{"trackers.field_missing", Remedy::correct};  // no column or constant gives it; subject: which
inline constexpr RefusalKind field_twice{"trackers.field_twice", Remedy::correct};
inline constexpr RefusalKind format_missing{"trackers.format_missing", Remedy::correct};
inline constexpr RefusalKind format_unreadable{"trackers.format_unreadable", Remedy::correct};
inline constexpr RefusalKind constant_unreadable{"trackers.constant_unreadable", Remedy::correct};
inline constexpr RefusalKind nothing_to_take{"trackers.nothing_to_take", Remedy::correct};  // neither numbers nor actions
// Of a row, beside number_words.*.
inline constexpr RefusalKind row_name_unknown{"trackers.row_name_unknown", Remedy::correct};
inline constexpr RefusalKind cell_missing{"trackers.cell_missing", Remedy::correct};
inline constexpr RefusalKind date_unreadable{"trackers.date_unreadable", Remedy::correct};  // not as the map's format says
inline constexpr RefusalKind status_unknown{"trackers.status_unknown", Remedy::correct};
inline constexpr RefusalKind measure_unreadable{"trackers.measure_unreadable", Remedy::correct};
}  // namespace refusals

// One row as it was understood. A faulty row gives no orders at all.
struct RowUnderstood {
    std::uint32_t line = 0;
    std::vector<conference::RecordObservation> observations;  // Several in a wide table.
    std::vector<conference::RecordAction> actions;            // One at most.
    std::string status;
    std::string note;
    bool passed_over = false;  // By its status.
    bool empty = false;        // Nothing to record in it.
    std::vector<conference::RowRefused> faults;
};

struct Understanding {
    std::vector<RowUnderstood> rows;
    std::size_t observations = 0;
    std::size_t actions = 0;
    std::size_t faulty_rows = 0;
};

[[nodiscard]] Outcome<Understanding> understand(const csv::Table& table, const Map& map);

struct Orders {
    conference::ImportObservations observations;  // Faulty rows stand in its `unreadable`.
    std::vector<conference::RecordAction> actions;
    std::vector<std::uint32_t> action_lines;
};
[[nodiscard]] Orders orders_of(const Understanding& understanding, Digest file, bool accept_good_rows);

// What is known of an indicator when a map is proposed.
struct IndicatorKnown {
    conference::IndicatorId id;
    Names names;
};

// A first map from the heads (their names in four languages), the cells of the first rows and the names of
// the indicators. What is not recognised is proposed as ignored, an order of days that the cells leave open
// is left open, a source that is nowhere is left empty: a person completes it.
[[nodiscard]] Map propose_map(const csv::Table& table, const std::vector<IndicatorKnown>& indicators);

}  // namespace ponte::trackers
