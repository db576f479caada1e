#include "journal/folders.h"

namespace ponte::journal {

Attempt<Digest> keep_by_digest(Files& files, const std::string& folder, ByteView bytes) {
    const Digest digest = sha256(bytes);
    const std::string path = folder + "/" + digest.to_text();
    if (TRY(files.exists(path))) {
        TRY(read_by_digest(files, folder, digest));
        return digest;
    }
    TRY(write_whole(files, path, bytes));
    return digest;
}

Attempt<Bytes> read_by_digest(Files& files, const std::string& folder, const Digest& digest) {
    const std::string path = folder + "/" + digest.to_text();
    Bytes bytes = TRY(read_whole(files, path, UINT64_MAX));
    if (sha256(bytes) != digest) return fail("journal.file_damaged", files.name() + "/" + path, "it is not what its name says");
    return bytes;
}

Attempt<std::vector<Digest>> list_by_digest(Files& files, const std::string& folder) {
    std::vector<Digest> all;
    for (const std::string& name : TRY(list_if_there(files, folder))) {
        if (name.ends_with(".new")) continue;  // A write that was cut off before anybody knew of it.
        const auto digest = Digest::from_text(name);
        if (!digest) return fail("journal.file_damaged", files.name() + "/" + folder + "/" + name, "a file that does not belong here");
        all.push_back(*digest);
    }
    return all;
}

}  // namespace ponte::journal
