// Sessions, their agenda and dates, as a reader may know them.

#include "desks/meetings/queries.h"
#include "desks/meetings/queries_proposal.h"
#include "desks/meetings/queries_shown.h"

#include <algorithm>
#include <set>

namespace ponte::meetings {

namespace {

std::vector<AgendaProposed> proposed(const Looking& looking, const Seen& seen, std::uint16_t session) {
    return proposal_for({.seen = seen, .plans = looking.conference.plans(), .reporting = looking.reporting, .planning = looking.planning}, session);
}

SessionState state_of(const Session& session) {
    if (session.cancelled) return SessionState::cancelled;
    return session.held ? SessionState::held : SessionState::called;
}

// What an item is called: as it was given, else what its reference is called now, as far as the reader sees it.
Names titles_of(const Seen& seen, const std::vector<AgendaProposed>& proposal, const AgendaItemStated& item) {
    if (!item.titles.empty()) return item.titles;
    if (item.kind == AgendaKind::problem) {
        const Problem* problem = seen.problem(ProblemId(item.reference));
        return problem != nullptr ? problem->raised.event.titles : Names{};
    }
    if (item.kind == AgendaKind::matter_arising) {
        const Decision* decision = seen.decision(DecisionId(item.reference));
        return decision != nullptr ? decision->texts : Names{};
    }
    if (item.kind == AgendaKind::review_list) {
        const ReviewList* list = seen.list(ReviewListId(item.reference));
        return list != nullptr ? list->titled.event.titles : Names{};
    }
    for (const AgendaProposed& one : proposal) {
        if (one.kind == item.kind && one.reference == item.reference) return one.about;
    }
    return {};
}

StandingPaperShown shown_of(const StandingPaper& paper) {
    const StandingPaperPut& put = paper.put.event;
    return {.paper = put.paper,
            .titles = put.titles,
            .media_type = put.media_type,
            .length = put.length,
            .language = put.language,
            .stage = paper.stage,
            .body = put.body,
            .entry = paper.put.sequence};
}

// The order of business is the two sides'; the public is given the papers that were published, under the
// numbers of their items and nothing else of them.
std::vector<AgendaItemShown> agenda_of(const Looking& looking, const Seen& seen, const Session& session) {
    std::vector<AgendaItemShown> shown;
    const std::uint16_t number = session.called.event.session;
    const auto papers = seen.papers(number);
    const auto proposal = seen.is_of_a_side() ? proposed(looking, seen, number) : std::vector<AgendaProposed>();
    for (const auto& [item, one] : session.agenda) {
        AgendaItemShown row{.item = item, .kind = AgendaKind::other};
        if (seen.is_of_a_side()) {
            row.kind = one.stated.kind;
            row.reference = one.stated.reference;
            row.titles = titles_of(seen, proposal, one.stated);
            row.body = one.stated.body;
            row.reason = one.stated.reason;
            row.entry = one.sequence;
        }
        for (const StandingPaper* paper : papers) {
            if (paper->put.event.item == item) row.papers.push_back(shown_of(*paper));
        }
        if (!seen.is_of_a_side() && row.papers.empty()) continue;
        std::ranges::sort(row.papers, {}, &StandingPaperShown::entry);
        shown.push_back(std::move(row));
    }
    return shown;
}

Side side_of(const Looking& looking, const BodyId& body) {
    const directory::Body* known = looking.bodies.find(body);
    return known != nullptr ? known->side : Side::other;
}

// Who was asked and who came: the two sides' own.
void add_people(const Looking& looking, const Session& session, SessionShown& shown) {
    for (const auto& [body, one] : session.invited) {
        shown.invited.push_back({.body = body, .side = side_of(looking, body), .capacity = one.event.capacity, .note = one.event.note, .entry = one.sequence});
    }
    std::ranges::sort(shown.invited, {}, [](const InvitedShown& one) { return std::tuple(one.side, one.capacity, one.body); });
    for (const auto& [person, one] : session.attendance) {
        shown.attendance.push_back({.person = person,
                                    .body = one.event.body,
                                    .side = side_of(looking, one.event.body),
                                    .office = one.event.office,
                                    .attends = one.event.attends,
                                    .on_behalf = one.event.on_behalf,
                                    .display = one.event.display,
                                    .entry = one.sequence});
    }
    std::ranges::sort(shown.attendance, {}, [](const AttendanceShown& one) { return std::tuple(one.side, one.entry); });
}

SessionShown shown_of(const Looking& looking, const Seen& seen, const Session& session, bool whole) {
    const SessionCalled& called = session.called.event;
    SessionShown shown{.session = called.session,
                       .state = state_of(session),
                       .on = session.on,
                       .from = session.from,
                       .to = session.to,
                       .place = session.place,
                       .form = session.form,
                       .revision = session.revision,
                       .languages = called.languages,
                       .chairs = called.chairs,
                       .agenda_fixed = session.agenda_fixed.has_value(),
                       .called_at = session.called.at,
                       .entry = session.called.sequence,
                       .held = session.held ? session.held->sequence : 0};
    for (const auto& [of, minutes] : seen.minutes_of(called.session)) shown.minutes.push_back(of.correction);
    if (whole) shown.agenda = agenda_of(looking, seen, session);
    if (!seen.is_of_a_side()) return shown;
    shown.minutes_by = called.minutes_by;
    for (const auto& move : session.moves) shown.reasons.push_back(move.event.reason);
    if (session.cancelled) shown.reasons.push_back(session.cancelled->event.reason);
    std::set<BodyId> present;
    for (const auto& [person, one] : session.attendance) present.insert(one.event.body);
    shown.bodies_present = static_cast<std::uint32_t>(present.size());
    if (whole) add_people(looking, session, shown);
    return shown;
}

}  // namespace

AgendaProposalAnswer answer(const Looking& looking, const AgendaProposalQuery& query) {
    const Seen seen = seen_of(looking);
    AgendaProposalAnswer answer{.session = query.session};
    if (seen.is_of_a_side()) answer.items = proposed(looking, seen, query.session);
    return answer;
}

SessionsAnswer answer(const Looking& looking, const SessionsQuery& query) {
    const Seen seen = seen_of(looking);
    SessionsAnswer answer;
    for (const Session* session : seen.sessions()) {
        if (query.state && *query.state != state_of(*session)) continue;
        if (query.year && *query.year != session->on.year()) continue;
        answer.sessions.push_back(shown_of(looking, seen, *session, false));
    }
    return answer;
}

SessionsAnswer answer(const Looking& looking, const SessionQuery& query) {
    const Seen seen = seen_of(looking);
    SessionsAnswer answer;
    if (const Session* session = seen.session(query.session)) answer.sessions.push_back(shown_of(looking, seen, *session, true));
    return answer;
}

AgendaAnswer answer(const Looking& looking, const AgendaQuery& query) {
    const Seen seen = seen_of(looking);
    AgendaAnswer answer{.session = query.session};
    const Session* session = seen.session(query.session);
    if (session == nullptr || !seen.is_of_a_side()) return answer;
    answer.fixed = session->agenda_fixed.has_value();
    answer.entry = session->agenda_fixed ? session->agenda_fixed->sequence : 0;
    answer.items = agenda_of(looking, seen, *session);
    return answer;
}

namespace {

Instant last_said(const Session& session) {
    if (session.cancelled) return session.cancelled->at;
    return session.moves.empty() ? session.called.at : session.moves.back().at;
}

void add_sessions(const Seen& seen, std::vector<DateShown>& dates) {
    for (const Session* session : seen.sessions()) {
        if (session->held) continue;
        DateShown shown{.kind = "session",
                        .reference = std::to_string(session->called.event.session),
                        .on = session->on,
                        .from = session->from,
                        .to = session->to,
                        .place = session->place,
                        .revision = session->revision,
                        .cancelled = session->cancelled.has_value(),
                        .bodies = session->called.event.chairs,
                        .said = last_said(*session),
                        .entry = session->called.sequence};
        for (const auto& [body, one] : session->invited) {
            if (std::ranges::find(shown.bodies, body) == shown.bodies.end()) shown.bodies.push_back(body);
        }
        dates.push_back(std::move(shown));
    }
}

void add_due(const Seen& seen, std::vector<DateShown>& dates) {
    for (const Problem* problem : seen.problems()) {
        if (!problem->due || !problem->is_open()) continue;
        DateShown shown{.kind = "problem",
                        .reference = problem->id().value,
                        .on = *problem->due,
                        .titles = problem->raised.event.titles,
                        .revision = static_cast<std::uint32_t>(problem->dues.size()),
                        .bodies = {problem->raised.event.body},
                        .said = problem->dues.empty() ? problem->raised.at : problem->dues.back().at,
                        .entry = problem->raised.sequence};
        if (problem->settling && *problem->settling != problem->raised.event.body) shown.bodies.push_back(*problem->settling);
        dates.push_back(std::move(shown));
    }
    for (const Decision* decision : seen.decisions()) {
        if (!decision->terms.due || !decision->is_pending()) continue;
        DateShown shown{.kind = "decision",
                        .reference = decision->id.value,
                        .on = *decision->terms.due,
                        .titles = decision->texts,
                        .revision = decision->correction,
                        .bodies = decision->terms.cooperating,
                        .entry = decision->stated};
        shown.bodies.insert(shown.bodies.begin(), decision->terms.owner);
        dates.push_back(std::move(shown));
    }
}

}  // namespace

DatesAnswer answer(const Looking& looking, const DatesQuery& query) {
    const Seen seen = seen_of(looking);
    DatesAnswer answer;
    if (seen.is_of_a_side()) {
        add_sessions(seen, answer.dates);
        add_due(seen, answer.dates);
    }
    const Date from = query.from.value_or(looking.today());
    std::erase_if(answer.dates, [&](const DateShown& one) {
        if (one.on < from || (query.to && *query.to < one.on)) return true;
        return query.body && std::ranges::find(one.bodies, *query.body) == one.bodies.end();
    });
    std::ranges::sort(answer.dates, {}, [](const DateShown& one) { return std::tuple(one.on, one.from.value_or(TimeOfDay{}), one.kind, one.reference); });
    return answer;
}

}  // namespace ponte::meetings
