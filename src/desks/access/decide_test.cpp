#include "desks/access/decide.h"

#include "base/refusal_table.h"
#include "desks/access/invariants.h"
#include "desks/access/queries.h"
#include "desks/access/refusals.h"

#include <gtest/gtest.h>

namespace ponte::access {
namespace {

Date day(std::string_view text) { return *Date::from_text(text); }

// The access desk in memory: it plays the house, and asks everybody's grant of its own state.
struct Desk {
    State state;
    directory::Bodies bodies;
    Instant now = *Instant::from_text("2020-06-15T02:00:00Z");
    std::uint64_t sequence = 0;

    Desk() {
        bodies.by_id[BodyId("dsepdr")] = {.side = Side::macao, .by_date = {}};
        bodies.by_id[BodyId("amcm")] = {.side = Side::macao, .by_date = {}};
        bodies.by_id[BodyId("pboc")] = {.side = Side::mainland, .by_date = {}};
        // Two administrators to begin with, as the first block of a journal makes them.
        for (const std::string_view name : {"ana", "bea"}) {
            const PersonId person{std::string(name)};
            record(PersonRegistered{.person = person, .body = BodyId("dsepdr"), .side = Side::macao, .display = {}, .from = day("2020-01-01")}, person);
            record(RoleGranted{.person = person, .desk = "*", .role = Role::administrator, .from = day("2020-01-01"), .to = {}}, person);
        }
    }

    void record(const Event& event, const PersonId& actor) {
        const Recorded recorded{.sequence = sequence++, .leaf = {}, .time = now, .actor = actor, .run = 0};
        std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
        EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
    }
    [[nodiscard]] Grant grant(std::string_view person) const { return grant_on(state, PersonId(std::string(person)), now.date(), false); }

    template <class Command>
    [[nodiscard]] Decision decided(std::string_view person, const Command& command) const {
        const Grant by = grant(person);
        return decide({.access = state, .bodies = bodies, .asker = by, .now = now}, command);
    }
    template <class Command>
    std::string ask(std::string_view person, const Command& command) {
        const Decision decision = decided(person, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) record(event, PersonId(std::string(person)));
        return {};
    }
    void person(std::string_view name, std::string_view body = "amcm") {
        EXPECT_EQ(ask("ana", RegisterPerson{PersonId(std::string(name)), BodyId(std::string(body)), {}, {}}), "");
    }
    void role(std::string_view name, Role role, std::string desk = "conference") {
        EXPECT_EQ(ask("ana", GrantRole{PersonId(std::string(name)), std::move(desk), role, {}, {}}), "");
    }
};

template <class Command>
struct Request {
    std::string by;
    Command command;
};

TEST(RegisterPerson, TakesTheSideFromTheBody) {
    Desk desk;
    desk.person("li", "pboc");
    EXPECT_EQ(desk.grant("li").side, Side::mainland);
    EXPECT_EQ(desk.state.people.at(PersonId("li")).from, day("2020-06-15"));
}

TEST(RegisterPerson, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.person("li");
    using R = Request<RegisterPerson>;
    expect_refusals<R>({"ana", {PersonId("chan"), BodyId("amcm"), {}, {}}},
                       {{refusals::not_allowed, [](R& r) { r.by = "li"; }},
                        {refusals::id_malformed, [](R& r) { r.command.person = PersonId("Chan Tai Man"); }},
                        {refusals::person_known, [](R& r) { r.command.person = PersonId("li"); }},
                        {refusals::body_unknown, [](R& r) { r.command.body = BodyId("nobody"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(GrantRole, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.person("li");
    desk.person("wu");
    desk.role("li", Role::officer);
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("wu"), day("2020-06-30"), "moved"}), "");
    using R = Request<GrantRole>;
    expect_refusals<R>({"ana", {PersonId("li"), "conference", Role::head, {}, {}}},
                       {{refusals::not_allowed, [](R& r) { r.by = "li"; }},
                        {refusals::desk_unknown, [](R& r) { r.command.desk = "kitchen"; }},
                        {refusals::dates_backwards, [](R& r) { r.command.to = day("2020-06-14"); }},
                        {refusals::person_unknown, [](R& r) { r.command.person = PersonId("nobody"); }},
                        {refusals::person_has_left, [](R& r) { r.command.person = PersonId("wu"); }},
                        {refusals::role_held, [](R& r) { r.command.role = Role::officer; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(GrantRole, TakesEffectAtOnceForAnOfficerAndOnlyInItsDates) {
    Desk desk;
    desk.person("li");
    EXPECT_EQ(desk.ask("ana", GrantRole{PersonId("li"), "conference", Role::officer, day("2020-06-15"), day("2020-06-20")}), "");
    EXPECT_TRUE(desk.grant("li").has("conference", Role::officer));
    EXPECT_FALSE(desk.grant("li").has("directory", Role::officer));
    EXPECT_TRUE(grant_on(desk.state, PersonId("li"), day("2020-06-20"), false).has("conference", Role::officer));
    EXPECT_FALSE(grant_on(desk.state, PersonId("li"), day("2020-06-21"), false).has("conference", Role::officer));
    EXPECT_FALSE(grant_on(desk.state, PersonId("li"), day("2020-06-14"), false).has("conference", Role::officer));
}

TEST(FourEyes, AreNeededForAdministratorsAndSecretariats) {
    for (const Role role : {Role::administrator, Role::secretariat}) {
        Desk desk;
        desk.person("li");
        EXPECT_EQ(desk.ask("ana", GrantRole{PersonId("li"), "conference", role, {}, {}}), "");
        EXPECT_FALSE(desk.grant("li").has("conference", role));
        EXPECT_EQ(desk.ask("ana", ConfirmRole{1}), "access.confirms_himself");
        EXPECT_FALSE(desk.grant("li").has("conference", role));
        EXPECT_EQ(desk.ask("bea", ConfirmRole{1}), "");
        EXPECT_TRUE(desk.grant("li").has("conference", role));
        EXPECT_EQ(desk.ask("bea", ConfirmRole{1}), "access.proposal_unknown");
    }
}

TEST(FourEyes, AreNotNeededForTheOtherRoles) {
    Desk desk;
    desk.person("li");
    for (const Role role : {Role::reader, Role::officer, Role::head, Role::verifier}) {
        desk.role("li", role);
        EXPECT_TRUE(desk.grant("li").has("conference", role));
    }
}

TEST(ConfirmRole, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.person("li");
    desk.role("li", Role::secretariat);
    using R = Request<ConfirmRole>;
    expect_refusals<R>({"bea", {1}},
                       {{refusals::not_allowed, [](R& r) { r.by = "li"; }},
                        {refusals::proposal_unknown, [](R& r) { r.command.proposal = 2; }},
                        {refusals::confirms_himself, [](R& r) { r.by = "ana"; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(WithdrawRole, EndsTheRoleThatDay) {
    Desk desk;
    desk.person("li");
    desk.role("li", Role::officer);
    desk.now = *Instant::from_text("2020-06-18T02:00:00Z");
    EXPECT_EQ(desk.ask("ana", WithdrawRole{PersonId("li"), "conference", Role::officer, "new post"}), "");
    EXPECT_FALSE(desk.grant("li").has("conference", Role::officer));
    EXPECT_TRUE(grant_on(desk.state, PersonId("li"), day("2020-06-17"), false).has("conference", Role::officer));
}

TEST(WithdrawRole, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.person("li");
    desk.role("li", Role::officer);
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("bea"), day("2020-12-01"), "retires"}), "");
    using R = Request<WithdrawRole>;
    expect_refusals<R>({"ana", {PersonId("li"), "conference", Role::officer, ""}},
                       {{refusals::not_allowed, [](R& r) { r.by = "li"; }},
                        {refusals::person_unknown, [](R& r) { r.command.person = PersonId("nobody"); }},
                        {refusals::role_not_held, [](R& r) { r.command.role = Role::head; }},
                        {refusals::last_administrator, [](R& r) { r.command = {PersonId("ana"), "*", Role::administrator, ""}; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(LastAdministrator, StaysWhateverTheOtherOnesCalendarSays) {
    Desk desk;
    const WithdrawRole from_ana{PersonId("ana"), "*", Role::administrator, ""};
    EXPECT_TRUE(desk.decided("ana", from_ana));
    // Bea leaves only in December, but then nobody would be left.
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("bea"), day("2020-12-01"), "retires"}), "");
    EXPECT_EQ(desk.ask("bea", from_ana), "access.last_administrator");
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("ana"), day("2020-07-01"), "moves"}), "access.last_administrator");
}

TEST(LastAdministrator, IsNotReplacedByTheAdministratorOfAnotherDesk) {
    Desk desk;
    desk.person("li");
    desk.role("li", Role::administrator, "directory");
    EXPECT_EQ(desk.ask("bea", ConfirmRole{1}), "");
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("bea"), day("2020-06-15"), "retires"}), "");
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("ana"), day("2020-06-15"), "retires"}), "access.last_administrator");
    EXPECT_EQ(desk.ask("ana", WithdrawRole{PersonId("li"), "directory", Role::administrator, ""}), "");
}

TEST(RecordLeaver, EndsAccessOnThatDay) {
    Desk desk;
    desk.person("li");
    desk.role("li", Role::officer);
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("li"), day("2020-06-20"), "moved"}), "");
    EXPECT_TRUE(grant_on(desk.state, PersonId("li"), day("2020-06-19"), false).has("conference", Role::officer));
    const Grant after = grant_on(desk.state, PersonId("li"), day("2020-06-20"), false);
    EXPECT_TRUE(after.roles.empty());
    EXPECT_TRUE(after.body.value.empty());
    EXPECT_EQ(after.side, Side::other);
}

TEST(RecordLeaver, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.person("li");
    desk.person("wu");
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("wu"), day("2020-06-30"), "moved"}), "");
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("bea"), day("2020-06-30"), "retires"}), "");
    using R = Request<RecordLeaver>;
    expect_refusals<R>({"ana", {PersonId("li"), day("2020-06-30"), ""}},
                       {{refusals::not_allowed, [](R& r) { r.by = "li"; }},
                        {refusals::person_unknown, [](R& r) { r.command.person = PersonId("nobody"); }},
                        {refusals::person_has_left, [](R& r) { r.command.person = PersonId("wu"); }},
                        {refusals::last_administrator, [](R& r) { r.command.person = PersonId("ana"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(NameDeputy, LendsThePrincipalsRolesInsideTheDatesOnly) {
    Desk desk;
    desk.person("li");
    desk.person("wu");
    desk.role("li", Role::head);
    EXPECT_EQ(desk.ask("li", NameDeputy{PersonId("li"), PersonId("wu"), day("2020-07-01"), day("2020-07-10")}), "");
    const auto heads = [&](std::string_view date) { return grant_on(desk.state, PersonId("wu"), day(date), false).has("conference", Role::head); };
    EXPECT_FALSE(heads("2020-06-30"));
    EXPECT_TRUE(heads("2020-07-01"));
    EXPECT_TRUE(heads("2020-07-10"));
    EXPECT_FALSE(heads("2020-07-11"));
    EXPECT_EQ(grant_on(desk.state, PersonId("wu"), day("2020-07-05"), false).person, PersonId("wu"));
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("li"), day("2020-07-04"), "moved"}), "");
    EXPECT_TRUE(heads("2020-07-03"));
    EXPECT_FALSE(heads("2020-07-04"));  // The principal's roles ended, and so did what was lent.
}

TEST(NameDeputy, RefusesInTheDocumentedOrder) {
    Desk desk;
    for (const std::string_view name : {"li", "wu", "ng", "ho"}) desk.person(name);
    desk.person("zhou", "pboc");
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("ng"), day("2020-06-30"), "moved"}), "");
    using R = Request<NameDeputy>;
    expect_refusals<R>({"ana", {PersonId("li"), PersonId("wu"), day("2020-07-01"), day("2020-07-10")}},
                       {{refusals::not_allowed, [](R& r) { r.by = "ho"; }},
                        {refusals::dates_backwards, [](R& r) { r.command.to = day("2020-06-30"); }},
                        {refusals::deputises_himself, [](R& r) { r.command.deputy = r.command.principal = PersonId("li"); }},
                        {refusals::person_unknown, [](R& r) { r.command.principal = PersonId("nobody"); }},
                        {refusals::person_unknown, [](R& r) { r.command.deputy = PersonId("stranger"); }},
                        {refusals::person_has_left, [](R& r) { r.command.deputy = PersonId("ng"); }},
                        {refusals::deputy_of_other_body, [](R& r) { r.command.deputy = PersonId("zhou"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(SetPassword, RefusesInTheDocumentedOrder) {
    Desk desk;
    for (const std::string_view name : {"li", "wu", "ng"}) desk.person(name);
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("ng"), day("2020-06-30"), "moved"}), "");
    EXPECT_EQ(desk.ask("li", SetPassword{PersonId("li"), {}}), "");
    using R = Request<SetPassword>;
    expect_refusals<R>({"ana", {PersonId("li"), {}}},
                       {{refusals::not_allowed, [](R& r) { r.by = "wu"; }},
                        {refusals::person_unknown, [](R& r) { r.command.person = PersonId("nobody"); }},
                        {refusals::person_has_left, [](R& r) { r.command.person = PersonId("ng"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(SetAddress, KeepsOnlyTheSealAndTheLanguageOfTheLetters) {
    Desk desk;
    desk.person("li");
    desk.person("zhou", "pboc");
    EXPECT_EQ(desk.state.people.at(PersonId("li")).address, std::nullopt);
    const Sealed sealed{sha256("sealed")};
    EXPECT_EQ(desk.ask("li", SetAddress{PersonId("li"), sealed, Language::pt}), "");
    EXPECT_EQ(desk.state.people.at(PersonId("li")).address, sealed);
    EXPECT_EQ(desk.state.people.at(PersonId("li")).language, Language::pt);
    EXPECT_EQ(desk.ask("ana", SetAddress{PersonId("li"), {}, {}}), "");
    EXPECT_EQ(desk.state.people.at(PersonId("li")).address, Sealed{});
    EXPECT_EQ(desk.state.people.at(PersonId("li")).language, Language::zh_hant);
    EXPECT_EQ(desk.state.people.at(PersonId("zhou")).language, Language::zh_hans);
}

TEST(SetAddress, RefusesInTheDocumentedOrder) {
    Desk desk;
    for (const std::string_view name : {"li", "wu", "ng"}) desk.person(name);
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("ng"), day("2020-06-30"), "moved"}), "");
    using R = Request<SetAddress>;
    expect_refusals<R>({"ana", {PersonId("li"), {}, {}}},
                       {{refusals::not_allowed, [](R& r) { r.by = "wu"; }},
                        {refusals::person_unknown, [](R& r) { r.command.person = PersonId("nobody"); }},
                        {refusals::person_has_left, [](R& r) { r.command.person = PersonId("ng"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(IssueReset, OpensOnceUntilItsTimeIsOver) {
    Desk desk;
    desk.person("li");
    desk.person("wu");
    const auto until = [&](std::int64_t hours) { return Instant{desk.now.micros + hours * 3'600'000'000}; };
    const auto use = [&](std::string_view by, std::string_view word) { return desk.ask(by, UseReset{PersonId("li"), std::string(word), Sealed{sha256("new")}}); };
    EXPECT_EQ(use("li", ""), "access.reset_wrong");
    EXPECT_EQ(desk.ask("ana", IssueReset{PersonId("li"), sha256("first"), until(24)}), "");
    EXPECT_EQ(desk.ask("ana", IssueReset{PersonId("li"), sha256("second"), until(24)}), "");
    EXPECT_EQ(use("li", "first"), "access.reset_wrong") << "a later one replaces it";
    EXPECT_EQ(use("li", sha256("second").to_text()), "access.reset_wrong") << "what the record says opens nothing";
    EXPECT_EQ(use("wu", "second"), "access.not_allowed");
    const Instant before = desk.now;
    desk.now = until(24);
    EXPECT_EQ(use("li", "second"), "access.reset_wrong");
    desk.now = Instant{until(0).micros - 1};
    EXPECT_EQ(use("li", "second"), "");
    EXPECT_EQ(desk.state.people.at(PersonId("li")).secret, Sealed{sha256("new")});
    EXPECT_EQ(use("li", "second"), "access.reset_wrong") << "once";
    desk.now = before;
    EXPECT_EQ(desk.ask("ana", IssueReset{PersonId("wu"), sha256("third"), until(24)}), "");
    EXPECT_EQ(desk.ask("wu", SetPassword{PersonId("wu"), {}}), "");
    EXPECT_EQ(desk.state.people.at(PersonId("wu")).reset, std::nullopt) << "a password that was set otherwise ends it";
}

TEST(IssueReset, RefusesInTheDocumentedOrder) {
    Desk desk;
    for (const std::string_view name : {"li", "ng"}) desk.person(name);
    EXPECT_EQ(desk.ask("ana", RecordLeaver{PersonId("ng"), day("2020-06-30"), "moved"}), "");
    using R = Request<IssueReset>;
    const Instant hour{desk.now.micros + 3'600'000'000};
    expect_refusals<R>({"ana", {PersonId("li"), sha256("one"), hour}},
                       {{refusals::not_allowed, [](R& r) { r.by = "li"; }},
                        {refusals::expiry_out_of_range, [&](R& r) { r.command.until = desk.now; }},
                        {refusals::person_unknown, [](R& r) { r.command.person = PersonId("nobody"); }},
                        {refusals::person_has_left, [](R& r) { r.command.person = PersonId("ng"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
    const auto expires_after = [&](std::int64_t micros) { return desk.ask("ana", IssueReset{PersonId("li"), sha256("one"), Instant{desk.now.micros + micros}}); };
    EXPECT_EQ(expires_after(std::int64_t{7} * 86'400 * 1'000'000), "");
    EXPECT_EQ(expires_after(std::int64_t{7} * 86'400 * 1'000'000 + 1), "access.expiry_out_of_range");
}

TEST(NoteSession, IsTheServicesOwnWord) {
    Desk desk;
    const NoteSession note{.person = PersonId("bea"), .means = "password", .key = false, .until = desk.now};
    EXPECT_EQ(desk.ask("bea", note), "access.not_allowed") << "who is signed in does not say it";
    const auto noted = [&](std::string_view by, const NoteSession& one) {
        const Grant grant = grant_on(desk.state, PersonId(std::string(by)), desk.now.date(), true);
        return decide({.access = desk.state, .bodies = desk.bodies, .asker = grant, .now = desk.now}, one);
    };
    EXPECT_EQ(noted("ana", note).error().kind.code, "access.not_allowed") << "nor of another";
    EXPECT_EQ(noted("bea", {.person = PersonId("bea"), .means = "a b", .key = false, .until = desk.now}).error().kind.code, "access.id_malformed");
    EXPECT_TRUE(noted("bea", note));
}

TEST(NoteFailedSignIns, IsTheServicesOwnWordAndRepeatsNothingThatWasTyped) {
    Desk desk;
    EXPECT_EQ(desk.ask("bea", NoteFailedSignIns{PersonId("bea"), desk.now, 3}), "access.not_allowed");
    const auto noted = [&](std::string_view by) {
        const Grant grant = grant_on(desk.state, PersonId(std::string(by)), desk.now.date(), true);
        return decide({.access = desk.state, .bodies = desk.bodies, .asker = grant, .now = desk.now}, NoteFailedSignIns{PersonId(std::string(by)), desk.now, 3});
    };
    ASSERT_FALSE(noted("perhaps a password"));
    EXPECT_EQ(noted("perhaps a password").error(), (Refusal{refusals::person_unknown, "", "/person"}));
    EXPECT_TRUE(noted("bea"));
}

// The whole of who sees what: a row a stage, a column a reader, of a paper of a Macao body.
TEST(Grant, AtTheConferenceHoldsAtEveryDeskOfItsMechanismAndTheOtherWayRoundNot) {
    const Grant conference{.person = PersonId(std::string("ana")), .body = {}, .roles = {{"conference", Role::secretariat}}};
    for (const std::string_view desk : desks_of_the_mechanism) EXPECT_TRUE(conference.has(desk, Role::secretariat)) << desk;
    EXPECT_FALSE(conference.has("ledger", Role::secretariat));
    EXPECT_FALSE(conference.has("meetings", Role::head));
    const Grant meetings{.person = PersonId(std::string("ana")), .body = {}, .roles = {{"meetings", Role::secretariat}}};
    EXPECT_TRUE(meetings.has("meetings", Role::secretariat));
    EXPECT_FALSE(meetings.has("conference", Role::secretariat));
    EXPECT_FALSE(meetings.has("planning", Role::secretariat));
}

TEST(Sees, LetsEachReaderSeeHisStagesAndNoMore) {
    const std::vector<std::pair<std::string, Sight>> readers{
        {"own body", {.body = BodyId("amcm"), .side = Side::macao}},
        {"same side, other body", {.body = BodyId("dsepdr"), .side = Side::macao}},
        {"same side, audience", {.body = {}, .side = Side::macao}},
        {"other side, body", {.body = BodyId("pboc"), .side = Side::mainland}},
        {"other side, audience", {.body = {}, .side = Side::mainland}},
        {"body of neither side", {.body = BodyId("forum"), .side = Side::other}},
        {"public", {.body = {}, .side = {}}},
        {"a body without a side", {.body = BodyId("amcm"), .side = {}}},
        {"auditor", {.body = {}, .side = {}, .auditor = true}},
    };
    const std::vector<std::pair<Stage, std::string_view>> table{
        //                    o s S m M n p w a
        {Stage::internal,    "1 0 0 0 0 0 0 0 1"},
        {Stage::signed_off,  "1 1 1 0 0 0 0 0 1"},
        {Stage::released,    "1 1 1 1 1 0 0 0 1"},
        {Stage::published,   "1 1 1 1 1 1 1 1 1"},
    };
    for (const auto& [stage, row] : table) {
        for (std::size_t i = 0; i < readers.size(); ++i) {
            EXPECT_EQ(sees(readers[i].second, stage, BodyId("amcm"), Side::macao), row[2 * i] == '1')
                << readers[i].first << ", stage " << static_cast<int>(stage);
        }
    }
    // A paper that names no body is internal to nobody.
    EXPECT_FALSE(sees({.body = {}, .side = Side::macao}, Stage::internal, BodyId(""), Side::macao));
}

TEST(PeopleQuery, ShowsTheReadersOwnSideAndNoName) {
    Desk desk;
    desk.person("li", "amcm");
    desk.person("zhou", "pboc");
    desk.role("li", Role::officer);
    desk.role("zhou", Role::secretariat);
    const auto asked_by = [&](const Sight& reader) { return answer(desk.state, PeopleQuery{}, reader, desk.now); };
    EXPECT_EQ(asked_by({.body = {}, .side = Side::macao}).people.size(), 3U);
    EXPECT_TRUE(asked_by({.body = {}, .side = Side::macao}).open_proposals.empty());
    const PeopleAnswer mainland = asked_by({.body = {}, .side = Side::mainland});
    ASSERT_EQ(mainland.people.size(), 1U);
    EXPECT_EQ(mainland.people[0].person, PersonId("zhou"));
    EXPECT_EQ(mainland.open_proposals, (std::vector<std::uint64_t>{1}));
    EXPECT_TRUE(asked_by({.body = {}, .side = {}}).people.empty());
    EXPECT_EQ(asked_by({.body = {}, .side = {}, .auditor = true}).people.size(), 4U);
}

}  // namespace
}  // namespace ponte::access
