#include "journal/journal.h"

#include "base/canonical.h"
#include "base/check.h"
#include "base/described_values.h"
#include "journal/files_disk.h"
#include "journal/folders.h"
#include "journal/identity.h"

#include <fmt/format.h>

namespace ponte::journal {

// What reading a folder from end to end gives.
struct Journal::Loaded {
    HeadFile head;
    Scan scan;
    Ending ending;
    Tree tree;
    History history;
};

namespace {

constexpr int reads_max = 5;

Attempt<Done> make_side_folders(Files& files) {
    for (const char* const folder : {keys_folder, cosignatures_folder, attachments_folder, torn_folder}) TRY(files.make_folder(folder));
    return Done{};
}

}  // namespace

Attempt<Journal> Journal::create(const std::string& folder, const NewJournal& journal) { return create(files_on_disk(folder), journal); }

Attempt<Journal> Journal::create(std::unique_ptr<Files> files, const NewJournal& journal) {
    if (!is_key_name(journal.origin)) return fail("journal.origin_unusable", journal.origin, "an origin has no blanks and no plus");
    TRY(files->make_folder(""));
    if (!TRY(files->list("")).empty()) return fail("journal.folder_not_empty", files->name(), "a journal is made in an empty folder");
    TRY(make_side_folders(*files));
    const SecretKey key = journal.key ? *journal.key : SecretKey::made_at_random();
    TRY(write_key(*files, log_key_path, key));
    JournalOpened opened{journal.origin, {}, key.public_key(), journal.clock, journal.created};
    opened.log_id = log_id_of(opened);
    Block block;
    block.add(JournalOpened::type, JournalOpened::version, to_bytes(opened));
    TRY(SegmentStore::create(*files, opened.log_id, block, {0, journal.created, leaf_hash(block.entry(0))}));
    // The identity comes last: a folder without one is no journal yet.
    TRY(write_whole(*files, identity_path, view_of(identity_text(opened))));
    return open(std::move(files), {Mode::write, journal.created});
}

Attempt<Journal::Loaded> Journal::load(Files& files) {
    Loaded loaded;
    const JournalOpened identity = TRY(read_identity(files));
    // The head first: a writer who goes on meanwhile makes the log longer than it says, never shorter.
    loaded.head = TRY(read_head(files));
    const auto hear = [&loaded](std::uint64_t sequence, const EntryView& entry) { return evolve(loaded.history, sequence, entry); };
    loaded.scan = TRY(scan_segments(files, identity.log_id, loaded.tree, hear));
    loaded.ending = TRY(judge_ending(files, loaded.scan, loaded.head));
    if (loaded.history.opened != identity) {
        return fail("journal.identity_damaged", files.name() + "/" + identity_path, "it is not the identity that entry 0 records");
    }
    return loaded;
}

Attempt<Journal::Loaded> Journal::load_beside_a_writer(Files& files) {
    auto loaded = load(files);
    // What looks like damage may be a writer at work. It is damage when nothing moved meanwhile.
    for (int i = 1; i < reads_max && !loaded; ++i) {
        auto again = load(files);
        const bool same = !again && again.error() == loaded.error();
        loaded = std::move(again);
        if (same) break;
    }
    return loaded;
}

Attempt<Journal> Journal::open(const std::string& folder, const OpenOptions& options) { return open(files_on_disk(folder), options); }

Attempt<Journal> Journal::open(std::unique_ptr<Files> files, const OpenOptions& options) {
    Journal journal;
    journal.mode_ = options.mode;
    if (!TRY(files->exists(identity_path))) {
        return fail("journal.not_a_journal", files->name(), "it has no file 'identity'");
    }
    if (options.mode == Mode::write) journal.lock_ = TRY(files->lock(lock_path, options.now.to_text()));
    Loaded loaded = options.mode == Mode::write ? TRY(load(*files)) : TRY(load_beside_a_writer(*files));
    journal.files_ = std::move(files);
    journal.tree_ = std::move(loaded.tree);
    journal.history_ = std::move(loaded.history);
    journal.last_time_ = loaded.scan.index.blocks.back().stamp.time;
    journal.opening_.blocks_beyond_head = loaded.ending.blocks_beyond_head;
    journal.opening_.head_slot_torn = loaded.ending.head_slot_torn;
    journal.opening_.closed = loaded.ending.closed;
    journal.opening_.torn_bytes = loaded.ending.torn_to - loaded.ending.torn_from;
    if (options.mode == Mode::write) {
        TRY(journal.begin_writing(loaded));
    } else {
        journal.store_ = TRY(SegmentStore::open_to_read(*journal.files_, std::move(loaded.scan)));
    }
    return journal;
}

// Everything is known to be sound; only now is anything changed, and each step may be cut off and
// is taken again by the next opening.
Attempt<Done> Journal::begin_writing(Loaded& loaded) {
    TRY(take_key());
    TRY(make_side_folders(*files_));
    SegmentPlace& last = loaded.scan.index.segments.back();
    if (opening_.torn_bytes > 0) {
        Bytes tail(opening_.torn_bytes);
        const auto file = TRY(files_->open(last.path, OpenAs::write));
        TRY(file->read_at(loaded.ending.torn_from, tail));
        TRY(keep_by_digest(*files_, torn_folder, tail));
        TRY(file->truncate(loaded.ending.torn_from));
        TRY(file->sync());
        last.file_bytes = loaded.ending.torn_from;
        opening_.torn_bytes = 0;
    }
    for (const Digest& digest : TRY(list_by_digest(*files_, torn_folder))) {
        if (history_.tails.contains(digest)) continue;
        const Bytes tail = TRY(read_by_digest(*files_, torn_folder, digest));
        opening_.tails.push_back({tail.size(), digest, "a write that was cut off"});
    }
    for (const std::string& path : loaded.scan.unfinished) opening_.finished.push_back("removed " + path + ", begun and never used");
    store_ = TRY(SegmentStore::open_to_write(*files_, history_.opened.log_id, std::move(loaded.scan), loaded.head));
    return Done{};
}

// The secret that belongs to the log's key, completing or undoing a rotation that was cut off.
Attempt<Done> Journal::take_key() {
    key_ = TRY(read_key(*files_, log_key_path));
    const bool has_next = TRY(files_->exists(next_log_key_path));
    const bool is_ours = key_->public_key() == history_.key();
    if (has_next && is_ours) {
        TRY(files_->remove(next_log_key_path));
        opening_.finished.push_back("removed a new key that no entry had named yet");
    } else if (has_next) {
        SecretKey next = TRY(read_key(*files_, next_log_key_path));
        if (next.public_key() == history_.key()) {
            TRY(files_->rename(next_log_key_path, log_key_path));
            TRY(files_->sync_folder(keys_folder));
            key_ = next;
            opening_.finished.push_back("put the new key in the place of the old one");
        }
    }
    if (key_->public_key() != history_.key()) {
        return fail("journal.key_damaged", files_->name() + "/" + log_key_path, "the key of another log, or one rotated away");
    }
    return Done{};
}

Journal& Journal::operator=(Journal&& other) noexcept {
    if (this != &other) {
        this->~Journal();
        new (this) Journal(std::move(other));
    }
    return *this;
}

Journal::~Journal() {
    if (store_ != nullptr && lock_ != nullptr && !poisoned_) (void)close();
}

Attempt<Done> Journal::close() {
    if (store_ == nullptr || lock_ == nullptr) return Done{};
    auto closed = store_->close();
    poisoned_ = true;
    lock_.reset();
    return closed;
}

Attempt<Done> Journal::must_write() const {
    if (mode_ != Mode::write) return fail("journal.read_only", files_->name(), "opened for reading");
    if (poisoned_) return fail("journal.poisoned", files_->name(), "closed, or an earlier write failed; open the journal again");
    return Done{};
}

VerifierKey Journal::log_key() const { return {history_.opened.origin, KeyUse::note, history_.key()}; }

void Journal::set_segment_bytes_max(std::uint64_t bytes) { store_->set_segment_bytes_max(bytes); }

Attempt<Written> Journal::append(const Block& block, Instant time) {
    TRY(must_write());
    CHECK(!block.empty());
    CHECK(time >= last_time_);
    std::optional<History> next;
    const std::uint64_t first = size();
    for (std::uint32_t i = 0; i < block.count(); ++i) {
        const auto entry = parse_entry(block.entry(i));
        CHECK(entry.has_value());
        if (entry->type <= own_type_max && entry->type != RunHeaded::type) {
            if (!next) next = history_;
            if (auto heard = evolve(*next, first + i, *entry); !heard) {
                tree_.truncate(first);
                return std::unexpected(heard.error());
            }
        }
        tree_.append(leaf_hash(entry->bytes));
    }
    const BlockStamp stamp{first, time, tree_.root()};
    if (auto written = store_->append(block, stamp); !written) {
        // Nothing may speak of entries that are perhaps not there.
        tree_.truncate(first);
        poisoned_ = written.error().code != "journal.store_full" || !store_->is_sound();
        return std::unexpected(written.error());
    }
    last_time_ = time;
    if (next) history_ = *std::move(next);
    return Written{first, stamp.root};
}

Attempt<Done> Journal::room(std::uint64_t block_bytes) { return store_->room(block_bytes); }

Attempt<Done> Journal::for_each_entry(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) {
    if (from > to || to > size()) return fail("journal.no_such_entry", fmt::format("{} to {}", from, to), fmt::format("the log has {}", size()));
    return store_->read(from, to, [&](const StoredBlock& block) {
        const std::uint64_t first = block.stamp.first;
        for (std::uint64_t i = from > first ? from - first : 0; i < block.ends.size() && first + i < to; ++i) {
            const auto entry = parse_entry(block.entry(i));
            CHECK(entry.has_value());  // It was when the log was opened, and the block's CRC says it still is.
            if (!visit({first + i, *entry, block.stamp.time, tree_.leaf(first + i)})) return false;
        }
        return true;
    });
}

EntryView OwnedEntry::view() const {
    const auto entry = parse_entry(bytes);
    CHECK(entry.has_value());
    return *entry;
}

Attempt<Instant> Journal::time_of(std::uint64_t sequence) {
    if (sequence >= size()) return fail("journal.no_such_entry", std::to_string(sequence), fmt::format("the log has {}", size()));
    return TRY(store_->stamp_of(sequence)).time;
}

Attempt<OwnedEntry> Journal::read_entry(std::uint64_t sequence) {
    if (sequence >= size()) return fail("journal.no_such_entry", std::to_string(sequence), fmt::format("the log has {}", size()));
    OwnedEntry entry{TRY(store_->read_entry(sequence)), sequence, TRY(store_->stamp_of(sequence)).time, tree_.leaf(sequence)};
    if (leaf_hash(entry.bytes) != entry.leaf) {
        return fail("journal.segment_damaged", fmt::format("{}, entry {}", files_->name(), sequence), "an entry that differs from its leaf");
    }
    return entry;
}

}  // namespace ponte::journal
