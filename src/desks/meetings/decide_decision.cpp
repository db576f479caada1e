// What becomes of a decision of the conference: carried out on evidence, or lapsed when both sides say so.

#include "desks/meetings/refusals.h"
#include "desks/meetings/rules.h"

#include <algorithm>

namespace ponte::meetings {

using access::Role;

namespace {

Outcome<const Decision*> active_decision(const View& view, const DecisionId& id) {
    const Decision* decision = seen_by_asker(view).decision(id);
    if (decision == nullptr) return refuse(refusals::decision_unknown, beginning_of(id.value), "/decision");
    if (decision->sealed == 0) return refuse(refusals::decision_not_binding, id.value, "/decision");
    if (decision->state() != DecisionState::active) return refuse(refusals::decision_closed, id.value, "/decision");
    return decision;
}

}  // namespace

Decided decide(const View& view, const CarryOutDecision& command) {
    if (!has(view, Role::head) && !has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const std::string note = command.note.value_or("");
    if (auto no = refusal_of_text(note, "/note")) return std::unexpected(*no);
    if (!command.item && !command.paper) return refuse(refusals::evidence_missing, command.decision.value, "/item");
    const Date on = command.on.value_or(view.now.date());
    if (on > view.now.date()) return refuse(refusals::date_in_future, on.to_text(), "/on");
    const Decision* decision = TRY(active_decision(view, command.decision));
    const BodyId& owner = decision->terms.owner;
    const bool own = has(view, Role::head) && view.asker.body == owner;
    if (!own && !is_secretariat_of(view, view.bodies.find(owner)->side)) return refuse(refusals::body_not_yours, owner.value, "/decision");
    if (command.item) {
        if (auto no = refusal_of_evidence(view, *command.item, Stage::released, "/item")) return std::unexpected(*no);
    }
    return std::vector<Event>{DecisionCarriedOut{
        .decision = command.decision, .on = on, .item = command.item, .paper = command.paper, .note = note, .body = view.asker.body, .blind = blind(view)}};
}

Decided decide(const View& view, const LapseDecision& command) {
    const bool of_a_side = view.asker.side != Side::other;
    if (!has(view, Role::secretariat) || !of_a_side) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, command.decision.value)) return std::unexpected(*no);
    const Decision* decision = TRY(active_decision(view, command.decision));
    const auto said = [&](const Told<DecisionLapseStated>& one) { return one.event.side == view.asker.side; };
    if (std::ranges::any_of(decision->lapses, said)) return refuse(refusals::unchanged, command.decision.value, "/decision");
    return std::vector<Event>{DecisionLapseStated{
        .decision = command.decision, .reason = command.reason, .body = view.asker.body, .side = view.asker.side, .blind = blind(view)}};
}

}  // namespace ponte::meetings
