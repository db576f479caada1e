#include "journal/segment_scan.h"

#include "journal/crc32c.h"
#include "journal/frames.h"

#include <fmt/format.h>

namespace ponte::journal {

namespace {

constexpr std::size_t window_bytes = std::size_t{4} << 20U;

std::unexpected<Fault> damaged(const std::string& path, std::uint64_t offset, std::string what) {
    return fail("journal.segment_damaged", fmt::format("{} at {}", path, offset), std::move(what));
}

// The bytes of a file in order, a window at a time.
class Window {
public:
    Window(File& file, std::uint64_t size) : file_(file), size_(size) {}

    [[nodiscard]] std::uint64_t size() const { return size_; }
    // Up to `count` bytes at `offset`: fewer only where the file ends. Valid until the next call.
    [[nodiscard]] Attempt<ByteView> at(std::uint64_t offset, std::uint64_t count) {
        count = std::min(count, size_ - std::min(offset, size_));
        if (offset < from_ || offset + count > from_ + held_) {
            const std::uint64_t wanted = std::min<std::uint64_t>(std::max<std::uint64_t>(count, window_bytes), size_ - offset);
            if (bytes_.size() < wanted) bytes_.resize(wanted);
            TRY(file_.read_at(offset, std::span(bytes_).first(wanted)));
            from_ = offset;
            held_ = wanted;
        }
        return ByteView(bytes_).subspan(offset - from_, count);
    }

private:
    File& file_;
    std::uint64_t size_;
    Bytes bytes_;
    std::uint64_t from_ = 0;
    std::uint64_t held_ = 0;
};

// Either a whole block, or why there is none at this place.
struct Found {
    std::optional<BlockHeader> header;
    ByteView bytes;
    std::string why;
};

Attempt<Found> block_at(Window& window, std::uint64_t offset, std::uint64_t sequence) {
    Found found;
    found.header = BlockHeader::parse(TRY(window.at(offset, block_header_bytes)));
    if (!found.header) {
        found.why = "no block header";
    } else if (found.header->stamp.first != sequence) {
        found.why = fmt::format("a block of entry {} where entry {} is due", found.header->stamp.first, sequence);
    } else {
        found.bytes = TRY(window.at(offset + block_header_bytes, found.header->bytes));
        if (found.bytes.size() < found.header->bytes) {
            found.why = "a block cut short";
        } else if (crc32c({found.bytes}) != found.header->crc) {
            found.why = "a block whose entries differ from its CRC";
        }
    }
    return found;
}

class Scanner {
public:
    Scanner(Files& files, const Digest& log_id, Tree& tree, const OwnEntryHearer& hear)
        : files_(files), log_id_(log_id), tree_(tree), hear_(hear) {}

    Attempt<Scan> run() {
        std::vector<std::uint64_t> firsts;
        for (const std::string& name : TRY(list_if_there(files_, segments_folder))) {
            const auto first = segment_named(name);
            const bool unfinished = name.ends_with(".new") && segment_named(std::string_view(name).substr(0, name.size() - 4));
            const std::string path = std::string(segments_folder) + "/" + name;
            if (unfinished) {
                scan_.unfinished.push_back(path);
            } else if (first) {
                firsts.push_back(*first);
            } else {
                return damaged(full(path), 0, "a file that does not belong here");
            }
        }
        if (firsts.empty()) return damaged(full(segments_folder), 0, "no segment is there");
        for (std::size_t i = 0; i < firsts.size(); ++i) TRY(read_segment(firsts[i], i + 1 == firsts.size()));
        return std::move(scan_);
    }

private:
    [[nodiscard]] std::string full(const std::string& path) const { return files_.name() + "/" + path; }

    Attempt<Done> read_segment(std::uint64_t first, bool last) {
        SegmentPlace segment{first, segment_header_bytes, 0, std::string(segments_folder) + "/" + segment_name(first)};
        if (first != tree_.size()) {
            const auto& before = scan_.index.segments;
            const std::string ends = before.empty() ? "" : fmt::format(": {} ends at {}", before.back().path, before.back().end);
            return fail("journal.segment_missing", full(std::string(segments_folder) + "/" + segment_name(tree_.size())),
                        fmt::format("entries {} to {} are not there{}", tree_.size(), first, ends));
        }
        const auto file = TRY(files_.open(segment.path, OpenAs::read));
        segment.file_bytes = TRY(file->size());
        Window window(*file, segment.file_bytes);
        const auto header = SegmentHeader::parse(TRY(window.at(0, segment_header_bytes)));
        if (!header || header->first != first) return damaged(full(segment.path), 0, "the segment's header");
        if (header->log_id != log_id_) return damaged(full(segment.path), 16, "a segment of another journal");
        total_bytes_ += segment_header_bytes;
        scan_.index.segments.push_back(segment);
        std::uint64_t offset = segment_header_bytes;
        while (offset < window.size()) {
            const Found found = TRY(block_at(window, offset, tree_.size()));
            if (!found.why.empty()) {
                if (!last) return damaged(full(segment.path), offset, found.why);
                scan_.rest.why = found.why;
                break;
            }
            TRY(take_block(*found.header, found.bytes, offset));
            offset += block_header_bytes + found.header->bytes;
        }
        scan_.index.segments.back().end = offset;
        if (last) TRY(look_behind(window, offset));
        return Done{};
    }

    Attempt<Done> take_block(const BlockHeader& header, ByteView bytes, std::uint64_t offset) {
        const std::string& path = scan_.index.segments.back().path;
        ByteView rest = bytes;
        for (std::uint32_t i = 0; i < header.entries; ++i) {
            const auto entry = parse_entry_at_front(rest);
            const auto at = offset + block_header_bytes + static_cast<std::uint64_t>(rest.data() - bytes.data());
            if (!entry) return damaged(full(path), at, "an entry that is none: " + entry.error().subject);
            if (entry->type <= own_type_max || tree_.size() == 0) TRY(hear_(tree_.size(), *entry));
            tree_.append(leaf_hash(entry->bytes));
            rest = rest.subspan(entry->bytes.size());
            scan_.index.ends.push_back(static_cast<std::uint32_t>(rest.data() - bytes.data()));
        }
        if (!rest.empty()) return damaged(full(path), offset, "a block with bytes behind its entries");
        if (tree_.root() != header.stamp.root) return damaged(full(path), offset, "entries that do not make the block's root");
        if (!scan_.index.blocks.empty() && header.stamp.time < scan_.index.blocks.back().stamp.time) {
            return damaged(full(path), offset, "a block from before the block before it");
        }
        total_bytes_ += block_header_bytes + header.bytes;
        scan_.index.blocks.push_back({header.stamp, header.entries, header.bytes, header.crc,
                                      static_cast<std::uint32_t>(scan_.index.segments.size() - 1), offset + block_header_bytes,
                                      total_bytes_});
        return Done{};
    }

    // What is behind the last block, byte for byte: zeros, a write that was cut off, or damage.
    Attempt<Done> look_behind(Window& window, std::uint64_t from) {
        Rest& rest = scan_.rest;
        rest.from = from;
        rest.dirty_to = from;
        const auto own = BlockHeader::parse(TRY(window.at(from, block_header_bytes)));
        if (own && own->stamp.first == tree_.size()) rest.block_end = from + block_header_bytes + own->bytes;
        constexpr std::uint64_t step = window_bytes / 2;
        for (std::uint64_t at = from; at < window.size(); at += step) {
            // A header that lies across two steps is seen from the first.
            const ByteView bytes = TRY(window.at(at, step + block_header_bytes));
            const std::size_t count = std::min<std::size_t>(bytes.size(), step);
            for (std::size_t i = count; i-- > 0;) {
                if (bytes[i] == 0) continue;
                rest.dirty_to = at + i + 1;
                break;
            }
            for (std::size_t i = text_of(bytes).find("PONTEBK1"); i < count && !rest.later_block; i = text_of(bytes).find("PONTEBK1", i + 1)) {
                const auto header = BlockHeader::parse(bytes.subspan(i));
                if (header && header->stamp.first > tree_.size()) rest.later_block = at + i;
            }
        }
        return Done{};
    }

    Files& files_;
    const Digest& log_id_;
    Tree& tree_;
    const OwnEntryHearer& hear_;
    Scan scan_;
    std::uint64_t total_bytes_ = 0;
};

}  // namespace

Attempt<Scan> scan_segments(Files& files, const Digest& log_id, Tree& tree, const OwnEntryHearer& hear) {
    return Scanner(files, log_id, tree, hear).run();
}

}  // namespace ponte::journal
