#pragma once

#include "desks/accords/state_coverage.h"
#include "desks/accords/seen.h"

// Which kinds of instruments serve which matters, and what that says of one instrument on one day.
namespace ponte::accords {

// by_kind: it is made for that. by_clause: it may speak of it; only a recorded clause says so (a frame agreement
// foresees agreements to come, a tax agreement mostly has an article on the exchange of information).
enum class Serves : std::uint8_t { not_at_all = 1, by_clause = 2, by_kind = 3 };
[[nodiscard]] Serves serves(InstrumentKind kind, Matter matter);

// Whether it is in force where `span` leaves that open or not.
[[nodiscard]] ponte::Answer in_force(const Span& span);
// As the reader sees it.
[[nodiscard]] Span span_of(const Seen& seen, const Instrument& instrument, Date day);

// Whether a statute serves for a matter with a partner on a day.
[[nodiscard]] ponte::Answer route_open(const RouteStated& route, Matter matter, const JurisdictionId& partner, Date day);

}  // namespace ponte::accords
