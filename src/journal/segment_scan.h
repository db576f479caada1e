#pragma once

#include "journal/entry.h"
#include "journal/files.h"
#include "journal/log_index.h"
#include "journal/tree.h"

#include <functional>
#include <optional>

// Reads every byte of the segments and believes nothing: frames, CRCs, sequence, the hash of every
// entry, the root after every block. It stops at the first block that is none and leaves it to
// ending.h to judge whether the log may end there.
namespace ponte::journal {

inline constexpr const char* segments_folder = "segments";

// Hears the journal's own entries (types below 16) as they go by.
using OwnEntryHearer = std::function<Attempt<Done>(std::uint64_t sequence, const EntryView& entry)>;

// What lies behind the last whole block of the last segment.
struct Rest {
    std::uint64_t from = 0;          // Where the last block ends.
    std::uint64_t dirty_to = 0;      // Behind the last byte that is not zero; `from` when there is none.
    std::string why;                 // What is wrong with the bytes at `from` as a block.
    std::optional<std::uint64_t> later_block;  // Offset of a block header further on, which no crash leaves.
    std::optional<std::uint64_t> block_end;    // Where the block at `from` would end, if its header reads well.
};

struct Scan {
    LogIndex index;
    Rest rest;
    std::vector<std::string> unfinished;  // "....seg.new": a roll that was cut off.
};

[[nodiscard]] Attempt<Scan> scan_segments(Files& files, const Digest& log_id, Tree& tree, const OwnEntryHearer& hear);

}  // namespace ponte::journal
