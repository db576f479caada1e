#pragma once

#include "journal/block.h"
#include "journal/checkpoint.h"
#include "journal/events.h"
#include "journal/files.h"
#include "journal/history.h"
#include "journal/proof.h"
#include "journal/store_segments.h"
#include "journal/tree.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>

// The one record: append blocks of entries, read them back, prove what is in it. One writer at a time,
// any number of readers; not to be used by two threads at once.
namespace ponte::journal {

enum class Mode : std::uint8_t { read, write };

struct NewJournal {
    std::string origin;
    ClockKind clock = ClockKind::system;
    Instant created;
    std::optional<SecretKey> key;  // Made at random when absent; the simulator gives one.
};

struct OpenOptions {
    Mode mode = Mode::read;
    Instant now;  // Written into the lock, for whoever comes second.
};

// What opening found beside a sound log. Nothing here is damage; all of it is worth a line.
struct Opening {
    std::uint64_t blocks_beyond_head = 0;  // Whole and valid: the process stopped before it told the head.
    bool head_slot_torn = false;           // The process stopped while it told the head.
    bool closed = true;                    // The last writer closed it; false after a crash.
    std::uint64_t torn_bytes = 0;          // Reading only: bytes at the end that are no block.
    // Writing only: tails moved to torn/ that no entry speaks of yet. The house records each.
    std::vector<TailSetAside> tails;
    std::vector<std::string> finished;     // Steps of an interrupted key rotation or roll that were completed.
};

struct Written {
    std::uint64_t first = 0;  // Sequence of the block's first entry.
    Digest root;              // Of the whole log.
};

struct StoredEntry {
    std::uint64_t sequence = 0;
    EntryView entry;
    Instant time;
    Digest leaf;
};
using EntryVisitor = std::function<bool(const StoredEntry&)>;  // Says whether to go on.

struct OwnedEntry {
    Bytes bytes;
    std::uint64_t sequence = 0;
    Instant time;
    Digest leaf;

    [[nodiscard]] EntryView view() const;
};

struct VerifyOptions {
    std::optional<std::string> against;  // A checkpoint that left the machine.
};

// What was looked at; every number was checked, not only counted.
struct VerifyReport {
    std::uint64_t entries = 0;
    std::uint64_t blocks = 0;
    std::uint64_t segments = 0;
    std::uint64_t bytes = 0;
    Digest root;
    std::uint64_t key_rotations = 0;
    std::uint64_t witnesses = 0;
    std::uint64_t cosignatures = 0;
    std::uint64_t attachments = 0;
    std::uint64_t torn_tails = 0;
    bool log_key_checked = false;            // False for a copy without its secret.
    std::optional<std::uint64_t> against_size;
};

struct Attachment {
    Digest digest;
    std::uint64_t length = 0;
    std::string media_type;

    friend bool operator==(const Attachment&, const Attachment&) = default;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (digest, length, media_type))

// What both secretariats have seen alike: the newest checkpoint that every named witness has cosigned. The note
// holds the log's signature and the cosignatures, so that anyone can check it with their keys.
struct AdoptedCheckpoint {
    std::uint64_t size = 0;
    Digest root;
    Note note;
};

// The size that a file of cosignatures is named after.
[[nodiscard]] std::optional<std::uint64_t> cosigned_size_named(std::string_view name);

class Journal {
public:
    // The folder must be absent or empty. The journal is open for writing afterwards.
    [[nodiscard]] static Attempt<Journal> create(const std::string& folder, const NewJournal& journal);
    [[nodiscard]] static Attempt<Journal> create(std::unique_ptr<Files> files, const NewJournal& journal);
    // Reads and checks every entry; damage is a fault that names file, offset and kind.
    [[nodiscard]] static Attempt<Journal> open(const std::string& folder, const OpenOptions& options);
    [[nodiscard]] static Attempt<Journal> open(std::unique_ptr<Files> files, const OpenOptions& options);
    Journal(Journal&&) noexcept = default;
    Journal& operator=(Journal&& other) noexcept;
    ~Journal();  // Closes; close() says whether it went well.
    [[nodiscard]] Attempt<Done> close();

    [[nodiscard]] const JournalOpened& opened() const { return history_.opened; }
    [[nodiscard]] const History& history() const { return history_; }
    [[nodiscard]] const Opening& opening() const { return opening_; }
    [[nodiscard]] std::uint64_t size() const { return tree_.size(); }
    [[nodiscard]] Digest root() const { return tree_.root(); }
    [[nodiscard]] const Tree& tree() const { return tree_; }
    // The key that signs checkpoints now.
    [[nodiscard]] VerifierKey log_key() const;

    [[nodiscard]] Attempt<Done> for_each_entry(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit);
    [[nodiscard]] Attempt<OwnedEntry> read_entry(std::uint64_t sequence);
    // The stamp of the entry's block, from memory.
    [[nodiscard]] Attempt<Instant> time_of(std::uint64_t sequence);

    // Durable when it returns. After a fault other than journal.store_full nothing more can be written.
    [[nodiscard]] Attempt<Written> append(const Block& block, Instant time);
    // journal.store_full when two blocks of so many bytes would not fit.
    [[nodiscard]] Attempt<Done> room(std::uint64_t block_bytes = block_bytes_max);

    // Signed by the log's key, with the cosignatures kept for that size. Needs the key: write mode.
    [[nodiscard]] Attempt<std::string> checkpoint();
    [[nodiscard]] Attempt<std::string> checkpoint_at(std::uint64_t size);
    // tlog-proof text of an entry against the present size, or against an earlier one.
    [[nodiscard]] Attempt<std::string> prove(std::uint64_t sequence);
    [[nodiscard]] Attempt<std::string> prove_at(std::uint64_t sequence, std::uint64_t size);
    [[nodiscard]] Attempt<std::vector<Digest>> consistency(std::uint64_t old_size, std::uint64_t new_size);

    // Keeps the lines of named witnesses in a cosigned checkpoint of ours; says how many were new.
    [[nodiscard]] Attempt<std::uint64_t> keep_cosignatures(std::string_view signed_checkpoint);
    // Nothing while no witness is named, or no checkpoint has the lines of all of them. Read mode will do.
    [[nodiscard]] Attempt<std::optional<AdoptedCheckpoint>> adopted_checkpoint();
    [[nodiscard]] Attempt<std::uint64_t> adopted_size();  // 0 when none.
    // The newest size that this named witness has cosigned, so far as its lines came back; 0 when none.
    [[nodiscard]] Attempt<std::uint64_t> cosigned_size(std::string_view witness);
    [[nodiscard]] Attempt<Written> rotate_key(Instant time, std::optional<SecretKey> new_key = {});

    [[nodiscard]] Attempt<Attachment> attach(ByteView bytes, std::string media_type);
    [[nodiscard]] Attempt<Bytes> attachment(const Digest& digest);

    // Reads everything again from the disk.
    [[nodiscard]] Attempt<VerifyReport> verify(const VerifyOptions& options = {});
    // A whole copy of this moment, while the journal is in use; see backup.h for the way back.
    [[nodiscard]] Attempt<Done> backup_to_folder(const std::string& folder);
    [[nodiscard]] Attempt<Done> backup_to_file(const std::string& file);
    [[nodiscard]] Attempt<Done> export_tiles(const std::string& folder);

    // For tests: segments that end earlier than at 256 MiB.
    void set_segment_bytes_max(std::uint64_t bytes);

private:
    Journal() = default;
    struct Loaded;
    [[nodiscard]] static Attempt<Loaded> load(Files& files);
    [[nodiscard]] static Attempt<Loaded> load_beside_a_writer(Files& files);
    [[nodiscard]] Attempt<Done> begin_writing(Loaded& loaded);
    [[nodiscard]] Attempt<Done> take_key();
    [[nodiscard]] Attempt<Done> must_write() const;
    // Of any key the log has had: earlier checkpoints stay good after a rotation.
    [[nodiscard]] Attempt<SignedCheckpoint> own_checkpoint(std::string_view text) const;
    [[nodiscard]] Attempt<Note> kept_cosignatures(const std::string& path, std::uint64_t size) const;
    // The newest kept checkpoint with lines of all these witnesses.
    [[nodiscard]] Attempt<std::optional<AdoptedCheckpoint>> newest_cosigned(std::span<const WitnessNamed> witnesses);
    [[nodiscard]] Attempt<Done> verify_side_files(VerifyReport& report);

    std::unique_ptr<Files> files_;
    std::unique_ptr<Lock> lock_;
    std::unique_ptr<SegmentStore> store_;
    Tree tree_;
    History history_;
    Opening opening_;
    std::optional<SecretKey> key_;
    Mode mode_ = Mode::read;
    Instant last_time_;
    bool poisoned_ = false;
};

// For whoever seals something at a position that both sides have seen.
[[nodiscard]] inline Attempt<std::optional<AdoptedCheckpoint>> adopted(Journal& journal) { return journal.adopted_checkpoint(); }

}  // namespace ponte::journal
