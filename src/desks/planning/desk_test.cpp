#include "base/canonical.h"
#include "desks/planning/desk_sample.h"
#include "desks/planning/invariants.h"

#include <boost/mp11.hpp>

// The desk in memory itself, and what every test leans on: that the fold is a function of the record.
namespace ponte::planning::sample {

Side side_of(std::string_view body) {
    if (body == "ndrc" || body == "pboc") return Side::mainland;
    return body == "forum" ? Side::other : Side::macao;
}

Grant asker(std::string_view person, std::string_view body, Role role) {
    return {.person = PersonId(std::string(body) + "." + std::string(person)),
            .body = BodyId(std::string(body)),
            .side = side_of(body),
            .asserted = true,
            .roles = {{.desk = "conference", .role = role}}};
}

conference::Plan plan(std::uint16_t year) {
    const PlanId id(std::to_string(year));
    conference::Plan plan;
    plan.imported.plan = id;
    plan.imported.year = year;
    plan.imported.title = id.value + "年重点工作";
    plan.imported.language = Language::zh_hans;
    plan.imported.areas = {{.number = 1, .title = "金融", .first_measure = 1, .last_measure = 2}, {.number = 2, .title = "机制", .first_measure = 3, .last_measure = 4}};
    plan.title = plan.imported.title;
    for (std::uint16_t number = 1; number <= 4; ++number) {
        const std::string n = std::to_string(number);
        conference::MeasureStated stated;
        stated.plan = id;
        stated.number = number;
        stated.area = number <= 2 ? 1 : 2;
        stated.duties = {"Do " + n + ".1 of " + id.value, "Do " + n + ".2 of " + id.value};
        stated.text = stated.duties[0] + "; " + stated.duties[1] + ".";
        conference::Measure measure;
        measure.wordings.push_back({.stated = stated, .sequence = number, .digest = sha256(stated.text)});
        plan.measures.emplace(number, std::move(measure));
    }
    return plan;
}

Desk::Desk() {
    plans.emplace(PlanId("2020"), plan(2020));
    for (const std::string_view body : {"dsepdr", "amcm", "dsedt", "ndrc", "pboc", "forum"}) {
        bodies.by_id[BodyId(std::string(body))] = {.side = side_of(body), .by_date = {}};
    }
}

conference::Known Desk::conference() const {
    return {.plans = plans,
            .indicators = indicators,
            .milestones = milestones,
            .items = items,
            .series = series,
            .sessions = sessions,
            .years_without_session = years_without_session,
            .frozen = frozen};
}

Looking Desk::looking(access::Sight reader) const {
    return {.planning = state, .conference = conference::Seen(conference(), reader), .meetings = meetings(), .bodies = bodies, .reader = reader, .now = now};
}

meetings::Known Desk::meetings() const {
    return {.problems = problems,
            .lists = review_lists,
            .sessions = called,
            .minutes = minutes,
            .decisions = decisions,
            .problem_rows = problem_rows,
            .decision_rows = decision_rows};
}

std::string Desk::decision(std::string id, bool sealed) {
    meetings::Decision decision;
    decision.id = meetings::DecisionId(id);
    decision.texts = named("Decided " + id);
    decision.sealed = sealed ? 1 : 0;
    decisions[decision.id] = decision;
    return id;
}

ItemId Desk::action(std::uint16_t measure, std::uint16_t number, std::string_view body, Stage stage, std::string text) {
    const ItemId id("act-" + std::to_string(++papers_));
    conference::ActionRecorded event;
    event.item = id;
    event.plan = PlanId("2020");
    event.measure = measure;
    event.duty = number;
    event.on = day("2020-06-01");
    event.texts = named(std::move(text));
    event.body = BodyId(std::string(body));
    event.side = side_of(body);
    const conference::Place place = series.place_of(conference::series_of_actions(event.plan, measure));
    conference::Item item;
    item.series = place;
    item.place = static_cast<conference::Place>(series[place].actions.size());
    item.is_action = true;
    item.body = event.body;
    item.side = event.side;
    item.sequence = papers_;
    for (std::size_t step = 0; step + 2 <= static_cast<std::size_t>(stage); ++step) item.reached[step] = papers_;
    series[place].actions.push_back(event);
    series[place].items.push_back(items.add(id, std::move(item)));
    return id;
}

void Desk::withdraw(const ItemId& item, bool withdrawn) {
    items.at(item).withdrawal.clear();
    if (withdrawn) items.at(item).withdrawal.push_back({.event = {.item = item, .reason = "a slip"}, .sequence = ++papers_});
}

MilestoneId Desk::milestone(std::uint16_t measure, std::uint16_t number, bool reached) {
    const MilestoneId id("mile-" + std::to_string(++papers_));
    conference::Milestone one;
    one.set.milestone = id;
    one.set.plan = PlanId("2020");
    one.set.measure = measure;
    one.set.duty = number;
    if (reached) one.reached = conference::MilestoneReached{.milestone = id, .on = day("2020-05-01"), .evidence = "https://example.org"};
    milestones[id] = one;
    return id;
}

void Desk::record(const std::vector<Event>& events, const PersonId& actor) {
    const std::uint64_t run = position++;
    for (const Event& event : events) {
        Bytes bytes = std::visit([](const auto& one) { return to_bytes(one); }, event);
        const Recorded recorded{.sequence = position++, .leaf = sha256(bytes), .time = now, .actor = actor, .run = run};
        std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
        entries_.emplace_back(std::move(bytes), recorded);
        kinds_.push_back(event.index());
    }
    for (const Event& event : events) EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
    EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
}

State Desk::replayed() const {
    State again;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const auto& [bytes, recorded] = entries_[i];
        boost::mp11::mp_with_index<std::variant_size_v<Event>>(kinds_[i], [&](auto kind) {
            const auto event = from_bytes<std::variant_alternative_t<kind, Event>>(bytes);
            EXPECT_TRUE(event);
            if (event) evolve(again, *event, recorded);
        });
    }
    return again;
}

void worded(Desk& desk, const std::string& line, const std::string& text, Language language) {
    desk.done(macao(), wording(line, text, language));
    desk.done(mainland(), agreement(line, text, language));
}

Desk desk_with_an_agreed_list() {
    Desk desk;
    desk.done(macao(), opening());
    desk.done(macao(), line_in(1, {from(duty(1, 1))}));
    desk.done(mainland(), line_in(2, {from(duty(4, 0))}));
    for (const auto& [line, chinese, portuguese] : {std::tuple("title", "2021年重点工作", "Trabalhos de 2021"), {"area1", "金融", "Finanças"},
                                                    {"area2", "机制", "Mecanismo"}, {"line1", "继续做第一项。", "Continuar a primeira."},
                                                    {"line2", "今年至少开会一次。", "Reunir pelo menos uma vez."}}) {
        worded(desk, line, chinese);
        worded(desk, line, portuguese, Language::pt);
    }
    return desk;
}

namespace {

// A whole year by both secretariats: its duties closed, the next list negotiated and adopted.
TEST(PlanningYear, IsClosedAndGoesOnInTheNextListByBothSecretariats) {
    Desk desk = desk_with_an_agreed_list();
    const ItemId paper = desk.action(1, 2, "amcm", Stage::released);

    // Every duty is proposed by one side; the other confirms what it has read.
    std::vector<ClosingNamed> named;
    const auto propose = [&](CloseDuty command) {
        desk.done(macao(), command);
        named.push_back({.measure = command.measure, .duty = command.duty, .proposal = desk.last()});
    };
    CloseDuty carried = closing(1, 1, DutyOutcome::carried_over);
    carried.target = to_line("line1");
    propose(carried);
    CloseDuty done = closing(1, 2, DutyOutcome::done);
    done.evidence = {shown_by(paper)};
    propose(done);
    CloseDuty merged = closing(2, 1, DutyOutcome::merged);
    merged.target = to_duty(duty(1, 1));
    propose(merged);
    EXPECT_EQ(desk.ask(macao(), CloseYear{plan_2020()}), "planning.duties_without_outcome");
    for (const auto& [measure, number] : {std::pair<std::uint16_t, std::uint16_t>(2, 2), {3, 1}, {3, 2}, {4, 1}, {4, 2}}) {
        propose(closing(measure, number, DutyOutcome::dropped));
    }
    EXPECT_EQ(desk.ask(macao(), ConfirmClosing{plan_2020(), named, {}}), "planning.confirms_own_proposal");
    EXPECT_EQ(desk.ask(mainland(), CloseYear{plan_2020()}), "planning.duties_without_outcome");
    desk.done(mainland(), ConfirmClosing{plan_2020(), named, {}});
    desk.done(macao(), CloseYear{plan_2020()});
    const YearClosed closed = desk.state.closed.at(plan_2020()).event;
    EXPECT_EQ(std::tuple(closed.duties, closed.done, closed.carried_over, closed.merged, closed.dropped), std::tuple(8U, 1U, 1U, 1U, 5U));

    // The list is adopted when both have said so of one form; its measures know where they come from.
    desk.done(mainland(), adopting());
    EXPECT_FALSE(desk.state.lists.at(list_2021()).adopted);
    desk.done(macao(), adopting());
    const List& list = desk.state.lists.at(list_2021());
    ASSERT_TRUE(list.adopted);
    EXPECT_EQ(list.adopted->event.lines.size(), 5U);
    EXPECT_EQ(list.adopted->event.form, sha256("2021年重点工作\n一、金融\n1.继续做第一项。\n二、机制\n2.今年至少开会一次。\n"));
    std::vector<std::string> links;
    for (const auto& [entry, link] : desk.state.links) {
        links.push_back(std::to_string(link.event.duty->measure) + "<" + std::to_string(link.event.origin.duty->measure) + "." + std::to_string(link.event.origin.duty->duty));
    }
    // What was merged into a duty goes on with it.
    EXPECT_EQ(links, (std::vector<std::string>{"1<1.1", "1<2.1", "2<4.0"}));
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(PlanningInvariants, NameAnOutcomeTooFewALineNotAgreedAndACircle) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), adopting());
    desk.done(mainland(), adopting());

    State reopened = desk.state;
    reopened.lists.at(list_2021()).lines.at(LineId("line1")).wordings.at(Language::pt).stands.at(Side::macao).text = sha256("another");
    EXPECT_NE(broken_promise_anywhere(reopened), std::nullopt);

    State one_side = desk.state;
    one_side.lists.at(list_2021()).lines.at(LineId("title")).wordings.at(Language::zh_hans).stands.erase(Side::mainland);
    EXPECT_NE(broken_promise_anywhere(one_side), std::nullopt);

    State circle = desk.state;
    LineageLinked back;
    back.duty = duty(1, 1);
    back.origin = from(duty(1, 0, "2021"));
    circle.links[9'999] = {.event = back, .sequence = 9'999, .time = {}, .by = {}};
    EXPECT_EQ(broken_promise_anywhere(circle), "the lineage of plan 2020 comes back to itself");

    State closed = desk.state;
    closed.closed[plan_2020()].event = YearClosed{.plan = plan_2020(), .duties = 1, .done = 1};
    EXPECT_NE(broken_promise_anywhere(closed), std::nullopt);
    Closing own;
    own.proposal.event.side = Side::macao;
    own.confirmed = Placed<DutyClosingConfirmed>{.event = {.duty = duty(1, 1), .side = Side::macao}, .sequence = 1, .time = {}, .by = {}};
    closed.closings[duty(1, 1)] = own;
    EXPECT_EQ(broken_promise_anywhere(closed), "duty 1.1 of 2020 was confirmed by the side that proposed it");
    closed.closings[duty(1, 1)].confirmed->event.side = Side::mainland;
    EXPECT_EQ(broken_promise_anywhere(closed), std::nullopt);

    State late = desk.state;
    EXPECT_NE(broken_promise_touched_by(late, Event(WordingDrafted{.list = list_2021(), .line = LineId("line1")})), std::nullopt);
}

}  // namespace
}  // namespace ponte::planning::sample
