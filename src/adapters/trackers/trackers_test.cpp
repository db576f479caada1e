#include "adapters/trackers/trackers.h"

#include <functional>
#include <gtest/gtest.h>

namespace ponte::trackers {
namespace {

csv::Table table_of(const std::string& text) {
    auto table = csv::read(view_of(text));
    EXPECT_TRUE(table.has_value());
    return table.has_value() ? *table : csv::Table{};
}

ColumnMap column(const std::string& head, Gives gives, std::optional<std::string> format = {}) { return {.head = head, .gives = gives, .format = std::move(format), .period = {}, .indicator = {}}; }

const std::string long_table =
    "Indicador;Valor;Mês;Fonte;Estado;Obs\n"
    "Liquidação;1.234,5;03/2020;https://example.org/a;final;x\n"
    "Liquidação;meta 9;04/2020;https://example.org/b;meta;\n"
    "Membros;7;05/2020;https://example.org/c;final;\n";

Map long_map() {
    Map map;
    map.language = Language::pt;
    map.numbers_in_unit = true;
    map.columns = {column("Indicador", Gives::indicator), column("Valor", Gives::number), column("Mês", Gives::period, "MM/YYYY"), column("Fonte", Gives::source), column("Estado", Gives::status), column("Obs", Gives::note)};
    map.row_names = {{"liquidacao", conference::IndicatorId("m4.total")}, {"Membros", conference::IndicatorId("m1.members")}};
    map.statuses = {{"Final", conference::Badge::published, false}, {"Meta", std::nullopt, true}};
    return map;
}

std::string list(const std::vector<conference::RowRefused>& faults) {
    std::string text;
    for (const auto& fault : faults) text += std::to_string(fault.row) + " " + fault.code + " [" + fault.subject + "] at " + fault.place + "\n";
    return text;
}

std::string faults_of(const csv::Table& table, const Map& map) {
    const auto all = understand(table, map);
    if (!all) return std::string(all.error().kind.code) + " [" + all.error().subject + "] at " + all.error().place;
    std::string text;
    for (const auto& row : all->rows) text += list(row.faults);
    return text;
}

TEST(Understand, SaysRowByRowWhatWouldBeRecorded) {
    const auto all = understand(table_of(long_table), long_map());
    ASSERT_TRUE(all.has_value()) << all.error().kind.code << ' ' << all.error().subject;
    EXPECT_EQ(all->observations, 2U);
    ASSERT_EQ(all->rows.size(), 3U);
    const auto& first = all->rows[0].observations.at(0);
    EXPECT_EQ(first.indicator.value, "m4.total");
    EXPECT_EQ(first.as_published, "1.234,5");
    EXPECT_EQ(first.value, (Decimal{12345, 1}));
    EXPECT_EQ(first.period.to_text(), "2020-03");
    EXPECT_EQ(first.source, "https://example.org/a");
    EXPECT_EQ(first.badge, conference::Badge::published);
    EXPECT_EQ(first.language, Language::pt);
    EXPECT_EQ(all->rows[0].note, "x");
    EXPECT_TRUE(all->rows[1].passed_over);
    EXPECT_TRUE(all->rows[1].observations.empty());
    const auto orders = orders_of(*all, sha256(long_table), true);
    EXPECT_EQ(orders.observations.lines, (std::vector<std::uint32_t>{2, 4}));
    EXPECT_TRUE(orders.observations.accept_good_rows);
    EXPECT_TRUE(orders.observations.unreadable.empty());
}

TEST(Understand, ReadsWideTablesWithOneColumnAPeriod) {
    Map map;
    map.columns = {column("id", Gives::indicator), column("2020-Q1", Gives::number), column("2020-Q2", Gives::number)};
    map.columns[1].period = Period::from_text("2020-Q1");
    map.columns[2].period = Period::from_text("2020-Q2");
    map.constants = {{Gives::source, "our tracker"}};
    map.empty_marks = {"n/a"};
    const auto all = understand(table_of("id,2020-Q1,2020-Q2\nm4.total,MOP4.7 bn,n/a\nm1.members,7,8\n"), map);
    ASSERT_TRUE(all.has_value()) << all.error().kind.code;
    ASSERT_EQ(all->observations, 3U);
    EXPECT_EQ(all->rows[0].observations.at(0).as_published, "MOP4.7 bn");
    EXPECT_FALSE(all->rows[0].observations.at(0).value.has_value());
    EXPECT_EQ(all->rows[1].observations.at(1).period.to_text(), "2020-Q2");
    EXPECT_EQ(all->rows[1].observations.at(1).source, "our tracker");
}

TEST(Understand, ReadsActions) {
    Map map;
    map.plan = conference::PlanId("2020");
    map.language = Language::zh_hant;
    map.columns = {column("措施", Gives::measure), column("日期", Gives::on, "YYYY年M月D日"), column("進展", Gives::action), column("網址", Gives::source)};
    const auto all = understand(table_of("措施,日期,進展,網址\n4,2020年9月30日,簽署備忘錄,https://example.org\n4,2020年9月,x,y\n四,2020年9月1日,x,y\n,,,\n"), map);
    ASSERT_TRUE(all.has_value()) << all.error().kind.code;
    ASSERT_EQ(all->actions, 1U);
    const auto& action = all->rows[0].actions.at(0);
    EXPECT_EQ(action.plan.value, "2020");
    EXPECT_EQ(action.measure, 4);
    EXPECT_EQ(action.on.to_text(), "2020-09-30");
    EXPECT_EQ(action.texts.zh_hant, "簽署備忘錄");
    EXPECT_EQ(list(all->rows[1].faults), "3 trackers.date_unreadable [2020年9月] at column 日期\n");
    EXPECT_EQ(list(all->rows[2].faults), "4 trackers.measure_unreadable [四] at column 措施\n");
}

TEST(Understand, RefusesAMapThatLeavesSomethingOpen) {
    struct Case {
        std::string what;
        std::function<void(Map&)> change;
        std::string refused;
    };
    const std::vector<Case> cases{
        {"unmentioned", [](Map& map) { map.columns.pop_back(); }, "trackers.column_unmentioned [Obs] at column Obs"},
        {"missing", [](Map& map) { map.columns[5].head = "Observ"; }, "trackers.column_missing [Observ] at column Observ"},
        {"twice", [](Map& map) { map.columns[5].head = "Valor"; }, "trackers.column_twice [Valor] at column Valor"},
        {"no format", [](Map& map) { map.columns[2].format.reset(); }, "trackers.format_missing [Mês] at column Mês"},
        {"format", [](Map& map) { map.columns[2].format = "MM"; }, "trackers.format_unreadable [MM] at column Mês"},
        {"field twice", [](Map& map) { map.columns[5].gives = Gives::source; }, "trackers.field_twice [source] at column Obs"},
        {"constant twice", [](Map& map) { map.constants = {{Gives::source, "s"}}; }, "trackers.field_twice [source] at constant source"},
        {"constant", [](Map& map) { map.constants = {{Gives::published, "31/12/2020"}}; }, "trackers.constant_unreadable [31/12/2020] at constant published"},
        {"empty constant", [](Map& map) { map.columns[3].gives = Gives::ignored; map.constants = {{Gives::source, ""}}; }, "trackers.constant_unreadable [] at constant source"},
        {"no source", [](Map& map) { map.columns[3].gives = Gives::ignored; }, "trackers.field_missing [source] at "},
        {"no period", [](Map& map) { map.columns[2].gives = Gives::ignored; }, "trackers.field_missing [period] at "},
        {"no indicator", [](Map& map) { map.columns[0].gives = Gives::ignored; }, "trackers.field_missing [indicator] at "},
        {"nothing", [](Map& map) { map.columns[1].gives = Gives::ignored; }, "trackers.nothing_to_take [] at "},
        {"actions without a plan", [](Map& map) { map.columns[5].gives = Gives::action; map.constants = {{Gives::on, "2020-01-01"}, {Gives::measure, "4"}}; }, "trackers.field_missing [plan] at "},
    };
    for (const auto& one : cases) {
        auto map = long_map();
        one.change(map);
        EXPECT_EQ(faults_of(table_of(long_table), map), one.refused) << one.what;
    }
}

TEST(Understand, TellsWhyARowIsNotUnderstood) {
    const auto heads = std::string("Indicador;Valor;Mês;Fonte;Estado;Obs\n");
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Outra;1;03/2020;s;final;", "2 trackers.row_name_unknown [Outra] at column Indicador\n"},
        {";1;03/2020;s;final;", "2 trackers.cell_missing [] at column Indicador\n"},
        {"Membros;1;2020-03;s;final;", "2 trackers.date_unreadable [2020-03] at column Mês\n"},
        {"Membros;1;;;final;", "2 trackers.cell_missing [] at column Mês\n2 trackers.cell_missing [] at column Fonte\n"},
        {"Membros;quase;03/2020;s;final;", "2 number_words.unreadable [quase] at column Valor\n"},
        {"Membros;1;03/2020;s;provisório;", "2 trackers.status_unknown [provisório] at column Estado\n"},
    };
    for (const auto& [row, faults] : cases) EXPECT_EQ(faults_of(table_of(heads + row + "\n"), long_map()), faults) << row;
    const auto all = understand(table_of(heads + "Outra;1;03/2020;s;final;\nMembros;1;03/2020;s;final;\n"), long_map());
    const auto orders = orders_of(*all, {}, false);
    EXPECT_EQ(orders.observations.rows.size(), 1U);
    EXPECT_EQ(orders.observations.unreadable.size(), 1U);
}

TEST(MapOfJson, IsWrittenAndReadAsTheSameMapAndRefusesWithAPlace) {
    auto map = long_map();
    map.columns[1].period = Period::from_text("2020-Q1");
    EXPECT_EQ(map_of_json(to_json(map)).value(), map);
    EXPECT_EQ(to_json(map), to_json(map));
    EXPECT_EQ(map_of_json(R"({"version":1,"columns":[{"head":"a","gives":"something"}]})").error().place, "/columns/0/gives");
    EXPECT_EQ(map_of_json(R"({"version":2})").error().kind, refusals::map_version_unknown);
    EXPECT_EQ(map_of_json(R"({"version":1,"colums":[]})").error().kind.code, "json.member_unknown");
}

TEST(ProposeMap, KnowsHeadsPeriodsAndIndicatorsInFourLanguages) {
    const std::vector<IndicatorKnown> known{{conference::IndicatorId("m4.total"), {"清算總額", "清算总额", "Liquidação", "Total cleared"}}, {conference::IndicatorId("m1.members"), {"", "", "", "Members"}}};
    const auto proposed = propose_map(table_of(long_table), known);
    std::vector<Gives> gives;
    for (const auto& one : proposed.columns) gives.push_back(one.gives);
    EXPECT_EQ(gives, (std::vector<Gives>{Gives::indicator, Gives::number, Gives::period, Gives::source, Gives::status, Gives::note}));
    EXPECT_EQ(proposed.columns[2].format, "M/YYYY");
    EXPECT_EQ(proposed.row_names, (std::vector<RowName>{{"Liquidação", conference::IndicatorId("m4.total")}, {"Membros", conference::IndicatorId("")}}));
    EXPECT_EQ(proposed.statuses.size(), 2U);

    const auto wide = propose_map(table_of("指標,2020年3月,Q2 2020,單位,密級\n清算總額,1,2,億,x\n"), known);
    EXPECT_EQ(wide.columns[1].period->to_text(), "2020-03");
    EXPECT_EQ(wide.columns[2].period->to_text(), "2020-Q2");
    EXPECT_EQ(wide.columns[4].gives, Gives::ignored);
    EXPECT_EQ(wide.constants, (std::vector<Constant>{{Gives::source, ""}}));
    EXPECT_EQ(wide.row_names.at(0).indicator.value, "m4.total");

    // 03/04/2020 alone leaves the order open; 31/04 settles it by what is left.
    EXPECT_FALSE(propose_map(table_of("date,value,indicator\n03/04/2020,1,a\n"), {}).columns[0].format.has_value());
    EXPECT_EQ(propose_map(table_of("date,value,indicator\n03/04/2020,1,a\n25/04/2020,1,a\n"), {}).columns[0].format, "D/M/YYYY");
    EXPECT_EQ(propose_map(table_of("period,Total cleared,Members\n2020-Q1,1,2\n"), known).columns[1].indicator->value, "m4.total");
}

}  // namespace
}  // namespace ponte::trackers
