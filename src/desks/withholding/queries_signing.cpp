// A treaty that is not there, mirrored for the authority before it signs.

#include "desks/withholding/decide.h"
#include "desks/withholding/queries_network.h"
#include "desks/withholding/refusals.h"

#include <algorithm>
#include <map>

namespace ponte::withholding {

namespace {

constexpr std::size_t opened_max = 500;
const InstrumentId proposed("proposed");

StateTerms terms_of(const SigningQuery& query) {
    StateTerms terms{.instrument = proposed, .a = query.a, .b = query.b, .standing = Standing::in_effect};
    for (const ProposedRate& rate : query.rates) {
        terms.provisions.push_back({.income = rate.income,
                                    .payer = rate.payer,
                                    .rate = rate.rate,
                                    .conditions = {.holding_min = rate.holding_min, .days_min = rate.days_min, .owners = rate.owners, .kinds = rate.kinds},
                                    .source = {.reference = proposed.value, .confidence = Confidence::high}});
    }
    return terms;
}

std::optional<Decimal> taxed(const Network& network, const Way& way) {
    return way.kept == no_way ? std::nullopt : std::optional(network.taxed(way));
}

std::vector<JurisdictionId> places_of(const Network& network, std::size_t from, std::size_t to, const Way& way) {
    std::vector<JurisdictionId> path;
    for (const std::size_t place : network.path(from, to, way)) path.push_back(network.members()[place]);
    return path;
}

using Collected = std::map<JurisdictionId, Decimal>;

Decimal sum(Decimal one, Decimal other) {
    const auto both_together = one.plus(other);
    return both_together ? *both_together : one;
}

// What one side takes of what has come so far, to two decimals. Nothing: a number beyond what is kept exactly,
// which no amount of money is.
std::optional<Decimal> taken(Collected& collected, const JurisdictionId& by, Decimal amount, Decimal rate) {
    const auto part = amount.times(rate);
    const auto hundredth = part ? part->times(Decimal{1, 2}) : part;
    const auto tax = hundredth ? hundredth->rounded(2) : hundredth;
    if (!tax) return std::nullopt;
    Decimal& all = collected[by];
    all = sum(all, *tax);
    const auto rest = amount.minus(*tax);
    return rest ? std::optional(*rest) : std::nullopt;
}

// Each payer's side takes its tax leg by leg, and the side of a company in between its own.
void collect(Collected& collected, const Route& route, Decimal amount) {
    for (const Leg& leg : route.legs) {
        auto rest = taken(collected, leg.from, amount, *leg.rate);
        if (rest && leg.company_tax) rest = taken(collected, leg.to, *rest, *leg.company_tax);
        if (!rest) return;
        amount = *rest;
    }
}

std::vector<Cost> costs(const Collected& before, const Collected& after) {
    std::vector<Cost> all;
    Collected everyone = before;
    everyone.insert(after.begin(), after.end());
    for (const auto& [id, unused] : everyone) {
        const auto of = [&](const Collected& collected) {
            const auto found = collected.find(id);
            return found == collected.end() ? Decimal{0, 2} : found->second;
        };
        const auto loss = of(before).minus(of(after));
        all.push_back({.jurisdiction = id, .before = of(before), .after = of(after), .loss = loss ? *loss : Decimal{}});
    }
    return all;
}

// One income in the two networks, now and after.
struct Compared {
    Case now;
    Case then;
    Network network_now;
    Network network_then;
    std::vector<Way> ways_now;
    std::vector<Way> ways_then;
};

Compared compared(const Rates& rates, const Rates& rates_then, const SigningQuery& query, Date on, Income income, const std::vector<JurisdictionId>& members) {
    const Case now{.on = on,
                   .income = income,
                   .participation = query.participation,
                   .conduit_tax = query.conduit_tax,
                   .legs_max = query.legs_max.value_or(3),
                   .worst = query.worst};
    Case then = now;
    then.without = query.replaces;
    Network network_now(rates, now, members, members);
    Network network_then(rates_then, then, members, members);
    std::vector<Way> ways_now = network_now.best_ways();
    std::vector<Way> ways_then = network_then.best_ways();
    return {now, then, std::move(network_now), std::move(network_then), std::move(ways_now), std::move(ways_then)};
}

OwnWay own_way(const Compared& two, std::size_t from, std::size_t to) {
    const std::size_t n = two.network_now.size();
    const Way direct = two.network_then.direct(from, to);
    const Way& best_now = two.ways_now[from * n + to];
    OwnWay own{.from = two.network_now.members()[from],
               .to = two.network_now.members()[to],
               .direct = taxed(two.network_then, direct),
               .direct_without = taxed(two.network_now, two.network_now.direct(from, to)),
               .best = taxed(two.network_then, two.ways_then[from * n + to]),
               .best_without = taxed(two.network_now, best_now),
               .against = Against::unknown};
    if (direct.kept != no_way && best_now.kept != no_way) {
        own.against = direct.kept > best_now.kept ? Against::lower : direct.kept == best_now.kept ? Against::equal : Against::higher;
    }
    return own;
}

void add_opened(SigningAnswer& answer, IncomeOpened& income, const Rates& rates_then, const Compared& two) {
    const std::size_t n = two.network_now.size();
    const std::vector<JurisdictionId>& members = two.network_now.members();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const Way& now = two.ways_now[i * n + j];
            const Way& then = two.ways_then[i * n + j];
            if (i == j || then.kept <= now.kept) continue;
            const bool of_the_parties = pair_of(members[i], members[j]) == pair_of(answer.a, answer.b);
            ++income.pairs_improved;
            if (!of_the_parties) ++income.of_others;
            PairOpened pair{.from = members[i],
                            .to = members[j],
                            .income = income.income,
                            .of_the_parties = of_the_parties,
                            .before = taxed(two.network_now, now),
                            .after = taxed(two.network_then, then),
                            .way = route_of(rates_then, two.then, places_of(two.network_then, i, j, then))};
            if (now.kept != no_way) pair.saving = percent_of(then.kept - now.kept, two.now.conduit_tax ? 30 : 18);
            answer.opened.push_back(std::move(pair));
        }
    }
}

struct Costing {
    Collected direct_before;
    Collected direct_after;
    Collected best_before;
    Collected best_after;
};

bool add_flow(Costing& costing, const Rates& rates, const Rates& rates_then, const Compared& two, const Flow& flow) {
    const std::vector<JurisdictionId>& members = two.network_now.members();
    const auto from = static_cast<std::size_t>(std::ranges::lower_bound(members, flow.from) - members.begin());
    const auto to = static_cast<std::size_t>(std::ranges::lower_bound(members, flow.to) - members.begin());
    const bool here = from < members.size() && to < members.size() && members[from] == flow.from && members[to] == flow.to && from != to;
    if (!here || two.network_now.direct(from, to).kept == no_way || two.network_then.direct(from, to).kept == no_way) return false;
    const std::size_t pair = from * members.size() + to;
    collect(costing.direct_before, route_of(rates, two.now, {flow.from, flow.to}), flow.amount);
    collect(costing.direct_after, route_of(rates_then, two.then, {flow.from, flow.to}), flow.amount);
    collect(costing.best_before, route_of(rates, two.now, places_of(two.network_now, from, to, two.ways_now[pair])), flow.amount);
    collect(costing.best_after, route_of(rates_then, two.then, places_of(two.network_then, from, to, two.ways_then[pair])), flow.amount);
    return true;
}

std::optional<Refused> refused(const SigningQuery& query, const StateTerms& terms) {
    if (const std::uint8_t legs = query.legs_max.value_or(3); legs < 1 || legs > 3) {
        return refused_of({refusals::route_too_long, std::to_string(legs), "/legs_max"});
    }
    if (auto no = refused_place(query.a, "/a")) return no;
    if (auto no = refused_place(query.b, "/b")) return no;
    if (auto no = refused_places(query.jurisdictions, "/jurisdictions")) return no;
    if (auto no = refused_day(query.on)) return no;
    for (std::size_t i = 0; i < query.flows.size(); ++i) {
        const std::string place = "/flows/" + std::to_string(i);
        if (auto no = refused_place(query.flows[i].from, place + "/from")) return no;
        if (auto no = refused_place(query.flows[i].to, place + "/to")) return no;
        if (query.flows[i].from == query.flows[i].to) return refused_of({refusals::route_cyclic, query.flows[i].to.value, place + "/to"});
        if (auto no = refused_amount(query.flows[i].amount, place + "/amount")) return no;
    }
    auto no = refusal_of_terms(terms);
    if (!no) return std::nullopt;
    if (no->place.starts_with("/provisions")) no->place = "/rates" + no->place.substr(std::string_view("/provisions").size());
    return refused_of(*no);
}

}  // namespace

SigningAnswer answer(const State& state, const SigningQuery& query, const access::Sight&, Instant now) {
    SigningAnswer answer{.instrument = proposed, .a = query.a, .b = query.b, .on = query.on.value_or(now.date())};
    const StateTerms terms = terms_of(query);
    answer.refused = refused(query, terms);
    if (answer.refused) return answer;
    State then = state;
    evolve(then, TermsStated{.instrument = terms.instrument, .a = terms.a, .b = terms.b, .standing = terms.standing, .provisions = terms.provisions}, {});
    if (query.guards) {
        evolve(then, AntiAbuseStated{.instrument = proposed, .states = {{.state = *query.guards, .source = {.reference = proposed.value, .confidence = Confidence::high}}}}, {});
    }
    Field field = field_of(state.rates, answer.on, query.worst, query.jurisdictions, incomes_of(query.incomes));
    answer.jurisdictions = field.members;
    answer.left_out = field.left_out;
    Costing costing;
    for (const Income income : incomes_of(query.incomes)) {
        const Compared two = compared(state.rates, then.rates, query, answer.on, income, field.members);
        IncomeOpened opened{.income = income};
        opened.average_before = income_network(state.rates, two.now, two.network_now, two.ways_now, Pairs::none).average_best;
        opened.average_after = income_network(then.rates, two.then, two.network_then, two.ways_then, Pairs::none).average_best;
        add_opened(answer, opened, then.rates, two);
        for (const auto& [from, to] : {std::pair{query.a, query.b}, std::pair{query.b, query.a}}) {
            const auto i = static_cast<std::size_t>(std::ranges::lower_bound(field.members, from) - field.members.begin());
            const auto j = static_cast<std::size_t>(std::ranges::lower_bound(field.members, to) - field.members.begin());
            if (i < field.members.size() && j < field.members.size() && field.members[i] == from && field.members[j] == to) opened.own.push_back(own_way(two, i, j));
        }
        for (const Flow& flow : query.flows) {
            if (flow.income == income && !add_flow(costing, state.rates, then.rates, two, flow)) answer.flows_unknown.push_back(flow);
        }
        answer.incomes.push_back(std::move(opened));
    }
    std::ranges::stable_sort(answer.opened, [](const PairOpened& one, const PairOpened& other) {
        if (!one.saving || !other.saving) return one.saving.has_value() < other.saving.has_value();
        return compare(*one.saving, *other.saving) > 0;
    });
    answer.opened_in_all = static_cast<std::uint32_t>(answer.opened.size());
    if (answer.opened.size() > opened_max) answer.opened.resize(opened_max);
    answer.cost_direct = costs(costing.direct_before, costing.direct_after);
    answer.cost_best = costs(costing.best_before, costing.best_after);
    answer.guards = guards_on(then.rates, proposed, answer.on);
    return answer;
}

}  // namespace ponte::withholding
