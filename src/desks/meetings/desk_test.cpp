#include "base/canonical.h"
#include "desks/meetings/desk_sample.h"

#include <boost/mp11.hpp>

// The desk in memory itself, and what every test leans on: that the fold is a function of the record.
namespace ponte::meetings::sample {

namespace {

Recorded placed(const Bytes& bytes, std::uint64_t sequence, std::uint64_t run, Instant time, const PersonId& actor) {
    const std::array<std::uint8_t, 1> leaf_prefix{0};
    return {.sequence = sequence, .leaf = sha256_of_parts({leaf_prefix, bytes}), .time = time, .actor = actor, .run = run};
}

}  // namespace

Side side_of(std::string_view body) {
    if (body == "ndrc" || body == "pboc") return Side::mainland;
    return body == "forum" ? Side::other : Side::macao;
}

Grant asker(std::string_view person, std::string_view body, std::vector<Role> roles) {
    Grant grant{.person = PersonId(std::string(body) + "." + std::string(person)), .body = BodyId(std::string(body)), .side = side_of(body), .asserted = true};
    for (const Role role : roles) grant.roles.push_back({.desk = "conference", .role = role});
    return grant;
}

RaiseProblem problem(std::string text) {
    return {.titles = named(text), .texts = named(text + ", at length"), .severity = Severity::high, .duties = {{.plan = PlanId("2021"), .measure = 2, .duty = 1}}};
}

Desk::Desk() {
    for (const std::string_view body : {"dsepdr", "amcm", "dsedt", "ndrc", "pboc", "forum"}) {
        bodies.by_id[BodyId(std::string(body))] = {.side = side_of(body), .by_date = {}};
    }
    conference::Plan& plan = conference.plans[PlanId("2021")];
    for (std::uint16_t number = 1; number <= 3; ++number) {
        plan.measures[number].wordings.push_back({.stated = {.plan = PlanId("2021"), .number = number, .text = "Measure", .duties = {"One", "Two"}}});
    }
    for (const auto& [id, stage] : {std::pair("act-internal", Stage::internal), {"act-released", Stage::released}}) {
        conference.items[ItemId(id)] = {.series = "actions/2021/2", .body = BodyId("amcm"), .side = Side::macao, .stage = stage};
    }
}

View Desk::view(const Grant& by) const {
    return {.meetings = state,
            .conference = known_of(conference),
            .reporting = known_of(reporting),
            .planning = known_of(planning),
            .bodies = bodies,
            .business_days = business_days,
            .asker = by,
            .now = now,
            .position = position,
            .nonce = sha256("run " + std::to_string(position)),
            .translation = {.required = required}};
}

Looking Desk::looking(const access::Sight& sight) const {
    return {.meetings = state,
            .conference = conference::Seen(known_of(conference), sight),
            .reporting = known_of(reporting),
            .planning = known_of(planning),
            .bodies = bodies,
            .business_days = business_days,
            .reader = sight,
            .now = now};
}

void Desk::record(const std::vector<Event>& events, const PersonId& actor) {
    const std::uint64_t run = position++;
    for (const Event& event : events) {
        Bytes bytes = std::visit([](const auto& one) { return to_bytes(one); }, event);
        EXPECT_LE(bytes.size(), 65'000U);
        const Recorded recorded = placed(bytes, position++, run, now, actor);
        std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
        entries_.emplace_back(std::move(bytes), recorded);
        kinds_.push_back(event.index());
        last_ = event;
    }
    for (const Event& event : events) EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
    EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
}

ProblemId Desk::raised(const Grant& by, const RaiseProblem& command) {
    done(by, command);
    const auto* event = std::get_if<ProblemRaised>(&last_);
    return event != nullptr ? event->problem : ProblemId();
}

void Desk::taken_to(const ProblemId& id, Stage stage) {
    const ProblemRaised raised = state.problems.at(id).raised.event;
    if (stage >= Stage::signed_off) done(head(raised.body.value), SignOffProblem{id});
    const Grant by = raised.side == Side::macao ? secretariat() : other_secretariat();
    if (stage >= Stage::released) done(by, MoveProblem{id, Stage::released});
    if (stage == Stage::published) done(by, MoveProblem{id, Stage::published});
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

}  // namespace ponte::meetings::sample
