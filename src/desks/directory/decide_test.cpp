#include "desks/directory/decide.h"

#include "base/refusal_table.h"
#include "desks/directory/invariants.h"
#include "desks/directory/queries.h"
#include "desks/directory/refusals.h"

#include <gtest/gtest.h>

namespace ponte::directory {
namespace {

Date day(std::string_view text) { return *Date::from_text(text); }
Names named(std::string text) { return {.zh_hant = {}, .zh_hans = {}, .pt = {}, .en = std::move(text)}; }
access::Grant with(access::Role role) { return {.person = PersonId("ana"), .body = BodyId("dsepdr"), .side = Side::macao, .roles = {{.desk = "directory", .role = role}}}; }

// The directory in memory: it plays the house.
struct Desk {
    State state;
    Instant now = *Instant::from_text("2022-06-15T02:00:00Z");
    std::uint64_t sequence = 0;

    template <class Command>
    [[nodiscard]] Decision decided(access::Role role, const Command& command) const {
        const access::Grant by = with(role);
        return decide({.directory = state, .asker = by, .now = now}, command);
    }
    template <class Command>
    std::string ask(const Command& command) {
        const Decision decision = decided(access::Role::secretariat, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            const Recorded recorded{.sequence = sequence++, .leaf = {}, .time = now, .actor = PersonId("ana"), .run = 0};
            std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
        return {};
    }
};

template <class Command>
struct Request {
    access::Role role;
    Command command;
};
constexpr access::Role secretariat = access::Role::secretariat;
constexpr access::Role officer = access::Role::officer;

NameJurisdiction jurisdiction(std::string id) { return {JurisdictionId(id), named(id), {}, "a list"}; }
DefineJurisdictionSet set(std::string id) { return {SetId(std::move(id)), named("a set"), SetKind::published, "", "a list"}; }
AddToJurisdictionSet member(std::string of_set, std::string id) { return {SetId(std::move(of_set)), JurisdictionId(std::move(id)), {}, {}, "a list"}; }
NameBody body(std::string id, std::string name) { return {BodyId(std::move(id)), Side::macao, named(std::move(name)), {}, {}, "bureau", "the gazette"}; }

TEST(NameJurisdiction, RefusesInTheDocumentedOrder) {
    Desk desk;
    EXPECT_EQ(desk.ask(jurisdiction("PT")), "");
    using R = Request<NameJurisdiction>;
    expect_refusals<R>({secretariat, jurisdiction("BR")},
                       {{refusals::not_allowed, [](R& r) { r.role = officer; }},
                        {refusals::id_malformed, [](R& r) { r.command.jurisdiction = JurisdictionId("P T"); }},
                        {refusals::name_missing, [](R& r) { r.command.names = {}; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::jurisdiction_already_named, [](R& r) { r.command.jurisdiction = JurisdictionId("PT"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
}

TEST(DefineJurisdictionSet, RefusesInTheDocumentedOrder) {
    Desk desk;
    EXPECT_EQ(desk.ask(set("psc")), "");
    using R = Request<DefineJurisdictionSet>;
    expect_refusals<R>({secretariat, set("bri")},
                       {{refusals::not_allowed, [](R& r) { r.role = officer; }},
                        {refusals::id_malformed, [](R& r) { r.command.set = SetId(""); }},
                        {refusals::name_missing, [](R& r) { r.command.names = {}; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::set_already_defined, [](R& r) { r.command.set = SetId("psc"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
}

TEST(AddToJurisdictionSet, RefusesInTheDocumentedOrder) {
    Desk desk;
    for (const std::string id : {"PT", "BR"}) EXPECT_EQ(desk.ask(jurisdiction(id)), "");
    EXPECT_EQ(desk.ask(set("psc")), "");
    EXPECT_EQ(desk.ask(member("psc", "PT")), "");
    using R = Request<AddToJurisdictionSet>;
    expect_refusals<R>({secretariat, member("psc", "BR")},
                       {{refusals::not_allowed, [](R& r) { r.role = officer; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::dates_backwards,
                         [](R& r) {
                             r.command.from = day("2022-04-02");
                             r.command.to = day("2022-04-01");
                         }},
                        {refusals::set_unknown, [](R& r) { r.command.set = SetId("none"); }},
                        {refusals::jurisdiction_unknown, [](R& r) { r.command.jurisdiction = JurisdictionId("XX"); }},
                        {refusals::already_a_member, [](R& r) { r.command.jurisdiction = JurisdictionId("PT"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
}

TEST(JurisdictionSets, HaveOneMemberMoreFromTheDayItJoined) {
    Desk desk;
    for (const std::string id : {"PT", "GQ"}) EXPECT_EQ(desk.ask(jurisdiction(id)), "");
    EXPECT_EQ(desk.ask(set("psc")), "");
    EXPECT_EQ(desk.ask(member("psc", "PT")), "");
    AddToJurisdictionSet later = member("psc", "GQ");
    later.from = day("2022-04-10");
    EXPECT_EQ(desk.ask(later), "");
    EXPECT_EQ(desk.state.jurisdictions.members_on(SetId("psc"), day("2022-04-09")).size(), 1U);
    EXPECT_EQ(desk.state.jurisdictions.members_on(SetId("psc"), day("2022-04-10")).size(), 2U);
    const JurisdictionSetsAnswer before = answer(desk.state, {.set = SetId("psc"), .on = day("2022-04-09")}, {}, desk.now);
    ASSERT_EQ(before.sets.size(), 1U);
    EXPECT_EQ(before.sets[0].members.size(), 1U);
}

TEST(JurisdictionSets, TakeAMemberBackAfterItLeft) {
    Desk desk;
    EXPECT_EQ(desk.ask(jurisdiction("PT")), "");
    EXPECT_EQ(desk.ask(set("psc")), "");
    AddToJurisdictionSet first = member("psc", "PT");
    first.to = day("2003-12-31");
    EXPECT_EQ(desk.ask(first), "");
    AddToJurisdictionSet again = member("psc", "PT");
    again.from = day("2003-12-31");
    EXPECT_EQ(desk.ask(again), "directory.already_a_member");
    again.from = day("2004-01-01");
    EXPECT_EQ(desk.ask(again), "");
}

TEST(NameBody, RefusesInTheDocumentedOrder) {
    Desk desk;
    EXPECT_EQ(desk.ask(body("dse", "Economic Bureau")), "");
    using R = Request<NameBody>;
    expect_refusals<R>({secretariat, body("amcm", "Monetary Authority")},
                       {{refusals::not_allowed, [](R& r) { r.role = officer; }},
                        {refusals::id_malformed, [](R& r) { r.command.body = BodyId("a/b"); }},
                        {refusals::name_missing, [](R& r) { r.command.names = {}; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::dates_backwards,
                         [](R& r) {
                             r.command.from = day("2021-02-02");
                             r.command.to = day("2021-02-01");
                         }},
                        {refusals::side_differs,
                         [](R& r) {
                             r.command.body = BodyId("dse");
                             r.command.side = Side::mainland;
                         }},
                        {refusals::names_overlap, [](R& r) { r.command.body = BodyId("dse"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
}

TEST(Bodies, ChangeTheirNameOnADay) {
    Desk desk;
    NameBody first = body("dse", "Economic Bureau");
    first.to = day("2021-01-31");
    NameBody second = body("dse", "Economic and Technological Development Bureau");
    second.from = day("2021-02-01");
    EXPECT_EQ(desk.ask(second), "");
    EXPECT_EQ(desk.ask(first), "");  // Recorded in any order.
    EXPECT_EQ(desk.state.bodies.named_on(BodyId("dse"), day("2021-01-31"))->names.en, "Economic Bureau");
    EXPECT_EQ(desk.state.bodies.named_on(BodyId("dse"), day("2021-02-01"))->names.en, second.names.en);
    EXPECT_EQ(answer(desk.state, BodiesQuery{day("2021-01-31")}, {}, desk.now).bodies[0].names.en, "Economic Bureau");
}

TEST(ReviewDisplayName, WinsForItsAudienceOnly) {
    Desk desk;
    EXPECT_EQ(desk.ask(jurisdiction("PT")), "");
    EXPECT_EQ(desk.ask(set("psc")), "");
    EXPECT_EQ(desk.ask(member("psc", "PT")), "");
    EXPECT_EQ(desk.ask(ReviewDisplayName{JurisdictionId("PT"), "mainland", named("Portugal (reviewed)"), "house style"}), "");
    const auto shown_to = [&](std::optional<Side> side) {
        return answer(desk.state, JurisdictionSetsQuery{}, {.body = {}, .side = side}, desk.now).sets[0].members[0].names.en;
    };
    EXPECT_EQ(shown_to(Side::mainland), "Portugal (reviewed)");
    EXPECT_EQ(shown_to(Side::macao), "PT");
    EXPECT_EQ(shown_to({}), "PT");
}

TEST(ReviewDisplayName, RefusesInTheDocumentedOrder) {
    Desk desk;
    EXPECT_EQ(desk.ask(jurisdiction("PT")), "");
    using R = Request<ReviewDisplayName>;
    expect_refusals<R>({secretariat, {JurisdictionId("PT"), "public", named("Portugal"), ""}},
                       {{refusals::not_allowed, [](R& r) { r.role = officer; }},
                        {refusals::audience_unknown, [](R& r) { r.command.audience = "everyone"; }},
                        {refusals::name_missing, [](R& r) { r.command.names = {}; }},
                        {refusals::jurisdiction_unknown, [](R& r) { r.command.jurisdiction = JurisdictionId("XX"); }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
}

TEST(DirectoryInvariants, NameTwoNamesOfOneDayAndAnUnknownMember) {
    Desk desk;
    EXPECT_EQ(desk.ask(jurisdiction("PT")), "");
    EXPECT_EQ(desk.ask(set("psc")), "");
    EXPECT_EQ(desk.ask(member("psc", "PT")), "");
    EXPECT_EQ(desk.ask(body("dse", "Economic Bureau")), "");
    State two_names = desk.state;
    two_names.bodies.by_id.at(BodyId("dse")).by_date.push_back({.names = named("Another"), .from = day("2021-01-01"), .to = {}});
    EXPECT_NE(broken_promise_anywhere(two_names), std::nullopt);
    State stranger = desk.state;
    stranger.jurisdictions.by_id.clear();
    EXPECT_NE(broken_promise_anywhere(stranger), std::nullopt);
}

}  // namespace
}  // namespace ponte::directory
