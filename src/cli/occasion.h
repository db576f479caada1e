#pragma once

#include "adapters/dossier/dossier.h"
#include "cli/office.h"

// What every paper about a position needs to know of it.
namespace ponte::cli {

[[nodiscard]] dossier::Occasion occasion_of(journal::Journal& journal, const house::Past& past, std::optional<std::uint64_t> frozen);

// Problems of the plan and decisions, as the reader may see them.
[[nodiscard]] dossier::Business business_of(const house::Past& past, const conference::PlanId& plan, const access::Sight& reader);

[[nodiscard]] conference::PlanId newest_plan(const conference::State& state);

// Whether the asker belongs to the audience on the day; everyone belongs to the public.
[[nodiscard]] bool audience_is_open_to(const house::Desks& desks, const Asker& asker, conference::Audience audience, Date day);

}  // namespace ponte::cli
