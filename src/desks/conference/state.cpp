#include "desks/conference/state.h"

#include "base/check.h"

#include <algorithm>

namespace ponte::conference {

namespace {

template <class Map, class Key>
auto& known(Map& map, const Key& key) {
    const auto found = map.find(key);
    CHECK(found != map.end());
    return found->second;
}

void add_row(Series& one, Row row) {
    one.chain = chained(one.chain, row.sequence, row.leaf);
    one.rows.push_back(std::move(row));
}

void add_row(Series& one, const Recorded& recorded, Place item) {
    add_row(one, Row{.sequence = recorded.sequence, .leaf = recorded.leaf, .item = item, .body = {}});
}

void add_row(State& state, const std::string& series, const Recorded& recorded) {
    add_row(state.series[state.series.place_of(series)], recorded, no_item);
}

template <class Event>
void add_said_row(State& state, const Event& event, const Recorded& recorded) {
    add_row(state.series[state.series.place_of(series_of(event.indicator))],
            {.sequence = recorded.sequence, .leaf = recorded.leaf, .item = no_item, .stage = event.stage, .body = event.body, .side = event.side});
}

void add_item(State& state, Place series, Place place, bool is_action, const ItemId& id, const BodyId& body, Side side, const Recorded& recorded) {
    const Place item = state.items.add(id, {.series = series,
                                            .place = place,
                                            .is_action = is_action,
                                            .side = side,
                                            .body = body,
                                            .sequence = recorded.sequence,
                                            .recorded = recorded.time,
                                            .recorded_by = recorded.actor,
                                            .reached = {},
                                            .signed_off_by = {},
                                            .verdicts = {},
                                            .withdrawal = {}});
    state.series[series].items.push_back(item);
    add_row(state.series[series], recorded, item);
}

// A step in the life of an item is a row of its series.
Item& step(State& state, const ItemId& id, const Recorded& recorded) {
    const Place place = state.items.place_of(id);
    CHECK(place != no_item);
    Item& item = state.items[place];
    add_row(state.series[item.series], recorded, place);
    return item;
}

void reach(Item& item, Stage stage, std::uint64_t sequence) {
    CHECK(stage > item.life().stage);
    item.reached[static_cast<std::size_t>(stage) - static_cast<std::size_t>(Stage::signed_off)] = sequence;
}

}  // namespace

Known known_of(const State& state) {
    return {.plans = state.plans,
            .indicators = state.indicators,
            .milestones = state.milestones,
            .items = state.present != nullptr ? state.present->items : state.items,
            .series = state.present != nullptr ? state.present->series : state.series,
            .sessions = state.sessions,
            .years_without_session = state.years_without_session,
            .frozen = state.frozen,
            .until = state.until};
}

std::string series_of(const IndicatorId& indicator) { return "indicator/" + indicator.value; }

std::string series_of_plan(const PlanId& plan) { return "plan/" + plan.value; }

std::string series_of_milestones(const PlanId& plan) { return "milestones/" + plan.value; }

std::string series_of_actions(const PlanId& plan, std::uint16_t measure) {
    return "actions/" + plan.value + "/" + std::to_string(measure);
}

void evolve(State& state, const PlanImported& event, const Recorded& recorded) {
    const auto [at, fresh] = state.plans.emplace(event.plan, Plan{.imported = event,
                                                                  .sequence = recorded.sequence,
                                                                  .title = event.title,
                                                                  .file = event.file,
                                                                  .corrections = {},
                                                                  .measures = {},
                                                                  .titles = {}});
    CHECK(fresh);
    add_row(state, series_of_plan(event.plan), recorded);
}

void evolve(State& state, const MeasureStated& event, const Recorded& recorded) {
    Measure& measure = known(state.plans, event.plan).measures[event.number];
    measure.dropped = false;
    measure.wordings.push_back({.stated = event, .sequence = recorded.sequence, .digest = sha256(event.text)});
    add_row(state, series_of_plan(event.plan), recorded);
}

void evolve(State& state, const PlanCorrected& event, const Recorded& recorded) {
    Plan& plan = known(state.plans, event.plan);
    plan.title = event.title;
    plan.file = event.file;
    for (const MeasureChange& change : event.changes) {
        if (change.kind == "dropped") known(plan.measures, change.number).dropped = true;
    }
    plan.corrections.push_back(event);
    add_row(state, series_of_plan(event.plan), recorded);
}

void evolve(State& state, const TextStated& event, const Recorded& recorded) {
    Plan& plan = known(state.plans, event.plan);
    Translation translation{.stated = event, .sequence = recorded.sequence, .by = recorded.actor};
    if (event.measure == 0) {
        plan.titles[event.language] = std::move(translation);
    } else {
        known(plan.measures, event.measure).translations[event.language] = std::move(translation);
    }
}

void evolve(State& state, const BodyAppointed& event, const Recorded&) {
    known(known(state.plans, event.plan).measures, event.measure).bodies.push_back(event);
}

void evolve(State& state, const AppointmentEnded& event, const Recorded&) {
    std::vector<BodyAppointed>& bodies = known(known(state.plans, event.plan).measures, event.measure).bodies;
    const auto open = std::ranges::find_if(bodies, [&](const BodyAppointed& one) { return one.body == event.body && one.role == event.role && !one.to; });
    CHECK(open != bodies.end());
    open->to = event.on;
}

void evolve(State& state, const IndicatorDefined& event, const Recorded& recorded) {
    Indicator& indicator = state.indicators[event.indicator];
    CHECK(event.version == indicator.definition.version + 1);
    indicator.definition = event;
    indicator.sequence = recorded.sequence;
    add_row(state, series_of(event.indicator), recorded);
}

void evolve(State& state, const MilestoneSet& event, const Recorded& recorded) {
    const auto [at, fresh] = state.milestones.emplace(
        event.milestone, Milestone{.set = event, .sequence = recorded.sequence, .reached = {}, .reached_sequence = 0});
    CHECK(fresh);
    add_row(state, series_of_milestones(event.plan), recorded);
}

void evolve(State& state, const MilestoneReached& event, const Recorded& recorded) {
    Milestone& milestone = known(state.milestones, event.milestone);
    milestone.reached = event;
    milestone.reached_sequence = recorded.sequence;
    add_row(state, series_of_milestones(milestone.set.plan), recorded);
}

void evolve(State& state, const ObservationRecorded& event, const Recorded& recorded) {
    const Place series = state.series.place_of(series_of(event.indicator));
    Series& one = state.series[series];
    CHECK(!one.rows.empty());  // Its definition came first.
    one.observations.push_back(event);
    add_item(state, series, static_cast<Place>(one.observations.size() - 1), false, event.item, event.body, event.side, recorded);
}

void evolve(State& state, const ActionRecorded& event, const Recorded& recorded) {
    const Place series = state.series.place_of(series_of_actions(event.plan, event.measure));
    Series& one = state.series[series];
    one.actions.push_back(event);
    add_item(state, series, static_cast<Place>(one.actions.size() - 1), true, event.item, event.body, event.side, recorded);
}

void evolve(State& state, const ItemSignedOff& event, const Recorded& recorded) {
    Item& item = step(state, event.item, recorded);
    reach(item, Stage::signed_off, recorded.sequence);
    item.signed_off_by = recorded.actor;
}

void evolve(State& state, const ItemMoved& event, const Recorded& recorded) {
    reach(step(state, event.item, recorded), event.stage, recorded.sequence);
}

void evolve(State& state, const ItemVerified& event, const Recorded& recorded) {
    step(state, event.item, recorded).verdicts.push_back({.event = event, .sequence = recorded.sequence, .by = recorded.actor});
}

void evolve(State& state, const ItemWithdrawn& event, const Recorded& recorded) {
    Item& item = step(state, event.item, recorded);
    CHECK(item.withdrawal.empty());
    item.withdrawal.push_back({.event = event, .sequence = recorded.sequence});
}

void evolve(State&, const ObservationsImported&, const Recorded&) {}  // The account of a file; its rows follow.

void evolve(State& state, const StatusOverridden& event, const Recorded& recorded) {
    known(state.indicators, event.indicator).overrides.push_back({event, recorded.sequence, recorded.actor});
    add_said_row(state, event, recorded);
}

void evolve(State& state, const ForecastStated& event, const Recorded& recorded) {
    known(state.indicators, event.indicator).forecasts.push_back({event, recorded.sequence, recorded.actor});
    add_said_row(state, event, recorded);
}

void evolve(State& state, const JudgementStated& event, const Recorded& recorded) {
    known(state.indicators, event.indicator).judgements.push_back({event, recorded.sequence, recorded.actor});
    add_said_row(state, event, recorded);
}

void evolve(State& state, const SessionRecorded& event, const Recorded& recorded) {
    const auto [at, fresh] = state.sessions.emplace(event.number, Session{.recorded = event, .sequence = recorded.sequence});
    CHECK(fresh);
    add_row(state, std::string(series_of_sessions), recorded);
}

void evolve(State& state, const YearWithoutSession& event, const Recorded& recorded) {
    state.years_without_session.emplace(event.year, event);
    add_row(state, std::string(series_of_sessions), recorded);
}

void evolve(State& state, const DossierFrozen& event, const Recorded& recorded) { state.frozen.emplace(recorded.sequence, event); }

}  // namespace ponte::conference
