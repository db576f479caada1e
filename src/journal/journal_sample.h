#pragma once

#include "journal/files_memory.h"
#include "journal/journal.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <string>
#include <vector>

// Journals for tests: on a disk in memory, with a known key, and entries that say which they are.
namespace ponte::journal::sample {

inline constexpr std::uint16_t note_type = 100;

inline SecretKey key_of(std::uint8_t first) { return SecretKey({first, 7, 7}); }

inline NewJournal new_journal() { return {"ponte.example/conference", ClockKind::simulated, Instant{1'000'000}, key_of(1)}; }

// What a fault says, for messages of failing tests.
template <class T>
std::string said(const Attempt<T>& attempt) {
    if (attempt) return "no fault";
    return std::string(attempt.error().code) + " | " + attempt.error().where + " | " + attempt.error().what;
}

inline Block block_of(std::uint64_t first, std::uint32_t count, std::size_t padding = 40) {
    Block block;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string text = "entry " + std::to_string(first + i) + std::string(padding, '.');
        block.add(note_type, 1, view_of(text));
    }
    return block;
}

// Appends a block of so many entries; the time is the sequence.
inline Attempt<Written> append(Journal& journal, std::uint32_t count, std::size_t padding = 40) {
    return journal.append(block_of(journal.size(), count, padding), Instant{1'000'000 + static_cast<std::int64_t>(journal.size())});
}

inline Journal create(MemoryDisk& disk) {
    auto journal = Journal::create(disk.files(), new_journal());
    EXPECT_TRUE(journal) << said(journal);
    return *std::move(journal);
}

inline Attempt<Journal> open(MemoryDisk& disk, Mode mode) { return Journal::open(disk.files(), {mode, Instant{2'000'000}}); }

// A folder of this machine that goes away with the test.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "ponte-journal-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

}  // namespace ponte::journal::sample
