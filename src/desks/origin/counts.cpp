#include "desks/origin/counts.h"

#include "base/check.h"

namespace ponte::origin {

namespace {

OneMore one_more(Counted what, Date on, std::string trader) {
    return {.cell = {.what = what, .year = static_cast<std::uint16_t>(on.year())}, .trader = std::move(trader)};
}

template <class Map, class Key>
const auto& at(const Map& map, const Key& key) {
    const auto found = map.find(key);
    CHECK(found != map.end());
    return found->second;
}

}  // namespace

std::optional<OneMore> added_by(const State& state, const ExporterRegistered& event) {
    if (state.exporters.contains(event.exporter)) return std::nullopt;
    return one_more(Counted::exporters_registered, event.from, event.exporter.value);
}

std::optional<OneMore> added_by(const State& state, const ProductRegistered& event) {
    if (state.products.contains(event.product)) return std::nullopt;
    return one_more(Counted::products_registered, event.from, event.exporter.value);
}

std::optional<OneMore> added_by(const State& state, const CertificateIssued& event) {
    return one_more(Counted::certificates_issued, event.on, at(state.certificates, event.certificate).content.exporter.value);
}

std::optional<OneMore> added_by(const State& state, const CertificateCancelled& event) {
    return one_more(Counted::certificates_cancelled, event.on, at(state.certificates, event.certificate).content.exporter.value);
}

std::optional<OneMore> added_by(const State& state, const CertificateUsed& event) {
    return one_more(Counted::certificates_used, event.declaration.on, at(state.certificates, event.certificate).content.exporter.value);
}

std::optional<OneMore> added_by(const State&, const RuleChangeRequested& event) { return one_more(Counted::changes_requested, event.on, event.by); }

std::optional<OneMore> added_by(const State& state, const RuleChangeDecided& event) {
    return one_more(event.accepted ? Counted::changes_accepted : Counted::changes_declined, event.on, at(state.requests, event.request).requested.by);
}

std::optional<OneMore> added_by(const State& state, const SupplierIssued& event) {
    return one_more(Counted::suppliers_certified, event.on, at(state.suppliers, event.supplier_case).applied.supplier);
}

std::optional<OneMore> added_by(const State& state, const SupplierCancelled& event) {
    return one_more(Counted::suppliers_cancelled, event.on, at(state.suppliers, event.supplier_case).applied.supplier);
}

NumbersCounted counted_with(const State& state, const OneMore& more) {
    NumbersCounted numbers{.what = more.cell.what, .year = more.cell.year, .count = 1, .traders = 1};
    const auto tally = state.tallies.find(more.cell);
    if (tally == state.tallies.end()) return numbers;
    numbers.count = tally->second.count + 1;
    numbers.traders = static_cast<std::uint32_t>(tally->second.traders.size() + (tally->second.traders.contains(more.trader) ? 0 : 1));
    return numbers;
}

}  // namespace ponte::origin
