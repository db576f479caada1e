#include "journal/files_memory.h"

#include "base/check.h"

#include <algorithm>
#include <random>
#include <set>

namespace ponte::journal {

// One file as two images: what every reader sees now, and what would be there after a power cut.
struct OneFile {
    Bytes now;
    Bytes durable;
    bool secret = false;
};
using FilePtr = std::shared_ptr<OneFile>;

struct MemoryDisk::State {
    std::map<std::string, FilePtr> names;          // As every process sees them.
    std::map<std::string, FilePtr> durable_names;  // As a power cut leaves them.
    std::set<std::string> folders;
    std::set<std::string> locks;
    std::uint64_t life = 0;  // A handle of an earlier life is dead.
    std::uint64_t written = 0;
    std::optional<std::uint64_t> dies_at;
    bool died = false;
    bool loses_syncs = false;
    bool fails_syncs = false;
    std::uint64_t capacity = UINT64_MAX;

    // How many of so many bytes may still be written before the process dies.
    std::uint64_t spend(std::uint64_t bytes) {
        const std::uint64_t allowed = dies_at ? std::min(bytes, *dies_at - std::min(*dies_at, written)) : bytes;
        written += allowed;
        if (allowed < bytes) died = true;
        return allowed;
    }
    [[nodiscard]] std::uint64_t used() const {
        std::uint64_t sum = 0;
        for (const auto& [name, file] : names) sum += file->now.size();
        return sum;
    }
};

namespace {

using State = MemoryDisk::State;

std::unexpected<Fault> dead() { return fail("journal.disk_failed", "memory", "the process has died"); }

// What every call of a handle begins with.
struct Life {
    std::shared_ptr<State> state;
    std::uint64_t life;

    [[nodiscard]] bool over() const { return state->died || state->life != life; }
    // A step that happens or does not: the process may die before it.
    [[nodiscard]] bool over_before_step() const { return over() || state->spend(1) == 0; }
};

class MemoryFile final : public File {
public:
    MemoryFile(Life life, FilePtr file, std::string path) : life_(std::move(life)), file_(std::move(file)), path_(std::move(path)) {}

    Attempt<std::uint64_t> size() override {
        if (life_.over()) return dead();
        return file_->now.size();
    }

    Attempt<Done> read_at(std::uint64_t offset, std::span<std::uint8_t> place) override {
        if (life_.over()) return dead();
        if (offset > file_->now.size() || file_->now.size() - offset < place.size()) {
            return fail("journal.file_short", path_ + " at " + std::to_string(file_->now.size()), "the file ends here");
        }
        std::copy_n(file_->now.begin() + static_cast<std::ptrdiff_t>(offset), place.size(), place.begin());
        return Done{};
    }

    Attempt<Done> write_at(std::uint64_t offset, std::initializer_list<ByteView> parts) override {
        for (const ByteView part : parts) {
            if (life_.over()) return dead();
            if (offset + part.size() > file_->now.size()) {
                const std::uint64_t growth = offset + part.size() - file_->now.size();
                if (life_.state->used() + growth > life_.state->capacity) return fail("journal.store_full", path_, "no room");
            }
            const std::uint64_t allowed = life_.state->spend(part.size());
            if (allowed > 0 && file_->now.size() < offset + allowed) file_->now.resize(offset + allowed);
            std::copy_n(part.begin(), allowed, file_->now.begin() + static_cast<std::ptrdiff_t>(offset));
            if (allowed < part.size()) return dead();
            offset += part.size();
        }
        return Done{};
    }

    Attempt<Done> grow(std::uint64_t size) override {
        if (life_.over_before_step()) return dead();
        if (size <= file_->now.size()) return Done{};
        if (life_.state->used() + size - file_->now.size() > life_.state->capacity) return fail("journal.store_full", path_, "no room");
        file_->now.resize(size);
        return Done{};
    }

    Attempt<Done> truncate(std::uint64_t size) override {
        if (life_.over_before_step()) return dead();
        file_->now.resize(size);
        return Done{};
    }

    Attempt<Done> sync() override {
        if (life_.over_before_step()) return dead();
        if (life_.state->fails_syncs) return fail("journal.disk_failed", path_, "sync");
        if (!life_.state->loses_syncs) file_->durable = file_->now;
        return Done{};
    }

private:
    Life life_;
    FilePtr file_;
    std::string path_;
};

class MemoryLock final : public Lock {
public:
    MemoryLock(Life life, std::string path) : life_(std::move(life)), path_(std::move(path)) {}
    ~MemoryLock() override {
        if (life_.state->life == life_.life) life_.state->locks.erase(path_);
    }

private:
    Life life_;
    std::string path_;
};

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? std::string() : path.substr(0, slash);
}

class MemoryFiles final : public Files {
public:
    explicit MemoryFiles(Life life) : life_(std::move(life)) {}

    std::string name() const override { return "memory"; }
    std::optional<std::string> folder() const override { return std::nullopt; }

    Attempt<std::unique_ptr<File>> open(const std::string& path, OpenAs as, bool secret) override {
        if (life_.over()) return dead();
        auto& names = life_.state->names;
        const auto found = names.find(path);
        if (as != OpenAs::create) {
            if (found == names.end()) return fail("journal.file_missing", path, "open");
            return std::make_unique<MemoryFile>(life_, found->second, path);
        }
        if (found != names.end()) return fail("journal.disk_failed", path, "it exists");
        if (!life_.state->folders.contains(folder_of(path))) return fail("journal.file_missing", folder_of(path), "open");
        if (life_.over_before_step()) return dead();
        const FilePtr file = names[path] = std::make_shared<OneFile>();
        file->secret = secret;
        return std::make_unique<MemoryFile>(life_, file, path);
    }

    Attempt<bool> exists(const std::string& path) override {
        if (life_.over()) return dead();
        return life_.state->names.contains(path) || life_.state->folders.contains(path);
    }

    Attempt<std::vector<std::string>> list(const std::string& folder) override {
        if (life_.over()) return dead();
        if (!life_.state->folders.contains(folder)) return fail("journal.file_missing", folder, "list");
        std::set<std::string> found;
        const std::string prefix = folder.empty() ? "" : folder + "/";
        const auto look_at = [&](const std::string& path) {
            if (path.size() > prefix.size() && path.starts_with(prefix) && folder_of(path) == folder) found.insert(path.substr(prefix.size()));
        };
        for (const auto& [path, file] : life_.state->names) look_at(path);
        for (const std::string& path : life_.state->folders) look_at(path);
        return std::vector<std::string>(found.begin(), found.end());
    }

    Attempt<Done> make_folder(const std::string& path) override {
        if (life_.over_before_step()) return dead();
        life_.state->folders.insert(path);
        return Done{};
    }

    Attempt<Done> rename(const std::string& from, const std::string& to) override {
        if (life_.over_before_step()) return dead();
        auto moved = life_.state->names.extract(from);
        if (moved.empty()) return fail("journal.file_missing", from, "rename");
        life_.state->names[to] = moved.mapped();
        return Done{};
    }

    Attempt<Done> remove(const std::string& path) override {
        if (life_.over_before_step()) return dead();
        if (life_.state->names.erase(path) == 0) return fail("journal.file_missing", path, "remove");
        return Done{};
    }

    Attempt<Done> sync_folder(const std::string& path) override {
        if (life_.over_before_step()) return dead();
        if (life_.state->fails_syncs) return fail("journal.disk_failed", path, "sync");
        if (life_.state->loses_syncs) return Done{};
        std::erase_if(life_.state->durable_names, [&](const auto& one) { return folder_of(one.first) == path; });
        for (const auto& [name, file] : life_.state->names) {
            if (folder_of(name) == path) life_.state->durable_names[name] = file;
        }
        return Done{};
    }

    Attempt<bool> is_secret(const std::string& path) override {
        if (life_.over()) return dead();
        const auto found = life_.state->names.find(path);
        if (found == life_.state->names.end()) return fail("journal.file_missing", path, "stat");
        return found->second->secret;
    }

    Attempt<std::uint64_t> free_bytes() override {
        if (life_.over()) return dead();
        const std::uint64_t used = life_.state->used();
        return life_.state->capacity - std::min(used, life_.state->capacity);
    }

    Attempt<std::unique_ptr<Lock>> lock(const std::string& path, const std::string& since) override {
        if (life_.over()) return dead();
        if (!life_.state->locks.insert(path).second) return fail("journal.held", "memory", "held by another journal, since before " + since);
        return std::make_unique<MemoryLock>(life_, path);
    }

private:
    Life life_;
};

// After a power cut each page of a file is as it was synced, or as it was written since: a disk owes no
// order to what was not synced.
Bytes after_power_cut(const OneFile& file, std::mt19937_64& chance) {
    constexpr std::size_t page = 512;
    Bytes left = file.durable;
    const std::size_t size = chance() % 2 == 0 ? file.now.size() : file.durable.size();
    left.resize(size);
    for (std::size_t at = 0; at < std::min(size, file.now.size()); at += page) {
        const std::size_t count = std::min({page, size - at, file.now.size() - at});
        const auto from = file.now.begin() + static_cast<std::ptrdiff_t>(at);
        if (chance() % 2 == 0) std::copy_n(from, count, left.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return left;
}

}  // namespace

MemoryDisk::MemoryDisk() : state_(std::make_shared<State>()) {}

std::unique_ptr<Files> MemoryDisk::files() { return std::make_unique<MemoryFiles>(Life{state_, state_->life}); }

void MemoryDisk::kill() {
    ++state_->life;
    state_->locks.clear();
    state_->died = false;
    state_->dies_at.reset();
}

void MemoryDisk::power_cut(std::uint64_t seed) {
    kill();
    std::mt19937_64 chance(seed);
    state_->names = state_->durable_names;
    for (const auto& [name, file] : state_->names) {
        file->now = after_power_cut(*file, chance);
        file->durable = file->now;
    }
}

void MemoryDisk::die_after(std::uint64_t bytes) { state_->dies_at = state_->written + bytes; }
bool MemoryDisk::died() const { return state_->died; }
void MemoryDisk::lose_syncs(bool lose) { state_->loses_syncs = lose; }
void MemoryDisk::fail_syncs(bool fail) { state_->fails_syncs = fail; }
void MemoryDisk::set_capacity(std::uint64_t bytes) { state_->capacity = bytes; }
std::uint64_t MemoryDisk::bytes_written() const { return state_->written; }

MemoryDisk::Image MemoryDisk::image() const {
    Image image;
    for (const auto& [name, file] : state_->names) image[name] = {file->now, file->secret};
    return image;
}

void MemoryDisk::restore(const Image& image) {
    kill();
    state_->names.clear();
    for (const auto& [name, content] : image) state_->names[name] = std::make_shared<OneFile>(content.bytes, content.bytes, content.secret);
    state_->durable_names = state_->names;
    for (const auto& [name, content] : image) state_->folders.insert(folder_of(name));
}

}  // namespace ponte::journal
