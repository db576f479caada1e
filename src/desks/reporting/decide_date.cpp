// Decisions about dates: extensions, reminders and escalations. A due date moves by a grant and by nothing
// else, and only to a day that both sides work.

#include "desks/reporting/decide.h"
#include "desks/reporting/rules.h"

namespace ponte::reporting {

namespace {

bool is_pending(const Request& request) { return !request.extensions.empty() && !request.extensions.back().decided_on; }

Outcome<DueDate> later_due(const View& view, const RoundId& round, const Request& request, Date to) {
    if (to <= request.due || to < view.now.date()) return refuse(refusals::due_not_later, to.to_text() + " after " + request.due.to_text(), "/to");
    return due_on(view, view.reporting.rounds.find(round)->second.opened.due.places, to);
}

}  // namespace

Decision decide(const View& view, const AskExtension& command) {
    if (!may(view, access::Role::head) && !may(view, access::Role::officer)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    const Request* request = TRY(request_of(view, command.round, view.asker.body));
    if (!request->open) return refuse(refusals::round_closed, command.round.value, "/round");
    if (!owes(*request)) return refuse(refusals::owes_nothing, view.asker.body.value, "/round");
    if (is_pending(*request)) return refuse(refusals::extension_pending, request->extensions.back().to.to_text(), "/round");
    TRY(later_due(view, command.round, *request, command.to));
    return std::vector<Event>{ExtensionAsked{
        .round = command.round, .body = view.asker.body, .to = command.to, .reason = command.reason, .blind = blind(view)}};
}

Decision decide(const View& view, const GrantExtension& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.reason.value_or(""), "/reason", std::nullopt)) return std::unexpected(*std::move(no));
    const Request* request = TRY(request_of_own_side(view, command.round, command.body));
    if (!request->open) return refuse(refusals::round_closed, command.round.value, "/round");
    if (!is_pending(*request)) return refuse(refusals::no_extension_asked, command.body.value, "/body");
    DueDate due = TRY(later_due(view, command.round, *request, command.to.value_or(request->extensions.back().to)));
    return std::vector<Event>{ExtensionGranted{.round = command.round,
                                               .body = command.body,
                                               .from = request->due,
                                               .due = std::move(due),
                                               .reason = command.reason.value_or(""),
                                               .blind = blind(view)}};
}

Decision decide(const View& view, const RefuseExtension& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    const Request* request = TRY(request_of_own_side(view, command.round, command.body));
    if (!is_pending(*request)) return refuse(refusals::no_extension_asked, command.body.value, "/body");
    return std::vector<Event>{
        ExtensionRefused{.round = command.round, .body = command.body, .reason = command.reason, .blind = blind(view)}};
}

Decision decide(const View& view, const Remind& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Round* round = TRY(round_of(view, command.round));
    const Date today = view.now.date();
    const auto reminded_today = [&](const Request& request) { return !request.reminders.empty() && request.reminders.back().on == today; };
    const auto reminder = [&](const BodyId& body, const Request& request) {
        return BodyReminded{.round = command.round,
                            .body = body,
                            .due = request.due,
                            .number = static_cast<std::uint32_t>(request.reminders.size() + 1)};
    };
    if (command.body) {
        const Request* request = TRY(request_of_own_side(view, command.round, *command.body));
        if (!owes(*request)) return refuse(refusals::owes_nothing, command.body->value, "/body");
        if (reminded_today(*request)) return refuse(refusals::already_reminded_today, command.body->value, "/body");
        return std::vector<Event>{reminder(*command.body, *request)};
    }
    std::vector<Event> events;
    for (const auto& [body, request] : round->requests) {
        if (request.side == view.asker.side && owes(request) && !reminded_today(request)) events.emplace_back(reminder(body, request));
    }
    if (events.empty()) return refuse(refusals::nobody_to_remind, command.round.value, "/round");
    return events;
}

Decision decide(const View& view, const Escalate& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    if (command.to_body == command.body) return refuse(refusals::escalates_to_itself, command.body.value, "/to_body");
    const Request* request = TRY(request_of_own_side(view, command.round, command.body));
    const directory::Body* to = view.bodies.find(command.to_body);
    if (to == nullptr) return refuse(refusals::body_unknown, beginning_of(command.to_body.value), "/to_body");
    if (!lacks_return(*request)) return refuse(refusals::owes_nothing, command.body.value, "/body");
    if (view.now.date() <= request->due) return refuse(refusals::not_yet_due, request->due.to_text(), "/body");
    const bool again = std::ranges::any_of(request->escalations, [&](const Escalation& one) {
        return one.to_body == command.to_body && !is_settled(*request, one);
    });
    if (again) return refuse(refusals::already_escalated, command.to_body.value, "/to_body");
    return std::vector<Event>{RequestEscalated{.round = command.round,
                                               .body = command.body,
                                               .to_body = command.to_body,
                                               .to_side = to->side,
                                               .due = request->due,
                                               .reason = command.reason,
                                               .blind = blind(view)}};
}

Decision decide(const View& view, const SettleEscalation& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    const Request* request = TRY(request_of_own_side(view, command.round, command.body));
    const bool open = std::ranges::any_of(request->escalations, [&](const Escalation& one) { return one.to_body == command.to_body && !one.settled_on; });
    if (!open) return refuse(refusals::escalation_unknown, beginning_of(command.to_body.value), "/to_body");
    return std::vector<Event>{EscalationSettled{
        .round = command.round, .body = command.body, .to_body = command.to_body, .reason = command.reason, .blind = blind(view)}};
}

}  // namespace ponte::reporting
