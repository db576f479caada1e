#include "desks/origin/invariants.h"

namespace ponte::origin {

namespace {

std::optional<std::string> broken_in(const RuleSet& set) {
    std::size_t placed = set.rules_of_spans.size();
    for (const auto& [code, places] : set.rules_by_code) {
        placed += places.size();
        for (const std::uint32_t at : places) {
            if (at >= set.rules.size() || set.rules[at].from != code) return set.recorded.set.value + " finds another rule under " + code.to_text();
        }
    }
    if (placed != set.rules.size() || set.rule_places.size() != set.rules.size()) return set.recorded.set.value + " has rules that no code finds";
    return std::nullopt;
}

std::optional<std::string> broken_in(const State& state, const NumbersCounted& said) {
    const auto tally = state.tallies.find({.what = said.what, .year = said.year});
    const bool same = tally != state.tallies.end() && tally->second.count == said.count && tally->second.traders.size() == said.traders;
    return same ? std::nullopt : std::optional("the count of " + std::to_string(said.year) + " is not what the files make");
}

}  // namespace

std::optional<std::string> counts_are_those_of_the_files(const State& state) {
    for (const auto& [cell, count] : state.counts) {
        if (auto broken = broken_in(state, count.numbers)) return broken;
    }
    return std::nullopt;
}

std::optional<std::string> rules_are_found_by_their_codes(const State& state) {
    for (const auto& [id, set] : state.rules.sets) {
        if (auto broken = broken_in(set)) return broken;
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    if (const auto* counted = std::get_if<NumbersCounted>(&event)) return broken_in(state, *counted);
    const auto* loaded = std::get_if<RulesLoaded>(&event);
    if (loaded == nullptr) return std::nullopt;
    const RuleSet& set = state.rules.sets.at(loaded->set);
    for (const ProductRule& row : loaded->rules) {
        const auto place = set.rule_places.find(row.rule);
        if (place == set.rule_places.end() || set.rules[place->second].row != row) return row.rule.value + " was loaded and is not found";
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    if (auto broken = rules_are_found_by_their_codes(state)) return broken;
    return counts_are_those_of_the_files(state);
}

}  // namespace ponte::origin
