#include "base/json.h"
#include "desks/reporting/queries.h"
#include "house/house_sample.h"
#include "house/query_codec.h"

#include <algorithm>
#include <set>

// A reporting round from the request to the verdict, over the house: returns and the items they are made of
// go their way in one run or not at all, on days that both sides work, and the journal tells it again.
namespace ponte::house::sample {

namespace {

using access::Role;
using access::Side;
using access::Stage;
using conference::IndicatorId;
using conference::ItemId;
using conference::Verdict;
using reporting::AnswerQuestion;
using reporting::FigureReported;
using reporting::NothingBecause;
using reporting::RecordReturn;
using reporting::Request;
using reporting::RoundId;

const RoundId q3("2020-q3");

calendar::LoadYear year(std::string place, std::uint16_t number, std::vector<std::pair<std::string, calendar::DayKind>> days, bool official = true) {
    calendar::LoadYear load{.place = JurisdictionId(std::move(place)), .year = number, .days = {}, .official = official, .source = "a notice"};
    for (const auto& [date, kind] : days) load.days.push_back({.date = day(date), .kind = kind, .occasion = "a feast"});
    return load;
}

// The days about National Day 2020 and the Lunar New Year 2021 as they were off or made up for.
void load_calendars(Place& place) {
    const auto off = calendar::DayKind::holiday;
    const auto on = calendar::DayKind::extra_workday;
    place.done("ana", directory::NameJurisdiction{.jurisdiction = JurisdictionId("CN"), .names = named("Mainland"), .source = "a list"});
    place.done("ana", directory::NameJurisdiction{.jurisdiction = JurisdictionId("MO"), .names = named("Macao"), .source = "a list"});
    place.done("ana", year("CN", 2020, {{"2020-09-27", on}, {"2020-10-01", off}, {"2020-10-02", off}, {"2020-10-05", off}, {"2020-10-06", off},
                                                       {"2020-10-07", off}, {"2020-10-08", off}, {"2020-10-10", on}}));
    place.done("ana", year("MO", 2020, {{"2020-10-01", off}, {"2020-10-02", off}, {"2020-10-26", off}, {"2020-11-02", off},
                                                       {"2020-12-08", off}, {"2020-12-21", off}, {"2020-12-24", off}, {"2020-12-25", off}}, false));
}

std::unique_ptr<Place> place_with_bodies() {
    auto place = place_at_work();
    place->clock.move_to(instant("2020-09-25T02:00:00Z"));
    load_calendars(*place);
    const auto appoint = [&](std::string body, std::uint16_t measure, conference::BodyRole role) {
        place->done("dsepdr.secretariat", conference::AppointBody{.plan = conference::PlanId("2020"), .measure = measure, .body = BodyId(std::move(body)), .role = role, .note = ""});
    };
    appoint("amcm", 1, conference::BodyRole::lead);
    appoint("amcm", 2, conference::BodyRole::cooperating);
    appoint("dsedt", 2, conference::BodyRole::lead);
    appoint("pboc", 3, conference::BodyRole::lead);
    appoint("ndrc", 1, conference::BodyRole::verifying);
    appoint("ndrc", 2, conference::BodyRole::verifying);
    return place;
}

reporting::OpenRound round_q3(std::uint32_t days = 10) {
    return {.round = q3, .plan = conference::PlanId("2020"), .period = period("2020-Q3"), .working_days = days};
}

std::unique_ptr<Place> place_with_round() {
    auto place = place_with_bodies();
    place->done("dsepdr.secretariat", round_q3());
    place->clock.move_to(instant("2020-10-09T02:00:00Z"));
    return place;
}

const Request& request_of(const Place& place, std::string body) {
    return place.house->desks().reporting.rounds.at(q3).requests.at(BodyId(std::move(body)));
}

FigureReported figure(std::string id, std::string printed, std::string place = {}) {
    FigureReported one{.indicator = IndicatorId(std::move(id)), .as_published = std::move(printed), .source = "https://example.org/q3"};
    if (!place.empty()) one.place = place;
    return one;
}

RecordReturn whole_return(std::string m1 = "12", std::string m2 = "7") {
    return {.round = q3, .file = sha256("a form"), .figures = {figure("m1.total", std::move(m1), "sheet Figures, cell J7"), figure("m2.total", std::move(m2), "sheet Figures, cell J8")}};
}

Stage stage_of(const Place& place, const ItemId& item) { return place.house->desks().conference.items.at(item).life().stage; }

ItemId item_on(const Place& place, std::string body, std::string indicator) {
    return request_of(place, std::move(body)).turns.back().lines.at({IndicatorId(std::move(indicator)), period("2020-Q3")}).item;
}

access::Sight sight_of_person(const Place& place, std::string person) { return sight_of(place.house->grant_of(PersonId(std::move(person)), true)); }

template <class Query>
typename Query::Answer asked(const Place& place, const access::Sight& sight, const Query& query) {
    const auto json = answer_query(place.house->desks(), Query::name, to_json(query), sight, place.clock.now());
    EXPECT_TRUE(json) << Query::name;
    auto answer = JsonReader().read<typename Query::Answer>(*parse_json(*json));
    EXPECT_TRUE(answer) << Query::name << " " << (answer ? "" : answer.error().place);
    return *std::move(answer);
}

std::string state_seen(const Place& place, std::string person, std::string body) {
    const auto answer = asked(place, sight_of_person(place, std::move(person)), reporting::RequestQuery{.round = q3, .body = BodyId(std::move(body))});
    return answer.request.empty() ? "none" : std::string(ponte::name_of(answer.request.front().row.state));
}

}  // namespace

TEST(ReportingRound, IsDueOnADayThatBothSidesWork) {
    const auto place = place_with_bodies();
    const Receipt receipt = place->done("dsepdr.secretariat", round_q3());
    const auto& opened = std::get<reporting::RoundOpened>(std::get<reporting::Event>(receipt.events.front()));
    // 28, 29, 30 September; the week from 1 October is off; 10 October is worked on the Mainland only.
    EXPECT_EQ(opened.due.due, day("2020-10-19"));
    EXPECT_EQ(opened.due.places, (std::vector{JurisdictionId("CN"), JurisdictionId("MO")}));
    EXPECT_FALSE(opened.due.official);
    EXPECT_EQ(opened.due.rule, "worked_in_all_places/1");
    // amcm for two measures, dsedt for one, pboc on the other side; a verifying body is asked nothing.
    EXPECT_EQ(receipt.events.size(), 4U);
    EXPECT_EQ(request_of(*place, "amcm").lines.size(), 2U);
    EXPECT_EQ(request_of(*place, "amcm").duties.size(), 4U);
    EXPECT_EQ(request_of(*place, "pboc").side, Side::mainland);

    place->done("ana", year("MO", 2020, {{"2020-10-01", calendar::DayKind::holiday}}, true));
    auto other = round_q3(4);
    other.round = RoundId("2020-q3-again");
    const Receipt again = place->done("dsepdr.secretariat", other);
    EXPECT_TRUE(std::get<reporting::RoundOpened>(std::get<reporting::Event>(again.events.front())).due.official);
    EXPECT_EQ(request_of(*place, "amcm").due, day("2020-10-19"));
}

TEST(ReportingRound, IsNotDueInAYearThatNobodyLoaded) {
    const auto place = place_with_bodies();
    place->clock.move_to(instant("2020-12-28T02:00:00Z"));
    const auto answer = place->ask("dsepdr.secretariat", round_q3(20));
    ASSERT_EQ(said(answer), "reporting.calendar_unknown");
    EXPECT_EQ(answer->error().subject, "CN 2021");
    place->done("ana", year("CN", 2021, {{"2021-01-01", calendar::DayKind::holiday}}));
    EXPECT_EQ(place->ask("dsepdr.secretariat", round_q3(20))->error().subject, "MO 2021");
}

// Lunar New Year 2021: the Mainland is off from 11 to 17 February and works on Sunday 7 and Saturday 20,
// Macao is off from 12 to 15. A day moved by the holidays moves the due date by exactly those days.
TEST(ReportingRound, GoesRoundTheLunarNewYear) {
    const auto off = calendar::DayKind::holiday;
    const auto on = calendar::DayKind::extra_workday;
    const auto due_with = [&](bool holidays) {
        const auto place = place_with_bodies();
        place->clock.move_to(instant("2021-02-05T02:00:00Z"));
        std::vector<std::pair<std::string, calendar::DayKind>> cn;
        std::vector<std::pair<std::string, calendar::DayKind>> mo;
        if (holidays) {
            cn = {{"2021-02-07", on}, {"2021-02-11", off}, {"2021-02-12", off}, {"2021-02-15", off}, {"2021-02-16", off}, {"2021-02-17", off}, {"2021-02-20", on}};
            mo = {{"2021-02-12", off}, {"2021-02-15", off}};
        }
        place->done("ana", year("CN", 2021, cn));
        place->done("ana", year("MO", 2021, mo));
        place->done("ndrc.secretariat", reporting::OpenRound{.round = q3, .plan = conference::PlanId("2020"), .period = period("2020-Q4"), .working_days = 5});
        return request_of(*place, "pboc").due;
    };
    EXPECT_EQ(due_with(false), day("2021-02-12"));
    EXPECT_EQ(due_with(true), day("2021-02-19"));
}

TEST(ReportingRound, GoesFromTheOfficerToTheVerdictOfTheOtherSide) {
    const auto place = place_with_round();
    const Receipt recorded = place->done("amcm.officer", whole_return());
    // The account, the file's account, two figures, the links: one run.
    EXPECT_EQ(recorded.parts, 5U);
    const ItemId one = item_on(*place, "amcm", "m1.total");
    const ItemId two = item_on(*place, "amcm", "m2.total");
    EXPECT_EQ(stage_of(*place, one), Stage::internal);
    EXPECT_EQ(state_seen(*place, "amcm.officer", "amcm"), "returned");
    EXPECT_EQ(state_seen(*place, "dsepdr.secretariat", "amcm"), "in_progress");
    EXPECT_EQ(state_seen(*place, "ndrc.secretariat", "amcm"), "asked");

    EXPECT_EQ(said(place->ask("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")})), "reporting.not_signed_off");
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    EXPECT_EQ(stage_of(*place, one), Stage::signed_off);
    EXPECT_EQ(state_seen(*place, "ndrc.secretariat", "amcm"), "asked");
    EXPECT_EQ(said(place->ask("ndrc.verifier", reporting::VerifyReturn{.round = q3, .body = BodyId("amcm"), .verdict = Verdict::accepted})), "reporting.nothing_to_verify");

    EXPECT_EQ(said(place->ask("ndrc.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")})), "reporting.body_not_yours");
    place->done("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")});
    EXPECT_EQ(stage_of(*place, two), Stage::released);
    EXPECT_EQ(state_seen(*place, "ndrc.secretariat", "amcm"), "released");

    const Receipt first = place->done("ndrc.verifier", reporting::VerifyReturn{.round = q3, .body = BodyId("amcm"), .verdict = Verdict::accepted, .items = {one}});
    const auto& verified = std::get<reporting::ReturnVerified>(std::get<reporting::Event>(first.events.front()));
    EXPECT_FALSE(verified.whole);
    EXPECT_TRUE(verified.appointed);
    EXPECT_EQ(state_seen(*place, "ndrc.secretariat", "amcm"), "released");
    place->done("ndrc.verifier", reporting::VerifyReturn{.round = q3, .body = BodyId("amcm"), .verdict = Verdict::accepted, .items = {two}});
    EXPECT_EQ(state_seen(*place, "ndrc.secretariat", "amcm"), "accepted");
    EXPECT_EQ(place->house->desks().conference.items.at(two).life().verdict->event.by_body, BodyId("ndrc"));
    EXPECT_EQ(said(place->ask("amcm.officer", whole_return("13"))), "reporting.return_signed_off");
    EXPECT_EQ(broken_promise_anywhere(place->house->desks()), std::nullopt);
}

TEST(ReportingRound, TakesTheSameFileTwiceWithoutASecondItem) {
    const auto place = place_with_round();
    place->done("amcm.officer", whole_return());
    const auto items = place->house->desks().conference.items.size();
    const auto lines = request_of(*place, "amcm").turns.back().lines;
    place->done("amcm.officer", whole_return());
    EXPECT_EQ(place->house->desks().conference.items.size(), items);
    EXPECT_EQ(request_of(*place, "amcm").turns.back().lines, lines);
    EXPECT_EQ(request_of(*place, "amcm").turns.size(), 1U);
    EXPECT_TRUE(request_of(*place, "amcm").turns.back().replaced.empty());
}

// A figure recorded before the round, item by item, is linked and not recorded again.
TEST(ReportingRound, LinksWhatTheBodyHasRecordedAlready) {
    const auto place = place_with_round();
    const ItemId before = place->recorded("amcm.officer", conference::RecordObservation{.indicator = IndicatorId("m1.total"), .as_published = "12", .period = period("2020-Q3"), .source = "https://example.org/q3"});
    place->done("amcm.officer", whole_return());
    EXPECT_EQ(item_on(*place, "amcm", "m1.total"), before);
}

TEST(ReportingRound, RefusesTheWholeReturnForOneRowAndNamesItsCell) {
    const auto place = place_with_round();
    const auto size = place->house->journal().size();
    const auto answer = place->ask("amcm.officer", whole_return("about a dozen or so"));
    ASSERT_EQ(said(answer), "reporting.rows_refused");
    EXPECT_EQ(answer->error().place, "sheet Figures, cell J7");
    EXPECT_NE(answer->error().subject.find("1 of 2 rows; first conference.value_not_understood"), std::string::npos) << answer->error().subject;
    EXPECT_EQ(place->house->journal().size(), size);
    // One row alone is refused in its own words.
    RecordReturn one{.round = q3, .figures = {figure("m1.total", "about a dozen or so")}};
    EXPECT_EQ(said(place->ask("amcm.officer", one)), "conference.value_not_understood");
}

TEST(ReportingRound, ListsTheMissingLinesBeforeTheHeadMaySign) {
    const auto place = place_with_round();
    RecordReturn part{.round = q3, .figures = {figure("m2.total", "7")}};
    place->done("amcm.officer", part);
    const auto answer = place->ask("amcm.head", reporting::SignOffReturn{.round = q3});
    ASSERT_EQ(said(answer), "reporting.return_incomplete");
    EXPECT_EQ(answer->error().subject, "m1.total 2020-Q3");
    EXPECT_EQ(state_seen(*place, "amcm.officer", "amcm"), "in_progress");
    RecordReturn rest{.round = q3, .nothing = {{.indicator = IndicatorId("m1.total"), .because = NothingBecause::not_yet_published}}};
    place->done("amcm.officer", rest);
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    // A figure that its body withdraws by itself leaves a hole that is seen before anything goes out.
    const ItemId item = item_on(*place, "amcm", "m2.total");
    place->done("amcm.officer", conference::WithdrawItem{.item = item, .reason = "the source took it back", .replaced_by = {}});
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")})), "reporting.return_incomplete");
}

TEST(ReportingRound, IsSignedOffByAnotherPersonAlsoWhenHeDeputises) {
    const auto place = place_with_round();
    place->done("ana", access::GrantRole{.person = PersonId("amcm.head"), .desk = "conference", .role = Role::officer, .from = {}, .to = {}});
    place->done("ana", access::RegisterPerson{.person = PersonId("amcm.second"), .body = BodyId("amcm"), .display = sealed("display", Digest{}, "x"), .from = {}});
    place->done("ana", access::NameDeputy{.principal = PersonId("amcm.head"), .deputy = PersonId("amcm.officer"), .from = day("2020-10-09"), .to = day("2020-10-12")});
    place->done("ana", access::NameDeputy{.principal = PersonId("amcm.head"), .deputy = PersonId("amcm.second"), .from = day("2020-10-12"), .to = day("2020-10-12")});
    place->done("amcm.officer", whole_return());
    // The deputy has the head's right, and wrote the return himself.
    EXPECT_EQ(said(place->ask("amcm.officer", reporting::SignOffReturn{.round = q3})), "reporting.signs_off_own_return");
    EXPECT_EQ(said(place->ask("amcm.second", reporting::SignOffReturn{.round = q3})), "reporting.not_allowed");
    place->clock.move_to(instant("2020-10-12T02:00:00Z"));
    place->done("amcm.second", reporting::SignOffReturn{.round = q3});
    EXPECT_EQ(request_of(*place, "amcm").turns.back().signed_off_by, PersonId("amcm.second"));
    place->clock.move_to(instant("2020-10-13T02:00:00Z"));
    EXPECT_EQ(said(place->ask("amcm.second", reporting::AskExtension{.round = q3, .to = day("2020-10-20"), .reason = "ill"})), "reporting.not_allowed");
}

// Officers change their mind before anybody sees it; the figure that came back stands, the other goes.
TEST(ReportingRound, LetsADraftGoToAndFro) {
    const auto place = place_with_round();
    place->done("amcm.officer", whole_return("12"));
    const ItemId twelve = item_on(*place, "amcm", "m1.total");
    place->done("amcm.officer", whole_return("13"));
    const ItemId thirteen = item_on(*place, "amcm", "m1.total");
    place->done("amcm.officer", whole_return("12"));
    EXPECT_EQ(item_on(*place, "amcm", "m1.total"), twelve);
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    const auto& items = place->house->desks().conference.items;
    EXPECT_EQ(items.at(twelve).life().withdrawn, nullptr);
    EXPECT_EQ(items.at(thirteen).life().withdrawn->replaced_by, twelve);
    EXPECT_EQ(items.at(thirteen).life().stage, Stage::internal);
}

TEST(ReportingRound, SendsAQuestionedReturnBackAndReplacesWhatWasReleasedOnlyWhenTheNewOneIs) {
    const auto place = place_with_round();
    place->done("amcm.officer", whole_return("12"));
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    place->done("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")});
    const ItemId old = item_on(*place, "amcm", "m1.total");
    EXPECT_EQ(said(place->ask("amcm.officer", AnswerQuestion{.round = q3, .text = "why"})), "reporting.not_questioned");
    place->done("ndrc.verifier", reporting::VerifyReturn{.round = q3, .body = BodyId("amcm"), .verdict = Verdict::questioned, .reason = "another table says 13", .items = {old}});
    EXPECT_EQ(state_seen(*place, "amcm.officer", "amcm"), "questioned");
    EXPECT_EQ(state_seen(*place, "pboc.officer", "amcm"), "questioned");

    // What a head has stood behind is not replaced without a reason.
    const auto refused = place->ask("amcm.officer", whole_return("13"));
    EXPECT_EQ(said(refused), "reporting.reason_missing");
    EXPECT_EQ(refused->error().place, "sheet Figures, cell J7");
    RecordReturn corrected = whole_return("13");
    corrected.figures[0].because = "the September table was revised";
    place->done("amcm.officer", corrected);
    const ItemId fresh = item_on(*place, "amcm", "m1.total");
    // The other side is told of neither the draft nor the withdrawal that it will bring.
    EXPECT_EQ(state_seen(*place, "pboc.officer", "amcm"), "questioned");
    EXPECT_EQ(state_seen(*place, "amcm.officer", "amcm"), "returned");
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    EXPECT_EQ(place->house->desks().conference.items.at(old).life().withdrawn, nullptr);
    EXPECT_EQ(state_seen(*place, "pboc.officer", "amcm"), "questioned");
    place->done("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")});
    EXPECT_EQ(place->house->desks().conference.items.at(old).life().withdrawn->reason, "the September table was revised");
    EXPECT_EQ(place->house->desks().conference.items.at(old).life().withdrawn->replaced_by, fresh);
    EXPECT_EQ(state_seen(*place, "pboc.officer", "amcm"), "released");
    place->done("ndrc.verifier", reporting::VerifyReturn{.round = q3, .body = BodyId("amcm"), .verdict = Verdict::accepted});
    EXPECT_EQ(request_of(*place, "amcm").turns.size(), 2U);
    EXPECT_EQ(state_seen(*place, "amcm.officer", "amcm"), "accepted");
}

TEST(ReportingRound, AnswersAQuestionByWordsThatAreSignedAndReleasedLikeAReturn) {
    const auto place = place_with_round();
    place->done("amcm.officer", whole_return());
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    place->done("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")});
    place->done("ndrc.verifier", reporting::VerifyReturn{.round = q3, .body = BodyId("amcm"), .verdict = Verdict::questioned, .reason = "flow or stock?"});
    place->done("amcm.officer", AnswerQuestion{.round = q3, .text = "a flow, as defined"});
    const auto told = [&](std::string person) { return to_json(asked(*place, sight_of_person(*place, std::move(person)), reporting::RequestQuery{.round = q3, .body = BodyId("amcm")})); };
    EXPECT_NE(told("amcm.officer").find("a flow, as defined"), std::string::npos);
    EXPECT_EQ(told("dsepdr.secretariat").find("a flow, as defined"), std::string::npos);
    EXPECT_EQ(said(place->ask("amcm.officer", reporting::SignOffReturn{.round = q3})), "reporting.not_allowed");
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    EXPECT_EQ(told("ndrc.officer").find("a flow, as defined"), std::string::npos);
    place->done("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")});
    EXPECT_NE(told("ndrc.officer").find("a flow, as defined"), std::string::npos);
    place->done("ndrc.verifier", reporting::VerifyReturn{.round = q3, .body = BodyId("amcm"), .verdict = Verdict::accepted});
    EXPECT_EQ(state_seen(*place, "ndrc.officer", "amcm"), "accepted");
}

// A form of an older generation would answer lines that are no longer asked.
TEST(ReportingRound, RefusesAFormOfAnOlderGeneration) {
    const auto place = place_with_round();
    RecordReturn old = whole_return();
    old.generation = 1;
    place->done("dsepdr.secretariat", reporting::AmendRequest{.round = q3, .body = BodyId("amcm"), .note = "please name the table"});
    place->done("amcm.officer", reporting::AskExtension{.round = q3, .to = day("2020-10-20"), .reason = "a late table"});
    place->done("dsepdr.secretariat", reporting::GrantExtension{.round = q3, .body = BodyId("amcm")});
    EXPECT_EQ(request_of(*place, "amcm").generation, 1U);
    place->done("amcm.officer", old);
    place->done("dsepdr.secretariat", reporting::ChangeLines{.round = q3, .body = BodyId("amcm"), .lines = {{.indicator = IndicatorId("m1.total")}, {.indicator = IndicatorId("m3.total")}}, .reason = "measure 3 too"});
    EXPECT_EQ(said(place->ask("amcm.officer", old)), "reporting.form_outdated");
    // What was handed in for a line that stays is kept.
    const auto missing = place->ask("amcm.head", reporting::SignOffReturn{.round = q3});
    EXPECT_EQ(missing->error().subject, "m3.total 2020-Q3");
    RecordReturn present{.round = q3, .generation = 2, .figures = {figure("m3.total", "5")}};
    place->done("amcm.officer", present);
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    EXPECT_EQ(request_of(*place, "amcm").turns.back().signed_off_on, day("2020-10-09"));
}

TEST(ReportingRound, MovesADueDateByAGrantAndOnlyToADayBothSidesWork) {
    const auto place = place_with_round();
    const auto ask = [&](std::string to) { return place->ask("amcm.officer", reporting::AskExtension{.round = q3, .to = day(to), .reason = "a late table"}); };
    EXPECT_EQ(said(ask("2020-10-19")), "reporting.due_not_later");
    // 26 October is off in Macao (Chong Yeong made up for), 24 and 25 are a weekend.
    const auto off = ask("2020-10-24");
    ASSERT_EQ(said(off), "reporting.not_a_working_day");
    EXPECT_EQ(off->error().subject, "2020-10-24; 2020-10-27");
    EXPECT_EQ(ask("2020-10-26")->error().subject, "2020-10-26; 2020-10-27");
    EXPECT_EQ(said(ask("2021-10-26")), "reporting.calendar_unknown");
    EXPECT_EQ(said(ask("2020-10-27")), "");
    EXPECT_EQ(said(ask("2020-10-28")), "reporting.extension_pending");
    EXPECT_EQ(request_of(*place, "amcm").due, day("2020-10-19"));
    EXPECT_EQ(said(place->ask("ndrc.secretariat", reporting::GrantExtension{.round = q3, .body = BodyId("amcm")})), "reporting.body_not_yours");
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", reporting::GrantExtension{.round = q3, .body = BodyId("amcm"), .to = day("2020-10-25")})), "reporting.not_a_working_day");
    place->done("dsepdr.secretariat", reporting::GrantExtension{.round = q3, .body = BodyId("amcm"), .to = day("2020-10-23"), .reason = "no later"});
    EXPECT_EQ(request_of(*place, "amcm").due, day("2020-10-23"));
    EXPECT_EQ(said(ask("2020-10-28")), "");
    place->done("dsepdr.secretariat", reporting::RefuseExtension{.round = q3, .body = BodyId("amcm"), .reason = "once is enough"});
    EXPECT_EQ(request_of(*place, "amcm").due, day("2020-10-23"));
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", reporting::GrantExtension{.round = q3, .body = BodyId("amcm")})), "reporting.no_extension_asked");
}

TEST(ReportingRound, RemindsOnceADayAndEscalatesOnlyAfterTheDueDate) {
    const auto place = place_with_round();
    const Receipt first = place->done("dsepdr.secretariat", reporting::Remind{.round = q3});
    EXPECT_EQ(first.events.size(), 2U);  // amcm and dsedt; pboc is the other secretariat's
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", reporting::Remind{.round = q3})), "reporting.nobody_to_remind");
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", reporting::Remind{.round = q3, .body = BodyId("dsedt")})), "reporting.already_reminded_today");
    const reporting::Escalate escalate{.round = q3, .body = BodyId("dsedt"), .to_body = BodyId("ndrc"), .reason = "no word since September"};
    const auto late = [&](std::string person) { return asked(*place, sight_of_person(*place, std::move(person)), reporting::LateQuery{}).requests.size(); };
    place->clock.move_to(instant("2020-10-19T02:00:00Z"));
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", escalate)), "reporting.not_yet_due");
    EXPECT_EQ(late("dsepdr.secretariat"), 0U);
    place->done("amcm.officer", whole_return());
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    place->clock.move_to(instant("2020-10-20T02:00:00Z"));
    EXPECT_EQ(late("dsepdr.secretariat"), 2U);  // dsedt and pboc
    EXPECT_EQ(late("ndrc.secretariat"), 3U);    // to the other side nothing of amcm has come
    EXPECT_EQ(place->done("dsepdr.secretariat", reporting::Remind{.round = q3}).events.size(), 1U);
    EXPECT_EQ(said(place->ask("ndrc.secretariat", escalate)), "reporting.body_not_yours");
    place->done("dsepdr.secretariat", escalate);
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", escalate)), "reporting.already_escalated");
    EXPECT_EQ(open_escalations(known_of(place->house->desks().reporting)).size(), 1U);
    place->done("dsedt.officer", RecordReturn{.round = q3, .figures = {figure("m2.total", "8")}});
    place->done("dsedt.head", reporting::SignOffReturn{.round = q3});
    EXPECT_EQ(open_escalations(known_of(place->house->desks().reporting)).size(), 1U);
    place->done("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("dsedt")});
    EXPECT_TRUE(open_escalations(known_of(place->house->desks().reporting)).empty());
}

TEST(ReportingRound, TakesNothingAfterItsClosingButWhatIsOpenedAgain) {
    const auto place = place_with_round();
    place->done("amcm.officer", whole_return());
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    place->done("dsedt.officer", RecordReturn{.round = q3, .figures = {figure("m2.total", "8")}});
    place->clock.move_to(instant("2020-10-21T02:00:00Z"));
    const Receipt closed = place->done("dsepdr.secretariat", reporting::CloseRound{.round = q3, .reason = "the session is near"});
    EXPECT_EQ(std::get<reporting::RoundClosed>(std::get<reporting::Event>(closed.events.front())).not_returned, (std::vector{BodyId("dsedt")}));
    EXPECT_EQ(state_seen(*place, "dsepdr.secretariat", "dsedt"), "not_returned");
    EXPECT_EQ(state_seen(*place, "dsepdr.secretariat", "amcm"), "signed_off");
    EXPECT_EQ(said(place->ask("dsedt.officer", RecordReturn{.round = q3, .figures = {figure("m2.total", "8")}})), "reporting.round_closed");
    EXPECT_EQ(said(place->ask("dsedt.head", reporting::SignOffReturn{.round = q3})), "reporting.round_closed");
    // What was signed off in time still goes out; the other side's bodies are not touched.
    place->done("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")});
    place->done("pboc.officer", RecordReturn{.round = q3, .figures = {figure("m3.total", "9")}});
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", reporting::CloseRound{.round = q3, .reason = "again"})), "reporting.round_closed");
    EXPECT_EQ(said(place->ask("ndrc.secretariat", reporting::ReopenRequest{.round = q3, .body = BodyId("dsedt"), .reason = "please"})), "reporting.body_not_yours");
    place->done("dsepdr.secretariat", reporting::ReopenRequest{.round = q3, .body = BodyId("dsedt"), .reason = "the head was ill"});
    place->done("dsedt.head", reporting::SignOffReturn{.round = q3});
    EXPECT_EQ(state_seen(*place, "dsepdr.secretariat", "dsedt"), "signed_off");
    place->done("dsepdr.secretariat", reporting::CloseRound{.round = q3, .reason = "for good"});
    EXPECT_EQ(said(place->ask("dsedt.officer", RecordReturn{.round = q3, .figures = {figure("m2.total", "9")}})), "reporting.round_closed");
}

TEST(ReportingRound, IsToldAgainByTheJournal) {
    const auto place = place_with_round();
    place->done("amcm.officer", whole_return("12"), "the form");
    place->done("amcm.officer", whole_return("13"));
    place->done("amcm.officer", reporting::AskExtension{.round = q3, .to = day("2020-10-27"), .reason = "a late table"});
    place->done("dsepdr.secretariat", reporting::GrantExtension{.round = q3, .body = BodyId("amcm")});
    place->done("amcm.head", reporting::SignOffReturn{.round = q3});
    place->done("dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = BodyId("amcm")});
    place->done("dsedt.verifier", reporting::VerifyReturn{.round = q3, .body = BodyId("amcm"), .verdict = Verdict::refused, .reason = "not our table"});
    place->done("dsepdr.secretariat", reporting::Remind{.round = q3});
    place->done("dsepdr.secretariat", reporting::CloseRound{.round = q3, .reason = "over"});
    place->done("dsepdr.secretariat", reporting::ReopenRequest{.round = q3, .body = BodyId("amcm"), .reason = "to correct"});
    const Desks desks = place->house->desks();
    place->reopen();
    EXPECT_TRUE(place->house->desks() == desks);
    EXPECT_EQ(broken_promise_anywhere(desks), std::nullopt);
    EXPECT_TRUE(place->done("amcm.officer", whole_return("12"), "the form").repeated);
}

TEST(ReportingRound, HoldsAPromiseThatNeitherDeskCanSeeAlone) {
    const auto place = place_with_round();
    place->done("amcm.officer", whole_return());
    Desks foreign = place->house->desks();
    foreign.conference.items.at(item_on(*place, "amcm", "m1.total")).body = BodyId("dsedt");
    EXPECT_NE(broken_promise_anywhere(foreign)->find("belongs to another body"), std::string::npos);
    Desks behind = place->house->desks();
    behind.reporting.rounds.at(q3).requests.at(BodyId("amcm")).turns.back().stage = Stage::signed_off;
    behind.reporting.rounds.at(q3).requests.at(BodyId("amcm")).turns.back().signed_off_by = PersonId("amcm.head");
    EXPECT_NE(broken_promise_anywhere(behind)->find("has not gone as far"), std::string::npos);
}

}  // namespace ponte::house::sample
