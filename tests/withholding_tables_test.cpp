#include "adapters/withholding_tables/withholding_tables.h"

#include "desks/withholding/decide.h"
#include "desks/withholding/invariants.h"
#include "desks/withholding/rules_routes.h"

#include <array>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>

namespace ponte::withholding_tables {
namespace {

using namespace ponte::withholding;

Date day(std::string_view text) { return *Date::from_text(text); }
Decimal number(std::string_view text) { return *Decimal::from_text(text); }

csv::Table table_in(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto table = csv::read(ByteView(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
    EXPECT_TRUE(table) << path << (table ? "" : table.error().place);
    return table ? *table : csv::Table{};
}

constexpr std::array files{"provisions.csv", "domestic_rates.csv", "corporate_rates.csv", "anti_abuse.csv"};

// The desk with the facts that come with ponte, asked by nobody in particular.
struct Desk {
    State state;
    directory::Jurisdictions jurisdictions;
    Instant now = *Instant::from_text("2026-06-01T02:00:00Z");

    Desk() {
        for (const csv::Row& row : table_in("data/directory/jurisdictions.csv").rows) jurisdictions.by_id[JurisdictionId(row.cells[0])] = {};
        for (const std::string file : files) load(table_in("data/withholding/" + file), file);
    }
    template <class Command>
    void ask(const Read<Command>& order, const std::string& file) {
        const access::Grant by{.person = PersonId("ana"), .body = BodyId("dsf"), .side = directory::Side::macao, .roles = {{.desk = "withholding", .role = access::Role::officer}}};
        const Decision decision = decide({.withholding = state, .jurisdictions = jurisdictions, .asker = by, .now = now}, order.command);
        if (!decision) {
            ADD_FAILURE() << file << " " << decision.error().kind.code << " " << decision.error().subject << " " << place_in_table(decision.error().place, order.lines);
            return;
        }
        for (const Event& event : *decision) {
            std::visit([&](const auto& one) { evolve(state, one, {}); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
    }
    void load(const csv::Table& table, const std::string& file) {
        const auto tables = read(table);
        ASSERT_TRUE(tables) << file << " " << tables.error().kind.code << " " << tables.error().place;
        for (const auto& order : tables->terms) ask(order, file);
        for (const auto& order : tables->domestic) ask(order, file);
        for (const auto& order : tables->corporate) ask(order, file);
        for (const auto& order : tables->guards) ask(order, file);
    }
    template <class Query>
    typename Query::Answer asked(const Query& query) const {
        return withholding::answer(state, query, {}, now);
    }
};

const Desk& desk() {
    static const Desk one;
    return one;
}

std::string iso2(const std::string& iso3) {
    static const std::map<std::string, std::string> codes = [] {
        std::map<std::string, std::string> all;
        for (const csv::Row& row : table_in("data/directory/iso3.csv").rows) all[row.cells[0]] = row.cells[1];
        return all;
    }();
    return codes.at(iso3);
}

// "CHN>MAC" -> "CN>MO"
std::string path_in_iso2(const std::string& path) {
    std::string text;
    for (std::size_t i = 0; i < path.size(); i += 4) text += (text.empty() ? "" : ">") + iso2(path.substr(i, 3));
    return text;
}

std::string path_of(const Route& route) {
    std::string text;
    for (const JurisdictionId& place : route.path) text += (text.empty() ? "" : ">") + place.value;
    return text;
}

// As the expected file words a leg: "7% treaty MO-CN-2003", "10% domestic", "10% domestic (<= treaty cap)".
std::string detail_of(const Leg& leg) {
    const std::string rate = leg.rate ? leg.rate->to_text() + "%" : "?";
    if (leg.basis == Basis::treaty) return rate + " treaty " + leg.instrument->value;
    return rate + " domestic" + (leg.instrument ? " (<= treaty cap)" : "");
}

std::string details_of(const Route& route) {
    std::string text;
    for (const Leg& leg : route.legs) text += (text.empty() ? "" : " ; ") + detail_of(leg);
    return text;
}

// "AGO>CHN 8% treaty CN-AO-2018 ; CHN>MAC ..." without the places, which the path has told.
std::string without_places(const std::string& detail) {
    std::string text;
    for (std::size_t at = 0; at < detail.size();) {
        const std::size_t end = std::min(detail.find(" ; ", at), detail.size());
        text += (text.empty() ? "" : " ; ") + detail.substr(at + 8, end - at - 8);
        at = end + 3;
    }
    return text;
}

TEST(WithholdingFacts, GiveEveryExpectedRoute) {
    std::size_t rows = 0;
    for (const bool participation : {false, true}) {
        const NetworkAnswer answer = desk().asked(NetworkQuery{.on = day("2026-06-01"), .participation = participation, .pairs = Pairs::all});
        ASSERT_EQ(answer.jurisdictions.size(), 10U);
        std::map<std::string, const PairShown*> found;
        for (const IncomeNetwork& income : answer.incomes) {
            for (const PairShown& pair : income.shown) found[std::string(name_of(income.income)) + " " + pair.from.value + ">" + pair.to.value] = &pair;
        }
        for (const csv::Row& row : table_in("tests/expected/wht_routes_expected.csv").rows) {
            const auto& cells = row.cells;  // date,income,participation,source,dest,direct_pct,direct_detail,best_pct,best_path,best_detail,saving_pp
            if ((cells[2] == "1") != participation) continue;
            ++rows;
            const auto pair = found.find(cells[1] + " " + iso2(cells[3]) + ">" + iso2(cells[4]));
            ASSERT_NE(pair, found.end()) << "line " << row.line;
            const PairShown& shown = *pair->second;
            ASSERT_TRUE(shown.direct && shown.best && shown.best->tax && shown.saving) << "line " << row.line;
            EXPECT_TRUE(compare(*shown.direct, number(cells[5])) == 0) << "line " << row.line;
            EXPECT_TRUE(compare(*shown.best->tax, number(cells[7])) == 0) << "line " << row.line;
            EXPECT_TRUE(compare(*shown.saving, number(cells[10])) == 0) << "line " << row.line;
            EXPECT_EQ(path_of(*shown.best), path_in_iso2(cells[8])) << "line " << row.line;
            EXPECT_EQ(details_of(*shown.best), without_places(cells[9])) << "line " << row.line;
            const RateAnswer direct = rate_of(desk().state.rates, payment_in({.on = answer.on, .income = *enum_named<Income>(cells[1]), .participation = participation}, shown.from, shown.to));
            EXPECT_EQ(direct.rate, shown.direct);
        }
    }
    EXPECT_EQ(rows, 360U);
}

TEST(WithholdingFacts, GiveThePublishedAverages) {
    const auto network = [](Income income, bool participation) {
        return desk().asked(NetworkQuery{.on = day("2026-06-01"), .incomes = {income}, .participation = participation, .pairs = Pairs::none}).incomes.at(0);
    };
    const auto expect = [&](Income income, bool participation, std::string_view direct, std::string_view best, std::uint32_t improved) {
        const IncomeNetwork found = network(income, participation);
        EXPECT_EQ(found.pairs_known, 90U);
        EXPECT_EQ(found.average_direct, number(direct));
        EXPECT_EQ(found.average_best, number(best));
        EXPECT_EQ(found.pairs_improved, improved);
    };
    expect(Income::dividends, false, "8.5111", "7.4556", 10);
    expect(Income::dividends, true, "7.9556", "5.9222", 35);
    expect(Income::interest, false, "10.8444", "8.9293", 28);
    expect(Income::royalties, false, "10.3178", "8.0978", 36);
}

// Each table is written from the desk's answer as it was read into the desk.
TEST(WithholdingTables, AreWrittenAsTheyWereRead) {
    const TermsAnswer terms = desk().asked(TermsQuery{});
    const OwnRatesAnswer own = desk().asked(OwnRatesQuery{});
    const std::array written{provisions_table(terms), domestic_table(own), corporate_table(own), guards_table(terms)};
    for (std::size_t i = 0; i < files.size(); ++i) {
        const csv::Table read_before = table_in("data/withholding/" + std::string(files[i]));
        EXPECT_EQ(written[i].heads, read_before.heads) << files[i];
        ASSERT_EQ(written[i].rows.size(), read_before.rows.size()) << files[i];
        for (std::size_t row = 0; row < written[i].rows.size(); ++row) EXPECT_EQ(written[i].rows[row].cells, read_before.rows[row].cells) << files[i] << " " << row;
    }
}

TEST(WithholdingFacts, ChangeWithTheDay) {
    const auto rate = [](std::string_view from, std::string_view to, Income income, std::string_view on) {
        return desk().asked(RateQuery{.from = JurisdictionId(std::string(from)), .to = JurisdictionId(std::string(to)), .income = income, .on = day(on)});
    };
    // Brazil's own dividends.
    EXPECT_EQ(rate("BR", "PT", Income::dividends, "2025-12-31").rate, number("0"));
    EXPECT_EQ(rate("BR", "PT", Income::dividends, "2026-01-01").rate, number("10"));
    // Royalties under the protocol with the Mainland.
    EXPECT_EQ(rate("BR", "CN", Income::royalties, "2025-12-31").instrument, InstrumentId("CN-BR-1991"));
    EXPECT_EQ(rate("BR", "CN", Income::royalties, "2025-12-31").rate, number("15"));
    EXPECT_EQ(rate("BR", "CN", Income::royalties, "2026-01-01").instrument, InstrumentId("CN-BR-2022P"));
    EXPECT_EQ(rate("BR", "CN", Income::royalties, "2026-01-01").rate, number("10"));
    // Between Macao and Hong Kong each side begins on a day of its own.
    EXPECT_EQ(rate("HK", "MO", Income::royalties, "2021-03-31").rate, number("4.95"));
    EXPECT_EQ(rate("HK", "MO", Income::royalties, "2021-04-01").rate, number("3"));
    // Interest of the Mainland before and after Protocol 1.
    EXPECT_EQ(rate("CN", "MO", Income::interest, "2010-12-31").rate, number("10"));
    EXPECT_EQ(rate("CN", "MO", Income::interest, "2011-01-01").rate, number("7"));
    // The year in which nobody here knows whether the treaty had effect.
    const RateAnswer unknown = rate("MZ", "MO", Income::interest, "2011-06-30");
    EXPECT_EQ(unknown.rate, std::nullopt);
    EXPECT_EQ(unknown.at_least, number("10"));
    EXPECT_EQ(unknown.at_most, number("20"));
    EXPECT_EQ(unknown.why_unknown, std::vector{WhyUnknown::treaty_day_unknown});
    EXPECT_EQ(rate("MZ", "MO", Income::interest, "2010-12-31").rate, number("20"));
    EXPECT_EQ(rate("MZ", "MO", Income::interest, "2012-01-01").rate, number("10"));
}

TEST(WithholdingFacts, KeepDisagreeingSourcesAndPendingTreatiesApart) {
    const RateAnswer guinea = desk().asked(RateQuery{.from = JurisdictionId("GW"), .to = JurisdictionId("MO"), .income = Income::dividends});
    EXPECT_EQ(guinea.rate, std::nullopt);
    EXPECT_EQ(guinea.why_unknown, std::vector{WhyUnknown::own_sources_disagree});
    EXPECT_EQ(guinea.rows.size(), 2U);
    const RateAnswer pending = desk().asked(RateQuery{.from = JurisdictionId("CV"), .to = JurisdictionId("GQ"), .income = Income::interest});
    EXPECT_EQ(pending.rate, number("20"));
    EXPECT_EQ(pending.pending, std::vector{InstrumentId("CV-GQ-2019")});
    const RateAnswer disputed = desk().asked(RateQuery{.from = JurisdictionId("CV"), .to = JurisdictionId("ST"), .income = Income::interest});
    EXPECT_EQ(disputed.rate, std::nullopt);
    EXPECT_EQ(disputed.why_unknown, std::vector{WhyUnknown::treaty_disputed});
}

// The case of the facts: 10 instead of 20 through Macao, with no principal-purpose test on the first leg.
TEST(WithholdingFacts, ShowTheGuardsOfTheFlagshipRoute) {
    const RouteAnswer route = desk().asked(RouteQuery{.from = JurisdictionId("MZ"), .to = JurisdictionId("CN"), .income = Income::dividends});
    ASSERT_TRUE(route.best);
    EXPECT_EQ(path_of(*route.best), "MZ>MO>CN");
    EXPECT_EQ(route.saving, number("10"));
    EXPECT_EQ(route.best->guard, WayGuard::untested);
    EXPECT_EQ(route.best->legs[0].guards.state.principal_purpose_test, Guard::no);
    EXPECT_EQ(route.best->legs[0].guards.state.beneficial_ownership, Guard::yes);
    EXPECT_EQ(route.best->legs[1].guards.state.principal_purpose_test, Guard::yes);
    EXPECT_EQ(route.best->legs[1].guards.clause, "Protocol 4");
    const csv::Table table = routes_table(desk().asked(NetworkQuery{.incomes = {Income::dividends}}));
    for (const csv::Row& row : table.rows) {
        EXPECT_NE(row.cells[11], "");
        EXPECT_TRUE(row.cells[12].starts_with("principal_purpose_test ")) << row.cells[9];
    }
}

TEST(WithholdingTables, SayWhereACellIsWrong) {
    csv::Table table = table_in("data/withholding/provisions.csv");
    const auto column = [&](std::string_view name) { return static_cast<std::size_t>(std::ranges::find(table.heads, name) - table.heads.begin()); };
    const auto said = [](const csv::Table& given) {
        const auto tables = read(given);
        return tables ? std::string("read") : std::string(tables.error().kind.code) + " at " + tables.error().place;
    };
    csv::Table wrong = table;
    wrong.rows[2].cells[column("income")] = "salaries";
    EXPECT_EQ(said(wrong), "withholding_tables.cell_unreadable at line 4, column income");
    wrong = table;
    wrong.rows[2].cells[column("rate")] = "ten";
    EXPECT_EQ(said(wrong), "decimal.unreadable at line 4, column rate");
    wrong = table;
    wrong.rows[2].cells[column("from")] = "2020-02-30";
    EXPECT_EQ(said(wrong), "date.impossible at line 4, column from");
    wrong = table;
    wrong.rows[2].cells[column("b")] = "PT";
    EXPECT_EQ(said(wrong), "withholding_tables.parties_differ at line 4, column a");
    wrong = table;
    wrong.heads[column("note")] = "remark";
    EXPECT_EQ(said(wrong), "withholding_tables.column_missing at line 1, column note");
    EXPECT_EQ(said({.heads = {"a", "b"}}), "withholding_tables.not_a_table at line 1");
}

TEST(WithholdingTables, FindTheLineOfADesksPlace) {
    const std::vector<std::uint32_t> lines{7, 9, 12};
    EXPECT_EQ(place_in_table("/provisions/2/rate", lines), "line 12, column rate");
    EXPECT_EQ(place_in_table("/provisions/1", lines), "line 9");
    EXPECT_EQ(place_in_table("", lines), "") << "whoever may not state anything is told so, and no line is at fault";
    EXPECT_EQ(place_in_table("/b", lines), "line 7, column b");
    EXPECT_EQ(place_in_table("/provisions/3/rate", lines), "/provisions/3/rate");
}

}  // namespace
}  // namespace ponte::withholding_tables
