#include "desks/accords/state.h"

#include "base/check.h"
#include "desks/accords/queries_dossier.h"

namespace ponte::accords {

namespace {

Instrument& instrument_of(State& state, const InstrumentId& id) {
    const auto found = state.instruments.find(id);
    CHECK(found != state.instruments.end());
    return found->second;
}

Step& step_of(Instrument& instrument, std::uint16_t number) {
    CHECK(number >= 1 && number <= instrument.steps.size());
    return instrument.steps[number - 1U];
}

void add_row(State& state, const Recorded& recorded, const InstrumentId& instrument, std::uint16_t step = 0) {
    state.rows.push_back({.sequence = recorded.sequence, .leaf = recorded.leaf, .instrument = instrument, .step = step});
}

void live_again(State& state, const InstrumentId& id) {
    Instrument& instrument = instrument_of(state, id);
    std::vector<const Step*> steps;
    for (const Step& one : instrument.steps) steps.push_back(&one);
    instrument.life = life_of(instrument.record(), steps);
    state.coverage.put(id, instrument);
}

}  // namespace

Known known_of(const State& state) { return {state.instruments, state.thresholds, state.requests, state.rows}; }

void evolve(State& state, const InstrumentRegistered& event, const Recorded& recorded) {
    add_row(state, recorded, event.instrument);
    state.instruments[event.instrument] = {.live = event.live,
                                           .stage = event.stage,
                                           .body = event.body,
                                           .side = event.side,
                                           .concerned = event.concerned,
                                           .versions = {{.record = event.record, .reason = {}, .sequence = recorded.sequence, .recorded = recorded.time}},
                                           .steps = {},
                                           .life = {},
                                           .file = {},
                                           .activities = {}};
    state.coverage.put(event.instrument, state.instruments[event.instrument]);
}

void evolve(State& state, const RecordAmended& event, const Recorded& recorded) {
    add_row(state, recorded, event.instrument);
    Instrument& instrument = instrument_of(state, event.instrument);
    instrument.versions.push_back({.record = event.record, .reason = event.reason, .sequence = recorded.sequence, .recorded = recorded.time});
    live_again(state, event.instrument);
}

void evolve(State& state, const InstrumentMoved& event, const Recorded& recorded) {
    add_row(state, recorded, event.instrument);
    Instrument& instrument = instrument_of(state, event.instrument);
    instrument.stage = event.to;
    for (Step& one : instrument.steps) {
        if (one.stage == event.from) one.stage = event.to;
    }
    state.coverage.put(event.instrument, instrument);
}

void evolve(State& state, const BodiesNamed& event, const Recorded&) { instrument_of(state, event.instrument).concerned = event.concerned; }

void evolve(State& state, const StepTaken& event, const Recorded& recorded) {
    add_row(state, recorded, event.instrument, event.number);
    Instrument& instrument = instrument_of(state, event.instrument);
    instrument.steps.push_back(
        {.taken = event, .withdrawn = false, .stage = event.stage, .others = {}, .former = {}, .sequence = recorded.sequence, .recorded = recorded.time});
    live_again(state, event.instrument);
}

void evolve(State& state, const StepCorrected& event, const Recorded& recorded) {
    add_row(state, recorded, event.instrument, event.number);
    Instrument& instrument = instrument_of(state, event.instrument);
    Step& step = step_of(instrument, event.number);
    step.former.push_back({.date = step.taken.date,
                           .unverified = step.taken.unverified,
                           .evidence = step.taken.evidence,
                           .reason = event.reason,
                           .sequence = recorded.sequence});
    step.withdrawn = event.withdrawn;
    if (event.date) step.taken.date = *event.date;
    step.taken.unverified = event.unverified;
    step.taken.evidence = event.evidence;
    live_again(state, event.instrument);
}

void evolve(State& state, const StepContradicted& event, const Recorded& recorded) {
    add_row(state, recorded, event.instrument, event.number);
    Instrument& instrument = instrument_of(state, event.instrument);
    step_of(instrument, event.number).others.push_back({.date = event.date, .evidence = event.evidence, .sequence = recorded.sequence});
    live_again(state, event.instrument);
}

void evolve(State& state, const StepMoved& event, const Recorded& recorded) {
    add_row(state, recorded, event.instrument, event.number);
    Instrument& instrument = instrument_of(state, event.instrument);
    step_of(instrument, event.number).stage = event.to;
    state.coverage.put(event.instrument, instrument);
}

void evolve(State& state, const ThresholdStated& event, const Recorded&) {
    state.thresholds[{event.standing, event.kind}] = {.days = event.days, .reason = event.reason};
}

void evolve(State& state, const RequestRecorded& event, const Recorded& recorded) { evolve(state.requests, event, recorded); }
void evolve(State& state, const RequestAcknowledged& event, const Recorded& recorded) { evolve(state.requests, event, recorded); }
void evolve(State& state, const RequestAnswered& event, const Recorded& recorded) { evolve(state.requests, event, recorded); }
void evolve(State& state, const RequestMoved& event, const Recorded& recorded) { evolve(state.requests, event, recorded); }
void evolve(State& state, const RequestStruck& event, const Recorded& recorded) { evolve(state.requests, event, recorded); }
void evolve(State& state, const RouteStated& event, const Recorded& recorded) { evolve(state.partners, event, recorded); }
void evolve(State& state, const ClauseStated& event, const Recorded& recorded) { evolve(state.partners, event, recorded); }
void evolve(State& state, const ListingRecorded& event, const Recorded& recorded) { evolve(state.partners, event, recorded); }
void evolve(State& state, const ListPublished& event, const Recorded& recorded) { evolve(state.partners, event, recorded); }
void evolve(State& state, const FigureRecorded& event, const Recorded& recorded) { evolve(state.partners, event, recorded); }
void evolve(State& state, const WeightsSet& event, const Recorded& recorded) { evolve(state.partners, event, recorded); }
void evolve(State& state, const CountPublished& event, const Recorded& recorded) { evolve(state.partners, event, recorded); }

void evolve(State& state, const RoundHeld& event, const Recorded&) { instrument_of(state, event.instrument).file.rounds.push_back(event); }

void evolve(State& state, const ArticleDrafted& event, const Recorded&) {
    instrument_of(state, event.instrument).file.articles[event.article].versions.push_back(event);
}

void evolve(State& state, const PositionStated& event, const Recorded&) {
    instrument_of(state, event.instrument).file.articles[event.article].positions.push_back(event);
}

void evolve(State& state, const ArticleMarked& event, const Recorded&) {
    instrument_of(state, event.instrument).file.articles[event.article].marks.push_back(event);
}

void evolve(State& state, const PenPassed& event, const Recorded&) { instrument_of(state, event.instrument).file.pens.push_back(event); }

void evolve(State& state, const ActivityPlanned& event, const Recorded& recorded) {
    Activity& activity = instrument_of(state, event.instrument).activities[event.activity];
    activity.plans.push_back(event);
    activity.stage = event.stage;
    activity.body = event.body;
    activity.side = event.side;
    activity.sequence = recorded.sequence;
    activity.recorded = recorded.time;
}

void evolve(State& state, const ActivityHeld& event, const Recorded& recorded) {
    add_row(state, recorded, event.instrument, step_of_activity);
    Activity& activity = instrument_of(state, event.instrument).activities[event.activity];
    activity.held = event;
    activity.stage = event.stage;
    activity.body = event.body;
    activity.side = event.side;
    activity.sequence = recorded.sequence;
    activity.recorded = recorded.time;
}

void evolve(State& state, const ActivityCancelled& event, const Recorded&) {
    instrument_of(state, event.instrument).activities[event.activity].cancelled = event;
}

}  // namespace ponte::accords
