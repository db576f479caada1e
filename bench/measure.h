#pragma once

#include "base/outcome.h"
#include "bench/report.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

// What every group of rows is given and measures with.
namespace ponte::bench {

struct Bench {
    std::string scratch;   // An empty folder on the disk that is measured; taken away at the end.
    std::string program;   // The built ponte.
    std::string data;      // data/ of the project.
    std::string plan;      // The plan text to read.
    bool official = false; // It is the official text, not the one in our own words.
    bool quick = false;    // Tiny sizes: shows that the bench works, measures nothing.

    [[nodiscard]] std::size_t sized(std::size_t full, std::size_t tiny) const { return quick ? tiny : full; }
};

using Measured = Attempt<Rows>;

// Each group of rows; see the files of the same names.
[[nodiscard]] Measured measure_plan(const Bench& bench);
[[nodiscard]] Measured measure_commands(const Bench& bench);
[[nodiscard]] Measured measure_observations(const Bench& bench);
[[nodiscard]] Measured measure_round(const Bench& bench);
[[nodiscard]] Measured measure_dossier(const Bench& bench);
[[nodiscard]] Measured measure_forms(const Bench& bench);
[[nodiscard]] Measured measure_ledger(const Bench& bench);
[[nodiscard]] Measured measure_journal(const Bench& bench);
[[nodiscard]] Measured measure_past(const Bench& bench);
[[nodiscard]] Measured measure_origin(const Bench& bench);
[[nodiscard]] Measured measure_withholding(const Bench& bench);
[[nodiscard]] Measured measure_stay(const Bench& bench);
[[nodiscard]] Measured measure_accords(const Bench& bench);

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    }

private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

[[nodiscard]] inline double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// The same numbers in every run: splitmix64.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t mixed = (state_ += 0x9e3779b97f4a7c15);
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31U);
    }
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }

private:
    std::uint64_t state_;
};

// Here nothing may be refused; a refusal stops the bench like a fault, with its code.
template <class T>
[[nodiscard]] Attempt<T> unrefused(Outcome<T> outcome) {
    if (outcome) return *std::move(outcome);
    return fail(outcome.error().kind.code, outcome.error().place, outcome.error().subject);
}
template <class T>
[[nodiscard]] Attempt<T> unrefused(Attempt<Outcome<T>> attempt) {
    return unrefused(TRY(std::move(attempt)));
}

}  // namespace ponte::bench
