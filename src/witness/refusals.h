#pragma once

#include "base/outcome.h"

// The witness's ways of saying no. In brackets what C2SP tlog-witness answers over HTTP.
namespace ponte::witness::refusals {

inline constexpr RefusalKind usage{"witness.usage", Remedy::correct};
inline constexpr RefusalKind file_unreadable{"witness.file_unreadable", Remedy::correct};
inline constexpr RefusalKind name_unusable{"witness.name_unusable", Remedy::correct};
inline constexpr RefusalKind folder_not_empty{"witness.folder_not_empty", Remedy::correct};
inline constexpr RefusalKind not_a_witness{"witness.not_a_witness", Remedy::correct};
inline constexpr RefusalKind held{"witness.held", Remedy::wait};
inline constexpr RefusalKind clock_not_simulated{"witness.clock_not_simulated", Remedy::correct};
inline constexpr RefusalKind clock_missing{"witness.clock_missing", Remedy::correct};
inline constexpr RefusalKind request_unreadable{"witness.request_unreadable", Remedy::correct};          // [400]
inline constexpr RefusalKind checkpoint_unreadable{"witness.checkpoint_unreadable", Remedy::correct};    // [400]
inline constexpr RefusalKind origin_unknown{"witness.origin_unknown", Remedy::ask};                      // [404]
inline constexpr RefusalKind log_signature_false{"witness.log_signature_false", Remedy::correct};        // [403]
inline constexpr RefusalKind goes_back{"witness.goes_back", Remedy::correct};                            // [400]
// The subject is the size that the witness holds: the log asks again from there.
inline constexpr RefusalKind size_differs{"witness.size_differs", Remedy::reread};                       // [409]
// One log, two histories, and the log has signed for both. The subject names the evidence.
inline constexpr RefusalKind fork{"witness.fork", Remedy::ask};                                          // [422, 409]
// The proof does not show that the log continues what was cosigned: damage, or a fork not yet proven.
inline constexpr RefusalKind continuity_unproven{"witness.continuity_unproven", Remedy::ask};            // [422]
inline constexpr RefusalKind evidence_unreadable{"witness.evidence_unreadable", Remedy::correct};
inline constexpr RefusalKind evidence_false{"witness.evidence_false", Remedy::correct};

}  // namespace ponte::witness::refusals
