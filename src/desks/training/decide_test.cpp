#include "desks/training/decide.h"

#include "base/refusal_table.h"
#include "desks/training/invariants.h"
#include "desks/training/queries.h"
#include "desks/training/queries_dossier.h"
#include "desks/training/refusals.h"

namespace ponte::training {
namespace {

Date day(std::string_view text) { return *Date::from_text(text); }
const EventId course("course-2025");
const access::Sight organiser{.body = BodyId("dsf"), .side = Side::macao};
const access::Sight nominator{.body = BodyId("sat"), .side = Side::mainland};
const access::Sight other_body{.body = BodyId("dsal"), .side = Side::macao};
const access::Sight everybody{};

// The desk in memory: it plays the house.
struct Desk {
    State state;
    directory::Jurisdictions jurisdictions;
    Instant now = *Instant::from_text("2025-09-10T02:00:00Z");

    Desk() {
        for (const char* id : {"MO", "AO", "CV", "PT"}) jurisdictions.by_id[JurisdictionId(id)] = {};
    }
    template <class Command>
    [[nodiscard]] Decision decided(const Command& command, const std::string& body = "dsf", access::Role role = access::Role::officer) const {
        const access::Grant by{.person = PersonId("ana"), .body = BodyId(body), .side = Side::macao, .roles = {{.desk = "training", .role = role}}};
        return decide({.training = state, .jurisdictions = jurisdictions, .asker = by, .now = now}, command);
    }
    template <class Command>
    std::string ask(const Command& command, const std::string& body = "dsf") {
        const Decision decision = decided(command, body);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            std::visit([&](const auto& one) { evolve(state, one, {}); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
        return {};
    }
    std::string nominate(const std::string& jurisdiction, const std::string& person, const std::string& body = "sat") {
        return ask(NominateParticipant{.event = course, .jurisdiction = JurisdictionId(jurisdiction), .person = PersonId(person),
                                       .display = ponte::sealed("display", Digest{}, "A name"), .office = "inspector"}, body);
    }
    void clock(std::string_view text) { now = *Instant::from_text(text); }
    template <class Query>
    [[nodiscard]] typename Query::Answer asked(const Query& query, const access::Sight& reader = organiser) const {
        return answer(state, query, reader, now);
    }
};

PlanEvent good_plan() {
    return {.event = course, .kind = EventKind::course, .titles = {.en = "Tax treaties in practice"}, .place = JurisdictionId("MO"), .venue = "the academy",
            .from = day("2025-10-13"), .to = day("2025-10-24"), .nominations_from = day("2025-09-01"), .nominations_to = day("2025-09-30"),
            .seats = 3, .quotas = {{.jurisdiction = JurisdictionId("AO"), .reserved = 1, .most = 2}}, .days_needed = 2};
}

// Two have seats confirmed (AO on a kept place, PT on an open one), a third waits for the kept ones of nobody.
Desk nominated() {
    Desk desk;
    EXPECT_EQ(desk.ask(good_plan()), "");
    EXPECT_EQ(desk.nominate("PT", "p1"), "");
    EXPECT_EQ(desk.nominate("PT", "p2"), "");
    EXPECT_EQ(desk.nominate("PT", "p3"), "");
    EXPECT_EQ(desk.nominate("AO", "p4"), "");
    return desk;
}

Desk held() {
    Desk desk = nominated();
    EXPECT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 1}), "");
    EXPECT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 4}), "");
    desk.clock("2025-10-25T02:00:00Z");
    for (const char* on : {"2025-10-13", "2025-10-14"}) EXPECT_EQ(desk.ask(RecordAttendance{.event = course, .number = 1, .day = day(on)}), "");
    EXPECT_EQ(desk.ask(RecordAttendance{.event = course, .number = 4, .day = day("2025-10-13")}), "");
    EXPECT_EQ(desk.ask(HoldEvent{.event = course}), "");
    return desk;
}

template <class Command>
struct Asked {
    Command command;
    std::string body = "dsf";
    access::Role role = access::Role::officer;
};

template <class Command>
void expect_rows(const Desk& desk, const Command& good, const std::vector<RefusalRow<Asked<Command>>>& rows) {
    expect_refusals<Asked<Command>>({.command = good}, rows, [&](const Asked<Command>& r) { return desk.decided(r.command, r.body, r.role); });
}

template <class R>
void as_reader(R& r) {
    r.role = access::Role::reader;
}
template <class R>
void as_other(R& r) {
    r.body = "dsal";
}

TEST(PlanEvent, RefusesInTheDocumentedOrder) {
    Desk desk;
    PlanEvent known = good_plan();
    known.event = EventId("known");
    ASSERT_EQ(desk.ask(known), "");
    using R = Asked<PlanEvent>;
    expect_rows<PlanEvent>(desk, good_plan(),
                           {{refusals::not_allowed, as_reader<R>},
                            {refusals::id_malformed, [](R& r) { r.command.event = EventId("A course"); }},
                            {refusals::title_missing, [](R& r) { r.command.titles = {}; }},
                            {refusals::text_malformed, [](R& r) { r.command.venue = "\x01"; }},
                            {refusals::dates_impossible, [](R& r) { r.command.to = day("2025-10-12"); }},
                            {refusals::quotas_exceed_seats, [](R& r) { r.command.quotas[0].reserved = 4; }},
                            {refusals::jurisdiction_unknown, [](R& r) { r.command.place = JurisdictionId("XX"); }}});
    EXPECT_EQ(desk.ask(known), "training.already_planned");
    PlanEvent late = good_plan();
    late.nominations_from = day("2025-10-25");
    late.nominations_to = day("2025-10-26");
    EXPECT_EQ(desk.ask(late), "training.dates_impossible");
}

TEST(PlanEvent, MayKeepEverySeatAndAsManyAsAGroupMayHave) {
    Desk desk;
    PlanEvent full = good_plan();
    full.quotas = {{.jurisdiction = JurisdictionId("AO"), .reserved = 2, .most = 2}, {.jurisdiction = JurisdictionId("PT"), .reserved = 1, .most = {}}};
    EXPECT_EQ(desk.ask(full), "");
    full.event = EventId("over");
    full.quotas[1].reserved = 2;
    EXPECT_EQ(desk.ask(full), "training.quotas_exceed_seats");
    full.quotas = {{.jurisdiction = JurisdictionId("AO"), .reserved = 2, .most = 1}};
    EXPECT_EQ(desk.ask(full), "training.quotas_exceed_seats");
}

TEST(ChangeSeats, LeavesAsManyAsAreConfirmedAndNoFewer) {
    Desk desk = nominated();
    for (const std::uint32_t number : {1U, 4U}) ASSERT_EQ(desk.ask(ConfirmNomination{.event = course, .number = number}), "");
    EXPECT_EQ(desk.ask(ChangeSeats{.event = course, .seats = 1, .quotas = {}, .reason = "a smaller room"}), "training.seats_below_confirmed");
    EXPECT_EQ(desk.ask(ChangeSeats{.event = course, .seats = 2, .quotas = {}, .reason = "a smaller room"}), "");
}

TEST(ChangeSeats, RefusesInTheDocumentedOrder) {
    Desk desk = nominated();
    ASSERT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 1}), "");
    using R = Asked<ChangeSeats>;
    const ChangeSeats good{.event = course, .seats = 4, .quotas = {}, .reason = "a larger room"};
    expect_rows<ChangeSeats>(desk, good,
                             {{refusals::not_allowed, as_reader<R>},
                              {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                              {refusals::quotas_exceed_seats, [](R& r) { r.command.quotas = {{.jurisdiction = JurisdictionId("AO"), .reserved = 9}}; }},
                              {refusals::event_unknown, [](R& r) { r.command.event = EventId("none"); }},
                              {refusals::not_the_organiser, as_other<R>},
                              {refusals::seats_below_confirmed, [](R& r) { r.command.seats = 0; }}});
    ChangeSeats elsewhere = good;
    elsewhere.quotas = {{.jurisdiction = JurisdictionId("XX"), .reserved = 1}};
    EXPECT_EQ(desk.ask(elsewhere), "training.jurisdiction_unknown");
    EXPECT_EQ(held().ask(good), "training.already_held");
}

TEST(CancelEvent, EndsEverythingOfIt) {
    Desk desk = nominated();
    using R = Asked<CancelEvent>;
    const CancelEvent good{.event = course, .reason = "too few"};
    expect_rows<CancelEvent>(desk, good,
                             {{refusals::not_allowed, as_reader<R>},
                              {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                              {refusals::event_unknown, [](R& r) { r.command.event = EventId("none"); }},
                              {refusals::not_the_organiser, as_other<R>}});
    EXPECT_EQ(held().ask(good), "training.already_held");
    EXPECT_EQ(desk.ask(good), "");
    EXPECT_EQ(desk.ask(good), "training.event_cancelled");
    EXPECT_EQ(desk.nominate("AO", "p9"), "training.event_cancelled");
    EXPECT_EQ(desk.asked(EventsQuery{}).events.at(0).state, EventState::cancelled);
}

TEST(NominateParticipant, RefusesInTheDocumentedOrder) {
    Desk desk = nominated();
    using R = Asked<NominateParticipant>;
    const NominateParticipant good{.event = course, .jurisdiction = JurisdictionId("CV"), .person = PersonId("p7"), .display = {}, .office = "inspector"};
    expect_rows<NominateParticipant>(desk, good,
                                     {{refusals::not_allowed, as_reader<R>},
                                      {refusals::id_malformed, [](R& r) { r.command.person = PersonId("A name"); }},
                                      {refusals::text_malformed, [](R& r) { r.command.office = "\x01"; }},
                                      {refusals::jurisdiction_unknown, [](R& r) { r.command.jurisdiction = JurisdictionId("XX"); }},
                                      {refusals::event_unknown, [](R& r) { r.command.event = EventId("none"); }}});
    EXPECT_EQ(desk.nominate("CV", "p1"), "training.person_nominated");
    // The window's two days are in it, the days beside it are not.
    desk.clock("2025-08-31T02:00:00Z");
    EXPECT_EQ(desk.nominate("CV", "p7"), "training.outside_window");
    desk.clock("2025-09-01T02:00:00Z");
    EXPECT_EQ(desk.nominate("CV", "p7"), "");
    desk.clock("2025-09-30T02:00:00Z");
    EXPECT_EQ(desk.nominate("CV", "p8"), "");
    desk.clock("2025-10-01T02:00:00Z");
    EXPECT_EQ(desk.nominate("CV", "p9"), "training.outside_window");
    EXPECT_EQ(held().nominate("CV", "p9"), "training.already_held");
}

TEST(ConfirmNomination, GivesASeatToNobodyWhoWaits) {
    Desk desk = nominated();
    EXPECT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 3}), "training.over_quota");
    ASSERT_EQ(desk.ask(WithdrawNomination{.event = course, .number = 2, .reason = "ill"}, "sat"), "");
    EXPECT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 3}), "") << "the line has moved up";
    EXPECT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 3}), "training.already_confirmed");
    EXPECT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 2}), "training.nomination_withdrawn");
    using R = Asked<ConfirmNomination>;
    expect_rows<ConfirmNomination>(desk, {.event = course, .number = 4},
                                   {{refusals::not_allowed, as_reader<R>},
                                    {refusals::event_unknown, [](R& r) { r.command.event = EventId("none"); }},
                                    {refusals::not_the_organiser, as_other<R>},
                                    {refusals::nomination_unknown, [](R& r) { r.command.number = 9; }}});
    EXPECT_EQ(held().ask(ConfirmNomination{.event = course, .number = 2}), "training.already_held");
}

TEST(WithdrawNomination, IsForTheOrganiserAndTheNominatingBody) {
    Desk desk = nominated();
    using R = Asked<WithdrawNomination>;
    expect_rows<WithdrawNomination>(desk, {.event = course, .number = 1, .reason = "ill"},
                                    {{refusals::not_allowed, as_reader<R>},
                                     {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                                     {refusals::event_unknown, [](R& r) { r.command.event = EventId("none"); }},
                                     {refusals::nomination_unknown, [](R& r) { r.command.number = 0; }},
                                     {refusals::not_the_organiser, as_other<R>}});
    EXPECT_EQ(held().ask(WithdrawNomination{.event = course, .number = 2, .reason = "late"}), "training.already_held");
    ASSERT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 1}), "");
    desk.clock("2025-10-13T02:00:00Z");
    ASSERT_EQ(desk.ask(RecordAttendance{.event = course, .number = 1, .day = day("2025-10-13")}), "");
    EXPECT_EQ(desk.ask(WithdrawNomination{.event = course, .number = 1, .reason = "left"}), "training.already_recorded");
}

TEST(RecordAttendance, RefusesInTheDocumentedOrder) {
    Desk desk = nominated();
    ASSERT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 1}), "");
    desk.clock("2025-10-14T02:00:00Z");
    using R = Asked<RecordAttendance>;
    expect_rows<RecordAttendance>(desk, {.event = course, .number = 1, .day = day("2025-10-14")},
                                  {{refusals::not_allowed, as_reader<R>},
                                   {refusals::event_unknown, [](R& r) { r.command.event = EventId("none"); }},
                                   {refusals::not_the_organiser, as_other<R>},
                                   {refusals::not_confirmed, [](R& r) { r.command.number = 2; }},
                                   {refusals::outside_event, [](R& r) { r.command.day = day("2025-10-12"); }}});
    EXPECT_EQ(desk.ask(RecordAttendance{.event = course, .number = 1, .day = day("2025-10-15")}), "training.date_in_future");
    EXPECT_EQ(desk.ask(RecordAttendance{.event = course, .number = 1, .day = day("2025-10-14")}), "");
    EXPECT_EQ(desk.ask(RecordAttendance{.event = course, .number = 1, .day = day("2025-10-14")}), "training.already_recorded");
    EXPECT_EQ(desk.ask(RecordAttendance{.event = course, .number = 1, .day = day("2025-10-14"), .present = false}), "");
}

TEST(HoldEvent, RefusesInTheDocumentedOrder) {
    Desk desk = nominated();
    ASSERT_EQ(desk.ask(ConfirmNomination{.event = course, .number = 1}), "");
    desk.clock("2025-10-24T02:00:00Z");
    ASSERT_EQ(desk.ask(RecordAttendance{.event = course, .number = 1, .day = day("2025-10-24")}), "");
    using R = Asked<HoldEvent>;
    expect_rows<HoldEvent>(desk, {.event = course},
                           {{refusals::not_allowed, as_reader<R>},
                            {refusals::event_unknown, [](R& r) { r.command.event = EventId("none"); }},
                            {refusals::not_the_organiser, as_other<R>},
                            {refusals::dates_impossible, [](R& r) { r.command.to = day("2025-10-01"); }}});
    EXPECT_EQ(desk.ask(HoldEvent{.event = course, .to = day("2025-10-25")}), "training.not_yet_over");
    EXPECT_EQ(desk.ask(HoldEvent{.event = course, .to = day("2025-10-23")}), "training.outside_event");
    EXPECT_EQ(desk.ask(HoldEvent{.event = course}), "");
    EXPECT_EQ(desk.ask(HoldEvent{.event = course}), "training.already_held");
}

TEST(Certificates, RestOnAttendanceAndMayBeWithdrawn) {
    Desk desk = held();
    using R = Asked<IssueCertificate>;
    expect_rows<IssueCertificate>(desk, {.event = course, .number = 1, .certificate = CertificateId("2025/001")},
                                  {{refusals::not_allowed, as_reader<R>},
                                   {refusals::id_malformed, [](R& r) { r.command.certificate = CertificateId(""); }},
                                   {refusals::event_unknown, [](R& r) { r.command.event = EventId("none"); }},
                                   {refusals::not_the_organiser, as_other<R>},
                                   {refusals::not_attended, [](R& r) { r.command.number = 4; }}});
    ASSERT_EQ(desk.ask(IssueCertificate{.event = course, .number = 1, .certificate = CertificateId("2025/001")}), "");
    EXPECT_EQ(desk.ask(IssueCertificate{.event = course, .number = 1, .certificate = CertificateId("2025/002")}), "training.already_certified");
    const auto state = [&] { return desk.asked(CertificateQuery{.certificate = CertificateId("2025/001")}, everybody).state; };
    EXPECT_EQ(state(), CertificateState::valid);
    using W = Asked<WithdrawCertificate>;
    expect_rows<WithdrawCertificate>(desk, {.certificate = CertificateId("2025/001"), .reason = "another person"},
                                     {{refusals::not_allowed, as_reader<W>},
                                      {refusals::reason_missing, [](W& r) { r.command.reason.clear(); }},
                                      {refusals::certificate_unknown, [](W& r) { r.command.certificate = CertificateId("9"); }},
                                      {refusals::not_the_organiser, as_other<W>}});
    ASSERT_EQ(desk.ask(WithdrawCertificate{.certificate = CertificateId("2025/001"), .reason = "another person"}), "");
    EXPECT_EQ(state(), CertificateState::withdrawn);
    EXPECT_EQ(desk.ask(WithdrawCertificate{.certificate = CertificateId("2025/001"), .reason = "again"}), "training.certificate_withdrawn");
    EXPECT_EQ(desk.ask(IssueCertificate{.event = course, .number = 1, .certificate = CertificateId("2025/001")}), "training.certificate_used");
    EXPECT_EQ(desk.ask(IssueCertificate{.event = course, .number = 1, .certificate = CertificateId("2025/002")}), "");
    EXPECT_EQ(nominated().ask(IssueCertificate{.event = course, .number = 1, .certificate = CertificateId("1")}), "training.not_held");
    PlanEvent without = good_plan();
    without.event = EventId("no-paper");
    without.days_needed = 0;
    desk.clock("2025-09-10T02:00:00Z");
    ASSERT_EQ(desk.ask(without), "");
    EXPECT_EQ(desk.ask(IssueCertificate{.event = without.event, .number = 1, .certificate = CertificateId("3")}), "training.no_certificates");
}

TEST(TrainingQueries, CountByJurisdiction) {
    const Desk desk = held();
    const ReportAnswer report = desk.asked(ReportQuery{.from = day("2025-01-01"), .to = day("2025-12-31")});
    EXPECT_EQ(report.events_held, 1U);
    EXPECT_EQ(report.meetings_held, 0U);
    EXPECT_EQ(report.numbers.nominated, 4U);
    EXPECT_EQ(report.numbers.attended, 2U);
    ASSERT_EQ(report.jurisdictions.size(), 2U);
    EXPECT_EQ(report.jurisdictions[0].jurisdiction, JurisdictionId("AO"));
    EXPECT_EQ(report.jurisdictions[0].numbers.attended, 1U);
    EXPECT_EQ(report.jurisdictions[1].numbers.waiting, 1U);
    EXPECT_EQ(desk.asked(ReportQuery{.from = day("2025-10-25")}).events_held, 0U);
    EXPECT_EQ(desk.asked(ReportQuery{.to = day("2025-10-23")}).events_held, 0U);
    EXPECT_EQ(desk.asked(ReportQuery{.kinds = {EventKind::meeting}}).events_held, 0U);
    const EventAnswer event = desk.asked(EventQuery{.event = course});
    ASSERT_EQ(event.participants.size(), 4U);
    EXPECT_EQ(event.participants[2].seating, Seating::waits);
    EXPECT_EQ(event.participants[2].why, Waiting::full);
    EXPECT_EQ(event.participants[3].seating, Seating::reserved);
    EXPECT_EQ(desk.asked(EventsQuery{.jurisdiction = JurisdictionId("CV")}).events.size(), 0U);
}

TEST(TrainingQueries, ShowAPersonOnlyToOrganiserAndNominator) {
    const Desk planned = nominated();
    EXPECT_TRUE(planned.asked(EventsQuery{}, everybody).events.empty());
    EXPECT_FALSE(planned.asked(EventQuery{.event = course}, everybody).event);
    const Desk desk = held();
    const auto persons = [&](const access::Sight& reader) {
        const EventAnswer answer = desk.asked(EventQuery{.event = course}, reader);
        return std::ranges::count_if(answer.participants, [](const ParticipantRow& row) { return row.person || row.display || !row.office.empty(); });
    };
    EXPECT_EQ(persons(organiser), 4);
    EXPECT_EQ(persons(nominator), 4);
    EXPECT_EQ(persons(other_body), 0);
    EXPECT_EQ(persons(everybody), 0);
    EXPECT_TRUE(desk.asked(EventQuery{.event = course}, everybody).participants.empty());
    EXPECT_EQ(desk.asked(EventQuery{.event = course}, everybody).event->numbers.attended, 2U);
}

TEST(NumbersCounted, FollowEveryEntryThatChangesThem) {
    Desk desk = held();
    const auto of = [&](const char* jurisdiction) {
        const auto& counted = desk.state.known.events.at(course).counted;
        const auto found = counted.find(JurisdictionId(jurisdiction));
        return found == counted.end() ? std::pair(9U, 9U) : std::pair(found->second.numbers.attended, found->second.numbers.certified);
    };
    EXPECT_EQ(of("PT"), std::pair(1U, 0U)) << "two days are one participant";
    EXPECT_EQ(of("AO"), std::pair(1U, 0U));
    ASSERT_EQ(desk.ask(RecordAttendance{.event = course, .number = 4, .day = day("2025-10-13"), .present = false}), "");
    EXPECT_EQ(of("AO"), std::pair(0U, 0U));
    ASSERT_EQ(desk.ask(RecordAttendance{.event = course, .number = 4, .day = day("2025-10-14"), .present = false}), "");
    ASSERT_EQ(desk.ask(RecordAttendance{.event = course, .number = 4, .day = day("2025-10-15")}), "");
    EXPECT_EQ(of("AO"), std::pair(1U, 0U));
    ASSERT_EQ(desk.ask(IssueCertificate{.event = course, .number = 1, .certificate = CertificateId("c")}), "");
    EXPECT_EQ(of("PT"), std::pair(1U, 1U));
    ASSERT_EQ(desk.ask(WithdrawCertificate{.certificate = CertificateId("c"), .reason = "another person"}), "");
    EXPECT_EQ(of("PT"), std::pair(1U, 0U));
}

TEST(TrainingContribution, CountsTheHeldEventsOfTheYearAndHidesThePlannedFromThePublic) {
    EXPECT_TRUE(contribution_of({}, organiser, day("2025-12-31")).series.empty());
    Desk desk = held();
    PlanEvent planned = good_plan();
    planned.event = EventId("later");
    planned.kind = EventKind::meeting;
    ASSERT_EQ(desk.ask(planned), "");
    const auto values = [&](const access::Sight& reader, std::string_view on) {
        std::string all;
        for (const Figure& figure : contribution_of(known_of(desk.state), reader, day(on)).figures) all += figure.id.substr(9) + " " + figure.value + "; ";
        return all;
    };
    const std::string counted = "meetings 0; courses 1; participants 2; jurisdictions 2; certificates 0; ";
    const std::string nothing = "meetings 0; courses 0; participants 0; jurisdictions 0; certificates 0; ";
    EXPECT_EQ(values(organiser, "2025-12-31"), counted);
    EXPECT_EQ(values(everybody, "2025-10-24"), counted) << "the last day is in it";
    EXPECT_EQ(values(everybody, "2025-10-23"), nothing);
    EXPECT_EQ(values(everybody, "2026-01-01"), nothing) << "another year";
    const auto shown = [&](const access::Sight& reader) {
        const auto contribution = contribution_of(known_of(desk.state), reader, day("2025-12-31"));
        return std::ranges::count_if(contribution.series.at(0).rows, &SeriesRow::shown);
    };
    EXPECT_EQ(shown(nominator), 5);  // Two planned, one held, two jurisdictions counted.
    EXPECT_EQ(shown(everybody), 4);
}

TEST(TrainingInvariants, NameWhatIsBroken) {
    State wrong = held().state;
    wrong.known.events.at(course).nominations[0].confirmed = false;
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
    wrong = held().state;
    wrong.known.events.at(course).seats = 1;
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
    wrong = held().state;
    wrong.known.events.at(course).nominations[0].certificate = CertificateId("1");
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
    wrong = held().state;
    ++wrong.known.events.at(course).counted.at(JurisdictionId("PT")).numbers.attended;
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
}

}  // namespace
}  // namespace ponte::training
