// The simulator: lives of an institution from seeds, on disks that fail, with an auditor who keeps books
// of his own. A life that breaks a promise says its seed and step, and the same seed breaks it again.

#include "world.h"

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <optional>
#include <random>
#include <string_view>

namespace {

using namespace ponte;

struct Wanted {
    std::optional<std::uint64_t> seed;
    std::uint64_t seeds = 0;  // None: as many as the seconds allow.
    std::uint64_t seconds = 60;
    std::uint64_t steps = 200;
};

std::optional<Wanted> wanted_from(int count, char** words) {
    Wanted wanted;
    for (int i = 1; i < count; i += 2) {
        const std::string_view name = words[i];
        std::uint64_t number = 0;
        if (i + 1 >= count) return std::nullopt;
        const char* const end = words[i + 1] + std::strlen(words[i + 1]);
        if (std::from_chars(words[i + 1], end, number).ptr != end) return std::nullopt;
        if (name == "--seed") {
            wanted.seed = number;
        } else if (name == "--seeds") {
            wanted.seeds = number;
        } else if (name == "--seconds") {
            wanted.seconds = number;
        } else if (name == "--steps") {
            wanted.steps = number;
        } else {
            return std::nullopt;
        }
    }
    // One seed alone is a life to look at again.
    if (wanted.seed && wanted.seeds == 0) wanted.seeds = 1;
    return wanted;
}

// A CHECK stops the process: the seed must be said all the same.
volatile std::uint64_t seed_now = 0;
volatile std::uint64_t step_now = 0;

void say_seed(std::uint64_t seed, std::uint64_t step, std::string_view what) {
    fmt::print(stderr, "seed {}, step {}: {}\nagain: ponte_sim --seed {} --steps {}\n", seed, step, what, seed, step + 1);
}

extern "C" void at_abort(int) {
    say_seed(seed_now, step_now, "a promise of the product's own stopped it");
    std::_Exit(1);
}

}  // namespace

int main(int count, char** words) {
    const auto wanted = wanted_from(count, words);
    if (!wanted) {
        fmt::print(stderr, "ponte_sim [--seed N] [--seeds K] [--seconds S] [--steps M]\n");
        return 2;
    }
    std::signal(SIGABRT, at_abort);
    const std::uint64_t first = wanted->seed.value_or(std::random_device{}());
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(wanted->seconds);
    sim::Tally tally;
    std::uint64_t lives = 0;
    for (std::uint64_t seed = first; wanted->seeds != 0 ? lives < wanted->seeds : std::chrono::steady_clock::now() < until; ++seed, ++lives) {
        seed_now = seed;
        step_now = 0;
        sim::World world(seed);
        std::uint64_t step = 0;
        while (step < wanted->steps && world.step()) step_now = ++step;
        if (!world.wrong().empty()) {
            say_seed(seed, step, world.wrong());
            return 1;
        }
        tally.add(world.tally());
    }
    fmt::print("{} lives of {} steps from seed {}, every promise held: {}\n", lives, wanted->steps, first, tally.to_text());
    return 0;
}
