#pragma once

#include "adapters/meeting_papers/meeting_papers.h"
#include "adapters/templates/templates.h"

// The papers of a session in an office's own layout: the places of its template and what goes into them. The words
// are those of our own papers.
namespace ponte::meeting_papers {

// "invitation", "agenda", "minutes", "decisions". A template must have room for the remark that a demonstration is one, and
// for what a paper may not leave unsaid: that a session was moved or cancelled, that an agenda is not fixed, that minutes are
// not sealed, what became of a decision. Minutes that show lines show them in both languages.
[[nodiscard]] std::vector<templates::Catalogue> layout_catalogues();

[[nodiscard]] templates::Values invitation_values(const meetings::SessionShown& session, const BodyId& body, Language language, const Occasion& occasion);
[[nodiscard]] templates::Values agenda_values(const meetings::SessionShown& session, Language language, const Occasion& occasion);
[[nodiscard]] templates::Values minutes_values(const meetings::SessionShown& session, const meetings::MinutesShown& minutes, Language language,
                                               Language beside, const Occasion& occasion);
[[nodiscard]] templates::Values decisions_values(const meetings::SessionShown& session, const meetings::DecisionsAnswer& decisions, Language language,
                                                 const Occasion& occasion);

}  // namespace ponte::meeting_papers
