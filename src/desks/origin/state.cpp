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

void evolve(State& state, const RuleRetired& event, const Recorded&) {
    RuleSet& set = set_of(state, event.set);
    if (set.terms.erase(event.rule) > 0) return;
    const auto known = set.rule_places.find(event.rule);
    CHECK(known != set.rule_places.end());
    set.rules.erase(set.rules.begin() + known->second);
    place_again(set);
}

void evolve(State& state, const TermsLoaded& event, const Recorded& recorded) {
    RuleSet& set = set_of(state, event.set);
    for (const Term& row : event.terms) set.terms[row.term] = {.row = row, .sequence = recorded.sequence};
}

void evolve(State& state, const ListCompleted& event, const Recorded& recorded) {
    set_of(state, event.set).completions.push_back({.stated = event, .sequence = recorded.sequence});
}

void evolve(State& state, const ListReopened& event, const Recorded&) {
    std::erase_if(set_of(state, event.set).completions, [&](const KeptCompletion& one) {
        return one.stated.chapter == event.chapter && one.stated.version == event.version;
    });
}

void evolve(State& state, const CorrelationsLoaded& event, const Recorded& recorded) {
    Correlations& all = state.rules.correlations;
    for (const Correlation& row : event.rows) {
        const auto at = static_cast<std::uint32_t>(all.rows.size());
        all.rows.push_back({.row = row, .from = code_of(row.from), .to = code_of(row.to), .sequence = recorded.sequence});
        all.by_from[{row.from_version, all.rows.back().from}].push_back(at);
        all.by_to[{row.to_version, all.rows.back().to}].push_back(at);
    }
}

void evolve(State& state, const ProcessesDefined& event, const Recorded&) {
    for (const Process& row : event.processes) state.rules.processes[row.process] = row;
}

void evolve(State& state, const TariffLoaded& event, const Recorded& recorded) {
    Tariff& tariff = state.rules.tariffs[event.importer];
    for (const TariffLine& row : event.lines) tariff[code_of(row.hs)].push_back({.row = row, .sequence = recorded.sequence});
}

void evolve(State& state, const ProductsNoted& event, const Recorded&) {
    auto& notes = state.rules.notes[event.maker];
    notes.insert(notes.end(), event.products.begin(), event.products.end());
}

void evolve(State& state, const SupplierRulesLoaded& event, const Recorded& recorded) {
    RuleSet& set = set_of(state, event.set);
    for (const SupplierRule& row : event.rules) set.supplier_rules[row.rule] = {.row = row, .sequence = recorded.sequence};
}

}  // namespace ponte::origin
