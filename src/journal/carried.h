#pragma once

#include "base/outcome.h"
#include "journal/checkpoint.h"

#include <map>
#include <vector>

// An entry that leaves its log with what proves it, and the check at the other end: the log signed this
// checkpoint, the entry is in it, and it continues the checkpoints that were seen of this log before.
namespace ponte::journal {

namespace refusals {
// The checkpoint is not shown to continue what was seen. Damage looks so, and so does a log with two histories.
inline constexpr RefusalKind continuity_unproven{"journal.continuity_unproven", Remedy::ask};
// The log's key was changed by its old key: the subject is the new one. Whoever trusts must say so himself.
inline constexpr RefusalKind log_key_rotated{"journal.log_key_rotated", Remedy::ask};
}  // namespace refusals

class Journal;

struct CarriedEntry {
    Bytes entry;                     // With its header, as it stands in the log.
    std::uint64_t index = 0;
    std::vector<Digest> inclusion;   // Of the entry in the checkpoint.
    std::uint64_t from_size = 0;     // 0: from the beginning, the root is then zero and the proof empty.
    Digest from_root;
    std::vector<Digest> consistency; // From there to the checkpoint.
    std::vector<Bytes> rotations;    // Every journal.key_rotated/1 of the log, payloads in order.
    Digest log_id;                   // Which the rotations are signed for; zero when there are none.
    std::string checkpoint;          // A signed note.

    friend bool operator==(const CarriedEntry&, const CarriedEntry&) = default;
};

// What was seen of a log: roots by size.
using SeenRoots = std::map<std::uint64_t, Digest>;

// Two signed checkpoints of one log that no single history has.
struct Fork {
    std::uint64_t size = 0;  // At which it shows.
    Digest seen;
    Digest shown;

    friend bool operator==(const Fork&, const Fork&) = default;
};

struct CheckedEntry {
    Checkpoint checkpoint;
    Digest leaf;               // Of the entry: what the packet is known by.
    std::optional<Fork> fork;  // Proven by what the log itself has signed.
};

// Refuses what is not proven; a fork is no refusal but a finding, since it must be kept.
[[nodiscard]] Outcome<CheckedEntry> check_carried(const CarriedEntry& carried, const VerifierKey& log, const SeenRoots& seen);

// The entry at `sequence` with its proof in the log's first `size` entries, from those that were seen.
[[nodiscard]] Attempt<CarriedEntry> carry(Journal& journal, std::uint64_t sequence, std::uint64_t from_size, std::uint64_t size);

}  // namespace ponte::journal
