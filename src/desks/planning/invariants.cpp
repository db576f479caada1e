#include "desks/planning/invariants.h"

#include <set>

namespace ponte::planning {

namespace {

std::optional<std::string> wrongly_confirmed(const DutyRef& duty, const Closing& closing) {
    if (!closing.confirmed) return std::nullopt;
    const DutyClosingConfirmed& confirmed = closing.confirmed->event;
    if (confirmed.decision || confirmed.side != closing.proposal.event.side) return std::nullopt;
    return "duty " + std::to_string(duty.measure) + "." + std::to_string(duty.duty) + " of " + duty.plan.value + " was confirmed by the side that proposed it";
}

// The plan or frame that a place of the lineage belongs to.
std::string vertex_of(const Node& node) { return node.duty ? "plan " + node.duty->plan.value : "frame " + node.item->frame.value; }

using Steps = std::map<std::string, std::set<std::string>>;

bool comes_back(const Steps& steps, const std::string& start) {
    std::set<std::string> seen;
    std::vector<std::string> waiting{start};
    while (!waiting.empty()) {
        const std::string at = std::move(waiting.back());
        waiting.pop_back();
        const auto next = steps.find(at);
        if (next == steps.end()) continue;
        for (const std::string& one : next->second) {
            if (one == start) return true;
            if (seen.insert(one).second) waiting.push_back(one);
        }
    }
    return false;
}

}  // namespace

std::optional<std::string> closed_plan_has_one_outcome_a_duty(const State& state, const PlanId& plan) {
    const auto closed = state.closed.find(plan);
    if (closed == state.closed.end()) return "plan " + plan.value + " is not closed";
    const YearClosed& said = closed->second.event;
    std::uint32_t confirmed = 0;
    for (auto at = state.closings.lower_bound(DutyRef{.plan = plan}); at != state.closings.end() && at->first.plan == plan; ++at) {
        if (!at->second.confirmed) continue;
        ++confirmed;
        if (auto broken = wrongly_confirmed(at->first, at->second)) return broken;
    }
    if (confirmed != said.duties || said.done + said.carried_over + said.merged + said.dropped != said.duties) {
        return "plan " + plan.value + " was closed with " + std::to_string(said.duties) + " duties, and " + std::to_string(confirmed) + " have an outcome";
    }
    return std::nullopt;
}

std::optional<std::string> adopted_lines_are_agreed_by_both(const State& state, const ListId& list) {
    const auto found = state.lists.find(list);
    if (found == state.lists.end() || !found->second.adopted) return "list " + list.value + " is not adopted";
    for (const AdoptedLine& adopted : found->second.adopted->event.lines) {
        const Line* line = found->second.line(adopted.line);
        if (line == nullptr || line->withdrawn) return "list " + list.value + " was adopted with " + adopted.line.value + ", which does not stand";
        for (const Language language : found->second.opened.required) {
            const auto text = std::ranges::find(adopted.texts, language, &AgreedText::language);
            const bool agreed = text != adopted.texts.end() && line->is_agreed(language) && line->wordings.at(language).both_stand_by(text->text);
            if (!agreed) return "list " + list.value + " was adopted while " + adopted.line.value + " was not agreed in " + std::string(name_of(language));
        }
    }
    return std::nullopt;
}

std::optional<std::string> lineage_has_no_cycle(const State& state) {
    Steps steps;
    for (const Descent& one : descents_of(known_of(state))) {
        if (one.origin.decision) continue;
        steps[vertex_of(one.child)].insert(vertex_of({.duty = one.origin.duty, .item = one.origin.frame}));
    }
    for (const auto& [start, next] : steps) {
        if (comes_back(steps, start)) return "the lineage of " + start + " comes back to itself";
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    return std::visit(
        [&](const auto& one) -> std::optional<std::string> {
            using One = std::remove_cvref_t<decltype(one)>;
            if constexpr (std::same_as<One, YearClosed>) return closed_plan_has_one_outcome_a_duty(state, one.plan);
            if constexpr (std::same_as<One, ListAdopted>) return adopted_lines_are_agreed_by_both(state, one.list);
            if constexpr (std::same_as<One, LineageLinked> || std::same_as<One, MatchConfirmed>) return lineage_has_no_cycle(state);
            if constexpr (std::same_as<One, DutyClosingConfirmed>) return wrongly_confirmed(one.duty, state.closings.at(one.duty));
            // Nothing moves on an adopted list.
            if constexpr (requires { one.list; one.line; }) {
                const auto list = state.lists.find(one.list);
                if (list != state.lists.end() && list->second.adopted) return "list " + one.list.value + " changed after it was adopted";
            }
            return std::nullopt;
        },
        event);
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [plan, closed] : state.closed) {
        if (auto broken = closed_plan_has_one_outcome_a_duty(state, plan)) return broken;
    }
    for (const auto& [id, list] : state.lists) {
        if (!list.adopted) continue;
        if (auto broken = adopted_lines_are_agreed_by_both(state, id)) return broken;
    }
    return lineage_has_no_cycle(state);
}

}  // namespace ponte::planning
