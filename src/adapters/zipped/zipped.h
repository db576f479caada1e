#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <cstddef>
#include <string>
#include <vector>

// The container of Word and Excel files. Reading distrusts everything the archive says about
// itself; writing gives the same bytes for the same entries, whenever and wherever it runs.
namespace ponte::zipped {

struct Entry {
    std::string name;  // "word/document.xml": forward slashes, no leading one.
    Bytes bytes;

    friend bool operator==(const Entry&, const Entry&) = default;
};

inline constexpr std::size_t entries_max = 2000;
inline constexpr std::size_t bytes_unpacked_max = std::size_t{64} << 20;
inline constexpr std::size_t ratio_max = 200;                         // Asked only of an entry ...
inline constexpr std::size_t ratio_asked_from = std::size_t{1} << 20;  // ... that unpacks to more than this.

namespace refusals {
inline constexpr RefusalKind not_a_zip{"zip.not_a_zip", Remedy::correct};
inline constexpr RefusalKind too_many_entries{"zip.too_many_entries", Remedy::correct};
inline constexpr RefusalKind entry_name_unsafe{"zip.entry_name_unsafe", Remedy::correct};  // Also a name twice.
inline constexpr RefusalKind encrypted{"zip.encrypted", Remedy::correct};
inline constexpr RefusalKind too_large{"zip.too_large", Remedy::correct};
inline constexpr RefusalKind ratio_too_high{"zip.ratio_too_high", Remedy::correct};
inline constexpr RefusalKind damaged{"zip.damaged", Remedy::correct};
}  // namespace refusals

// The files of an archive in its order; folders are left out. The refusals come in the order of the
// list above: what the directory says is judged for all entries before any of them is unpacked.
// The subject is the entry's name, the place "entry 3".
[[nodiscard]] Outcome<std::vector<Entry>> unzip(ByteView archive);

// In the order given, deflated, all dated 1980-01-01 (the oldest day that the format can say).
// A fault (zip.not_written) only for what no archive can hold: a name twice, or an empty one.
[[nodiscard]] Attempt<Bytes> zip(const std::vector<Entry>& entries);

}  // namespace ponte::zipped
