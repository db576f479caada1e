#pragma once

#include "base/figures.h"
#include "desks/conference/queries_figures.h"

// What a dossier can be held to: its figures as lines, the commitments of the series that they rest on,
// and the rows that the audience is shown. docs/formats/bundle.md is the page that the verifiers follow.
namespace ponte::conference {

using ponte::Contribution;
using ponte::Figure;

struct Proof {
    std::vector<Figure> figures;
    std::vector<Commitment> commitments;  // in order of series name, bytewise
    std::vector<SeriesShown> series;      // what the commitments are over, in the same order
    Digest commitments_digest;
    Digest figures_digest;
};

[[nodiscard]] std::vector<std::string> series_of_dossier(const Seen& seen, const PlanId& plan);
// now, before, expected, status.
[[nodiscard]] std::vector<Figure> figures_of_reading(const Seen& seen, const Reading& reading, Date as_at);
[[nodiscard]] std::vector<Figure> figures_of_indicator(const Seen& seen, const IndicatorDefined& definition, Date as_at);
[[nodiscard]] std::vector<Figure> figures_of(const Seen& seen, const PlanId& plan, Date as_at);
// With what other desks contribute: their figures stand after the conference's own, in the order given.
[[nodiscard]] Proof proof_of(const Known& known, const PlanId& plan, Audience audience, Date as_at,
                             const std::vector<Contribution>& contributions = {});

}  // namespace ponte::conference
