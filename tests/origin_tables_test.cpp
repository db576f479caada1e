#include "adapters/origin_tables/origin_tables.h"

#include "desks/origin/desk_sample.h"
#include "desks/origin/determine_sample.h"

#include <fstream>
#include <sstream>

namespace ponte::origin_tables {
namespace {

std::string content_of(const std::string& name) {
    std::ifstream file("data/origin/" + name, std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

csv::Table table_of(std::string_view text) {
    const auto table = csv::read(view_of(text));
    EXPECT_TRUE(table) << (table ? "" : table.error().place);
    return table ? *table : csv::Table();
}

// The desk with all tables of data/origin.
origin::Desk desk_with_facts() {
    origin::Desk desk;
    for (const char* name : {"sets.csv", "processes.csv", "terms.csv", "rules.csv", "products.csv"}) {
        const auto orders = orders_of(table_of(content_of(name)));
        EXPECT_TRUE(orders) << name << ": " << (orders ? "" : orders.error().place);
        if (!orders) continue;
        for (const Order& order : *orders) EXPECT_EQ(std::visit([&](const auto& command) { return desk.ask(command); }, order.command), "") << name;
    }
    return desk;
}

TEST(OriginTables, ComeBackByteForByte) {
    const origin::Desk desk = desk_with_facts();
    const origin::Looking looking = desk.looking();
    EXPECT_EQ(csv::write(sets_table(answer(looking, origin::SetsQuery{}))), content_of("sets.csv"));
    EXPECT_EQ(csv::write(terms_table(answer(looking, origin::TermsQuery{.of_any_day = true}))), content_of("terms.csv"));
    EXPECT_EQ(csv::write(rules_table(answer(looking, origin::RulesQuery{.of_any_day = true}))), content_of("rules.csv"));
    const origin::TablesAnswer tables = answer(looking, origin::TablesQuery{});
    EXPECT_EQ(csv::write(processes_table(tables)), content_of("processes.csv"));
    EXPECT_EQ(csv::write(products_table(tables, JurisdictionId("MO"))), content_of("products.csv"));
}

TEST(OriginTables, OtherTablesComeBackToo) {
    origin::Desk desk;
    const std::string correlations = "from_version,from,to_version,to,source,as_of,confidence,note\r\n2017,0410.00,2022,0410.10,made up,2022,low,split\r\n2017,0410.00,2022,0410.90,made up,2022,low,split\r\n";
    const std::string tariff = "importer,hs,version,duty_percent,from,to,clause,source,as_of,confidence,note\r\nCN,1905.90.00,2022,10.5,2022-01-01,unknown,,made up,2022,low,\r\n";
    const std::string suppliers =
        "set,rule,kind,sector,conditions,from,to,clause,source,as_of,confidence,note\r\ns,transport,juridical,transport,years: made up: three of them|premises: made up: here,2016-06-01,,made up,made up,2016,low,\r\n"
        "t,law,natural,legal,entry: made up,2016-06-01,unknown,,made up,2016,low,\r\n";
    const std::string chapters = "set,chapter,version,from,to,stated_by\r\ns,19,2017,2021-01-01,2021-06-30,\"the annex, read whole\"\r\nt,02,2022,2022-05-16,2022-12-31,read\r\n";
    for (const char* set : {"s", "t"}) ASSERT_EQ(desk.ask(origin::sample_set(set)), "");
    for (const std::string& text : {correlations, tariff, suppliers, chapters}) {
        const auto orders = orders_of(table_of(text));
        ASSERT_TRUE(orders);
        for (const Order& order : *orders) EXPECT_EQ(std::visit([&](const auto& command) { return desk.ask(command); }, order.command), "");
    }
    const origin::TablesAnswer tables = answer(desk.looking(), origin::TablesQuery{});
    EXPECT_EQ(csv::write(correlations_table(tables)), correlations);
    EXPECT_EQ(csv::write(tariff_table(tables, JurisdictionId("CN"))), tariff);
    std::vector<std::pair<origin::RuleSetId, origin::TablesAnswer>> by_set;
    for (const char* set : {"s", "t"}) by_set.emplace_back(set, answer(desk.looking(), origin::TablesQuery{.set = origin::RuleSetId(set)}));
    EXPECT_EQ(csv::write(supplier_rules_table(by_set)), suppliers);
    EXPECT_EQ(csv::write(whole_chapters_table(answer(desk.looking(), origin::SetsQuery{}))), chapters);
}

origin::DeterminationAnswer determined(const origin::Desk& desk, std::string_view hs, std::string_view on, std::string_view bill) {
    origin::DetermineQuery query{.goods = {.hs = std::string(hs), .on = origin::day(on), .bill = {.currency = origin::currency("MOP")}}, .consignment = {}};
    const auto read = bill_of(table_of(bill), query.goods.bill);
    EXPECT_TRUE(read);
    query.goods.bill = *read;
    return answer(desk.looking(), query);
}

TEST(OriginFacts, AnswerOnTheDaysAroundEachChange) {
    const origin::Desk desk = desk_with_facts();
    const std::string_view ham = "kind,hs,description,value,currency,origin\nfob,,,100,MOP,\nlabour,,,15,,\nmaterial,0203.12,pork,60,,BR\nmaterial,2501.00,salt,5,,MO\n";
    EXPECT_EQ(determined(desk, "0210.11", "2020-12-31", ham).origin, Answer::no);
    EXPECT_EQ(determined(desk, "0210.11", "2021-01-01", ham).origin, Answer::yes);
    EXPECT_EQ(determined(desk, "0210.11", "2022-05-15", ham).origin, Answer::yes);
    const auto later = determined(desk, "0210.11", "2022-05-16", ham);
    EXPECT_EQ(later.why, origin::Why::rule_unverified);
    EXPECT_EQ(later.branches.front().answer, Answer::yes);
    EXPECT_EQ(determined(desk, "1806.31", "2021-07-01", ham).why, origin::Why::rule_text_unknown);
    EXPECT_EQ(determined(desk, "1806.31", "2021-06-30", ham).why, origin::Why::listing_unknown);
    // Fresh pork: what Hong Kong's list says is no fact of Macao's.
    const auto pork = determined(desk, "0203.12", "2020-01-01", ham);
    EXPECT_EQ(pork.why, origin::Why::rule_unverified);
    EXPECT_EQ(pork.branches.front().answer, Answer::no);
    // Before 2019 the edition of the nomenclature must be said.
    const auto before = determined(desk, "3301.11", "2010-01-01", ham);
    ASSERT_TRUE(before.refused);
    EXPECT_EQ(before.refused->code, "origin.hs_version_missing");
}

TEST(Bills, HaveARateForEachDay) {
    const origin::Desk desk = desk_with_facts();
    const std::string_view bill = "kind,hs,description,value,currency,origin,period\nfob,,,100,MOP,,\nmaterial,0203.12,pork,40,BRL,BR,\nrate,,made up,1.5,BRL,,2021-01\nrate,,made up,1.51,BRL,,2021-02-01/2021-02-28\n";
    EXPECT_EQ(determined(desk, "0210.11", "2021-01-31", bill).figures->foreign.to_text(), "60.0000");
    EXPECT_EQ(determined(desk, "0210.11", "2021-01-31", bill).origin, Answer::yes);
    EXPECT_EQ(determined(desk, "0210.11", "2021-02-01", bill).origin, Answer::no);
    EXPECT_EQ(determined(desk, "0210.11", "2021-03-01", bill).refused->code, "origin.rate_missing");
}

TEST(OriginFacts, KnowTheWindows) {
    const origin::Desk desk = desk_with_facts();
    const auto on = [&](std::string_view day) { return answer(desk.looking(), origin::WindowQuery{.set = origin::RuleSetId("cepa-mo-2019"), .on = origin::day(day)}); };
    EXPECT_EQ(on("2021-03-01").in_force_by, origin::day("2021-07-01"));
    EXPECT_EQ(on("2021-03-02").in_force_by, origin::day("2022-01-01"));
    EXPECT_EQ(on("2018-12-31").known, Answer::unknown);
}

TEST(Bills, AreReadAndFaultsToldByTheirCells) {
    const auto place = [](std::string_view text) {
        const auto bill = bill_of(table_of(text), {});
        return bill ? std::string("read") : std::string(bill.error().kind.code) + " " + bill.error().place;
    };
    EXPECT_EQ(place("hs,value\n1806,1\n"), "read");
    EXPECT_EQ(place("hs,value\n1806,one\n"), "decimal.unreadable line 2, column value");
    EXPECT_EQ(place("hs,value,currency\n1806,1,XXQ\n"), "origin_tables.cell_unreadable line 2, column currency");
    EXPECT_EQ(place("hs,value,kind\n1806,1,gift\n"), "origin_tables.cell_unreadable line 2, column kind");
    EXPECT_EQ(place("hs,value,kind\n,1,fob\n,2,fob\n"), "origin_tables.cell_repeated line 3, column kind");
    EXPECT_EQ(place("hs,value,kind,currency,period\n,1.5,rate,BRL,2021-13\n"), "origin_tables.cell_unreadable line 2, column period");
    EXPECT_EQ(place("hs,value,kind\n,perhaps,waste_or_scrap\n"), "origin_tables.cell_unreadable line 2, column value");
    EXPECT_EQ(place("hs,value,kind\n,yes,waste_or_scrap\n"), "read");
    EXPECT_EQ(place("hs,price\n1806,1\n"), "origin_tables.head_unknown ");
    EXPECT_EQ(orders_of(table_of("a,b\n1,2\n")).error().kind, refusals::head_unknown);
}

TEST(Catalogue, GathersTheRowsOfEachGood) {
    const std::string_view text = "good,good_hs,on,kind,hs,value,currency,origin\nham,0210.11,2021-01-01,fob,,100,,\nbun,1905.90,2021-01-01,fob,,10,,\nham,0210.11,2021-01-01,,0203.12,60,,BR\n";
    const auto rows = catalogue_of(table_of(text), origin::currency("MOP"));
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ((*rows)[0].goods.bill.lines.size(), 1U);
    const auto table = results_table(answer(desk_with_facts().looking(), origin::CatalogueQuery{.rows = *rows}));
    EXPECT_EQ(table.rows[0].cells[1], "yes");
    EXPECT_EQ(table.rows[0].cells[6], "40.0000");
    EXPECT_EQ(table.rows[1].cells[1], "unknown");
    const auto differ = catalogue_of(table_of("good,good_hs,on,hs,value\nham,0210.11,2021-01-01,0203,1\nham,0210.12,2021-01-01,0203,1\n"), origin::currency("MOP"));
    EXPECT_EQ(differ.error().kind, refusals::cells_differ);
    EXPECT_EQ(differ.error().place, "line 3, column good");
}

}  // namespace
}  // namespace ponte::origin_tables
