#include "ledger/queries.h"

#include <algorithm>
#include <map>

namespace ponte::ledger {

namespace {

__extension__ using Wide = unsigned __int128;

std::string text_of_number(Wide number) {
    std::string text;
    do {
        text += static_cast<char>('0' + static_cast<int>(number % 10));
        number /= 10;
    } while (number != 0);
    std::ranges::reverse(text);
    return text;
}

AccountRow row_of(const Account& account, const Names& names) {
    const auto money = [&](std::int64_t minor) { return Money{minor, account.currency}; };
    return {.account = account.account,
            .bound = account.bound,
            .code = account.code,
            .names = names,
            .debits = money(account.sums.debits),
            .credits = money(account.sums.credits),
            .balance = money(account.sums.credits - account.sums.debits)};  // Neither is negative, so it fits.
}

}  // namespace

AccountsAnswer answer(const State& state, const AccountsQuery& query) {
    AccountsAnswer all;
    if (query.account) {
        const auto found = state.accounts.places.find(*query.account);
        if (found == state.accounts.places.end()) return all;
        all.accounts.push_back(row_of(state.accounts.opened[found->second], state.names[found->second]));
        return all;
    }
    for (std::size_t i = 0; i < state.accounts.opened.size(); ++i) {
        all.accounts.push_back(row_of(state.accounts.opened[i], state.names[i]));
    }
    return all;
}

TransferAnswer answer(const State& state, const TransferQuery& query) {
    const auto found = state.transfers.places.find(query.transfer);
    if (found == state.transfers.places.end()) return {.transfer = query.transfer};
    const KeptTransfer& kept = state.transfers.posted[found->second];
    const Account& debit = state.accounts.opened[kept.debit];
    return {.transfer = query.transfer,
            .sequence = kept.sequence,
            .debit = debit.account,
            .credit = state.accounts.opened[kept.credit].account,
            .amount = Money{kept.amount, debit.currency},
            .user_data = kept.user_data,
            .code = kept.code};
}

TrialBalanceAnswer answer(const State& state, const TrialBalanceQuery&) {
    struct Total {
        std::uint64_t accounts = 0;
        Wide debits = 0;
        Wide credits = 0;
    };
    std::map<Currency, Total> by_currency;
    for (const Account& account : state.accounts.opened) {
        Total& total = by_currency[account.currency];
        ++total.accounts;
        total.debits += static_cast<Wide>(account.sums.debits);
        total.credits += static_cast<Wide>(account.sums.credits);
    }
    TrialBalanceAnswer all{.transfers = state.transfers.posted.size(), .totals = {}};
    for (const auto& [currency, total] : by_currency) {
        all.totals.push_back({.currency = currency,
                              .accounts = total.accounts,
                              .debits_minor = text_of_number(total.debits),
                              .credits_minor = text_of_number(total.credits)});
    }
    return all;
}

}  // namespace ponte::ledger
