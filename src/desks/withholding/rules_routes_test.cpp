#include "desks/withholding/rules_routes.h"

#include "desks/withholding/desk_sample.h"

#include <algorithm>

namespace ponte::withholding {
namespace {

using namespace sample;

// Numbers that look random and are the same everywhere.
struct Dice {
    std::uint64_t seed;
    std::uint64_t next(std::uint64_t below) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        return (seed >> 33) % below;
    }
};

std::string two_letters(std::size_t i) { return {static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26)}; }

// A world of n jurisdictions: own rates and treaties of a few round percentages, so that ties are many, and
// some that nobody knows.
Rates world(Dice& dice, std::size_t n, std::size_t treaties) {
    State state;
    for (std::size_t i = 0; i < n; ++i) {
        DomesticRatesStated own_rates{.jurisdiction = place(two_letters(i))};
        for (const Income income : {Income::dividends, Income::interest, Income::royalties, Income::technical_services}) {
            own_rates.rates.push_back(own(income, std::to_string(dice.next(5) * 10)));
        }
        evolve(state, own_rates, {});
        evolve(state, CorporateRatesStated{.jurisdiction = place(two_letters(i)), .rates = {{.rate = number(std::to_string(dice.next(4) * 10)), .source = source()}}}, {});
    }
    for (std::size_t t = 0; t < treaties; ++t) {
        const std::size_t a = dice.next(n);
        const std::size_t b = dice.next(n);
        if (a == b) continue;
        const std::string rate = dice.next(6) == 0 ? "" : std::to_string(dice.next(4) * 5);
        Provision row = cap(Income::interest, rate);
        if (dice.next(4) == 0) row.payer = place(two_letters(a));
        evolve(state, TermsStated{.instrument = treaty("T" + std::to_string(t)), .a = place(two_letters(a)), .b = place(two_letters(b)),
                                  .standing = Standing::in_effect, .provisions = {row}}, {});
    }
    return state.rates;
}

std::vector<JurisdictionId> everyone(const Rates& rates) {
    std::vector<JurisdictionId> ids;
    for (const auto& [id, own_rates] : rates.domestic) ids.push_back(id);
    return ids;
}

const Case interest{.on = day("2026-06-01"), .income = Income::interest};

// Every way without a repeated place, one by one, with the rule of ties spelt out.
Way naive(const Network& network, const Rates& rates, const Case& asked, std::size_t from, std::size_t to) {
    struct Seen {
        Kept kept;
        std::vector<std::size_t> path;
    };
    std::vector<Seen> all;
    const std::size_t n = network.size();
    const auto price = [&](const std::vector<std::size_t>& path) {
        Kept kept = network.whole_kept();
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            const Span span = network.span(path[i], path[i + 1]);
            if (!span.known()) return;
            kept = kept / whole * (whole - span.least);
            if (asked.conduit_tax && i + 2 < path.size()) {
                const Span company = corporate_span(rates, network.members()[path[i + 1]], asked.on, {});
                if (!company.known()) return;
                kept = kept / whole * (whole - company.least);
            }
        }
        all.push_back({.kept = kept, .path = path});
    };
    price({from, to});
    for (std::size_t k = 0; k < n; ++k) {
        if (k == from || k == to) continue;
        if (asked.legs_max >= 2) price({from, k, to});
        for (std::size_t m = 0; m < n && asked.legs_max >= 3; ++m) {
            if (m != from && m != to && m != k) price({from, k, m, to});
        }
    }
    if (all.empty()) return {};
    const auto best = std::ranges::min_element(all, [](const Seen& one, const Seen& other) {
        if (one.kept != other.kept) return one.kept > other.kept;
        if (one.path.size() != other.path.size()) return one.path.size() < other.path.size();
        return one.path < other.path;
    });
    Way way{.kept = best->kept};
    if (best->path.size() > 2) way.first = static_cast<std::int16_t>(best->path[1]);
    if (best->path.size() > 3) way.second = static_cast<std::int16_t>(best->path[2]);
    return way;
}

TEST(Routes, AreTheBestOfAllWaysWithTiesByLegsAndCode) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Dice dice{seed};
        const Rates rates = world(dice, 4 + dice.next(6), 4 + dice.next(14));
        Case asked = interest;
        asked.conduit_tax = seed % 2 == 0;
        asked.legs_max = static_cast<std::uint8_t>(1 + seed % 3);
        const Network network(rates, asked, everyone(rates), everyone(rates));
        const std::vector<Way> ways = network.best_ways();
        for (std::size_t i = 0; i < network.size(); ++i) {
            for (std::size_t j = 0; j < network.size(); ++j) {
                if (i == j) continue;
                const Way wanted = naive(network, rates, asked, i, j);
                EXPECT_TRUE(ways[i * network.size() + j] == wanted) << "seed " << seed << " " << i << ">" << j;
                EXPECT_TRUE(network.best_way(i, j) == wanted) << "seed " << seed << " " << i << ">" << j;
            }
        }
    }
}

TEST(Routes, ArePricedAsTheirLegsAre) {
    for (std::uint64_t seed = 100; seed < 120; ++seed) {
        Dice dice{seed};
        const Rates rates = world(dice, 7, 12);
        Case asked = interest;
        asked.conduit_tax = seed % 2 == 0;
        const Network network(rates, asked, everyone(rates), everyone(rates));
        const std::vector<Way> ways = network.best_ways();
        for (std::size_t i = 0; i < 7; ++i) {
            for (std::size_t j = 0; j < 7; ++j) {
                const Way& way = ways[i * 7 + j];
                if (i == j || way.kept == no_way) continue;
                std::vector<JurisdictionId> path;
                for (const std::size_t at : network.path(i, j, way)) path.push_back(network.members()[at]);
                EXPECT_EQ(route_of(rates, asked, path).tax, network.taxed(way));
            }
        }
    }
}

TEST(Routes, NeverGetDearerByAnotherTreatyOrAnotherLeg) {
    for (std::uint64_t seed = 200; seed < 260; ++seed) {
        Dice dice{seed};
        State state{.rates = world(dice, 8, 12)};
        const std::vector<JurisdictionId> members = everyone(state.rates);
        const std::vector<Way> before = Network(state.rates, interest, members, members).best_ways();
        const std::size_t a = dice.next(8);
        const std::size_t b = (a + 1 + dice.next(7)) % 8;
        evolve(state, TermsStated{.instrument = treaty("NEW"), .a = members[a], .b = members[b], .standing = Standing::in_effect,
                                  .provisions = {cap(Income::interest, std::to_string(dice.next(30)))}}, {});
        const std::vector<Way> after = Network(state.rates, interest, members, members).best_ways();
        std::vector<Way> fewer(after.size());
        for (std::uint8_t legs = 1; legs <= 3; ++legs) {
            Case asked = interest;
            asked.legs_max = legs;
            const std::vector<Way> ways = Network(state.rates, asked, members, members).best_ways();
            for (std::size_t pair = 0; pair < ways.size(); ++pair) EXPECT_GE(ways[pair].kept, fewer[pair].kept);
            fewer = ways;
        }
        for (std::size_t pair = 0; pair < after.size(); ++pair) EXPECT_GE(after[pair].kept, before[pair].kept) << "seed " << seed;
    }
}

// An unknown leg carries nothing: taking its rate away from the record never makes a way cheaper.
TEST(Routes, NeverUseAnUnknownLeg) {
    for (std::uint64_t seed = 300; seed < 340; ++seed) {
        Dice dice{seed};
        const Rates rates = world(dice, 8, 14);
        Network network(rates, interest, everyone(rates), everyone(rates));
        const std::vector<Way> before = network.best_ways();
        const std::size_t from = dice.next(8);
        const std::size_t to = (from + 1 + dice.next(7)) % 8;
        network.set_span(from, to, {});
        const std::vector<Way> after = network.best_ways();
        for (std::size_t i = 0; i < 8; ++i) {
            for (std::size_t j = 0; j < 8; ++j) {
                const Way& way = after[i * 8 + j];
                if (i == j) continue;
                EXPECT_LE(way.kept, before[i * 8 + j].kept);
                if (way.kept == no_way) continue;
                const std::vector<std::size_t> path = network.path(i, j, way);
                for (std::size_t leg = 0; leg + 1 < path.size(); ++leg) EXPECT_TRUE(network.span(path[leg], path[leg + 1]).known());
            }
        }
    }
}

TEST(RouteQuery, RefusesCyclesAndNamesThePlace) {
    Desk desk;
    const auto refused = [&](const RouteQuery& query) {
        const RouteAnswer answer = desk.asked(query);
        return answer.refused ? answer.refused->code + " " + answer.refused->subject + " " + answer.refused->place : "";
    };
    const RouteQuery good{.from = place("AA"), .to = place("BB"), .income = Income::interest};
    EXPECT_EQ(refused(good), "");
    RouteQuery query = good;
    query.to = place("AA");
    EXPECT_EQ(desk.asked(query).direct.guard, WayGuard::unknown) << "a refused answer is one that can be read";
    EXPECT_EQ(refused(query), "withholding.route_cyclic AA /to");
    query = good;
    query.path = {place("AA"), place("CC"), place("AA"), place("BB")};
    EXPECT_EQ(refused(query), "withholding.route_cyclic AA /path/2");
    query.path = {place("AA"), place("CC"), place("DD"), place("MO"), place("BB")};
    EXPECT_EQ(refused(query), "withholding.route_too_long 5 /path");
    query = good;
    query.legs_max = 4;
    EXPECT_EQ(refused(query), "withholding.route_too_long 4 /legs_max");
    EXPECT_EQ(desk.asked(NetworkQuery{.legs_max = 0}).refused->place, "/legs_max");
}

TEST(RouteQuery, PricesTheWayThatItNamesAndTheOthersThatBeatTheDirectOne) {
    Desk desk;
    ASSERT_EQ(desk.own_rate("AA", "30"), "");
    for (const char* id : {"BB", "CC", "DD"}) ASSERT_EQ(desk.own_rate(id, "5"), "");
    ASSERT_EQ(desk.agree("T1", "AA", "CC", {cap(Income::interest, "10")}), "");
    ASSERT_EQ(desk.agree("T2", "AA", "DD", {cap(Income::interest, "20")}), "");
    RouteQuery query{.from = place("AA"), .to = place("BB"), .income = Income::interest};
    query.path = {place("AA"), place("DD"), place("CC"), place("BB")};
    const RouteAnswer answer = desk.asked(query);
    ASSERT_TRUE(answer.best && answer.asked);
    EXPECT_EQ(answer.direct.tax, number("30"));
    EXPECT_EQ(answer.best->tax, number("14.5"));
    EXPECT_EQ(answer.saving, number("15.5"));
    EXPECT_EQ(answer.asked->tax, number("27.8"));
    ASSERT_EQ(answer.others.size(), 1U);
    EXPECT_EQ(answer.others[0].tax, number("24"));
    EXPECT_EQ(answer.others[0].path, (std::vector{place("AA"), place("DD"), place("BB")}));
    // With the company in between taxed, and nobody knowing what it pays, there is no such way.
    query.conduit_tax = true;
    EXPECT_EQ(desk.asked(query).best->path.size(), 2U);
    ASSERT_EQ(desk.ask(StateCorporateRates{.jurisdiction = place("CC"), .rates = {{.rate = number("10"), .source = source()}}}), "");
    EXPECT_EQ(desk.asked(query).best->tax, number("23.05"));
    EXPECT_EQ(desk.asked(query).best->legs[0].company_tax, number("10"));
}

}  // namespace
}  // namespace ponte::withholding
