#include "desks/training/state.h"

#include "base/check.h"

namespace ponte::training {

namespace {

Gathering& gathering(State& state, const EventId& id) {
    const auto found = state.known.events.find(id);
    CHECK(found != state.known.events.end());
    return found->second;
}

Nomination& nomination(State& state, const EventId& id, std::uint32_t number) {
    Gathering& event = gathering(state, id);
    CHECK(number > 0 && number <= event.nominations.size());
    return event.nominations[number - 1];
}

void add_row(State& state, const EventId& event, const Recorded& recorded) {
    state.known.rows.push_back({.event = event, .sequence = recorded.sequence, .leaf = recorded.leaf});
}

}  // namespace

void evolve(State& state, const EventPlanned& event, const Recorded& recorded) {
    add_row(state, event.event, recorded);
    state.known.events[event.event] = {.plan = event, .seats = event.seats, .quotas = event.quotas, .sequence = recorded.sequence};
}

void evolve(State& state, const SeatsChanged& event, const Recorded&) {
    Gathering& changed = gathering(state, event.event);
    changed.seats = event.seats;
    changed.quotas = event.quotas;
}

void evolve(State& state, const EventCancelled& event, const Recorded&) { gathering(state, event.event).cancelled = event.reason; }

void evolve(State& state, const EventHeld& event, const Recorded& recorded) {
    add_row(state, event.event, recorded);
    gathering(state, event.event).held = event;
    gathering(state, event.event).held_at = recorded.sequence;
}

void evolve(State& state, const ParticipantNominated& event, const Recorded&) {
    Gathering& asked = gathering(state, event.event);
    CHECK(event.number == asked.nominations.size() + 1);
    asked.nominations.push_back({.nominated = event});
}

void evolve(State& state, const NominationConfirmed& event, const Recorded&) { nomination(state, event.event, event.number).confirmed = true; }

void evolve(State& state, const NominationWithdrawn& event, const Recorded&) { nomination(state, event.event, event.number).withdrawn = event.reason; }

void evolve(State& state, const AttendanceRecorded& event, const Recorded&) {
    nomination(state, event.event, event.number).attendance[event.day] = event.present;
}

void evolve(State& state, const CertificateIssued& event, const Recorded&) {
    nomination(state, event.event, event.number).certificate = event.certificate;
    state.known.certificates[event.certificate] = {.issued = event};
}

// The number stays used; the participant may be given another.
void evolve(State& state, const CertificateWithdrawn& event, const Recorded&) {
    const auto found = state.known.certificates.find(event.certificate);
    CHECK(found != state.known.certificates.end());
    found->second.withdrawn = event;
    nomination(state, found->second.issued.event, found->second.issued.number).certificate.reset();
}

void evolve(State& state, const NumbersCounted& event, const Recorded& recorded) {
    add_row(state, event.event, recorded);
    gathering(state, event.event).counted[event.jurisdiction] = {.numbers = event, .sequence = recorded.sequence};
}

}  // namespace ponte::training
