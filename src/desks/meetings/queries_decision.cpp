// What the sessions decided, and what of it is still to do.

#include "desks/meetings/queries.h"
#include "desks/meetings/queries_shown.h"

#include <algorithm>

namespace ponte::meetings {

DecisionShown shown_of(const Looking& looking, const Seen& seen, const Decision& decision) {
    DecisionShown shown{.decision = decision.id,
                        .session = decision.session,
                        .item = decision.item,
                        .texts = decision.texts,
                        .state = decision.state(),
                        .owner = decision.terms.owner,
                        .cooperating = decision.terms.cooperating,
                        .due = decision.terms.due,
                        .overdue = decision.is_pending() && decision.terms.due && *decision.terms.due < looking.today(),
                        .duty = decision.terms.duty,
                        .supersedes = decision.terms.supersedes,
                        .superseded_by = decision.superseded_by,
                        .correction = decision.correction,
                        .entry = decision.stated,
                        .sealed = decision.sealed};
    if (decision.terms.problem && seen.problem(*decision.terms.problem) != nullptr) shown.problem = decision.terms.problem;
    if (decision.terms.list && seen.list(*decision.terms.list) != nullptr) shown.list = decision.terms.list;
    if (shown.superseded_by && seen.decision(*shown.superseded_by) == nullptr) shown.superseded_by.reset();
    std::erase_if(shown.supersedes, [&](const DecisionId& old) { return seen.decision(old) == nullptr; });
    if (decision.carried_out) {
        const DecisionCarriedOut& done = decision.carried_out->event;
        shown.carried_out_on = done.on;
        if (done.item && looking.conference.item(*done.item)) shown.evidence_item = done.item;
        if (seen.is_of_a_side()) {  // What came of it after the minutes were published is the sides' own.
            shown.evidence_paper = done.paper;
            shown.note = done.note;
        }
    }
    if (seen.is_of_a_side()) {
        for (const auto& one : decision.lapses) shown.lapse_reasons.push_back(one.event.reason);
    }
    return shown;
}

namespace {

// "10-2" comes after "9-1".
void sort_by_number(DecisionsAnswer& answer) {
    std::ranges::sort(answer.decisions, {}, [](const DecisionShown& one) {
        return std::tuple(one.session, one.decision.value.size(), one.decision.value);
    });
}

}  // namespace

DecisionsAnswer answer(const Looking& looking, const DecisionsQuery& query) {
    const Seen seen = seen_of(looking);
    DecisionsAnswer answer;
    for (const Decision* decision : seen.decisions()) {
        const DecisionTerms& terms = decision->terms;
        if (query.session && *query.session != decision->session) continue;
        if (query.state && *query.state != decision->state()) continue;
        if (query.owner && terms.owner != *query.owner && std::ranges::find(terms.cooperating, *query.owner) == terms.cooperating.end()) continue;
        if (query.plan && (!terms.duty || terms.duty->plan != *query.plan)) continue;
        if (query.measure && (!terms.duty || terms.duty->measure != *query.measure)) continue;
        answer.decisions.push_back(shown_of(looking, seen, *decision));
    }
    sort_by_number(answer);
    return answer;
}

DecisionsAnswer answer(const Looking& looking, const MattersArisingQuery& query) {
    const Seen seen = seen_of(looking);
    DecisionsAnswer answer;
    for (const Decision* decision : seen.decisions()) {
        if (!decision->is_pending() || (query.before && decision->session >= *query.before)) continue;
        answer.decisions.push_back(shown_of(looking, seen, *decision));
    }
    sort_by_number(answer);
    return answer;
}

}  // namespace ponte::meetings
