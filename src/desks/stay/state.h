#pragma once

#include "base/recorded.h"
#include "desks/stay/facts.h"

namespace ponte::stay {

// What the stay desk knows: the fold of its events, and nothing that is not in them.
struct State {
    std::map<SnapshotId, Snapshot> snapshots;
    std::map<Date, SnapshotId> snapshot_from;              // By the day from which each holds.
    std::map<RuleId, KnownRule> rules;
    std::map<Document, std::vector<RuleId>> rules_of;      // By the document that they are for, in ascending order.
    std::map<ZoneId, Zone> zones;
    std::vector<Weight> weights;                           // Empty: the house's own (rules.h).
    std::string weights_reason;

    // The table that holds on the day; nothing before the first.
    [[nodiscard]] const Snapshot* snapshot_on(Date day) const;
    [[nodiscard]] const KnownRule* find(const RuleId& rule) const {
        const auto found = rules.find(rule);
        return found == rules.end() ? nullptr : &found->second;
    }

    friend bool operator==(const State&, const State&) = default;
};

void evolve(State& state, const SnapshotOpened& event, const Recorded& recorded);
void evolve(State& state, const BaseRecorded& event, const Recorded& recorded);
void evolve(State& state, const RuleEnacted& event, const Recorded& recorded);
void evolve(State& state, const RuleEnded& event, const Recorded& recorded);
void evolve(State& state, const RuleCorrected& event, const Recorded& recorded);
void evolve(State& state, const ZoneDefined& event, const Recorded& recorded);
void evolve(State& state, const ZoneMemberDated& event, const Recorded& recorded);
void evolve(State& state, const WeightsSet& event, const Recorded& recorded);

}  // namespace ponte::stay
