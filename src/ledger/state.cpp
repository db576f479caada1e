#include "ledger/state.h"

#include "base/check.h"

#include <limits>

namespace ponte::ledger {

namespace {

void add(std::int64_t& sum, std::int64_t amount) {
    // The decision proved that the sum fits, and the journal may not disagree.
    CHECK(!__builtin_add_overflow(sum, amount, &sum));
}

Place next_place(std::size_t size) {
    CHECK(size < std::numeric_limits<Place>::max());
    return static_cast<Place>(size);
}

}  // namespace

void reserve(State& state, std::size_t accounts, std::size_t transfers) {
    state.accounts.opened.reserve(accounts);
    state.accounts.places.reserve(accounts);
    state.names.reserve(accounts);
    state.opened_at.reserve(accounts);
    state.transfers.posted.reserve(transfers);
    state.transfers.places.reserve(transfers);
}

void evolve(State& state, const AccountOpened& event, const Recorded& recorded) {
    const bool fresh = state.accounts.places.emplace(event.account, next_place(state.accounts.opened.size())).second;
    CHECK(fresh);
    state.accounts.opened.push_back(
        {.account = event.account, .sums = {}, .code = event.code, .currency = event.currency, .bound = event.bound});
    state.names.push_back(event.names);
    state.opened_at.push_back(recorded.sequence);
}

void evolve(State& state, const TransferPosted& event, const Recorded& recorded) {
    const auto debit = state.accounts.places.find(event.debit);
    const auto credit = state.accounts.places.find(event.credit);
    CHECK(debit != state.accounts.places.end());
    CHECK(credit != state.accounts.places.end());
    CHECK(std::in_range<std::int64_t>(event.amount));
    const bool fresh = state.transfers.places.emplace(event.transfer, next_place(state.transfers.posted.size())).second;
    CHECK(fresh);
    const auto amount = static_cast<std::int64_t>(event.amount);
    state.transfers.posted.push_back({.transfer = event.transfer,
                                      .sequence = recorded.sequence,
                                      .amount = amount,
                                      .user_data = event.user_data,
                                      .code = event.code,
                                      .debit = debit->second,
                                      .credit = credit->second});
    add(state.accounts.opened[debit->second].sums.debits, amount);
    add(state.accounts.opened[credit->second].sums.credits, amount);
}

}  // namespace ponte::ledger
