// Decisions about problems: raised inside a body, signed off, moved on, given to somebody to settle,
// escalated to the conference or settled below it. Every step is one entry; no step is undone.

#include "base/canonical.h"
#include "desks/meetings/refusals.h"
#include "desks/meetings/rules.h"

namespace ponte::meetings {

using access::Role;

namespace {

constexpr std::size_t duties_max = 100;

// A problem that the asker may not see is as unknown to him as one that does not exist.
Outcome<const Problem*> open_problem(const View& view, const ProblemId& id) {
    const Problem* problem = seen_by_asker(view).problem(id);
    if (problem == nullptr) return refuse(refusals::problem_unknown, beginning_of(id.value), "/problem");
    if (problem->settled) return refuse(refusals::problem_settled, id.value, "/problem");
    return problem;
}

// Inside a body its own people handle it; signed off, its head or the side's secretariat; released, the
// secretariat that let it out.
bool handles(const View& view, const Problem& problem) {
    const ProblemRaised& raised = problem.raised.event;
    const bool own = view.asker.body == raised.body;
    const bool officer = has(view, Role::officer) || has(view, Role::secretariat);
    switch (problem.stage) {
        case Stage::internal: return own && (officer || has(view, Role::head));
        case Stage::signed_off: return (own && has(view, Role::head)) || is_secretariat_of(view, raised.side);
        case Stage::released:
        case Stage::published: return is_secretariat_of(view, raised.side);
    }
    return false;
}

bool has_any_role(const View& view) {
    return has(view, Role::officer) || has(view, Role::head) || has(view, Role::secretariat);
}

std::optional<Refusal> refusal_of_words(const View& view, const RaiseProblem& command) {
    if (auto no = refusal_of_names(command.titles, "/titles")) return no;
    if (auto no = refusal_of_names(command.texts, "/texts")) return no;
    if (command.duties.size() > duties_max) return Refusal{refusals::text_too_long, std::to_string(command.duties.size()), "/duties"};
    if (command.due && *command.due < view.now.date()) return Refusal{refusals::date_in_past, command.due->to_text(), "/due"};
    return std::nullopt;
}

}  // namespace

Decided decide(const View& view, const RaiseProblem& command) {
    if (!has(view, Role::officer) && !has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_words(view, command)) return std::unexpected(*no);
    for (std::size_t i = 0; i < command.duties.size(); ++i) {
        if (auto no = refusal_of_duty(view, command.duties[i], "/duties/" + std::to_string(i))) return std::unexpected(*no);
    }
    if (command.settling) {
        if (auto no = refusal_of_body(view, *command.settling, "/settling")) return std::unexpected(*no);
    }
    const Owner owner = TRY(owner_of(view, command.body));
    if (command.earlier) {
        const Problem* earlier = seen_by_asker(view).problem(*command.earlier);
        if (earlier == nullptr) return refuse(refusals::problem_unknown, beginning_of(command.earlier->value), "/earlier");
        if (!earlier->settled) return refuse(refusals::problem_not_settled, command.earlier->value, "/earlier");
    }
    ProblemRaised event{.problem = {},
                        .titles = command.titles,
                        .texts = command.texts,
                        .severity = command.severity,
                        .duties = command.duties,
                        .settling = command.settling,
                        .due = command.due,
                        .earlier = command.earlier,
                        .body = owner.body,
                        .side = owner.side,
                        .blind = blind(view)};
    Encoder content;
    content.write(event.titles);
    content.write(event.texts);
    content.write(event.duties);
    content.write(event.earlier);
    content.write(event.body);
    event.problem = ProblemId(named_after("prob-", sha256(content.view())));
    if (view.meetings.problems.contains(event.problem)) return refuse(refusals::already_recorded, event.problem.value, "/texts");
    return std::vector<Event>{std::move(event)};
}

Decided decide(const View& view, const SignOffProblem& command) {
    if (!has(view, Role::head)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Problem* problem = TRY(open_problem(view, command.problem));
    if (problem->raised.event.body != view.asker.body) return refuse(refusals::body_not_yours, problem->raised.event.body.value, "/problem");
    if (problem->stage != Stage::internal) return refuse(refusals::already_signed_off, command.problem.value, "/problem");
    if (problem->raised.by == view.asker.person) return refuse(refusals::signs_off_own_record, view.asker.person.value, "/problem");
    return std::vector<Event>{ProblemSignedOff{.problem = command.problem, .asserted = view.asker.asserted, .blind = blind(view)}};
}

// A settled problem may still be released and published: it then goes out with how it was settled.
Decided decide(const View& view, const MoveProblem& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.stage != Stage::released && command.stage != Stage::published) {
        return refuse(refusals::stage_does_not_go_back, std::string(name_of(command.stage)), "/stage");
    }
    const Problem* problem = seen_by_asker(view).problem(command.problem);
    if (problem == nullptr) return refuse(refusals::problem_unknown, beginning_of(command.problem.value), "/problem");
    const ProblemRaised& raised = problem->raised.event;
    if (!is_secretariat_of(view, raised.side)) return refuse(refusals::body_not_yours, raised.body.value, "/problem");
    if (problem->stage == Stage::internal) return refuse(refusals::not_signed_off, command.problem.value, "/problem");
    if (command.stage <= problem->stage) return refuse(refusals::stage_does_not_go_back, std::string(name_of(problem->stage)), "/stage");
    return std::vector<Event>{ProblemMoved{.problem = command.problem, .stage = command.stage, .blind = blind(view)}};
}

Decided decide(const View& view, const AssignProblem& command) {
    if (!has_any_role(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, command.problem.value)) return std::unexpected(*no);
    const Problem* problem = TRY(open_problem(view, command.problem));
    if (!handles(view, *problem)) return refuse(refusals::body_not_yours, problem->raised.event.body.value, "/problem");
    if (auto no = refusal_of_body(view, command.settling, "/settling")) return std::unexpected(*no);
    if (problem->settling == command.settling) return refuse(refusals::unchanged, command.settling.value, "/settling");
    return std::vector<Event>{ProblemAssigned{.problem = command.problem,
                                              .previous = problem->settling,
                                              .settling = command.settling,
                                              .reason = command.reason,
                                              .stage = problem->stage,
                                              .blind = blind(view)}};
}

Decided decide(const View& view, const MoveProblemDue& command) {
    if (!has_any_role(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, command.problem.value)) return std::unexpected(*no);
    if (command.due < view.now.date()) return refuse(refusals::date_in_past, command.due.to_text(), "/due");
    const Problem* problem = TRY(open_problem(view, command.problem));
    if (!handles(view, *problem)) return refuse(refusals::body_not_yours, problem->raised.event.body.value, "/problem");
    if (problem->due == command.due) return refuse(refusals::unchanged, command.due.to_text(), "/due");
    return std::vector<Event>{ProblemDueMoved{.problem = command.problem,
                                              .previous = problem->due,
                                              .due = command.due,
                                              .reason = command.reason,
                                              .stage = problem->stage,
                                              .blind = blind(view)}};
}

Decided decide(const View& view, const EscalateProblem& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, command.problem.value)) return std::unexpected(*no);
    const Problem* problem = TRY(open_problem(view, command.problem));
    const ProblemRaised& raised = problem->raised.event;
    if (!is_secretariat_of(view, raised.side)) return refuse(refusals::body_not_yours, raised.body.value, "/problem");
    if (problem->stage == Stage::internal) return refuse(refusals::not_signed_off, command.problem.value, "/problem");
    if (problem->escalated) return refuse(refusals::already_escalated, command.problem.value, "/problem");
    return std::vector<Event>{ProblemEscalated{.problem = command.problem, .reason = command.reason, .blind = blind(view)}};
}

namespace {

std::optional<Refusal> refusal_of_settlement(const View& view, const SettleProblem& command, const Problem& problem) {
    if (command.item) {
        if (auto no = refusal_of_evidence(view, *command.item, problem.stage, "/item")) return no;
    }
    if (!command.decision) return std::nullopt;
    if (!problem.escalated) return Refusal{refusals::not_escalated, command.problem.value, "/decision"};
    const Decision* decision = seen_by_asker(view).decision(*command.decision);
    if (decision == nullptr) return Refusal{refusals::decision_unknown, beginning_of(command.decision->value), "/decision"};
    if (decision->sealed == 0) return Refusal{refusals::decision_not_binding, command.decision->value, "/decision"};
    return std::nullopt;
}

// Whoever handles it, and once both sides have it, the body that is to settle it and either secretariat.
bool settles(const View& view, const Problem& problem) {
    if (handles(view, problem)) return true;
    if (problem.stage < Stage::released) {
        return problem.stage == Stage::signed_off && problem.settling == view.asker.body && has(view, Role::head);
    }
    return has(view, Role::secretariat) || (problem.settling == view.asker.body && has(view, Role::head));
}

}  // namespace

Decided decide(const View& view, const SettleProblem& command) {
    if (!has(view, Role::head) && !has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, command.problem.value)) return std::unexpected(*no);
    const std::string source = command.source.value_or("");
    if (auto no = refusal_of_text(source, "/source")) return std::unexpected(*no);
    if (!command.decision && !command.item && !command.paper && source.empty()) {
        return refuse(refusals::evidence_missing, command.problem.value, "/item");
    }
    const Date on = command.on.value_or(view.now.date());
    if (on > view.now.date()) return refuse(refusals::date_in_future, on.to_text(), "/on");
    const Problem* problem = TRY(open_problem(view, command.problem));
    if (!settles(view, *problem)) return refuse(refusals::body_not_yours, problem->raised.event.body.value, "/problem");
    if (auto no = refusal_of_settlement(view, command, *problem)) return std::unexpected(*no);
    return std::vector<Event>{ProblemSettled{.problem = command.problem,
                                             .by = command.decision ? SettledBy::conference : SettledBy::bodies,
                                             .on = on,
                                             .reason = command.reason,
                                             .decision = command.decision,
                                             .item = command.item,
                                             .paper = command.paper,
                                             .source = source,
                                             .body = view.asker.body,
                                             .blind = blind(view)}};
}

}  // namespace ponte::meetings
