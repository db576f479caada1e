#include "desks/meetings/seen.h"

namespace ponte::meetings {

using access::sees;

const Problem* Seen::problem(const ProblemId& id) const {
    const auto found = known_.problems.find(id);
    if (found == known_.problems.end()) return nullptr;
    const ProblemRaised& raised = found->second.raised.event;
    return sees(reader_, found->second.stage, raised.body, raised.side) ? &found->second : nullptr;
}

std::vector<const Problem*> Seen::problems() const {
    std::vector<const Problem*> seen;
    for (const auto& [id, unused] : known_.problems) {
        if (const Problem* one = problem(id)) seen.push_back(one);
    }
    return seen;
}

bool Seen::may_see_reason(const Problem& problem, Stage stage_then) const {
    return sees(reader_, stage_then, problem.raised.event.body, problem.raised.event.side);
}

const ReviewList* Seen::list(const ReviewListId& id) const {
    const auto found = known_.lists.find(id);
    if (found == known_.lists.end()) return nullptr;
    const ReviewListTitled& titled = found->second.titled.event;
    return sees(reader_, found->second.stage, titled.body, titled.side) ? &found->second : nullptr;
}

std::vector<const ReviewList*> Seen::lists() const {
    std::vector<const ReviewList*> seen;
    for (const auto& [id, unused] : known_.lists) {
        if (const ReviewList* one = list(id)) seen.push_back(one);
    }
    return seen;
}

std::vector<const StandingPaper*> Seen::papers(std::uint16_t number) const {
    std::vector<const StandingPaper*> seen;
    const Session* of = session(number);
    if (of == nullptr) return seen;
    for (const auto& [digest, paper] : of->papers) {
        if (sees(reader_, paper.stage, paper.put.event.body, paper.put.event.side)) seen.push_back(&paper);
    }
    return seen;
}

bool Seen::is_of_a_side() const { return reader_.auditor || (reader_.side && *reader_.side != Side::other); }

const Session* Seen::session(std::uint16_t number) const {
    const auto found = known_.sessions.find(number);
    if (found == known_.sessions.end()) return nullptr;
    return is_of_a_side() || found->second.held ? &found->second : nullptr;
}

std::vector<const Session*> Seen::sessions() const {
    std::vector<const Session*> seen;
    for (const auto& [number, unused] : known_.sessions) {
        if (const Session* one = session(number)) seen.push_back(one);
    }
    return seen;
}

const Decision* Seen::decision(const DecisionId& id) const {
    const auto found = known_.decisions.find(id);
    if (found == known_.decisions.end()) return nullptr;
    return is_of_a_side() || found->second.published ? &found->second : nullptr;
}

std::vector<const Decision*> Seen::decisions() const {
    std::vector<const Decision*> seen;
    for (const auto& [id, unused] : known_.decisions) {
        if (const Decision* one = decision(id)) seen.push_back(one);
    }
    return seen;
}

bool Seen::may_see(const Minutes& minutes, const MinutesVersion& version) const {
    if (reader_.auditor) return true;
    if (minutes.sealed && minutes.is_published() && minutes.sealed->event.version == version.drafted.event.version) return true;
    if (!is_of_a_side()) return false;
    return version.circulated || *reader_.side == minutes.side;
}

const Minutes* Seen::minutes(const MinutesOf& of) const {
    const auto found = known_.minutes.find(of);
    if (found == known_.minutes.end()) return nullptr;
    for (const MinutesVersion& version : found->second.versions) {
        if (may_see(found->second, version)) return &found->second;
    }
    // That a correction was opened, and why, is told to both sides; its drafts are not.
    return found->second.opened && is_of_a_side() ? &found->second : nullptr;
}

std::vector<std::pair<MinutesOf, const Minutes*>> Seen::minutes_of(std::uint16_t session) const {
    std::vector<std::pair<MinutesOf, const Minutes*>> seen;
    for (auto at = known_.minutes.lower_bound({.session = session}); at != known_.minutes.end() && at->first.session == session; ++at) {
        if (const Minutes* one = minutes(at->first)) seen.emplace_back(at->first, one);
    }
    return seen;
}

std::vector<const MinutesVersion*> Seen::versions(const MinutesOf& of) const {
    std::vector<const MinutesVersion*> seen;
    const Minutes* its = minutes(of);
    if (its == nullptr) return seen;
    for (const MinutesVersion& one : its->versions) {
        if (may_see(*its, one)) seen.push_back(&one);
    }
    return seen;
}

const MinutesVersion* Seen::version(const MinutesOf& of) const {
    const Minutes* its = minutes(of);
    const auto all = versions(of);
    if (its == nullptr || all.empty()) return nullptr;
    if (its->sealed) return &its->versions[its->sealed->event.version - 1U];
    return all.back();
}

bool Seen::may_see(const Minutes&, const Comment& comment) const {
    const MinutesCommented& made = comment.made.event;
    return sees(reader_, comment.released != 0 ? Stage::released : Stage::signed_off, made.body, made.side);
}

std::vector<const Comment*> Seen::comments(const MinutesOf& of) const {
    std::vector<const Comment*> seen;
    const Minutes* its = minutes(of);
    if (its == nullptr) return seen;
    for (const auto& [id, comment] : its->comments) {
        if (may_see(*its, comment)) seen.push_back(&comment);
    }
    return seen;
}

}  // namespace ponte::meetings
