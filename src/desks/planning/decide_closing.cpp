// Decisions about how a year's duties ended: one side proposes, the other or the conference confirms.

#include "desks/planning/decide.h"
#include "desks/planning/rules.h"

namespace ponte::planning {

namespace {

// The plan and measure that a paper is about, by the series it stands in.
struct About {
    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;  // 0: the measure as a whole
};

About about(const View& view, const conference::Item& item) {
    const conference::Series& series = view.conference.series[item.series];
    if (!item.is_action) {
        const auto indicator = view.conference.indicators.find(series.observations[item.place].indicator);
        const conference::IndicatorDefined& definition = indicator->second.definition;
        return {.plan = definition.plan, .measure = definition.measure, .duty = definition.duty};
    }
    const conference::ActionRecorded& action = series.actions[item.place];
    return {.plan = action.plan, .measure = action.measure, .duty = action.duty};
}

bool is_about(const About& paper, const DutyRef& duty) {
    return paper.plan == duty.plan && paper.measure == duty.measure && (paper.duty == 0 || paper.duty == duty.duty);
}

// Evidence is shown to both sides: a paper that was not released to the other one is none yet. To someone
// who may not see the paper it does not exist.
std::optional<Refusal> refusal_of_item(const View& view, const ItemId& id, const DutyRef& duty, const std::string& place) {
    const conference::Item* found = view.conference.items.find(id);
    const access::Sight sight{.body = view.asker.body, .side = view.asker.side};
    if (found == nullptr || !access::sees(sight, found->life().stage, found->body, found->side)) {
        return Refusal{refusals::evidence_unknown, beginning_of(id.value), place + "/item"};
    }
    const conference::Item& item = *found;
    const conference::Life life = item.life();
    if (!is_about(about(view, item), duty)) return Refusal{refusals::evidence_of_other_measure, id.value, place + "/item"};
    if (life.stage < access::Stage::released) return Refusal{refusals::evidence_not_released, id.value, place + "/item"};
    if (life.withdrawn != nullptr) return Refusal{refusals::evidence_withdrawn, id.value, place + "/item"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_evidence(const View& view, const Evidence& evidence, const DutyRef& duty, const std::string& place) {
    if (evidence.item) return refusal_of_item(view, *evidence.item, duty, place);
    if (evidence.decision) {
        if (decision_stands(view.meetings, *evidence.decision)) return std::nullopt;
        return Refusal{refusals::decision_unknown, beginning_of(*evidence.decision), place + "/decision"};
    }
    const auto found = view.conference.milestones.find(*evidence.milestone);
    if (found == view.conference.milestones.end()) {
        return Refusal{refusals::evidence_unknown, beginning_of(evidence.milestone->value), place + "/milestone"};
    }
    const conference::MilestoneSet& set = found->second.set;
    if (!is_about({.plan = set.plan, .measure = set.measure, .duty = set.duty}, duty)) {
        return Refusal{refusals::evidence_of_other_measure, evidence.milestone->value, place + "/milestone"};
    }
    if (!found->second.reached) return Refusal{refusals::milestone_not_reached, evidence.milestone->value, place + "/milestone"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_target(const View& view, const Target& target, const DutyRef& duty) {
    if (target.duty) {
        if (target.duty->plan != duty.plan) return Refusal{refusals::duty_unknown, number_of(*target.duty), "/target/duty"};
        if (auto no = refusal_of_duty(view.conference, *target.duty, false, "/target/duty")) return no;
        // Followed to its end, the way of a merged duty must not come back.
        DutyRef at = *target.duty;
        for (;;) {
            if (at == duty) return Refusal{refusals::merged_in_a_circle, number_of(*target.duty), "/target/duty"};
            const auto next = view.planning.closings.find(at);
            if (next == view.planning.closings.end()) return std::nullopt;
            const auto& onward = next->second.proposal.event.target;
            if (!onward || !onward->duty) return std::nullopt;
            at = *onward->duty;
        }
    }
    const auto list = view.planning.lists.find(target.line->list);
    if (list == view.planning.lists.end()) return Refusal{refusals::list_unknown, beginning_of(target.line->list.value), "/target/line/list"};
    if (list->second.opened.from_plan != duty.plan) return Refusal{refusals::list_of_other_plan, target.line->list.value, "/target/line/list"};
    const Line* line = list->second.line(target.line->line);
    if (line == nullptr || line->added.kind != LineKind::measure) {
        return Refusal{refusals::line_unknown, beginning_of(target.line->line.value), "/target/line/line"};
    }
    if (line->withdrawn) return Refusal{refusals::line_withdrawn, target.line->line.value, "/target/line/line"};
    return std::nullopt;
}

// What the command says by itself: an outcome needs what it needs.
std::optional<Refusal> refusal_of_shape(const CloseDuty& command, const std::string& reason) {
    const bool goes_on = command.outcome == DutyOutcome::carried_over || command.outcome == DutyOutcome::merged;
    if (command.outcome == DutyOutcome::done && command.evidence.empty()) return Refusal{refusals::evidence_missing, "", "/evidence"};
    for (std::size_t i = 0; i < command.evidence.size(); ++i) {
        const Evidence& one = command.evidence[i];
        if (one.item.has_value() + one.milestone.has_value() + one.decision.has_value() != 1) {
            return Refusal{refusals::one_of_several, "item, milestone, decision", "/evidence/" + std::to_string(i)};
        }
    }
    if (goes_on && !command.target) return Refusal{refusals::target_missing, std::string(name_of(command.outcome)), "/target"};
    if (command.target) {
        const Target& target = *command.target;
        const bool one = target.line.has_value() != target.duty.has_value();
        // What is carried over stands on the next list; only what is merged can end in a duty beside it.
        if (!goes_on || !one || (command.outcome == DutyOutcome::carried_over && target.duty)) {
            return Refusal{refusals::one_of_several, std::string(name_of(command.outcome)), "/target"};
        }
    }
    if (command.outcome == DutyOutcome::dropped && reason.empty()) return Refusal{refusals::reason_missing, "", "/reason"};
    return refusal_of_text(reason, "/reason");
}

Outcome<const Closing*> pending(const View& view, const DutyRef& duty, std::uint64_t proposal, const std::string& place) {
    if (view.planning.closed.contains(duty.plan)) return refuse(refusals::year_closed, duty.plan.value, "/plan");
    const auto found = view.planning.closings.find(duty);
    if (found == view.planning.closings.end()) return refuse(refusals::no_closing_proposed, number_of(duty), place);
    if (found->second.confirmed) return refuse(refusals::already_closed, number_of(duty), place);
    if (found->second.proposal.sequence != proposal) {
        return refuse(refusals::proposal_moved_on, std::to_string(found->second.proposal.sequence), place + "/proposal");
    }
    return &found->second;
}

std::optional<Refusal> refusal_of_standing(const View& view, const Closing& closing, const DutyRef& duty, const std::string& place) {
    const DutyClosingProposed& proposal = closing.proposal.event;
    for (const Evidence& one : proposal.evidence) {
        if (auto no = refusal_of_evidence(view, one, duty, place)) return no;
    }
    return proposal.target ? refusal_of_target(view, *proposal.target, duty) : std::nullopt;
}

// Duties that now go on in a list already adopted, by themselves or through those that were merged before
// them, are one more origin each of the adopted measure.
std::vector<Event> late_links(const View& view, const std::set<DutyRef>& confirmed) {
    const Known known = known_of(view.planning);
    std::vector<Event> events;
    for (const auto& [duty, closing] : known.closings) {
        const auto reached = line_reached_by(known, duty, confirmed);
        if (!reached || line_reached_by(known, duty)) continue;
        const List& list = known.lists.at(reached->list);
        if (!list.adopted) continue;
        const auto line = std::ranges::find(list.adopted->event.lines, reached->line, &AdoptedLine::line);
        if (line == list.adopted->event.lines.end()) continue;
        Origin origin;
        origin.duty = duty;
        const DutyRef child{.plan = list.adopted->event.plan, .measure = line->number, .duty = 0};
        std::ranges::move(links_to(known, child, {origin}, scope_of(list.opened.list)), std::back_inserter(events));
    }
    return events;
}

}  // namespace

bool decision_stands(const meetings::Known& meetings, const std::string& decision) {
    const auto found = meetings.decisions.find(meetings::DecisionId(decision));
    if (found == meetings.decisions.end()) return false;
    switch (found->second.state()) {
        case meetings::DecisionState::active:
        case meetings::DecisionState::carried_out: return true;
        case meetings::DecisionState::proposed:
        case meetings::DecisionState::superseded:
        case meetings::DecisionState::lapsed: return false;
    }
    return false;
}

std::optional<LineRef> line_reached_by(const Known& known, DutyRef duty, const std::set<DutyRef>& also) {
    for (std::size_t step = 0; step <= known.closings.size(); ++step) {
        const auto found = known.closings.find(duty);
        if (found == known.closings.end() || !(found->second.confirmed || also.contains(duty))) return std::nullopt;
        const auto& target = found->second.proposal.event.target;
        if (!target) return std::nullopt;
        if (target->line) return target->line;
        duty = *target->duty;
    }
    return std::nullopt;
}

std::vector<Origin> origins_of(const Known& known, const LineRef& line) {
    std::vector<Origin> origins;
    const auto list = known.lists.find(line.list);
    if (list == known.lists.end()) return origins;
    if (const Line* found = list->second.line(line.line)) origins = found->added.origins;
    for (const auto& [duty, closing] : known.closings) {
        if (line_reached_by(known, duty) != line) continue;
        Origin origin;
        origin.duty = duty;
        if (std::ranges::find(origins, origin) == origins.end()) origins.push_back(std::move(origin));
    }
    return origins;
}

Decision decide(const View& view, const CloseDuty& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const std::string reason = nfc(command.reason.value_or(""));
    if (auto no = refusal_of_shape(command, reason)) return std::unexpected(*std::move(no));
    const DutyRef duty{.plan = command.plan, .measure = command.measure, .duty = command.duty};
    if (auto no = refusal_of_duty(view.conference, duty, false, "")) return std::unexpected(*std::move(no));
    if (view.planning.closed.contains(command.plan)) return refuse(refusals::year_closed, command.plan.value, "/plan");
    const auto known = view.planning.closings.find(duty);
    if (known != view.planning.closings.end() && known->second.confirmed) return refuse(refusals::already_closed, number_of(duty), "/duty");
    for (std::size_t i = 0; i < command.evidence.size(); ++i) {
        auto no = refusal_of_evidence(view, command.evidence[i], duty, "/evidence/" + std::to_string(i));
        if (no) return std::unexpected(*std::move(no));
    }
    if (command.target) {
        if (auto no = refusal_of_target(view, *command.target, duty)) return std::unexpected(*std::move(no));
    }
    return std::vector<Event>{DutyClosingProposed{.duty = duty,
                                                  .outcome = command.outcome,
                                                  .evidence = command.evidence,
                                                  .target = command.target,
                                                  .reason = reason,
                                                  .body = view.asker.body,
                                                  .side = view.asker.side,
                                                  .blind = blind(view, 0)}};
}

Decision decide(const View& view, const ConfirmClosing& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    if (command.closings.empty()) return refuse(refusals::no_closing_proposed, "", "/closings");
    if (plan_of(view.conference, command.plan) == nullptr) return refuse(refusals::plan_unknown, beginning_of(command.plan.value), "/plan");
    if (command.decision && !decision_stands(view.meetings, *command.decision)) {
        return refuse(refusals::decision_unknown, beginning_of(*command.decision), "/decision");
    }
    std::vector<Event> events;
    std::set<DutyRef> named;
    for (std::size_t i = 0; i < command.closings.size(); ++i) {
        const ClosingNamed& one = command.closings[i];
        const std::string place = "/closings/" + std::to_string(i);
        const DutyRef duty{.plan = command.plan, .measure = one.measure, .duty = one.duty};
        const Closing* closing = TRY(pending(view, duty, one.proposal, place));
        if (!named.insert(duty).second) return refuse(refusals::already_closed, number_of(duty), place);
        if (!command.decision && closing->proposal.event.side == view.asker.side) {
            return refuse(refusals::confirms_own_proposal, number_of(duty), place);
        }
        if (auto no = refusal_of_standing(view, *closing, duty, place)) return std::unexpected(*std::move(no));
        events.emplace_back(DutyClosingConfirmed{.duty = duty,
                                                 .proposal = one.proposal,
                                                 .decision = command.decision,
                                                 .body = view.asker.body,
                                                 .side = view.asker.side,
                                                 .asserted = view.asker.asserted,
                                                 .blind = blind(view, static_cast<std::uint32_t>(events.size()))});
    }
    std::ranges::move(late_links(view, named), std::back_inserter(events));
    return events;
}

Decision decide(const View& view, const QuestionClosing& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const std::string reason = nfc(command.reason);
    if (reason.empty()) return refuse(refusals::reason_missing, "", "/reason");
    if (auto no = refusal_of_text(reason, "/reason")) return std::unexpected(*std::move(no));
    const DutyRef duty{.plan = command.plan, .measure = command.measure, .duty = command.duty};
    if (auto no = refusal_of_duty(view.conference, duty, false, "")) return std::unexpected(*std::move(no));
    const Closing* closing = TRY(pending(view, duty, command.proposal, ""));
    if (closing->proposal.event.side == view.asker.side) return refuse(refusals::confirms_own_proposal, number_of(duty), "/duty");
    return std::vector<Event>{DutyClosingQuestioned{.duty = duty,
                                                    .proposal = command.proposal,
                                                    .reason = reason,
                                                    .body = view.asker.body,
                                                    .side = view.asker.side,
                                                    .blind = blind(view, 0)}};
}

Decision decide(const View& view, const CloseYear& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const conference::Plan* plan = plan_of(view.conference, command.plan);
    if (plan == nullptr) return refuse(refusals::plan_unknown, beginning_of(command.plan.value), "/plan");
    if (view.planning.closed.contains(command.plan)) return refuse(refusals::year_closed, command.plan.value, "/plan");
    YearClosed closed{.plan = command.plan, .duties = 0, .done = 0, .carried_over = 0, .merged = 0, .dropped = 0, .blind = blind(view, 0)};
    std::string lacking;
    std::uint32_t missing = 0;
    std::optional<Refusal> fallen;
    for (const auto& [number, measure] : plan->measures) {
        if (measure.dropped) continue;
        for (std::uint16_t i = 1; i <= measure.now().duties.size(); ++i) {
            const DutyRef duty{.plan = command.plan, .measure = number, .duty = i};
            const auto found = view.planning.closings.find(duty);
            ++closed.duties;
            if (found == view.planning.closings.end() || !found->second.confirmed) {
                lacking += (missing++ == 0 ? "" : ", ") + number_of(duty);
                continue;
            }
            // What was confirmed may have lost its ground since.
            if (!fallen) fallen = refusal_of_standing(view, found->second, duty, "/" + number_of(duty));
            switch (found->second.proposal.event.outcome) {
                case DutyOutcome::done: ++closed.done; break;
                case DutyOutcome::carried_over: ++closed.carried_over; break;
                case DutyOutcome::merged: ++closed.merged; break;
                case DutyOutcome::dropped: ++closed.dropped; break;
            }
        }
    }
    if (missing > 0) return refuse(refusals::duties_without_outcome, lacking);
    if (fallen) return std::unexpected(*std::move(fallen));
    return std::vector<Event>{closed};
}

}  // namespace ponte::planning
