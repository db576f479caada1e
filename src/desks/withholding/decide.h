#pragma once

#include "base/outcome.h"
#include "desks/withholding/commands.h"
#include "desks/withholding/view.h"

#include <vector>

namespace ponte::withholding {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const StateTerms& command);
Decision decide(const View& view, const WithdrawTerms& command);
Decision decide(const View& view, const StateDomesticRates& command);
Decision decide(const View& view, const StateCorporateRates& command);
Decision decide(const View& view, const StateAntiAbuse& command);

// The words of a treaty's terms by themselves: what a hypothetical one in a question is held to as well.
[[nodiscard]] std::optional<Refusal> refusal_of_terms(const StateTerms& command);

}  // namespace ponte::withholding
