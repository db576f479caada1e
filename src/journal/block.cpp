#include "journal/block.h"

#include "base/check.h"

#include <algorithm>

namespace ponte::journal {

bool Block::fits(std::size_t payload_bytes) const {
    return payload_bytes <= entry_bytes_max - entry_header_bytes &&
           bytes_.size() + entry_header_bytes + payload_bytes <= block_bytes_max;
}

std::span<std::uint8_t> Block::add_space(std::uint16_t type, std::uint16_t version, std::size_t payload_bytes) {
    CHECK(type != 0);
    CHECK(fits(payload_bytes));
    const std::size_t from = bytes_.size();
    bytes_.resize(from + entry_header_bytes + payload_bytes);
    std::uint8_t* const at = bytes_.data() + from;
    for (unsigned i = 0; i < 2; ++i) {
        at[i] = static_cast<std::uint8_t>(type >> (8 * i) & 0xff);
        at[2 + i] = static_cast<std::uint8_t>(version >> (8 * i) & 0xff);
    }
    for (unsigned i = 0; i < 4; ++i) at[4 + i] = static_cast<std::uint8_t>(payload_bytes >> (8 * i) & 0xffU);
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    return std::span(bytes_).subspan(from + entry_header_bytes);
}

void Block::add(std::uint16_t type, std::uint16_t version, ByteView payload) {
    std::ranges::copy(payload, add_space(type, version, payload.size()).begin());
}

void Block::clear() {
    bytes_.clear();
    ends_.clear();
}

ByteView Block::entry(std::size_t index) const {
    CHECK(index < ends_.size());
    const std::size_t from = index == 0 ? 0 : ends_[index - 1];
    return ByteView(bytes_).subspan(from, ends_[index] - from);
}

}  // namespace ponte::journal
