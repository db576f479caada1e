#pragma once

#include "base/outcome.h"

// The training desk's ways of saying no.
namespace ponte::training::refusals {

inline constexpr RefusalKind not_allowed{"training.not_allowed", Remedy::ask};
inline constexpr RefusalKind id_malformed{"training.id_malformed", Remedy::correct};
inline constexpr RefusalKind title_missing{"training.title_missing", Remedy::correct};
inline constexpr RefusalKind text_malformed{"training.text_malformed", Remedy::correct};
inline constexpr RefusalKind dates_impossible{"training.dates_impossible", Remedy::correct};
inline constexpr RefusalKind quotas_exceed_seats{"training.quotas_exceed_seats", Remedy::correct};
inline constexpr RefusalKind jurisdiction_unknown{"training.jurisdiction_unknown", Remedy::correct};
inline constexpr RefusalKind event_unknown{"training.event_unknown", Remedy::reread};
inline constexpr RefusalKind not_the_organiser{"training.not_the_organiser", Remedy::ask};
inline constexpr RefusalKind event_cancelled{"training.event_cancelled", Remedy::reread};
inline constexpr RefusalKind already_held{"training.already_held", Remedy::reread};
inline constexpr RefusalKind not_yet_over{"training.not_yet_over", Remedy::wait};
inline constexpr RefusalKind reason_missing{"training.reason_missing", Remedy::correct};
inline constexpr RefusalKind seats_below_confirmed{"training.seats_below_confirmed", Remedy::correct};
inline constexpr RefusalKind outside_window{"training.outside_window", Remedy::ask};
inline constexpr RefusalKind person_nominated{"training.person_nominated", Remedy::reread};
inline constexpr RefusalKind nomination_unknown{"training.nomination_unknown", Remedy::reread};
inline constexpr RefusalKind nomination_withdrawn{"training.nomination_withdrawn", Remedy::reread};
inline constexpr RefusalKind already_confirmed{"training.already_confirmed", Remedy::reread};
inline constexpr RefusalKind over_quota{"training.over_quota", Remedy::wait};
inline constexpr RefusalKind not_confirmed{"training.not_confirmed", Remedy::correct};
inline constexpr RefusalKind outside_event{"training.outside_event", Remedy::correct};
inline constexpr RefusalKind date_in_future{"training.date_in_future", Remedy::wait};
inline constexpr RefusalKind already_recorded{"training.already_recorded", Remedy::reread};
inline constexpr RefusalKind not_held{"training.not_held", Remedy::wait};
inline constexpr RefusalKind no_certificates{"training.no_certificates", Remedy::correct};
inline constexpr RefusalKind not_attended{"training.not_attended", Remedy::correct};
inline constexpr RefusalKind already_certified{"training.already_certified", Remedy::reread};
inline constexpr RefusalKind certificate_used{"training.certificate_used", Remedy::correct};
inline constexpr RefusalKind certificate_unknown{"training.certificate_unknown", Remedy::reread};
inline constexpr RefusalKind certificate_withdrawn{"training.certificate_withdrawn", Remedy::reread};
inline constexpr RefusalKind already_planned{"training.already_planned", Remedy::reread};

}  // namespace ponte::training::refusals
