#include "desks/stay/decide.h"

#include "base/refusal_table.h"
#include "desks/stay/desk_sample.h"
#include "desks/stay/refusals.h"
#include "desks/stay/rules.h"

#include <gtest/gtest.h>

namespace ponte::stay {
namespace {

using namespace sample;

template <class Command>
struct Request {
    access::Role role = access::Role::officer;
    Command command;
};

template <class Command>
void refuses(const Desk& desk, const Command& good, const std::vector<RefusalRow<Request<Command>>>& rows, access::Role role = access::Role::officer) {
    expect_refusals<Request<Command>>({role, good}, rows, [&](const Request<Command>& one) { return desk.decided(one.role, one.command); });
}

TEST(OpenSnapshot, RefusesInTheDocumentedOrder) {
    Desk desk;
    EXPECT_EQ(desk.ask(table("2025-01-12")), "");
    using R = Request<OpenSnapshot>;
    refuses(desk, table("2026-02-17"),
            {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
             {refusals::id_malformed, [](R& r) { r.command.snapshot = SnapshotId("two words"); }},
             {refusals::licence_missing, [](R& r) { r.command.licence.clear(); }},
             {refusals::source_missing, [](R& r) { r.command.source.reference.clear(); }},
             {refusals::source_unverified, [](R& r) { r.command.source.confidence = Confidence::unverified; }},
             {refusals::date_impossible, [](R& r) { r.command.from = Date{99'999'999}; }},
             {refusals::snapshot_day_taken, [](R& r) { r.command.from = day("2025-01-12"); }}});
    EXPECT_EQ(desk.ask(table("2025-01-12")), "stay.snapshot_exists");
}

TEST(RecordBase, RefusesInTheDocumentedOrder) {
    Desk desk;
    EXPECT_EQ(desk.ask(table("2025-01-12")), "");
    using R = Request<RecordBase>;
    refuses(desk, lines("2025-01-12"),
            {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
             {refusals::cell_of_itself, [](R& r) { r.command.lines[0].cells[0].destination = place("US"); }},
             {refusals::cell_repeated, [](R& r) { r.command.lines[0].cells[1].destination = r.command.lines[0].cells[0].destination; }},
             {refusals::cell_requirement, [](R& r) { r.command.lines[0].cells[2].requirement = Requirement::permit; }},
             {refusals::days_impossible, [](R& r) { r.command.lines[0].cells[3].days = 0; }},
             {refusals::snapshot_unknown, [](R& r) { r.command.snapshot = SnapshotId("another"); }},
             {refusals::place_unknown, [](R& r) { r.command.lines[1].passport = place("XX"); }}});
    const auto broken = [&](const std::function<void(RecordBase&)>& fault) {
        RecordBase one = lines("2025-01-12");
        fault(one);
        return desk.ask(one);
    };
    EXPECT_EQ(broken([](RecordBase& one) { one.lines.clear(); }), "stay.base_empty");
    EXPECT_EQ(broken([](RecordBase& one) { one.lines[1].cells.clear(); }), "stay.base_empty");
    EXPECT_EQ(broken([](RecordBase& one) { one.lines[1].passport = place("US"); one.lines[1].cells.erase(one.lines[1].cells.begin()); }), "stay.cell_repeated");
    EXPECT_EQ(broken([](RecordBase& one) { one.lines[0].cells[2].days = 5; }), "stay.days_impossible") << "a visa has no days here";
    EXPECT_EQ(broken([](RecordBase& one) { one.lines[0].cells.resize(rules::cells_max + 1); }), "stay.too_many_cells");
    EXPECT_EQ(desk.state.snapshots.at(SnapshotId("2025-01-12")).lines.size(), 0U) << "all of them or none";
    EXPECT_EQ(desk.ask(lines("2025-01-12")), "");
    EXPECT_EQ(desk.ask(lines("2025-01-12")), "stay.base_exists");
}

TEST(EnactRule, RefusesInTheDocumentedOrder) {
    const Desk desk = furnished();
    using R = Request<EnactRule>;
    EnactRule good{.rule = rule("MAC-THA", passport("MO"), "TH", {per_entry(30), rolling(90, 180)}, from("2020-01-01"))};
    good.rule.conditions = {{.kind = ConditionKind::purpose, .words = {"tourism"}}};
    refuses(desk, good,
            {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
             {refusals::id_malformed, [](R& r) { r.command.rule.rule = RuleId(""); }},
             {refusals::too_long, [](R& r) { r.command.rule.basis = std::string(rules::rule_bytes_max, 'x'); }},
             {refusals::destination_unclear, [](R& r) { r.command.rule.zone = ZoneId("SCHENGEN"); }},
             {refusals::source_missing, [](R& r) { r.command.rule.source.reference.clear(); }},
             {refusals::source_unverified, [](R& r) { r.command.rule.source.confidence = Confidence::unverified; }},
             {refusals::date_impossible, [](R& r) { r.command.rule.validity.to = period("2019"); }},
             {refusals::window_impossible, [](R& r) { r.command.rule.windows[0].limit = 0; }},
             {refusals::window_exceeds_span, [](R& r) { r.command.rule.windows[1].limit = 181; }},
             {refusals::window_contradictory, [](R& r) { r.command.rule.no_limit = true; }},
             {refusals::condition_impossible, [](R& r) { r.command.rule.conditions[0].words.clear(); }},
             {refusals::place_unknown, [](R& r) { r.command.rule.document.of = place("XX"); }}});
}

TEST(EnactRule, RefusesEveryRuleThatCannotBe) {
    Desk desk = furnished();
    const auto said = [&](const std::function<void(Rule&)>& fault) {
        Rule one = rule("X", passport("MO"), "TH", {per_entry(30)}, from("2020-01-01"));
        fault(one);
        return desk.ask(EnactRule{.rule = one});
    };
    EXPECT_EQ(said([](Rule& one) { one.place.reset(); }), "stay.destination_unclear");
    EXPECT_EQ(said([](Rule& one) { one.place = place("MO"); }), "stay.destination_own");
    EXPECT_EQ(said([](Rule& one) { one.place.reset(); one.zone = ZoneId("EAC"); }), "stay.zone_unknown");
    EXPECT_EQ(said([](Rule& one) { one.place = place("XX"); }), "stay.place_unknown");
    EXPECT_EQ(said([](Rule& one) { one.rule = RuleId("KAZ-CHN"); }), "stay.rule_exists");
    EXPECT_EQ(said([](Rule& one) { one.windows.push_back(per_entry(20)); }), "stay.window_repeated");
    EXPECT_EQ(said([](Rule& one) { one.windows = {a_year(WindowKind::calendar_year, 367)}; }), "stay.window_exceeds_span");
    EXPECT_EQ(said([](Rule& one) { one.windows = {{.kind = WindowKind::rolling, .limit = 90}}; }), "stay.window_impossible") << "no span";
    EXPECT_EQ(said([](Rule& one) { one.windows = {{.kind = WindowKind::since_last_exit, .span = 30}}; }), "stay.window_impossible") << "no steps";
    EXPECT_EQ(said([](Rule& one) { one.requirement = Requirement::visa_required; }), "stay.window_contradictory");
    EXPECT_EQ(said([](Rule& one) { one.seen = day("2019-12-31"); }), "stay.date_impossible") << "seen before it began";
    EXPECT_EQ(said([](Rule& one) { one.validity.from_unknown = true; }), "stay.date_impossible") << "known and unknown at once";
    EXPECT_EQ(said([](Rule& one) { one.conditions = {{.kind = ConditionKind::group_of}}; }), "stay.condition_impossible");
    EXPECT_EQ(said([](Rule& one) { one.conditions = {{.kind = ConditionKind::ticket, .number = 3}}; }), "stay.condition_impossible");
    EXPECT_EQ(said([](Rule& one) { one.conditions = {{.kind = ConditionKind::other}}; }), "stay.condition_impossible");
    EXPECT_EQ(said([](Rule& one) { one.conditions = {{.kind = ConditionKind::purpose, .words = {"to see friends"}}}; }), "stay.condition_impossible");
    EXPECT_EQ(said([](Rule& one) { one.conditions = {{.kind = ConditionKind::entry_port, .ports = {{"a, b", {}}}}}; }), "stay.condition_impossible");
    EXPECT_EQ(said([](Rule& one) { one.windows = {{.kind = WindowKind::since_last_exit, .span = 30, .steps = {7}, .reset_by = "by air"}}; }), "stay.window_impossible");
    EXPECT_EQ(said([](Rule&) {}), "");
    const auto again = [&](Validity validity) { return desk.ask(EnactRule{.rule = rule("Y", passport("MO"), "TH", {per_entry(30)}, std::move(validity))}); };
    EXPECT_EQ(again(from("2024-01-01")), "stay.rule_repeated");
    EXPECT_EQ(again({.from = period("2018-01-01"), .to = period("2019-12-31")}), "") << "before it, nothing overlaps";
}

TEST(EndRule, RefusesInTheDocumentedOrder) {
    Desk desk = furnished();
    using R = Request<EndRule>;
    const EndRule good{.rule = RuleId("KAZ-CHN"), .last = day("2026-12-31"), .source = source()};
    refuses(desk, good,
            {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
             {refusals::source_missing, [](R& r) { r.command.source.reference.clear(); }},
             {refusals::source_unverified, [](R& r) { r.command.source.confidence = Confidence::unverified; }},
             {refusals::date_impossible, [](R& r) { r.command.last = Date{99'999'999}; }},
             {refusals::rule_unknown, [](R& r) { r.command.rule = RuleId("no"); }}});
    EXPECT_EQ(desk.ask(EndRule{.rule = RuleId("KAZ-CHN"), .last = day("2023-11-09"), .source = source()}), "stay.date_impossible");
    EXPECT_EQ(desk.ask(good), "");
    EXPECT_EQ(desk.ask(good), "stay.rule_already_ended");
    const auto on = [&](std::string_view date) { return answer(desk.looking(), RequirementQuery{.documents = {passport("KZ")}, .destination = place("CN"), .on = day(date), .told = {}}).without_visa; };
    EXPECT_EQ(on("2026-12-31"), Answer::yes);
    EXPECT_EQ(on("2027-01-01"), Answer::unknown) << "no rule, and the table has no line of this passport";
}

TEST(CorrectRule, KeepsWhatStoodBefore) {
    Desk desk = furnished();
    CorrectRule order{.rule = rule("KAZ-CHN", passport("KZ"), "CN", {per_entry(30)}, from("2023-11-10")), .reason = "the window was of another rule"};
    using R = Request<CorrectRule>;
    refuses(desk, order,
            {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
             {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
             {refusals::destination_unclear, [](R& r) { r.command.rule.place.reset(); }},
             {refusals::rule_unknown, [](R& r) { r.command.rule.rule = RuleId("no"); }},
             {refusals::place_unknown, [](R& r) { r.command.rule.document.of = place("XX"); }}});
    EXPECT_EQ(desk.ask(order), "");
    EXPECT_EQ(desk.ask(order), "stay.nothing_corrected");
    const RulesAnswer shown = answer(desk.looking(), RulesQuery{.rule = RuleId("KAZ-CHN")});
    ASSERT_EQ(shown.rules.size(), 1U);
    ASSERT_EQ(shown.rules[0].corrections.size(), 1U);
    EXPECT_EQ(shown.rules[0].corrections[0].was.windows.size(), 2U);
    order.rule.document = passport("TH");
    EXPECT_EQ(desk.ask(order), "") << "also another document";
    EXPECT_FALSE(desk.state.rules_of.contains(passport("KZ")));
}

TEST(DefineZone, RefusesInTheDocumentedOrder) {
    Desk desk;
    using R = Request<DefineZone>;
    refuses(desk, schengen(),
            {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
             {refusals::id_malformed, [](R& r) { r.command.zone = ZoneId("a b"); }},
             {refusals::names_missing, [](R& r) { r.command.names = {}; }},
             {refusals::source_missing, [](R& r) { r.command.source.reference.clear(); }},
             {refusals::source_unverified, [](R& r) { r.command.source.confidence = Confidence::unverified; }},
             {refusals::window_exceeds_span, [](R& r) { r.command.common[0].limit = 181; }}});
    DefineZone counted = schengen();
    counted.common = {{.kind = WindowKind::since_last_exit, .span = 30, .steps = {7}}};
    EXPECT_EQ(desk.ask(counted), "stay.window_impossible");
    EXPECT_EQ(desk.ask(schengen()), "");
    EXPECT_EQ(desk.ask(schengen()), "stay.zone_exists");
}

TEST(DateZoneMember, RefusesInTheDocumentedOrder) {
    Desk desk = furnished();
    using R = Request<DateZoneMember>;
    refuses(desk, DateZoneMember{.zone = ZoneId("SCHENGEN"), .member = place("BY"), .validity = from("2024-03-31"), .seen = {}, .source = source()},
            {{refusals::not_allowed, [](R& r) { r.role = access::Role::reader; }},
             {refusals::source_missing, [](R& r) { r.command.source.reference.clear(); }},
             {refusals::source_unverified, [](R& r) { r.command.source.confidence = Confidence::unverified; }},
             {refusals::date_impossible, [](R& r) { r.command.validity.to = period("2024-03-30"); }},
             {refusals::zone_unknown, [](R& r) { r.command.zone = ZoneId("EAC"); }},
             {refusals::place_unknown, [](R& r) { r.command.member = place("XX"); }}});
    DateZoneMember again{.zone = ZoneId("SCHENGEN"), .member = place("PT"), .validity = from("1999-01-01"), .seen = {}, .source = source()};
    EXPECT_EQ(desk.ask(again), "stay.member_overlaps");
    again.validity = {.from = period("1995-03-26"), .to = period("2030-12-31")};
    EXPECT_EQ(desk.ask(again), "") << "the same beginning: its end is said";
    EXPECT_EQ(desk.state.zones.at(ZoneId("SCHENGEN")).has_on(place("PT"), day("2031-01-01")), Answer::no);
}

TEST(SetWeights, RefusesInTheDocumentedOrder) {
    Desk desk;
    using R = Request<SetWeights>;
    const SetWeights good{.weights = {{.weighed = Weighed::mobility, .set = {}, .points = 50}, {.weighed = Weighed::in_set, .set = "psc", .points = 50}}, .reason = "as the meeting agreed"};
    refuses(desk, good,
            {{refusals::not_allowed, [](R& r) { r.role = access::Role::officer; }},
             {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
             {refusals::weight_impossible, [](R& r) { r.command.weights[0].points = 101; }},
             {refusals::weight_repeated, [](R& r) { r.command.weights.push_back(r.command.weights[1]); }},
             {refusals::set_unknown, [](R& r) { r.command.weights[1].set = "eu"; }}},
            access::Role::secretariat);
    SetWeights none = good;
    none.weights.clear();
    EXPECT_EQ(desk.ask(none, access::Role::secretariat), "stay.weights_empty");
    EXPECT_EQ(desk.ask(good, access::Role::secretariat), "");
    EXPECT_EQ(desk.state.weights, good.weights);
}

TEST(StayInvariants, NameWhatIsBroken) {
    const Desk desk = furnished();
    State wrong = desk.state;
    wrong.rules_of.clear();
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
    wrong = desk.state;
    std::vector<Cell>& cells = wrong.snapshots.begin()->second.lines.begin()->second;
    std::swap(cells[0], cells[1]);
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
    wrong = desk.state;
    std::vector<ZoneMemberDated>& members = wrong.zones.begin()->second.members;
    members.push_back(members.front());
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
    wrong = desk.state;
    wrong.snapshot_from.clear();
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
}

}  // namespace
}  // namespace ponte::stay
