#include "desks/stay/invariants.h"

namespace ponte::stay {

std::optional<std::string> cells_stand_in_order(const Snapshot& snapshot, const JurisdictionId& passport) {
    const auto line = snapshot.lines.find(passport);
    if (line == snapshot.lines.end()) return "a line of " + passport.value + " was recorded and is not kept";
    const std::vector<Cell>& cells = line->second;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].destination == passport) return passport.value + " has a cell of itself";
        if (i > 0 && !(cells[i - 1].destination < cells[i].destination)) return passport.value + " has cells out of order at " + cells[i].destination.value;
    }
    return std::nullopt;
}

std::optional<std::string> rule_is_found_by_its_document(const State& state, const RuleId& rule) {
    const KnownRule* known = state.find(rule);
    if (known == nullptr) return rule.value + " was recorded and is not kept";
    if (known->rule.place.has_value() == known->rule.zone.has_value()) return rule.value + " has not one destination";
    for (const auto& [document, ids] : state.rules_of) {
        if (std::ranges::binary_search(ids, rule) != (document == known->rule.document)) return rule.value + " is not found by its document";
    }
    if (!state.rules_of.contains(known->rule.document)) return rule.value + " is not found at all";
    return std::nullopt;
}

std::optional<std::string> members_belong_once(const Zone& zone) {
    for (std::size_t i = 0; i < zone.members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (zone.members[i].member == zone.members[j].member && overlap(zone.members[i].validity, zone.members[j].validity) == Answer::yes) {
                return zone.members[i].member.value + " belongs to " + zone.defined.zone.value + " twice on one day";
            }
        }
    }
    return std::nullopt;
}

namespace {

struct Touched {
    const State& state;

    std::optional<std::string> operator()(const SnapshotOpened& event) const {
        const auto from = state.snapshot_from.find(event.from);
        if (from == state.snapshot_from.end() || from->second != event.snapshot) return event.snapshot.value + " is not found by its day";
        return std::nullopt;
    }
    std::optional<std::string> operator()(const BaseRecorded& event) const {
        return cells_stand_in_order(state.snapshots.at(event.snapshot), event.passport);
    }
    std::optional<std::string> operator()(const RuleEnacted& event) const { return rule_is_found_by_its_document(state, event.rule.rule); }
    std::optional<std::string> operator()(const RuleEnded& event) const { return rule_is_found_by_its_document(state, event.rule); }
    std::optional<std::string> operator()(const RuleCorrected& event) const { return rule_is_found_by_its_document(state, event.rule.rule); }
    std::optional<std::string> operator()(const ZoneDefined& event) const { return members_belong_once(state.zones.at(event.zone)); }
    std::optional<std::string> operator()(const ZoneMemberDated& event) const { return members_belong_once(state.zones.at(event.zone)); }
    std::optional<std::string> operator()(const WeightsSet&) const { return std::nullopt; }
};

}  // namespace

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) { return std::visit(Touched{state}, event); }

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [id, snapshot] : state.snapshots) {
        if (!state.snapshot_from.contains(snapshot.opened.from)) return id.value + " is not found by its day";
        for (const auto& [passport, cells] : snapshot.lines) {
            if (auto broken = cells_stand_in_order(snapshot, passport)) return broken;
        }
    }
    for (const auto& [id, rule] : state.rules) {
        if (auto broken = rule_is_found_by_its_document(state, id)) return broken;
    }
    for (const auto& [id, zone] : state.zones) {
        if (auto broken = members_belong_once(zone)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::stay
