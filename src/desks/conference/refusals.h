#pragma once

#include "base/outcome.h"

// The conference desk's ways of saying no.
namespace ponte::conference::refusals {

inline constexpr RefusalKind not_allowed{"conference.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"conference.id_malformed", Remedy::correct};
inline constexpr RefusalKind text_missing{"conference.text_missing", Remedy::correct};
inline constexpr RefusalKind text_too_long{"conference.text_too_long", Remedy::correct};
inline constexpr RefusalKind control_characters{"conference.control_characters", Remedy::correct};
inline constexpr RefusalKind source_missing{"conference.source_missing", Remedy::correct};
inline constexpr RefusalKind reason_missing{"conference.reason_missing", Remedy::correct};
inline constexpr RefusalKind plan_exists{"conference.plan_exists", Remedy::reread};
inline constexpr RefusalKind plan_unknown{"conference.plan_unknown", Remedy::correct};
inline constexpr RefusalKind plan_unchanged{"conference.plan_unchanged", Remedy::reread};
inline constexpr RefusalKind measures_misnumbered{"conference.measures_misnumbered", Remedy::correct};
inline constexpr RefusalKind measure_unknown{"conference.measure_unknown", Remedy::correct};
inline constexpr RefusalKind duty_unknown{"conference.duty_unknown", Remedy::correct};
inline constexpr RefusalKind parts_differ{"conference.parts_differ", Remedy::correct};
inline constexpr RefusalKind language_is_the_original{"conference.language_is_the_original", Remedy::correct};
inline constexpr RefusalKind body_unknown{"conference.body_unknown", Remedy::correct};
inline constexpr RefusalKind body_not_yours{"conference.body_not_yours", Remedy::ask};
inline constexpr RefusalKind dates_backwards{"conference.dates_backwards", Remedy::correct};
inline constexpr RefusalKind already_appointed{"conference.already_appointed", Remedy::reread};
inline constexpr RefusalKind appointment_unknown{"conference.appointment_unknown", Remedy::correct};
inline constexpr RefusalKind indicator_unknown{"conference.indicator_unknown", Remedy::correct};
inline constexpr RefusalKind indicator_of_other_measure{"conference.indicator_of_other_measure", Remedy::correct};
inline constexpr RefusalKind unit_differs{"conference.unit_differs", Remedy::correct};
inline constexpr RefusalKind statement_missing{"conference.statement_missing", Remedy::correct};
inline constexpr RefusalKind trajectory_backwards{"conference.trajectory_backwards", Remedy::correct};
inline constexpr RefusalKind too_many_decimals{"conference.too_many_decimals", Remedy::correct};
inline constexpr RefusalKind milestone_exists{"conference.milestone_exists", Remedy::reread};
inline constexpr RefusalKind milestone_unknown{"conference.milestone_unknown", Remedy::correct};
inline constexpr RefusalKind milestone_already_reached{"conference.milestone_already_reached", Remedy::reread};
inline constexpr RefusalKind period_not_over{"conference.period_not_over", Remedy::wait};
inline constexpr RefusalKind date_in_future{"conference.date_in_future", Remedy::wait};
inline constexpr RefusalKind stock_needs_a_day{"conference.stock_needs_a_day", Remedy::correct};
inline constexpr RefusalKind value_not_understood{"conference.value_not_understood", Remedy::correct};
inline constexpr RefusalKind value_contradicts_text{"conference.value_contradicts_text", Remedy::correct};
inline constexpr RefusalKind already_recorded{"conference.already_recorded", Remedy::reread};
inline constexpr RefusalKind rows_refused{"conference.rows_refused", Remedy::correct};
inline constexpr RefusalKind no_rows{"conference.no_rows", Remedy::correct};
inline constexpr RefusalKind too_many_rows{"conference.too_many_rows", Remedy::correct};
inline constexpr RefusalKind item_unknown{"conference.item_unknown", Remedy::correct};
inline constexpr RefusalKind item_withdrawn{"conference.item_withdrawn", Remedy::reread};
inline constexpr RefusalKind already_signed_off{"conference.already_signed_off", Remedy::reread};
inline constexpr RefusalKind not_signed_off{"conference.not_signed_off", Remedy::wait};
inline constexpr RefusalKind stage_does_not_go_back{"conference.stage_does_not_go_back", Remedy::correct};
inline constexpr RefusalKind signs_off_own_record{"conference.signs_off_own_record", Remedy::ask};
inline constexpr RefusalKind verifies_own_body{"conference.verifies_own_body", Remedy::ask};
inline constexpr RefusalKind session_exists{"conference.session_exists", Remedy::reread};
inline constexpr RefusalKind session_date_missing{"conference.session_date_missing", Remedy::correct};
inline constexpr RefusalKind year_had_a_session{"conference.year_had_a_session", Remedy::reread};
inline constexpr RefusalKind year_stated_already{"conference.year_stated_already", Remedy::reread};
inline constexpr RefusalKind year_not_over{"conference.year_not_over", Remedy::wait};

}  // namespace ponte::conference::refusals
