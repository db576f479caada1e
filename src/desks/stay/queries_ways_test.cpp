#include "desks/stay/queries_ways.h"

#include "desks/stay/desk_sample.h"
#include "desks/stay/queries_waivers.h"
#include "desks/stay/rules.h"

#include <gtest/gtest.h>

namespace ponte::stay {
namespace {

using namespace sample;

RequirementAnswer requirement(const Desk& desk, std::vector<Document> documents, std::string_view to, std::string_view on, Circumstances told = {}) {
    return answer(desk.looking(), RequirementQuery{.documents = std::move(documents), .destination = place(to), .on = day(on), .told = std::move(told)});
}

TEST(Requirement, TakesTheRuleBeforeTheTableAndShowsTheContradiction) {
    Desk desk = furnished();
    Rule waiver = rule("USA-CHN", passport("US"), "CN", {per_entry(30)}, {.from = period("2026-02-17"), .to = period("2026-12-31")});
    waiver.conditions = {{.kind = ConditionKind::purpose, .words = {"tourism"}}};
    desk.enact(waiver);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-02-16").chosen->requirement, Requirement::visa_required);
    const RequirementAnswer found = requirement(desk, {passport("US")}, "CN", "2026-02-17");
    EXPECT_EQ(found.chosen->rule, RuleId("USA-CHN"));
    ASSERT_EQ(found.chosen->conditions.size(), 1U);
    EXPECT_EQ(found.chosen->conditions[0].met, Answer::unknown);
    ASSERT_EQ(found.others.size(), 1U);
    EXPECT_TRUE(found.others[0].overridden);
    ASSERT_EQ(found.contradictions.size(), 1U);
    EXPECT_EQ(found.contradictions[0].snapshot, SnapshotId("2025-01-12"));
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-02-17", {.purpose = "work"}).chosen->requirement, Requirement::visa_required);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2027-01-01").without_visa, Answer::no);
}

// US passports: the table of 2025-01-12 asks for a visa to the Mainland; a waiver runs from September to September, and
// the table of February between shows its thirty days.
Desk with_an_echo() {
    Desk desk = furnished();
    desk.enact(rule("USA-CHN", passport("US"), "CN", {per_entry(30)}, {.from = period("2025-09-15"), .to = period("2026-09-14")}));
    EXPECT_EQ(desk.ask(table("2026-02-17")), "");
    RecordBase base = lines("2026-02-17");
    base.lines[0].cells[2] = {place("CN"), Requirement::visa_free, 30};
    base.lines.push_back({.passport = place("CN"), .cells = {{place("US"), Requirement::visa_required, {}}}});
    EXPECT_EQ(desk.ask(base), "");
    return desk;
}

TEST(Requirement, BelievesNoTableOnceTheRuleThatItShowedHasEnded) {
    const Desk desk = with_an_echo();
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2025-09-14").without_visa, Answer::no);
    const RequirementAnswer last = requirement(desk, {passport("US")}, "CN", "2026-09-14");
    EXPECT_EQ(last.without_visa, Answer::yes);
    EXPECT_EQ(last.chosen->rule, RuleId("USA-CHN"));
    EXPECT_TRUE(last.ended.empty());
    const RequirementAnswer after = requirement(desk, {passport("US")}, "CN", "2026-09-15");
    EXPECT_EQ(after.without_visa, Answer::unknown);
    EXPECT_FALSE(after.chosen.has_value());
    ASSERT_EQ(after.others.size(), 1U);
    EXPECT_EQ(after.others[0].holds, Answer::unknown);
    ASSERT_EQ(after.ended.size(), 1U);
    EXPECT_EQ(after.ended[0].rule, RuleId("USA-CHN"));
    EXPECT_EQ(after.ended[0].last, day("2026-09-14"));
    EXPECT_EQ(after.ended[0].snapshot, SnapshotId("2026-02-17"));
    EXPECT_EQ(after.ended[0].table_says, Requirement::visa_free);
    EXPECT_EQ(after.ended[0].before, SnapshotId("2025-01-12"));
    EXPECT_EQ(after.ended[0].before_said, Requirement::visa_required);
    EXPECT_EQ(requirement(desk, {passport("US")}, "ES", "2026-09-15").without_visa, Answer::yes) << "other cells stand";
}

TEST(Requirement, BelievesATableAgainThatWasMadeAfterTheEnd) {
    Desk desk = with_an_echo();
    EXPECT_EQ(desk.ask(table("2026-10-01")), "");
    EXPECT_EQ(desk.ask(lines("2026-10-01")), "");
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-09-30").without_visa, Answer::unknown);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-10-01").without_visa, Answer::no);
    desk.enact(rule("USA-CHN-2", passport("US"), "CN", {per_entry(30)}, {.from = period("2026-09-15"), .to = period("2026-09-20")}));
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-09-15").chosen->rule, RuleId("USA-CHN-2")) << "what came after is known";
}

TEST(Requirement, DoubtsATableWhoseRuleMayHaveStoodThen) {
    Desk desk = furnished();
    desk.enact(rule("USA-PRT", passport("US"), "PT", {per_entry(90)}, {.to = period("2026-12-31"), .from_unknown = true}));
    EXPECT_EQ(requirement(desk, {passport("US")}, "PT", "2027-01-01").without_visa, Answer::unknown);
    EXPECT_FALSE(requirement(desk, {passport("US")}, "PT", "2027-01-01").ended.at(0).before.has_value());
}

// A second document that certainly asks for a permit does not make a no of what is not known of the first.
TEST(Requirement, IsNotANoWhereAnEndedRuleLeavesTheOtherDocumentUnknown) {
    Desk desk = with_an_echo();
    Rule booklet = rule("BOOKLET", passport("MO"), "CN", {}, from("2010-01-01"));
    booklet.requirement = Requirement::permit_needed;
    desk.enact(booklet);
    EXPECT_EQ(requirement(desk, {passport("MO")}, "CN", "2026-09-15").without_visa, Answer::no);
    EXPECT_EQ(requirement(desk, {passport("MO"), passport("US")}, "CN", "2026-09-14").without_visa, Answer::yes);
    EXPECT_EQ(requirement(desk, {passport("MO"), passport("US")}, "CN", "2026-09-15").without_visa, Answer::unknown);
}

TEST(EndedRules, LeaveJourneysMobilityAndWaiversUnknown) {
    Desk desk = with_an_echo();
    desk.jurisdictions.sets[directory::SetId("china")].members.push_back({place("CN"), {}, {}, "here"});
    const auto journey = [&](std::string_view on) {
        return answer(desk.looking(), ItineraryQuery{.documents = {passport("US")}, .stays = {{.place = place("CN"), .from = day(on), .to = day(on)}}, .on = {}});
    };
    EXPECT_EQ(journey("2026-09-14").lawful, Answer::yes);
    EXPECT_EQ(journey("2026-09-15").lawful, Answer::unknown);
    EXPECT_EQ(journey("2026-09-15").first_bad, day("2026-09-15"));
    EXPECT_EQ(journey("2026-09-15").stays.at(0).obstacle, Obstacle::rule_ended);
    EXPECT_EQ(journey("2026-09-15").stays.at(0).rule, RuleId("USA-CHN"));
    EXPECT_FALSE(journey("2026-09-15").stays.at(0).requirement.has_value());
    EXPECT_FALSE(journey("2026-09-15").stays.at(0).latest_exit.has_value());
    const auto mobility = [&](std::string_view on, Basis basis) { return answer(desk.looking(), MobilityQuery{.on = day(on), .basis = basis, .passport = place("US")}).rows.at(0); };
    EXPECT_EQ(mobility("2026-02-17", Basis::table).ended, 0U);
    EXPECT_EQ(mobility("2026-09-15", Basis::table).ended, 1U);
    EXPECT_EQ(mobility("2026-09-15", Basis::table).mobility, mobility("2026-09-14", Basis::table).mobility) << "as it was published";
    const auto change = answer(desk.looking(), ChangesQuery{.passport = place("US"), .destination = place("CN"), .from = day("2026-09-14"), .to = day("2026-09-15"), .basis = {}});
    EXPECT_EQ(change.other, 1U);
    EXPECT_EQ(change.rows.at(0).after.ended, RuleId("USA-CHN"));
    const auto waiver = [&](std::string_view on) {
        for (const WaiverRow& row : answer(desk.looking(), WaiversQuery{.jurisdiction = place("US"), .on = day(on), .basis = Basis::rules, .set = "china", .direction = {}}).rows) {
            if (row.partner == place("CN")) return row.outbound;
        }
        return OneWay{};
    };
    EXPECT_EQ(waiver("2026-09-14").requirement, Requirement::visa_free);
    EXPECT_FALSE(waiver("2026-09-15").requirement.has_value());
    EXPECT_EQ(waiver("2026-09-15").ended, RuleId("USA-CHN"));
    for (const CandidateRow& row : answer(desk.looking(), CandidatesQuery{.jurisdiction = place("US"), .on = day("2026-09-15"), .set = "china", .first = {}}).rows) {
        EXPECT_EQ(row.outbound.ended, RuleId("USA-CHN"));
        EXPECT_EQ(row.parts.at(0).value, "no") << "nobody is said to exempt us by a waiver that is over";
    }
}

TEST(Requirement, IsUnknownWhereARuleMayHoldAndWouldDecide) {
    Desk desk = furnished();
    desk.enact(rule("USA-CHN", passport("US"), "CN", {per_entry(30)}, from("2026-02")));
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-01-31").without_visa, Answer::no);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-02-10").without_visa, Answer::unknown);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-02-28").without_visa, Answer::yes);
    EXPECT_EQ(requirement(desk, {passport("KZ")}, "TH", "2026-02-28").without_visa, Answer::unknown) << "nothing is known";
}

TEST(Requirement, HoldsFromTheDayOnWhichARuleWasSeenInForce) {
    Desk desk = furnished();
    Rule seen = rule("USA-CHN", passport("US"), "CN", {per_entry(30)}, {.from_unknown = true});
    seen.seen = day("2026-02-17");
    desk.enact(seen);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-02-16").without_visa, Answer::unknown);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-02-17").without_visa, Answer::yes);
}

TEST(Requirement, ChoosesTheBestOfTheDocumentsHeld) {
    Desk desk = furnished();
    Rule card = rule("CARD", {DocumentKind::permanent_resident_id, place("MO")}, "HK", {per_entry(180)}, from("2010-01-01"));
    card.requirement = Requirement::permit;
    desk.enact(card);
    Rule booklet = rule("BOOKLET", passport("MO"), "HK", {}, from("2010-01-01"));
    booklet.requirement = Requirement::permit_needed;
    desk.enact(booklet);
    EXPECT_EQ(requirement(desk, {passport("MO")}, "HK", "2026-01-01").without_visa, Answer::no);
    EXPECT_EQ(requirement(desk, {passport("MO"), card.document}, "HK", "2026-01-01").chosen->rule, RuleId("CARD"));
    EXPECT_TRUE(requirement(desk, {passport("MO")}, "MO", "2026-01-01").chosen->own);
}

TEST(Requirement, NeedsEveryConditionOfAGroupToBeTold) {
    Desk desk = furnished();
    Rule group = rule("GROUP", passport("US"), "CN", {per_entry(6)}, from("2024-01-01"));
    group.track = Track::group;
    group.conditions = {{.kind = ConditionKind::group_of, .number = 5}};
    desk.enact(group);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-01-01").without_visa, Answer::no);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-01-01", {.group = 4}).without_visa, Answer::no);
    EXPECT_EQ(requirement(desk, {passport("US")}, "CN", "2026-01-01", {.group = 5}).chosen->rule, RuleId("GROUP"));
}

TEST(Requirement, OfARuleWhoseConditionFailsIsNotGivenByTheTableInstead) {
    Desk desk = furnished();
    EXPECT_EQ(requirement(desk, {passport("US")}, "MO", "2026-01-01").without_visa, Answer::yes) << "the table alone";
    Rule business = rule("BUSINESS", passport("US"), "MO", {per_entry(30)}, from("2024-01-01"));
    business.conditions = {{.kind = ConditionKind::group_of, .number = 5}};
    desk.enact(business);
    EXPECT_EQ(requirement(desk, {passport("US")}, "MO", "2026-01-01", {.group = 5}).chosen->rule, RuleId("BUSINESS"));
    EXPECT_NE(requirement(desk, {passport("US")}, "MO", "2026-01-01", {.group = 4}).without_visa, Answer::yes) << "the official rule goes before the table";
}

TEST(Conditions, AnswerByWhatIsTold) {
    const Date on = day("2025-11-05");
    const auto met = [&](const Condition& condition, const Circumstances& told) { return met_by(condition, told, place("CN"), on); };
    const Condition port{.kind = ConditionKind::entry_port, .ports = {{"hengqin", from("2025-11-05")}, {"later", from("2026-01-01")}}, .ports_complete = true};
    EXPECT_EQ(met(port, {}), Answer::unknown);
    EXPECT_EQ(met(port, {.entry_port = "hengqin"}), Answer::yes);
    EXPECT_EQ(met(port, {.entry_port = "later"}), Answer::no);
    EXPECT_EQ(met(port, {.entry_port = "another"}), Answer::no);
    const Condition third{.kind = ConditionKind::onward_third};
    EXPECT_EQ(met(third, {.coming_from = place("MO"), .onward_to = place("HK")}), Answer::yes);
    EXPECT_EQ(met(third, {.coming_from = place("MO"), .onward_to = place("MO")}), Answer::no);
    EXPECT_EQ(met(third, {.coming_from = place("MO"), .onward_to = place("CN")}), Answer::no);
    EXPECT_EQ(met(third, {.coming_from = {}, .onward_to = place("HK")}), Answer::unknown);
    const Condition hours{.kind = ConditionKind::within_hours, .number = 240};
    EXPECT_EQ(met(hours, {.days = 10}), Answer::yes);
    EXPECT_EQ(met(hours, {.days = 11}), Answer::no);
    EXPECT_EQ(met({.kind = ConditionKind::not_for, .words = {"work"}}, {.purpose = "work"}), Answer::no);
    EXPECT_EQ(met({.kind = ConditionKind::not_for, .words = {"work"}}, {.purpose = "tourism"}), Answer::yes);
    EXPECT_EQ(met({.kind = ConditionKind::endorsement}, {}), Answer::unknown);
    EXPECT_EQ(met({.kind = ConditionKind::endorsement}, {.met = {ConditionKind::endorsement}}), Answer::yes);
}

class Numbers {
public:
    std::uint32_t below(std::uint32_t bound) {
        state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return static_cast<std::uint32_t>(state_ >> 33U) % bound;
    }

private:
    std::uint64_t state_ = 7;
};

Rule some_rule(Numbers& numbers, std::uint32_t number, Requirement requirement) {
    const std::vector<std::string_view> passports{"MO", "US", "KZ"};
    const std::vector<std::string_view> places{"CN", "PT", "TH"};
    Rule one = rule("R" + std::to_string(number), passport(passports[numbers.below(3)]), places[numbers.below(3)], {}, {});
    one.requirement = requirement;
    const std::uint32_t begins = numbers.below(4);
    if (begins == 0) one.validity.from_unknown = true;
    else if (begins == 1) one.validity.from = period("2025-0" + std::to_string(1 + numbers.below(9)));
    else one.validity.from = period("2025-0" + std::to_string(1 + numbers.below(9)) + "-15");
    if (numbers.below(3) == 0) one.validity.to = period("2026-0" + std::to_string(1 + numbers.below(9)));
    if (rules::waives(requirement)) one.windows = {per_entry(static_cast<std::uint16_t>(1 + numbers.below(90)))};
    if (numbers.below(4) == 0) one.conditions = {{.kind = ConditionKind::ticket}};
    return one;
}

TEST(RequirementProperty, AWaiverAddedNeverWorsensARequirement) {
    Numbers numbers;
    const auto weight = [](const RequirementAnswer& found) { return found.chosen ? rules::weight_of(found.chosen->requirement) : 9; };
    const auto rank = [](Answer answer) { return answer == Answer::yes ? 2 : answer == Answer::unknown ? 1 : 0; };
    int lighter = 0;
    for (int round = 0; round < 60; ++round) {
        Desk desk = furnished();
        constexpr std::array others{Requirement::visa_required, Requirement::on_arrival, Requirement::e_visa, Requirement::no_admission, Requirement::visa_free};
        for (std::uint32_t i = 0; i < 6; ++i) static_cast<void>(desk.ask(EnactRule{.rule = some_rule(numbers, i, others[numbers.below(5)])}));
        Desk more = desk;
        const Rule waiver = some_rule(numbers, 100, Requirement::visa_free);
        if (!more.ask(EnactRule{.rule = waiver}).empty()) continue;
        for (const std::string_view of : {"MO", "US", "KZ"}) {
            for (const std::string_view to : {"CN", "PT", "TH"}) {
                for (const std::string_view on : {"2025-03-15", "2025-08-31", "2026-05-10"}) {
                    // Once it is over, the table that showed it is believed no more.
                    if (holds_on(waiver.validity, day(on)) == Answer::no && waiver.validity.to && waiver.validity.to->to < day(on)) continue;
                    const RequirementAnswer before = requirement(desk, {passport(of)}, to, on);
                    const RequirementAnswer after = requirement(more, {passport(of)}, to, on);
                    EXPECT_LE(weight(after), weight(before)) << of << to << on;
                    EXPECT_GE(rank(after.without_visa), rank(before.without_visa)) << of << to << on;
                    lighter += weight(after) < weight(before) ? 1 : 0;
                }
            }
        }
    }
    EXPECT_GT(lighter, 10);
}

TEST(RequirementProperty, ARuleOfLaterChangesNoEarlierDay) {
    Numbers numbers;
    for (int round = 0; round < 60; ++round) {
        Desk desk = furnished();
        for (std::uint32_t i = 0; i < 6; ++i) static_cast<void>(desk.ask(EnactRule{.rule = some_rule(numbers, i, numbers.below(2) == 0 ? Requirement::visa_free : Requirement::visa_required)}));
        Desk later = desk;
        for (std::uint32_t i = 50; i < 56; ++i) {
            Rule one = some_rule(numbers, i, numbers.below(2) == 0 ? Requirement::visa_free : Requirement::no_admission);
            one.validity = from("2026-06-01");
            static_cast<void>(later.ask(EnactRule{.rule = one}));
        }
        EXPECT_EQ(later.ask(table("2026-06-01")), "");
        for (const std::string_view of : {"MO", "US", "KZ"}) {
            for (const std::string_view to : {"CN", "PT", "TH"}) {
                const RequirementAnswer before = requirement(desk, {passport(of)}, to, "2026-05-31");
                const RequirementAnswer after = requirement(later, {passport(of)}, to, "2026-05-31");
                EXPECT_EQ(before.without_visa, after.without_visa);
                EXPECT_EQ(before.chosen.has_value(), after.chosen.has_value());
                if (before.chosen && after.chosen) {
                    EXPECT_EQ(before.chosen->rule, after.chosen->rule);
                }
                EXPECT_EQ(before.others.size(), after.others.size());
            }
        }
    }
}

}  // namespace
}  // namespace ponte::stay
