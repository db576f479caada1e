#include "desks/accords/partners_sample.h"

namespace ponte::accords {
namespace {

using ponte::Answer;

RecordFigure trade(std::string_view partner, std::string_view value, std::string source = "customs") {
    return {.partner = place(partner), .criterion = Criterion::trade, .value = decimal(value), .unit = "USD bn", .period = span("2018-01-01/2018-02-28"), .source = source_of(std::move(source))};
}
SetWeights all_on(Criterion criterion) {
    SetWeights weights{.weights = {}, .listings = {}, .reaches = {}, .reason = "a trial"};
    for_each_enumerator<Criterion>([&](std::string_view, Criterion one) { weights.weights.push_back({one, one == criterion ? Decimal{1, 0} : Decimal{0, 0}}); });
    for_each_enumerator<Listing>([&](std::string_view, Listing one) { weights.listings.push_back({one, Decimal{5, 1}}); });
    for (const Reach one : {Reach::none, Reach::talks, Reach::initialled, Reach::signed_only}) weights.reaches.push_back({one, Decimal{static_cast<int>(one), 1}});
    return weights;
}
NextPartnerAnswer next(const Desk& desk, std::string_view on = "2026-06-01", const access::Sight& reader = of_body("dsaj")) {
    NextPartnerQuery query{};
    query.kinds = {InstrumentKind::surrender};
    query.partners = {place("BR"), place("AO"), place("PT"), place("KR")};
    query.on = day(on);
    return desk.asked(query, reader);
}
const PartnerScore& of(const NextPartnerAnswer& answer, std::string_view partner) { return *std::ranges::find(answer.partners, place(partner), &PartnerScore::partner); }
const ScorePart& of(const PartnerScore& score, Criterion criterion) { return *std::ranges::find(score.parts, criterion, &ScorePart::criterion); }

Desk partners() {
    Desk desk;
    desk.instrument("sfo.kr", InstrumentKind::surrender, "KR");
    desk.step("sfo.kr", StepKind::force, "2021-03-31");
    desk.instrument("sfo.pt", InstrumentKind::surrender, "PT");
    desk.step("sfo.pt", StepKind::signing, "2019-05-15");
    desk.done(secretariat(), trade("BR", "14.491"));
    desk.done(secretariat(), trade("AO", "4.619"));
    return desk;
}

TEST(NextPartner, BreaksEachScoreDownIntoPartsThatSumToIt) {
    Desk desk = partners();
    const NextPartnerAnswer answer = next(desk);
    EXPECT_EQ(answer.weights.version, 0);
    EXPECT_EQ(answer.covered, std::vector{place("KR")});
    ASSERT_EQ(answer.partners.size(), 3U);
    for (const PartnerScore& one : answer.partners) {
        Decimal sum{0, 6};
        Decimal weight{0, 0};
        EXPECT_EQ(one.parts.size(), 6U);
        for (const ScorePart& part : one.parts) {
            EXPECT_EQ(part.value.has_value(), part.score.has_value());
            if (!part.score) continue;
            sum = *sum.plus(*part.score);
            weight = *weight.plus(part.weight);
        }
        EXPECT_TRUE(compare(sum, one.score) == 0) << one.partner.value;
        EXPECT_TRUE(compare(weight, one.weight_available) == 0);
    }
    EXPECT_EQ(of(of(answer, "BR"), Criterion::trade).value->to_text(), "1.000000");
    EXPECT_EQ(of(of(answer, "AO"), Criterion::trade).value->to_text(), "0.318750") << "4.619 of 14.491";
    EXPECT_EQ(of(of(answer, "AO"), Criterion::trade).score->to_text(), "0.063750");
    EXPECT_EQ(of(of(answer, "PT"), Criterion::stage).score->to_text(), "0.180000");
}

TEST(NextPartner, ShowsWhatIsNotAvailableAndGivesItsWeightToNobody) {
    const Desk desk = partners();
    const NextPartnerAnswer answer = next(desk);
    EXPECT_FALSE(of(of(answer, "BR"), Criterion::settled_flows).value);
    EXPECT_FALSE(of(of(answer, "PT"), Criterion::trade).value);
    EXPECT_TRUE(compare(of(answer, "BR").weight_available, Decimal{6, 1}) == 0) << "trade, refused requests and stage";
    EXPECT_TRUE(compare(of(answer, "PT").weight_available, Decimal{4, 1}) == 0);
    // The public sees no requests, so it is not told that there were none.
    EXPECT_FALSE(of(of(next(desk, "2026-06-01", everybody()), "BR"), Criterion::refused_requests).value);
    EXPECT_FALSE(of(of(next(desk, "2018-02-27"), "BR"), Criterion::trade).value) << "not published yet";
}

TEST(NextPartner, CountsRequestsRefusedForWantOfAnInstrument) {
    Desk desk = partners();
    const auto refused = [&](std::string id, std::string_view partner, Ground ground) {
        desk.done(officer(), RecordRequest{.request = RequestId(id), .matter = Matter::surrender, .partner = place(partner), .direction = Direction::made, .made = day("2024-01-01"), .due = {},
                                           .instrument = {}, .route = {}, .person = {}, .subject = {}, .reference = {}});
        desk.done(officer(), AnswerRequest{.request = RequestId(id), .on = day("2024-02-01"), .outcome = RequestOutcome::refused, .ground = ground, .note = {}});
    };
    refused("a1", "AO", Ground::no_instrument);
    refused("a2", "AO", Ground::no_instrument);
    refused("b1", "BR", Ground::no_instrument);
    refused("b2", "BR", Ground::insufficient);
    desk.done(secretariat(), all_on(Criterion::refused_requests));
    const NextPartnerAnswer answer = next(desk);
    EXPECT_EQ(answer.weights.version, 1);
    EXPECT_EQ(answer.partners.at(0).partner, place("AO"));
    EXPECT_EQ(answer.partners.at(0).score.to_text(), "1.000000");
    EXPECT_EQ(of(answer, "BR").score.to_text(), "0.500000");
    EXPECT_EQ(of(of(next(desk, "2024-01-31"), "AO"), Criterion::refused_requests).says, "0") << "the answers came a day later";
}

TEST(NextPartner, RanksEqualScoresAlikeAndOldWeightsStay) {
    Desk desk = partners();
    desk.done(secretariat(), all_on(Criterion::stage));
    SetWeights second = all_on(Criterion::trade);
    second.reason = "trade first";
    desk.done(secretariat(), second);
    EXPECT_EQ(next(desk).weights.reason, "trade first");
    NextPartnerQuery query{};
    query.kinds = {InstrumentKind::surrender};
    query.partners = {place("BR"), place("AO"), place("PT")};
    query.weights = 1;
    const NextPartnerAnswer by_stage = desk.asked(query);
    EXPECT_EQ(by_stage.partners.at(0).partner, place("PT"));
    EXPECT_EQ(by_stage.partners.at(1).rank, 2U);
    EXPECT_EQ(by_stage.partners.at(2).rank, 2U);
    EXPECT_EQ(by_stage.partners.at(1).partner, place("AO"));
}

TEST(NextPartner, LeavesAContradictedFigureOut) {
    Desk desk = partners();
    desk.done(secretariat(), trade("BR", "15", "another page"));
    const NextPartnerAnswer answer = next(desk);
    EXPECT_FALSE(of(of(answer, "BR"), Criterion::trade).value);
    EXPECT_EQ(of(of(answer, "BR"), Criterion::trade).sources.size(), 2U);
    const PartnerRecordsAnswer records = desk.asked(PartnerRecordsQuery{.partner = place("BR")});
    ASSERT_EQ(records.figures.size(), 2U);
    EXPECT_TRUE(records.figures[0].contradicted);
}

TEST(Listings, KeepSourcesThatDisagreeBesideEachOther) {
    Desk desk;
    desk.done(secretariat(), RecordListing{.partner = place("MZ"), .listing = Listing::egmont_member, .validity = {.from = span("2025"), .to = {}}, .source = source_of("a press note", Confidence::medium)});
    const auto row = [&](std::string_view on) { return desk.asked(ListingsQuery{.partner = place("MZ"), .listing = Listing::egmont_member, .on = day(on)}, everybody()).rows.at(0); };
    EXPECT_EQ(row("2024-12-31").on_list, Answer::no);
    EXPECT_EQ(row("2025-07-10").on_list, Answer::unknown) << "the day is known to the year only";
    EXPECT_EQ(row("2026-01-01").on_list, Answer::yes);
    desk.done(secretariat(), PublishList{.listing = Listing::egmont_member, .on = day("2026-01-01"), .members = {}, .source = source_of("the group's own list")});
    EXPECT_EQ(row("2026-01-01").on_list, Answer::unknown);
    EXPECT_TRUE(row("2026-01-01").contradicted);
    EXPECT_EQ(row("2026-01-01").sources.size(), 2U);
}

TEST(PartnerFacts, AreRefusedInTheDocumentedOrder) {
    Desk desk = partners();
    EXPECT_EQ(desk.said(by(access::Role::reader), trade("BR", "1")), "accords.not_allowed");
    RecordFigure figure = trade("BR", "1");
    figure.source.reference.clear();
    EXPECT_EQ(desk.said(officer(), figure), "accords.source_missing");
    figure = trade("BR", "1");
    figure.source.confidence = Confidence::unverified;
    EXPECT_EQ(desk.said(officer(), figure), "accords.evidence_unverified");
    figure = trade("BR", "1");
    figure.criterion = Criterion::stage;
    EXPECT_EQ(desk.said(officer(), figure), "accords.criterion_not_recorded");
    EXPECT_EQ(desk.said(officer(), trade("BR", "-1")), "accords.figure_negative");
    figure = trade("BR", "1");
    figure.unit.clear();
    EXPECT_EQ(desk.said(officer(), figure), "accords.unit_missing");
    EXPECT_EQ(desk.said(officer(), trade("MO", "1")), "accords.partner_is_macao");
    EXPECT_EQ(desk.said(officer(), trade("XX", "1")), "accords.place_unknown");
    EXPECT_EQ(desk.said(officer(), trade("BR", "14.491")), "accords.nothing_changed");

    RecordListing listing{.partner = place("MZ"), .listing = Listing::egmont_member, .validity = {.from = span("2025"), .to = span("2024")}, .source = source_of("a note")};
    EXPECT_EQ(desk.said(officer(), listing), "accords.validity_impossible");
    PublishList list{.listing = Listing::fatf_call_for_action, .on = day("2026-06-02"), .members = {place("BR"), place("BR")}, .source = source_of("a list")};
    EXPECT_EQ(desk.said(officer(), list), "accords.date_in_future");
    list.on = day("2026-02-01");
    EXPECT_EQ(desk.said(officer(), list), "accords.member_repeated");
    list.members.assign(301, place("BR"));
    EXPECT_EQ(desk.said(officer(), list), "accords.too_many");

    StateRoute route{.route = RouteId("Law"), .matters = {}, .names = {}, .reference = "", .validity = {}, .without = {}, .conditions = {}, .source = source_of("the law")};
    EXPECT_EQ(desk.said(officer(), route), "accords.id_malformed");
    route.route = RouteId("law");
    EXPECT_EQ(desk.said(officer(), route), "accords.matter_missing");
    route.matters = {Matter::surrender};
    EXPECT_EQ(desk.said(officer(), route), "accords.clause_missing");
    StateClause clause{.instrument = instrument_id("sfo.xx"), .matter = Matter::surrender, .clause = "", .conditions = {}, .source = source_of("its text")};
    EXPECT_EQ(desk.said(officer(), clause), "accords.clause_missing");
    clause.clause = "art. 1";
    EXPECT_EQ(desk.said(officer(), clause), "accords.instrument_unknown");
    RecordCount count{.count = CountId("x"), .kinds = {}, .in_force = false, .as_of = day("2025-01-01"), .published = 1, .source = source_of("press")};
    EXPECT_EQ(desk.said(officer(), count), "accords.kind_missing");
}

TEST(SetWeights, AddUpToOneAndNameEachOnce) {
    const Desk desk;
    EXPECT_EQ(desk.said(officer(), all_on(Criterion::trade)), "accords.not_allowed");
    SetWeights weights = all_on(Criterion::trade);
    weights.reason.clear();
    EXPECT_EQ(desk.said(secretariat(), weights), "accords.reason_missing");
    weights = all_on(Criterion::trade);
    weights.weights.pop_back();
    EXPECT_EQ(desk.said(secretariat(), weights), "accords.weight_missing");
    weights = all_on(Criterion::trade);
    weights.weights.push_back(weights.weights.front());
    EXPECT_EQ(desk.said(secretariat(), weights), "accords.weight_repeated");
    weights = all_on(Criterion::trade);
    weights.weights.front().weight = Decimal{11, 1};
    EXPECT_EQ(desk.said(secretariat(), weights), "accords.weight_out_of_range");
    weights = all_on(Criterion::trade);
    weights.weights.front().weight = Decimal{5, 1};
    EXPECT_EQ(desk.said(secretariat(), weights), "accords.weights_not_one");
    EXPECT_EQ(desk.said(secretariat(), all_on(Criterion::trade)), "");
    // The even ones, which nobody has set, keep the same rule.
    const WeightsSet even = weights_of(desk.state.partners, {});
    EXPECT_EQ(desk.said(secretariat(), SetWeights{.weights = even.weights, .listings = even.listings, .reaches = even.reaches, .reason = "as they are"}), "");
}

}  // namespace
}  // namespace ponte::accords
