#include "desks/stay/state.h"

#include "base/check.h"

namespace ponte::stay {

const Snapshot* State::snapshot_on(Date day) const {
    const auto after = snapshot_from.upper_bound(day);
    if (after == snapshot_from.begin()) return nullptr;
    const auto found = snapshots.find(std::prev(after)->second);
    return found == snapshots.end() ? nullptr : &found->second;
}

namespace {

void index(State& state, const Rule& rule) {
    std::vector<RuleId>& ids = state.rules_of[rule.document];
    const auto at = std::ranges::lower_bound(ids, rule.rule);
    if (at == ids.end() || *at != rule.rule) ids.insert(at, rule.rule);
}

void unindex(State& state, const Rule& rule) {
    const auto of = state.rules_of.find(rule.document);
    if (of == state.rules_of.end()) return;
    std::erase(of->second, rule.rule);
    if (of->second.empty()) state.rules_of.erase(of);
}

}  // namespace

void evolve(State& state, const SnapshotOpened& event, const Recorded& recorded) {
    state.snapshots[event.snapshot] = Snapshot{.opened = event, .sequence = recorded.sequence, .lines = {}};
    state.snapshot_from[event.from] = event.snapshot;
}

void evolve(State& state, const BaseRecorded& event, const Recorded&) {
    const auto snapshot = state.snapshots.find(event.snapshot);
    CHECK(snapshot != state.snapshots.end());
    snapshot->second.lines[event.passport] = event.cells;
}

void evolve(State& state, const RuleEnacted& event, const Recorded& recorded) {
    state.rules[event.rule.rule] = KnownRule{.rule = event.rule, .sequence = recorded.sequence, .ended = {}, .corrections = {}};
    index(state, event.rule);
}

void evolve(State& state, const RuleEnded& event, const Recorded&) {
    const auto known = state.rules.find(event.rule);
    CHECK(known != state.rules.end());
    known->second.rule.validity.to = Period{event.last, event.last};
    known->second.rule.validity.to_unknown = false;
    known->second.ended = event;
}

void evolve(State& state, const RuleCorrected& event, const Recorded& recorded) {
    const auto known = state.rules.find(event.rule.rule);
    CHECK(known != state.rules.end());
    unindex(state, known->second.rule);
    known->second.corrections.push_back({.was = known->second.rule, .reason = event.reason, .sequence = recorded.sequence});
    known->second.rule = event.rule;
    index(state, event.rule);
}

void evolve(State& state, const ZoneDefined& event, const Recorded& recorded) {
    state.zones[event.zone] = Zone{.defined = event, .sequence = recorded.sequence, .members = {}};
}

void evolve(State& state, const ZoneMemberDated& event, const Recorded&) {
    const auto zone = state.zones.find(event.zone);
    CHECK(zone != state.zones.end());
    for (ZoneMemberDated& one : zone->second.members) {
        if (one.member == event.member && one.validity.from == event.validity.from) {
            one = event;
            return;
        }
    }
    zone->second.members.push_back(event);
}

void evolve(State& state, const WeightsSet& event, const Recorded&) {
    state.weights = event.weights;
    state.weights_reason = event.reason;
}

}  // namespace ponte::stay
