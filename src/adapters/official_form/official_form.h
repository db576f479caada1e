#pragma once

#include "adapters/paper/paper.h"
#include "base/languages.h"
#include "desks/planning/queries.h"

#include <map>
#include <string>

// Next year's list as the official text is set: title, areas, numbered measures, and nothing beside them in
// the body, so that the Word file with its changes accepted is read back as the very same plan
// (adapters/plan_text). What differs from the earlier year is a tracked change of the body that worded it.
namespace ponte::official_form {

struct Occasion {
    std::uint64_t position = 0;                // entries of the journal before this paper
    Instant time;                              // recorded time of that position, never the wall clock
    std::map<std::string, Names> body_names;   // on that day, by id
    std::string release;                       // of the program
    bool demonstration = false;
};

// `for_word`: what is said about the paper (a draft, what is not compared) stands in the foot alone. The
// other files, which nobody reads back, have it above the title too, with how changes are marked.
[[nodiscard]] paper::Paper paper_of(const planning::ComparisonAnswer& answer, Language language, const Occasion& occasion, bool for_word);

}  // namespace ponte::official_form
