#include "journal/carried.h"

#include "base/canonical.h"
#include "base/described_values.h"
#include "journal/entry.h"
#include "journal/events.h"
#include "journal/proof.h"
#include "journal/tree.h"

namespace ponte::journal {

namespace {

// Whether the trusted key itself, by rotations that it began, handed over to the key that signed the note.
bool handed_over(const CarriedEntry& carried, const VerifierKey& trusted, VerifierKey& now) {
    now = trusted;
    for (const Bytes& payload : carried.rotations) {
        const auto rotated = from_bytes<KeyRotated>(payload);
        if (!rotated || rotated->old_key != now.key) continue;
        const Bytes message = key_rotation_message(carried.log_id, rotated->old_key, rotated->new_key);
        if (!signature_holds(rotated->old_key, message, rotated->signature)) return false;
        now.key = rotated->new_key;
    }
    return now != trusted;
}

Outcome<SignedCheckpoint> signed_by(const CarriedEntry& carried, const VerifierKey& log) {
    auto opened = open_checkpoint(carried.checkpoint, log);
    if (opened || opened.error().kind != refusals::note_not_signed) return opened;
    VerifierKey now;
    if (handed_over(carried, log, now) && open_checkpoint(carried.checkpoint, now)) return refuse(refusals::log_key_rotated, now.to_text());
    return opened;
}

}  // namespace

Outcome<CheckedEntry> check_carried(const CarriedEntry& carried, const VerifierKey& log, const SeenRoots& seen) {
    const SignedCheckpoint opened = TRY(signed_by(carried, log));
    CheckedEntry checked{.checkpoint = opened.checkpoint, .leaf = leaf_hash(carried.entry)};
    const Checkpoint& checkpoint = checked.checkpoint;
    if (!parse_entry(carried.entry)) return refuse(refusals::proof_false, "entry " + std::to_string(carried.index), "entry");
    if (!inclusion_holds(checked.leaf, carried.index, checkpoint.size, carried.inclusion, checkpoint.root)) {
        return refuse(refusals::proof_false, "entry " + std::to_string(carried.index), "inclusion");
    }
    const bool from_start = carried.from_size == 0;
    const Digest none = from_start ? sha256(ByteView()) : carried.from_root;
    if (from_start && carried.from_root != Digest()) return refuse(refusals::proof_false, "0", "from");
    if (!consistency_holds(carried.from_size, checkpoint.size, carried.consistency, none, checkpoint.root)) {
        return refuse(refusals::continuity_unproven, std::to_string(carried.from_size) + " to " + std::to_string(checkpoint.size), "consistency");
    }
    // Both roots are the log's own word now: one by its signature, the other by its proof.
    for (const auto& [size, root] : {std::pair(checkpoint.size, checkpoint.root), std::pair(carried.from_size, carried.from_root)}) {
        const auto known = seen.find(size);
        if (known != seen.end() && known->second != root) {
            checked.fork = Fork{size, known->second, root};
            return checked;
        }
    }
    const std::uint64_t last = seen.empty() ? 0 : seen.rbegin()->first;
    checked.continues = last == 0 || last == carried.from_size || last == checkpoint.size;
    return checked;
}

}  // namespace ponte::journal
