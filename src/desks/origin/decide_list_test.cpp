#include "desks/origin/decide.h"

#include "base/refusal_table.h"
#include "desks/origin/desk_sample.h"

#include <gtest/gtest.h>

namespace ponte::origin {
namespace {

TEST(RecordSet, RefusesInTheDocumentedOrder) {
    Desk desk;
    ASSERT_EQ(desk.ask(sample_set("known")), "");
    struct R {
        access::Role role;
        RecordSet command;
    };
    expect_refusals<R>({access::Role::officer, sample_set("cepa-mo-2019")},
                       {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
                        {refusals::id_malformed, [](R& r) { r.command.set = RuleSetId("cepa mo"); }},
                        {refusals::name_missing, [](R& r) { r.command.names = {}; }},
                        {refusals::parties_too_few, [](R& r) { r.command.parties = {JurisdictionId("XX")}; }},
                        {refusals::party_repeated, [](R& r) { r.command.parties.push_back(r.command.parties[0]); }},
                        {refusals::source_missing, [](R& r) { r.command.source = {}; }},
                        {refusals::dates_backwards, [](R& r) { r.command.validity.to = Period::from_text("2018"); }},
                        {refusals::jurisdiction_unknown, [](R& r) { r.command.parties.emplace_back("XX"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
    EXPECT_EQ(desk.ask(sample_set("known")), "origin.already_recorded");
    RecordSet late = sample_set("late");
    late.validity.from = Period{Date{99'999'999}, Date{99'999'999}};
    EXPECT_EQ(desk.ask(late), "origin.date_out_of_range");
    late = sample_set("late");
    late.clause = std::string(2'000, 'x');
    EXPECT_EQ(desk.ask(late), "origin.text_too_long");
}

TEST(LoadRules, RefusesInTheDocumentedOrder) {
    Desk desk;
    ASSERT_EQ(desk.ask(sample_set("s")), "");
    ASSERT_EQ(desk.ask(LoadRules{.set = RuleSetId("s"), .rules = {sample_rule("standing", "0203", "WO", "2019-01-01")}}), "");
    struct R {
        access::Role role;
        LoadRules command;
    };
    const LoadRules good{.set = RuleSetId("s"), .rules = {sample_rule("a", "0210.11", "WO", "2019-01-01"), sample_rule("b", "1806", "CTH", "2019-01-01")}};
    expect_refusals<R>({access::Role::officer, good},
                       {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
                        {refusals::id_malformed, [](R& r) { r.command.rules[0].rule = RuleId(""); }},
                        {refusals::hs_unknown, [](R& r) { r.command.rules[0].hs = "7701"; }},
                        {refusals::hs_span_backwards, [](R& r) { r.command.rules[0].hs_to = "0101.11"; }},
                        {refusals::rule_unreadable, [](R& r) { r.command.rules[0].tests = "CTH and"; }},
                        {refusals::source_missing, [](R& r) { r.command.rules[0].source = {}; }},
                        {refusals::dates_backwards, [](R& r) { r.command.rules[0].validity.to = Period::from_text("2018"); }},
                        {refusals::row_repeated, [](R& r) { r.command.rules[1].rule = r.command.rules[0].rule; }},
                        {refusals::set_unknown, [](R& r) { r.command.set = RuleSetId("t"); }},
                        {refusals::rules_overlap, [](R& r) { r.command.rules[1].hs = "0203"; }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
    LoadRules many = good;
    many.rules.clear();
    EXPECT_EQ(desk.ask(many), "origin.nothing_given");
    many.rules.resize(1'001, good.rules[0]);
    EXPECT_EQ(desk.ask(many), "origin.too_many");
    LoadRules beyond = good;
    beyond.rules[0].tests = "BU 100.5";
    const Decision refused = desk.decided(access::Role::officer, beyond);
    EXPECT_EQ(refused.error().kind, refusals::percent_out_of_range);
    EXPECT_EQ(refused.error().place, "/rules/0/tests, at character 4");
    EXPECT_EQ(desk.ask(good), "");
    EXPECT_EQ(desk.ask(good), "origin.already_recorded");
}

TEST(LoadRules, RefusesTwoRulesForOneCodeAndDay) {
    Desk desk;
    ASSERT_EQ(desk.ask(sample_set("s")), "");
    const auto load = [&](const RuleRow& row) { return desk.ask(LoadRules{.set = RuleSetId("s"), .rules = {row}}); };
    RuleRow until = sample_rule("until", "0210.11", "WO", "2019-01-01");
    until.validity.to = Period::from_text("2020-12-31");
    EXPECT_EQ(load(until), "");
    EXPECT_EQ(load(sample_rule("from", "0210.11", "CTH", "2021-01-01")), "");
    EXPECT_EQ(load(sample_rule("other", "0210.11", "CTH", "2022")), "origin.rules_overlap");
    // A rule of another level, another edition, or one that decides nothing is in nobody's way.
    EXPECT_EQ(load(sample_rule("heading", "0210", "CC", "2019-01-01")), "");
    RuleRow edition = sample_rule("edition", "0210.11", "CTH", "2022");
    edition.version = HsVersion::hs2022;
    EXPECT_EQ(load(edition), "");
    RuleRow doubted = sample_rule("doubted", "0210.11", "CTH", "2022");
    doubted.source.confidence = Confidence::unverified;
    EXPECT_EQ(load(doubted), "");
    RuleRow span = sample_rule("span", "0210.00", "CTH", "2019-01-01");
    span.hs_to = "0210.99";
    EXPECT_EQ(load(span), "origin.rules_overlap");
    // Said again with another end it replaces itself.
    until.validity.to = Period::from_text("2020-11-30");
    EXPECT_EQ(load(until), "");
    EXPECT_EQ(desk.state.rules.sets.at(RuleSetId("s")).rules.size(), 5U);
}

TEST(LoadRules, SplitsALongListIntoEntries) {
    Desk desk;
    ASSERT_EQ(desk.ask(sample_set("s")), "");
    LoadRules all{.set = RuleSetId("s"), .rules = {}};
    for (int i = 0; i < 500; ++i) {
        RuleRow row = sample_rule("r" + std::to_string(i), std::to_string(100'000 + i), "CTH and (BU 30 or BD 40)", "2019-01-01");
        row.text = std::string(900, 'x');
        all.rules.push_back(row);
    }
    const Decision decision = desk.decided(access::Role::officer, all);
    ASSERT_TRUE(decision);
    EXPECT_GT(decision->size(), 5U);
    EXPECT_EQ(desk.ask(all), "");
    EXPECT_EQ(desk.state.rules.sets.at(RuleSetId("s")).rules.size(), 500U);
}

}  // namespace
}  // namespace ponte::origin
