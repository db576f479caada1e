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

// The ledger as it was: so many of its accounts and transfers, and what stood on the accounts. Going back
// walks the transfers on the nearer side of the position, a few nanoseconds each.
struct Then {
    const State& state;
    std::size_t accounts = 0;
    std::size_t transfers = 0;

    explicit Then(const State& asked)
        : state(asked.present != nullptr ? *asked.present : asked),
          accounts(static_cast<std::size_t>(std::ranges::lower_bound(state.opened_at, asked.until) - state.opened_at.begin())),
          transfers(static_cast<std::size_t>(std::ranges::lower_bound(state.transfers.posted, asked.until, {}, &KeptTransfer::sequence) -
                                             state.transfers.posted.begin())) {}

    [[nodiscard]] std::vector<Sums> sums() const {
        const std::vector<KeptTransfer>& all = state.transfers.posted;
        std::vector<Sums> sums(state.accounts.opened.size());
        if (transfers <= all.size() / 2) {
            for (std::size_t i = 0; i < transfers; ++i) {
                sums[all[i].debit].debits += all[i].amount;
                sums[all[i].credit].credits += all[i].amount;
            }
        } else {
            for (std::size_t i = 0; i < accounts; ++i) sums[i] = state.accounts.opened[i].sums;
            for (std::size_t i = transfers; i < all.size(); ++i) {
                sums[all[i].debit].debits -= all[i].amount;
                sums[all[i].credit].credits -= all[i].amount;
            }
        }
        return sums;
    }
};

AccountRow row_of(const Account& account, Sums sums, const Names& names) {
    const auto money = [&](std::int64_t minor) { return Money{minor, account.currency}; };
    return {.account = account.account,
            .bound = account.bound,
            .code = account.code,
            .names = names,
            .debits = money(sums.debits),
            .credits = money(sums.credits),
            .balance = money(sums.credits - sums.debits)};  // Neither is negative, so it fits.
}

}  // namespace

AccountsAnswer answer(const State& asked, const AccountsQuery& query) {
    const Then then(asked);
    const State& state = then.state;
    AccountsAnswer all;
    std::size_t from = 0;
    std::size_t to = then.accounts;
    if (query.account) {
        const auto found = state.accounts.places.find(*query.account);
        if (found == state.accounts.places.end() || found->second >= then.accounts) return all;
        from = found->second;
        to = from + 1;
    }
    const std::vector<Sums> sums = then.sums();
    for (std::size_t i = from; i < to; ++i) all.accounts.push_back(row_of(state.accounts.opened[i], sums[i], state.names[i]));
    return all;
}

TransferAnswer answer(const State& asked, const TransferQuery& query) {
    const Then then(asked);
    const State& state = then.state;
    const auto found = state.transfers.places.find(query.transfer);
    if (found == state.transfers.places.end() || found->second >= then.transfers) return {.transfer = query.transfer};
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

TrialBalanceAnswer answer(const State& asked, const TrialBalanceQuery&) {
    const Then then(asked);
    const std::vector<Sums> sums = then.sums();
    struct Total {
        std::uint64_t accounts = 0;
        Wide debits = 0;
        Wide credits = 0;
    };
    std::map<Currency, Total> by_currency;
    for (std::size_t i = 0; i < then.accounts; ++i) {
        Total& total = by_currency[then.state.accounts.opened[i].currency];
        ++total.accounts;
        total.debits += static_cast<Wide>(sums[i].debits);
        total.credits += static_cast<Wide>(sums[i].credits);
    }
    TrialBalanceAnswer all{.transfers = then.transfers, .totals = {}};
    for (const auto& [currency, total] : by_currency) {
        all.totals.push_back({.currency = currency,
                              .accounts = total.accounts,
                              .debits_minor = text_of_number(total.debits),
                              .credits_minor = text_of_number(total.credits)});
    }
    return all;
}

}  // namespace ponte::ledger
