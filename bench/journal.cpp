// A log of a million entries: proofs made and checked, and the whole of it verified.

#include "bench/measure.h"
#include "journal/journal.h"

namespace ponte::bench {

namespace {

constexpr std::size_t entry_bytes = 300;
constexpr std::size_t block_entries = 8'190;

Attempt<journal::Journal> log_of(const Bench& bench, std::size_t entries) {
    auto log = TRY(journal::Journal::create(bench.scratch + "/million.journal", {"ponte.example/bench", journal::ClockKind::simulated, Instant{1}, {}}));
    journal::Block block;
    Numbers numbers(11);
    // Entry 0, which opens the log, is one of them.
    for (std::size_t i = 1; i < entries; ++i) {
        for (std::uint8_t& byte : block.add_space(100, 1, entry_bytes - journal::entry_header_bytes)) byte = static_cast<std::uint8_t>(numbers.next());
        if (block.count() < block_entries && i + 1 < entries) continue;
        TRY(log.append(block, Instant{static_cast<std::int64_t>(i)}));
        block.clear();
    }
    return log;
}

// Microseconds a turn; the turns of a run go all over the log.
template <class Turn>
Attempt<double> micros_a_turn(const Bench& bench, std::uint64_t entries, std::size_t turns, Turn turn) {
    std::vector<double> runs;
    for (std::size_t run = 0; run < bench.sized(5, 1); ++run) {
        Numbers numbers(run);
        const Stopwatch watch;
        for (std::size_t i = 0; i < turns; ++i) TRY(turn(numbers.below(entries)));
        runs.push_back(watch.seconds() * 1e6 / static_cast<double>(turns));
    }
    return median(runs);
}

}  // namespace

Measured measure_journal(const Bench& bench) {
    const std::size_t entries = bench.sized(1'000'000, 20'000);
    const std::size_t turns = bench.sized(1'000, 20);
    journal::Journal log = TRY(log_of(bench, entries));
    const journal::Tree& tree = log.tree();
    const Digest root = log.root();
    const journal::VerifierKey key = log.log_key();

    const auto make = [&](std::uint64_t at) { return log.prove(at); };
    const double made = TRY(micros_a_turn(bench, entries, turns, make));

    // What is checked was made before the watch starts.
    std::vector<std::vector<Digest>> proofs;
    std::vector<std::string> texts;
    std::vector<std::uint64_t> places;
    Numbers numbers(3);
    for (std::size_t i = 0; i < bench.sized(500, 10); ++i) {
        places.push_back(numbers.below(entries));
        proofs.push_back(tree.inclusion_proof(places.back(), entries));
        texts.push_back(TRY(log.prove(places.back())));
    }
    const auto check = [&](std::uint64_t i) -> Attempt<bool> {
        if (!journal::inclusion_holds(tree.leaf(places[i]), places[i], entries, proofs[i], root)) return fail("bench.proof_false", "journal");
        return true;
    };
    const auto check_text = [&](std::uint64_t i) -> Attempt<journal::Checkpoint> {
        const journal::LogProof proof = TRY(unrefused(journal::LogProof::parse(texts[i])));
        return unrefused(journal::check_proof(proof, tree.leaf(places[i]), key));
    };
    const double checked = TRY(micros_a_turn(bench, places.size(), turns, check));
    const double text_checked = TRY(micros_a_turn(bench, places.size(), turns, check_text));

    std::vector<double> verifying;
    for (std::size_t i = 0; i < bench.sized(3, 1); ++i) {
        const Stopwatch watch;
        if (TRY(log.verify()).entries != entries) return fail("bench.rows_missing", "journal");
        verifying.push_back(watch.seconds());
    }
    const std::string of = "log of " + std::to_string(entries) + " entries of 300 bytes";
    return Rows{{.name = "inclusion proof made, text with a fresh signed checkpoint", .value = made, .unit = "us", .better = Better::less, .must = 1'000, .aim = 100, .note = of},
                {.name = "inclusion proof verified, leaf to root", .value = checked, .unit = "us", .better = Better::less, .must = 50, .aim = 10},
                {.name = "proof text verified, its signature too", .value = text_checked, .unit = "us", .better = Better::less},
                {.name = "journal verify, " + std::to_string(entries) + " entries of 300 bytes", .value = median(verifying), .unit = "s", .better = Better::less, .must = 10, .aim = 3}};
}

}  // namespace ponte::bench
