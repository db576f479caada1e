#pragma once

#include "base/outcome.h"

// The planning desk's ways of saying no.
namespace ponte::planning::refusals {

inline constexpr RefusalKind not_allowed{"planning.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"planning.id_malformed", Remedy::correct};
inline constexpr RefusalKind text_missing{"planning.text_missing", Remedy::correct};
inline constexpr RefusalKind text_too_long{"planning.text_too_long", Remedy::correct};
inline constexpr RefusalKind control_characters{"planning.control_characters", Remedy::correct};
inline constexpr RefusalKind reason_missing{"planning.reason_missing", Remedy::correct};
inline constexpr RefusalKind source_missing{"planning.source_missing", Remedy::correct};
inline constexpr RefusalKind one_of_several{"planning.one_of_several", Remedy::correct};
inline constexpr RefusalKind plan_unknown{"planning.plan_unknown", Remedy::correct};
inline constexpr RefusalKind duty_unknown{"planning.duty_unknown", Remedy::correct};

inline constexpr RefusalKind evidence_missing{"planning.evidence_missing", Remedy::correct};
inline constexpr RefusalKind evidence_unknown{"planning.evidence_unknown", Remedy::correct};
inline constexpr RefusalKind evidence_not_released{"planning.evidence_not_released", Remedy::ask};
inline constexpr RefusalKind evidence_withdrawn{"planning.evidence_withdrawn", Remedy::reread};
inline constexpr RefusalKind evidence_of_other_measure{"planning.evidence_of_other_measure", Remedy::correct};
inline constexpr RefusalKind milestone_not_reached{"planning.milestone_not_reached", Remedy::wait};
inline constexpr RefusalKind decision_unknown{"planning.decision_unknown", Remedy::correct};
inline constexpr RefusalKind target_missing{"planning.target_missing", Remedy::correct};
inline constexpr RefusalKind list_of_other_plan{"planning.list_of_other_plan", Remedy::correct};
inline constexpr RefusalKind merged_in_a_circle{"planning.merged_in_a_circle", Remedy::correct};
inline constexpr RefusalKind already_closed{"planning.already_closed", Remedy::reread};
inline constexpr RefusalKind year_closed{"planning.year_closed", Remedy::reread};
inline constexpr RefusalKind no_closing_proposed{"planning.no_closing_proposed", Remedy::reread};
inline constexpr RefusalKind proposal_moved_on{"planning.proposal_moved_on", Remedy::reread};
inline constexpr RefusalKind confirms_own_proposal{"planning.confirms_own_proposal", Remedy::ask};
inline constexpr RefusalKind duties_without_outcome{"planning.duties_without_outcome", Remedy::wait};

inline constexpr RefusalKind list_exists{"planning.list_exists", Remedy::reread};
inline constexpr RefusalKind list_unknown{"planning.list_unknown", Remedy::correct};
inline constexpr RefusalKind list_adopted{"planning.list_adopted", Remedy::reread};
inline constexpr RefusalKind year_not_later{"planning.year_not_later", Remedy::correct};
inline constexpr RefusalKind line_unknown{"planning.line_unknown", Remedy::correct};
inline constexpr RefusalKind line_withdrawn{"planning.line_withdrawn", Remedy::reread};
inline constexpr RefusalKind line_does_not_move{"planning.line_does_not_move", Remedy::correct};
inline constexpr RefusalKind area_unknown{"planning.area_unknown", Remedy::correct};
inline constexpr RefusalKind area_not_empty{"planning.area_not_empty", Remedy::correct};
inline constexpr RefusalKind too_many_lines{"planning.too_many_lines", Remedy::correct};
inline constexpr RefusalKind no_draft{"planning.no_draft", Remedy::correct};
inline constexpr RefusalKind wording_unknown{"planning.wording_unknown", Remedy::reread};
inline constexpr RefusalKind already_stands_by_it{"planning.already_stands_by_it", Remedy::reread};
inline constexpr RefusalKind line_carries_a_duty{"planning.line_carries_a_duty", Remedy::correct};
inline constexpr RefusalKind withdrawal_already_proposed{"planning.withdrawal_already_proposed", Remedy::wait};
inline constexpr RefusalKind no_withdrawal_proposed{"planning.no_withdrawal_proposed", Remedy::reread};
inline constexpr RefusalKind line_not_agreed{"planning.line_not_agreed", Remedy::wait};
inline constexpr RefusalKind list_moved_on{"planning.list_moved_on", Remedy::reread};
inline constexpr RefusalKind adoption_already_proposed{"planning.adoption_already_proposed", Remedy::wait};
inline constexpr RefusalKind duties_not_in_the_text{"planning.duties_not_in_the_text", Remedy::correct};

inline constexpr RefusalKind frame_exists{"planning.frame_exists", Remedy::reread};
inline constexpr RefusalKind frame_unknown{"planning.frame_unknown", Remedy::correct};
inline constexpr RefusalKind items_missing{"planning.items_missing", Remedy::correct};
inline constexpr RefusalKind item_twice{"planning.item_twice", Remedy::correct};
inline constexpr RefusalKind frame_item_unknown{"planning.frame_item_unknown", Remedy::correct};
inline constexpr RefusalKind origin_not_earlier{"planning.origin_not_earlier", Remedy::correct};
inline constexpr RefusalKind already_linked{"planning.already_linked", Remedy::reread};
inline constexpr RefusalKind link_unknown{"planning.link_unknown", Remedy::correct};
inline constexpr RefusalKind matches_missing{"planning.matches_missing", Remedy::correct};
inline constexpr RefusalKind match_shape_wrong{"planning.match_shape_wrong", Remedy::correct};
inline constexpr RefusalKind match_text_differs{"planning.match_text_differs", Remedy::correct};
inline constexpr RefusalKind already_matched{"planning.already_matched", Remedy::reread};
inline constexpr RefusalKind match_unknown{"planning.match_unknown", Remedy::correct};

}  // namespace ponte::planning::refusals
