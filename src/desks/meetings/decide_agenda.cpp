// Decisions about the order of business and the papers on the table.

#include "desks/meetings/queries_proposal.h"
#include "desks/meetings/refusals.h"
#include "desks/meetings/rules.h"

namespace ponte::meetings {

using access::Role;

namespace {

constexpr std::size_t items_max = 200;

std::vector<AgendaProposed> joint_proposal(const View& view, std::uint16_t session) {
    return proposal_for_both_sides(
        {.seen = seen_by_asker(view), .plans = view.conference.plans, .reporting = view.reporting, .planning = view.planning}, session);
}

// What the item is about must be there for both sides: the agenda is a joint paper.
std::optional<Refusal> refusal_of_reference(const View& view, std::uint16_t session, const AgendaItemGiven& item, const std::string& place) {
    const Seen seen = seen_by_asker(view);
    const std::string at = place + "/reference";
    switch (item.kind) {
        case AgendaKind::opening:
        case AgendaKind::other: return std::nullopt;
        case AgendaKind::problem: {
            const Problem* problem = seen.problem(ProblemId(item.reference));
            if (problem == nullptr) return Refusal{refusals::problem_unknown, beginning_of(item.reference), at};
            if (problem->stage < Stage::released) return Refusal{refusals::problem_not_released, item.reference, at};
            if (!problem->escalated) return Refusal{refusals::not_escalated, item.reference, at};
            return std::nullopt;
        }
        case AgendaKind::review_list: {
            const ReviewList* list = seen.list(ReviewListId(item.reference));
            if (list == nullptr) return Refusal{refusals::list_unknown, beginning_of(item.reference), at};
            if (list->stage < Stage::released) return Refusal{refusals::list_not_released, item.reference, at};
            return std::nullopt;
        }
        case AgendaKind::matter_arising: {
            const Decision* decision = seen.decision(DecisionId(item.reference));
            if (decision == nullptr || decision->session >= session) return Refusal{refusals::decision_unknown, beginning_of(item.reference), at};
            return std::nullopt;
        }
        case AgendaKind::reports:
        case AgendaKind::request:
        case AgendaKind::next_list: break;
    }
    for (const AgendaProposed& one : joint_proposal(view, session)) {
        if (one.kind == item.kind && one.reference == item.reference) return std::nullopt;
    }
    return Refusal{refusals::reference_unknown, beginning_of(item.reference), at};
}

std::optional<Refusal> refusal_of_words(const AgendaItemGiven& item, const std::string& place) {
    if (item.kind == AgendaKind::other || !item.titles.empty()) return refusal_of_names(item.titles, place + "/titles");
    return std::nullopt;
}

std::optional<Refusal> refusal_of_item(const View& view, std::uint16_t session, const AgendaItemGiven& item, const std::string& place) {
    if (item.body) {
        if (auto no = refusal_of_body(view, *item.body, place + "/body")) return no;
    }
    return refusal_of_reference(view, session, item, place);
}

AgendaItemStated stated(std::uint16_t session, std::size_t number, const AgendaItemGiven& item, std::string reason) {
    return {.session = session,
            .item = static_cast<std::uint16_t>(number),
            .kind = item.kind,
            .reference = item.reference,
            .titles = item.titles,
            .body = item.body,
            .reason = std::move(reason)};
}

}  // namespace

Decided decide(const View& view, const FixAgenda& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.items.size() > items_max) return refuse(refusals::text_too_long, std::to_string(command.items.size()), "/items");
    for (std::size_t i = 0; i < command.items.size(); ++i) {
        if (auto no = refusal_of_words(command.items[i], "/items/" + std::to_string(i))) return std::unexpected(*no);
    }
    const Session* session = TRY(standing_session(view, command.session));
    if (session->held) return refuse(refusals::session_held, std::to_string(command.session), "/session");
    if (!convenes(view, *session)) return refuse(refusals::body_not_yours, session->called.event.body.value, "/session");
    if (session->agenda_fixed) return refuse(refusals::agenda_fixed, std::to_string(command.session), "/session");
    std::vector<AgendaItemGiven> items = command.items;
    if (items.empty()) {
        for (const AgendaProposed& one : joint_proposal(view, command.session)) {
            items.push_back({.kind = one.kind, .reference = one.reference, .titles = {}, .body = one.body});
        }
    }
    std::vector<Event> events{
        AgendaFixed{.session = command.session, .items = static_cast<std::uint16_t>(items.size()), .body = view.asker.body}};
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (auto no = refusal_of_item(view, command.session, items[i], "/items/" + std::to_string(i))) return std::unexpected(*no);
        events.emplace_back(stated(command.session, i + 1, items[i], ""));
    }
    return events;
}

// Either side may still bring something before the session is held, and says why it comes late.
Decided decide(const View& view, const AddAgendaItem& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, std::to_string(command.session))) return std::unexpected(*no);
    if (auto no = refusal_of_words(command.item, "/item")) return std::unexpected(*no);
    const Session* session = TRY(standing_session(view, command.session));
    if (session->held) return refuse(refusals::session_held, std::to_string(command.session), "/session");
    if (!session->agenda_fixed) return refuse(refusals::agenda_not_fixed, std::to_string(command.session), "/session");
    if (session->agenda.size() >= items_max) return refuse(refusals::text_too_long, std::to_string(session->agenda.size()), "/item");
    for (const auto& [number, one] : session->agenda) {
        const bool same = !command.item.reference.empty() && one.stated.kind == command.item.kind && one.stated.reference == command.item.reference;
        if (same) return refuse(refusals::already_recorded, std::to_string(number), "/item/reference");
    }
    if (auto no = refusal_of_item(view, command.session, command.item, "/item")) return std::unexpected(*no);
    const std::size_t number = session->agenda.empty() ? 1 : session->agenda.rbegin()->first + 1U;
    return std::vector<Event>{stated(command.session, number, command.item, command.reason)};
}

Decided decide(const View& view, const PutStandingPaper& command) {
    if (!has(view, Role::officer) && !has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_names(command.titles, "/titles")) return std::unexpected(*no);
    if (command.media_type.empty()) return refuse(refusals::text_missing, "", "/media_type");
    if (auto no = refusal_of_text(command.media_type, "/media_type")) return std::unexpected(*no);
    if (command.length == 0) return refuse(refusals::text_missing, "0", "/length");
    const Session* session = TRY(standing_session(view, command.session));
    if (session->held) return refuse(refusals::session_held, std::to_string(command.session), "/session");
    if (!session->agenda.contains(command.item)) return refuse(refusals::item_unknown, std::to_string(command.item), "/item");
    const Owner owner = TRY(owner_of(view, {}));
    if (session->papers.contains(command.paper)) return refuse(refusals::already_recorded, command.paper.to_text(), "/paper");
    return std::vector<Event>{StandingPaperPut{.session = command.session,
                                               .item = command.item,
                                               .paper = command.paper,
                                               .length = command.length,
                                               .media_type = command.media_type,
                                               .titles = command.titles,
                                               .language = command.language,
                                               .body = owner.body,
                                               .side = owner.side,
                                               .blind = blind(view)}};
}

Decided decide(const View& view, const MoveStandingPaper& command) {
    const bool signs = command.stage == Stage::signed_off;
    if (!has(view, signs ? Role::head : Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.stage == Stage::internal) return refuse(refusals::stage_does_not_go_back, "internal", "/stage");
    const Session* session = TRY(standing_session(view, command.session));
    const auto found = session->papers.find(command.paper);
    const bool seen = found != session->papers.end() &&
                      access::sees(sight_of(view.asker), found->second.stage, found->second.put.event.body, found->second.put.event.side);
    if (!seen) return refuse(refusals::paper_unknown, command.paper.to_text(), "/paper");
    const StandingPaper& paper = found->second;
    const StandingPaperPut& put = paper.put.event;
    if (signs ? put.body != view.asker.body : !is_secretariat_of(view, put.side)) return refuse(refusals::body_not_yours, put.body.value, "/paper");
    if (!signs && paper.stage == Stage::internal) return refuse(refusals::not_signed_off, command.paper.to_text(), "/paper");
    if (command.stage <= paper.stage) return refuse(refusals::stage_does_not_go_back, std::string(name_of(paper.stage)), "/stage");
    if (signs && paper.put.by == view.asker.person) return refuse(refusals::signs_off_own_record, view.asker.person.value, "/paper");
    return std::vector<Event>{StandingPaperMoved{.session = command.session,
                                                 .paper = command.paper,
                                                 .stage = command.stage,
                                                 .asserted = view.asker.asserted,
                                                 .blind = blind(view)}};
}

}  // namespace ponte::meetings
