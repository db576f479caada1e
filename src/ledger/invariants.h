#pragma once

#include "ledger/state.h"

// The ledger's promises. Each returns nothing, or the broken promise as a sentence.
namespace ponte::ledger {

// In every currency the sum of all debits is the sum of all credits.
[[nodiscard]] std::optional<std::string> debits_equal_credits(const State& state);
// No side of an account is negative or has outgrown the other against its bound.
[[nodiscard]] std::optional<std::string> bound_holds(const Account& account);
// What stands on each account is what its transfers moved, added up anew.
[[nodiscard]] std::optional<std::string> accounts_equal_their_transfers(const State& state);
// Every account and transfer is found by its id, and by no other.
[[nodiscard]] std::optional<std::string> ids_find_their_records(const State& state);

// What the event touched, looked at in the rehearsal of each record.
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const AccountOpened& event);
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const TransferPosted& event);
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event);
// Everything, looked at by the simulator and `journal verify`.
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const State& state);

}  // namespace ponte::ledger
