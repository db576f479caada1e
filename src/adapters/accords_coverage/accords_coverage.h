#pragma once

#include "base/languages.h"
#include "desks/accords/queries.h"
#include "desks/directory/facts.h"

#include <string>

// Coverage for people: partner by partner, in each a line for every kind that somebody recorded, then the sums by kind.
// No line is wider than 100 columns where a Han character takes two. In the words of words/accords_coverage.csv.
namespace ponte::accords_coverage {

inline constexpr std::size_t columns_max = 100;

// Partners by their names in the language, and by their codes where they have none.
[[nodiscard]] std::string text_of(const accords::CoverageAnswer& coverage, const directory::Jurisdictions& jurisdictions, Language language);

// How many columns of a terminal the text takes.
[[nodiscard]] std::size_t columns_of(std::string_view text);

}  // namespace ponte::accords_coverage
