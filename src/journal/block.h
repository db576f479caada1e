#pragma once

#include "base/date.h"
#include "base/digest.h"
#include "journal/entry.h"

#include <cstdint>
#include <span>
#include <vector>

// What one durable write carries: consecutive entries in one buffer. A run (a head and its parts)
// stands in one block whole, so a decision is either all there or not at all.
namespace ponte::journal {

inline constexpr std::size_t block_bytes_max = std::size_t{64} << 20U;

class Block {
public:
    // Appends an entry. The payload must fit an entry and the entry must fit the block (fits()).
    void add(std::uint16_t type, std::uint16_t version, ByteView payload);
    // Appends an entry of so many payload bytes and hands out the place to write them: no copy for
    // the fixed records of the ledger. The place is valid until the next add.
    [[nodiscard]] std::span<std::uint8_t> add_space(std::uint16_t type, std::uint16_t version, std::size_t payload_bytes);
    [[nodiscard]] bool fits(std::size_t payload_bytes) const;
    // Forgets the entries and keeps the memory.
    void clear();

    [[nodiscard]] bool empty() const { return ends_.empty(); }
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(ends_.size()); }
    [[nodiscard]] ByteView bytes() const { return bytes_; }
    [[nodiscard]] ByteView entry(std::size_t index) const;
    // End of each entry in bytes().
    [[nodiscard]] std::span<const std::uint32_t> ends() const { return ends_; }

private:
    Bytes bytes_;
    std::vector<std::uint32_t> ends_;
};

// Where a block stands and what the log is once it is in.
struct BlockStamp {
    std::uint64_t first = 0;  // Sequence of its first entry.
    Instant time;
    Digest root;  // Of the whole log after the block.
};

}  // namespace ponte::journal
