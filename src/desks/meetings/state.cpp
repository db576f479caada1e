#include "desks/meetings/state.h"

#include "base/canonical.h"
#include "base/check.h"

#include <algorithm>

namespace ponte::meetings {

namespace {

template <class Map, class Key>
auto& known(Map& map, const Key& key) {
    const auto found = map.find(key);
    CHECK(found != map.end());
    return found->second;
}

template <class Event>
Told<Event> told(const Event& event, const Recorded& recorded) {
    return {.event = event, .sequence = recorded.sequence, .by = recorded.actor, .at = recorded.time};
}

// An entry of a problem's life. Whoever may see the problem may see it; an entry with a reason given at a
// stage is only for those who could see the problem then.
void add_row(State& state, const ProblemId& problem, const Recorded& recorded, Stage stage = Stage::published) {
    state.problem_rows.push_back({.sequence = recorded.sequence, .leaf = recorded.leaf, .of = problem, .stage = stage});
}

void add_row(State& state, const DecisionId& decision, const Recorded& recorded) {
    state.decision_rows.push_back({.sequence = recorded.sequence, .leaf = recorded.leaf, .of = decision, .stage = Stage::released});
}

}  // namespace

Known known_of(const State& state) {
    return {.problems = state.problems,
            .lists = state.lists,
            .sessions = state.sessions,
            .minutes = state.minutes,
            .decisions = state.decisions,
            .problem_rows = state.problem_rows,
            .decision_rows = state.decision_rows};
}

void evolve(State& state, const ProblemRaised& event, const Recorded& recorded) {
    Problem problem{.raised = told(event, recorded), .settling = event.settling, .due = event.due};
    const auto [at, fresh] = state.problems.emplace(event.problem, std::move(problem));
    CHECK(fresh);
    add_row(state, event.problem, recorded);
}

void evolve(State& state, const ProblemSignedOff& event, const Recorded& recorded) {
    Problem& problem = known(state.problems, event.problem);
    CHECK(problem.stage == Stage::internal);
    problem.stage = Stage::signed_off;
    problem.signed_off_by = recorded.actor;
    add_row(state, event.problem, recorded);
}

void evolve(State& state, const ProblemMoved& event, const Recorded& recorded) {
    Problem& problem = known(state.problems, event.problem);
    CHECK(event.stage > problem.stage);
    problem.stage = event.stage;
    add_row(state, event.problem, recorded);
}

void evolve(State& state, const ProblemAssigned& event, const Recorded& recorded) {
    Problem& problem = known(state.problems, event.problem);
    problem.settling = event.settling;
    problem.assigned.push_back(told(event, recorded));
    add_row(state, event.problem, recorded, event.stage);
}

void evolve(State& state, const ProblemDueMoved& event, const Recorded& recorded) {
    Problem& problem = known(state.problems, event.problem);
    problem.due = event.due;
    problem.dues.push_back(told(event, recorded));
    add_row(state, event.problem, recorded, event.stage);
}

void evolve(State& state, const ProblemEscalated& event, const Recorded& recorded) {
    Problem& problem = known(state.problems, event.problem);
    CHECK(!problem.escalated);
    problem.escalated = told(event, recorded);
    add_row(state, event.problem, recorded);
}

void evolve(State& state, const ProblemSettled& event, const Recorded& recorded) {
    Problem& problem = known(state.problems, event.problem);
    CHECK(!problem.settled);
    problem.settled = told(event, recorded);
    add_row(state, event.problem, recorded);
}

void evolve(State& state, const ReviewListTitled& event, const Recorded& recorded) {
    const auto [at, fresh] = state.lists.emplace(event.list, ReviewList{.titled = told(event, recorded)});
    CHECK(fresh);
}

void evolve(State& state, const ReviewListLineStated& event, const Recorded& recorded) {
    ReviewList& list = known(state.lists, event.list);
    if (event.texts.empty()) {
        list.lines.erase(event.line);
    } else {
        list.lines[event.line] = {.texts = event.texts, .duty = event.duty, .sequence = recorded.sequence};
    }
}

void evolve(State& state, const ReviewListMoved& event, const Recorded&) {
    ReviewList& list = known(state.lists, event.list);
    CHECK(event.stage > list.stage);
    list.stage = event.stage;
}

void evolve(State& state, const SessionCalled& event, const Recorded& recorded) {
    Session session{.called = told(event, recorded),
                    .on = event.on,
                    .from = event.from,
                    .to = event.to,
                    .place = event.place,
                    .form = event.form,
                    .revision = event.revision};
    const auto before = state.sessions.find(event.session);
    // Called again after it was cancelled: nothing of the first call is kept but the revision, which goes on.
    CHECK(before == state.sessions.end() || before->second.cancelled);
    state.sessions.insert_or_assign(event.session, std::move(session));
}

void evolve(State& state, const SessionMoved& event, const Recorded& recorded) {
    Session& session = known(state.sessions, event.session);
    CHECK(session.is_coming() && event.revision > session.revision);
    session.on = event.on;
    session.from = event.from;
    session.to = event.to;
    session.place = event.place;
    session.form = event.form;
    session.revision = event.revision;
    session.moves.push_back(told(event, recorded));
}

void evolve(State& state, const SessionCancelled& event, const Recorded& recorded) {
    Session& session = known(state.sessions, event.session);
    CHECK(session.is_coming());
    session.revision = event.revision;
    session.cancelled = told(event, recorded);
}

void evolve(State& state, const BodyInvited& event, const Recorded& recorded) {
    known(state.sessions, event.session).invited.insert_or_assign(event.body, told(event, recorded));
}

void evolve(State& state, const AttendanceRecorded& event, const Recorded& recorded) {
    Session& session = known(state.sessions, event.session);
    CHECK(session.is_coming());
    session.attendance.insert_or_assign(event.person, told(event, recorded));
}

void evolve(State& state, const SessionHeld& event, const Recorded& recorded) {
    Session& session = known(state.sessions, event.session);
    CHECK(session.is_coming());
    session.on = event.on;
    session.from = event.from;
    session.to = event.to;
    session.held = told(event, recorded);
}

void evolve(State& state, const AgendaFixed& event, const Recorded& recorded) {
    Session& session = known(state.sessions, event.session);
    CHECK(!session.agenda_fixed);
    session.agenda_fixed = told(event, recorded);
}

void evolve(State& state, const AgendaItemStated& event, const Recorded& recorded) {
    Session& session = known(state.sessions, event.session);
    const auto [at, fresh] = session.agenda.emplace(event.item, AgendaItem{.stated = event, .sequence = recorded.sequence});
    CHECK(fresh);
}

void evolve(State& state, const StandingPaperPut& event, const Recorded& recorded) {
    Session& session = known(state.sessions, event.session);
    const auto [at, fresh] = session.papers.emplace(event.paper, StandingPaper{.put = told(event, recorded)});
    CHECK(fresh);
}

void evolve(State& state, const StandingPaperMoved& event, const Recorded& recorded) {
    StandingPaper& paper = known(known(state.sessions, event.session).papers, event.paper);
    CHECK(event.stage > paper.stage);
    paper.stage = event.stage;
    if (event.stage == Stage::signed_off) paper.signed_off_by = recorded.actor;
}

namespace {

Minutes& minutes_of(State& state, std::uint16_t session, std::uint16_t correction) {
    return known(state.minutes, MinutesOf{.session = session, .correction = correction});
}

Decision decision_in(const MinutesOf& of, const MinutesLine& line) {
    return {.id = line.stated.decision->decision,
            .session = of.session,
            .line = line.stated.line,
            .item = line.stated.item,
            .texts = line.stated.texts,
            .terms = *line.stated.decision,
            .stated = line.sequence};
}

// What circulates is what both sides know of the session's decisions; one that is no longer in it is gone.
void propose(State& state, const MinutesOf& of, const std::vector<MinutesLine>& lines) {
    std::erase_if(state.decisions, [&](const auto& one) { return one.second.session == of.session; });
    for (const MinutesLine& line : lines) {
        if (line.stated.decision) state.decisions.emplace(line.stated.decision->decision, decision_in(of, line));
    }
}

void bind(State& state, const MinutesOf& of, const std::vector<MinutesLine>& lines, std::uint64_t sequence) {
    for (const MinutesLine& line : lines) {
        if (!line.stated.decision) continue;
        Decision& decision = known(state.decisions, line.stated.decision->decision);
        if (of.correction != 0) {
            decision.texts = line.stated.texts;
            decision.terms = *line.stated.decision;
            decision.stated = line.sequence;
            decision.correction = of.correction;
            decision.published = false;  // Its new wording is not, until the correction is.
        } else {
            decision.sealed = sequence;
        }
        for (const DecisionId& old : decision.terms.supersedes) known(state.decisions, old).superseded_by = decision.id;
    }
}

}  // namespace

Digest digest_of_lines(const MinutesOf& of, const std::vector<MinutesLine>& lines) {
    Encoder content;
    content.write(of.session);
    content.write(of.correction);
    for (const MinutesLine& line : lines) {
        content.write(line.stated.line);
        content.write(line.stated.item);
        content.write(line.stated.texts);
        content.write(line.stated.decision);
    }
    return sha256(content.view());
}

void evolve(State& state, const MinutesCorrectionOpened& event, const Recorded& recorded) {
    Minutes& minutes = state.minutes[{.session = event.session, .correction = event.correction}];
    CHECK(!minutes.opened);
    minutes.side = event.side;
    minutes.opened = told(event, recorded);
}

void evolve(State& state, const MinutesDrafted& event, const Recorded& recorded) {
    Minutes& minutes = state.minutes[{.session = event.session, .correction = event.correction}];
    CHECK(!minutes.sealed && event.version == minutes.versions.size() + 1);
    minutes.side = event.side;
    MinutesVersion version{.drafted = told(event, recorded)};
    for (const std::uint16_t number : event.order) {
        MinutesLine line{.stated = {.session = event.session, .correction = event.correction, .version = event.version, .line = number}};
        if (!minutes.versions.empty()) {
            const auto& before = minutes.versions.back().lines;
            const auto same = std::ranges::find_if(before, [&](const MinutesLine& one) { return one.stated.line == number; });
            if (same != before.end()) line = *same;
        }
        version.lines.push_back(std::move(line));
    }
    minutes.versions.push_back(std::move(version));
}

void evolve(State& state, const MinutesLineStated& event, const Recorded& recorded) {
    Minutes& minutes = minutes_of(state, event.session, event.correction);
    CHECK(!minutes.sealed && !minutes.versions.empty());
    auto& lines = minutes.versions.back().lines;
    const auto place = std::ranges::find_if(lines, [&](const MinutesLine& one) { return one.stated.line == event.line; });
    CHECK(place != lines.end());
    *place = {.stated = event, .sequence = recorded.sequence};
}

void evolve(State& state, const MinutesCirculated& event, const Recorded& recorded) {
    Minutes& minutes = minutes_of(state, event.session, event.correction);
    CHECK(!minutes.sealed && event.version >= 1 && event.version <= minutes.versions.size());
    MinutesVersion& version = minutes.versions[event.version - 1U];
    version.circulated = told(event, recorded);
    if (event.correction == 0) propose(state, {.session = event.session}, version.lines);
}

void evolve(State& state, const MinutesCommented& event, const Recorded& recorded) {
    Minutes& minutes = minutes_of(state, event.session, event.correction);
    const auto [at, fresh] = minutes.comments.emplace(event.comment, Comment{.made = told(event, recorded)});
    CHECK(fresh);
}

void evolve(State& state, const MinutesCommentReleased& event, const Recorded& recorded) {
    known(minutes_of(state, event.session, event.correction).comments, event.comment).released = recorded.sequence;
}

void evolve(State& state, const MinutesApproved& event, const Recorded& recorded) {
    minutes_of(state, event.session, event.correction).approvals.push_back(told(event, recorded));
}

void evolve(State& state, const MinutesSealed& event, const Recorded& recorded) {
    Minutes& minutes = minutes_of(state, event.session, event.correction);
    CHECK(!minutes.sealed);
    minutes.sealed = told(event, recorded);
    const MinutesOf of{.session = event.session, .correction = event.correction};
    bind(state, of, minutes.versions[event.version - 1U].lines, recorded.sequence);
}

void evolve(State& state, const MinutesPublicationAgreed& event, const Recorded& recorded) {
    Minutes& minutes = minutes_of(state, event.session, event.correction);
    minutes.publications.push_back(told(event, recorded));
    if (!minutes.is_published()) return;
    for (auto& [id, decision] : state.decisions) {
        if (decision.session == event.session && decision.correction == event.correction) decision.published = true;
    }
}

void evolve(State& state, const DecisionCarriedOut& event, const Recorded& recorded) {
    Decision& decision = known(state.decisions, event.decision);
    CHECK(decision.state() == DecisionState::active);
    decision.carried_out = told(event, recorded);
    add_row(state, event.decision, recorded);
}

void evolve(State& state, const DecisionLapseStated& event, const Recorded& recorded) {
    known(state.decisions, event.decision).lapses.push_back(told(event, recorded));
    add_row(state, event.decision, recorded);
}

// The sealing in the same run has bound it; this is the entry that figures rest on.
void evolve(State& state, const DecisionBound& event, const Recorded& recorded) {
    known(state.decisions, event.decision).bound = recorded.sequence;
    add_row(state, event.decision, recorded);
}

}  // namespace ponte::meetings
