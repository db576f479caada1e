#pragma once

#include "base/recorded.h"
#include "ledger/facts.h"

// What the ledger knows: the fold of its events, and nothing that is not in them.
namespace ponte::ledger {

// A transfer as it is kept to tell a repeated id from a misused one; the whole record is in the journal.
struct KeptTransfer {
    TransferId transfer;
    std::uint64_t sequence = 0;
    std::int64_t amount = 0;
    std::uint64_t user_data = 0;
    std::uint32_t code = 0;
    Place debit = 0;  // Of the accounts.
    Place credit = 0;

    friend bool operator==(const KeptTransfer&, const KeptTransfer&) = default;
};

struct Transfers {
    std::vector<KeptTransfer> posted;
    Places<TransferId> places;

    friend bool operator==(const Transfers&, const Transfers&) = default;
};

struct State {
    Accounts accounts;
    std::vector<Names> names;  // By place; apart, because posting never looks at a name.
    std::vector<std::uint64_t> opened_at;  // By place: the entry.
    Transfers transfers;

    // A past state holds nothing of its own: it is the present one, which outlives it, as it was when the
    // log ended before the entry `until`. Only questions are answered from it.
    const State* present = nullptr;
    std::uint64_t until = UINT64_MAX;

    friend bool operator==(const State&, const State&) = default;
};

// Room for so many in all; up to there, a transfer is posted without touching the heap.
void reserve(State& state, std::size_t accounts, std::size_t transfers);

void evolve(State& state, const AccountOpened& event, const Recorded& recorded);
void evolve(State& state, const TransferPosted& event, const Recorded& recorded);

}  // namespace ponte::ledger
