#pragma once

#include "base/describe.h"
#include "base/digest.h"

#include <cstdint>
#include <string>
#include <vector>

// What a dossier is held to, whichever desk it comes from: figures as lines, and the series of entries that
// they are computed from. docs/formats/bundle.md is the page that the verifiers follow.
namespace ponte {

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

// One entry of a series, and whether the audience is shown it.
struct SeriesRow {
    std::uint64_t sequence = 0;
    Digest leaf;
    bool shown = false;
};

// All entries that a figure of the series may rest on, in order.
struct SeriesShown {
    std::string name;
    std::vector<SeriesRow> rows;
};

// What a desk adds to a dossier. A series without rows is left out, with its figures: a journal that never
// used the desk has the dossier it always had.
struct Contribution {
    std::vector<Figure> figures;
    std::vector<SeriesShown> series;
};

// One step of a series' chain: SHA-256(chain, sequence as u64 little-endian, leaf).
[[nodiscard]] Digest chained(const Digest& chain, std::uint64_t sequence, const Digest& leaf);

}  // namespace ponte
