#include "desks/withholding/queries_route.h"

#include "desks/withholding/refusals.h"

#include <algorithm>
#include <set>

namespace ponte::withholding {

namespace {

constexpr std::size_t places_max = 4;
constexpr std::size_t others_max = 10;

Leg leg_of(const RateAnswer& rate) {
    Leg leg{.from = rate.from,
            .to = rate.to,
            .rate = rate.rate,
            .at_least = rate.at_least,
            .at_most = rate.at_most,
            .basis = rate.basis,
            .domestic = rate.domestic,
            .cap = rate.cap,
            .instrument = rate.instrument,
            .ref = rate.ref,
            .clause = rate.clause,
            .guards = rate.guards};
    const auto row = std::ranges::find(rate.rows, rate.ref, &RowTried::ref);
    if (row != rate.rows.end()) leg.source = row->source;
    return leg;
}

WayGuard guard_of(const std::vector<Leg>& legs) {
    if (legs.size() <= 1) return WayGuard::direct;
    WayGuard guard = WayGuard::no_instrument;
    for (const Leg& leg : legs) {
        const Guard test = leg.guards.state.principal_purpose_test;
        if (test == Guard::no) return WayGuard::untested;
        if (test == Guard::unknown) guard = WayGuard::unknown;
        if (test == Guard::yes && guard != WayGuard::unknown) guard = WayGuard::tested;
    }
    return guard;
}

std::vector<JurisdictionId> places_of(const Network& network, std::size_t from, std::size_t to, const Way& way) {
    std::vector<JurisdictionId> path;
    for (const std::size_t place : network.path(from, to, way)) path.push_back(network.members()[place]);
    return path;
}

std::vector<JurisdictionId> sorted_once(std::vector<JurisdictionId> ids) {
    std::ranges::sort(ids);
    const auto again = std::ranges::unique(ids);
    ids.erase(again.begin(), again.end());
    return ids;
}

// The best way through each first stop, where it beats the direct one.
std::vector<Route> other_ways(const Rates& rates, const Case& asked, const Network& network, std::size_t from, std::size_t to, const Way& best) {
    struct Found {
        Kept kept;
        std::vector<JurisdictionId> path;
    };
    std::vector<Found> found;
    const Way direct = network.direct(from, to);
    for (std::size_t k = 0; k < network.size(); ++k) {
        if (k == from || k == to || static_cast<std::int16_t>(k) == best.first) continue;
        Network only = network;
        for (std::size_t other = 0; other < network.size(); ++other) {
            if (other != k) only.set_span(from, other, {});
        }
        const Way way = only.best_way(from, to);
        if (way.kept > direct.kept) found.push_back({.kept = way.kept, .path = places_of(network, from, to, way)});
    }
    std::ranges::stable_sort(found, [](const Found& one, const Found& other) { return one.kept > other.kept; });
    if (found.size() > others_max) found.resize(others_max);
    std::vector<Route> routes;
    for (const Found& one : found) routes.push_back(route_of(rates, asked, one.path));
    return routes;
}

}  // namespace

Refused refused_of(const Refusal& refusal) { return {.code = std::string(refusal.kind.code), .subject = refusal.subject, .place = refusal.place}; }

std::optional<Refused> refused_path(const std::vector<JurisdictionId>& path, std::string_view place) {
    if (path.size() < 2 || path.size() > places_max) {
        return refused_of({refusals::route_too_long, std::to_string(path.size()), std::string(place)});
    }
    std::set<JurisdictionId> passed;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!passed.insert(path[i]).second) return refused_of({refusals::route_cyclic, path[i].value, std::string(place) + "/" + std::to_string(i)});
    }
    return std::nullopt;
}

Route route_of(const Rates& rates, const Case& asked, const std::vector<JurisdictionId>& path) {
    Route route{.path = path};
    Kept kept = 1;
    int zeros = 0;
    bool known = true;
    const auto keep = [&](Span span) {
        known = known && span.known();
        kept *= whole - span.least;
        zeros += 6;
    };
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const Payment payment = payment_in(asked, path[i], path[i + 1]);
        route.legs.push_back(leg_of(rate_of(rates, payment)));
        keep(span_of(rates, payment));
        if (asked.conduit_tax && i + 2 < path.size()) {
            const Span company = corporate_span(rates, path[i + 1], asked.on, asked.worst);
            if (company.known()) route.legs.back().company_tax = percent(company.least);
            keep(company);
        }
    }
    if (known) {
        Kept all = 1;
        for (int i = 0; i < zeros; ++i) all *= 10;
        route.tax = percent_of(all - kept, zeros);
    }
    route.guard = guard_of(route.legs);
    return route;
}

RouteAnswer answer(const State& state, const RouteQuery& query, const access::Sight&, Instant now) {
    RouteAnswer answer{.from = query.from,
                       .to = query.to,
                       .income = query.income,
                       .on = query.on.value_or(now.date()),
                       .participation = query.participation,
                       .conduit_tax = query.conduit_tax,
                       .legs_max = query.legs_max.value_or(3)};
    answer.refused = refused_place(query.from, "/from");
    if (!answer.refused) answer.refused = refused_place(query.to, "/to");
    if (!answer.refused) answer.refused = refused_places(query.between, "/between");
    if (!answer.refused) answer.refused = refused_places(query.path, "/path");
    if (!answer.refused) answer.refused = refused_day(query.on);
    if (!answer.refused && query.from == query.to) answer.refused = refused_of({refusals::route_cyclic, query.to.value, "/to"});
    if (!answer.refused && (answer.legs_max < 1 || answer.legs_max > 3)) {
        answer.refused = refused_of({refusals::route_too_long, std::to_string(answer.legs_max), "/legs_max"});
    }
    if (!answer.refused && !query.path.empty()) answer.refused = refused_path(query.path, "/path");
    answer.direct.guard = WayGuard::unknown;  // Whoever reads a refused answer finds a word here and no gap.
    if (answer.refused) return answer;
    const Rates& rates = state.rates;
    const Case asked{.on = answer.on,
                     .income = query.income,
                     .participation = query.participation,
                     .conduit_tax = query.conduit_tax,
                     .legs_max = answer.legs_max,
                     .worst = query.worst,
                     .without = query.without};
    const std::vector<JurisdictionId> wanted = sorted_once(query.between);
    const std::vector<JurisdictionId> usable =
        usable_on(rates, asked.on, asked.worst, wanted.empty() ? std::span<const Income>(every_income) : std::span(&query.income, 1));
    for (const JurisdictionId& one : usable) {
        if (wanted.empty() || std::ranges::binary_search(wanted, one)) answer.between.push_back(one);
    }
    for (const auto& [id, own] : rates.domestic) {
        const bool named = wanted.empty() || std::ranges::binary_search(wanted, id);
        if (named && !std::ranges::binary_search(usable, id)) answer.left_out.push_back(id);
    }
    for (const JurisdictionId& one : wanted) {
        if (!rates.domestic.contains(one)) answer.left_out.push_back(one);
    }
    std::vector<JurisdictionId> members = answer.between;
    members.push_back(query.from);
    members.push_back(query.to);
    const Network network(rates, asked, sorted_once(std::move(members)), answer.between);
    const auto index_of = [&](const JurisdictionId& one) {
        return static_cast<std::size_t>(std::ranges::lower_bound(network.members(), one) - network.members().begin());
    };
    const std::size_t from = index_of(query.from);
    const std::size_t to = index_of(query.to);
    answer.direct = route_of(rates, asked, {query.from, query.to});
    const Way direct = network.direct(from, to);
    const Way best = network.best_way(from, to);
    if (best.kept != no_way) {
        answer.best = route_of(rates, asked, places_of(network, from, to, best));
        if (direct.kept != no_way) answer.saving = percent_of(best.kept - direct.kept, query.conduit_tax ? 30 : 18);
        answer.others = other_ways(rates, asked, network, from, to, best);
    }
    if (!query.path.empty()) answer.asked = route_of(rates, asked, query.path);
    return answer;
}

}  // namespace ponte::withholding
