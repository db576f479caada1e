#pragma once

#include "desks/accords/queries_coverage.h"
#include "desks/accords/queries_instruments.h"
#include "desks/accords/queries_partners.h"
#include "desks/accords/queries_pipeline.h"
#include "desks/accords/queries_ties.h"

#include <variant>

// Questions to the accords desk, answered as at a day from what the reader may see.
namespace ponte::accords {

using Query = std::variant<InstrumentsQuery, InstrumentQuery, RulesQuery, FileQuery, ArticleHistoryQuery, StalledQuery, ThresholdsQuery, DueQuery,
                           FiguresQuery, TiesQuery, TieQuery,
                           CoverageQuery, WhichCoversQuery, MayExchangeQuery, CountsQuery,
                           RequestsQuery, RequestStatisticsQuery, ListingsQuery, PartnerRecordsQuery, NextPartnerQuery, MeasureFiguresQuery>;

}  // namespace ponte::accords
