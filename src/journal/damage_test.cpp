#include "journal/journal_sample.h"

#include "base/canonical.h"
#include "base/described_values.h"
#include "journal/folders.h"

#include <gtest/gtest.h>

// Promise 2 of the house: nothing can be silently changed or dropped. A small journal that has every
// kind of file is damaged in every way, one at a time, and each must be found and named.
namespace ponte::journal {
namespace {

using namespace sample;

constexpr std::string_view lock_note = "lock";

// Two segments, a rotated key, a witness, cosignatures, an attachment; closed.
MemoryDisk::Image small_journal() {
    MemoryDisk disk;
    Journal journal = create(disk);
    journal.set_segment_bytes_max(1000);
    const SecretKey witness = key_of(20);
    Block names;
    names.add(WitnessNamed::type, 1, to_bytes(WitnessNamed{"macao.example/witness", witness.public_key()}));
    EXPECT_TRUE(journal.append(names, Instant{1'000'000}));
    EXPECT_TRUE(journal.rotate_key(Instant{1'000'000}, key_of(2)));
    EXPECT_TRUE(append(journal, 4));
    auto note = Note::parse(journal.checkpoint().value()).value();
    note.signatures.push_back(cosign(note.text, "macao.example/witness", witness, 1'600'000'000));
    EXPECT_TRUE(journal.keep_cosignatures(note.to_text()));
    EXPECT_TRUE(journal.attach(view_of("the minutes of the meeting"), "text/plain"));
    EXPECT_TRUE(append(journal, 3));
    EXPECT_TRUE(append(journal, 1));
    EXPECT_TRUE(journal.close());
    return disk.image();
}

// What opening and verifying say of an image; nothing when all is well.
std::optional<Fault> fault_of(const MemoryDisk::Image& image, Mode mode, const VerifyOptions& options = {}) {
    MemoryDisk disk;
    disk.restore(image);
    auto journal = open(disk, mode);
    if (!journal) return journal.error();
    const auto report = journal->verify(options);
    if (!report) return report.error();
    return std::nullopt;
}

// That the fault says in which file it lies.
bool names_file(const Fault& fault, const std::string& path) {
    return fault.where.find(path) != fault.where.npos || fault.what.find(path) != fault.what.npos;
}

TEST(Damage, IsNotSeenWhereThereIsNone) {
    const auto image = small_journal();
    EXPECT_GE(image.size(), 7U);
    for (const Mode mode : {Mode::read, Mode::write}) {
        const auto fault = fault_of(image, mode);
        EXPECT_FALSE(fault) << fault->code << fault->where << fault->what;
    }
}

TEST(Damage, OfAnyByteInAnyFileIsFoundAndNamed) {
    const auto image = small_journal();
    for (const auto& [path, content] : image) {
        for (std::size_t at = 0; at < content.bytes.size(); ++at) {
            // One bit of each byte, another one from byte to byte; and once a whole byte.
            for (const std::uint8_t flip : {static_cast<std::uint8_t>(1U << at % 8), std::uint8_t{0xff}}) {
                auto changed = image;
                changed[path].bytes[at] = static_cast<std::uint8_t>(changed[path].bytes[at] ^ flip);
                const auto fault = fault_of(changed, Mode::write);
                ASSERT_TRUE(fault) << path << " at " << at;
                ASSERT_TRUE(names_file(*fault, path)) << path << " at " << at << ": " << fault->code << " " << fault->where << " " << fault->what;
            }
        }
    }
}

TEST(Damage, OfTheRecordIsFoundByReadersAsWell) {
    const auto image = small_journal();
    for (const auto& [path, content] : image) {
        if (path.starts_with("keys/")) continue;
        for (std::size_t at = 0; at < content.bytes.size(); at += 7) {
            auto changed = image;
            changed[path].bytes[at] = static_cast<std::uint8_t>(changed[path].bytes[at] ^ 0x10U);
            ASSERT_TRUE(fault_of(changed, Mode::read)) << path << " at " << at;
        }
    }
}

TEST(Damage, ByCuttingAnyFileAnywhereIsFoundAndNamed) {
    const auto image = small_journal();
    for (const auto& [path, content] : image) {
        for (std::size_t size = 0; size < content.bytes.size(); ++size) {
            auto changed = image;
            changed[path].bytes.resize(size);
            const auto fault = fault_of(changed, Mode::write);
            ASSERT_TRUE(fault) << path << " cut to " << size;
            ASSERT_TRUE(names_file(*fault, path)) << path << " cut to " << size << ": " << fault->code << " " << fault->where << " " << fault->what;
        }
    }
}

TEST(Damage, ByBytesBehindAnyFileIsFoundAndNamed) {
    const auto image = small_journal();
    for (const auto& [path, content] : image) {
        for (const std::uint8_t byte : {std::uint8_t{0}, std::uint8_t{10}}) {
            auto changed = image;
            changed[path].bytes.push_back(byte);
            const auto fault = fault_of(changed, Mode::write);
            ASSERT_TRUE(fault) << path;
            EXPECT_TRUE(names_file(*fault, path)) << path << ": " << fault->code << " " << fault->where << " " << fault->what;
        }
    }
}

TEST(Damage, ByTakingAnyFileAwayIsFoundAndNamed) {
    const auto image = small_journal();
    for (const auto& [path, content] : image) {
        // Cosignatures can be asked for again and no entry of the journal's own speaks of an attachment:
        // the house, which knows what its entries refer to, misses those.
        if (path.starts_with("cosignatures/") || path.starts_with("attachments/")) continue;
        auto changed = image;
        changed.erase(path);
        const auto fault = fault_of(changed, Mode::write);
        ASSERT_TRUE(fault) << path;
        EXPECT_TRUE(names_file(*fault, path == "identity" ? "memory" : path)) << path << ": " << fault->code << " " << fault->where << " " << fault->what;
    }
}

TEST(Damage, ByAStrangeFileAmongTheSegmentsIsFoundAndNamed) {
    for (const std::string path : {"segments/0000000000000007.seg", "segments/notes.txt", "cosignatures/x", "attachments/x", "torn/x"}) {
        auto changed = small_journal();
        changed[path].bytes = Bytes(100, 1);
        const auto fault = fault_of(changed, Mode::write);
        ASSERT_TRUE(fault) << path;
        if (path != "segments/0000000000000007.seg") {
            EXPECT_TRUE(names_file(*fault, path)) << fault->where;
        }
    }
}

TEST(Damage, OfTheKeysModeIsFound) {
    auto changed = small_journal();
    changed["keys/log.key"].secret = false;
    EXPECT_EQ(fault_of(changed, Mode::write)->code, "journal.key_exposed");
}

TEST(Damage, ByPuttingBackOldCopiesIsFound) {
    MemoryDisk disk;
    { const Journal journal = create(disk); }
    const auto step = [&](std::uint32_t count) {
        auto journal = open(disk, Mode::write);
        EXPECT_TRUE(journal) << said(journal);
        journal->set_segment_bytes_max(700);
        EXPECT_TRUE(append(*journal, count));
        std::string checkpoint = journal->checkpoint().value();
        EXPECT_TRUE(journal->close());
        return checkpoint;
    };
    step(3);
    const auto before = disk.image();
    const std::string old_checkpoint = step(3);
    const std::string checkpoint = step(9);
    const auto now = disk.image();
    const auto mixed = [&](bool old_head, bool old_segments) {
        auto image = now;
        std::erase_if(image, [&](const auto& one) { return one.first == "head" ? old_head : one.first.starts_with("segments/") && old_segments; });
        for (const auto& [path, content] : before) image.try_emplace(path, content);
        return image;
    };
    EXPECT_FALSE(fault_of(now, Mode::write, {checkpoint}));
    // The head alone: the log was closed at one length and is longer.
    const auto head_fault = fault_of(mixed(true, false), Mode::write);
    ASSERT_TRUE(head_fault);
    EXPECT_EQ(head_fault->code, "journal.head_damaged");
    // The segments alone: shorter than the head says.
    const auto segments_fault = fault_of(mixed(false, true), Mode::write);
    ASSERT_TRUE(segments_fault);
    EXPECT_EQ(segments_fault->code, "journal.segment_missing");
    // Both: a whole older journal, which only what has left the machine can tell.
    EXPECT_FALSE(fault_of(mixed(true, true), Mode::write));
    EXPECT_EQ(fault_of(mixed(true, true), Mode::write, {checkpoint})->code, "journal.shorter_than_checkpoint");
    EXPECT_EQ(fault_of(mixed(true, true), Mode::write, {old_checkpoint})->code, "journal.shorter_than_checkpoint");
}

TEST(Damage, BySwappingInAnotherJournalsFilesIsFound) {
    MemoryDisk other;
    NewJournal stranger = new_journal();
    stranger.key = key_of(77);
    {
        auto journal = Journal::create(other.files(), stranger);
        ASSERT_TRUE(journal);
        ASSERT_TRUE(append(*journal, 5));
    }
    MemoryDisk disk;
    {
        Journal journal = create(disk);
        ASSERT_TRUE(append(journal, 5));
    }
    const auto ours = disk.image();
    for (const auto& [path, content] : other.image()) {
        if (path == lock_note) continue;
        auto image = ours;
        ASSERT_TRUE(image.contains(path)) << path;
        image[path] = content;
        EXPECT_TRUE(fault_of(image, Mode::write)) << path;
    }
}

TEST(Damage, InALogThatWasNotClosedIsNotTakenForACrash) {
    // Killed with blocks behind the zeros' beginning: the head knows all of them but one at most.
    MemoryDisk disk;
    Journal journal = create(disk);
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(append(journal, 2));
    const auto image = disk.image();
    disk.kill();
    const std::string path = "segments/0000000000000000.seg";
    const std::size_t size = image.at(path).bytes.size();
    ASSERT_GT(size, 60'000U);  // Zeros were laid ahead.
    std::size_t end = size;
    while (image.at(path).bytes[end - 1] == 0) --end;
    ASSERT_FALSE(fault_of(image, Mode::write));
    for (std::size_t at = 0; at < end; ++at) {
        auto changed = image;
        changed[path].bytes[at] = static_cast<std::uint8_t>(changed[path].bytes[at] ^ 0x04U);
        const auto fault = fault_of(changed, Mode::write);
        ASSERT_TRUE(fault) << at;
        ASSERT_TRUE(names_file(*fault, path)) << at;
    }
    for (std::size_t at = 0; at < head_file_bytes; ++at) {
        auto changed = image;
        changed["head"].bytes[at] = static_cast<std::uint8_t>(changed["head"].bytes[at] ^ 0x20U);
        ASSERT_TRUE(fault_of(changed, Mode::write)) << at;
    }
    // A byte among the zeros was never written by a block: it is set aside and spoken of, not dropped.
    auto stained = image;
    stained[path].bytes[end + 300] = 1;
    MemoryDisk again;
    again.restore(stained);
    const auto reopened = open(again, Mode::write);
    ASSERT_TRUE(reopened) << said(reopened);
    ASSERT_EQ(reopened->opening().tails.size(), 1U);
    EXPECT_EQ(reopened->opening().tails[0].bytes, 301U);
    EXPECT_EQ(reopened->size(), 9U);
}

}  // namespace
}  // namespace ponte::journal
