#pragma once

#include "desks/accords/queries_partners.h"

// What several questions about partners need alike.
namespace ponte::accords {

// In percent, one place, half away from zero; empty where the whole is nothing.
[[nodiscard]] std::string percent(std::uint64_t part, std::uint64_t whole);

// Those named; else the members of the set on the day; else all that some instrument names that the reader may
// see. Never Macao itself, and at most 400.
[[nodiscard]] std::vector<JurisdictionId> partners_asked(const Looking& looking, const std::vector<JurisdictionId>& named,
                                                         const std::optional<directory::SetId>& set, Date day);

[[nodiscard]] ListingRow listing_row(const Looking& looking, const JurisdictionId& partner, Listing listing, Date day);

}  // namespace ponte::accords
