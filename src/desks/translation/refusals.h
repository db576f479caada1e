#pragma once

#include "base/outcome.h"

// The translation desk's ways of saying no.
namespace ponte::translation::refusals {

inline constexpr RefusalKind not_allowed{"translation.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"translation.id_malformed", Remedy::correct};
inline constexpr RefusalKind text_missing{"translation.text_missing", Remedy::correct};
inline constexpr RefusalKind control_characters{"translation.control_characters", Remedy::correct};
inline constexpr RefusalKind text_too_long{"translation.text_too_long", Remedy::correct};
inline constexpr RefusalKind source_missing{"translation.source_missing", Remedy::correct};
inline constexpr RefusalKind reason_missing{"translation.reason_missing", Remedy::correct};
inline constexpr RefusalKind form_twice{"translation.form_twice", Remedy::correct};
inline constexpr RefusalKind form_of_another_term{"translation.form_of_another_term", Remedy::correct};
inline constexpr RefusalKind term_unknown{"translation.term_unknown", Remedy::correct};
inline constexpr RefusalKind term_unchanged{"translation.term_unchanged", Remedy::reread};
inline constexpr RefusalKind term_retired{"translation.term_retired", Remedy::reread};
inline constexpr RefusalKind nothing_proposed{"translation.nothing_proposed", Remedy::reread};
inline constexpr RefusalKind version_superseded{"translation.version_superseded", Remedy::reread};
inline constexpr RefusalKind agrees_own_proposal{"translation.agrees_own_proposal", Remedy::ask};
inline constexpr RefusalKind no_rows{"translation.no_rows", Remedy::correct};
inline constexpr RefusalKind too_many_rows{"translation.too_many_rows", Remedy::correct};
inline constexpr RefusalKind term_twice{"translation.term_twice", Remedy::correct};
inline constexpr RefusalKind text_unknown{"translation.text_unknown", Remedy::correct};
inline constexpr RefusalKind language_is_the_original{"translation.language_is_the_original", Remedy::correct};
inline constexpr RefusalKind text_is_current{"translation.text_is_current", Remedy::reread};
inline constexpr RefusalKind assignee_unknown{"translation.assignee_unknown", Remedy::correct};
inline constexpr RefusalKind assignee_not_yours{"translation.assignee_not_yours", Remedy::ask};
inline constexpr RefusalKind due_is_past{"translation.due_is_past", Remedy::correct};
inline constexpr RefusalKind already_assigned{"translation.already_assigned", Remedy::reread};
inline constexpr RefusalKind not_assigned{"translation.not_assigned", Remedy::reread};
inline constexpr RefusalKind scope_unknown{"translation.scope_unknown", Remedy::correct};
inline constexpr RefusalKind language_twice{"translation.language_twice", Remedy::correct};
inline constexpr RefusalKind already_required{"translation.already_required", Remedy::reread};
inline constexpr RefusalKind nothing_required{"translation.nothing_required", Remedy::wait};
inline constexpr RefusalKind too_many_texts{"translation.too_many_texts", Remedy::ask};
inline constexpr RefusalKind not_ready{"translation.not_ready", Remedy::wait};
inline constexpr RefusalKind already_approved{"translation.already_approved", Remedy::reread};

}  // namespace ponte::translation::refusals
