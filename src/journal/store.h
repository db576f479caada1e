#pragma once

#include "journal/block.h"
#include "journal/files.h"

#include <functional>

// The port behind which blocks are kept. Its only write is "append this block if the log ends at N", so
// a second writer is fenced off by whatever the store is made of.
namespace ponte::journal {

// A block as read back. The views live as long as the call.
struct StoredBlock {
    BlockStamp stamp;
    ByteView bytes;
    std::span<const std::uint32_t> ends;

    [[nodiscard]] ByteView entry(std::size_t index) const {
        const std::size_t from = index == 0 ? 0 : ends[index - 1];
        return bytes.subspan(from, ends[index] - from);
    }
};

// Says whether to go on.
using BlockVisitor = std::function<bool(const StoredBlock&)>;

class Store {
public:
    virtual ~Store() = default;
    [[nodiscard]] virtual Attempt<std::uint64_t> size() = 0;
    // Durable when it returns. journal.not_the_writer when the log does not end there; after any other
    // fault the store is poisoned and refuses all writing. A sync is never tried twice.
    [[nodiscard]] virtual Attempt<Done> append(const Block& block, const BlockStamp& stamp) = 0;
    // The blocks that hold the entries [from, to), in order.
    [[nodiscard]] virtual Attempt<Done> read(std::uint64_t from, std::uint64_t to, const BlockVisitor& visit) = 0;
    [[nodiscard]] virtual Attempt<Bytes> read_entry(std::uint64_t sequence) = 0;
    [[nodiscard]] virtual Attempt<BlockStamp> stamp_of(std::uint64_t sequence) = 0;  // Of the block it stands in.
    // journal.store_full when there is no room for two blocks of so many bytes.
    [[nodiscard]] virtual Attempt<Done> room(std::uint64_t block_bytes) = 0;
    [[nodiscard]] virtual Attempt<Done> close() = 0;
};

}  // namespace ponte::journal
