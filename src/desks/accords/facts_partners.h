#pragma once

#include "base/recorded.h"
#include "desks/accords/events_partners.h"
#include "desks/accords/events_requests.h"

#include <map>
#include <utility>
#include <vector>

// Requests made, and what is known of partners, as plain values. Part of facts.h.
namespace ponte::accords {

struct Request {
    RequestRecorded recorded;
    Stage stage{};
    std::optional<RequestAcknowledged> acknowledged;
    std::optional<RequestAnswered> answered;
    std::string struck;  // Why it counts no more; empty: it counts.
    std::uint64_t sequence = 0;
    Instant at;
    PersonId by;

    friend bool operator==(const Request&, const Request&) = default;
};
using Requests = std::map<RequestId, Request>;

template <class Event>
struct Stated {
    Event event;
    std::uint64_t sequence = 0;
    Instant at;

    friend bool operator==(const Stated&, const Stated&) = default;
};

// Where sources disagree, all of them stand beside each other.
struct Partners {
    std::map<RouteId, Stated<RouteStated>> routes;
    std::map<std::pair<InstrumentId, Matter>, Stated<ClauseStated>> clauses;
    std::map<std::pair<JurisdictionId, Listing>, std::vector<Stated<ListingRecorded>>> listings;  // One of each source.
    std::map<Listing, std::map<Date, Stated<ListPublished>>> lists;
    std::map<std::pair<JurisdictionId, Criterion>, std::vector<Stated<FigureRecorded>>> figures;  // One of each unit, period and source.
    std::vector<Stated<WeightsSet>> weights;                                                      // Version n stands at n - 1.
    std::map<CountId, std::vector<Stated<CountPublished>>> counts;                                // In the order of their days; one of each source.

    friend bool operator==(const Partners&, const Partners&) = default;
};

// Whether a jurisdiction is on a list on a day. Rows and whole lists that disagree leave it unknown; `rows` and
// `list` say what each of them says.
struct Listed {
    ponte::Answer on_list = ponte::Answer::unknown;
    std::vector<const Stated<ListingRecorded>*> rows;
    const Stated<ListPublished>* list = nullptr;  // The newest published by that day.
};
[[nodiscard]] Listed listed_on(const Partners& partners, const JurisdictionId& partner, Listing listing, Date day);

// The weights of the version, or the newest; the even ones where nobody has set any.
[[nodiscard]] WeightsSet weights_of(const Partners& partners, std::optional<std::uint16_t> version);

}  // namespace ponte::accords
