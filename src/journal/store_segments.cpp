#include "journal/store_segments.h"

#include "base/check.h"
#include "journal/crc32c.h"
#include "journal/frames.h"

#include <fmt/format.h>

namespace ponte::journal {

namespace {

// Zeros are laid ahead in steps that grow with the file, so that small journals stay small.
constexpr std::uint64_t zeros_min = std::uint64_t{64} << 10U;
constexpr std::uint64_t zeros_max = std::uint64_t{4} << 20U;
constexpr std::uint64_t room_spare = std::uint64_t{1} << 20U;

std::string path_of(std::uint64_t first) { return std::string(segments_folder) + "/" + segment_name(first); }

BlockHeader header_of(const Block& block, const BlockStamp& stamp) {
    return {block.count(), static_cast<std::uint32_t>(block.bytes().size()), stamp, crc32c({block.bytes()})};
}

}  // namespace

Attempt<Done> SegmentStore::create(Files& files, const Digest& log_id, const Block& block, const BlockStamp& stamp) {
    Bytes bytes;
    const SegmentHeaderBytes segment = SegmentHeader{log_id, 0}.encode();
    const BlockHeaderBytes header = header_of(block, stamp).encode();
    bytes.insert(bytes.end(), segment.begin(), segment.end());
    bytes.insert(bytes.end(), header.begin(), header.end());
    bytes.insert(bytes.end(), block.bytes().begin(), block.bytes().end());
    TRY(files.make_folder(segments_folder));
    TRY(write_whole(files, path_of(0), bytes));
    Head head;
    head.size = block.count();
    head.root = stamp.root;
    head.bytes = bytes.size();
    head.end = bytes.size();
    return create_head(files, head);
}

Attempt<std::unique_ptr<SegmentStore>> SegmentStore::open_to_read(Files& files, Scan scan) {
    return std::unique_ptr<SegmentStore>(new SegmentStore(files, std::move(scan.index)));
}

Attempt<std::unique_ptr<SegmentStore>> SegmentStore::open_to_write(Files& files, const Digest& log_id, Scan scan, const HeadFile& head) {
    std::unique_ptr<SegmentStore> store(new SegmentStore(files, std::move(scan.index)));
    store->log_id_ = log_id;
    for (const std::string& path : scan.unfinished) TRY(files.remove(path));
    store->last_ = TRY(files.open(store->index_.segments.back().path, OpenAs::write));
    // What the last writer could no longer say is made sure before anything follows it.
    TRY(store->last_->sync());
    store->head_ = TRY(HeadWriter::open(files, head.newest.writes));
    // Into both slots: whatever a power cut does to later writes, none of them says "closed" any more.
    for (int slot = 0; slot < 2; ++slot) TRY(store->head_->write(store->index_.head_after(store->index_.blocks.size() - 1), true));
    return store;
}

Attempt<std::uint64_t> SegmentStore::size() { return index_.size(); }

Attempt<Done> SegmentStore::room(std::uint64_t block_bytes) {
    const std::uint64_t needed = 2 * (block_bytes + block_header_bytes) + room_spare;
    const std::uint64_t free = TRY(files_.free_bytes());
    if (free >= needed) return Done{};
    return fail("journal.store_full", files_.name(), fmt::format("{} bytes are free and {} are kept for two blocks", free, needed));
}

Attempt<Done> SegmentStore::append(const Block& block, const BlockStamp& stamp) {
    CHECK(!block.empty());
    if (last_ == nullptr) return fail("journal.read_only", files_.name(), "opened for reading");
    if (poisoned_) return fail("journal.poisoned", files_.name(), "an earlier write failed; open the journal again");
    if (stamp.first != index_.size()) {
        return fail("journal.not_the_writer", files_.name(), fmt::format("the log ends at {} and not at {}", index_.size(), stamp.first));
    }
    TRY(room(block.bytes().size()));
    auto written = write_block(block, stamp);
    poisoned_ = !written.has_value();
    return written;
}

Attempt<Done> SegmentStore::write_block(const Block& block, const BlockStamp& stamp) {
    const std::uint64_t length = block_header_bytes + block.bytes().size();
    const SegmentPlace& full = index_.segments.back();
    if (full.end > segment_header_bytes && full.end + length > segment_bytes_max_) TRY(roll(stamp.first));
    SegmentPlace& segment = index_.segments.back();
    TRY(lay_zeros(length));
    const BlockHeader header = header_of(block, stamp);
    TRY(last_->write_at(segment.end, {header.encode(), block.bytes()}));
    TRY(last_->sync());
    const std::uint64_t total = index_.blocks.back().total_bytes + length + (segment.end == segment_header_bytes ? segment_header_bytes : 0);
    index_.blocks.push_back({stamp, block.count(), header.bytes, header.crc, static_cast<std::uint32_t>(index_.segments.size() - 1),
                             segment.end + block_header_bytes, total});
    index_.ends.insert(index_.ends.end(), block.ends().begin(), block.ends().end());
    segment.end += length;
    segment.file_bytes = std::max(segment.file_bytes, segment.end);
    return head_->write(index_.head_after(index_.blocks.size() - 1), false);
}

Attempt<Done> SegmentStore::lay_zeros(std::uint64_t needed) {
    SegmentPlace& segment = index_.segments.back();
    if (segment.end + needed <= segment.file_bytes) return Done{};
    const std::uint64_t step = std::clamp(segment.end / 4 / zeros_min * zeros_min, zeros_min, zeros_max);
    if (needed > step) return Done{};  // A large block is better written once.
    TRY(last_->grow(segment.end + step));
    segment.file_bytes = segment.end + step;
    return Done{};
}

Attempt<Done> SegmentStore::roll(std::uint64_t first) {
    SegmentPlace& full = index_.segments.back();
    TRY(last_->truncate(full.end));
    TRY(last_->sync());
    full.file_bytes = full.end;
    TRY(write_whole(files_, path_of(first), SegmentHeader{log_id_, first}.encode()));
    last_ = TRY(files_.open(path_of(first), OpenAs::write));
    index_.segments.push_back({first, segment_header_bytes, segment_header_bytes, path_of(first)});
    return Done{};
}

Attempt<Done> SegmentStore::close() {
    if (last_ == nullptr) return Done{};
    if (poisoned_) return fail("journal.poisoned", files_.name(), "not closed: an earlier write failed");
    poisoned_ = true;
    SegmentPlace& segment = index_.segments.back();
    if (segment.file_bytes > segment.end) {
        TRY(last_->truncate(segment.end));
        TRY(last_->sync());
    }
    Head head = index_.head_after(index_.blocks.size() - 1);
    head.closed = true;
    TRY(head_->write(head, true));
    last_.reset();
    return Done{};
}

std::string SegmentStore::place(const BlockPlace& block) const {
    return fmt::format("{}/{} at {}", files_.name(), index_.segments[block.segment].path, block.offset);
}

Attempt<File*> SegmentStore::reader_of(std::uint32_t segment) {
    if (readers_.size() <= segment) readers_.resize(index_.segments.size());
    if (readers_[segment] == nullptr) readers_[segment] = TRY(files_.open(index_.segments[segment].path, OpenAs::read));
    return readers_[segment].get();
}

Attempt<Done> SegmentStore::read(std::uint64_t from, std::uint64_t to, const BlockVisitor& visit) {
    CHECK(from <= to && to <= index_.size());
    if (from == to) return Done{};
    for (std::size_t i = index_.block_of(from); i < index_.blocks.size() && index_.blocks[i].stamp.first < to; ++i) {
        const BlockPlace& block = index_.blocks[i];
        if (read_bytes_.size() < block.bytes) read_bytes_.resize(block.bytes);
        const auto place_for_it = std::span(read_bytes_).first(block.bytes);
        File* const file = TRY(reader_of(block.segment));
        TRY(file->read_at(block.offset, place_for_it));
        if (crc32c({place_for_it}) != block.crc) return fail("journal.segment_damaged", place(block), "a block that differs from what it was");
        if (!visit({block.stamp, place_for_it, index_.ends_of(block)})) break;
    }
    return Done{};
}

Attempt<Bytes> SegmentStore::read_entry(std::uint64_t sequence) {
    CHECK(sequence < index_.size());
    const BlockPlace& block = index_.blocks[index_.block_of(sequence)];
    const std::uint32_t from = sequence == block.stamp.first ? 0 : index_.ends[sequence - 1];
    Bytes bytes(index_.ends[sequence] - from);
    File* const file = TRY(reader_of(block.segment));
    TRY(file->read_at(block.offset + from, bytes));
    return bytes;
}

Attempt<BlockStamp> SegmentStore::stamp_of(std::uint64_t sequence) {
    CHECK(sequence < index_.size());
    return index_.blocks[index_.block_of(sequence)].stamp;
}

}  // namespace ponte::journal
