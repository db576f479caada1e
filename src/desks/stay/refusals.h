#pragma once

#include "base/outcome.h"

// The stay desk's ways of saying no.
namespace ponte::stay::refusals {

inline constexpr RefusalKind not_allowed{"stay.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"stay.id_malformed", Remedy::correct};
inline constexpr RefusalKind source_missing{"stay.source_missing", Remedy::correct};
inline constexpr RefusalKind source_unverified{"stay.source_unverified", Remedy::correct};
inline constexpr RefusalKind reason_missing{"stay.reason_missing", Remedy::correct};
inline constexpr RefusalKind names_missing{"stay.names_missing", Remedy::correct};
inline constexpr RefusalKind place_unknown{"stay.place_unknown", Remedy::correct};
inline constexpr RefusalKind zone_unknown{"stay.zone_unknown", Remedy::correct};
inline constexpr RefusalKind date_impossible{"stay.date_impossible", Remedy::correct};
// Of snapshots.
inline constexpr RefusalKind licence_missing{"stay.licence_missing", Remedy::correct};
inline constexpr RefusalKind snapshot_exists{"stay.snapshot_exists", Remedy::reread};
inline constexpr RefusalKind snapshot_day_taken{"stay.snapshot_day_taken", Remedy::correct};
inline constexpr RefusalKind snapshot_unknown{"stay.snapshot_unknown", Remedy::correct};
inline constexpr RefusalKind base_empty{"stay.base_empty", Remedy::correct};
inline constexpr RefusalKind base_exists{"stay.base_exists", Remedy::reread};
inline constexpr RefusalKind cell_of_itself{"stay.cell_of_itself", Remedy::correct};
inline constexpr RefusalKind cell_repeated{"stay.cell_repeated", Remedy::correct};
inline constexpr RefusalKind cell_requirement{"stay.cell_requirement", Remedy::correct};
inline constexpr RefusalKind days_impossible{"stay.days_impossible", Remedy::correct};
inline constexpr RefusalKind too_many_cells{"stay.too_many_cells", Remedy::correct};
// Of rules.
inline constexpr RefusalKind destination_unclear{"stay.destination_unclear", Remedy::correct};
inline constexpr RefusalKind destination_own{"stay.destination_own", Remedy::correct};
inline constexpr RefusalKind window_impossible{"stay.window_impossible", Remedy::correct};
inline constexpr RefusalKind window_exceeds_span{"stay.window_exceeds_span", Remedy::correct};
inline constexpr RefusalKind window_repeated{"stay.window_repeated", Remedy::correct};
inline constexpr RefusalKind window_contradictory{"stay.window_contradictory", Remedy::correct};
inline constexpr RefusalKind condition_impossible{"stay.condition_impossible", Remedy::correct};
inline constexpr RefusalKind too_long{"stay.too_long", Remedy::correct};
inline constexpr RefusalKind rule_exists{"stay.rule_exists", Remedy::reread};
inline constexpr RefusalKind rule_repeated{"stay.rule_repeated", Remedy::correct};
inline constexpr RefusalKind rule_unknown{"stay.rule_unknown", Remedy::correct};
inline constexpr RefusalKind rule_already_ended{"stay.rule_already_ended", Remedy::reread};
inline constexpr RefusalKind nothing_corrected{"stay.nothing_corrected", Remedy::correct};
// Of zones.
inline constexpr RefusalKind zone_exists{"stay.zone_exists", Remedy::reread};
inline constexpr RefusalKind member_overlaps{"stay.member_overlaps", Remedy::correct};
// Of weights.
inline constexpr RefusalKind weights_empty{"stay.weights_empty", Remedy::correct};
inline constexpr RefusalKind weight_impossible{"stay.weight_impossible", Remedy::correct};
inline constexpr RefusalKind weight_repeated{"stay.weight_repeated", Remedy::correct};
inline constexpr RefusalKind set_unknown{"stay.set_unknown", Remedy::correct};
// Of an itinerary that is asked about.
inline constexpr RefusalKind document_missing{"stay.document_missing", Remedy::correct};
inline constexpr RefusalKind stays_missing{"stay.stays_missing", Remedy::correct};
inline constexpr RefusalKind too_many_stays{"stay.too_many_stays", Remedy::correct};
inline constexpr RefusalKind stay_backwards{"stay.stay_backwards", Remedy::correct};
inline constexpr RefusalKind stay_too_long{"stay.stay_too_long", Remedy::correct};
inline constexpr RefusalKind stays_contradict{"stay.stays_contradict", Remedy::correct};

}  // namespace ponte::stay::refusals
