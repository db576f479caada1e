// Problems as a reader may know them.

#include "desks/meetings/queries.h"
#include "desks/meetings/queries_shown.h"

#include <algorithm>

namespace ponte::meetings {

namespace {

ProblemState state_of(const Problem& problem) {
    if (problem.settled) return ProblemState::settled;
    return problem.escalated ? ProblemState::escalated : ProblemState::open;
}

std::vector<ProblemStep> steps_of(const Seen& seen, const Problem& problem) {
    std::vector<ProblemStep> steps{{.step = "raised", .on = problem.raised.at.date(), .entry = problem.raised.sequence}};
    for (const auto& one : problem.assigned) {
        steps.push_back({.step = "assigned",
                         .on = one.at.date(),
                         .before = one.event.previous ? one.event.previous->value : "",
                         .after = one.event.settling.value,
                         .reason = seen.may_see_reason(problem, one.event.stage) ? one.event.reason : "",
                         .entry = one.sequence});
    }
    for (const auto& one : problem.dues) {
        steps.push_back({.step = "due_moved",
                         .on = one.at.date(),
                         .before = one.event.previous ? one.event.previous->to_text() : "",
                         .after = one.event.due.to_text(),
                         .reason = seen.may_see_reason(problem, one.event.stage) ? one.event.reason : "",
                         .entry = one.sequence});
    }
    if (problem.escalated) {
        steps.push_back({.step = "escalated", .on = problem.escalated->at.date(), .reason = problem.escalated->event.reason, .entry = problem.escalated->sequence});
    }
    if (problem.settled) {
        steps.push_back({.step = "settled",
                         .on = problem.settled->event.on,
                         .after = std::string(name_of(problem.settled->event.by)),
                         .reason = problem.settled->event.reason,
                         .entry = problem.settled->sequence});
    }
    std::ranges::sort(steps, {}, &ProblemStep::entry);
    return steps;
}

}  // namespace

ProblemShown shown_of(const Looking& looking, const Seen& seen, const Problem& problem) {
    const ProblemRaised& raised = problem.raised.event;
    ProblemShown shown{.problem = raised.problem,
                       .titles = raised.titles,
                       .texts = raised.texts,
                       .severity = raised.severity,
                       .stage = problem.stage,
                       .state = state_of(problem),
                       .duties = raised.duties,
                       .body = raised.body,
                       .side = raised.side,
                       .settling = problem.settling,
                       .due = problem.due,
                       .overdue = problem.is_open() && problem.due && *problem.due < looking.today(),
                       .earlier = raised.earlier,
                       .source = problem.settled ? problem.settled->event.source : "",
                       .steps = steps_of(seen, problem),
                       .entry = problem.raised.sequence};
    if (problem.settled) {
        const ProblemSettled& settled = problem.settled->event;
        // What it rests on is named as far as the reader may see it.
        if (settled.decision && seen.decision(*settled.decision) != nullptr) shown.decision = settled.decision;
        if (settled.item && looking.conference.item(*settled.item)) shown.item = settled.item;
        shown.paper = settled.paper;
    }
    if (raised.earlier && seen.problem(*raised.earlier) == nullptr) shown.earlier.reset();
    for (const Problem* other : seen.problems()) {
        if (other->raised.event.earlier == raised.problem) shown.again.push_back(other->id());
    }
    return shown;
}

ProblemsAnswer answer(const Looking& looking, const ProblemsQuery& query) {
    const Seen seen = seen_of(looking);
    ProblemsAnswer answer;
    for (const Problem* problem : seen.problems()) {
        const ProblemRaised& raised = problem->raised.event;
        if (query.state && *query.state != state_of(*problem)) continue;
        if (query.at_least && raised.severity < *query.at_least) continue;
        if (query.body && *query.body != raised.body) continue;
        if (query.settling && query.settling != problem->settling) continue;
        const bool of_duty = std::ranges::any_of(raised.duties, [&](const DutyOf& duty) {
            return (!query.plan || duty.plan == *query.plan) && (!query.measure || duty.measure == *query.measure);
        });
        if ((query.plan || query.measure) && !of_duty) continue;
        answer.problems.push_back(shown_of(looking, seen, *problem));
    }
    const auto order = [](const ProblemShown& one) {
        return std::tuple(-static_cast<int>(one.severity), one.due.value_or(dates::last), one.entry);
    };
    std::ranges::sort(answer.problems, {}, order);
    return answer;
}

ProblemsAnswer answer(const Looking& looking, const ProblemQuery& query) {
    const Seen seen = seen_of(looking);
    ProblemsAnswer answer;
    if (const Problem* problem = seen.problem(query.problem)) answer.problems.push_back(shown_of(looking, seen, *problem));
    return answer;
}

ReviewListsAnswer answer(const Looking& looking, const ReviewListsQuery& query) {
    ReviewListsAnswer answer;
    for (const ReviewList* list : seen_of(looking).lists()) {
        const ReviewListTitled& titled = list->titled.event;
        if ((query.plan && *query.plan != titled.plan) || (query.list && *query.list != titled.list)) continue;
        ReviewListShown shown{.list = titled.list,
                              .plan = titled.plan,
                              .titles = titled.titles,
                              .kind = titled.kind,
                              .stage = list->stage,
                              .body = titled.body,
                              .lines = {},
                              .entry = list->titled.sequence};
        for (const auto& [number, line] : list->lines) {
            shown.lines.push_back({.line = number, .texts = line.texts, .duty = line.duty, .entry = line.sequence});
        }
        answer.lists.push_back(std::move(shown));
    }
    std::ranges::sort(answer.lists, {}, &ReviewListShown::entry);
    return answer;
}

}  // namespace ponte::meetings
