#pragma once

#include "adapters/dossier/dossier.h"
#include "adapters/xlsx/xlsx.h"

#include <vector>

// The dossier as a workbook: what the paper says, as tables that can be sorted and filtered. One sheet a kind
// of row; numbers are numbers, dates are ISO text, and each row names the entry of the record it stands on.
namespace ponte::dossier {

[[nodiscard]] std::vector<xlsx::Sheet> sheets_of(const conference::DossierAnswer& answer, Language language, const Occasion& occasion,
                                                 const Business& business = {});

}  // namespace ponte::dossier
