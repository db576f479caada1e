#include "desks/accords/state.h"

#include "base/check.h"

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

void live_again(Instrument& instrument) {
    std::vector<const Step*> steps;
    for (const Step& one : instrument.steps) steps.push_back(&one);
    instrument.life = life_of(instrument.record(), steps);
}

}  // namespace

Known known_of(const State& state) { return {state.instruments, state.thresholds}; }

void evolve(State& state, const InstrumentRegistered& event, const Recorded& recorded) {
    state.instruments[event.instrument] = {.live = event.live,
                                           .stage = event.stage,
                                           .body = event.body,
                                           .side = event.side,
                                           .concerned = event.concerned,
                                           .versions = {{.record = event.record, .reason = {}, .sequence = recorded.sequence, .recorded = recorded.time}},
                                           .steps = {},
                                           .life = {}};
}

void evolve(State& state, const RecordAmended& event, const Recorded& recorded) {
    Instrument& instrument = instrument_of(state, event.instrument);
    instrument.versions.push_back({.record = event.record, .reason = event.reason, .sequence = recorded.sequence, .recorded = recorded.time});
    live_again(instrument);
}

void evolve(State& state, const InstrumentMoved& event, const Recorded&) {
    Instrument& instrument = instrument_of(state, event.instrument);
    instrument.stage = event.to;
    for (Step& one : instrument.steps) {
        if (one.stage == event.from) one.stage = event.to;
    }
}

void evolve(State& state, const BodiesNamed& event, const Recorded&) { instrument_of(state, event.instrument).concerned = event.concerned; }

void evolve(State& state, const StepTaken& event, const Recorded& recorded) {
    Instrument& instrument = instrument_of(state, event.instrument);
    instrument.steps.push_back(
        {.taken = event, .withdrawn = false, .stage = event.stage, .others = {}, .former = {}, .sequence = recorded.sequence, .recorded = recorded.time});
    live_again(instrument);
}

void evolve(State& state, const StepCorrected& event, const Recorded& recorded) {
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
    live_again(instrument);
}

void evolve(State& state, const StepContradicted& event, const Recorded& recorded) {
    Instrument& instrument = instrument_of(state, event.instrument);
    step_of(instrument, event.number).others.push_back({.date = event.date, .evidence = event.evidence, .sequence = recorded.sequence});
    live_again(instrument);
}

void evolve(State& state, const StepMoved& event, const Recorded&) { step_of(instrument_of(state, event.instrument), event.number).stage = event.to; }

void evolve(State& state, const ThresholdStated& event, const Recorded&) {
    state.thresholds[{event.standing, event.kind}] = {.days = event.days, .reason = event.reason};
}

}  // namespace ponte::accords
