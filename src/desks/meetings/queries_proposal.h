#pragma once

#include "desks/conference/facts.h"
#include "desks/meetings/queries.h"
#include "desks/meetings/seen.h"
#include "desks/planning/facts.h"
#include "desks/reporting/facts.h"

// The order of business that follows from the record: what a session finds on its agenda by itself.
namespace ponte::meetings {

// What the proposal is computed from, for one reader.
struct Business {
    const Seen& seen;
    const std::map<PlanId, conference::Plan>& plans;
    const reporting::Known& reporting;
    const planning::Known& planning;
};

// As the reader sees it; what only his side sees is marked and stays off the joint agenda.
[[nodiscard]] std::vector<AgendaProposed> proposal_for(const Business& business, std::uint16_t session);

// What both sides see: the agenda as it would be fixed.
[[nodiscard]] std::vector<AgendaProposed> proposal_for_both_sides(const Business& business, std::uint16_t session);

}  // namespace ponte::meetings
