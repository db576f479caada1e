// What a treaty does to the network: taken away, one at a time.

#include "desks/withholding/queries_network.h"

#include <algorithm>
#include <array>

namespace ponte::withholding {

namespace {

struct Change {
    std::size_t from;
    std::size_t to;
    Span now;
    Span then;
};

std::optional<Decimal> taxed(const Network& network, const Way& way) {
    return way.kept == no_way ? std::nullopt : std::optional(network.taxed(way));
}

Kept leg_kept(Span span) { return span.known() ? whole - span.least : no_way; }

// The pairs whose best way uses a leg, leg by leg.
using Users = std::vector<std::vector<std::uint32_t>>;
Users users_of(const Network& network, const std::vector<Way>& ways) {
    const std::size_t n = network.size();
    Users users(n * n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j || ways[i * n + j].kept == no_way) continue;
            const std::vector<std::size_t> path = network.path(i, j, ways[i * n + j]);
            for (std::size_t leg = 0; leg + 1 < path.size(); ++leg) users[path[leg] * n + path[leg + 1]].push_back(static_cast<std::uint32_t>(i * n + j));
        }
    }
    return users;
}

std::vector<std::uint32_t> users_of_any(const Users& users, const std::vector<Change>& changes, std::size_t n) {
    std::vector<std::uint32_t> pairs;
    for (const Change& change : changes) {
        const auto& of_one = users[change.from * n + change.to];
        pairs.insert(pairs.end(), of_one.begin(), of_one.end());
    }
    std::ranges::sort(pairs);
    const auto again = std::ranges::unique(pairs);
    pairs.erase(again.begin(), again.end());
    return pairs;
}

// Of a pair of the treaty's own parties: with it (`direct`, `best`) and in the network without it.
OwnWay own_way(const Network& without, const Way& direct, const Way& best, std::size_t from, std::size_t to) {
    const Way best_without = without.best_way(from, to);
    OwnWay own{.from = without.members()[from],
               .to = without.members()[to],
               .direct = taxed(without, direct),
               .direct_without = taxed(without, without.direct(from, to)),
               .best = taxed(without, best),
               .best_without = taxed(without, best_without),
               .against = Against::unknown};
    if (direct.kept != no_way && best_without.kept != no_way) {
        own.against = direct.kept > best_without.kept ? Against::lower : direct.kept == best_without.kept ? Against::equal : Against::higher;
    }
    return own;
}

void count(TreatyEffect& effect, const Way& now, const Way& then) {
    if (then.kept < now.kept) ++effect.best_raised;
    if (then.kept > now.kept) ++effect.best_lowered;
    if (then.first != now.first || then.second != now.second) ++effect.routes_changed;
}

// All pairs that can change: those whose best way uses a changed leg, or everyone where a leg gets better.
void count_pairs(TreatyEffect& effect, const Network& without, const std::vector<Way>& ways, const std::vector<std::uint32_t>& pairs, bool opens) {
    const std::size_t n = without.size();
    if (opens) {
        const std::vector<Way> then = without.best_ways();
        for (std::size_t pair = 0; pair < n * n; ++pair) count(effect, ways[pair], then[pair]);
        return;
    }
    for (const std::uint32_t pair : pairs) count(effect, ways[pair], without.best_way(pair / n, pair % n));
}

}  // namespace

std::vector<TreatyEffect> treaty_effects(const Rates& rates, const Case& asked, Network& network, const std::vector<Way>& ways) {
    std::vector<TreatyEffect> effects;
    const std::size_t n = network.size();
    const std::vector<JurisdictionId>& members = network.members();
    const Users users = users_of(network, ways);
    for (const auto& [id, terms] : rates.terms) {
        const auto a = static_cast<std::size_t>(std::ranges::lower_bound(members, terms.a) - members.begin());
        const auto b = static_cast<std::size_t>(std::ranges::lower_bound(members, terms.b) - members.begin());
        if (a == n || b == n || members[a] != terms.a || members[b] != terms.b) continue;
        if (std::ranges::find(asked.without, id) != asked.without.end()) continue;
        const std::array<std::pair<std::size_t, std::size_t>, 2> directions{std::pair{a, b}, std::pair{b, a}};
        const bool speaks = std::ranges::any_of(directions, [&](const auto& one) {
            return cap_under(rates, id, payment_in(asked, members[one.first], members[one.second])).has_value();
        });
        if (!speaks) continue;  // It says nothing of this income on this day.
        TreatyEffect effect{.instrument = id, .a = terms.a, .b = terms.b, .income = asked.income, .guards = guards_on(rates, id, asked.on)};
        Case without = asked;
        without.without.push_back(id);
        bool opens = false;
        std::vector<Change> changes;
        for (const auto& [from, to] : directions) {
            const Change change{.from = from, .to = to, .now = network.span(from, to), .then = span_of(rates, payment_in(without, members[from], members[to]))};
            if (change.then == change.now) continue;
            changes.push_back(change);
            if (leg_kept(change.then) < leg_kept(change.now)) ++effect.direct_raised;
            if (leg_kept(change.then) > leg_kept(change.now)) {
                ++effect.direct_lowered;
                opens = true;
            }
        }
        const std::array<Way, 2> direct{network.direct(a, b), network.direct(b, a)};
        for (const Change& change : changes) network.set_span(change.from, change.to, change.then);
        const std::vector<std::uint32_t> pairs = users_of_any(users, changes, n);
        effect.carried = static_cast<std::uint32_t>(pairs.size());
        effect.of_others = static_cast<std::uint32_t>(std::ranges::count_if(pairs, [&](std::uint32_t pair) { return pair != a * n + b && pair != b * n + a; }));
        count_pairs(effect, network, ways, pairs, opens);
        effect.own = {own_way(network, direct[0], ways[a * n + b], a, b), own_way(network, direct[1], ways[b * n + a], b, a)};
        for (const Change& change : changes) network.set_span(change.from, change.to, change.now);
        effect.effect = effect.best_raised > 0 ? Effect::relevant : effect.best_lowered > 0 ? Effect::harmful : Effect::neutral;
        effects.push_back(std::move(effect));
    }
    return effects;
}

}  // namespace ponte::withholding
