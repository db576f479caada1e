#pragma once

#include "adapters/dossier/words.h"
#include "base/date.h"

#include <string>
#include <string_view>

// Dates, periods and numbers as each language writes them. Nothing is rounded or computed: only the
// spelling changes, and what isn't understood stays as it is.
namespace ponte::dossier {

[[nodiscard]] std::string date_text(Words& words, Date date);        // 2020年12月31日, 31 December 2020
[[nodiscard]] std::string period_text(Words& words, std::string_view period);  // of Period::to_text
// "4747.3" as 4,747.3, in Portuguese 4 747,3 with a no-break space. Several joined by " / " too.
[[nodiscard]] std::string number_text(Language language, std::string_view number);
[[nodiscard]] std::string number_text(Language language, std::uint64_t number);

// At most so many characters, cut at a blank where the script has blanks, with an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t characters_max);

}  // namespace ponte::dossier
