#pragma once

#include "journal/files.h"
#include "base/digest.h"

#include <array>
#include <memory>
#include <optional>
#include <span>

// The head: how long the log is, told beside the log, so that a log that came back shorter than it was
// is found. Two slots written in turn: whatever happens to one write, the slot before it stands.
namespace ponte::journal {

inline constexpr std::size_t head_slot_bytes = 128;
inline constexpr std::size_t head_slot_distance = 512;  // A sector each.
inline constexpr std::size_t head_file_bytes = 2 * head_slot_distance;
// The head is synced at least every so many blocks, so after a power cut it is at most this far behind.
inline constexpr std::uint64_t head_lag_max = 64;
inline constexpr const char* head_path = "head";

using HeadSlotBytes = std::array<std::uint8_t, head_slot_bytes>;

struct Head {
    std::uint64_t writes = 0;   // Of the head, from 0; slot writes % 2.
    std::uint64_t size = 0;     // Entries of the log.
    Digest root;
    std::uint64_t bytes = 0;    // Of all segments up to the end of the last block.
    std::uint64_t segment = 0;  // The segment of the last block,
    std::uint64_t end = 0;      // and where in it that block ends.
    bool closed = false;        // Nothing was written after this.

    [[nodiscard]] HeadSlotBytes encode() const;
    [[nodiscard]] static std::optional<Head> parse(ByteView slot);

    friend bool operator==(const Head&, const Head&) = default;
};

// What is in the file: at least one slot that reads well.
struct HeadFile {
    Head newest;
    std::optional<Head> other;
    HeadSlotBytes other_bytes{};  // For telling a torn slot from a damaged one.
};

[[nodiscard]] Attempt<HeadFile> read_head(Files& files);
// The file of a log that is closed with this head.
[[nodiscard]] Bytes closed_head_file(Head head);
[[nodiscard]] Attempt<Done> create_head(Files& files, const Head& head);

// True when the slot is the front of one of `after` over the back of the one of `before` that stood
// there, two writes earlier: a write that was cut off. A flipped bit does not look like that.
[[nodiscard]] bool is_torn_slot(const HeadSlotBytes& slot, std::span<const Head> after, std::span<const Head> before);

class HeadWriter {
public:
    [[nodiscard]] static Attempt<HeadWriter> open(Files& files, std::uint64_t writes);
    // Into the slot that is older. `sync` waits until it is on the disk.
    [[nodiscard]] Attempt<Done> write(Head head, bool sync);

private:
    HeadWriter(std::unique_ptr<File> file, std::uint64_t writes) : file_(std::move(file)), writes_(writes) {}

    std::unique_ptr<File> file_;
    std::uint64_t writes_;  // Of the newest slot in the file.
    std::uint64_t unsynced_ = 0;
};

}  // namespace ponte::journal
