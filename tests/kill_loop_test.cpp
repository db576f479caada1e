// Kill -9 in a loop: a child appends and says over a pipe what was acknowledged; it is killed at a random
// moment; what it had said must be in the journal, once, in order, and the journal must be sound.
#include "journal/journal.h"

#include "base/canonical.h"
#include "base/described_values.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace ponte::journal {
namespace {

constexpr std::uint16_t counted = 200;

// Appends forever; after each block the size goes through the pipe.
[[noreturn]] void append_until_killed(const std::string& folder, int pipe_end, unsigned seed) {
    auto journal = Journal::open(folder, {Mode::write, Instant{0}});
    if (!journal) ::_exit(2);
    journal->set_segment_bytes_max(40'000);
    std::mt19937 chance(seed);
    for (const TailSetAside& tail : journal->opening().tails) {
        Block block;
        block.add(TailSetAside::type, TailSetAside::version, to_bytes(tail));
        if (!journal->append(block, Instant{1})) ::_exit(3);
    }
    for (;;) {
        Block block;
        const auto count = 1 + static_cast<std::uint32_t>(chance() % 20);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::string text = "entry " + std::to_string(journal->size() + i) + std::string(chance() % 300, '.');
            block.add(counted, 1, view_of(text));
        }
        if (!journal->append(block, Instant{1})) ::_exit(4);
        const std::uint64_t size = journal->size();
        if (::write(pipe_end, &size, sizeof size) != sizeof size) ::_exit(5);
    }
}

TEST(KillLoop, LosesNothingThatWasAcknowledged) {
    std::string pattern = (std::filesystem::temp_directory_path() / "ponte-kill-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    const std::string folder = pattern + "/journal";
    ASSERT_TRUE(Journal::create(folder, {"ponte.example/kill", ClockKind::simulated, Instant{1}, std::nullopt}));
    std::mt19937 chance(9);
    std::uint64_t acknowledged = 1;
    for (unsigned round = 0; round < 20; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(ends[0]);
            append_until_killed(folder, ends[1], round);
        }
        ::close(ends[1]);
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + static_cast<int>(chance() % 150)));
        ASSERT_EQ(::kill(child, SIGKILL), 0);
        std::uint64_t size = 0;
        while (::read(ends[0], &size, sizeof size) == sizeof size) acknowledged = size;
        ::close(ends[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child stopped by itself: " << WEXITSTATUS(status);
        auto journal = Journal::open(folder, {Mode::read, Instant{0}});
        ASSERT_TRUE(journal) << round << ": " << journal.error().code << " " << journal.error().where << " " << journal.error().what;
        ASSERT_GE(journal->size(), acknowledged) << round;
        std::uint64_t wrong = 0;
        ASSERT_TRUE(journal->for_each_entry(1, journal->size(), [&](const StoredEntry& entry) {
            const std::string due = "entry " + std::to_string(entry.sequence);
            const bool sound = entry.entry.type != counted || (text_of(entry.entry.payload).starts_with(due) &&
                                                               (entry.entry.payload.size() == due.size() || entry.entry.payload[due.size()] == '.'));
            wrong += sound ? 0U : 1U;
            return true;
        }));
        ASSERT_EQ(wrong, 0U) << round;
    }
    EXPECT_GT(acknowledged, 100U);
    std::filesystem::remove_all(pattern);
}

}  // namespace
}  // namespace ponte::journal
