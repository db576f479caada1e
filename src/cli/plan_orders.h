#pragma once

#include "adapters/plan_text/plan_text.h"
#include "desks/conference/commands.h"

// What the plan reader understood, as orders to the conference desk.
namespace ponte::cli {

[[nodiscard]] Language language_of(plan_text::Language language);
[[nodiscard]] conference::ImportPlan import_order(const plan_text::Plan& plan, conference::PlanId id, bool official, std::string source);
[[nodiscard]] conference::CorrectPlan correction_order(const plan_text::Plan& plan, conference::PlanId id, std::string reason);
// The same plan in another language: one order for the title and areas, one for each measure.
[[nodiscard]] std::vector<conference::StateText> translation_orders(const plan_text::Plan& plan, const conference::PlanId& id, TextStatus status,
                                                                     const std::string& source);

}  // namespace ponte::cli
