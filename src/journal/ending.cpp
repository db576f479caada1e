#include "journal/ending.h"

#include "journal/frames.h"

#include <fmt/format.h>

namespace ponte::journal {

namespace {

class Judge {
public:
    Judge(Files& files, const Scan& scan, const HeadFile& head) : files_(files), scan_(scan), head_(head) {}

    Attempt<Ending> run() {
        ending_.closed = head_.newest.closed;
        TRY(compare_with_head());
        TRY(look_at_other_slot());
        TRY(look_behind());
        if (ending_.closed && !scan_.unfinished.empty()) {
            return fail("journal.segment_damaged", full(scan_.unfinished.front()), "a file left over in a journal that was closed");
        }
        return ending_;
    }

private:
    [[nodiscard]] std::string full(const std::string& path) const { return files_.name() + "/" + path; }
    [[nodiscard]] std::string head_place(std::uint64_t writes) const {
        return fmt::format("{} at {}", full(head_path), writes % 2 * head_slot_distance);
    }

    // The block after which a slot says the log ends, as an index.
    Attempt<std::size_t> block_told(const Head& told) {
        const LogIndex& index = scan_.index;
        if (told.size > index.size() || told.size == 0) {
            const SegmentPlace& last = index.segments.back();
            const std::string place = fmt::format("{} at {}", full(last.path), last.end);
            const std::string what = fmt::format("the log ends after {} entries and the head knows of {}", index.size(), told.size);
            if (told.segment > last.first) {
                return fail("journal.segment_missing", full(std::string(segments_folder) + "/" + segment_name(told.segment)), what);
            }
            if (!scan_.rest.why.empty()) return fail("journal.segment_damaged", place, scan_.rest.why + "; " + what);
            return fail("journal.log_shorter_than_head", place, what);
        }
        const std::size_t block = index.block_of(told.size - 1);
        Head found = index.head_after(block);
        found.writes = told.writes;
        found.closed = told.closed;
        if (found != told) return fail("journal.head_damaged", head_place(told.writes), "it does not fit the log: of another log, or log and head do not belong together");
        return block;
    }

    Attempt<Done> compare_with_head() {
        block_ = TRY(block_told(head_.newest));
        ending_.blocks_beyond_head = scan_.index.blocks.size() - 1 - block_;
        if (ending_.closed && ending_.blocks_beyond_head != 0) {
            return fail("journal.head_damaged", head_place(head_.newest.writes),
                        fmt::format("an older copy: the log was closed after {} entries and has {}", head_.newest.size, scan_.index.size()));
        }
        if (ending_.blocks_beyond_head > head_lag_max + 1) {
            return fail("journal.head_damaged", head_place(head_.newest.writes),
                        fmt::format("an older copy: {} blocks follow the one it knows", ending_.blocks_beyond_head));
        }
        return Done{};
    }

    Attempt<Done> look_at_other_slot() {
        if (head_.other) {
            if (head_.other->size > head_.newest.size) return fail("journal.head_damaged", head_place(head_.other->writes), "the older slot knows more");
            TRY(block_told(*head_.other));
            return Done{};
        }
        // Each write of the head tells of a block more, or opens or closes. After a power cut the newest
        // slot may have come back as an older one, so the write that was cut off may be some further on.
        std::vector<Head> after;
        std::vector<Head> before;
        const std::size_t last = scan_.index.blocks.size() - 1;
        for (std::uint64_t ahead = 1; ahead <= ending_.blocks_beyond_head + 3; ahead += 2) {
            const std::size_t most = std::min<std::size_t>(last, block_ + ahead);
            const std::size_t least = std::max<std::size_t>(block_, most - std::min<std::size_t>(most, 4));
            for (const bool closed : {false, true}) {
                for (std::size_t i = least; i <= most; ++i) after.push_back(told_after(i, head_.newest.writes + ahead, closed));
                for (std::size_t i = least - std::min<std::size_t>(least, 2); i <= most; ++i) {
                    before.push_back(told_after(i, head_.newest.writes + ahead - 2, closed));
                }
            }
        }
        if (!is_torn_slot(head_.other_bytes, after, before)) {
            return fail("journal.head_damaged", head_place(head_.newest.writes + 1), "a slot that no write left so");
        }
        ending_.head_slot_torn = true;
        return Done{};
    }

    [[nodiscard]] Head told_after(std::size_t block, std::uint64_t writes, bool closed) const {
        Head head = scan_.index.head_after(block);
        head.writes = writes;
        head.closed = closed;
        return head;
    }

    Attempt<Done> look_behind() {
        const SegmentPlace& last = scan_.index.segments.back();
        const Rest& rest = scan_.rest;
        const auto damaged = [&](std::uint64_t offset, const std::string& what) {
            return fail("journal.segment_damaged", fmt::format("{} at {}", full(last.path), offset), what);
        };
        if (last.file_bytes == rest.from) return Done{};
        if (ending_.closed) return damaged(rest.from, "bytes behind the end of a journal that was closed");
        if (rest.dirty_to == rest.from) return Done{};
        if (rest.later_block) return damaged(rest.from, rest.why + ", and a later block follows it");
        const std::uint64_t most = rest.block_end.value_or(rest.from + block_header_bytes + block_bytes_max);
        if (rest.dirty_to > most) return damaged(most, "bytes where nothing was written");
        ending_.torn_from = rest.from;
        ending_.torn_to = rest.dirty_to;
        return Done{};
    }

    Files& files_;
    const Scan& scan_;
    const HeadFile& head_;
    Ending ending_;
    std::size_t block_ = 0;  // The one the newest slot ends with.
};

}  // namespace

Attempt<Ending> judge_ending(Files& files, const Scan& scan, const HeadFile& head) { return Judge(files, scan, head).run(); }

}  // namespace ponte::journal
