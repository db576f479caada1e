#pragma once

#include "journal/ending.h"
#include "journal/segment_scan.h"
#include "journal/store.h"

// The embedded store: append-only segment files with one fdatasync a block, and the head beside them.
// It runs over the Files port, so the simulator drives this very code on its faulty disks.
namespace ponte::journal {

inline constexpr std::uint64_t segment_bytes_max = std::uint64_t{256} << 20U;

class SegmentStore final : public Store {
public:
    // The first block of a new log, its segment and its head.
    [[nodiscard]] static Attempt<Done> create(Files& files, const Digest& log_id, const Block& block, const BlockStamp& stamp);
    // `files` must outlive the store. For writing, the head is told so before anything else is written.
    [[nodiscard]] static Attempt<std::unique_ptr<SegmentStore>> open_to_read(Files& files, Scan scan);
    [[nodiscard]] static Attempt<std::unique_ptr<SegmentStore>> open_to_write(Files& files, const Digest& log_id, Scan scan,
                                                                              const HeadFile& head);

    Attempt<std::uint64_t> size() override;
    Attempt<Done> append(const Block& block, const BlockStamp& stamp) override;
    Attempt<Done> read(std::uint64_t from, std::uint64_t to, const BlockVisitor& visit) override;
    Attempt<Bytes> read_entry(std::uint64_t sequence) override;
    Attempt<BlockStamp> stamp_of(std::uint64_t sequence) override;
    Attempt<Done> room(std::uint64_t block_bytes) override;
    Attempt<Done> close() override;

    [[nodiscard]] const LogIndex& index() const { return index_; }
    // False after a failed write: what is on the disk is not known.
    [[nodiscard]] bool is_sound() const { return !poisoned_; }
    // For tests: roll earlier than at 256 MiB.
    void set_segment_bytes_max(std::uint64_t bytes) { segment_bytes_max_ = bytes; }

private:
    SegmentStore(Files& files, LogIndex index) : files_(files), index_(std::move(index)) {}

    [[nodiscard]] Attempt<Done> write_block(const Block& block, const BlockStamp& stamp);
    [[nodiscard]] Attempt<Done> roll(std::uint64_t first);
    [[nodiscard]] Attempt<Done> lay_zeros(std::uint64_t needed);
    [[nodiscard]] Attempt<File*> reader_of(std::uint32_t segment);
    [[nodiscard]] std::string place(const BlockPlace& block) const;

    Files& files_;
    LogIndex index_;
    Digest log_id_;
    std::unique_ptr<File> last_;  // The segment being written; none when reading.
    std::optional<HeadWriter> head_;
    std::vector<std::unique_ptr<File>> readers_;
    Bytes read_bytes_;
    std::uint64_t segment_bytes_max_ = segment_bytes_max;
    bool poisoned_ = false;
};

}  // namespace ponte::journal
