// What a session decided and how it stands, and the session as an entry of a calendar.
#include "adapters/meeting_papers/hand.h"

namespace ponte::meeting_papers {

using meetings::DecisionShown;
using meetings::DecisionState;
using paper::Cell;
using paper::Line;
using paper::Paper;
using paper::Table;
using paper::Tone;

Cell decision_state(Hand& hand, const DecisionShown& decision) {
    switch (decision.state) {
        case DecisionState::proposed: return {{hand.text(hand.say("decision.proposed"))}, Tone::missing};
        case DecisionState::active: return {{hand.text(hand.say("decision.active"))}, decision.overdue ? Tone::bad : Tone::neutral};
        case DecisionState::superseded: {
            const std::string by = decision.superseded_by ? decision.superseded_by->value : hand.say("dash");
            return {{hand.text(hand.say("decision.superseded", {by}))}};
        }
        case DecisionState::carried_out: {
            const std::string on = decision.carried_out_on ? hand.date(*decision.carried_out_on) : hand.say("dash");
            return {{hand.text(hand.say("decision.carried_out", {on}))}, Tone::good};
        }
        case DecisionState::lapsed: return {{hand.text(hand.say("decision.lapsed"))}};
    }
    return {};
}

Line owners_of(Hand& hand, const DecisionShown& decision) {
    Line line{hand.body(decision.owner)};
    for (const BodyId& body : decision.cooperating) {
        line.push_back(hand.text(hand.say("between")));
        line.push_back(hand.body(body));
    }
    return line;
}

Line due_of(Hand& hand, const DecisionShown& decision) {
    if (!decision.due) return {hand.quiet(hand.say("dash"))};
    Line line{hand.text(hand.date(*decision.due))};
    if (decision.overdue) line.push_back(hand.strong(" · " + hand.say("decisions.overdue")));
    return line;
}

Paper decisions_with(dossier::Words& words, const meetings::SessionShown& session, const meetings::DecisionsAnswer& decisions,
                     const Occasion& occasion) {
    Hand hand(words, occasion, words.language());
    Paper paper = begun(hand, session, hand.say("kind.decisions"), "");
    if (decisions.decisions.empty()) {
        paper.blocks.emplace_back(paper::Note{Tone::missing, hand.say("decisions.none"), {}});
        return paper;
    }
    Table table{.caption = hand.say("decisions.caption"),
                .heads = {hand.say("decisions.number"), hand.say("decisions.text"), hand.say("decisions.owner"), hand.say("decisions.due"),
                          hand.say("decisions.state"), hand.say("decisions.entry")},
                .rows = {},
                .widths = {8, 38, 18, 14, 13, 9}};
    for (const DecisionShown& one : decisions.decisions) {
        Line text{hand.name(one.texts, one.decision.value)};
        for (const meetings::DecisionId& old : one.supersedes) text.push_back(hand.quiet(" · " + hand.say("minutes.supersedes", {old.value})));
        table.rows.push_back({{{hand.strong(one.decision.value)}},
                              {std::move(text)},
                              {owners_of(hand, one)},
                              {due_of(hand, one)},
                              decision_state(hand, one),
                              {{hand.text(std::to_string(one.entry))}, Tone::neutral, true}});
    }
    paper.blocks.emplace_back(std::move(table));
    return paper;
}

namespace {

constexpr std::int64_t micros_a_day = std::int64_t{86'400} * 1'000'000;
constexpr std::int64_t micros_a_minute = std::int64_t{60} * 1'000'000;
constexpr std::int64_t minutes_east = 480;  // Macao and Beijing

Instant instant_of(Date day, meetings::TimeOfDay time) {
    return {.micros = std::int64_t{day.day} * micros_a_day + (std::int64_t{time.minute} - minutes_east) * micros_a_minute};
}

}  // namespace

ics::Feed calendar_with(dossier::Words& words, const meetings::SessionShown& session, const Invited& invited, const Occasion& occasion) {
    Hand hand(words, occasion, words.language());
    const bool cancelled = session.state == meetings::SessionState::cancelled;
    const bool asks = invited.organizer && !invited.people.empty();
    ics::Event event{.uid = ics::uid_of(occasion.origin, "session", std::to_string(session.session)),
                     .sequence = session.revision,
                     .stamp = occasion.time,
                     .when = ics::Hours{instant_of(session.on, session.from), instant_of(session.on, session.to)},
                     .summary = hand.session(session.session),
                     .description = hand.say("ics.description"),
                     .location = hand.name(session.place, "").text,
                     .url = "",
                     .organizer = invited.organizer,
                     .status = cancelled ? ics::Status::cancelled : ics::Status::confirmed,
                     .busy = true,
                     .alarm_days = {1},
                     .language = words.language()};
    for (const ics::Person& person : invited.people) event.attendees.push_back({.person = person});
    return {.name = hand.say("ics.feed"),
            .description = hand.session(session.session),
            .method = !asks ? ics::Method::none : cancelled ? ics::Method::cancel : ics::Method::request,
            .language = words.language(),
            .events = {std::move(event)}};
}

}  // namespace ponte::meeting_papers
