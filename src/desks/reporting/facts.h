#pragma once

#include "base/recorded.h"
#include "desks/conference/facts.h"
#include "desks/reporting/events.h"

#include <algorithm>
#include <map>
#include <set>

// What neighbours may know of the reporting desk, as plain values. Decisions look at Known; questions go
// through Seen (seen.h): a Turn tells of papers that not every reader may know of.
namespace ponte::reporting {

struct LineOf {
    IndicatorId indicator;
    Period period;

    friend auto operator<=>(const LineOf&, const LineOf&) = default;
    friend bool operator==(const LineOf&, const LineOf&) = default;
};

// A line answered: by an item of the conference desk, or by the reason why there is none.
struct LineAnswer {
    ItemId item;                             // empty exactly where `nothing` is there
    std::optional<NothingReported> nothing;
    std::string place;

    friend bool operator==(const LineAnswer&, const LineAnswer&) = default;
};

// An item that no longer stands on its line. It is withdrawn when what replaces it has gone as far.
struct Replaced {
    ItemId item;
    std::optional<ItemId> by;
    std::string because;  // Empty for a draft: nobody but its body ever saw it.

    friend bool operator==(const Replaced&, const Replaced&) = default;
};

struct Given {
    Verdict verdict{};
    BodyId by_body;
    bool appointed = false;
    std::string reason;
    std::vector<ItemId> items;
    bool whole = false;
    Date on;
    PersonId by;
    bool inside = false;  // given before the return was released: a matter of its own side

    friend bool operator==(const Given&, const Given&) = default;
};

// One handing-in of a request: what the officer recorded, as far as it went, and what was said of it. A
// question, a refusal or a reopening is answered by the next one, which begins as a copy.
struct Turn {
    Stage stage = Stage::internal;
    std::map<LineOf, LineAnswer> lines;
    std::vector<ItemId> actions;
    std::vector<Replaced> replaced;
    std::vector<std::string> answers;      // words in answer to a question
    std::set<PersonId> written_by;
    Date last_written;
    std::optional<PersonId> signed_off_by;
    std::optional<Date> signed_off_on;
    std::optional<Date> released_on;
    std::vector<Given> verdicts;           // in order; the last that speaks of the whole holds
    std::optional<Verdict> verdict;

    friend bool operator==(const Turn&, const Turn&) = default;
};

struct Extension {
    Date asked_on;
    PersonId asked_by;
    Date to;
    std::string reason;
    std::optional<Date> decided_on;
    bool granted = false;
    Date from;
    DueDate due;                           // of a grant
    std::string decision;                  // the reason of the grant or refusal

    friend bool operator==(const Extension&, const Extension&) = default;
};

struct Reminder {
    Date on;
    Date due;
    std::uint32_t number = 0;

    friend bool operator==(const Reminder&, const Reminder&) = default;
};

struct Escalation {
    BodyId to_body;
    Side to_side{};
    Date on;
    Date due;
    std::string reason;
    std::uint64_t sequence = 0;
    std::optional<Date> settled_on;
    std::string settled_because;

    friend bool operator==(const Escalation&, const Escalation&) = default;
};

struct Reopening {
    Date on;
    std::string reason;
    std::uint64_t sequence = 0;

    friend bool operator==(const Reopening&, const Reopening&) = default;
};

struct Request {
    Side side{};
    std::uint32_t generation = 1;
    std::vector<LineAsked> lines;
    std::vector<DutyAsked> duties;
    Date asked_on;
    Date due;
    std::string note;                      // from its secretariat to the body
    std::vector<Turn> turns;
    std::vector<Extension> extensions;
    std::vector<Reminder> reminders;
    std::vector<Escalation> escalations;
    std::vector<Reopening> reopenings;
    bool open = true;                      // something may be handed in
    bool reopened = false;                 // the last turn was settled and the next has not begun
    std::uint32_t lines_changed = 0;

    friend bool operator==(const Request&, const Request&) = default;
};

struct Closing {
    Date on;
    std::string reason;
    std::uint64_t sequence = 0;

    friend bool operator==(const Closing&, const Closing&) = default;
};

struct Round {
    RoundOpened opened;
    std::uint64_t sequence = 0;
    std::map<BodyId, Request> requests;
    std::map<Side, Closing> closed;

    friend bool operator==(const Round&, const Round&) = default;
};

// The desk as its neighbours see it.
struct Known {
    const std::map<RoundId, Round>& rounds;
};

[[nodiscard]] inline const Turn* last_turn(const Request& request) { return request.turns.empty() ? nullptr : &request.turns.back(); }

[[nodiscard]] inline bool asks_for_more(const Turn& turn) { return turn.verdict == Verdict::questioned || turn.verdict == Verdict::refused; }

// No return of the body stands: none was signed off, or the last one was sent back or opened again.
[[nodiscard]] inline bool lacks_return(const Request& request) {
    const Turn* last = last_turn(request);
    return last == nullptr || last->stage == Stage::internal || request.reopened || asks_for_more(*last);
}

// The body has something to do before anybody else has.
[[nodiscard]] inline bool owes(const Request& request) { return request.open && lacks_return(request); }

// The item itself, or what replaced it when it was withdrawn; nothing where it fell without a replacement.
// `find` gives an `optional<conference::SeenItem>`, nothing where there is none (that may be seen).
template <class Find>
[[nodiscard]] std::optional<ItemId> standing(ItemId id, const Find& find) {
    for (;;) {
        const auto item = find(id);
        if (!item) return std::nullopt;
        if (item->life.withdrawn == nullptr) return id;
        if (!item->life.withdrawn->replaced_by) return std::nullopt;
        id = *item->life.withdrawn->replaced_by;
    }
}

// The lines that have neither a standing item nor a reason.
template <class Find>
[[nodiscard]] std::vector<LineAsked> missing_lines(const Request& request, const Turn& turn, const Find& find) {
    std::vector<LineAsked> missing;
    for (const LineAsked& line : request.lines) {
        const auto answer = turn.lines.find({line.indicator, line.period});
        const bool answered = answer != turn.lines.end() && (answer->second.nothing || standing(answer->second.item, find));
        if (!answered) missing.push_back(line);
    }
    return missing;
}

// The standing items of a return, figures in the order of the lines, then actions; each once.
template <class Find>
[[nodiscard]] std::vector<ItemId> standing_items(const Request& request, const Turn& turn, const Find& find) {
    std::vector<ItemId> items;
    const auto add = [&](const ItemId& id) {
        const auto stands = standing(id, find);
        if (stands && std::ranges::find(items, *stands) == items.end()) items.push_back(*stands);
    };
    for (const LineAsked& line : request.lines) {
        const auto answer = turn.lines.find({line.indicator, line.period});
        if (answer != turn.lines.end() && !answer->second.nothing) add(answer->second.item);
    }
    for (const ItemId& action : turn.actions) add(action);
    return items;
}

// An escalation that is still to be dealt with: neither settled by its secretariat nor overtaken by a
// return that was released and not sent back. It may be told to its own side and to the side of `to_body`.
struct OpenEscalation {
    RoundId round;
    PlanId plan;
    BodyId body;
    Side side{};
    Escalation escalation;
};

[[nodiscard]] inline bool is_settled(const Request& request, const Escalation& escalation) {
    const auto good = [&](const Turn& turn) { return turn.released_on && *turn.released_on >= escalation.on && !asks_for_more(turn); };
    return escalation.settled_on || std::ranges::any_of(request.turns, good);
}

[[nodiscard]] inline std::vector<OpenEscalation> open_escalations(const Known& known) {
    std::vector<OpenEscalation> open;
    for (const auto& [id, round] : known.rounds) {
        for (const auto& [body, request] : round.requests) {
            for (const Escalation& one : request.escalations) {
                if (!is_settled(request, one)) open.push_back({.round = id, .plan = round.opened.plan, .body = body, .side = request.side, .escalation = one});
            }
        }
    }
    return open;
}

}  // namespace ponte::reporting
