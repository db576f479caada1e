#pragma once

#include "journal/files.h"

#include <cstdint>
#include <map>
#include <memory>

// A disk of the simulator. It outlives the journals opened on it, knows what was synced and what was
// only written, and fails on order. Journals on it run the very code that runs on real disks.
namespace ponte::journal {

class MemoryDisk {
public:
    MemoryDisk();

    // A handle for one process's life. After power_cut() or kill() all handles given out before fault.
    [[nodiscard]] std::unique_ptr<Files> files();

    // The process dies: all that was written stays.
    void kill();
    // The power goes: of what was not synced each file keeps a part that `seed` chooses.
    void power_cut(std::uint64_t seed);
    // The process dies inside a write when so many more bytes have been written (steps such as truncate,
    // rename and sync count as one); what was written so far stays. Every call afterwards faults.
    void die_after(std::uint64_t bytes);
    [[nodiscard]] bool died() const;
    // Syncs answer yes and do nothing from now on: the power cut after it loses what came since.
    void lose_syncs(bool lose);
    // The next syncs fail.
    void fail_syncs(bool fail);
    void set_capacity(std::uint64_t bytes);

    // Every file with its bytes, for flipping, truncating, copying and putting back.
    struct Content {
        Bytes bytes;
        bool secret = false;

        friend bool operator==(const Content&, const Content&) = default;
    };
    using Image = std::map<std::string, Content>;
    [[nodiscard]] Image image() const;
    void restore(const Image& image);
    [[nodiscard]] std::uint64_t bytes_written() const;  // In the measure of die_after.

    struct State;

private:
    std::shared_ptr<State> state_;
};

}  // namespace ponte::journal
