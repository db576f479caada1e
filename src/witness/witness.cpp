#include "witness/witness.h"

#include "journal/identity.h"
#include "journal/lines.h"
#include "journal/tree.h"
#include "witness/evidence.h"
#include "witness/refusals.h"

#include <algorithm>
#include <fmt/format.h>

namespace ponte::witness {

namespace {

constexpr const char* identity_path = "witness";
constexpr const char* key_path = "witness.key";
constexpr const char* lock_path = "lock";
constexpr const char* evidence_folder = "evidence";
constexpr std::string_view title = "ponte witness 1";

std::string identity_text(const journal::VerifierKey& key, bool simulated_clock) {
    const std::string text = fmt::format("{}\nkey {}\nclock {}\n", title, key.to_text(), simulated_clock ? "simulated" : "system");
    return text + "check " + sha256(text).to_text() + "\n";
}

struct Identity {
    journal::VerifierKey key;
    bool simulated_clock = false;
};

Attempt<Identity> read_own_identity(journal::Files& files) {
    const Bytes text = TRY(journal::read_whole(files, identity_path, 4096));
    std::string_view rest = text_of(text);
    const auto first = journal::take_line(rest);
    auto key = journal::VerifierKey::parse(journal::take_field(rest, "key").value_or(""));
    const bool simulated = journal::take_field(rest, "clock") == "simulated";
    if (first != title || !key || identity_text(*key, simulated) != text_of(text)) {
        return fail("witness.identity_damaged", files.name() + "/" + identity_path, "it does not read as it was written");
    }
    return Identity{*std::move(key), simulated};
}

// The journal's readers say what is wrong in their own words; here they concern the witness.
Refusal as_ours(const Refusal& theirs) {
    const bool signature = theirs.kind == journal::refusals::note_not_signed || theirs.kind == journal::refusals::note_signature_false;
    return {signature ? refusals::log_signature_false : refusals::checkpoint_unreadable, theirs.subject, theirs.place};
}

// Of an origin several keys may be trusted, before and after a rotation: the one that has signed this note.
Outcome<journal::VerifierKey> signer_of(const journal::SignedCheckpoint& read, std::string_view text, std::span<const journal::VerifierKey> trusted) {
    std::optional<Refusal> why;
    for (const journal::VerifierKey& key : trusted) {
        if (key.name != read.checkpoint.origin || key.use != journal::KeyUse::note) continue;
        const auto opened = journal::open_checkpoint(text, key);
        if (opened) return key;
        why = as_ours(opened.error());
    }
    if (!why) return refuse(refusals::origin_unknown, read.checkpoint.origin);
    return std::unexpected(*why);
}

std::string with_our_line(const journal::Note& note, const journal::NoteSignature& line) {
    journal::Note whole = note;
    std::erase_if(whole.signatures, [&](const journal::NoteSignature& one) { return one.name == line.name && one.key_id == line.key_id; });
    whole.signatures.push_back(line);
    return whole.to_text();
}

}  // namespace

Attempt<Outcome<Witness>> Witness::create(std::unique_ptr<journal::Files> files, const NewWitness& made) {
    const std::string name = made.name + (made.simulated_clock ? "/simulated" : "");
    if (!journal::is_key_name(made.name)) return Outcome<Witness>(refuse(refusals::name_unusable, made.name, "--name"));
    TRY(files->make_folder(""));
    if (!TRY(files->list("")).empty()) return Outcome<Witness>(refuse(refusals::folder_not_empty, files->name(), "--folder"));
    const journal::SecretKey secret = made.key ? *made.key : journal::SecretKey::made_at_random();
    TRY(files->make_folder(evidence_folder));
    TRY(journal::write_key(*files, key_path, secret));
    TRY(write_memory(*files, {}));
    // The identity comes last: a folder without one is no witness yet.
    const journal::VerifierKey key{name, journal::KeyUse::cosignature, secret.public_key()};
    TRY(journal::write_whole(*files, identity_path, view_of(identity_text(key, made.simulated_clock))));
    return open(std::move(files), "its making");
}

Attempt<Outcome<Witness>> Witness::open(std::unique_ptr<journal::Files> files, const std::string& now) {
    if (!TRY(files->exists(identity_path))) return Outcome<Witness>(refuse(refusals::not_a_witness, files->name(), "--folder"));
    auto lock = files->lock(lock_path, now);
    if (!lock && lock.error().code == "journal.held") return Outcome<Witness>(refuse(refusals::held, lock.error().what, files->name()));
    if (!lock) return std::unexpected(lock.error());
    Identity identity = TRY(read_own_identity(*files));
    const journal::SecretKey secret = TRY(journal::read_key(*files, key_path));
    if (secret.public_key() != identity.key.key) return fail("witness.identity_damaged", files->name() + "/" + key_path, "the key of another witness");
    Memory memory = TRY(read_memory(*files));
    Witness witness(std::move(files), *std::move(lock), secret);
    witness.key_ = std::move(identity.key);
    witness.simulated_clock_ = identity.simulated_clock;
    witness.memory_ = std::move(memory);
    return Outcome<Witness>(std::move(witness));
}

Attempt<std::vector<std::string>> Witness::evidence() const { return journal::list_if_there(*files_, evidence_folder); }

// The evidence is on the disk before anything is said.
Attempt<Refusal> Witness::found_fork(const Remembered& known, const journal::WitnessRequest& request, const journal::VerifierKey& log) {
    Evidence evidence{Finding::unproven, log.to_text(), known.checkpoint, request.checkpoint, request.consistency};
    // The first may bear the key before a rotation; then it is that key's word and not shown by this one.
    if (const auto finding = finding_of(evidence, log)) evidence.finding = *finding;
    const std::string text = evidence.to_text();
    const std::string path = std::string(evidence_folder) + "/" + sha256(text).to_text();
    TRY(files_->make_folder(evidence_folder));
    if (!TRY(files_->exists(path))) TRY(journal::write_whole(*files_, path, view_of(text)));
    return Refusal{evidence.finding == Finding::fork ? refusals::fork : refusals::continuity_unproven, files_->name() + "/" + path,
                   "size " + std::to_string(known.size)};
}

Attempt<Outcome<Cosigned>> Witness::cosign(std::string_view text, std::span<const journal::VerifierKey> trusted, std::uint64_t seconds) {
    using Result = Outcome<Cosigned>;
    const auto request = journal::WitnessRequest::parse(text);
    if (!request) return Result(refuse(refusals::request_unreadable, request.error().subject, request.error().place));
    const auto read = journal::read_checkpoint(request->checkpoint);
    if (!read) return Result(std::unexpected(as_ours(read.error())));
    const journal::Checkpoint& checkpoint = read->checkpoint;
    const auto log = signer_of(*read, request->checkpoint, trusted);
    if (!log) return Result(std::unexpected(log.error()));
    if (request->old_size > checkpoint.size) {
        return Result(refuse(refusals::goes_back, fmt::format("old {} is behind the checkpoint's {}", request->old_size, checkpoint.size)));
    }
    const auto found = memory_.find(checkpoint.origin);
    const Remembered known = found == memory_.end() ? Remembered{.root = sha256(ByteView())} : found->second;
    const bool same_size = known.size == checkpoint.size;
    // Looked at before the sizes are compared: two roots of one size need no proof and no polite second try.
    if (same_size && known.root != checkpoint.root) return Result(std::unexpected(TRY(found_fork(known, *request, *log))));
    if (request->old_size != known.size) return Result(refuse(refusals::size_differs, std::to_string(known.size), "old " + std::to_string(request->old_size)));
    if (!journal::consistency_holds(known.size, checkpoint.size, request->consistency, known.root, checkpoint.root)) {
        if (known.size == 0 || same_size) return Result(refuse(refusals::request_unreadable, "a proof where none is needed", "proof"));
        return Result(std::unexpected(TRY(found_fork(known, *request, *log))));
    }
    memory_[checkpoint.origin] = {checkpoint.size, checkpoint.root, seconds, log->to_text(), request->checkpoint};
    TRY(write_memory(*files_, memory_));
    Cosigned cosigned{.checkpoint = checkpoint, .line = journal::cosign(read->note.text, key_.name, secret_, seconds), .note = {}, .again = same_size};
    cosigned.note = with_our_line(read->note, cosigned.line);
    return Result(std::move(cosigned));
}

}  // namespace ponte::witness
