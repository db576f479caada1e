#pragma once

#include "desks/accords/refusals_partners.h"

// The accords desk's ways of saying no.
namespace ponte::accords::refusals {

inline constexpr RefusalKind not_allowed{"accords.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"accords.id_malformed", Remedy::correct};
inline constexpr RefusalKind text_missing{"accords.text_missing", Remedy::correct};
inline constexpr RefusalKind control_characters{"accords.control_characters", Remedy::correct};
inline constexpr RefusalKind text_too_long{"accords.text_too_long", Remedy::correct};
inline constexpr RefusalKind too_many{"accords.too_many", Remedy::correct};
inline constexpr RefusalKind source_missing{"accords.source_missing", Remedy::correct};
inline constexpr RefusalKind reason_missing{"accords.reason_missing", Remedy::correct};
inline constexpr RefusalKind date_in_future{"accords.date_in_future", Remedy::correct};
inline constexpr RefusalKind date_after_source{"accords.date_after_source", Remedy::correct};  // the source could not know it yet
inline constexpr RefusalKind body_unknown{"accords.body_unknown", Remedy::correct};
inline constexpr RefusalKind body_not_yours{"accords.body_not_yours", Remedy::ask};
inline constexpr RefusalKind stage_not_yours{"accords.stage_not_yours", Remedy::ask};
inline constexpr RefusalKind stage_not_forward{"accords.stage_not_forward", Remedy::reread};
inline constexpr RefusalKind stage_above{"accords.stage_above", Remedy::correct};
inline constexpr RefusalKind nothing_changed{"accords.nothing_changed", Remedy::reread};

// Instruments.
inline constexpr RefusalKind instrument_known{"accords.instrument_known", Remedy::correct};
inline constexpr RefusalKind instrument_unknown{"accords.instrument_unknown", Remedy::correct};
inline constexpr RefusalKind parties_too_few{"accords.parties_too_few", Remedy::correct};
inline constexpr RefusalKind instrument_with_itself{"accords.instrument_with_itself", Remedy::correct};
inline constexpr RefusalKind place_unknown{"accords.place_unknown", Remedy::correct};
inline constexpr RefusalKind organ_missing{"accords.organ_missing", Remedy::correct};
inline constexpr RefusalKind name_status_impossible{"accords.name_status_impossible", Remedy::correct};
inline constexpr RefusalKind clause_impossible{"accords.clause_impossible", Remedy::correct};
inline constexpr RefusalKind effect_impossible{"accords.effect_impossible", Remedy::correct};
inline constexpr RefusalKind term_impossible{"accords.term_impossible", Remedy::correct};
inline constexpr RefusalKind amended_missing{"accords.amended_missing", Remedy::correct};
inline constexpr RefusalKind amendment_circular{"accords.amendment_circular", Remedy::correct};

// Steps.
inline constexpr RefusalKind evidence_unverified{"accords.evidence_unverified", Remedy::correct};
inline constexpr RefusalKind party_missing{"accords.party_missing", Remedy::correct};
inline constexpr RefusalKind party_unknown{"accords.party_unknown", Remedy::correct};
inline constexpr RefusalKind party_superfluous{"accords.party_superfluous", Remedy::correct};
inline constexpr RefusalKind signatory_missing{"accords.signatory_missing", Remedy::correct};
inline constexpr RefusalKind file_is_live{"accords.file_is_live", Remedy::correct};
inline constexpr RefusalKind amending_missing{"accords.amending_missing", Remedy::correct};
inline constexpr RefusalKind term_missing{"accords.term_missing", Remedy::correct};
inline constexpr RefusalKind already_taken{"accords.already_taken", Remedy::reread};
inline constexpr RefusalKind already_suspended{"accords.already_suspended", Remedy::reread};
inline constexpr RefusalKind not_suspended{"accords.not_suspended", Remedy::reread};
inline constexpr RefusalKind instrument_ended{"accords.instrument_ended", Remedy::reread};
inline constexpr RefusalKind clause_unknown{"accords.clause_unknown", Remedy::correct};
inline constexpr RefusalKind paper_missing{"accords.paper_missing", Remedy::wait};
inline constexpr RefusalKind order_impossible{"accords.order_impossible", Remedy::correct};
inline constexpr RefusalKind clause_differs{"accords.clause_differs", Remedy::correct};
inline constexpr RefusalKind step_unknown{"accords.step_unknown", Remedy::correct};
inline constexpr RefusalKind step_withdrawn{"accords.step_withdrawn", Remedy::reread};
inline constexpr RefusalKind step_needed{"accords.step_needed", Remedy::correct};
inline constexpr RefusalKind threshold_impossible{"accords.threshold_impossible", Remedy::correct};

// The negotiation file.
inline constexpr RefusalKind text_is_signed{"accords.text_is_signed", Remedy::reread};
inline constexpr RefusalKind round_unknown{"accords.round_unknown", Remedy::correct};
inline constexpr RefusalKind article_unknown{"accords.article_unknown", Remedy::correct};
inline constexpr RefusalKind language_twice{"accords.language_twice", Remedy::correct};
inline constexpr RefusalKind article_not_accepted{"accords.article_not_accepted", Remedy::wait};
inline constexpr RefusalKind pen_held{"accords.pen_held", Remedy::reread};
inline constexpr RefusalKind due_before{"accords.due_before", Remedy::correct};

// Ties.
inline constexpr RefusalKind not_a_tie{"accords.not_a_tie", Remedy::correct};
inline constexpr RefusalKind activity_unknown{"accords.activity_unknown", Remedy::correct};
inline constexpr RefusalKind activity_settled{"accords.activity_settled", Remedy::reread};

}  // namespace ponte::accords::refusals
