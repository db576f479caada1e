#include "desks/meetings/queries_proposal.h"


#include <algorithm>

namespace ponte::meetings {

namespace {

const conference::Plan* newest(const std::map<PlanId, conference::Plan>& plans) {
    const conference::Plan* found = nullptr;
    for (const auto& [id, plan] : plans) {
        if (found == nullptr || plan.imported.year >= found->imported.year) found = &plan;
    }
    return found;
}

// The area's title in every language in which it was stated.
Names area_titles(const conference::Plan& plan, std::size_t index) {
    Names titles;
    const auto put = [&](Language language, const std::string& text) {
        switch (language) {
            case Language::zh_hant: titles.zh_hant = text; break;
            case Language::zh_hans: titles.zh_hans = text; break;
            case Language::pt: titles.pt = text; break;
            case Language::en: titles.en = text; break;
        }
    };
    put(plan.imported.language, plan.imported.areas[index].title);
    for (const auto& [language, translation] : plan.titles) {
        if (index < translation.stated.parts.size()) put(language, translation.stated.parts[index]);
    }
    return titles;
}

void add_reports(std::vector<AgendaProposed>& items, const conference::Plan* plan) {
    if (plan == nullptr) return;
    for (std::size_t i = 0; i < plan->imported.areas.size(); ++i) {
        items.push_back({.kind = AgendaKind::reports,
                         .reference = plan->imported.plan.value + "/" + std::to_string(plan->imported.areas[i].number),
                         .about = area_titles(*plan, i),
                         .entry = plan->sequence});
    }
}

void add_matters_arising(std::vector<AgendaProposed>& items, const Seen& seen, std::uint16_t session) {
    std::vector<const Decision*> pending;
    for (const Decision* one : seen.decisions()) {
        if (one->is_pending() && one->session < session) pending.push_back(one);
    }
    std::ranges::sort(pending, {}, [](const Decision* one) { return std::tuple(one->session, one->id.value.size(), one->id); });
    for (const Decision* one : pending) {
        items.push_back({.kind = AgendaKind::matter_arising,
                         .reference = one->id.value,
                         .about = one->texts,
                         .body = one->terms.owner,
                         .entry = one->stated});
    }
}

void add_problems(std::vector<AgendaProposed>& items, const Seen& seen) {
    std::vector<const Problem*> escalated;
    for (const Problem* one : seen.problems()) {
        if (one->escalated && one->is_open()) escalated.push_back(one);
    }
    std::ranges::sort(escalated, {}, [](const Problem* one) {
        return std::tuple(-static_cast<int>(one->raised.event.severity), one->due.value_or(dates::last), one->raised.sequence);
    });
    for (const Problem* one : escalated) {
        items.push_back({.kind = AgendaKind::problem,
                         .reference = one->id().value,
                         .about = one->raised.event.titles,
                         .body = one->settling ? one->settling : one->raised.event.body,
                         .entry = one->raised.sequence,
                         .own_side_only = one->stage < Stage::released});
    }
}

// Of the newest plan; earlier ones were reviewed with theirs.
void add_lists(std::vector<AgendaProposed>& items, const Seen& seen, const conference::Plan* plan) {
    for (const ReviewList* one : seen.lists()) {
        if (plan == nullptr || one->titled.event.plan != plan->imported.plan) continue;
        items.push_back({.kind = AgendaKind::review_list,
                         .reference = one->titled.event.list.value,
                         .about = one->titled.event.titles,
                         .body = one->titled.event.body,
                         .entry = one->titled.sequence,
                         .own_side_only = one->stage < Stage::released});
    }
}

// Requests for reports that were escalated and are still unanswered. One that went to a body of the other side
// is known to both; one that stayed on a side is that side's own.
void add_requests(std::vector<AgendaProposed>& items, const Seen& seen, const reporting::Known& known) {
    for (const reporting::OpenEscalation& one : reporting::open_escalations(known)) {
        const bool own_side_only = one.escalation.to_side == one.side;
        const access::Sight& reader = seen.reader();
        if (own_side_only && !reader.auditor && reader.side != one.side) continue;
        std::string reference = one.round.value + "/" + one.body.value;
        const auto same = std::ranges::find_if(items, [&](const AgendaProposed& item) { return item.kind == AgendaKind::request && item.reference == reference; });
        if (same != items.end()) {
            same->own_side_only = same->own_side_only && own_side_only;
            continue;
        }
        items.push_back({.kind = AgendaKind::request,
                         .reference = std::move(reference),
                         .about = {},
                         .body = one.body,
                         .entry = one.escalation.sequence,
                         .own_side_only = own_side_only});
    }
}

// Next year's list, while the two sides are still wording it.
void add_next_lists(std::vector<AgendaProposed>& items, const planning::Known& known) {
    for (const auto& [id, list] : known.lists) {
        if (list.adopted) continue;
        items.push_back({.kind = AgendaKind::next_list, .reference = id.value, .about = {}, .body = {}, .entry = list.sequence});
    }
}

}  // namespace

std::vector<AgendaProposed> proposal_for(const Business& business, std::uint16_t session) {
    std::vector<AgendaProposed> items{{.kind = AgendaKind::opening}};
    const conference::Plan* plan = newest(business.plans);
    add_reports(items, plan);
    add_matters_arising(items, business.seen, session);
    add_problems(items, business.seen);
    add_requests(items, business.seen, business.reporting);
    add_lists(items, business.seen, plan);
    add_next_lists(items, business.planning);
    return items;
}

std::vector<AgendaProposed> proposal_for_both_sides(const Business& business, std::uint16_t session) {
    std::vector<AgendaProposed> items = proposal_for(business, session);
    std::erase_if(items, [](const AgendaProposed& one) { return one.own_side_only; });
    return items;
}

}  // namespace ponte::meetings
