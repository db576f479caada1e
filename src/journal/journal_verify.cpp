// Looks at everything again, from the disk, and believes nothing that was in memory.
#include "journal/folders.h"
#include "journal/identity.h"
#include "journal/journal.h"

#include <fmt/format.h>

namespace ponte::journal {

Attempt<VerifyReport> Journal::verify(const VerifyOptions& options) {
    auto files = files_.get();
    VerifyReport report;
    Tree tree;
    History history;
    const JournalOpened identity = TRY(read_identity(*files));
    const HeadFile head = TRY(read_head(*files));
    const auto hear = [&history](std::uint64_t sequence, const EntryView& entry) { return evolve(history, sequence, entry); };
    const Scan scan = TRY(scan_segments(*files, identity.log_id, tree, hear));
    TRY(judge_ending(*files, scan, head));
    if (history.opened != identity) {
        return fail("journal.identity_damaged", files->name() + "/" + identity_path, "it is not the identity that entry 0 records");
    }
    // A writer may have gone on since this journal was opened; what was there must be there.
    if (tree.size() < size() || tree.root_at(size()) != root()) {
        return fail("journal.differs_from_memory", files->name(), fmt::format("the first {} entries are not those that were opened", size()));
    }
    report.entries = tree.size();
    report.root = tree.root();
    report.blocks = scan.index.blocks.size();
    report.segments = scan.index.segments.size();
    report.bytes = scan.index.blocks.back().total_bytes;
    report.key_rotations = history.keys.size() - 1;
    report.witnesses = history.witnesses.size();
    TRY(verify_side_files(report));
    if (options.against) report.against_size = TRY(own_checkpoint(*options.against)).checkpoint.size;
    return report;
}

Attempt<Done> Journal::verify_side_files(VerifyReport& report) {
    // A copy for reading may well come without its secret; a secret that is there must be sound.
    if (TRY(files_->exists(log_key_path))) {
        const SecretKey key = TRY(read_key(*files_, log_key_path));
        const bool rotating = TRY(files_->exists(next_log_key_path));
        if (key.public_key() != history_.key() && !rotating) {
            return fail("journal.key_damaged", files_->name() + "/" + log_key_path, "the key of another log, or one rotated away");
        }
        report.log_key_checked = true;
    }
    for (const std::string& name : TRY(list_if_there(*files_, cosignatures_folder))) {
        if (name.ends_with(".new")) continue;
        const std::string path = std::string(cosignatures_folder) + "/" + name;
        const auto size = cosigned_size_named(name);
        if (!size) return fail("journal.file_damaged", files_->name() + "/" + path, "a file that does not belong here");
        report.cosignatures += TRY(kept_cosignatures(path, *size)).signatures.size() - 1;
    }
    for (const Digest& digest : TRY(list_by_digest(*files_, attachments_folder))) {
        TRY(read_by_digest(*files_, attachments_folder, digest));
        ++report.attachments;
    }
    const std::vector<Digest> torn = TRY(list_by_digest(*files_, torn_folder));
    for (const Digest& digest : torn) {
        TRY(read_by_digest(*files_, torn_folder, digest));
        ++report.torn_tails;
    }
    for (const Digest& digest : history_.tails) {
        if (std::ranges::count(torn, digest) == 0) {
            return fail("journal.file_missing", files_->name() + "/" + torn_folder + "/" + digest.to_text(), "an entry speaks of it");
        }
    }
    return Done{};
}

}  // namespace ponte::journal
