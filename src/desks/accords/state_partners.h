#pragma once

#include "desks/accords/facts.h"

// The folds of requests and of what is known of partners, apart from those of the instruments. Part of state.h.
namespace ponte::accords {

void evolve(Requests& requests, const RequestRecorded& event, const Recorded& recorded);
void evolve(Requests& requests, const RequestAcknowledged& event, const Recorded& recorded);
void evolve(Requests& requests, const RequestAnswered& event, const Recorded& recorded);
void evolve(Requests& requests, const RequestMoved& event, const Recorded& recorded);
void evolve(Requests& requests, const RequestStruck& event, const Recorded& recorded);

void evolve(Partners& partners, const RouteStated& event, const Recorded& recorded);
void evolve(Partners& partners, const ClauseStated& event, const Recorded& recorded);
void evolve(Partners& partners, const ListingRecorded& event, const Recorded& recorded);
void evolve(Partners& partners, const ListPublished& event, const Recorded& recorded);
void evolve(Partners& partners, const FigureRecorded& event, const Recorded& recorded);
void evolve(Partners& partners, const WeightsSet& event, const Recorded& recorded);
void evolve(Partners& partners, const CountPublished& event, const Recorded& recorded);

}  // namespace ponte::accords
