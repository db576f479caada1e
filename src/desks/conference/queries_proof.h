#pragma once

#include "desks/conference/queries_figures.h"

// What a dossier can be held to: its figures as lines, the commitments of the series that they rest on,
// and the rows that the audience is shown. docs/formats/bundle.md is the page that the verifiers follow.
namespace ponte::conference {

// One number (or class) of the dossier. `value` is what is printed; empty: there is none.
struct Figure {
    std::string id;      // "m4.rmb_clearing_total.now"
    std::string rule;    // "now", "before", "expected", "status", "count_actions", ...
    std::string series;  // the series it is computed from; "-" for a count over other figures
    std::string value;
    std::string period;
    std::string badge;
    std::vector<std::uint64_t> entries;

    // Fields joined by tabs, entries by commas, a line feed at the end. No field holds a tab.
    [[nodiscard]] std::string line() const;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (id, rule, series, value, period, badge, entries))

struct Proof {
    std::vector<Figure> figures;
    std::vector<Commitment> commitments;  // in order of series name, bytewise
    Digest commitments_digest;
    Digest figures_digest;
};

[[nodiscard]] std::vector<std::string> series_of_dossier(const Seen& seen, const PlanId& plan);
// now, before, expected, status.
[[nodiscard]] std::vector<Figure> figures_of_indicator(const Seen& seen, const IndicatorDefined& definition, Date as_at);
[[nodiscard]] std::vector<Figure> figures_of(const Seen& seen, const PlanId& plan, Date as_at);
[[nodiscard]] Proof proof_of(const Known& known, const PlanId& plan, Audience audience, Date as_at);

}  // namespace ponte::conference
