#include "desks/origin/state.h"

#include "base/check.h"

#include <algorithm>

namespace ponte::origin {

namespace {

RuleSet& set_of(State& state, const RuleSetId& id) {
    const auto found = state.rules.sets.find(id);
    CHECK(found != state.rules.sets.end());
    return found->second;
}

Hs code_of(const std::string& text) {
    const auto code = Hs::from_text(text);
    CHECK(code.has_value());
    return *code;
}

void place(RuleSet& set, std::uint32_t at) {
    const KeptRule& rule = set.rules[at];
    set.rule_places[rule.row.rule] = at;
    if (rule.row.hs_to) {
        set.rules_of_spans.push_back(at);
    } else {
        set.rules_by_code[rule.from].push_back(at);
    }
}

void place_again(RuleSet& set) {
    set.rule_places.clear();
    set.rules_by_code.clear();
    set.rules_of_spans.clear();
    for (std::uint32_t i = 0; i < set.rules.size(); ++i) place(set, i);
}

}  // namespace

void evolve(State& state, const SetRecorded& event, const Recorded& recorded) {
    RuleSet& set = state.rules.sets[event.set];
    set.recorded = event;
    set.sequence = recorded.sequence;
}

void evolve(State& state, const RulesLoaded& event, const Recorded& recorded) {
    RuleSet& set = set_of(state, event.set);
    bool replaced = false;
    for (const ProductRule& row : event.rules) {
        const Hs from = code_of(row.hs);
        KeptRule kept{.row = row, .from = from, .to = row.hs_to ? code_of(*row.hs_to) : from, .sequence = recorded.sequence};
        const auto known = set.rule_places.find(row.rule);
        if (known != set.rule_places.end()) {
            set.rules[known->second] = std::move(kept);
            replaced = true;
            continue;
        }
        set.rules.push_back(std::move(kept));
        place(set, static_cast<std::uint32_t>(set.rules.size() - 1));
    }
    if (replaced) place_again(set);
}

}  // namespace ponte::origin
