#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <cstdint>

// An entry is bytes: u16 type, u16 version, u32 length, payload, all little-endian. The journal keeps,
// hashes and proves them as they stand and knows of no desk; only types below 16 are its own (events.h).
namespace ponte::journal {

inline constexpr std::size_t entry_header_bytes = 8;
inline constexpr std::size_t entry_bytes_max = 65'535;  // So that a C2SP entry bundle can hold it.
inline constexpr std::uint16_t own_type_max = 15;

namespace refusals {
inline constexpr RefusalKind entry_unreadable{"journal.entry_unreadable", Remedy::correct};
}  // namespace refusals

// Looks into bytes that somebody else keeps.
struct EntryView {
    std::uint16_t type = 0;
    std::uint16_t version = 0;
    ByteView payload;
    ByteView bytes;  // The whole entry: what is hashed.
};

// The entry that these bytes are, all of them and nothing more.
[[nodiscard]] Outcome<EntryView> parse_entry(ByteView bytes);
// The entry at the front of the bytes; others may follow.
[[nodiscard]] Outcome<EntryView> parse_entry_at_front(ByteView bytes);

}  // namespace ponte::journal
