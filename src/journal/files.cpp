#include "journal/files.h"

namespace ponte::journal {

Attempt<std::vector<std::string>> list_if_there(Files& files, const std::string& folder) {
    if (!TRY(files.exists(folder))) return std::vector<std::string>();
    return files.list(folder);
}

Attempt<Bytes> read_whole(Files& files, const std::string& path, std::uint64_t bytes_max) {
    const auto file = TRY(files.open(path, OpenAs::read));
    const std::uint64_t size = TRY(file->size());
    if (size > bytes_max) return fail("journal.file_damaged", path, "larger than such a file can be");
    Bytes bytes(size);
    TRY(file->read_at(0, bytes));
    return bytes;
}

Attempt<Done> write_whole(Files& files, const std::string& path, ByteView bytes, bool secret) {
    const std::string aside = path + ".new";
    if (TRY(files.exists(aside))) TRY(files.remove(aside));
    {
        const auto file = TRY(files.open(aside, OpenAs::create, secret));
        TRY(file->write_at(0, {bytes}));
        TRY(file->sync());
    }
    TRY(files.rename(aside, path));
    const std::size_t slash = path.rfind('/');
    return files.sync_folder(slash == path.npos ? "" : path.substr(0, slash));
}

}  // namespace ponte::journal
