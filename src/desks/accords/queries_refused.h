#pragma once

#include "base/outcome.h"
#include "desks/accords/queries.h"
#include "desks/accords/view.h"

// Questions that have no answer: about a partner that is no jurisdiction of the directory or is Macao itself, and for
// a set that is not there or has nobody in it. Asked before the answer is made; cheapest first, in the order of the
// question's fields. Parties to an instrument, and places on a list, may be Macao.
namespace ponte::accords {

[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const InstrumentsQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const FiguresQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const CoverageQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const WhichCoversQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const MayExchangeQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const RequestsQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const RequestStatisticsQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const ListingsQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const PartnerRecordsQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const NextPartnerQuery& query);
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking& looking, const MeasureFiguresQuery& query);

// Any other question has an answer, if only an empty one.
template <class Other>
[[nodiscard]] std::optional<Refusal> refusal_of(const Looking&, const Other&) {
    return std::nullopt;
}

}  // namespace ponte::accords
