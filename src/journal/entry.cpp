#include "journal/entry.h"

namespace ponte::journal {

namespace {

std::uint32_t little_endian(ByteView bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8U | bytes[i];
    return value;
}

}  // namespace

Outcome<EntryView> parse_entry_at_front(ByteView bytes) {
    if (bytes.size() < entry_header_bytes) return refuse(refusals::entry_unreadable, "shorter than its header");
    const std::uint32_t length = little_endian(bytes.subspan(4, 4));
    if (length > entry_bytes_max - entry_header_bytes) return refuse(refusals::entry_unreadable, "longer than 65,535 bytes");
    if (bytes.size() - entry_header_bytes < length) return refuse(refusals::entry_unreadable, "shorter than it says");
    const auto type = static_cast<std::uint16_t>(little_endian(bytes.first(2)));
    if (type == 0) return refuse(refusals::entry_unreadable, "type 0");
    return EntryView{type, static_cast<std::uint16_t>(little_endian(bytes.subspan(2, 2))),
                     bytes.subspan(entry_header_bytes, length), bytes.first(entry_header_bytes + length)};
}

Outcome<EntryView> parse_entry(ByteView bytes) {
    const EntryView entry = TRY(parse_entry_at_front(bytes));
    if (entry.bytes.size() != bytes.size()) return refuse(refusals::entry_unreadable, "longer than it says");
    return entry;
}

}  // namespace ponte::journal
