#pragma once

#include "base/languages.h"
#include "cli/office.h"
#include "desks/conference/events.h"

#include <optional>
#include <string>

// From a position of the journal to a file: docx, html, pdf, json, or the bundle.
namespace ponte::cli {

struct DossierWish {
    conference::PlanId plan;  // Empty: the newest.
    conference::Audience audience = conference::Audience::everyone;
    Language language = Language::en;
    std::string format;
    std::optional<std::uint64_t> position;  // Absent: the end of the journal.
    std::optional<Date> as_at;              // Absent: the day of the last entry there.
    std::optional<std::string> layout;      // A template's bytes: the docx is filled into it.
};

// A bundle needs a frozen dossier: the newest one at or before the position; where there is none, and no
// position was named, it is frozen now if the asker may.
[[nodiscard]] Attempt<Outcome<std::string>> make_dossier(Office& office, const Asker& asker, const DossierWish& wish);

// The bundle made anew from entry 0 of the journal named by --journal is this very text.
[[nodiscard]] Attempt<Outcome<bool>> is_made_by_journal(const Arguments& arguments, const std::string& bundle_text);

// Many papers at one position without folding it anew for each.
[[nodiscard]] Attempt<Outcome<std::string>> render(house::House& house, const house::Past& past, const DossierWish& wish,
                                                   std::optional<std::uint64_t> frozen);
[[nodiscard]] Attempt<Outcome<std::string>> bundle_of(journal::Journal& journal, std::uint64_t frozen);

}  // namespace ponte::cli
