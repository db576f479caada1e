#pragma once

#include "base/outcome.h"

// The reporting desk's ways of saying no.
namespace ponte::reporting::refusals {

inline constexpr RefusalKind not_allowed{"reporting.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"reporting.id_malformed", Remedy::correct};
inline constexpr RefusalKind text_unfit{"reporting.text_unfit", Remedy::correct};
inline constexpr RefusalKind text_missing{"reporting.text_missing", Remedy::correct};
inline constexpr RefusalKind reason_missing{"reporting.reason_missing", Remedy::correct};
// Rounds.
inline constexpr RefusalKind working_days_out_of_range{"reporting.working_days_out_of_range", Remedy::correct};
inline constexpr RefusalKind plan_unknown{"reporting.plan_unknown", Remedy::correct};
inline constexpr RefusalKind round_exists{"reporting.round_exists", Remedy::reread};
inline constexpr RefusalKind round_unknown{"reporting.round_unknown", Remedy::correct};
inline constexpr RefusalKind round_closed{"reporting.round_closed", Remedy::ask};
inline constexpr RefusalKind calendar_unknown{"reporting.calendar_unknown", Remedy::ask};
inline constexpr RefusalKind due_before_period_ends{"reporting.due_before_period_ends", Remedy::correct};
inline constexpr RefusalKind due_passed{"reporting.due_passed", Remedy::correct};
// Requests.
inline constexpr RefusalKind body_unknown{"reporting.body_unknown", Remedy::correct};
inline constexpr RefusalKind body_of_no_side{"reporting.body_of_no_side", Remedy::correct};
inline constexpr RefusalKind body_not_yours{"reporting.body_not_yours", Remedy::ask};
inline constexpr RefusalKind body_asked_already{"reporting.body_asked_already", Remedy::reread};
inline constexpr RefusalKind nothing_to_ask{"reporting.nothing_to_ask", Remedy::correct};
inline constexpr RefusalKind request_unknown{"reporting.request_unknown", Remedy::correct};
inline constexpr RefusalKind request_open{"reporting.request_open", Remedy::reread};
inline constexpr RefusalKind indicator_unknown{"reporting.indicator_unknown", Remedy::correct};
inline constexpr RefusalKind line_repeated{"reporting.line_repeated", Remedy::correct};
inline constexpr RefusalKind too_many_lines{"reporting.too_many_lines", Remedy::correct};
inline constexpr RefusalKind lines_unchanged{"reporting.lines_unchanged", Remedy::reread};
// Returns.
inline constexpr RefusalKind form_outdated{"reporting.form_outdated", Remedy::reread};
inline constexpr RefusalKind generation_unknown{"reporting.generation_unknown", Remedy::correct};
inline constexpr RefusalKind return_empty{"reporting.return_empty", Remedy::correct};
inline constexpr RefusalKind line_not_asked{"reporting.line_not_asked", Remedy::correct};
inline constexpr RefusalKind duty_not_asked{"reporting.duty_not_asked", Remedy::correct};
inline constexpr RefusalKind rows_refused{"reporting.rows_refused", Remedy::correct};
inline constexpr RefusalKind figure_was_withdrawn{"reporting.figure_was_withdrawn", Remedy::correct};
inline constexpr RefusalKind return_signed_off{"reporting.return_signed_off", Remedy::ask};
inline constexpr RefusalKind nothing_returned{"reporting.nothing_returned", Remedy::wait};
inline constexpr RefusalKind return_incomplete{"reporting.return_incomplete", Remedy::correct};
inline constexpr RefusalKind signs_off_own_return{"reporting.signs_off_own_return", Remedy::ask};
inline constexpr RefusalKind not_signed_off{"reporting.not_signed_off", Remedy::wait};
inline constexpr RefusalKind already_released{"reporting.already_released", Remedy::reread};
inline constexpr RefusalKind return_questioned{"reporting.return_questioned", Remedy::wait};
inline constexpr RefusalKind verifies_own_body{"reporting.verifies_own_body", Remedy::ask};
inline constexpr RefusalKind nothing_to_verify{"reporting.nothing_to_verify", Remedy::wait};
inline constexpr RefusalKind item_not_of_return{"reporting.item_not_of_return", Remedy::correct};
inline constexpr RefusalKind not_questioned{"reporting.not_questioned", Remedy::reread};
// Dates, reminders, escalations.
inline constexpr RefusalKind owes_nothing{"reporting.owes_nothing", Remedy::reread};
inline constexpr RefusalKind extension_pending{"reporting.extension_pending", Remedy::wait};
inline constexpr RefusalKind no_extension_asked{"reporting.no_extension_asked", Remedy::reread};
inline constexpr RefusalKind due_not_later{"reporting.due_not_later", Remedy::correct};
inline constexpr RefusalKind not_a_working_day{"reporting.not_a_working_day", Remedy::correct};
inline constexpr RefusalKind already_reminded_today{"reporting.already_reminded_today", Remedy::wait};
inline constexpr RefusalKind nobody_to_remind{"reporting.nobody_to_remind", Remedy::reread};
inline constexpr RefusalKind not_yet_due{"reporting.not_yet_due", Remedy::wait};
inline constexpr RefusalKind escalates_to_itself{"reporting.escalates_to_itself", Remedy::correct};
inline constexpr RefusalKind already_escalated{"reporting.already_escalated", Remedy::reread};
inline constexpr RefusalKind escalation_unknown{"reporting.escalation_unknown", Remedy::reread};

}  // namespace ponte::reporting::refusals
