#include "journal/journal_sample.h"

#include "base/canonical.h"
#include "base/described_values.h"

#include <gtest/gtest.h>
#include <random>

// Promise 1 of the house: nothing said yes to is lost. The process dies at every byte of its writing,
// and the power is cut at random; every block that was acknowledged is there afterwards.
namespace ponte::journal {
namespace {

using namespace sample;

constexpr std::uint64_t segment_bytes = 900;

// Works on the journal until the disk dies under it; returns the size that was last acknowledged.
std::uint64_t work(MemoryDisk& disk, int blocks) {
    auto journal = open(disk, Mode::write);
    if (!journal) return 0;
    journal->set_segment_bytes_max(segment_bytes);
    std::uint64_t acknowledged = journal->size();
    for (int i = 0; i < blocks; ++i) {
        const auto written = i == 2 ? journal->rotate_key(Instant{1'900'000}, key_of(static_cast<std::uint8_t>(40 + journal->size())))
                                    : journal->append(block_of(journal->size(), 1 + static_cast<std::uint32_t>(i) % 3), Instant{1'900'000});
        if (!written) return acknowledged;
        acknowledged = journal->size();
    }
    (void)journal->close();
    return acknowledged;
}

// Opens as the house does after a crash: tails are recorded. Returns the size before that.
std::uint64_t reopen(MemoryDisk& disk) {
    auto journal = open(disk, Mode::write);
    EXPECT_TRUE(journal) << said(journal);
    if (!journal) return 0;
    const std::uint64_t size = journal->size();
    for (const TailSetAside& tail : journal->opening().tails) {
        Block block;
        block.add(TailSetAside::type, 1, to_bytes(tail));
        EXPECT_TRUE(journal->append(block, Instant{1'900'000}));
    }
    std::uint64_t wrong = 0;
    EXPECT_TRUE(journal->for_each_entry(1, size, [&](const StoredEntry& entry) {
        const bool sound = entry.entry.type != note_type || text_of(entry.entry.payload).starts_with("entry " + std::to_string(entry.sequence) + ".");
        wrong += sound ? 0U : 1U;
        return true;
    }));
    EXPECT_EQ(wrong, 0U);
    const auto report = journal->verify();
    EXPECT_TRUE(report) << said(report);
    EXPECT_TRUE(open_checkpoint(journal->checkpoint().value(), journal->log_key()));
    return size;
}

TEST(Crash, AtAnyByteLosesNothingThatWasAcknowledged) {
    MemoryDisk start;
    { const Journal journal = create(start); }
    const auto image = start.image();
    MemoryDisk whole;
    whole.restore(image);
    const std::uint64_t before = whole.bytes_written();
    const std::uint64_t most = work(whole, 6);
    const std::uint64_t bytes = whole.bytes_written() - before;
    ASSERT_GT(bytes, 2000U);
    std::uint64_t torn_tails = 0;
    std::uint64_t torn_slots = 0;
    for (std::uint64_t at = 0; at <= bytes; ++at) {
        MemoryDisk disk;
        disk.restore(image);
        disk.die_after(at);
        const std::uint64_t acknowledged = work(disk, 6);
        disk.kill();
        {
            auto reader = open(disk, Mode::read);
            ASSERT_TRUE(reader) << "dead after " << at << ": " << said(reader);
            ASSERT_GE(reader->size(), acknowledged) << "dead after " << at;
            ASSERT_LE(reader->size(), most);
            torn_slots += reader->opening().head_slot_torn ? 1U : 0U;
            torn_tails += reader->opening().torn_bytes > 0 ? 1U : 0U;
        }
        ASSERT_GE(reopen(disk), acknowledged) << "dead after " << at;
        ASSERT_EQ(reopen(disk), open(disk, Mode::read)->size()) << "dead after " << at;
    }
    // The test would prove nothing if it had met neither.
    EXPECT_GT(torn_tails, 500U);
    EXPECT_GT(torn_slots, 500U);
}

TEST(Crash, WhileRecoveringFromACrashIsRecoveredAsWell) {
    MemoryDisk start;
    { const Journal journal = create(start); }
    const auto image = start.image();
    std::mt19937_64 chance(1);
    for (int round = 0; round < 150; ++round) {
        MemoryDisk disk;
        disk.restore(image);
        std::uint64_t acknowledged = 1;
        for (int lives = 0; lives < 4; ++lives) {
            disk.die_after(chance() % 3000);
            acknowledged = std::max(acknowledged, work(disk, 5));
            disk.kill();
        }
        ASSERT_GE(reopen(disk), acknowledged) << round;
    }
}

TEST(Crash, OfThePowerLosesNothingThatWasAcknowledged) {
    MemoryDisk start;
    { const Journal journal = create(start); }
    const auto image = start.image();
    std::mt19937_64 chance(2);
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        MemoryDisk disk;
        disk.restore(image);
        std::uint64_t acknowledged = 1;
        for (int lives = 0; lives < 3; ++lives) {
            disk.die_after(chance() % 6000);
            acknowledged = std::max(acknowledged, work(disk, 8));
            disk.power_cut(chance());
        }
        ASSERT_GE(reopen(disk), acknowledged) << seed;
    }
}

TEST(Crash, OnADiskThatLiesIsFoundOrLosesWholeBlocksOnly) {
    // Syncs that did nothing cannot be known of here. What comes back must still be a sound log, or be
    // named as damage; never something in between.
    MemoryDisk start;
    { const Journal journal = create(start); }
    const auto image = start.image();
    std::uint64_t found = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        MemoryDisk disk;
        disk.restore(image);
        disk.lose_syncs(true);
        (void)work(disk, 6);
        disk.power_cut(seed);
        disk.lose_syncs(false);
        const auto journal = open(disk, Mode::read);
        found += journal ? 0U : 1U;
        if (journal) {
            ASSERT_LE(journal->size(), 12U);
        }
    }
    EXPECT_GT(found, 20U);
}

}  // namespace
}  // namespace ponte::journal
