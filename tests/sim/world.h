#pragma once

#include "asks.h"
#include "journal/files_memory.h"

#include <memory>

namespace ponte::sim {

// How often what happened, so that a run can show that it tried something.
struct Tally {
    std::uint64_t asked = 0;
    std::uint64_t granted = 0;
    std::uint64_t refused = 0;
    std::uint64_t malformed = 0;
    std::uint64_t writes_torn = 0;
    std::uint64_t torn_and_there = 0;
    std::uint64_t power_cuts = 0;
    std::uint64_t syncs_lost = 0;
    std::uint64_t found_shorter = 0;
    std::uint64_t flips_found = 0;
    std::uint64_t disks_full = 0;
    std::uint64_t reopened = 0;

    void add(const Tally& other);
    [[nodiscard]] std::string to_text() const;
};

// One institution's life from one seed: a house over a journal on a disk that fails in every way a disk
// may, a clock that is wrong at times, people who ask for anything, and an auditor who believes nothing.
class World {
public:
    explicit World(std::uint64_t seed);
    ~World();

    // False when a promise was broken; wrong() says which.
    [[nodiscard]] bool step();
    [[nodiscard]] const std::string& wrong() const { return wrong_; }
    [[nodiscard]] const Tally& tally() const { return tally_; }

private:
    // What a request was drawn as: the house must treat each kind in its own way.
    enum class Kind : std::uint8_t { fresh, again, changed };
    struct Asked {
        house::Request request;
        Kind kind = Kind::fresh;
    };
    struct HeadFound {
        std::uint64_t first = 0;
        std::uint64_t parts = 0;
        Digest leaf;
        int times = 0;
    };

    [[nodiscard]] bool must(bool promise, const std::string& otherwise);
    [[nodiscard]] std::vector<Asked> draw(bool all_with_ids);
    [[nodiscard]] bool ask(const std::vector<Asked>& asked, std::string_view refused_with = {});
    [[nodiscard]] bool settle(const Asked& asked, const house::Answer& answer, std::uint64_t& next);
    [[nodiscard]] bool hear(const house::Request& request, Told told);
    [[nodiscard]] bool look();

    [[nodiscard]] bool ask_malformed();
    [[nodiscard]] bool ask_while_dying();
    [[nodiscard]] bool ask_while_full();
    [[nodiscard]] bool move_clock();
    [[nodiscard]] bool cut_power();
    [[nodiscard]] bool die_while_opening();
    [[nodiscard]] bool lose_syncs();
    [[nodiscard]] bool flip_a_bit();
    [[nodiscard]] bool fold_the_past();

    [[nodiscard]] bool open();
    [[nodiscard]] bool reopen(const std::vector<Asked>& pending);
    [[nodiscard]] bool resolve(const std::vector<Asked>& pending, std::uint64_t grown);
    [[nodiscard]] bool scan();

    std::uint64_t seed_;
    Chance chance_;
    Auditor auditor_;
    Tally tally_;
    std::string wrong_;
    std::uint64_t ids_ = 0;
    std::vector<house::Request> asked_before_;

    journal::MemoryDisk disk_;
    house::SimulatedClock clock_;
    house::NoQuarantine no_quarantine_;
    std::unique_ptr<house::House> house_;
    std::map<std::string, HeadFound> heads_;
};

}  // namespace ponte::sim
