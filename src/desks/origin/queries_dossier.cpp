#include "desks/origin/queries_dossier.h"

#include "base/describe.h"
#include "desks/origin/seen.h"

#include <array>

namespace ponte::origin {

namespace {

using enum Counted;

constexpr std::array order{certificates_issued, certificates_used, certificates_cancelled, exporters_registered, products_registered,
                           changes_requested, changes_accepted, changes_declined, suppliers_certified, suppliers_cancelled};

}  // namespace

Contribution contribution_of(const State& state, const access::Sight& reader, Date as_at) {
    Contribution contribution;
    if (state.count_rows.empty()) return contribution;
    const Seen seen(state, reader);
    SeriesShown series{.name = std::string(series_of_origin), .rows = {}};
    for (const CountRow& row : state.count_rows) {
        const Count* count = seen.count(row.cell);
        series.rows.push_back({row.sequence, row.leaf, count != nullptr && count->sequence == row.sequence});
    }
    contribution.series.push_back(std::move(series));
    for (const Counted what : order) {
        const std::string name(name_of(what));
        const Count* count = seen.count({.what = what, .year = static_cast<std::uint16_t>(as_at.year())});
        Figure figure{.id = std::string(series_of_origin) + "." + name,
                      .rule = std::string(series_of_origin) + "_" + name,
                      .series = std::string(series_of_origin),
                      .value = {},
                      .period = std::to_string(as_at.year()),
                      .badge = "computed",
                      .entries = {}};
        if (count != nullptr) {
            figure.value = std::to_string(count->numbers.count);
            figure.entries = {count->sequence};
        }
        contribution.figures.push_back(std::move(figure));
    }
    return contribution;
}

}  // namespace ponte::origin
