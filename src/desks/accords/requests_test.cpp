#include "desks/accords/partners_sample.h"

namespace ponte::accords {
namespace {

using ponte::Answer;

Desk partners() {
    Desk desk;
    desk.instrument("sfo.kr", InstrumentKind::surrender, "KR");
    desk.step("sfo.kr", StepKind::signing, "2019-10-23");
    desk.step("sfo.kr", StepKind::force, "2021-03-31");
    desk.done(secretariat(), StateRoute{.route = RouteId("law.6.2006"), .matters = {Matter::surrender, Matter::criminal_assistance}, .names = english("Law 6/2006"),
                                        .reference = "Law 6/2006", .validity = {.from = span("2006-11-01"), .to = {}}, .without = {place("HK")}, .conditions = "reciprocity",
                                        .source = source_of("the law", Confidence::medium)});
    return desk;
}

RecordRequest surrender_of(std::string id, std::string_view made) {
    return {.request = RequestId(std::move(id)), .matter = Matter::surrender, .partner = place("KR"), .direction = Direction::received, .made = day(made), .due = {},
            .instrument = instrument_id("sfo.kr"), .route = {}, .person = PersonId(std::string("case-7")), .subject = sealed("subject", sha256("case-7"), "A Person"),
            .reference = "SFO/7"};
}
AnswerRequest answered(std::string id, std::string_view on, RequestOutcome outcome, std::optional<Ground> ground = {}) {
    return {.request = RequestId(std::move(id)), .on = day(on), .outcome = outcome, .ground = ground, .note = {}};
}
RequestRow row(const Desk& desk, std::string_view on, const access::Sight& reader = of_body("dsaj")) {
    RequestsQuery query{};
    query.on = day(on);
    return desk.asked(query, reader).requests.at(0);
}

TEST(RecordRequest, KeepsWhetherItsInstrumentHeldThatDay) {
    Desk desk = partners();
    desk.done(officer(), surrender_of("r1", "2021-03-31"));
    EXPECT_EQ(row(desk, "2022-01-01").held, Answer::yes);
    RecordRequest by_law = surrender_of("r2", "2021-03-30");
    by_law.instrument.reset();
    by_law.route = RouteId("law.6.2006");
    desk.done(officer(), by_law);
    EXPECT_EQ(desk.state.requests.at(RequestId("r2")).recorded.held, Answer::yes);
    RecordRequest without = surrender_of("r3", "2021-03-30");
    without.instrument.reset();
    without.subject.reset();
    desk.done(officer(), without);
    EXPECT_FALSE(desk.state.requests.at(RequestId("r3")).recorded.held);
    EXPECT_EQ(desk.state.requests.at(RequestId("r3")).recorded.person, PersonId()) << "no key without a subject";
}

TEST(RecordRequest, RefusesInTheDocumentedOrder) {
    Desk desk = partners();
    desk.instrument("fiu.kr", InstrumentKind::fiu_memorandum, "KR");
    desk.done(officer(), surrender_of("known", "2022-01-01"));
    const auto changed = [](auto change) {
        RecordRequest command = surrender_of("new", "2022-01-01");
        change(command);
        return command;
    };
    EXPECT_EQ(desk.said(by(access::Role::reader), surrender_of("new", "2022-01-01")), "accords.not_allowed");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.request = RequestId("New One"); })), "accords.id_malformed");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.route = RouteId("law.6.2006"); })), "accords.two_bases");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.person = PersonId(); })), "accords.key_missing");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.reference = "a\x01"; })), "accords.control_characters");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.made = day("2026-06-02"); })), "accords.date_in_future");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.due = day("2021-12-31"); })), "accords.day_before_request");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.partner = place("MO"); })), "accords.partner_is_macao");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.partner = place("XX"); })), "accords.place_unknown");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.request = RequestId("known"); })), "accords.request_exists");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.instrument = instrument_id("sfo.xx"); })), "accords.instrument_unknown");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.partner = place("PT"); })), "accords.partner_not_a_party");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.instrument = instrument_id("fiu.kr"); })), "accords.matter_not_covered");
    EXPECT_EQ(desk.said(officer(), changed([](auto& it) { it.made = day("2021-03-30"); })), "accords.instrument_not_in_force");
    const auto by_route = [&](std::string route, std::string_view partner, Matter matter) {
        return changed([&](auto& it) {
            it.instrument.reset();
            it.route = RouteId(std::move(route));
            it.partner = place(partner);
            it.matter = matter;
        });
    };
    EXPECT_EQ(desk.said(officer(), by_route("law.1.1999", "PT", Matter::surrender)), "accords.route_unknown");
    EXPECT_EQ(desk.said(officer(), by_route("law.6.2006", "HK", Matter::surrender)), "accords.route_not_open");
    EXPECT_EQ(desk.said(officer(), by_route("law.6.2006", "PT", Matter::transfer)), "accords.route_not_open");
    EXPECT_EQ(desk.said(officer(), by_route("law.6.2006", "PT", Matter::surrender)), "");
}

TEST(AnswerRequest, KeepsTheOrderOfDaysAndAsksForAGround) {
    Desk desk = partners();
    desk.done(officer(), surrender_of("r1", "2022-01-10"));
    const RequestId r1("r1");
    EXPECT_EQ(desk.said(officer(), AcknowledgeRequest{.request = r1, .on = day("2022-01-09")}), "accords.day_before_request");
    EXPECT_EQ(desk.said(officer(), AcknowledgeRequest{.request = r1, .on = day("2026-06-02")}), "accords.date_in_future");
    EXPECT_EQ(desk.said(officer("gif"), AcknowledgeRequest{.request = r1, .on = day("2022-01-12")}), "accords.request_unknown");
    desk.done(officer(), AcknowledgeRequest{.request = r1, .on = day("2022-01-12")});
    EXPECT_EQ(desk.said(officer(), AcknowledgeRequest{.request = r1, .on = day("2022-01-13")}), "accords.already_acknowledged");
    EXPECT_EQ(desk.said(officer(), answered("r1", "2022-01-11", RequestOutcome::granted)), "accords.day_before_request");
    EXPECT_EQ(desk.said(officer(), answered("r1", "2022-02-01", RequestOutcome::refused)), "accords.ground_missing");
    EXPECT_EQ(desk.said(officer(), answered("r1", "2022-02-01", RequestOutcome::granted, Ground::other)), "accords.ground_misplaced");
    EXPECT_EQ(desk.said(officer(), answered("r9", "2022-02-01", RequestOutcome::granted)), "accords.request_unknown");
    desk.done(officer(), answered("r1", "2022-02-01", RequestOutcome::partly, Ground::own_national));
    EXPECT_EQ(desk.said(officer(), answered("r1", "2022-02-02", RequestOutcome::granted)), "accords.already_answered");
    EXPECT_EQ(row(desk, "2022-01-31").outcome, std::nullopt) << "as it stood the day before";
    EXPECT_EQ(row(desk, "2022-02-01").outcome, RequestOutcome::partly);
    EXPECT_EQ(row(desk, "2022-02-01").days, 22U);
}

TEST(MoveRequest, OpensTheRequestAndNeverWhatIsSealedInIt) {
    Desk desk = partners();
    desk.done(officer(), surrender_of("r1", "2022-01-10"));
    const RequestId r1("r1");
    const auto count = [&](const access::Sight& reader) { return desk.asked(RequestsQuery{}, reader).requests.size(); };
    EXPECT_EQ(count(of_body("dsaj")), 1U);
    EXPECT_EQ(count(of_body("gif")), 0U);
    EXPECT_EQ(desk.said(officer(), MoveRequest{.request = r1, .to = Stage::signed_off}), "accords.stage_not_yours");
    EXPECT_EQ(desk.said(secretariat(), MoveRequest{.request = r1, .to = Stage::internal}), "accords.stage_not_forward");
    desk.done(head(), MoveRequest{.request = r1, .to = Stage::signed_off});
    EXPECT_EQ(count(of_body("gif")), 1U);
    EXPECT_EQ(count(of_body("ndrc", Side::mainland)), 0U);
    EXPECT_EQ(desk.said(officer("gif"), answered("r1", "2022-02-01", RequestOutcome::granted)), "accords.body_not_yours");
    EXPECT_EQ(desk.said(head("gif"), MoveRequest{.request = r1, .to = Stage::released}), "accords.body_not_yours");
    desk.done(by(access::Role::secretariat, "gif"), MoveRequest{.request = r1, .to = Stage::published});
    EXPECT_EQ(count(everybody()), 1U);
    EXPECT_TRUE(row(desk, "2026-01-01").subject);
    EXPECT_EQ(row(desk, "2026-01-01").reference, "SFO/7");
    const RequestRow shown = row(desk, "2026-01-01", everybody());
    EXPECT_FALSE(shown.subject);
    EXPECT_EQ(shown.person, PersonId());
    EXPECT_EQ(shown.reference, "");
}

TEST(StrikeRequest, TakesItOutOfTheCounts) {
    Desk desk = partners();
    desk.done(officer(), surrender_of("r1", "2022-01-10"));
    EXPECT_EQ(desk.said(officer(), StrikeRequest{.request = RequestId("r1"), .reason = " "}), "accords.reason_missing");
    EXPECT_EQ(desk.asked(RequestStatisticsQuery{}).all.requests, 1U);
    desk.done(officer(), StrikeRequest{.request = RequestId("r1"), .reason = "recorded twice"});
    EXPECT_EQ(desk.asked(RequestStatisticsQuery{}).all.requests, 0U);
    EXPECT_EQ(desk.said(officer(), answered("r1", "2022-02-01", RequestOutcome::granted)), "accords.request_struck");
}

TEST(RequestStatistics, CountByPartnerAndYearAndTellWhatIsLate) {
    Desk desk = partners();
    const auto asked_for = [&](std::string id, std::string_view made, std::string_view due) {
        RecordRequest command = surrender_of(std::move(id), made);
        command.due = day(due);
        desk.done(officer(), command);
    };
    asked_for("in-time", "2022-01-01", "2022-01-31");
    asked_for("late", "2022-02-01", "2022-02-28");
    asked_for("open", "2023-01-01", "2023-01-31");
    RecordRequest without = surrender_of("want", "2022-03-01");
    without.instrument.reset();
    without.partner = place("PT");
    desk.done(officer(), without);
    desk.done(officer(), answered("in-time", "2022-01-31", RequestOutcome::granted));
    desk.done(officer(), answered("late", "2022-03-01", RequestOutcome::refused, Ground::essential_interests));
    desk.done(officer(), answered("want", "2022-03-11", RequestOutcome::refused, Ground::no_instrument));
    const auto on = [&](std::string_view date) {
        RequestStatisticsQuery query{};
        query.on = day(date);
        return desk.asked(query);
    };
    const RequestStatisticsAnswer all = on("2023-02-01");
    EXPECT_EQ(all.all.requests, 4U);
    EXPECT_EQ(all.all.in_time, 1U);
    EXPECT_EQ(all.all.late, 2U) << "one answered a day late, one open a day after its day";
    EXPECT_EQ(all.all.pending, 1U);
    EXPECT_EQ(all.all.refused, 2U);
    EXPECT_EQ(all.all.for_want_of_instrument, 1U);
    EXPECT_EQ(all.all.without_day, 1U);
    EXPECT_EQ(all.all.days_average, "22.7") << "30, 28 and 10 days";
    EXPECT_EQ(all.all.days_longest, 30U);
    ASSERT_EQ(all.by_partner_and_year.size(), 3U);
    EXPECT_EQ(all.by_partner_and_year[0].partner, place("KR"));
    EXPECT_EQ(all.by_partner_and_year[0].year, 2022);
    EXPECT_EQ(all.by_partner_and_year[0].requests, 2U);
    EXPECT_EQ(on("2023-01-31").all.late, 1U);
    RequestsQuery late{};
    late.late = true;
    late.on = day("2023-02-01");
    EXPECT_EQ(desk.asked(late).requests.size(), 2U);
    EXPECT_EQ(desk.asked(RequestStatisticsQuery{}, everybody()).all.requests, 0U);
}

TEST(MeasureFigures, CountWhatTheMeasuresAskFor) {
    Desk desk = partners();
    RecordRequest in_time = surrender_of("in-time", "2022-01-01");
    in_time.due = day("2022-01-31");
    desk.done(officer(), in_time);
    desk.done(officer(), answered("in-time", "2022-01-20", RequestOutcome::granted));
    desk.instrument("fiu.pt", InstrumentKind::fiu_memorandum, "PT");
    desk.step("fiu.pt", StepKind::signing, "2008");
    RecordRequest exchange = surrender_of("fiu-1", "2022-05-01");
    exchange.matter = Matter::financial_intelligence;
    exchange.partner = place("PT");
    exchange.instrument = instrument_id("fiu.pt");
    desk.done(officer(), exchange);
    const MeasureFiguresAnswer figures = desk.asked(MeasureFiguresQuery{.span = span("2022"), .set = directory::SetId("psc")});
    const auto figure = [&](std::string_view name) { return *std::ranges::find(figures.figures, name, &MeasureFigure::indicator); };
    EXPECT_EQ(figure("m7.requests_answered_in_time").count, 1U);
    EXPECT_EQ(figure("m7.requests_answered_in_time").percent, "100.0");
    EXPECT_EQ(figure("m12.exchanges_under_instruments").count, 1U);
    EXPECT_EQ(figure("m12.exchanges_under_instruments").of, 1U);
    EXPECT_EQ(figure("m12.partners_covered").count, 1U);
    EXPECT_EQ(figure("m12.partners_covered").of, 4U);
    EXPECT_EQ(figure("m12.partners_covered").percent, "25.0");
    EXPECT_EQ(figure("m7.agreements_signed").count, 0U);
    const MeasureFiguresAnswer earlier = desk.asked(MeasureFiguresQuery{.span = span("2019"), .set = {}});
    EXPECT_EQ(std::ranges::find(earlier.figures, "m7.agreements_signed", &MeasureFigure::indicator)->count, 1U);
}

}  // namespace
}  // namespace ponte::accords
