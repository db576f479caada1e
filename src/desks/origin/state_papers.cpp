#include "desks/origin/state.h"

#include "base/check.h"
#include "desks/origin/counts.h"

// The fold of what traders file.
namespace ponte::origin {

namespace {

template <class Map, class Key>
auto& at(Map& map, const Key& key) {
    const auto found = map.find(key);
    CHECK(found != map.end());
    return found->second;
}

// Before the event is folded in: it may be what makes the next one no more than a correction.
template <class Event>
void tally(State& state, const Event& event) {
    const std::optional<OneMore> more = added_by(state, event);
    if (!more) return;
    Tally& tally = state.tallies[more->cell];
    ++tally.count;
    tally.traders.insert(more->trader);
}

}  // namespace

void evolve(State& state, const ExporterRegistered& event, const Recorded& recorded) {
    tally(state, event);
    state.exporters[event.exporter] = {.registered = event, .ended = {}, .sequence = recorded.sequence};
}

void evolve(State& state, const ExporterEnded& event, const Recorded&) { at(state.exporters, event.exporter).ended = event; }

void evolve(State& state, const ProductRegistered& event, const Recorded& recorded) {
    tally(state, event);
    state.products[event.product] = {.registered = event, .ended = {}, .sequence = recorded.sequence};
}

void evolve(State& state, const ProductEnded& event, const Recorded&) { at(state.products, event.product).ended = event; }

void evolve(State& state, const CertificateApplied& event, const Recorded& recorded) {
    state.certificates[event.certificate] = {.applied = event, .content = event.content, .sequence = recorded.sequence};
}

void evolve(State& state, const CertificateChecked& event, const Recorded& recorded) {
    Certificate& certificate = at(state.certificates, event.certificate);
    certificate.checked = event;
    certificate.checked_by = recorded.actor;
}

void evolve(State& state, const CertificateIssued& event, const Recorded&) {
    tally(state, event);
    at(state.certificates, event.certificate).issued = event;
    state.certificate_numbers[event.number] = event.certificate;
}

void evolve(State& state, const CertificateRefused& event, const Recorded&) { at(state.certificates, event.certificate).refused = event; }

void evolve(State& state, const CertificateAmended& event, const Recorded&) {
    Certificate& certificate = at(state.certificates, event.certificate);
    certificate.amendments.push_back(event);
    certificate.content = event.content;
    // What was checked before the paper was issued was another content.
    if (!certificate.issued) certificate.checked.reset();
}

void evolve(State& state, const CertificateCancelled& event, const Recorded&) {
    tally(state, event);
    at(state.certificates, event.certificate).cancelled = event;
}

void evolve(State& state, const CertificateUsed& event, const Recorded&) {
    tally(state, event);
    at(state.certificates, event.certificate).used = event;
}

void evolve(State& state, const RuleChangeRequested& event, const Recorded& recorded) {
    tally(state, event);
    state.requests[event.request] = {.requested = event, .decided = {}, .sequence = recorded.sequence};
}

void evolve(State& state, const RuleChangeDecided& event, const Recorded&) {
    tally(state, event);
    at(state.requests, event.request).decided = event;
}

void evolve(State& state, const SupplierApplied& event, const Recorded& recorded) {
    state.suppliers[event.supplier_case] = {.applied = event, .claims = event.claims, .sequence = recorded.sequence};
}

void evolve(State& state, const SupplierChecked& event, const Recorded& recorded) {
    SupplierCase& one = at(state.suppliers, event.supplier_case);
    one.claims = event.claims;
    one.checked = event;
    one.checked_by = recorded.actor;
}

void evolve(State& state, const SupplierIssued& event, const Recorded&) {
    tally(state, event);
    at(state.suppliers, event.supplier_case).issued = event;
    state.supplier_numbers[event.number] = event.supplier_case;
}

void evolve(State& state, const SupplierRefused& event, const Recorded&) { at(state.suppliers, event.supplier_case).refused = event; }

void evolve(State& state, const SupplierCancelled& event, const Recorded&) {
    tally(state, event);
    at(state.suppliers, event.supplier_case).cancelled = event;
}

void evolve(State& state, const NumbersCounted& event, const Recorded& recorded) {
    const Cell cell{.what = event.what, .year = event.year};
    state.counts[cell] = {.numbers = event, .sequence = recorded.sequence};
    state.count_rows.push_back({.cell = cell, .sequence = recorded.sequence, .leaf = recorded.leaf});
}

}  // namespace ponte::origin
