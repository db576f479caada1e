#include "desks/meetings/invariants.h"

namespace ponte::meetings {

std::optional<std::string> problem_went_its_way(const State& state, const ProblemId& id) {
    const auto found = state.problems.find(id);
    if (found == state.problems.end()) return "problem " + id.value + " is unknown";
    const Problem& problem = found->second;
    if (problem.stage != Stage::internal && !problem.signed_off_by) return "problem " + id.value + " went out unsigned";
    if (problem.signed_off_by && *problem.signed_off_by == problem.raised.by) return "problem " + id.value + " was signed off by who raised it";
    if (problem.escalated && problem.stage == Stage::internal) return "problem " + id.value + " was escalated from inside its body";
    if (problem.settled) {
        const ProblemSettled& settled = problem.settled->event;
        const bool evidenced = settled.decision || settled.item || settled.paper || !settled.source.empty();
        if (!evidenced || settled.reason.empty()) return "problem " + id.value + " was settled on nothing";
        if ((settled.by == SettledBy::conference) != settled.decision.has_value()) return "problem " + id.value + " does not say who settled it";
    }
    return std::nullopt;
}

std::optional<std::string> approvals_are_of_these_lines(const State& state, const MinutesOf& of) {
    const auto found = state.minutes.find(of);
    const std::string which = std::to_string(of.session) + "/" + std::to_string(of.correction);
    if (found == state.minutes.end()) return "minutes " + which + " are unknown";
    const Minutes& minutes = found->second;
    for (const MinutesVersion& version : minutes.versions) {
        if (digest_of_lines(of, version.lines) != version.drafted.event.digest) return "minutes " + which + " have other lines than their digest";
    }
    for (const auto& approval : minutes.approvals) {
        const std::size_t number = approval.event.version;
        if (number == 0 || number > minutes.versions.size()) return "minutes " + which + " were approved in a version that is not there";
        const MinutesVersion& version = minutes.versions[number - 1];
        if (!version.circulated) return "minutes " + which + " were approved before they circulated";
        if (approval.event.digest != version.drafted.event.digest) return "minutes " + which + " were approved with another digest";
    }
    return std::nullopt;
}

std::optional<std::string> sealed_minutes_are_closed(const State& state, const MinutesOf& of) {
    const auto found = state.minutes.find(of);
    if (found == state.minutes.end() || !found->second.sealed) return std::nullopt;
    const Minutes& minutes = found->second;
    const MinutesSealed& sealed = minutes.sealed->event;
    const std::string which = std::to_string(of.session) + "/" + std::to_string(of.correction);
    std::uint64_t sides = 0;
    for (const Side side : {Side::macao, Side::mainland}) {
        const auto* approval = minutes.approval_of(side);
        if (approval == nullptr) continue;
        sides += approval->event.digest == sealed.digest && approval->sequence < sealed.size ? 1U : 0U;
    }
    if (sides != 2) return "minutes " + which + " were sealed without both sides' approval before the checkpoint";
    if (sealed.size > minutes.sealed->sequence) return "minutes " + which + " were sealed at a checkpoint that is to come";
    for (const MinutesVersion& version : minutes.versions) {
        if (version.drafted.sequence > minutes.sealed->sequence) return "minutes " + which + " were drafted after they were sealed";
    }
    return std::nullopt;
}

namespace {

std::optional<std::string> minutes_are_sound(const State& state, const MinutesOf& of) {
    if (auto broken = approvals_are_of_these_lines(state, of)) return broken;
    return sealed_minutes_are_closed(state, of);
}

}  // namespace

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    return std::visit(
        [&](const auto& one) -> std::optional<std::string> {
            using One = std::remove_cvref_t<decltype(one)>;
            if constexpr (std::same_as<One, MinutesLineStated>) {
                return std::nullopt;  // Its run's head has been looked at with all of its lines.
            } else if constexpr (requires { one.correction; }) {
                return minutes_are_sound(state, {.session = one.session, .correction = one.correction});
            } else if constexpr (requires { one.problem; }) {
                return problem_went_its_way(state, one.problem);
            } else {
                return std::nullopt;
            }
        },
        event);
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [id, problem] : state.problems) {
        if (auto broken = problem_went_its_way(state, id)) return broken;
    }
    for (const auto& [of, minutes] : state.minutes) {
        if (auto broken = minutes_are_sound(state, of)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::meetings
