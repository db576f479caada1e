#include "journal/journal.h"

#include "base/canonical.h"
#include "base/described_values.h"
#include "journal/files_disk.h"
#include "journal/journal_sample.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace ponte::journal {
namespace {

using namespace sample;

TEST(Journal, BeginsWithItsOpening) {
    MemoryDisk disk;
    Journal journal = create(disk);
    EXPECT_EQ(journal.size(), 1U);
    const auto entry = journal.read_entry(0);
    ASSERT_TRUE(entry) << said(entry);
    const auto opened = from_bytes<JournalOpened>(entry->view().payload);
    ASSERT_TRUE(opened);
    EXPECT_EQ(*opened, journal.opened());
    EXPECT_EQ(opened->origin, "ponte.example/conference");
    EXPECT_EQ(opened->log_id, log_id_of(*opened));
    EXPECT_EQ(entry->time, Instant{1'000'000});
}

TEST(Journal, KeepsWhatWasAppendedAndProvesIt) {
    MemoryDisk disk;
    std::string checkpoint;
    std::string proof;
    Digest root;
    {
        Journal journal = create(disk);
        for (const std::uint32_t count : {3U, 1U, 200U, 5U}) ASSERT_TRUE(append(journal, count));
        root = journal.root();
        checkpoint = journal.checkpoint().value();
        proof = journal.prove(150).value();
        ASSERT_TRUE(journal.close());
    }
    auto journal = open(disk, Mode::read);
    ASSERT_TRUE(journal) << said(journal);
    EXPECT_EQ(journal->size(), 210U);
    EXPECT_EQ(journal->root(), root);
    EXPECT_TRUE(journal->opening().closed);
    std::uint64_t next = 5;
    ASSERT_TRUE(journal->for_each_entry(5, 208, [&](const StoredEntry& entry) {
        EXPECT_EQ(entry.sequence, next);
        EXPECT_TRUE(text_of(entry.entry.payload).starts_with("entry " + std::to_string(next) + "."));
        EXPECT_EQ(entry.leaf, leaf_hash(entry.entry.bytes));
        ++next;
        return true;
    }));
    EXPECT_EQ(next, 208U);
    for (std::uint64_t i = 1; i < journal->size(); ++i) {
        const auto entry = journal->read_entry(i);
        ASSERT_TRUE(entry) << said(entry);
        ASSERT_TRUE(text_of(entry->view().payload).starts_with("entry " + std::to_string(i) + "."));
    }
    const auto opened = open_checkpoint(checkpoint, journal->log_key());
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->checkpoint.root, root);
    const auto read = LogProof::parse(proof);
    ASSERT_TRUE(read);
    EXPECT_TRUE(check_proof(*read, journal->read_entry(150)->leaf, journal->log_key()));
    EXPECT_FALSE(check_proof(*read, journal->read_entry(151)->leaf, journal->log_key()));
}

TEST(Journal, StopsReadingWhenTheVisitorSaysSo) {
    MemoryDisk disk;
    Journal journal = create(disk);
    ASSERT_TRUE(append(journal, 10));
    int seen = 0;
    ASSERT_TRUE(journal.for_each_entry(0, journal.size(), [&](const StoredEntry&) { return ++seen < 4; }));
    EXPECT_EQ(seen, 4);
    EXPECT_EQ(journal.for_each_entry(0, 99, [](const StoredEntry&) { return true; }).error().code, "journal.no_such_entry");
    EXPECT_EQ(journal.read_entry(99).error().code, "journal.no_such_entry");
    EXPECT_EQ(journal.prove(99).error().code, "journal.no_such_entry");
    EXPECT_EQ(journal.consistency(3, 99).error().code, "journal.no_such_entry");
}

TEST(Journal, GoesOnInANewSegmentWhenOneIsFull) {
    MemoryDisk disk;
    {
        Journal journal = create(disk);
        journal.set_segment_bytes_max(2000);
        for (int i = 0; i < 30; ++i) ASSERT_TRUE(append(journal, 4));
        EXPECT_GT(disk.image().size(), 8U);
        const auto report = journal.verify();
        ASSERT_TRUE(report) << said(report);
        EXPECT_EQ(report->entries, 121U);
        EXPECT_GT(report->segments, 5U);
    }
    auto journal = open(disk, Mode::write);
    ASSERT_TRUE(journal) << said(journal);
    EXPECT_EQ(journal->size(), 121U);
    ASSERT_TRUE(append(*journal, 1));
    ASSERT_TRUE(journal->verify());
}

TEST(Journal, TellsTheSecondWriterWhoHoldsIt) {
    const Folder folder;
    auto first = Journal::create(folder.path("j"), new_journal());
    ASSERT_TRUE(first) << said(first);
    const auto second = Journal::open(folder.path("j"), {Mode::write, Instant{0}});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "journal.held");
    EXPECT_NE(second.error().what.find("process " + std::to_string(::getpid()) + " on "), std::string::npos) << second.error().what;
    EXPECT_NE(second.error().what.find(" since 1970-01-01T00:00:01Z"), std::string::npos) << second.error().what;
    EXPECT_TRUE(Journal::open(folder.path("j"), {Mode::read, Instant{0}}));
    ASSERT_TRUE(first->close());
    EXPECT_TRUE(Journal::open(folder.path("j"), {Mode::write, Instant{0}}));
}

TEST(Journal, IsReadWhileItIsWritten) {
    const Folder folder;
    auto writer = Journal::create(folder.path("j"), new_journal());
    ASSERT_TRUE(writer);
    for (int i = 0; i < 20; ++i) {
        ASSERT_TRUE(append(*writer, 2));
        auto reader = Journal::open(folder.path("j"), {Mode::read, Instant{0}});
        ASSERT_TRUE(reader) << said(reader);
        EXPECT_EQ(reader->size(), writer->size());
        EXPECT_EQ(reader->root(), writer->root());
        EXPECT_EQ(append(*reader, 1).error().code, "journal.read_only");
        EXPECT_EQ(reader->checkpoint().error().code, "journal.read_only");
    }
}

TEST(Journal, RefusesAFolderThatIsNotEmptyOrNoJournal) {
    const Folder folder;
    std::filesystem::create_directory(folder.path("j"));
    EXPECT_EQ(Journal::open(folder.path("j"), {}).error().code, "journal.not_a_journal");
    EXPECT_EQ(Journal::open(folder.path("none"), {}).error().code, "journal.not_a_journal");
    std::ofstream(folder.path("j") + "/something") << "else";
    EXPECT_EQ(Journal::create(folder.path("j"), new_journal()).error().code, "journal.folder_not_empty");
    NewJournal odd = new_journal();
    odd.origin = "two words";
    EXPECT_EQ(Journal::create(folder.path("k"), odd).error().code, "journal.origin_unusable");
}

TEST(Journal, KeepsItsSecretsToItsOwner) {
    const Folder folder;
    ASSERT_TRUE(Journal::create(folder.path("j"), new_journal()));
    const std::filesystem::path key = folder.path("j") + "/keys/log.key";
    EXPECT_EQ(std::filesystem::status(key).permissions(), std::filesystem::perms(0600));
    std::filesystem::permissions(key, std::filesystem::perms(0640));
    EXPECT_EQ(Journal::open(folder.path("j"), {Mode::write, Instant{0}}).error().code, "journal.key_exposed");
    std::filesystem::remove(key);
    EXPECT_EQ(Journal::open(folder.path("j"), {Mode::write, Instant{0}}).error().code, "journal.key_missing");
    EXPECT_TRUE(Journal::open(folder.path("j"), {Mode::read, Instant{0}}));
}

TEST(Journal, RefusesToWriteWhenTwoBlocksWouldNotFitAndGoesOnLater) {
    MemoryDisk disk;
    Journal journal = create(disk);
    disk.set_capacity(1 << 20);
    const auto full = append(journal, 1);
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, "journal.store_full");
    EXPECT_EQ(journal.room(100).error().code, "journal.store_full");
    EXPECT_EQ(journal.size(), 1U);
    disk.set_capacity(1 << 30);
    EXPECT_TRUE(journal.room(100));
    EXPECT_TRUE(append(journal, 1));
    EXPECT_TRUE(journal.verify());
}

TEST(Journal, WritesNothingMoreAfterAFailedSync) {
    MemoryDisk disk;
    Journal journal = create(disk);
    ASSERT_TRUE(append(journal, 1));
    const Digest root = journal.root();
    disk.fail_syncs(true);
    EXPECT_EQ(append(journal, 1).error().code, "journal.disk_failed");
    disk.fail_syncs(false);
    EXPECT_EQ(append(journal, 1).error().code, "journal.poisoned");
    EXPECT_EQ(journal.size(), 2U);
    EXPECT_EQ(journal.root(), root);
}

TEST(Journal, RotatesItsKeyAndStillKnowsWhatTheOldOneSigned) {
    MemoryDisk disk;
    std::string old_checkpoint;
    VerifierKey old_key;
    {
        Journal journal = create(disk);
        ASSERT_TRUE(append(journal, 3));
        old_checkpoint = journal.checkpoint().value();
        old_key = journal.log_key();
        for (const std::uint8_t seed : {std::uint8_t{2}, std::uint8_t{3}}) ASSERT_TRUE(journal.rotate_key(Instant{1'500'000}, key_of(seed)));
        EXPECT_EQ(journal.log_key().key, key_of(3).public_key());
    }
    auto journal = open(disk, Mode::write);
    ASSERT_TRUE(journal) << said(journal);
    EXPECT_EQ(journal->history().keys.size(), 3U);
    EXPECT_TRUE(open_checkpoint(journal->checkpoint().value(), journal->log_key()));
    EXPECT_FALSE(open_checkpoint(journal->checkpoint().value(), old_key));
    const auto report = journal->verify({old_checkpoint});
    ASSERT_TRUE(report) << said(report);
    EXPECT_EQ(report->key_rotations, 2U);
    EXPECT_EQ(report->against_size, 4U);
}

TEST(Journal, RefusesARotationThatTheOldKeyDidNotSign) {
    MemoryDisk disk;
    Journal journal = create(disk);
    KeyRotated rotated{key_of(1).public_key(), key_of(9).public_key(), {}};
    rotated.signature = key_of(9).sign(key_rotation_message(journal.opened().log_id, rotated.old_key, rotated.new_key));
    Block block;
    block.add(KeyRotated::type, 1, to_bytes(rotated));
    EXPECT_EQ(journal.append(block, Instant{1'000'000}).error().code, "journal.entry_damaged");
    EXPECT_EQ(journal.size(), 1U);
    EXPECT_TRUE(append(journal, 1));
}

TEST(Journal, IsAdoptedWhereEveryWitnessHasCosigned) {
    MemoryDisk disk;
    Journal journal = create(disk);
    const SecretKey macao = key_of(20);
    const SecretKey mainland = key_of(21);
    Block names;
    names.add(WitnessNamed::type, 1, to_bytes(WitnessNamed{"macao.example/witness", macao.public_key()}));
    names.add(WitnessNamed::type, 1, to_bytes(WitnessNamed{"mainland.example/witness", mainland.public_key()}));
    ASSERT_TRUE(journal.append(names, Instant{1'000'000}));
    EXPECT_EQ(journal.adopted_size().value(), 0U);
    auto note = Note::parse(journal.checkpoint().value()).value();
    note.signatures.push_back(cosign(note.text, "macao.example/witness", macao, 1'600'000'000));
    note.signatures.push_back(cosign(note.text, "stranger.example", key_of(30), 1'600'000'000));
    EXPECT_EQ(journal.keep_cosignatures(note.to_text()).value(), 1U);
    EXPECT_EQ(journal.keep_cosignatures(note.to_text()).value(), 0U);
    EXPECT_EQ(journal.adopted_size().value(), 0U);
    note.signatures.push_back(cosign(note.text, "mainland.example/witness", mainland, 1'600'000'001));
    EXPECT_EQ(journal.keep_cosignatures(note.to_text()).value(), 1U);
    EXPECT_EQ(journal.adopted_size().value(), 3U);
    ASSERT_TRUE(append(journal, 1));
    EXPECT_EQ(journal.adopted_size().value(), 3U);
    const auto with_lines = Note::parse(journal.checkpoint_at(3).value());
    ASSERT_TRUE(with_lines);
    EXPECT_EQ(with_lines->signatures.size(), 3U);
    const auto report = journal.verify();
    ASSERT_TRUE(report) << said(report);
    EXPECT_EQ(report->cosignatures, 2U);
    note.signatures.back().signature[20] ^= 1;
    EXPECT_FALSE(journal.keep_cosignatures(note.to_text()));
}

TEST(Journal, KeepsAttachmentsByTheirDigest) {
    MemoryDisk disk;
    Journal journal = create(disk);
    const auto attachment = journal.attach(view_of("minutes"), "text/plain");
    ASSERT_TRUE(attachment) << said(attachment);
    EXPECT_EQ(*attachment, (Attachment{sha256("minutes"), 7, "text/plain"}));
    EXPECT_TRUE(journal.attach(view_of("minutes"), "text/plain"));
    EXPECT_EQ(text_of(journal.attachment(attachment->digest).value()), "minutes");
    EXPECT_EQ(journal.attachment(sha256("other")).error().code, "journal.file_missing");
    EXPECT_EQ(journal.verify()->attachments, 1U);
}

TEST(Journal, FindsAnotherHistoryAgainstACheckpointThatLeft) {
    MemoryDisk disk;
    MemoryDisk other;
    Journal journal = create(disk);
    Journal twin = create(other);
    ASSERT_TRUE(append(journal, 2, 10));
    ASSERT_TRUE(append(twin, 2, 11));
    EXPECT_TRUE(journal.verify({journal.checkpoint().value()}));
    EXPECT_EQ(journal.verify({twin.checkpoint().value()}).error().code, "journal.differs_from_checkpoint");
    ASSERT_TRUE(append(twin, 2, 11));
    EXPECT_EQ(journal.verify({twin.checkpoint().value()}).error().code, "journal.shorter_than_checkpoint");
    EXPECT_FALSE(journal.verify({"nonsense"}));
}

}  // namespace
}  // namespace ponte::journal
