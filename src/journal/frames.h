#pragma once

#include "journal/block.h"

#include <array>
#include <optional>
#include <string>

// The fixed frames of a segment file: its header, and the header before each block. Layouts are in
// docs/formats/journal.md; all numbers are little-endian.
namespace ponte::journal {

inline constexpr std::size_t segment_header_bytes = 64;
inline constexpr std::size_t block_header_bytes = 80;

using SegmentHeaderBytes = std::array<std::uint8_t, segment_header_bytes>;
using BlockHeaderBytes = std::array<std::uint8_t, block_header_bytes>;

struct SegmentHeader {
    Digest log_id;
    std::uint64_t first = 0;  // Sequence of the first entry in the file, and the file's name.

    [[nodiscard]] SegmentHeaderBytes encode() const;
    [[nodiscard]] static std::optional<SegmentHeader> parse(ByteView bytes);

    friend bool operator==(const SegmentHeader&, const SegmentHeader&) = default;
};

struct BlockHeader {
    std::uint32_t entries = 0;
    std::uint32_t bytes = 0;  // Of all entries together; they follow the header.
    BlockStamp stamp;
    std::uint32_t crc = 0;  // CRC-32C of the entries' bytes.

    [[nodiscard]] BlockHeaderBytes encode() const;
    // Nothing when magic, CRC or a reserved field is not right.
    [[nodiscard]] static std::optional<BlockHeader> parse(ByteView bytes);
};

// "0000000000000042.seg"; and back.
[[nodiscard]] std::string segment_name(std::uint64_t first);
[[nodiscard]] std::optional<std::uint64_t> segment_named(std::string_view name);

}  // namespace ponte::journal
