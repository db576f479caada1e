#pragma once

#include "journal/head.h"
#include "journal/segment_scan.h"

// Which ends of a log are a crash and which are damage. A crash leaves whole blocks that the head was
// not told of, a block cut off, a head slot cut off, and zeros laid ready; anything else is damage, and
// nothing is ever mended that was said yes to.
namespace ponte::journal {

struct Ending {
    std::uint64_t blocks_beyond_head = 0;
    bool head_slot_torn = false;
    bool closed = true;
    // The bytes of a write that was cut off, [from, to) of the last segment; empty when there are none.
    std::uint64_t torn_from = 0;
    std::uint64_t torn_to = 0;
};

[[nodiscard]] Attempt<Ending> judge_ending(Files& files, const Scan& scan, const HeadFile& head);

}  // namespace ponte::journal
