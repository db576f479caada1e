#pragma once

#include "base/bytes.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The dossier bundle as a value and as text (docs/formats/bundle.md). Reading checks the shape and the
// last line's digest only; what the bundle claims is checked by verify.h.
namespace ponte::bundle {

namespace refusals {
inline constexpr RefusalKind unreadable{"bundle.unreadable", Remedy::correct};
inline constexpr RefusalKind digest_wrong{"bundle.digest_wrong", Remedy::correct};
inline constexpr RefusalKind too_large{"bundle.too_large", Remedy::correct};
}  // namespace refusals

inline constexpr std::size_t bytes_max = std::size_t{256} << 20U;
inline constexpr std::size_t leaves_per_line = 256;

struct BundleRow {
    std::uint64_t sequence = 0;
    std::optional<Bytes> entry;  // Absent: a row that the audience is not shown.

    friend bool operator==(const BundleRow&, const BundleRow&) = default;
};

// One series and its commitment, as the frozen dossier states it.
struct BundleSeries {
    std::string name;
    std::uint64_t rows = 0;
    Digest chain;
    std::uint64_t shown = 0;
    Digest chain_shown;
    std::vector<BundleRow> rows_in_order;  // by sequence

    friend bool operator==(const BundleSeries&, const BundleSeries&) = default;
};

struct Bundle {
    std::string plan;
    std::string audience;                   // "macao", "mainland" or "everyone"
    Date as_at;
    std::uint64_t position = 0;             // entries before the freezing run
    std::uint64_t frozen = 0;               // sequence of the DossierFrozen entry
    bool demonstration = false;             // the journal's clock is simulated, as its entry 0 says
    std::vector<std::string> figure_lines;  // seven fields joined by tabs, a line feed at the end
    std::vector<BundleSeries> series;       // in bytewise order of name
    Bytes opened_entry;                     // entry 0, journal.opened: which log, which clock
    Bytes frozen_entry;
    std::vector<Digest> leaves;             // all leaves of the checkpoint, in order
    std::string log_key;                    // "name+hash+base64"
    std::string checkpoint;                 // the signed note

    friend bool operator==(const Bundle&, const Bundle&) = default;
};

// No field may hold a tab or a line feed, save the line feed that ends a figure's line.
[[nodiscard]] std::string write(const Bundle& bundle);

// Strict: what reads writes back to the same bytes. Refuses with the place "line N".
[[nodiscard]] Outcome<Bundle> read(std::string_view text);

}  // namespace ponte::bundle
