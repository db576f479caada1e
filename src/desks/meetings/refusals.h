#pragma once

#include "base/outcome.h"

// The meetings desk's ways of saying no.
namespace ponte::meetings::refusals {

inline constexpr RefusalKind not_allowed{"meetings.not_allowed", Remedy::ask};
inline constexpr RefusalKind text_missing{"meetings.text_missing", Remedy::correct};
inline constexpr RefusalKind text_too_long{"meetings.text_too_long", Remedy::correct};
inline constexpr RefusalKind control_characters{"meetings.control_characters", Remedy::correct};
inline constexpr RefusalKind reason_missing{"meetings.reason_missing", Remedy::correct};
inline constexpr RefusalKind body_unknown{"meetings.body_unknown", Remedy::correct};
inline constexpr RefusalKind body_not_yours{"meetings.body_not_yours", Remedy::ask};
inline constexpr RefusalKind plan_unknown{"meetings.plan_unknown", Remedy::correct};
inline constexpr RefusalKind measure_unknown{"meetings.measure_unknown", Remedy::correct};
inline constexpr RefusalKind duty_unknown{"meetings.duty_unknown", Remedy::correct};
inline constexpr RefusalKind date_in_past{"meetings.date_in_past", Remedy::correct};
inline constexpr RefusalKind date_in_future{"meetings.date_in_future", Remedy::wait};
inline constexpr RefusalKind already_recorded{"meetings.already_recorded", Remedy::reread};
inline constexpr RefusalKind unchanged{"meetings.unchanged", Remedy::reread};
inline constexpr RefusalKind already_signed_off{"meetings.already_signed_off", Remedy::reread};
inline constexpr RefusalKind not_signed_off{"meetings.not_signed_off", Remedy::wait};
inline constexpr RefusalKind signs_off_own_record{"meetings.signs_off_own_record", Remedy::ask};
inline constexpr RefusalKind stage_does_not_go_back{"meetings.stage_does_not_go_back", Remedy::correct};
inline constexpr RefusalKind problem_unknown{"meetings.problem_unknown", Remedy::correct};
inline constexpr RefusalKind problem_settled{"meetings.problem_settled", Remedy::reread};
inline constexpr RefusalKind problem_not_settled{"meetings.problem_not_settled", Remedy::correct};
inline constexpr RefusalKind problem_not_released{"meetings.problem_not_released", Remedy::wait};
inline constexpr RefusalKind already_escalated{"meetings.already_escalated", Remedy::reread};
inline constexpr RefusalKind not_escalated{"meetings.not_escalated", Remedy::correct};
inline constexpr RefusalKind evidence_missing{"meetings.evidence_missing", Remedy::correct};
inline constexpr RefusalKind evidence_unknown{"meetings.evidence_unknown", Remedy::correct};
inline constexpr RefusalKind evidence_not_released{"meetings.evidence_not_released", Remedy::wait};
inline constexpr RefusalKind decision_unknown{"meetings.decision_unknown", Remedy::correct};
inline constexpr RefusalKind decision_not_binding{"meetings.decision_not_binding", Remedy::wait};
inline constexpr RefusalKind decision_closed{"meetings.decision_closed", Remedy::reread};
inline constexpr RefusalKind decision_misplaced{"meetings.decision_misplaced", Remedy::correct};
inline constexpr RefusalKind list_unknown{"meetings.list_unknown", Remedy::correct};
inline constexpr RefusalKind list_released{"meetings.list_released", Remedy::correct};
inline constexpr RefusalKind list_not_released{"meetings.list_not_released", Remedy::wait};
inline constexpr RefusalKind lines_missing{"meetings.lines_missing", Remedy::correct};
inline constexpr RefusalKind line_twice{"meetings.line_twice", Remedy::correct};
inline constexpr RefusalKind line_unknown{"meetings.line_unknown", Remedy::correct};
inline constexpr RefusalKind session_unknown{"meetings.session_unknown", Remedy::correct};
inline constexpr RefusalKind session_exists{"meetings.session_exists", Remedy::reread};
inline constexpr RefusalKind session_cancelled{"meetings.session_cancelled", Remedy::reread};
inline constexpr RefusalKind session_held{"meetings.session_held", Remedy::reread};
inline constexpr RefusalKind session_not_held{"meetings.session_not_held", Remedy::wait};
inline constexpr RefusalKind languages_missing{"meetings.languages_missing", Remedy::correct};
inline constexpr RefusalKind times_backwards{"meetings.times_backwards", Remedy::correct};
inline constexpr RefusalKind chairs_not_of_both_sides{"meetings.chairs_not_of_both_sides", Remedy::correct};
inline constexpr RefusalKind on_behalf_misplaced{"meetings.on_behalf_misplaced", Remedy::correct};
inline constexpr RefusalKind attendance_missing{"meetings.attendance_missing", Remedy::wait};
inline constexpr RefusalKind agenda_fixed{"meetings.agenda_fixed", Remedy::reread};
inline constexpr RefusalKind agenda_not_fixed{"meetings.agenda_not_fixed", Remedy::wait};
inline constexpr RefusalKind reference_unknown{"meetings.reference_unknown", Remedy::correct};
inline constexpr RefusalKind item_unknown{"meetings.item_unknown", Remedy::correct};
inline constexpr RefusalKind paper_unknown{"meetings.paper_unknown", Remedy::correct};
inline constexpr RefusalKind minutes_unknown{"meetings.minutes_unknown", Remedy::correct};
inline constexpr RefusalKind minutes_sealed{"meetings.minutes_sealed", Remedy::correct};
inline constexpr RefusalKind minutes_not_sealed{"meetings.minutes_not_sealed", Remedy::wait};
inline constexpr RefusalKind minutes_approved{"meetings.minutes_approved", Remedy::reread};
inline constexpr RefusalKind minutes_not_circulated{"meetings.minutes_not_circulated", Remedy::wait};
inline constexpr RefusalKind already_circulated{"meetings.already_circulated", Remedy::reread};
inline constexpr RefusalKind not_your_draft{"meetings.not_your_draft", Remedy::ask};
inline constexpr RefusalKind comment_unknown{"meetings.comment_unknown", Remedy::correct};
inline constexpr RefusalKind comment_not_released{"meetings.comment_not_released", Remedy::wait};
inline constexpr RefusalKind version_changed{"meetings.version_changed", Remedy::reread};
inline constexpr RefusalKind already_approved{"meetings.already_approved", Remedy::reread};
inline constexpr RefusalKind approves_own_draft{"meetings.approves_own_draft", Remedy::ask};
inline constexpr RefusalKind language_missing{"meetings.language_missing", Remedy::wait};
inline constexpr RefusalKind language_stale{"meetings.language_stale", Remedy::wait};
inline constexpr RefusalKind approvals_missing{"meetings.approvals_missing", Remedy::wait};
inline constexpr RefusalKind not_adopted{"meetings.not_adopted", Remedy::wait};
inline constexpr RefusalKind adopted_differs{"meetings.adopted_differs", Remedy::reread};
inline constexpr RefusalKind adopted_too_early{"meetings.adopted_too_early", Remedy::wait};
inline constexpr RefusalKind correction_open{"meetings.correction_open", Remedy::reread};

}  // namespace ponte::meetings::refusals
