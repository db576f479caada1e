#include "desks/reporting/invariants.h"

#include <algorithm>

namespace ponte::reporting {

namespace {

std::string called(const Round& round, const BodyId& body) { return "the request of " + body.value + " in round " + round.opened.round.value; }

// A due date moves by a grant and by nothing else, and only forwards.
std::optional<std::string> due_follows_from_grants(const Round& round, const BodyId& body, const Request& request) {
    Date due = round.opened.due.due;
    for (const Extension& one : request.extensions) {
        if (!one.granted) continue;
        if (one.from != due) return called(round, body) + " was extended from a date that did not stand";
        if (one.due.due <= due) return called(round, body) + " was extended backwards";
        due = one.due.due;
    }
    if (request.due != due) return called(round, body) + " is due on a day that nobody granted";
    return std::nullopt;
}

// In a closed round nothing is open unless it was opened again since.
std::optional<std::string> closed_round_has_no_open_request(const Round& round, const BodyId& body, const Request& request) {
    const auto closing = round.closed.find(request.side);
    if (closing == round.closed.end() || !request.open) return std::nullopt;
    const bool again = !request.reopenings.empty() && request.reopenings.back().sequence > closing->second.sequence;
    if (!again) return called(round, body) + " is open though the round is closed";
    return std::nullopt;
}

// Four eyes on the way out; only the newest turn may still be written; nobody verifies his own body.
std::optional<std::string> turns_went_their_way(const Round& round, const BodyId& body, const Request& request) {
    for (std::size_t i = 0; i < request.turns.size(); ++i) {
        const Turn& turn = request.turns[i];
        if (turn.stage == Stage::internal && i + 1 != request.turns.size()) return called(round, body) + " was overtaken while it was a draft";
        if (turn.stage == Stage::internal) continue;
        if (!turn.signed_off_by) return called(round, body) + " went out unsigned";
        if (turn.written_by.contains(*turn.signed_off_by)) return called(round, body) + " was signed off by a person who wrote it";
        for (const Given& one : turn.verdicts) {
            if (one.by_body == body) return called(round, body) + " was verified by its own body";
        }
    }
    return std::nullopt;
}

std::optional<std::string> generation_counts_lines(const Round& round, const BodyId& body, const Request& request) {
    if (request.generation != request.lines_changed + 1) return called(round, body) + " has a generation that its lines do not explain";
    return std::nullopt;
}

// A line is answered by an item or by a reason, never by both or neither.
std::optional<std::string> lines_have_one_answer(const Round& round, const BodyId& body, const Request& request) {
    for (const Turn& turn : request.turns) {
        for (const auto& [line, answer] : turn.lines) {
            if (answer.item.value.empty() != answer.nothing.has_value()) return called(round, body) + " has a line with no single answer: " + line.indicator.value;
        }
    }
    return std::nullopt;
}

std::optional<std::string> broken_of(const Round& round, const BodyId& body, const Request& request) {
    if (auto broken = due_follows_from_grants(round, body, request)) return broken;
    if (auto broken = closed_round_has_no_open_request(round, body, request)) return broken;
    if (auto broken = turns_went_their_way(round, body, request)) return broken;
    if (auto broken = generation_counts_lines(round, body, request)) return broken;
    return lines_have_one_answer(round, body, request);
}

std::optional<std::string> broken_of(const Round& round) {
    if (round.opened.bodies > round.requests.size()) return "round " + round.opened.round.value + " asked fewer bodies than it says";
    for (const auto& [body, request] : round.requests) {
        if (auto broken = broken_of(round, body, request)) return broken;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    return std::visit(
        [&](const auto& one) -> std::optional<std::string> {
            const auto round = state.rounds.find(one.round);
            if (round == state.rounds.end()) return "round " + one.round.value + " is unknown";
            if constexpr (requires { one.body; }) {
                const auto request = round->second.requests.find(one.body);
                if (request == round->second.requests.end()) return "round " + one.round.value + " never asked " + one.body.value;
                return broken_of(round->second, one.body, request->second);
            } else {
                return broken_of(round->second);
            }
        },
        event);
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [id, round] : state.rounds) {
        if (auto broken = broken_of(round)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::reporting
