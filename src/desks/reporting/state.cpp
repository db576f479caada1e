#include "desks/reporting/state.h"

#include "base/check.h"

namespace ponte::reporting {

namespace {

Round& round_of(State& state, const RoundId& id) {
    const auto found = state.rounds.find(id);
    CHECK(found != state.rounds.end());
    return found->second;
}

Request& request_of(State& state, const RoundId& id, const BodyId& body) {
    Round& round = round_of(state, id);
    const auto found = round.requests.find(body);
    CHECK(found != round.requests.end());
    return found->second;
}

Turn& last_of(Request& request) {
    CHECK(!request.turns.empty());
    return request.turns.back();
}

// The turn that is being written. A new one starts from what stood, so that a corrected figure is one row.
Turn& turn_written(Request& request, const Recorded& recorded) {
    if (request.turns.empty()) {
        request.turns.emplace_back();
    } else if (request.turns.back().stage != Stage::internal) {
        const Turn& before = request.turns.back();
        Turn next;
        next.lines = before.lines;
        next.actions = before.actions;
        next.replaced = before.replaced;
        request.turns.push_back(std::move(next));
    }
    request.reopened = false;
    Turn& turn = request.turns.back();
    turn.written_by.insert(recorded.actor);
    turn.last_written = recorded.time.date();
    return turn;
}

void put(Turn& turn, const LineOf& line, LineAnswer answer, const std::string& because) {
    LineAnswer& place = turn.lines[line];
    // A figure that comes back to its line is replaced no longer.
    std::erase_if(turn.replaced, [&](const Replaced& one) { return !answer.item.value.empty() && one.item == answer.item; });
    if (!place.item.value.empty() && place.item != answer.item) {
        Replaced gone{.item = place.item, .by = {}, .because = because};
        if (!answer.item.value.empty()) gone.by = answer.item;
        turn.replaced.push_back(std::move(gone));
    }
    place = std::move(answer);
}

}  // namespace

Known known_of(const State& state) { return {.rounds = state.rounds}; }

void evolve(State& state, const RoundOpened& event, const Recorded& recorded) {
    const auto [at, fresh] =
        state.rounds.emplace(event.round, Round{.opened = event, .sequence = recorded.sequence, .requests = {}, .closed = {}});
    CHECK(fresh);
}

void evolve(State& state, const BodyAsked& event, const Recorded& recorded) {
    Round& round = round_of(state, event.round);
    Request request;
    request.side = event.side;
    request.lines = event.lines;
    request.duties = event.duties;
    request.asked_on = recorded.time.date();
    request.due = round.opened.due.due;
    const auto [at, fresh] = round.requests.emplace(event.body, std::move(request));
    CHECK(fresh);
}

void evolve(State& state, const LinesChanged& event, const Recorded&) {
    Request& request = request_of(state, event.round, event.body);
    request.generation = event.generation;
    request.lines = event.lines;
    request.duties = event.duties;
    ++request.lines_changed;
}

void evolve(State& state, const RequestAmended& event, const Recorded&) { request_of(state, event.round, event.body).note = event.note; }

void evolve(State& state, const ReturnRecorded& event, const Recorded& recorded) {
    Turn& turn = turn_written(request_of(state, event.round, event.body), recorded);
    for (const NothingReported& one : event.nothing) {
        const std::string because = one.note.empty() ? std::string(name_of(one.because)) : one.note;
        put(turn, {one.indicator, one.period}, {.item = {}, .nothing = one, .place = {}}, because);
    }
}

void evolve(State& state, const ItemsLinked& event, const Recorded& recorded) {
    Turn& turn = turn_written(request_of(state, event.round, event.body), recorded);
    for (const FigureLinked& one : event.figures) {
        put(turn, {one.indicator, one.period}, {.item = one.item, .nothing = {}, .place = one.place}, one.because);
    }
    for (const ActionLinked& one : event.actions) {
        if (std::ranges::find(turn.actions, one.item) == turn.actions.end()) turn.actions.push_back(one.item);
    }
}

void evolve(State& state, const ReturnSignedOff& event, const Recorded& recorded) {
    Turn& turn = last_of(request_of(state, event.round, event.body));
    CHECK(turn.stage == Stage::internal);
    turn.stage = Stage::signed_off;
    turn.signed_off_by = recorded.actor;
    turn.signed_off_on = recorded.time.date();
}

void evolve(State& state, const ReturnReleased& event, const Recorded& recorded) {
    Turn& turn = last_of(request_of(state, event.round, event.body));
    CHECK(turn.stage == Stage::signed_off);
    turn.stage = Stage::released;
    turn.released_on = recorded.time.date();
}

void evolve(State& state, const ReturnVerified& event, const Recorded& recorded) {
    Request& request = request_of(state, event.round, event.body);
    CHECK(event.turn >= 1 && event.turn <= request.turns.size());
    Turn& turn = request.turns[event.turn - 1];
    turn.verdicts.push_back({.verdict = event.verdict,
                             .by_body = event.by_body,
                             .appointed = event.appointed,
                             .reason = event.reason,
                             .items = event.items,
                             .whole = event.whole,
                             .on = recorded.time.date(),
                             .by = recorded.actor,
                             .inside = turn.stage < Stage::released});
    if (event.verdict != Verdict::accepted || event.whole) turn.verdict = event.verdict;
}

void evolve(State& state, const QuestionAnswered& event, const Recorded& recorded) {
    turn_written(request_of(state, event.round, event.body), recorded).answers.push_back(event.text);
}

void evolve(State& state, const ExtensionAsked& event, const Recorded& recorded) {
    Request& request = request_of(state, event.round, event.body);
    request.extensions.push_back({.asked_on = recorded.time.date(),
                                  .asked_by = recorded.actor,
                                  .to = event.to,
                                  .reason = event.reason,
                                  .decided_on = {},
                                  .granted = false,
                                  .from = request.due,
                                  .due = {},
                                  .decision = {}});
}

void evolve(State& state, const ExtensionGranted& event, const Recorded& recorded) {
    Request& request = request_of(state, event.round, event.body);
    CHECK(!request.extensions.empty() && !request.extensions.back().decided_on);
    Extension& extension = request.extensions.back();
    extension.decided_on = recorded.time.date();
    extension.granted = true;
    extension.from = event.from;
    extension.due = event.due;
    extension.decision = event.reason;
    request.due = event.due.due;
}

void evolve(State& state, const ExtensionRefused& event, const Recorded& recorded) {
    Request& request = request_of(state, event.round, event.body);
    CHECK(!request.extensions.empty() && !request.extensions.back().decided_on);
    request.extensions.back().decided_on = recorded.time.date();
    request.extensions.back().decision = event.reason;
}

void evolve(State& state, const BodyReminded& event, const Recorded& recorded) {
    request_of(state, event.round, event.body).reminders.push_back({.on = recorded.time.date(), .due = event.due, .number = event.number});
}

void evolve(State& state, const RequestEscalated& event, const Recorded& recorded) {
    request_of(state, event.round, event.body)
        .escalations.push_back({.to_body = event.to_body,
                                .to_side = event.to_side,
                                .on = recorded.time.date(),
                                .due = event.due,
                                .reason = event.reason,
                                .sequence = recorded.sequence,
                                .settled_on = {},
                                .settled_because = {}});
}

void evolve(State& state, const EscalationSettled& event, const Recorded& recorded) {
    for (Escalation& one : request_of(state, event.round, event.body).escalations) {
        if (one.to_body != event.to_body || one.settled_on) continue;
        one.settled_on = recorded.time.date();
        one.settled_because = event.reason;
    }
}

void evolve(State& state, const RoundClosed& event, const Recorded& recorded) {
    Round& round = round_of(state, event.round);
    round.closed[event.side] = {.on = recorded.time.date(), .reason = event.reason, .sequence = recorded.sequence};
    for (auto& [body, request] : round.requests) {
        if (request.side == event.side) request.open = false;
    }
}

void evolve(State& state, const RequestReopened& event, const Recorded& recorded) {
    Request& request = request_of(state, event.round, event.body);
    request.open = true;
    request.reopened = !request.turns.empty() && request.turns.back().stage != Stage::internal;
    request.reopenings.push_back({.on = recorded.time.date(), .reason = event.reason, .sequence = recorded.sequence});
}

}  // namespace ponte::reporting
