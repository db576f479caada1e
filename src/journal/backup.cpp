#include "journal/backup.h"

#include "journal/files_disk.h"
#include "journal/folders.h"
#include "journal/identity.h"
#include "journal/tar.h"
#include "journal/vault.h"

#include <fmt/format.h>

namespace ponte::journal {

namespace {

constexpr std::uint64_t step = std::uint64_t{1} << 20U;

// Takes what a backup is made of and lays it out as files in a folder; TarWriter takes it into one file.
class FolderWriter {
public:
    explicit FolderWriter(Files& files) : files_(files) {}
    Attempt<Done> begin(const std::string& name, bool secret, std::uint64_t) {
        if (const std::size_t slash = name.rfind('/'); slash != name.npos) TRY(files_.make_folder(name.substr(0, slash)));
        file_ = TRY(files_.open(name, OpenAs::create, secret));
        at_ = 0;
        return Done{};
    }
    Attempt<Done> add(ByteView bytes) {
        TRY(file_->write_at(at_, {bytes}));
        at_ += bytes.size();
        return Done{};
    }
    Attempt<Done> end() { return file_->sync(); }
    Attempt<Done> finish() {
        for (const char* const folder : {"segments", keys_folder, attachments_folder, cosignatures_folder, torn_folder, ""}) {
            if (TRY(files_.exists(folder))) TRY(files_.sync_folder(folder));
        }
        return Done{};
    }

private:
    Files& files_;
    std::unique_ptr<File> file_;
    std::uint64_t at_ = 0;
};

template <class Writer>
Attempt<Done> copy_bytes(Writer& writer, const std::string& name, ByteView bytes, bool secret = false) {
    TRY(writer.begin(name, secret, bytes.size()));
    TRY(writer.add(bytes));
    return writer.end();
}

// The first `size` bytes of a file, under another name when given.
template <class Writer>
Attempt<Done> copy_file(Writer& writer, Files& files, const std::string& path, std::optional<std::uint64_t> size = {}, std::string name = {}) {
    const auto file = TRY(files.open(path, OpenAs::read));
    const std::uint64_t count = size ? *size : TRY(file->size());
    const bool secret = TRY(files.is_secret(path));
    TRY(writer.begin(name.empty() ? path : name, secret, count));
    for (std::uint64_t at = 0; at < count;) {
        Bytes bytes(std::min(step, count - at));
        TRY(file->read_at(at, bytes));
        TRY(writer.add(bytes));
        at += bytes.size();
    }
    return writer.end();
}

template <class Writer>
Attempt<Done> copy_folder(Writer& writer, Files& files, const std::string& folder) {
    for (const std::string& name : TRY(list_if_there(files, folder))) {
        if (!name.ends_with(".new") && !name.ends_with(".next")) TRY(copy_file(writer, files, folder + "/" + name));
    }
    return Done{};
}

// The vault through SQLite, which may be writing to it; first to a copy beside the backup.
template <class Writer>
Attempt<Done> copy_vault(Writer& writer, Files& files, Files& beside, const std::string& scratch) {
    const auto folder = files.folder();
    if (!folder || !TRY(files.exists(vault_path))) return Done{};
    {
        Vault vault = TRY(Vault::open(*folder));
        TRY(vault.copy_to(beside.folder().value() + "/" + scratch));
    }
    TRY(copy_file(writer, beside, scratch, std::nullopt, vault_path));
    return beside.remove(scratch);
}

std::string parent_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Attempt<std::unique_ptr<Files>> empty_folder(const std::string& folder) {
    auto files = files_on_disk(folder);
    TRY(files->make_folder(""));
    if (!TRY(files->list("")).empty()) return fail("journal.folder_not_empty", folder, "nothing is written over");
    return files;
}

template <class Writer>
Attempt<Done> copy_journal(Writer& writer, Files& files, const LogIndex& index, const std::string& checkpoint) {
    TRY(copy_file(writer, files, identity_path));
    Head head = index.head_after(index.blocks.size() - 1);
    TRY(copy_bytes(writer, head_path, closed_head_file(head)));
    for (const SegmentPlace& segment : index.segments) TRY(copy_file(writer, files, segment.path, segment.end));
    for (const char* const folder : {keys_folder, cosignatures_folder, attachments_folder, torn_folder}) TRY(copy_folder(writer, files, folder));
    if (!checkpoint.empty()) TRY(copy_bytes(writer, checkpoint_path, view_of(checkpoint)));
    return Done{};
}

}  // namespace

Attempt<Done> Journal::backup_to_folder(const std::string& folder) {
    const auto to = TRY(empty_folder(folder));
    FolderWriter writer(*to);
    const std::string signed_checkpoint = key_ ? TRY(checkpoint()) : std::string();
    TRY(copy_journal(writer, *files_, store_->index(), signed_checkpoint));
    TRY(copy_vault(writer, *files_, *to, "vault.copy"));
    return writer.finish();
}

Attempt<Done> Journal::backup_to_file(const std::string& file) {
    const auto to = files_on_disk(parent_of(file));
    const std::string aside = name_of(file) + ".unfinished";
    TarWriter writer = TRY(TarWriter::create(*to, aside));
    const std::string signed_checkpoint = key_ ? TRY(checkpoint()) : std::string();
    TRY(copy_journal(writer, *files_, store_->index(), signed_checkpoint));
    TRY(copy_vault(writer, *files_, *to, name_of(file) + ".vault"));
    TRY(writer.finish());
    if (TRY(to->exists(name_of(file)))) return fail("journal.folder_not_empty", file, "nothing is written over");
    TRY(to->rename(aside, name_of(file)));
    return to->sync_folder("");
}

Attempt<VerifyReport> restore(const std::string& from, const std::string& to, const VerifyOptions& options) {
    const auto target = TRY(empty_folder(to));
    const auto source = files_on_disk(from);
    if (TRY(source->exists(identity_path))) {
        FolderWriter writer(*target);
        for (const char* const path : {identity_path, head_path, checkpoint_path, vault_path}) {
            if (TRY(source->exists(path))) TRY(copy_file(writer, *source, path));
        }
        for (const char* const folder : {segments_folder, keys_folder, cosignatures_folder, attachments_folder, torn_folder}) {
            TRY(copy_folder(writer, *source, folder));
        }
        TRY(writer.finish());
    } else {
        const auto folder = files_on_disk(parent_of(from));
        TRY(unpack_tar(*folder, name_of(from), *target));
    }
    Journal journal = TRY(Journal::open(to, {}));
    if (TRY(target->exists(checkpoint_path))) {
        const Bytes checkpoint = TRY(read_whole(*target, checkpoint_path, note_bytes_max));
        TRY(journal.verify({std::string(text_of(checkpoint))}));
        TRY(target->remove(checkpoint_path));
    }
    if (TRY(target->exists(vault_path))) {
        Vault vault = TRY(Vault::open(to));
        TRY(vault.verify());
    }
    return journal.verify(options);
}

}  // namespace ponte::journal
