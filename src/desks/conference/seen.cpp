#include "desks/conference/seen.h"

#include "base/check.h"

#include <ranges>

namespace ponte::conference {

access::Sight sight_of(Audience audience) {
    switch (audience) {
        case Audience::macao: return {.body = {}, .side = Side::macao};
        case Audience::mainland: return {.body = {}, .side = Side::mainland};
        case Audience::everyone: return {.body = {}, .side = {}};
    }
    return {.body = {}, .side = {}};
}

const Plan* Seen::plan(const PlanId& id) const {
    const auto found = known_.plans.find(id);
    return found == known_.plans.end() ? nullptr : &found->second;
}

std::vector<const IndicatorDefined*> Seen::indicators() const {
    std::vector<const IndicatorDefined*> all;
    for (const auto& [id, indicator] : known_.indicators) all.push_back(&indicator.definition);
    return all;
}

const IndicatorDefined* Seen::indicator(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? nullptr : &found->second.definition;
}

std::uint64_t Seen::sequence_of_definition(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? 0 : found->second.sequence;
}

const Item* Seen::item(const ItemId& id) const {
    const auto found = known_.items.find(id);
    return found == known_.items.end() || !may_see(found->second) ? nullptr : &found->second;
}

SeenObservation Seen::observation(const ItemId& id) const {
    const Item* one = item(id);
    if (one == nullptr || one->indicator.value.empty()) return {};
    return {.event = &known_.series.find(one->series)->second.observations[one->place], .item = one};
}

SeenAction Seen::action(const ItemId& id) const {
    const Item* one = item(id);
    if (one == nullptr || !one->indicator.value.empty()) return {};
    return {.event = &known_.series.find(one->series)->second.actions[one->place], .item = one};
}

std::vector<SeenObservation> Seen::observations(const IndicatorId& indicator) const {
    std::vector<SeenObservation> seen;
    const Series* one = series(series_of(indicator));
    if (one == nullptr) return seen;
    for (const ObservationRecorded& event : one->observations) {
        if (const Item* its = item(event.item)) seen.push_back({.event = &event, .item = its});
    }
    return seen;
}

std::vector<SeenAction> Seen::actions(const PlanId& plan, std::uint16_t measure) const {
    std::vector<SeenAction> seen;
    const Series* one = series(series_of_actions(plan, measure));
    if (one == nullptr) return seen;
    for (const ActionRecorded& event : one->actions) {
        if (const Item* its = item(event.item)) seen.push_back({.event = &event, .item = its});
    }
    return seen;
}

std::vector<std::pair<ItemId, const Item*>> Seen::items() const {
    std::vector<std::pair<ItemId, const Item*>> seen;
    for (const auto& [id, one] : known_.items) {
        if (may_see(one)) seen.emplace_back(id, &one);
    }
    return seen;
}

template <class Event>
const Said<Event>* Seen::last_seen(const std::vector<Said<Event>>& said) const {
    for (const Said<Event>& one : said | std::views::reverse) {
        if (access::sees(reader_, one.event.stage, one.event.body, one.event.side)) return &one;
    }
    return nullptr;
}

const Said<StatusOverridden>* Seen::override_of(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? nullptr : last_seen(found->second.overrides);
}

const Said<ForecastStated>* Seen::forecast_of(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? nullptr : last_seen(found->second.forecasts);
}

const Said<JudgementStated>* Seen::judgement_of(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? nullptr : last_seen(found->second.judgements);
}

const Series* Seen::series(const std::string& name) const {
    const auto found = known_.series.find(name);
    return found == known_.series.end() ? nullptr : &found->second;
}

bool Seen::may_see(const Row& row) const {
    if (row.item.value.empty()) return access::sees(reader_, row.stage, row.body, row.side);
    const auto found = known_.items.find(row.item);
    CHECK(found != known_.items.end());
    return may_see(found->second);
}

}  // namespace ponte::conference
