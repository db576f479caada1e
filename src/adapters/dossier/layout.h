#pragma once

#include "adapters/dossier/dossier.h"
#include "adapters/templates/templates.h"

// What a dossier in an office's own layout may say (cover, summary, measures, meetings, problems, decisions, changes): the places of its template
// and what goes into them. The words are those of the paper.
namespace ponte::dossier {

// A template must have room for what kind of truth a figure is, and for the remark that a demonstration is one.
[[nodiscard]] templates::Catalogue layout_catalogue();

[[nodiscard]] templates::Values layout_values(const conference::DossierAnswer& answer, Language language, const Occasion& occasion,
                                              const Business& business = {});

}  // namespace ponte::dossier
