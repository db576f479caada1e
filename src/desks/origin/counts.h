#pragma once

#include "desks/origin/state.h"

#include <optional>
#include <string>
#include <vector>

// What of the traders' files is counted, by year. An entry that changes a count is followed by one that says the
// count and how many traders make it up: everyone may check the sum, and the files stay with the body that keeps them.
namespace ponte::origin {

// One more of this cell, by this trader.
struct OneMore {
    Cell cell;
    std::string trader;
};

// What an event adds to the counts, by the state before it. Registered said again, or a file only moved on: nothing.
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const ExporterRegistered& event);
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const ProductRegistered& event);
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const CertificateIssued& event);
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const CertificateCancelled& event);
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const CertificateUsed& event);
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const RuleChangeRequested& event);
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const RuleChangeDecided& event);
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const SupplierIssued& event);
[[nodiscard]] std::optional<OneMore> added_by(const State& state, const SupplierCancelled& event);

// The count as it stands with one more.
[[nodiscard]] NumbersCounted counted_with(const State& state, const OneMore& more);

// The event, and the count that it changes.
template <class One>
[[nodiscard]] std::vector<Event> and_counted(const State& state, One event) {
    const std::optional<OneMore> more = added_by(state, event);
    std::vector<Event> events;
    events.emplace_back(std::move(event));
    if (more) events.emplace_back(counted_with(state, *more));
    return events;
}

}  // namespace ponte::origin
