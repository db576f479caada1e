#include "desks/reporting/decide.h"

#include "base/canonical.h"
#include "base/refusal_table.h"
#include "desks/reporting/invariants.h"
#include "desks/reporting/refusals.h"

#include <boost/mp11.hpp>

// Every way of saying no, in its order, and what a decision says when it says yes. The conference desk is
// here as the plain values that a neighbour may know of it; the real one is met in house/reporting_round_test.
namespace ponte::reporting {
namespace {

using access::Grant;
using access::Role;
using conference::BodyRole;
using conference::Kind;

Date day(std::string_view text) { return *Date::from_text(text); }
Period period(std::string_view text) { return *Period::from_text(text); }

Side side_of(std::string_view body) {
    if (body == "ndrc" || body == "pboc") return Side::mainland;
    return body == "forum" ? Side::other : Side::macao;
}

Grant asker(std::string_view person, std::string_view body, std::vector<Role> roles) {
    Grant grant{.person = PersonId(std::string(body) + "." + std::string(person)), .body = BodyId(std::string(body)), .side = side_of(body), .asserted = true, .roles = {}};
    for (const Role role : roles) grant.roles.push_back({.desk = "reporting", .role = role});
    return grant;
}
Grant secretariat(std::string_view body = "dsepdr") { return asker("secretariat", body, {Role::secretariat}); }
Grant officer(std::string_view body = "amcm") { return asker("officer", body, {Role::officer}); }
Grant head(std::string_view body = "amcm") { return asker("head", body, {Role::head}); }
Grant verifier(std::string_view body = "ndrc") { return asker("verifier", body, {Role::verifier}); }

const RoundId round_id("2020-q3");
const PlanId plan_id("2020");

// What the conference desk is known to hold.
struct Facts {
    std::map<PlanId, conference::Plan> plans;
    std::map<IndicatorId, conference::Indicator> indicators;
    std::map<conference::MilestoneId, conference::Milestone> milestones;
    conference::Items items;
    conference::AllSeries series;
    std::map<std::uint16_t, conference::Session> sessions;
    std::map<std::uint16_t, conference::YearWithoutSession> years;
    std::map<std::uint64_t, conference::DossierFrozen> frozen;

    Facts() {
        conference::Plan& plan = plans[plan_id];
        plan.imported.plan = plan_id;
        for (std::uint16_t n = 1; n <= 4; ++n) {
            conference::MeasureStated stated{.plan = plan_id, .number = n, .text = "Measure", .duties = {"one", "two"}};
            plan.measures[n].wordings.push_back({.stated = stated, .sequence = n, .digest = {}});
        }
        appoint(1, "amcm", BodyRole::lead);
        appoint(2, "amcm", BodyRole::cooperating);
        appoint(2, "dsedt", BodyRole::lead);
        appoint(3, "pboc", BodyRole::lead);
        appoint(4, "fdct", BodyRole::lead);   // of a measure without indicators
        appoint(1, "ndrc", BodyRole::verifying);
        appoint(1, "forum", BodyRole::lead);
        define("m1.total", 1, Kind::flow);
        define("m2.stock", 2, Kind::stock);
        define("m3.total", 3, Kind::flow);
    }
    void appoint(std::uint16_t measure, std::string body, BodyRole role) {
        plans[plan_id].measures[measure].bodies.push_back({.plan = plan_id, .measure = measure, .body = BodyId(std::move(body)), .role = role});
    }
    void define(std::string id, std::uint16_t measure, Kind kind) {
        conference::Indicator& one = indicators[IndicatorId(id)];
        one.definition.indicator = IndicatorId(id);
        one.definition.plan = plan_id;
        one.definition.measure = measure;
        one.definition.kind = kind;
    }
    // An observation of m1.total; what else it says does not matter here.
    void item(const std::string& id, std::string body, Stage stage = Stage::internal) {
        conference::Series& its = series[series.place_of("indicator/m1.total")];
        its.observations.push_back({.indicator = IndicatorId("m1.total"), .item = ItemId(id)});
        conference::Item one;
        one.place = static_cast<conference::Place>(its.observations.size() - 1);
        one.body = BodyId(body);
        one.side = side_of(body);
        items.add(ItemId(id), std::move(one));
        take(id, stage);
    }
    void take(const std::string& id, Stage stage) {
        for (int step = 0; step < static_cast<int>(stage) - 1; ++step) items.at(ItemId(id)).reached[static_cast<std::size_t>(step)] = 1;
    }
    void withdraw(const std::string& id) {
        items.at(ItemId(id)).withdrawal = {{.event = {.item = ItemId(id), .reason = "r"}, .sequence = 1}};
    }
    [[nodiscard]] conference::Known known() const { return {plans, indicators, milestones, items, series, sessions, years, frozen, conference::end_of_log}; }
};

class Desk {
public:
    Desk() {
        for (const std::string body : {"dsepdr", "amcm", "dsedt", "fdct", "ndrc", "pboc", "forum"}) bodies.by_id[BodyId(body)] = {.side = side_of(body), .by_date = {}};
        // October 2020: the first week is off on both sides.
        for (const std::string place : {"CN", "MO"}) {
            calendar::YearKnown& year = business_days.years[{JurisdictionId(place), 2020}];
            year.official = true;
            for (const std::string off : {"2020-10-01", "2020-10-02"}) year.days[day(off)] = {.date = day(off), .kind = calendar::DayKind::holiday, .occasion = ""};
        }
    }

    State state;
    Facts facts;
    directory::Bodies bodies;
    calendar::BusinessDays business_days;
    Instant now = *Instant::from_text("2020-09-28T02:00:00Z");

    [[nodiscard]] View view(const Grant& by) const {
        return {.reporting = state, .conference = facts.known(), .bodies = bodies, .business_days = business_days, .asker = by, .now = now, .position = position_, .nonce = sha256(std::to_string(position_))};
    }
    template <class Command>
    [[nodiscard]] Decision decided(const Grant& by, const Command& command) const {
        return decide(view(by), command);
    }
    template <class Command>
    std::vector<Event> done(const Grant& by, const Command& command) {
        const Decision decision = decided(by, command);
        EXPECT_TRUE(decision) << Command::name << " " << (decision ? "" : decision.error().kind.code);
        if (!decision) return {};
        record(*decision, by.person);
        return *decision;
    }
    void record(const std::vector<Event>& events, const PersonId& actor) {
        for (const Event& event : events) {
            const Recorded recorded{.sequence = ++position_, .leaf = {}, .time = now, .actor = actor, .run = 0};
            std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
            entries_.emplace_back(event, recorded);
        }
        for (const Event& event : events) EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
    }
    // The same events from their bytes.
    [[nodiscard]] State replayed() const {
        State again;
        for (const auto& [event, recorded] : entries_) {
            std::visit([&](const auto& one) { evolve(again, *from_bytes<std::remove_cvref_t<decltype(one)>>(to_bytes(one)), recorded); }, event);
        }
        return again;
    }

    void at(std::string_view date) { now = *Instant::from_text(std::string(date) + "T02:00:00Z"); }
    void open() { done(secretariat(), OpenRound{.round = round_id, .plan = plan_id, .period = period("2020-Q3"), .working_days = 6}); }
    // As the house does it: the account, then the links to the items.
    void hand_in(const Grant& by, RecordReturn command, const std::vector<std::string>& items) {
        std::vector<ItemId> ids;
        for (const std::string& id : items) {
            if (!facts.items.contains(ItemId(id))) facts.item(id, by.body.value);
            ids.emplace_back(id);
        }
        done(by, command);
        const auto links = linked(view(by), command, ids, {});
        ASSERT_TRUE(links) << links.error().kind.code;
        record({Event(*links)}, by.person);
    }
    void sign_off(std::string body) {
        done(head(body), SignOffReturn{.round = round_id});
        for (const ItemId& item : standing_items_of(body)) facts.take(item.value, Stage::signed_off);
    }
    void release(std::string body) {
        done(secretariat(side_of(body) == Side::macao ? "dsepdr" : "ndrc"), ReleaseReturn{.round = round_id, .body = BodyId(body)});
        for (const ItemId& item : standing_items_of(body)) facts.take(item.value, Stage::released);
    }
    [[nodiscard]] const Request& request(const std::string& body) const { return state.rounds.at(round_id).requests.at(BodyId(body)); }

private:
    std::vector<ItemId> standing_items_of(const std::string& body) const {
        const Grant nobody;
        const View seen = view(nobody);
        return standing_items(request(body), request(body).turns.back(), [&](const ItemId& id) -> std::optional<conference::SeenItem> {
            const conference::Item* found = seen.conference.items.find(id);
            return found == nullptr ? std::nullopt : std::optional(conference::SeenItem{.item = found, .life = found->life()});
        });
    }

    std::uint64_t position_ = 1;
    std::vector<std::pair<Event, Recorded>> entries_;
};

RecordReturn whole_return() {
    return {.round = round_id,
            .figures = {{.indicator = IndicatorId("m1.total"), .as_published = "12", .source = "s"}, {.indicator = IndicatorId("m2.stock"), .as_published = "7", .source = "s"}}};
}
RecordReturn dsedt_return() { return {.round = round_id, .figures = {{.indicator = IndicatorId("m2.stock"), .as_published = "8", .source = "s"}}}; }

// A round in which amcm's return was signed off and released, dsedt's is a draft, pboc has done nothing.
struct Work {
    Desk desk;
    Work() {
        desk.open();
        desk.hand_in(officer(), whole_return(), {"obs-1", "obs-2"});
        desk.sign_off("amcm");
        desk.release("amcm");
        desk.hand_in(officer("dsedt"), dsedt_return(), {"obs-3"});
        desk.facts.item("obs-foreign", "pboc", Stage::released);
    }
};

template <class Command>
struct Asks {
    Grant by;
    Command command;
    std::function<void(Desk&)> before;  // what changes the world before it is asked
};

template <class Command>
void expect_table(const Desk& desk, const Grant& by, const Command& good, const std::vector<RefusalRow<Asks<Command>>>& rows) {
    expect_refusals<Asks<Command>>({by, good, {}}, rows, [&](const Asks<Command>& asks) {
        Desk own = desk;
        if (asks.before) asks.before(own);
        return own.decided(asks.by, asks.command);
    });
}

const std::string too_long(5'000, 'x');

TEST(OpenRound, RefusesInTheDocumentedOrder) {
    Desk desk;
    const OpenRound good{.round = round_id, .plan = plan_id, .period = period("2020-Q3"), .working_days = 6, .places = {}, .bodies = {BodyId("amcm"), BodyId("pboc")}};
    using R = Asks<OpenRound>;
    expect_table<OpenRound>(desk, secretariat(), good,
                            {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                             {refusals::id_malformed, [](R& r) { r.command.round = RoundId("2020 Q3"); }},
                             {refusals::working_days_out_of_range, [](R& r) { r.command.working_days = 251; }},
                             {refusals::text_unfit, [](R& r) { r.command.note = "a\x01"; }},
                             {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                             {refusals::calendar_unknown, [](R& r) { r.command.places = {JurisdictionId("CN"), JurisdictionId("PT")}; }},
                             {refusals::due_before_period_ends, [](R& r) { r.command.period = period("2020-Q4"); }},
                             {refusals::body_unknown, [](R& r) { r.command.bodies[1] = BodyId("nobody"); }},
                             {refusals::body_of_no_side, [](R& r) { r.command.bodies[1] = BodyId("forum"); }},
                             {refusals::nothing_to_ask, [](R& r) { r.command.bodies[1] = BodyId("fdct"); }},
                             {refusals::body_asked_already, [](R& r) { r.command.bodies[1] = BodyId("amcm"); }}});
    desk.open();
    EXPECT_EQ(desk.decided(secretariat(), good).error().kind, refusals::round_exists);
    Desk bare;
    bare.facts.indicators.clear();
    OpenRound everybody = good;
    everybody.bodies.clear();
    EXPECT_EQ(bare.decided(secretariat(), everybody).error().kind, refusals::nothing_to_ask);
}

TEST(OpenRound, AsksAStockAtTheEndOfThePeriodAndAFlowOverIt) {
    Desk desk;
    desk.open();
    ASSERT_EQ(desk.request("amcm").lines.size(), 2U);
    EXPECT_EQ(desk.request("amcm").lines[0].period, period("2020-Q3"));
    EXPECT_EQ(desk.request("amcm").lines[1].period, period("2020-09-30"));
    EXPECT_EQ(desk.state.rounds.at(round_id).requests.size(), 3U);
    // 29, 30 September, then 5 to 8 October: the two days off between do not count.
    EXPECT_EQ(desk.state.rounds.at(round_id).opened.due.due, day("2020-10-08"));
}

TEST(OpenRound, AsksNobodyWhoseAppointmentIsOver) {
    Desk desk;
    for (conference::BodyAppointed& one : desk.facts.plans.at(plan_id).measures.at(2).bodies) one.to = day("2020-09-27");
    desk.open();
    EXPECT_FALSE(desk.state.rounds.at(round_id).requests.contains(BodyId("dsedt")));
    EXPECT_EQ(desk.request("amcm").lines.size(), 1U);
}

TEST(AskBody, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.done(secretariat(), OpenRound{.round = round_id, .plan = plan_id, .period = period("2020-Q3"), .working_days = 6, .places = {}, .bodies = {BodyId("amcm"), BodyId("pboc")}});
    using R = Asks<AskBody>;
    expect_table<AskBody>(desk, secretariat(), {.round = round_id, .body = BodyId("dsedt")},
                          {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                           {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                           {refusals::body_unknown, [](R& r) { r.command.body = BodyId("nobody"); }},
                           {refusals::body_of_no_side, [](R& r) { r.command.body = BodyId("forum"); }},
                           {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                           {refusals::body_asked_already, [](R& r) { r.command.body = BodyId("amcm"); }},
                           {refusals::round_closed, [](R& r) { r.before = [](Desk& d) { d.done(secretariat(), CloseRound{.round = round_id, .reason = "r"}); }; }},
                           {refusals::due_passed, [](R& r) { if (!r.before) r.before = [](Desk& d) { d.at("2020-10-09"); }; }},
                           {refusals::nothing_to_ask, [](R& r) { r.command.body = BodyId("fdct"); }}});
}

TEST(ChangeLines, RefusesInTheDocumentedOrder) {
    const Work work;
    const LineWanted line{.indicator = IndicatorId("m3.total")};
    const ChangeLines good{.round = round_id, .body = BodyId("dsedt"), .lines = {line, {.indicator = IndicatorId("m1.total")}}, .reason = "also m1"};
    using R = Asks<ChangeLines>;
    expect_table<ChangeLines>(work.desk, secretariat(), good,
                              {{refusals::not_allowed, [](R& r) { r.by = head("dsedt"); }},
                               {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                               {refusals::nothing_to_ask, [](R& r) { r.command.lines.clear(); }},
                               {refusals::too_many_lines, [&](R& r) { r.command.lines.assign(501, line); }},
                               {refusals::request_unknown, [](R& r) { r.command.body = BodyId("ndrc"); }},
                               {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                               {refusals::return_signed_off, [](R& r) { r.command.body = BodyId("amcm"); }},
                               {refusals::indicator_unknown, [](R& r) { if (!r.command.lines.empty() && r.command.lines.size() < 500) r.command.lines = {{.indicator = IndicatorId("m9")}}; }},
                               {refusals::line_repeated, [&](R& r) { if (!r.command.lines.empty() && r.command.lines.size() < 500) r.command.lines.assign(2, line); }},
                               {refusals::lines_unchanged, [](R& r) { r.command.lines = {{.indicator = IndicatorId("m2.stock")}}; }}});
    Desk closed = work.desk;
    closed.done(secretariat(), CloseRound{.round = round_id, .reason = "r"});
    EXPECT_EQ(closed.decided(secretariat(), good).error().kind, refusals::round_closed);
    Desk desk = work.desk;
    desk.done(secretariat(), good);
    EXPECT_EQ(desk.request("dsedt").generation, 2U);
    EXPECT_EQ(desk.request("dsedt").duties.size(), 6U);  // of measures 1 and 3, and of its own measure 2
}

TEST(AmendRequest, RefusesInTheDocumentedOrder) {
    const Work work;
    using R = Asks<AmendRequest>;
    expect_table<AmendRequest>(work.desk, secretariat(), {.round = round_id, .body = BodyId("dsedt"), .note = "please"},
                               {{refusals::not_allowed, [](R& r) { r.by = head("dsedt"); }},
                                {refusals::text_unfit, [](R& r) { r.command.note = too_long; }},
                                {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                {refusals::request_unknown, [](R& r) { r.command.body = BodyId("ndrc"); }},
                                {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                                {refusals::round_closed, [](R& r) { r.before = [](Desk& d) { d.done(secretariat(), CloseRound{.round = round_id, .reason = "r"}); }; }}});
}

TEST(RecordReturn, RefusesInTheDocumentedOrder) {
    const Work work;
    RecordReturn good{.round = round_id, .body = BodyId("dsedt"), .generation = 1, .figures = {{.indicator = IndicatorId("m2.stock"), .as_published = "8", .source = "s"}},
                      .actions = {{.measure = 2, .duty = 1, .on = day("2020-09-01"), .source = "s"}}};
    using R = Asks<RecordReturn>;
    expect_table<RecordReturn>(work.desk, officer("dsedt"), good,
                               {{refusals::not_allowed, [](R& r) { r.by = head("dsedt"); }},
                                {refusals::return_empty, [](R& r) { r.command.figures.clear(); r.command.actions.clear(); r.command.nothing.clear(); }},
                                {refusals::too_many_lines, [](R& r) { r.command.figures.resize(501); }},
                                {refusals::text_unfit, [](R& r) { if (!r.command.figures.empty()) r.command.figures[0].because = too_long; }},
                                {refusals::reason_missing, [](R& r) { r.command.nothing = {{.indicator = IndicatorId("m1.total"), .because = NothingBecause::other}}; }},
                                {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("amcm"); }},
                                {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                {refusals::round_closed, [](R& r) { r.before = [](Desk& d) { d.done(secretariat(), CloseRound{.round = round_id, .reason = "r"}); }; }},
                                {refusals::return_signed_off, [](R& r) { if (!r.before) r.before = [](Desk& d) { d.sign_off("dsedt"); }; }},
                                {refusals::generation_unknown, [](R& r) { r.command.generation = 2; }},
                                {refusals::line_not_asked, [](R& r) { if (!r.command.figures.empty() && r.command.figures.size() < 500) r.command.figures[0].indicator = IndicatorId("m1.total"); }},
                                {refusals::line_repeated, [](R& r) { if (r.command.figures.size() == 1) r.command.figures.push_back(r.command.figures[0]); }},
                                {refusals::duty_not_asked, [](R& r) { if (!r.command.actions.empty()) r.command.actions[0].measure = 1; }}});
    Desk desk = work.desk;
    desk.done(secretariat(), ChangeLines{.round = round_id, .body = BodyId("dsedt"), .lines = {{.indicator = IndicatorId("m3.total")}}, .reason = "r"});
    EXPECT_EQ(desk.decided(officer("dsedt"), good).error().kind, refusals::form_outdated);
    EXPECT_EQ(desk.decided(officer("ndrc"), RecordReturn{.round = round_id, .figures = good.figures}).error().kind, refusals::request_unknown);
}

TEST(RecordReturn, FindsTheLineThatARowAnswers) {
    Work work;
    work.desk.done(secretariat(), ChangeLines{.round = round_id, .body = BodyId("dsedt"), .lines = {{.indicator = IndicatorId("m1.total"), .period = period("2020-Q2")}, {.indicator = IndicatorId("m1.total")}}, .reason = "two quarters"});
    const auto asks = [&](std::optional<Period> asked, std::optional<Period> of_figure) {
        return work.desk.decided(officer("dsedt"), RecordReturn{.round = round_id, .figures = {{.indicator = IndicatorId("m1.total"), .asked = asked, .period = of_figure, .as_published = "1", .source = "s"}}});
    };
    EXPECT_EQ(asks({}, {}).error().kind, refusals::line_not_asked);  // which of the two?
    EXPECT_TRUE(asks(period("2020-Q2"), {}));
    EXPECT_TRUE(asks({}, period("2020-Q3")));
    EXPECT_TRUE(asks(period("2020-Q2"), period("2020-06")));  // the answer may name another period
    EXPECT_EQ(asks({}, period("2020-06")).error().kind, refusals::line_not_asked);
}

TEST(RecordReturn, IsAnsweredByAnItemOrAReasonNeverByBoth) {
    Work work;
    const LineOf line{IndicatorId("m2.stock"), period("2020-09-30")};
    work.desk.done(officer("dsedt"), RecordReturn{.round = round_id, .nothing = {{.indicator = IndicatorId("m2.stock"), .because = NothingBecause::other, .note = "no table"}}});
    const Turn& reasoned = work.desk.request("dsedt").turns.back();
    EXPECT_TRUE(reasoned.lines.at(line).item.value.empty());
    EXPECT_EQ(reasoned.replaced, (std::vector<Replaced>{{.item = ItemId("obs-3"), .by = {}, .because = "no table"}}));
    work.desk.hand_in(officer("dsedt"), dsedt_return(), {"obs-3"});
    const Turn& again = work.desk.request("dsedt").turns.back();
    EXPECT_FALSE(again.lines.at(line).nothing);
    EXPECT_TRUE(again.replaced.empty());
}

TEST(RecordReturn, RefusesToLinkWhatWasWithdrawnAndToReplaceASignedFigureInSilence) {
    Work work;
    work.desk.done(verifier(), VerifyReturn{.round = round_id, .body = BodyId("amcm"), .verdict = Verdict::questioned, .reason = "why"});
    const Grant by = officer();
    const View view = work.desk.view(by);
    RecordReturn again = whole_return();
    EXPECT_TRUE(linked(view, again, {ItemId("obs-1"), ItemId("obs-2")}, {}));
    work.desk.facts.item("obs-9", "amcm");
    EXPECT_EQ(linked(view, again, {ItemId("obs-9"), ItemId("obs-2")}, {}).error().kind, refusals::reason_missing);
    again.figures[0].because = "revised";
    EXPECT_TRUE(linked(view, again, {ItemId("obs-9"), ItemId("obs-2")}, {}));
    work.desk.facts.withdraw("obs-9");
    EXPECT_EQ(linked(view, again, {ItemId("obs-9"), ItemId("obs-2")}, {}).error().kind, refusals::figure_was_withdrawn);
}

TEST(SignOffReturn, RefusesInTheDocumentedOrder) {
    const Work work;
    using R = Asks<SignOffReturn>;
    expect_table<SignOffReturn>(work.desk, head("dsedt"), {.round = round_id},
                                {{refusals::not_allowed, [](R& r) { r.by = officer("dsedt"); }},
                                 {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                 {refusals::request_unknown, [](R& r) { r.by = head("ndrc"); }},
                                 {refusals::nothing_returned, [](R& r) { r.by = head("pboc"); }},
                                 {refusals::return_signed_off, [](R& r) { r.by = head("amcm"); }},
                                 {refusals::return_incomplete, [](R& r) { r.before = [](Desk& d) { d.facts.withdraw("obs-3"); }; }},
                                 {refusals::signs_off_own_return, [](R& r) { if (r.by.body == BodyId("dsedt") && r.by.roles[0].role == Role::head) r.by = asker("officer", "dsedt", {Role::head}); }}});
    Desk closed = work.desk;
    closed.done(secretariat(), CloseRound{.round = round_id, .reason = "r"});
    EXPECT_EQ(closed.decided(head("dsedt"), SignOffReturn{.round = round_id}).error().kind, refusals::round_closed);
}

TEST(ReleaseReturn, RefusesInTheDocumentedOrder) {
    Work work;
    work.desk.sign_off("dsedt");
    using R = Asks<ReleaseReturn>;
    expect_table<ReleaseReturn>(work.desk, secretariat(), {.round = round_id, .body = BodyId("dsedt")},
                                {{refusals::not_allowed, [](R& r) { r.by = head("dsedt"); }},
                                 {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                 {refusals::request_unknown, [](R& r) { r.command.body = BodyId("ndrc"); }},
                                 {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                                 {refusals::already_released, [](R& r) { r.command.body = BodyId("amcm"); }},
                                 {refusals::return_questioned,
                                  [](R& r) { r.before = [](Desk& d) { d.done(verifier("amcm"), VerifyReturn{.round = round_id, .body = BodyId("dsedt"), .verdict = Verdict::questioned, .reason = "r"}); }; }},
                                 {refusals::return_incomplete, [](R& r) { if (!r.before) r.before = [](Desk& d) { d.facts.withdraw("obs-3"); }; }}});
    EXPECT_EQ(work.desk.decided(secretariat("ndrc"), ReleaseReturn{.round = round_id, .body = BodyId("pboc")}).error().kind, refusals::not_signed_off);
}

TEST(VerifyReturn, RefusesInTheDocumentedOrder) {
    const Work work;
    using R = Asks<VerifyReturn>;
    expect_table<VerifyReturn>(work.desk, verifier(), {.round = round_id, .body = BodyId("amcm"), .verdict = Verdict::accepted},
                               {{refusals::not_allowed, [](R& r) { r.by = head("ndrc"); }},
                                {refusals::reason_missing, [](R& r) { r.command.verdict = Verdict::refused; }},
                                {refusals::verifies_own_body, [](R& r) { r.by = verifier(r.command.body.value); }},
                                {refusals::request_unknown, [](R& r) { r.command.body = BodyId("fdct"); }},
                                {refusals::nothing_to_verify, [](R& r) { if (r.by.body != BodyId("dsedt")) r.command.body = BodyId("dsedt"); }},
                                {refusals::item_not_of_return, [](R& r) { r.command.items = {ItemId("obs-foreign")}; }}});
}

TEST(VerifyReturn, AcceptsTheWholeOnlyWhenEveryItemIsAccepted) {
    Work work;
    const auto accept = [&](std::vector<ItemId> items) {
        const auto events = work.desk.done(verifier(), VerifyReturn{.round = round_id, .body = BodyId("amcm"), .verdict = Verdict::accepted, .items = std::move(items)});
        return std::get<ReturnVerified>(events.front());
    };
    EXPECT_FALSE(accept({ItemId("obs-1")}).whole);
    EXPECT_FALSE(work.desk.request("amcm").turns.back().verdict);
    work.desk.facts.items.at(ItemId("obs-1")).verdicts = {{.event = {.item = ItemId("obs-1"), .by_body = BodyId("ndrc"), .verdict = Verdict::accepted}, .sequence = 1, .by = {}}};
    EXPECT_TRUE(accept({ItemId("obs-2")}).whole);
    EXPECT_EQ(work.desk.request("amcm").turns.back().verdict, Verdict::accepted);
}

TEST(AnswerQuestion, RefusesInTheDocumentedOrder) {
    Work work;
    work.desk.done(verifier(), VerifyReturn{.round = round_id, .body = BodyId("amcm"), .verdict = Verdict::questioned, .reason = "flow?"});
    using R = Asks<AnswerQuestion>;
    expect_table<AnswerQuestion>(work.desk, officer(), {.round = round_id, .text = "a flow"},
                                 {{refusals::not_allowed, [](R& r) { r.by = secretariat("amcm"); }},
                                  {refusals::text_missing, [](R& r) { r.command.text.clear(); }},
                                  {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                  {refusals::request_unknown, [](R& r) { r.by = officer("ndrc"); }},
                                  {refusals::round_closed, [](R& r) { r.before = [](Desk& d) { d.done(secretariat(), CloseRound{.round = round_id, .reason = "r"}); }; }},
                                  {refusals::not_questioned, [](R& r) { r.by = officer("dsedt"); }}});
}

TEST(AskExtension, RefusesInTheDocumentedOrder) {
    const Work work;
    using R = Asks<AskExtension>;
    expect_table<AskExtension>(work.desk, head("dsedt"), {.round = round_id, .to = day("2020-10-12"), .reason = "a late table"},
                               {{refusals::not_allowed, [](R& r) { r.by = verifier("dsedt"); }},
                                {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                                {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                {refusals::request_unknown, [](R& r) { r.by = officer("ndrc"); }},
                                {refusals::round_closed, [](R& r) { r.before = [](Desk& d) { d.done(secretariat(), CloseRound{.round = round_id, .reason = "r"}); }; }},
                                {refusals::owes_nothing, [](R& r) { r.by = head("amcm"); }},
                                {refusals::extension_pending,
                                 [](R& r) { if (!r.before) r.before = [](Desk& d) { d.done(head("dsedt"), AskExtension{.round = round_id, .to = day("2020-10-13"), .reason = "r"}); }; }},
                                {refusals::due_not_later, [](R& r) { r.command.to = day("2020-10-08"); }},
                                {refusals::not_a_working_day, [](R& r) { if (r.command.to == day("2020-10-12")) r.command.to = day("2020-10-11"); }}});
    EXPECT_EQ(work.desk.decided(head("dsedt"), AskExtension{.round = round_id, .to = day("2021-10-12"), .reason = "r"}).error().kind, refusals::calendar_unknown);
}

TEST(GrantExtension, RefusesInTheDocumentedOrder) {
    Work work;
    work.desk.done(head("dsedt"), AskExtension{.round = round_id, .to = day("2020-10-12"), .reason = "r"});
    using R = Asks<GrantExtension>;
    expect_table<GrantExtension>(work.desk, secretariat(), {.round = round_id, .body = BodyId("dsedt")},
                                 {{refusals::not_allowed, [](R& r) { r.by = head("dsedt"); }},
                                  {refusals::text_unfit, [](R& r) { r.command.reason = too_long; }},
                                  {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                  {refusals::request_unknown, [](R& r) { r.command.body = BodyId("ndrc"); }},
                                  {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                                  {refusals::round_closed, [](R& r) { r.before = [](Desk& d) { d.done(secretariat(), CloseRound{.round = round_id, .reason = "r"}); }; }},
                                  {refusals::no_extension_asked, [](R& r) { if (!r.before && r.command.body == BodyId("dsedt")) r.command.body = BodyId("amcm"); }},
                                  {refusals::due_not_later, [](R& r) { r.command.to = day("2020-10-07"); }},
                                  {refusals::not_a_working_day, [](R& r) { if (!r.command.to) r.command.to = day("2020-10-10"); }}});
}

TEST(RefuseExtension, RefusesInTheDocumentedOrder) {
    Work work;
    work.desk.done(head("dsedt"), AskExtension{.round = round_id, .to = day("2020-10-12"), .reason = "r"});
    using R = Asks<RefuseExtension>;
    expect_table<RefuseExtension>(work.desk, secretariat(), {.round = round_id, .body = BodyId("dsedt"), .reason = "no"},
                                  {{refusals::not_allowed, [](R& r) { r.by = head("dsedt"); }},
                                   {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                                   {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                   {refusals::request_unknown, [](R& r) { r.command.body = BodyId("ndrc"); }},
                                   {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                                   {refusals::no_extension_asked, [](R& r) { r.command.body = BodyId("amcm"); }}});
}

TEST(Remind, RefusesInTheDocumentedOrder) {
    const Work work;
    using R = Asks<Remind>;
    const auto reminded = [](R& r) { r.before = [](Desk& d) { d.done(secretariat(), Remind{.round = round_id}); }; };
    expect_table<Remind>(work.desk, secretariat(), {.round = round_id, .body = BodyId("dsedt")},
                         {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                          {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                          {refusals::request_unknown, [](R& r) { r.command.body = BodyId("ndrc"); }},
                          {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                          {refusals::owes_nothing, [](R& r) { r.command.body = BodyId("amcm"); }},
                          {refusals::already_reminded_today, reminded}});
    expect_table<Remind>(work.desk, secretariat(), {.round = round_id}, {{refusals::nobody_to_remind, reminded}});
}

TEST(Escalate, RefusesInTheDocumentedOrder) {
    Work work;
    work.desk.at("2020-10-09");
    using R = Asks<Escalate>;
    expect_table<Escalate>(work.desk, secretariat(), {.round = round_id, .body = BodyId("dsedt"), .to_body = BodyId("ndrc"), .reason = "no word"},
                           {{refusals::not_allowed, [](R& r) { r.by = head("dsedt"); }},
                            {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                            {refusals::escalates_to_itself, [](R& r) { r.command.to_body = r.command.body; }},
                            {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                            {refusals::request_unknown, [](R& r) { if (r.command.to_body != r.command.body) r.command.body = BodyId("fdct"); }},
                            {refusals::body_not_yours, [](R& r) { if (r.command.to_body != r.command.body) r.command.body = BodyId("pboc"); }},
                            {refusals::body_unknown, [](R& r) { if (r.command.to_body != r.command.body) r.command.to_body = BodyId("nobody"); }},
                            {refusals::owes_nothing, [](R& r) { if (r.command.to_body != r.command.body) r.command.body = BodyId("amcm"); }},
                            {refusals::not_yet_due, [](R& r) { r.before = [](Desk& d) { d.at("2020-10-08"); }; }},
                            {refusals::already_escalated,
                             [](R& r) { if (!r.before) r.before = [](Desk& d) { d.done(secretariat(), Escalate{.round = round_id, .body = BodyId("dsedt"), .to_body = BodyId("ndrc"), .reason = "r"}); }; }}});
}

TEST(SettleEscalation, RefusesInTheDocumentedOrder) {
    Work work;
    work.desk.at("2020-10-09");
    work.desk.done(secretariat(), Escalate{.round = round_id, .body = BodyId("dsedt"), .to_body = BodyId("ndrc"), .reason = "no word"});
    using R = Asks<SettleEscalation>;
    expect_table<SettleEscalation>(work.desk, secretariat(), {.round = round_id, .body = BodyId("dsedt"), .to_body = BodyId("ndrc"), .reason = "spoke to them"},
                                   {{refusals::not_allowed, [](R& r) { r.by = head("dsedt"); }},
                                    {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                                    {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                    {refusals::request_unknown, [](R& r) { r.command.body = BodyId("ndrc"); }},
                                    {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                                    {refusals::escalation_unknown, [](R& r) { r.command.to_body = BodyId("pboc"); }}});
    work.desk.done(secretariat(), SettleEscalation{.round = round_id, .body = BodyId("dsedt"), .to_body = BodyId("ndrc"), .reason = "spoke to them"});
    EXPECT_TRUE(open_escalations(known_of(work.desk.state)).empty());
}

TEST(CloseRound, RefusesInTheDocumentedOrder) {
    const Work work;
    using R = Asks<CloseRound>;
    expect_table<CloseRound>(work.desk, secretariat(), {.round = round_id, .reason = "over"},
                             {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                              {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                              {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                              {refusals::request_unknown, [](R& r) { r.by.side = Side::other; }},
                              {refusals::round_closed, [](R& r) { r.before = [](Desk& d) { d.done(secretariat(), CloseRound{.round = round_id, .reason = "r"}); }; }}});
}

TEST(ReopenRequest, RefusesInTheDocumentedOrder) {
    const Work work;
    using R = Asks<ReopenRequest>;
    expect_table<ReopenRequest>(work.desk, secretariat(), {.round = round_id, .body = BodyId("amcm"), .reason = "a slip"},
                                {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                                 {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                                 {refusals::round_unknown, [](R& r) { r.command.round = RoundId("none"); }},
                                 {refusals::request_unknown, [](R& r) { r.command.body = BodyId("ndrc"); }},
                                 {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                                 {refusals::request_open, [](R& r) { r.command.body = BodyId("dsedt"); }}});
}

TEST(ReportingState, IsTheSameFoldedAgainFromTheBytesOfItsRecord) {
    Work work;
    Desk& desk = work.desk;
    desk.done(verifier(), VerifyReturn{.round = round_id, .body = BodyId("amcm"), .verdict = Verdict::questioned, .reason = "flow?"});
    desk.done(officer(), AnswerQuestion{.round = round_id, .text = "a flow"});
    desk.done(head("dsedt"), AskExtension{.round = round_id, .to = day("2020-10-12"), .reason = "r"});
    desk.done(secretariat(), GrantExtension{.round = round_id, .body = BodyId("dsedt")});
    desk.at("2020-10-13");
    desk.done(secretariat(), Remind{.round = round_id});
    desk.done(secretariat(), Escalate{.round = round_id, .body = BodyId("dsedt"), .to_body = BodyId("ndrc"), .reason = "r"});
    desk.done(secretariat(), CloseRound{.round = round_id, .reason = "r"});
    desk.done(secretariat(), ReopenRequest{.round = round_id, .body = BodyId("dsedt"), .reason = "r"});
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(ReportingInvariants, NameEachBrokenPromise) {
    Work work;
    work.desk.done(verifier(), VerifyReturn{.round = round_id, .body = BodyId("amcm"), .verdict = Verdict::accepted});
    const auto broken = [&](const std::function<void(Request&)>& breaks) {
        State state = work.desk.state;
        breaks(state.rounds.at(round_id).requests.at(BodyId("amcm")));
        return broken_promise_anywhere(state).value_or("");
    };
    EXPECT_EQ(broken([](Request&) {}), "");
    EXPECT_NE(broken([](Request& r) { r.due = r.due.plus_days(1); }).find("nobody granted"), std::string::npos);
    EXPECT_NE(broken([](Request& r) { r.extensions.push_back({.decided_on = r.due, .granted = true, .from = r.due, .due = {.due = r.due.plus_days(-1)}}); }).find("backwards"), std::string::npos);
    EXPECT_NE(broken([](Request& r) { r.turns.back().signed_off_by.reset(); }).find("unsigned"), std::string::npos);
    EXPECT_NE(broken([](Request& r) { r.turns.back().signed_off_by = PersonId("amcm.officer"); }).find("who wrote it"), std::string::npos);
    EXPECT_NE(broken([](Request& r) { r.turns.back().verdicts.back().by_body = BodyId("amcm"); }).find("its own body"), std::string::npos);
    EXPECT_NE(broken([](Request& r) { r.generation = 2; }).find("generation"), std::string::npos);
    EXPECT_NE(broken([](Request& r) { r.turns.insert(r.turns.begin(), Turn{}); }).find("draft"), std::string::npos);
    EXPECT_NE(broken([](Request& r) { r.turns.back().lines.begin()->second.item = ItemId(); }).find("no single answer"), std::string::npos);
    State closed = work.desk.state;
    closed.rounds.at(round_id).closed[Side::macao] = {.on = day("2020-10-09"), .reason = "r", .sequence = 1'000};
    EXPECT_NE(broken_promise_anywhere(closed).value_or("").find("is open though the round is closed"), std::string::npos);
}

}  // namespace
}  // namespace ponte::reporting
