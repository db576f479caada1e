#include "desks/conference/desk_sample.h"
#include "desks/conference/queries_proof.h"

namespace ponte::conference {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};

RecordSession session(std::uint16_t n, std::optional<std::string> on) {
    RecordSession command{.number = n, .source = "https://example.org/meeting"};
    if (on) command.on = day(*on);
    return command;
}

TEST(RecordSession, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), session(1, "2018-12-06"));
    using R = Request<RecordSession>;
    expect_refusals<R>({secretariat(), session(2, "2020-12-31")},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::session_date_missing,
                         [](R& r) {
                             r.command.on.reset();
                             r.command.not_before = day("2020-01-01");
                             r.command.not_after.reset();
                         }},
                        {refusals::dates_backwards,
                         [](R& r) {
                             r.command.on.reset();
                             r.command.not_before = day("2020-02-01");
                             r.command.not_after = day("2020-01-31");
                         }},
                        {refusals::date_in_future, [](R& r) { r.command.on = day("2021-01-01"); }},
                        {refusals::session_exists, [](R& r) { r.command.number = 1; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(RecordYearWithoutSession, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), session(1, "2018-12-06"));
    desk.done(secretariat(), RecordYearWithoutSession{.year = 2016, .reason = "none was called", .source = "minutes"});
    using R = Request<RecordYearWithoutSession>;
    expect_refusals<R>({secretariat(), {.year = 2019, .reason = "none was called", .source = "minutes"}},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::year_not_over, [](R& r) { r.command.year = 2020; }},
                        {refusals::year_had_a_session, [](R& r) { r.command.year = 2018; }},
                        {refusals::year_stated_already, [](R& r) { r.command.year = 2016; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(RecordYearWithoutSession, IsRefusedWhereASessionMustLieInTheYearAndNotWhereItOnlyMay) {
    Desk desk = desk_with_a_plan();
    const auto within = [](std::uint16_t n, std::string_view from, std::string_view to) {
        RecordSession command = session(n, {});
        command.not_before = day(from);
        command.not_after = day(to);
        return command;
    };
    desk.done(secretariat(), within(1, "2018-01-01", "2018-12-31"));
    desk.done(secretariat(), within(2, "2018-12-31", "2019-01-01"));
    RecordYearWithoutSession none{.year = 2018, .reason = "none was called", .source = "minutes"};
    EXPECT_EQ(desk.ask(secretariat(), none), "conference.year_had_a_session");
    none.year = 2019;
    EXPECT_EQ(desk.ask(secretariat(), none), "");
    EXPECT_EQ(desk.ask(secretariat(), none), "conference.year_stated_already");
}

TEST(RecordYearWithoutSession, WaitsForTheFirstOfJanuary) {
    Desk desk = desk_with_a_plan();
    const RecordYearWithoutSession none{.year = 2020, .reason = "none was called", .source = "minutes"};
    desk.now = instant("2020-12-31T15:59:59Z");
    EXPECT_EQ(desk.ask(secretariat(), none), "conference.year_not_over");
    desk.now = instant("2020-12-31T16:00:00Z");  // 1 January in Macao
    EXPECT_EQ(desk.ask(secretariat(), none), "");
}

TEST(FreezeDossier, RefusesInTheDocumentedOrder) {
    const Desk desk = desk_with_a_plan();
    using R = Request<FreezeDossier>;
    expect_refusals<R>({secretariat(), {PlanId("2020"), Audience::everyone}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::body_not_yours, [](R& r) { r.command.audience = Audience::mainland; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(FreezeDossier, FixesWhatTheDeskItselfComputes) {
    Desk desk = desk_with_a_plan();
    const ItemId item = desk.recorded(officer(), observation("RMB 3 bn", "3", "2020-Q1"));
    desk.taken_to(item, Stage::released);
    const Proof proof = proof_of(known_of(desk.state), PlanId("2020"), Audience::macao, day("2020-12-31"));
    const std::uint64_t position = desk.position;
    desk.done(secretariat(), FreezeDossier{PlanId("2020"), Audience::macao});
    ASSERT_EQ(desk.state.frozen.size(), 1U);
    const DossierFrozen& frozen = desk.state.frozen.begin()->second;
    EXPECT_EQ(frozen.position, position);
    EXPECT_EQ(frozen.as_at, day("2020-12-31"));
    EXPECT_EQ(frozen.series, proof.commitments.size());
    EXPECT_EQ(frozen.commitments, proof.commitments_digest);
    EXPECT_EQ(frozen.figures, proof.figures_digest);
}

}  // namespace
}  // namespace ponte::conference
