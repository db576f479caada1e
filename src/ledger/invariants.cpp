#include "ledger/invariants.h"

#include <map>

namespace ponte::ledger {

namespace {

__extension__ using Wide = __int128;  // So wide that adding up every account cannot overflow.

struct WideSums {
    Wide debits = 0;
    Wide credits = 0;
};

std::string text_of(const AccountId& id) { return "account " + id.value.to_text(); }
std::string text_of(const Account& account) { return text_of(account.account); }
std::string text_of(const TransferId& id) { return "transfer " + id.value.to_text(); }

bool is_kept(const State& state, const TransferPosted& event) {
    const auto place = state.transfers.places.find(event.transfer);
    if (place == state.transfers.places.end() || place->second >= state.transfers.posted.size()) return false;
    const KeptTransfer& kept = state.transfers.posted[place->second];
    return kept.transfer == event.transfer && std::cmp_equal(kept.amount, event.amount) &&
           state.accounts.opened[kept.debit].account == event.debit && state.accounts.opened[kept.credit].account == event.credit;
}

}  // namespace

std::optional<std::string> debits_equal_credits(const State& state) {
    std::map<Currency, WideSums> by_currency;
    for (const Account& account : state.accounts.opened) {
        WideSums& sums = by_currency[account.currency];
        sums.debits += account.sums.debits;
        sums.credits += account.sums.credits;
    }
    for (const auto& [currency, sums] : by_currency) {
        if (sums.debits != sums.credits) return "debits differ from credits in " + currency.to_text();
    }
    return std::nullopt;
}

std::optional<std::string> bound_holds(const Account& account) {
    if (account.sums.debits < 0 || account.sums.credits < 0) return "a side of " + text_of(account) + " is negative";
    if (!is_within(account.bound, account.sums)) return text_of(account) + " breaks its bound " + std::string(name_of(account.bound));
    return std::nullopt;
}

std::optional<std::string> accounts_equal_their_transfers(const State& state) {
    const std::vector<Account>& opened = state.accounts.opened;
    std::vector<WideSums> anew(opened.size());
    for (const KeptTransfer& transfer : state.transfers.posted) {
        if (transfer.amount <= 0) return text_of(transfer.transfer) + " moves nothing";
        if (transfer.debit >= opened.size() || transfer.credit >= opened.size() || transfer.debit == transfer.credit) {
            return text_of(transfer.transfer) + " has not two accounts";
        }
        if (opened[transfer.debit].currency != opened[transfer.credit].currency) {
            return text_of(transfer.transfer) + " moves between two currencies";
        }
        anew[transfer.debit].debits += transfer.amount;
        anew[transfer.credit].credits += transfer.amount;
    }
    for (std::size_t i = 0; i < opened.size(); ++i) {
        if (opened[i].sums.debits != anew[i].debits || opened[i].sums.credits != anew[i].credits) {
            return text_of(opened[i]) + " differs from the sum of its transfers";
        }
    }
    return std::nullopt;
}

std::optional<std::string> ids_find_their_records(const State& state) {
    const auto& [opened, account_places] = state.accounts;
    const auto& [posted, transfer_places] = state.transfers;
    if (account_places.size() != opened.size()) return "accounts are found by more ids, or by fewer";
    if (state.names.size() != opened.size()) return "accounts have more names, or fewer";
    if (transfer_places.size() != posted.size()) return "transfers are found by more ids, or by fewer";
    for (std::size_t i = 0; i < opened.size(); ++i) {
        const auto found = account_places.find(opened[i].account);
        if (found == account_places.end() || found->second != i) return text_of(opened[i]) + " is not found";
    }
    for (std::size_t i = 0; i < posted.size(); ++i) {
        const auto found = transfer_places.find(posted[i].transfer);
        if (found == transfer_places.end() || found->second != i) {
            return text_of(posted[i].transfer) + " is not found";
        }
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_touched_by(const State& state, const AccountOpened& event) {
    const Account* account = state.accounts.find(event.account);
    if (account == nullptr || account->account != event.account) return text_of(event.account) + " is not found";
    return bound_holds(*account);
}

std::optional<std::string> broken_promise_touched_by(const State& state, const TransferPosted& event) {
    const Account* debit = state.accounts.find(event.debit);
    const Account* credit = state.accounts.find(event.credit);
    if (debit == nullptr || credit == nullptr || debit == credit || event.amount == 0 || !is_kept(state, event)) {
        return text_of(event.transfer) + " is not kept as it was posted";
    }
    if (debit->currency != event.currency || credit->currency != event.currency) {
        return text_of(event.transfer) + " moves between two currencies";
    }
    if (auto broken = bound_holds(*debit)) return broken;
    return bound_holds(*credit);
}

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    return std::visit([&](const auto& one) { return broken_promise_touched_by(state, one); }, event);
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    if (auto broken = debits_equal_credits(state)) return broken;
    for (const Account& account : state.accounts.opened) {
        if (auto broken = bound_holds(account)) return broken;
    }
    if (auto broken = accounts_equal_their_transfers(state)) return broken;
    return ids_find_their_records(state);
}

}  // namespace ponte::ledger
