#include "adapters/stay_tables/stay_tables.h"

#include "adapters/stay_tables/notation.h"

#include <gtest/gtest.h>

namespace ponte::stay_tables {
namespace {

csv::Table table(const std::string& text) {
    auto read = csv::read(view_of(text));
    EXPECT_TRUE(read.has_value());
    return read ? *std::move(read) : csv::Table{};
}

const std::string rule_head = "rule,document,of,place,zone,track,requirement,no_limit,windows,conditions,from,to,seen,instrument,basis,source,as_of,confidence,note\r\n";

// The code and place of the refusal, or nothing.
std::string said(const std::string& text) {
    const auto orders = orders_of(table(text));
    return orders ? "" : std::string(orders.error().kind.code) + ", " + orders.error().place;
}

TEST(StayTables, ReadARuleWithAllThatARowCanHold) {
    const std::string row =
        "CN-240-USA,passport,US,CN,,transit,visa_free,,\"per_entry 10; since_last_exit 7,2/30 reset macao_airport\","
        "\"within_hours(240); entry_port(hengqin@2025-11-05.., ...) \"\"the \"\"\"\"new\"\"\"\" ports; all\"\"; onward_third\",2024-12,2026-12-31,2024-12-31,visa/7,basis,here,2025-11,high,note\r\n";
    const auto orders = orders_of(table(rule_head + row));
    ASSERT_TRUE(orders) << orders.error().place << orders.error().subject;
    ASSERT_EQ(orders->size(), 1U);
    EXPECT_EQ((*orders)[0].line, 2U);
    const stay::Rule& rule = std::get<stay::EnactRule>((*orders)[0].command).rule;
    EXPECT_EQ(rule.track, stay::Track::transit);
    ASSERT_EQ(rule.windows.size(), 2U);
    EXPECT_EQ(rule.windows[1].steps, (std::vector<std::uint16_t>{7, 2}));
    EXPECT_EQ(rule.windows[1].span, 30);
    EXPECT_EQ(rule.windows[1].reset_by, "macao_airport");
    ASSERT_EQ(rule.conditions.size(), 3U);
    EXPECT_EQ(rule.conditions[0].number, 240U);
    EXPECT_FALSE(rule.conditions[1].ports_complete);
    EXPECT_EQ(rule.conditions[1].text, "the \"new\" ports; all");
    EXPECT_EQ(rule.conditions[1].ports.at(0).validity.from, Period::from_text("2025-11-05"));
    EXPECT_EQ(rule.validity.from, Period::from_text("2024-12"));
    EXPECT_EQ(rule.instrument, "visa/7");
    stay::RulesAnswer answer;
    answer.rules.push_back({.rule = rule});
    EXPECT_EQ(csv::write(rules_table(answer)), csv::write(table(rule_head + row)));
}

TEST(StayTables, RefuseARowWithItsPlace) {
    const auto row = [&](std::string document, std::string windows, std::string conditions, std::string from, std::string as_of, std::string confidence) {
        return said(rule_head + "R," + document + ",MO,TH,,ordinary,visa_free,," + windows + "," + conditions + "," + from + ",,,,,here," + as_of + "," + confidence + ",\r\n");
    };
    EXPECT_EQ(row("passport", "per_entry 30", "ticket", "2001", "2001-07", "high"), "");
    EXPECT_EQ(row("", "per_entry 30", "ticket", "2001", "2001-07", "high"), "stay_tables.cell_missing, line 2, column document");
    EXPECT_EQ(row("booklet", "per_entry 30", "ticket", "2001", "2001-07", "high"), "stay_tables.cell_unreadable, line 2, column document");
    EXPECT_EQ(row("passport", "per_entry many", "ticket", "2001", "2001-07", "high"), "stay_tables.cell_unreadable, line 2, column windows");
    EXPECT_EQ(row("passport", "each 30", "ticket", "2001", "2001-07", "high"), "stay_tables.cell_unreadable, line 2, column windows");
    EXPECT_EQ(row("passport", "per_entry 30", "ticket(", "2001", "2001-07", "high"), "stay_tables.cell_unreadable, line 2, column conditions");
    EXPECT_EQ(row("passport", "per_entry 30", "ticket onward", "2001", "2001-07", "high"), "stay_tables.cell_unreadable, line 2, column conditions");
    EXPECT_EQ(row("passport", "per_entry 30", "ticket", "2001-02-30", "2001-07", "high"), "stay_tables.cell_unreadable, line 2, column from");
    EXPECT_EQ(row("passport", "per_entry 30", "ticket", "?", "soon", "high"), "stay_tables.cell_unreadable, line 2, column as_of");
    EXPECT_EQ(row("passport", "per_entry 30", "ticket", "?", "2001-07", "certain"), "stay_tables.cell_unreadable, line 2, column confidence");
    EXPECT_EQ(said("rule,of\r\nR,MO\r\n"), "stay_tables.head_unknown, line 1");
}

TEST(StayTables, GatherAPassportsRows) {
    const std::string text = "snapshot,passport,requirement,days,destinations\r\n2025-01-12,MO,visa_free,90,BR PT\r\n2025-01-12,MO,visa_required,,US\r\n2025-01-12,PT,visa_free,,ES\r\n";
    const auto orders = orders_of(table(text));
    ASSERT_TRUE(orders);
    ASSERT_EQ(orders->size(), 1U);
    const auto& base = std::get<stay::RecordBase>((*orders)[0].command);
    ASSERT_EQ(base.lines.size(), 2U);
    EXPECT_EQ(base.lines[0].cells.size(), 3U);
    stay::TableAnswer answer{.snapshot = base.snapshot, .lines = {}};
    for (const stay::BaseLine& line : base.lines) answer.lines.push_back({.passport = line.passport, .cells = line.cells});
    EXPECT_EQ(csv::write(base_table(answer)), text);
    EXPECT_EQ(said("snapshot,passport,requirement,days,destinations\r\n2025-01-12,MO,visa_free,-3,BR\r\n"), "stay_tables.cell_unreadable, line 2, column days");
    EXPECT_EQ(said("snapshot,passport,requirement,days,destinations\r\n2025-01-12,MO,visa_free,90,\r\n"), "stay_tables.cell_missing, line 2, column destinations");
}

TEST(Itineraries, AreReadWithWhatIsTold) {
    const auto stays = itinerary_of(table("place,from,to,purpose,group,entry_port,left_through,visa_held,met\nCN,2026-01-01,2026-01-05,tourism,5,hengqin,,,visa_onward; area\nPT,2026-01-05,2026-02-01,,,,,yes,\n"));
    ASSERT_TRUE(stays);
    ASSERT_EQ(stays->size(), 2U);
    EXPECT_EQ((*stays)[0].group, 5U);
    EXPECT_EQ((*stays)[0].met, (std::vector<stay::ConditionKind>{stay::ConditionKind::visa_onward, stay::ConditionKind::area}));
    EXPECT_TRUE((*stays)[1].visa_held);
    const auto refused = [](const std::string& text) {
        const auto read = itinerary_of(table(text));
        return read ? "" : std::string(read.error().kind.code) + ", " + read.error().place;
    };
    EXPECT_EQ(refused("place,from\nCN,2026-01-01\n"), "stay_tables.cell_missing, line 1, column to");
    EXPECT_EQ(refused("place,from,to,hotel\nCN,2026-01-01,2026-01-02,x\n"), "stay_tables.head_unknown, line 1");
    EXPECT_EQ(refused("place,from,to\nCN,2026-02-30,2026-03-02\n"), "stay_tables.cell_unreadable, line 2, column from");
    EXPECT_EQ(refused("place,from,to\nCN,2026-02-20,\n"), "stay_tables.cell_missing, line 2, column to");
}

TEST(Notation, ComesBackAsItWasWritten) {
    for (const std::string_view text : {"", "per_entry 30", "per_entry 30; rolling 90/180", "per_entry 30; calendar_year 90", "year 180", "since_last_exit 7,2/30", "since_last_exit 7,2/30 reset macao_airport"}) {
        const auto windows = windows_in(text);
        ASSERT_TRUE(windows) << text;
        EXPECT_EQ(text_of(*windows), text);
    }
    for (const std::string_view text : {"", "ticket", "ticket; ordinary_passport", "group_of(5)", "not_for(work, study)", "entry_port(a, b@2020..2021-05)", "entry_port(...)", "entry_port(a@?.., ...) \"more\"", "area \"only there\"; other \"a \"\"b\"\"; c\""}) {
        const auto conditions = conditions_in(text);
        ASSERT_TRUE(conditions) << text;
        EXPECT_EQ(text_of(*conditions), text);
    }
    for (const std::string_view text : {"ticket;", "ticket ticket", "other \"open", "purpose(a", "group_of(x)", "entry_port(a@2020)"}) EXPECT_FALSE(conditions_in(text)) << text;
    for (const std::string_view text : {"rolling", "per_entry 30 reset x", "per_entry 1,2", "rolling 90/x", "per_entry 99999"}) EXPECT_FALSE(windows_in(text)) << text;
}

}  // namespace
}  // namespace ponte::stay_tables
