// What the journal says of itself to others: checkpoints, proofs, cosignatures and the change of its key.
#include "base/canonical.h"
#include "journal/folders.h"
#include "journal/identity.h"
#include "journal/journal.h"
#include "journal/lines.h"

#include <algorithm>
#include <fmt/format.h>

namespace ponte::journal {

namespace {

std::unexpected<Fault> refused(const Refusal& refusal) {
    return fail(refusal.kind.code, refusal.place.empty() ? refusal.subject : refusal.place, refusal.subject);
}

std::string cosignature_path(std::uint64_t size) { return fmt::format("{}/{:016}", cosignatures_folder, size); }

}  // namespace

Attempt<std::string> Journal::checkpoint() { return checkpoint_at(size()); }

Attempt<std::string> Journal::checkpoint_at(std::uint64_t size) {
    if (size == 0 || size > this->size()) return fail("journal.no_such_entry", std::to_string(size), fmt::format("the log has {}", this->size()));
    if (!key_) return fail("journal.read_only", files_->name(), "only who writes the log holds the key that signs for it");
    Note note{Checkpoint{history_.opened.origin, size, tree_.root_at(size), {}}.to_text(), {}};
    note.signatures.push_back(sign_note(note.text, history_.opened.origin, *key_));
    const std::string path = cosignature_path(size);
    if (TRY(files_->exists(path))) {
        for (const NoteSignature& line : TRY(kept_cosignatures(path, size)).signatures) {
            if (line.name != history_.opened.origin) note.signatures.push_back(line);
        }
    }
    return note.to_text();
}

Attempt<std::string> Journal::prove(std::uint64_t sequence) { return prove_at(sequence, size()); }

Attempt<std::string> Journal::prove_at(std::uint64_t sequence, std::uint64_t size) {
    const std::string checkpoint = TRY(checkpoint_at(size));
    if (sequence >= size) return fail("journal.no_such_entry", std::to_string(sequence), fmt::format("the checkpoint has {}", size));
    LogProof proof;
    proof.index = sequence;
    proof.hashes = tree_.inclusion_proof(sequence, size);
    return proof.to_text_before(checkpoint);
}

Attempt<std::vector<Digest>> Journal::consistency(std::uint64_t old_size, std::uint64_t new_size) {
    if (old_size > new_size || new_size > size()) {
        return fail("journal.no_such_entry", fmt::format("{} to {}", old_size, new_size), fmt::format("the log has {}", size()));
    }
    return tree_.consistency_proof(old_size, new_size);
}

Attempt<SignedCheckpoint> Journal::own_checkpoint(std::string_view text) const {
    auto read = read_checkpoint(text);
    if (!read) return refused(read.error());
    const auto is_signed = [&](const KeySince& since) {
        return signature_of(read->note, {history_.opened.origin, KeyUse::note, since.key}).has_value();
    };
    if (read->checkpoint.origin != history_.opened.origin) {
        return fail(refusals::checkpoint_of_another_log.code, read->checkpoint.origin, "this log is " + history_.opened.origin);
    }
    if (std::ranges::none_of(history_.keys, is_signed)) return fail(refusals::note_not_signed.code, read->checkpoint.origin, "no key of this log has signed it");
    const Checkpoint& checkpoint = read->checkpoint;
    if (checkpoint.size > size()) {
        return fail("journal.shorter_than_checkpoint", files_->name(),
                    fmt::format("the log has {} entries and had {} when the checkpoint left", size(), checkpoint.size));
    }
    if (tree_.root_at(checkpoint.size) != checkpoint.root) {
        return fail("journal.differs_from_checkpoint", files_->name(),
                    fmt::format("the first {} entries are not those the checkpoint speaks of: another history", checkpoint.size));
    }
    return *std::move(read);
}

Attempt<Note> Journal::kept_cosignatures(const std::string& path, std::uint64_t size) const {
    const Bytes text = TRY(read_whole(*files_, path, note_bytes_max + 100));
    const auto damaged = [&](const std::string& what) { return fail("journal.file_damaged", files_->name() + "/" + path, what); };
    // A checksum line stands before the note, so that a lost line at the end is found.
    std::string_view note_text = text_of(text);
    const auto check = take_field(note_text, "check");
    if (check != sha256(note_text).to_text()) return damaged("it differs from its checksum");
    auto kept = own_checkpoint(note_text);
    if (!kept) return damaged(std::string(kept.error().code) + ": " + kept.error().what);
    if (kept->checkpoint.size != size) return damaged("a checkpoint of another size than its name");
    // Only lines of witnesses were kept, so every line must hold still.
    for (const NoteSignature& line : kept->note.signatures) {
        const bool ours = line.name == history_.opened.origin;
        const bool holds = ours || std::ranges::any_of(history_.witnesses_ever, [&](const WitnessNamed& witness) {
            const auto found = signature_of(kept->note, {witness.witness, KeyUse::cosignature, witness.key});
            return found && *found == line;
        });
        if (!holds) return damaged("a line that no witness has signed: " + line.name);
    }
    return std::move(kept->note);
}

Attempt<std::uint64_t> Journal::keep_cosignatures(std::string_view signed_checkpoint) {
    TRY(must_write());
    const SignedCheckpoint given = TRY(own_checkpoint(signed_checkpoint));
    const std::string path = cosignature_path(given.checkpoint.size);
    Note kept{given.note.text, {sign_note(given.note.text, history_.opened.origin, *key_)}};
    if (TRY(files_->exists(path))) kept = TRY(kept_cosignatures(path, given.checkpoint.size));
    std::uint64_t added = 0;
    for (const WitnessNamed& witness : history_.witnesses) {
        const auto line = signature_of(given.note, {witness.witness, KeyUse::cosignature, witness.key});
        if (!line) {
            if (line.error().kind == refusals::note_signature_false) return refused(line.error());
            continue;
        }
        const bool known = std::ranges::any_of(kept.signatures, [&](const NoteSignature& one) { return one.name == line->name && one.key_id == line->key_id; });
        if (known) continue;
        kept.signatures.push_back(*line);
        ++added;
    }
    if (added == 0) return added;
    const std::string text = kept.to_text();
    TRY(write_whole(*files_, path, view_of("check " + sha256(text).to_text() + "\n" + text)));
    return added;
}

Attempt<std::optional<AdoptedCheckpoint>> Journal::newest_cosigned(std::span<const WitnessNamed> witnesses) {
    if (witnesses.empty()) return std::nullopt;
    auto names = TRY(list_if_there(*files_, cosignatures_folder));
    std::ranges::reverse(names);
    for (const std::string& name : names) {
        const auto size = cosigned_size_named(name);
        if (!size) continue;
        Note note = TRY(kept_cosignatures(std::string(cosignatures_folder) + "/" + name, *size));
        const bool all = std::ranges::all_of(witnesses, [&](const WitnessNamed& witness) {
            return signature_of(note, {witness.witness, KeyUse::cosignature, witness.key}).has_value();
        });
        if (all) return AdoptedCheckpoint{*size, tree_.root_at(*size), std::move(note)};
    }
    return std::nullopt;
}

Attempt<std::optional<AdoptedCheckpoint>> Journal::adopted_checkpoint() { return newest_cosigned(history_.witnesses); }

Attempt<std::uint64_t> Journal::adopted_size() {
    const auto newest = TRY(adopted_checkpoint());
    return newest ? newest->size : 0;
}

Attempt<std::uint64_t> Journal::cosigned_size(std::string_view witness) {
    const auto named = std::ranges::find(history_.witnesses, witness, &WitnessNamed::witness);
    if (named == history_.witnesses.end()) return 0;
    const auto newest = TRY(newest_cosigned(std::span(&*named, 1)));
    return newest ? newest->size : 0;
}

std::optional<std::uint64_t> cosigned_size_named(std::string_view name) {
    if (name.size() != 16) return std::nullopt;
    while (name.size() > 1 && name.front() == '0') name.remove_prefix(1);
    return number_from(name);
}

// Three steps, each of which may be the last before a crash: the new key is safe beside the old one,
// the log says so, the new one takes the old one's place. Opening completes or undoes it.
Attempt<Written> Journal::rotate_key(Instant time, std::optional<SecretKey> new_key) {
    TRY(must_write());
    const SecretKey next = new_key ? *new_key : SecretKey::made_at_random();
    TRY(write_key(*files_, next_log_key_path, next));
    KeyRotated rotated{key_->public_key(), next.public_key(), {}};
    rotated.signature = key_->sign(key_rotation_message(history_.opened.log_id, rotated.old_key, rotated.new_key));
    Block block;
    block.add(KeyRotated::type, KeyRotated::version, to_bytes(rotated));
    const Written written = TRY(append(block, time));
    auto placed = files_->rename(next_log_key_path, log_key_path);
    if (placed) placed = files_->sync_folder(keys_folder);
    if (!placed) {
        poisoned_ = true;
        return std::unexpected(placed.error());
    }
    key_ = next;
    return written;
}

Attempt<Attachment> Journal::attach(ByteView bytes, std::string media_type) {
    TRY(must_write());
    return Attachment{TRY(keep_by_digest(*files_, attachments_folder, bytes)), bytes.size(), std::move(media_type)};
}

Attempt<Bytes> Journal::attachment(const Digest& digest) { return read_by_digest(*files_, attachments_folder, digest); }

}  // namespace ponte::journal
