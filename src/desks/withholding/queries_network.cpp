#include "desks/withholding/queries_network.h"

#include "desks/withholding/refusals.h"

#include <algorithm>

namespace ponte::withholding {

namespace {

constexpr std::size_t shown_max = 2'000;

std::optional<Decimal> taxed(const Network& network, const Way& way) {
    return way.kept == no_way ? std::nullopt : std::optional(network.taxed(way));
}

std::vector<JurisdictionId> places_of(const Network& network, std::size_t from, std::size_t to, const Way& way) {
    std::vector<JurisdictionId> path;
    for (const std::size_t place : network.path(from, to, way)) path.push_back(network.members()[place]);
    return path;
}

// How one way stands against abuse, without the texts: what is counted over all pairs.
class Guarding {
public:
    Guarding(const Rates& rates, const Case& asked, const Network& network) : n_(network.size()), tests_(n_ * n_, Guard::not_applicable) {
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t j = 0; j < n_; ++j) {
                if (i == j || !rates.between.contains(pair_of(network.members()[i], network.members()[j]))) continue;
                const auto cap = cap_of(rates, payment_in(asked, network.members()[i], network.members()[j]));
                if (cap) tests_[i * n_ + j] = guards_on(rates, cap->instrument, asked.on).state.principal_purpose_test;
            }
        }
    }
    [[nodiscard]] bool any(const std::vector<std::size_t>& path, Guard wanted) const {
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            if (tests_[path[i] * n_ + path[i + 1]] == wanted) return true;
        }
        return false;
    }

private:
    std::size_t n_;
    std::vector<Guard> tests_;
};

}  // namespace

IncomeNetwork income_network(const Rates& rates, const Case& asked, const Network& network, const std::vector<Way>& ways, Pairs pairs) {
    const std::size_t n = network.size();
    IncomeNetwork shown{.income = asked.income};
    const Guarding guarding(rates, asked, network);
    Kept direct_sum = 0;
    Kept best_sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            ++shown.pairs;
            const Way direct = network.direct(i, j);
            const Way& best = ways[i * n + j];
            const bool improved = best.kept > direct.kept;
            if (direct.kept != no_way) {
                ++shown.pairs_known;
                direct_sum += network.whole_kept() - direct.kept;
                best_sum += network.whole_kept() - best.kept;
            }
            if (improved) {
                const std::vector<std::size_t> path = network.path(i, j, best);
                ++shown.pairs_improved;
                if (guarding.any(path, Guard::no)) {
                    ++shown.improved_untested;
                } else if (guarding.any(path, Guard::unknown)) {
                    ++shown.improved_unknown;
                }
            }
            const bool wanted = pairs == Pairs::all || (pairs == Pairs::improved && improved);
            if (!wanted || shown.shown.size() >= shown_max) continue;
            PairShown pair{.from = network.members()[i], .to = network.members()[j], .direct = taxed(network, direct)};
            if (best.kept != no_way) pair.best = route_of(rates, asked, places_of(network, i, j, best));
            if (best.kept != no_way && direct.kept != no_way) pair.saving = percent_of(best.kept - direct.kept, asked.conduit_tax ? 30 : 18);
            shown.shown.push_back(std::move(pair));
        }
    }
    if (shown.pairs_known > 0) {
        const int zeros = asked.conduit_tax ? 30 : 18;
        shown.average_direct = mean_percent(direct_sum, shown.pairs_known, zeros);
        shown.average_best = mean_percent(best_sum, shown.pairs_known, zeros);
    }
    return shown;
}

Field field_of(const Rates& rates, Date on, std::optional<Confidence> worst, std::vector<JurisdictionId> wanted, std::span<const Income> incomes) {
    Field field;
    const std::vector<JurisdictionId> usable = usable_on(rates, on, worst, wanted.empty() ? std::span<const Income>(every_income) : incomes);
    std::ranges::sort(wanted);
    const auto is_wanted = [&](const JurisdictionId& one) { return wanted.empty() || std::ranges::binary_search(wanted, one); };
    std::ranges::copy_if(usable, std::back_inserter(field.members), is_wanted);
    for (const auto& [id, own] : rates.domestic) {
        if (is_wanted(id) && !std::ranges::binary_search(usable, id)) field.left_out.push_back(id);
    }
    for (const JurisdictionId& one : wanted) {
        if (!rates.domestic.contains(one)) field.left_out.push_back(one);
    }
    return field;
}

std::vector<Income> incomes_of(const std::vector<Income>& wanted) {
    if (wanted.empty()) return {Income::dividends, Income::interest, Income::royalties, Income::technical_services};
    std::vector<Income> once;
    for (const Income income : wanted) {
        if (std::ranges::find(once, income) == once.end()) once.push_back(income);
    }
    return once;
}

NetworkAnswer answer(const State& state, const NetworkQuery& query, const access::Sight&, Instant now) {
    NetworkAnswer answer{.on = query.on.value_or(now.date()),
                         .participation = query.participation,
                         .conduit_tax = query.conduit_tax,
                         .legs_max = query.legs_max.value_or(3)};
    if (answer.legs_max < 1 || answer.legs_max > 3) {
        answer.refused = refused_of({refusals::route_too_long, std::to_string(answer.legs_max), "/legs_max"});
        return answer;
    }
    answer.refused = refused_places(query.jurisdictions, "/jurisdictions");
    if (!answer.refused) answer.refused = refused_day(query.on);
    if (answer.refused) return answer;
    const Field field = field_of(state.rates, answer.on, query.worst, query.jurisdictions, incomes_of(query.incomes));
    answer.jurisdictions = field.members;
    answer.left_out = field.left_out;
    for (const Income income : incomes_of(query.incomes)) {
        const Case asked{.on = answer.on,
                         .income = income,
                         .participation = query.participation,
                         .conduit_tax = query.conduit_tax,
                         .legs_max = answer.legs_max,
                         .worst = query.worst,
                         .without = query.without};
        Network network(state.rates, asked, field.members, field.members);
        const std::vector<Way> ways = network.best_ways();
        answer.incomes.push_back(income_network(state.rates, asked, network, ways, query.pairs.value_or(Pairs::improved)));
        if (!query.treaties) continue;
        for (TreatyEffect& effect : treaty_effects(state.rates, asked, network, ways)) answer.treaties.push_back(std::move(effect));
    }
    return answer;
}

}  // namespace ponte::withholding
