#include "desks/conference/invariants.h"

#include <algorithm>

namespace ponte::conference {

std::optional<std::string> chain_follows_from_rows(const State& state, const std::string& series) {
    const Series* const found = state.series.find(series);
    if (found == nullptr) return "series " + series + " is unknown";
    Digest chain;
    for (const Row& row : found->rows) chain = chained(chain, row.sequence, row.leaf);
    if (chain != found->chain) return "the chain of " + series + " does not follow from its rows";
    return std::nullopt;
}

namespace {

std::optional<std::string> way_of(const Item& item) {
    const Life life = item.life();
    if (life.stage != Stage::internal && life.signed_off_by == nullptr) return " went out unsigned";
    if (life.signed_off_by != nullptr && *life.signed_off_by == item.recorded_by) return " was signed off by its recorder";
    if (life.verdict != nullptr && life.verdict->event.by_body == item.body) return " was verified by its own body";
    std::uint64_t last = item.sequence;
    for (const std::uint64_t step : item.reached) {
        if (step != 0 && step <= last) return " went a step before the one before it";
        last = std::max(last, step);
    }
    return std::nullopt;
}

// The row of an item is the entry of its paper or of a step in its life, so none is counted twice.
std::optional<std::string> items_of_series(const State& state, const Series& series) {
    if (series.items.size() != series.observations.size() + series.actions.size()) return "items of " + series.name + " do not stand by their papers";
    for (std::size_t i = 0; i < series.items.size(); ++i) {
        const Item& item = state.items[series.items[i]];
        if (item.place != i || &state.series[item.series] != &series) return "an item of " + series.name + " stands in another place";
        if (auto broken = way_of(item)) return "an item of " + series.name + *broken;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> item_went_its_way(const State& state, const ItemId& id) {
    const Item* const item = state.items.find(id);
    if (item == nullptr) return "item " + id.value + " is unknown";
    if (auto broken = way_of(*item)) return "item " + id.value + *broken;
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
    for (const Series& series : state.series) {
        if (auto broken = chain_follows_from_rows(state, series.name)) return broken;
        if (auto broken = items_of_series(state, series)) return broken;
    }
    for (const auto& [id, plan] : state.plans) {
        if (auto broken = measures_are_numbered(state, id)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::conference
