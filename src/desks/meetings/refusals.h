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

}  // namespace ponte::meetings::refusals
