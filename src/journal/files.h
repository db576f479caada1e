#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the journal asks of a disk, below one folder. files_disk is a real one; files_memory is one that
// the simulator tears, fills, flips and cuts the power of. Paths are relative: "segments/...".
namespace ponte::journal {

struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

enum class OpenAs : std::uint8_t {
    read,
    write,   // An existing file.
    create,  // A file that must not be there yet.
};

class File {
public:
    virtual ~File() = default;
    [[nodiscard]] virtual Attempt<std::uint64_t> size() = 0;
    // Fills the place whole; reading past the end is a fault.
    [[nodiscard]] virtual Attempt<Done> read_at(std::uint64_t offset, std::span<std::uint8_t> place) = 0;
    // Writes the parts one after another.
    [[nodiscard]] virtual Attempt<Done> write_at(std::uint64_t offset, std::initializer_list<ByteView> parts) = 0;
    // Grows the file with zeros that are really there, so that a later write changes no metadata.
    [[nodiscard]] virtual Attempt<Done> grow(std::uint64_t size) = 0;
    [[nodiscard]] virtual Attempt<Done> truncate(std::uint64_t size) = 0;
    // Data (and size) are on the disk when it returns.
    [[nodiscard]] virtual Attempt<Done> sync() = 0;
};

// Held while the journal is open for writing; the destructor lets go.
class Lock {
public:
    virtual ~Lock() = default;
};

class Files {
public:
    virtual ~Files() = default;
    // How people call the place: a path, or "memory".
    [[nodiscard]] virtual std::string name() const = 0;
    // On the real disk: the folder, for what must have a path of its own (the vault). Else nothing.
    [[nodiscard]] virtual std::optional<std::string> folder() const = 0;

    [[nodiscard]] virtual Attempt<std::unique_ptr<File>> open(const std::string& path, OpenAs as, bool secret = false) = 0;
    [[nodiscard]] virtual Attempt<bool> exists(const std::string& path) = 0;
    [[nodiscard]] virtual Attempt<std::vector<std::string>> list(const std::string& folder) = 0;  // Sorted names.
    [[nodiscard]] virtual Attempt<Done> make_folder(const std::string& path) = 0;                 // May be there.
    [[nodiscard]] virtual Attempt<Done> rename(const std::string& from, const std::string& to) = 0;
    [[nodiscard]] virtual Attempt<Done> remove(const std::string& path) = 0;
    // Names made, renamed and removed in the folder are on the disk when it returns.
    [[nodiscard]] virtual Attempt<Done> sync_folder(const std::string& path) = 0;
    // True when nobody but the owner may read or write it (mode 0600).
    [[nodiscard]] virtual Attempt<bool> is_secret(const std::string& path) = 0;
    [[nodiscard]] virtual Attempt<std::uint64_t> free_bytes() = 0;
    // `holder` is written into the lock file, for the one who comes second.
    [[nodiscard]] virtual Attempt<std::unique_ptr<Lock>> lock(const std::string& path, const std::string& since) = 0;
};

// The names in a folder; none when there is no such folder (copies by other tools drop empty ones).
[[nodiscard]] Attempt<std::vector<std::string>> list_if_there(Files& files, const std::string& folder);
[[nodiscard]] Attempt<Bytes> read_whole(Files& files, const std::string& path, std::uint64_t bytes_max);
// All or nothing, also over a crash: written aside, synced, renamed, folder synced.
[[nodiscard]] Attempt<Done> write_whole(Files& files, const std::string& path, ByteView bytes, bool secret = false);

}  // namespace ponte::journal
