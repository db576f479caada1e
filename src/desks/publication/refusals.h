#pragma once

#include "base/outcome.h"

// The publication desk's ways of saying no. What the house finds wrong with a packet's proofs comes in the
// words of the journal (journal.proof_false, journal.log_key_rotated ...).
namespace ponte::publication::refusals {

inline constexpr RefusalKind not_allowed{"publication.not_allowed", Remedy::ask};
inline constexpr RefusalKind key_unusable{"publication.key_unusable", Remedy::correct};
inline constexpr RefusalKind key_of_another{"publication.key_of_another", Remedy::correct};
inline constexpr RefusalKind own_journal{"publication.own_journal", Remedy::correct};
inline constexpr RefusalKind body_unknown{"publication.body_unknown", Remedy::correct};
inline constexpr RefusalKind checkpoint_incomplete{"publication.checkpoint_incomplete", Remedy::correct};
inline constexpr RefusalKind already_trusted{"publication.already_trusted", Remedy::reread};
inline constexpr RefusalKind publisher_unknown{"publication.publisher_unknown", Remedy::ask};
// The origin has shown two histories; nothing of it is taken until an administrator has resolved it.
inline constexpr RefusalKind fork_detected{"publication.fork_detected", Remedy::ask};
inline constexpr RefusalKind no_fork{"publication.no_fork", Remedy::reread};
inline constexpr RefusalKind reason_missing{"publication.reason_missing", Remedy::correct};
inline constexpr RefusalKind indicator_unknown{"publication.indicator_unknown", Remedy::correct};
inline constexpr RefusalKind date_in_future{"publication.date_in_future", Remedy::correct};
inline constexpr RefusalKind nothing_published{"publication.nothing_published", Remedy::ask};
inline constexpr RefusalKind figure_contradictory{"publication.figure_contradictory", Remedy::ask};
inline constexpr RefusalKind already_published{"publication.already_published", Remedy::reread};
inline constexpr RefusalKind packet_too_long{"publication.packet_too_long", Remedy::correct};
inline constexpr RefusalKind not_a_figure{"publication.not_a_figure", Remedy::correct};
inline constexpr RefusalKind not_a_receipt{"publication.not_a_receipt", Remedy::correct};
inline constexpr RefusalKind for_another{"publication.for_another", Remedy::correct};
inline constexpr RefusalKind already_adopted{"publication.already_adopted", Remedy::reread};
inline constexpr RefusalKind number_differs{"publication.number_differs", Remedy::ask};
inline constexpr RefusalKind packets_missing{"publication.packets_missing", Remedy::wait};
inline constexpr RefusalKind previous_differs{"publication.previous_differs", Remedy::ask};
// The packet proves its log from another size than the one seen last: the subject says which that is.
inline constexpr RefusalKind from_elsewhere{"publication.from_elsewhere", Remedy::ask};
inline constexpr RefusalKind indicator_differs{"publication.indicator_differs", Remedy::correct};
inline constexpr RefusalKind unit_differs{"publication.unit_differs", Remedy::correct};
inline constexpr RefusalKind packet_unknown{"publication.packet_unknown", Remedy::correct};
inline constexpr RefusalKind receipt_differs{"publication.receipt_differs", Remedy::ask};
inline constexpr RefusalKind already_kept{"publication.already_kept", Remedy::reread};

}  // namespace ponte::publication::refusals
