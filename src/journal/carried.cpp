#include "journal/carried.h"

#include "base/canonical.h"
#include "base/described_values.h"
#include "journal/entry.h"
#include "journal/events.h"
#include "journal/journal.h"
#include "journal/proof.h"
#include "journal/tree.h"

#include <algorithm>

namespace ponte::journal {

namespace {

// The keys of the log from the first rotation on; nothing where one of them was not signed by the key before.
std::optional<std::vector<PublicKey>> keys_in_turn(const CarriedEntry& carried) {
    std::vector<PublicKey> keys;
    for (const Bytes& payload : carried.rotations) {
        const auto rotated = from_bytes<KeyRotated>(payload);
        if (!rotated || (!keys.empty() && rotated->old_key != keys.back())) return std::nullopt;
        const Bytes message = key_rotation_message(carried.log_id, rotated->old_key, rotated->new_key);
        if (!signature_holds(rotated->old_key, message, rotated->signature)) return std::nullopt;
        if (keys.empty()) keys.push_back(rotated->old_key);
        keys.push_back(rotated->new_key);
    }
    // Without a rotation nothing in the packet would vouch for the log id.
    if (keys.empty() && carried.log_id != Digest()) return std::nullopt;
    return keys;
}

Outcome<SignedCheckpoint> signed_by(const CarriedEntry& carried, const VerifierKey& log) {
    auto opened = open_checkpoint(carried.checkpoint, log);
    if (!opened && opened.error().kind != refusals::note_not_signed) return opened;
    const auto keys = keys_in_turn(carried);
    if (!keys) return refuse(refusals::proof_false, {}, "rotations");
    const auto trusted = std::ranges::find(*keys, log.key);
    if (!keys->empty() && trusted == keys->end()) return refuse(refusals::note_not_signed, log.to_text(), "rotations");
    if (opened) return opened;
    // The trusted key itself has handed over to the one that signs now: told, and not followed in silence.
    for (auto next = trusted; next != keys->end(); ++next) {
        const VerifierKey now{log.name, KeyUse::note, *next};
        if (open_checkpoint(carried.checkpoint, now)) return refuse(refusals::log_key_rotated, now.to_text());
    }
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
    return checked;
}

Attempt<CarriedEntry> carry(Journal& journal, std::uint64_t sequence, std::uint64_t from_size, std::uint64_t size) {
    if (sequence >= size || from_size > size || size > journal.size()) {
        return fail("journal.no_such_entry", std::to_string(sequence), std::to_string(from_size) + " to " + std::to_string(size));
    }
    CarriedEntry carried{.entry = TRY(journal.read_entry(sequence)).bytes,
                         .index = sequence,
                         .inclusion = journal.tree().inclusion_proof(sequence, size),
                         .from_size = from_size,
                         .from_root = from_size == 0 ? Digest() : journal.tree().root_at(from_size),
                         .consistency = TRY(journal.consistency(from_size, size)),
                         .rotations = {},
                         .log_id = {},
                         .checkpoint = TRY(journal.checkpoint_at(size))};
    for (const KeySince& since : journal.history().keys) {
        if (since.sequence == 0) continue;  // The first key came with the opening.
        const OwnedEntry rotated = TRY(journal.read_entry(since.sequence));
        const ByteView payload = rotated.view().payload;
        carried.rotations.emplace_back(payload.begin(), payload.end());
        carried.log_id = journal.opened().log_id;
    }
    return carried;
}

}  // namespace ponte::journal
