#include "desks/reporting/seen.h"

namespace ponte::reporting {

namespace {

RequestState state_after(const Turn& turn) {
    if (turn.verdict == Verdict::accepted) return RequestState::accepted;
    if (turn.verdict == Verdict::questioned) return RequestState::questioned;
    if (turn.verdict == Verdict::refused) return RequestState::refused;
    return turn.stage == Stage::signed_off ? RequestState::signed_off : RequestState::released;
}

// A released return as the other side is told of it.
Turn as_released(Turn turn) {
    turn.replaced.clear();
    turn.written_by.clear();
    turn.signed_off_by.reset();
    turn.signed_off_on.reset();
    turn.last_written = turn.released_on.value_or(Date{});
    std::erase_if(turn.verdicts, [](const Given& one) { return one.inside && one.verdict != Verdict::accepted; });
    for (Given& one : turn.verdicts) one.by = PersonId();
    for (auto& [line, answer] : turn.lines) answer.place.clear();
    return turn;
}

}  // namespace

bool Seen::is_own(const BodyId& body, const Request& request) const { return access::sees(reader_, Stage::internal, body, request.side); }

bool Seen::is_own_side(const Request& request) const { return reader_.auditor || reader_.side == request.side; }

const Turn* Seen::newest_seen(const BodyId& body, const Request& request) const {
    for (std::size_t i = request.turns.size(); i > 0; --i) {
        const Turn& turn = request.turns[i - 1];
        if (access::sees(reader_, turn.stage, body, request.side)) return &turn;
    }
    return nullptr;
}

// Told from what the reader may know: to the other side a return that is not released is not there.
RequestState Seen::state_of(const BodyId& body, const Request& request) const {
    const Turn* newest = newest_seen(body, request);
    const Turn* last = last_turn(request);
    if (is_own_side(request)) {
        const bool writing = last != nullptr && last->stage == Stage::internal;
        const bool signed_before = request.turns.size() > 1 || (last != nullptr && !writing);
        if (request.reopened) return RequestState::reopened;
        if (writing && request.open) {
            const auto find = [&](const ItemId& id) { return items_.item(id); };
            const bool whole = is_own(body, request) && missing_lines(request, *last, find).empty();
            return whole ? RequestState::returned : RequestState::in_progress;
        }
        if (!signed_before) return request.open ? RequestState::asked : RequestState::not_returned;
        // A draft that the closing overtook: what went out before it stands.
        return state_after(writing ? request.turns[request.turns.size() - 2] : *last);
    }
    if (newest == nullptr) return request.open ? RequestState::asked : RequestState::not_returned;
    return state_after(*newest);
}

SeenRequest Seen::shown(const Round& round, const BodyId& body, const Request& request) const {
    const bool own_side = is_own_side(request);
    const Turn* turn = newest_seen(body, request);
    const bool handed_over = std::ranges::any_of(request.turns, [&](const Turn& one) {
        return one.stage != Stage::internal && access::sees(reader_, one.stage, body, request.side);
    });
    SeenRequest one{.round = round.opened.round,
                    .body = body,
                    .side = request.side,
                    .is_own = is_own(body, request),
                    .is_own_side = own_side,
                    .state = state_of(body, request),
                    .asked_on = request.asked_on,
                    .due = request.due,
                    .extended = request.due != round.opened.due.due,
                    .late = request.open && !handed_over && today_ > request.due,
                    .generation = request.generation,
                    .lines = &request.lines,
                    .duties = &request.duties,
                    .note = own_side ? request.note : std::string(),
                    .turn = {}};
    if (turn != nullptr) one.turn = own_side ? *turn : as_released(*turn);
    if (own_side) {
        one.extensions = request.extensions;
        one.reminders = request.reminders;
        one.reopenings = request.reopenings;
        one.extension_pending = request.open && !request.extensions.empty() && !request.extensions.back().decided_on;
    }
    for (const Escalation& escalation : request.escalations) {
        if (own_side || (may_see_rounds() && reader_.side == escalation.to_side)) one.escalations.push_back(escalation);
    }
    return one;
}

std::vector<RoundId> Seen::rounds() const {
    std::vector<RoundId> all;
    if (!may_see_rounds()) return all;
    for (const auto& [id, round] : known_.rounds) all.push_back(id);
    return all;
}

const RoundOpened* Seen::opened(const RoundId& round) const {
    const auto found = known_.rounds.find(round);
    return !may_see_rounds() || found == known_.rounds.end() ? nullptr : &found->second.opened;
}

std::optional<Date> Seen::closed_on(const RoundId& round, Side side) const {
    const auto found = known_.rounds.find(round);
    if (!may_see_rounds() || found == known_.rounds.end()) return std::nullopt;
    const auto closing = found->second.closed.find(side);
    return closing == found->second.closed.end() ? std::nullopt : std::optional(closing->second.on);
}

std::vector<SeenRequest> Seen::requests(const RoundId& round) const {
    std::vector<SeenRequest> all;
    const auto found = known_.rounds.find(round);
    if (!may_see_rounds() || found == known_.rounds.end()) return all;
    for (const auto& [body, request] : found->second.requests) all.push_back(shown(found->second, body, request));
    return all;
}

std::optional<SeenRequest> Seen::request(const RoundId& round, const BodyId& body) const {
    const auto found = known_.rounds.find(round);
    if (!may_see_rounds() || found == known_.rounds.end()) return std::nullopt;
    const auto request = found->second.requests.find(body);
    if (request == found->second.requests.end()) return std::nullopt;
    return shown(found->second, body, request->second);
}

}  // namespace ponte::reporting
