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

CallSession call(std::uint16_t session) {
    return {.session = session,
            .on = day("2021-07-01"),
            .from = at("15:00"),
            .to = at("17:30"),
            .place = named("Macao"),
            .form = Form::video,
            .languages = {Language::zh_hant, Language::pt},
            .chairs = {BodyId("ndrc"), BodyId("dsepdr")},
            .minutes_by = BodyId("dsepdr")};
}

RecordAttendance attendance(std::uint16_t session, std::string_view body, std::string_view person) {
    return {.session = session,
            .person = PersonId(std::string(person)),
            .body = BodyId(std::string(body)),
            .office = "Head of " + std::string(body),
            .attends = Attends::principal,
            .on_behalf = {},
            .display = ponte::sealed("display", Digest{}, "A name")};
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
        conference::Item item{.is_action = true, .side = Side::macao, .body = BodyId("amcm")};
        if (stage >= Stage::released) item.reached = {1, 1, 0};
        conference.items.add(ItemId(id), item);
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
            .translation = {.required = required},
            .adopted = adopted};
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

void held(Desk& desk, std::uint16_t session) {
    desk.now = std::max(desk.now, instant("2021-07-01T09:00:00Z"));
    desk.done(secretariat(), attendance(session, "amcm", "person-1"));
    desk.done(other_secretariat(), attendance(session, "pboc", "person-2"));
    desk.done(secretariat(), HoldSession{.session = session, .on = desk.now.date()});
}

ReviewListId listed(Desk& desk, const Grant& by) {
    std::map<ReviewListId, ReviewList> before = desk.state.lists;
    desk.done(by, TitleReviewList{.plan = PlanId("2021"), .titles = named("A list"), .kind = "for review"});
    for (const auto& [id, unused] : desk.state.lists) {
        if (before.contains(id)) continue;
        desk.done(by, StateReviewListLines{.list = id, .lines = {{.line = 1, .texts = named("First"), .duty = {}}}});
        return id;
    }
    return {};
}

MinutesLineGiven line(std::uint16_t number, std::string text) { return {.line = number, .texts = both(std::move(text))}; }

MinutesLineGiven decides(std::uint16_t number, std::string text, std::string_view owner) {
    MinutesLineGiven given = line(number, std::move(text));
    given.decision = DecisionGiven{.owner = BodyId(std::string(owner)), .due = day("2021-12-31")};
    return given;
}

Digest digest_of(const Desk& desk, std::uint16_t session, std::uint16_t correction) {
    return desk.state.minutes.at({.session = session, .correction = correction}).circulated()->drafted.event.digest;
}

void approved(Desk& desk, std::uint16_t session, std::uint16_t correction) {
    const Digest digest = digest_of(desk, session, correction);
    desk.done(second_secretary(), ApproveMinutes{session, correction, digest});
    desk.done(other_secretariat(), ApproveMinutes{session, correction, digest});
}

void sealed(Desk& desk, std::uint16_t session, std::uint16_t correction) {
    desk.adopted = Adopted{.size = desk.position, .root = sha256("root")};
    desk.done(secretariat(), SealMinutes{session, correction, desk.adopted->size, desk.adopted->root});
}

void sealed_with(Desk& desk, std::uint16_t session, std::vector<MinutesLineGiven> lines) {
    CallSession calling = call(session);
    calling.on = desk.now.date();
    desk.done(secretariat(), calling);
    held(desk, session);
    desk.done(secretariat(), DraftMinutes{.session = session, .correction = {}, .lines = std::move(lines), .answers = {}});
    desk.done(secretariat(), CirculateMinutes{.session = session, .correction = {}});
    approved(desk, session);
    sealed(desk, session);
}

}  // namespace ponte::meetings::sample
