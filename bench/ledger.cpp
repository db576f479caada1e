// Plain transfers in full batches: decided, folded, promises looked at, each a leaf under the run's head,
// and durable before the next batch begins. Below the house, as a desk that pays would drive the ledger.

#include "base/canonical.h"
#include "bench/measure.h"
#include "house/event_types.h"
#include "journal/journal.h"
#include "ledger/decide.h"
#include "ledger/invariants.h"

#include <cstring>

namespace ponte::bench {

namespace {

constexpr std::size_t accounts_count = 10'000;
constexpr std::uint16_t transfer_type = house::event_type(ledger::TransferPosted::name);
constexpr std::uint16_t transfer_version = house::event_version(ledger::TransferPosted::name);

ledger::PostTransfers batch_of(Numbers& numbers, const std::vector<ledger::AccountId>& accounts, Currency currency, std::uint64_t first) {
    ledger::PostTransfers batch;
    batch.transfers.reserve(ledger::batch_transfers_max);
    for (std::size_t i = 0; i < ledger::batch_transfers_max; ++i) {
        const std::uint64_t debit = numbers.below(accounts.size());
        const std::uint64_t credit = (debit + 1 + numbers.below(accounts.size() - 1)) % accounts.size();
        batch.transfers.push_back({.transfer = ledger::TransferId({first + i + 1, numbers.next()}),
                                   .debit = accounts[debit],
                                   .credit = accounts[credit],
                                   .amount = {static_cast<std::int64_t>(1 + numbers.below(1000)), currency}});
    }
    return batch;
}

}  // namespace

Measured measure_ledger(const Bench& bench) {
    const std::size_t batches = bench.sized(120, 2);
    const auto currency = Currency::from_text("MOP");
    if (!currency) return fail("bench.currency", "MOP");
    Numbers numbers(42);
    ledger::State state;
    ledger::reserve(state, accounts_count, batches * ledger::batch_transfers_max);
    std::vector<ledger::AccountId> accounts;
    for (std::size_t i = 0; i < accounts_count; ++i) {
        accounts.push_back(ledger::AccountId({numbers.next(), numbers.next()}));
        ledger::evolve(state, ledger::AccountOpened{.account = accounts.back(), .currency = *currency, .bound = ledger::Bound::none, .names = {.en = "x"}}, {});
    }
    journal::Journal journal =
        TRY(journal::Journal::create(bench.scratch + "/ledger.journal", {"ponte.example/bench", journal::ClockKind::simulated, Instant{1}, {}}));

    std::vector<double> rates;
    journal::Block block;
    for (std::size_t i = 0; i < batches; ++i) {
        const ledger::PostTransfers asked = batch_of(numbers, accounts, *currency, i * ledger::batch_transfers_max);
        const Instant time{static_cast<std::int64_t>(i + 2)};
        const Stopwatch watch;
        const ledger::Batch batch = TRY(unrefused(ledger::decide_batch({.ledger = state, .may_open = false, .may_post = true}, asked)));
        const journal::RunHeaded run{.time = time,
                                     .actor = "bench",
                                     .asserted = true,
                                     .desk = "ledger",
                                     .command = std::string(ledger::PostTransfers::name),
                                     .command_id = std::to_string(i),
                                     .parts = static_cast<std::uint32_t>(batch.posted.size()),
                                     .batch = true,
                                     .request = {},
                                     .nonce = journal::nonce_at_random()};
        block.clear();
        block.add(journal::RunHeaded::type, journal::RunHeaded::version, to_bytes(run));
        std::uint64_t sequence = journal.size() + 1;
        for (const ledger::TransferPosted& posted : batch.posted) {
            std::memcpy(block.add_space(transfer_type, transfer_version, ledger::transfer_bytes).data(), ledger::image_of(posted).data(),
                        ledger::transfer_bytes);
            ledger::evolve(state, posted, {.sequence = sequence++});
        }
        for (const ledger::TransferPosted& posted : batch.posted) {
            if (ledger::broken_promise_touched_by(state, posted)) return fail("bench.promise_broken", "ledger");
        }
        TRY(journal.append(block, time));
        rates.push_back(static_cast<double>(batch.posted.size()) / watch.seconds());
    }
    return Rows{{.name = "ledger transfers, batches of 8,190, durable, each a leaf", .value = median(rates), .unit = "/s", .must = 100'000, .aim = 400'000,
                 .note = std::to_string(batches * ledger::batch_transfers_max) + " transfers between 10,000 accounts, making them up not counted"}};
}

}  // namespace ponte::bench
