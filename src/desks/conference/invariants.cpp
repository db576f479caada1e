#include "desks/conference/invariants.h"

namespace ponte::conference {

std::optional<std::string> chain_follows_from_rows(const State& state, const std::string& series) {
    const auto found = state.series.find(series);
    if (found == state.series.end()) return "series " + series + " is unknown";
    Digest chain;
    for (const Row& row : found->second.rows) chain = chained(chain, row.sequence, row.leaf);
    if (chain != found->second.chain) return "the chain of " + series + " does not follow from its rows";
    return std::nullopt;
}

std::optional<std::string> item_went_its_way(const State& state, const ItemId& id) {
    const auto found = state.items.find(id);
    if (found == state.items.end()) return "item " + id.value + " is unknown";
    const Item& item = found->second;
    if (item.stage != Stage::internal && !item.signed_off_by) return "item " + id.value + " went out unsigned";
    if (item.signed_off_by && *item.signed_off_by == item.recorded_by) return "item " + id.value + " was signed off by its recorder";
    if (item.verdict && item.verdict->by_body == item.body) return "item " + id.value + " was verified by its own body";
    return std::nullopt;
}

std::optional<std::string> measures_are_numbered(const State& state, const PlanId& plan) {
    const auto found = state.plans.find(plan);
    if (found == state.plans.end()) return "plan " + plan.value + " is unknown";
    std::uint16_t expected = 1;
    for (const auto& [number, measure] : found->second.measures) {
        if (number != expected++) return "plan " + plan.value + " lacks measure " + std::to_string(expected - 1);
        if (measure.wordings.empty()) return "measure " + std::to_string(number) + " has no wording";
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    return std::visit(
        [&](const auto& one) -> std::optional<std::string> {
            using One = std::remove_cvref_t<decltype(one)>;
            // An item that was just recorded has gone no way yet.
            if constexpr (std::same_as<One, ObservationRecorded> || std::same_as<One, ActionRecorded>) return std::nullopt;
            if constexpr (requires { one.item; }) {
                if constexpr (std::same_as<decltype(One::item), ItemId>) return item_went_its_way(state, one.item);
            }
            if constexpr (std::same_as<One, MeasureStated>) return measures_are_numbered(state, one.plan);
            return std::nullopt;
        },
        event);
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [name, series] : state.series) {
        if (auto broken = chain_follows_from_rows(state, name)) return broken;
    }
    for (const auto& [id, item] : state.items) {
        if (auto broken = item_went_its_way(state, id)) return broken;
    }
    for (const auto& [id, plan] : state.plans) {
        if (auto broken = measures_are_numbered(state, id)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::conference
