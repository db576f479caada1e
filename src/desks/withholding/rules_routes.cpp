#include "desks/withholding/rules_routes.h"

#include "base/check.h"

#include <algorithm>
#include <limits>

namespace ponte::withholding {

namespace {

constexpr std::int32_t not_known = -1;
constexpr std::uint32_t days_of_a_participation = 3'653;

std::int32_t kept_of(Span span) { return span.known() ? whole - span.least : not_known; }

}  // namespace

Payment payment_in(const Case& asked, const JurisdictionId& from, const JurisdictionId& to) {
    Payment payment{.from = from, .to = to, .income = asked.income, .on = asked.on, .worst = asked.worst, .without = asked.without};
    if (asked.participation && asked.income == Income::dividends) {
        payment.holding = Decimal{100, 0};
        payment.days_held = days_of_a_participation;
        payment.owner = OwnerClass::company;
        payment.beneficial_owner = true;
    }
    return payment;
}

Kept Network::ten_to_30() { return Kept{1'000'000'000'000'000'000} * 1'000'000'000'000; }

Network::Network(const Rates& rates, const Case& asked, std::vector<JurisdictionId> members, const std::vector<JurisdictionId>& between)
    : members_(std::move(members)), conduit_(asked.conduit_tax), legs_max_(asked.legs_max) {
    CHECK(members_.size() < std::size_t{std::numeric_limits<std::int16_t>::max()});
    const std::size_t n = members_.size();
    spans_.resize(n * n);
    kept_.assign(n * n, not_known);
    through_.assign(n, not_known);
    for (std::size_t i = 0; i < n; ++i) {
        const bool passable = std::ranges::binary_search(between, members_[i]);
        if (passable) through_[i] = conduit_ ? kept_of(corporate_span(rates, members_[i], asked.on, asked.worst)) : whole;
        // The payer's own law is the same whoever is paid; only an instrument tells payees apart.
        const Span domestic = domestic_span(rates, payment_in(asked, members_[i], members_[i]));
        for (std::size_t j = 0; j < n; ++j) {
            if (i != j) set_span(i, j, domestic);
        }
    }
    const auto index_of = [&](const JurisdictionId& one) {
        const auto found = std::ranges::lower_bound(members_, one);
        return found != members_.end() && *found == one ? static_cast<std::size_t>(found - members_.begin()) : n;
    };
    for (const auto& [pair, instruments] : rates.between) {
        const std::size_t a = index_of(pair.first);
        const std::size_t b = index_of(pair.second);
        if (a == n || b == n) continue;
        for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
            const auto cap = cap_of(rates, payment_in(asked, members_[from], members_[to]));
            if (cap) set_span(from, to, lower(span(from, to), cap->span));
        }
    }
}

void Network::set_span(std::size_t from, std::size_t to, Span span) {
    spans_[from * size() + to] = span;
    kept_[from * size() + to] = kept_of(span);
}

Way Network::direct(std::size_t from, std::size_t to) const {
    const std::int32_t kept = from == to ? not_known : kept_[from * size() + to];
    if (kept == not_known) return {};
    return {.kept = kept * (whole_kept() / whole)};
}

// One pass for two legs, one for three: three legs are one leg and the best two after it. A way that comes back
// to its beginning keeps no more than the direct one, so it is never chosen; the first jurisdiction found among
// equals is the earlier one.
template <class Number>
std::vector<Way> Network::searched() const {
    const std::size_t n = size();
    const bool taxed_between = conduit_;
    std::vector<Number> two(n * n, -1);
    std::vector<std::int16_t> two_by(n * n, -1);
    std::vector<Way> ways(n * n);
    std::vector<Number> row(n);
    std::vector<std::int16_t> by(n);
    const auto leg_through = [&](std::size_t i, std::size_t k) -> Number {
        const std::int32_t leg = kept_[i * n + k];
        if (leg == not_known || through_[k] == not_known || i == k) return -1;
        return taxed_between ? Number{leg} * through_[k] : Number{leg};
    };
    for (std::size_t i = 0; i < n && legs_max_ >= 2; ++i) {
        Number* const best = &two[i * n];
        std::int16_t* const best_by = &two_by[i * n];
        for (std::size_t k = 0; k < n; ++k) {
            const Number first = leg_through(i, k);
            if (first <= 0) continue;  // Also where everything is taken: nothing is left to pass on.
            const std::int32_t* const second = &kept_[k * n];
            for (std::size_t j = 0; j < n; ++j) {
                const Number kept = first * second[j];
                const bool better = kept > best[j];
                best[j] = better ? kept : best[j];
                best_by[j] = better ? static_cast<std::int16_t>(k) : best_by[j];
            }
        }
        best[i] = -1;  // There and back is no way to anywhere.
    }
    const Number unit = taxed_between ? Number{whole} * whole : Number{whole};  // of one more leg
    for (std::size_t i = 0; i < n; ++i) {
        std::ranges::fill(row, Number{-1});
        std::ranges::fill(by, std::int16_t{-1});
        for (std::size_t k = 0; k < n && legs_max_ >= 3; ++k) {
            const Number first = leg_through(i, k);
            if (first <= 0) continue;  // Also where everything is taken: nothing is left to pass on.
            const Number* const rest = &two[k * n];
            for (std::size_t j = 0; j < n; ++j) {
                const Number kept = first * rest[j];
                const bool better = kept > row[j];
                row[j] = better ? kept : row[j];
                by[j] = better ? static_cast<std::int16_t>(k) : by[j];
            }
        }
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            Way& way = ways[i * n + j];
            if (kept_[i * n + j] != not_known) way = {.kept = Kept{Number{kept_[i * n + j]} * unit * unit}};
            if (const Kept kept = two[i * n + j] < 0 ? no_way : Kept{two[i * n + j] * unit}; kept > way.kept) {
                way = {.kept = kept, .first = two_by[i * n + j]};
            }
            if (row[j] >= 0 && Kept{row[j]} > way.kept) {
                const auto k = static_cast<std::size_t>(by[j]);
                way = {.kept = row[j], .first = by[j], .second = two_by[k * n + j]};
            }
        }
    }
    return ways;
}

std::vector<Way> Network::best_ways() const { return conduit_ ? searched<Kept>() : searched<std::int64_t>(); }

// What is kept falls with each leg, so a beginning that keeps no more than the best so far is not followed.
Way Network::best_way(std::size_t from, std::size_t to) const {
    const std::size_t n = size();
    Way best = direct(from, to);
    const Kept unit = conduit_ ? Kept{whole} * whole : Kept{whole};
    const auto leg_through = [&](std::size_t i, std::size_t k) -> Kept {
        const std::int32_t leg = i == k ? not_known : kept_[i * n + k];
        if (leg == not_known || through_[k] == not_known) return no_way;
        return conduit_ ? Kept{leg} * through_[k] : Kept{leg};
    };
    for (std::size_t k = 0; k < n && legs_max_ >= 2; ++k) {
        const Kept first = k == to ? no_way : leg_through(from, k);
        if (first < 0 || kept_[k * n + to] == not_known) continue;
        const Kept kept = first * kept_[k * n + to] * unit;
        if (kept > best.kept) best = {.kept = kept, .first = static_cast<std::int16_t>(k)};
    }
    for (std::size_t k = 0; k < n && legs_max_ >= 3; ++k) {
        const Kept first = k == to ? no_way : leg_through(from, k);
        if (first < 0 || first * unit * whole <= best.kept) continue;
        for (std::size_t m = 0; m < n; ++m) {
            const Kept second = m == to || m == from ? no_way : leg_through(k, m);
            if (second < 0 || kept_[m * n + to] == not_known) continue;
            const Kept kept = first * second * kept_[m * n + to];
            if (kept > best.kept) best = {.kept = kept, .first = static_cast<std::int16_t>(k), .second = static_cast<std::int16_t>(m)};
        }
    }
    return best;
}

std::vector<std::size_t> Network::path(std::size_t from, std::size_t to, const Way& way) const {
    std::vector<std::size_t> path{from};
    if (way.first >= 0) path.push_back(static_cast<std::size_t>(way.first));
    if (way.second >= 0) path.push_back(static_cast<std::size_t>(way.second));
    path.push_back(to);
    return path;
}

Decimal Network::taxed(const Way& way) const { return percent_of(whole_kept() - way.kept, conduit_ ? 30 : 18); }

Decimal percent_of(Kept share, int zeros) {
    int scale = zeros - 2;
    while (scale > 0 && share % 10 == 0) {
        share /= 10;
        --scale;
    }
    constexpr int scale_rounded = 12;
    if (scale > 18 || share > std::numeric_limits<std::int64_t>::max()) {
        Kept divisor = 1;
        for (; scale > scale_rounded; --scale) divisor *= 10;
        share = (share + divisor / 2) / divisor;
    }
    return Decimal{static_cast<std::int64_t>(share), static_cast<std::uint8_t>(scale)}.shortest();
}

Decimal mean_percent(Kept sum, std::uint64_t count, int zeros) {
    Kept divisor = static_cast<Kept>(count);
    for (int scale = zeros - 2; scale > 4; --scale) divisor *= 10;
    return Decimal{static_cast<std::int64_t>((sum + divisor / 2) / divisor), 4};
}

std::vector<JurisdictionId> usable_on(const Rates& rates, Date on, std::optional<Confidence> worst, std::span<const Income> incomes) {
    std::vector<JurisdictionId> usable;
    for (const auto& [id, own] : rates.domestic) {
        const bool all = std::ranges::all_of(incomes, [&](Income income) {
            const Payment payment{.from = id, .to = id, .income = income, .on = on, .worst = worst};
            return domestic_span(rates, payment).known();
        });
        if (all) usable.push_back(id);
    }
    return usable;
}

}  // namespace ponte::withholding
