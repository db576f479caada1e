// The promises about requests and partners: each is broken here by hand, since no order breaks it.

#include "desks/accords/invariants.h"

#include "desks/accords/partners_sample.h"

namespace ponte::accords {
namespace {

Desk with_a_request() {
    Desk desk;
    desk.instrument("sfo.kr", InstrumentKind::surrender, "KR");
    desk.step("sfo.kr", StepKind::signing, "2019-10-23");
    desk.step("sfo.kr", StepKind::force, "2021-03-31");
    desk.done(officer(), RecordRequest{.request = RequestId("r1"), .matter = Matter::surrender, .partner = place("KR"), .direction = Direction::received,
                                       .made = day("2022-01-01"), .due = day("2022-03-01"), .instrument = instrument_id("sfo.kr"), .route = {}, .person = PersonId(std::string("case-7")),
                                       .subject = sealed("subject", sha256("case-7"), "A Person"), .reference = ""});
    desk.done(officer(), AcknowledgeRequest{.request = RequestId("r1"), .on = day("2022-01-10")});
    desk.done(officer(), AnswerRequest{.request = RequestId("r1"), .on = day("2022-02-01"), .outcome = RequestOutcome::refused, .ground = Ground::outside_scope, .note = {}});
    desk.done(secretariat(), RecordFigure{.partner = place("KR"), .criterion = Criterion::trade, .value = decimal("1.5"), .unit = "USD bn", .period = span("2020"), .source = source_of("a table")});
    desk.done(secretariat(), PublishList{.listing = Listing::fatf_member, .on = day("2024-02-23"), .members = {place("KR"), place("HK")}, .source = source_of("a list")});
    desk.done(secretariat(), StateClause{.instrument = instrument_id("sfo.kr"), .matter = Matter::surrender, .clause = "art. 2", .conditions = "", .source = source_of("its text")});
    return desk;
}

// What is said of the desk once `spoil` has been at it.
template <class Spoil>
std::string broken(const Spoil& spoil) {
    Desk desk = with_a_request();
    EXPECT_EQ(broken_promise_anywhere(desk.state), std::nullopt);
    spoil(desk.state);
    return broken_promise_anywhere(desk.state).value_or("nothing");
}
template <class Spoil>
std::string broken_request(const Spoil& spoil) {
    return broken([&](State& state) { spoil(state.requests.at(RequestId("r1"))); });
}

TEST(Promises, OfRequestsAreLookedAt) {
    EXPECT_EQ(broken_request([](Request& it) { it.recorded.partner = place("MO"); }), "r1 is a request of Macao to itself");
    EXPECT_EQ(broken_request([](Request& it) { it.recorded.route = RouteId("law"); }), "r1 rests on an instrument and on a statute");
    EXPECT_EQ(broken_request([](Request& it) { it.recorded.instrument = instrument_id("none"); }), "r1 rests on none, which is not there");
    EXPECT_EQ(broken_request([](Request& it) { it.recorded.held.reset(); }), "r1 says whether its basis held, or has one, but not both");
    EXPECT_EQ(broken_request([](Request& it) { it.recorded.due = day("2021-12-31"); }), "r1 was due before it was made");
    EXPECT_EQ(broken_request([](Request& it) { it.acknowledged->on = day("2021-12-31"); }), "r1 was acknowledged before it was made");
    EXPECT_EQ(broken_request([](Request& it) { it.answered->on = day("2022-01-09"); }), "r1 was answered before it was acknowledged");
    EXPECT_EQ(broken_request([](Request& it) { it.answered->ground.reset(); }), "r1 has a ground without a refusal, or a refusal without one");
    EXPECT_EQ(broken_request([](Request& it) { it.recorded.person = PersonId(); }), "the subject of r1 is sealed under no key");
    EXPECT_EQ(broken_request([](Request& it) { it.recorded.request = RequestId("r2"); }), "the request r2 stands under r1");
}

TEST(Promises, OfPartnersAreLookedAt) {
    EXPECT_EQ(broken([](State& it) { it.partners.lists.at(Listing::fatf_member).begin()->second.event.members.push_back(place("KR")); }),
              "a member stands twice on fatf_member of 2024-02-23");
    EXPECT_EQ(broken([](State& it) { it.partners.figures.begin()->second.front().event.value = decimal("-1"); }), "a figure of KR is below nothing");
    EXPECT_EQ(broken([](State& it) { it.partners.clauses.begin()->second.event.instrument = instrument_id("none"); }), "a clause of none stands under sfo.kr");
    EXPECT_EQ(broken([](State& it) { it.partners.weights.push_back({.event = weights_of(it.partners, {}), .sequence = 9, .at = {}}); }),
              "the weights at place 1 have another version");
    EXPECT_EQ(broken([](State& it) {
                  it.partners.weights.push_back({.event = weights_of(it.partners, {}), .sequence = 9, .at = {}});
                  it.partners.weights.back().event.version = 1;
                  it.partners.weights.back().event.weights.pop_back();
              }).substr(0, 35),
              "the weights of version 1 add up to ");
}

}  // namespace
}  // namespace ponte::accords
