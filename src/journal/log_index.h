#pragma once

#include "journal/block.h"
#include "journal/head.h"

#include <algorithm>
#include <string>
#include <vector>

// Where each block and each entry lies, in memory: built while opening, grown by each append.
namespace ponte::journal {

struct SegmentPlace {
    std::uint64_t first = 0;      // Sequence of its first entry.
    std::uint64_t end = 0;        // Where its last block ends.
    std::uint64_t file_bytes = 0; // More than `end` while zeros lie ready behind it.
    std::string path;
};

struct BlockPlace {
    BlockStamp stamp;
    std::uint32_t entries = 0;
    std::uint32_t bytes = 0;       // Of the entries.
    std::uint32_t crc = 0;         // Of the entries' bytes.
    std::uint32_t segment = 0;     // Index in LogIndex::segments.
    std::uint64_t offset = 0;      // Of the first entry in the segment.
    std::uint64_t total_bytes = 0; // Of all segments up to the end of this block.
};

struct LogIndex {
    std::vector<SegmentPlace> segments;
    std::vector<BlockPlace> blocks;
    std::vector<std::uint32_t> ends;  // By sequence: the end of the entry within its block's bytes.

    [[nodiscard]] std::uint64_t size() const { return ends.size(); }
    [[nodiscard]] std::span<const std::uint32_t> ends_of(const BlockPlace& block) const {
        return std::span(ends).subspan(block.stamp.first, block.entries);
    }
    // Index of the block that holds the entry, which must be there.
    [[nodiscard]] std::size_t block_of(std::uint64_t sequence) const {
        const auto behind = std::ranges::upper_bound(blocks, sequence, {}, [](const BlockPlace& block) { return block.stamp.first; });
        return static_cast<std::size_t>(behind - blocks.begin()) - 1;
    }
    // What the head says when the log ends with this block.
    [[nodiscard]] Head head_after(std::size_t block) const {
        const BlockPlace& last = blocks[block];
        Head head;
        head.size = last.stamp.first + last.entries;
        head.root = last.stamp.root;
        head.bytes = last.total_bytes;
        head.segment = segments[last.segment].first;
        head.end = last.offset + last.bytes;
        return head;
    }
};

}  // namespace ponte::journal
