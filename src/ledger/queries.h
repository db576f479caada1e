#pragma once

#include "ledger/state.h"

// Questions to the ledger. Who may ask them is for the house to say: the ledger stages nothing.
namespace ponte::ledger {

struct AccountRow {
    AccountId account;
    Bound bound{};
    std::uint32_t code = 0;
    Names names;
    Money debits;
    Money credits;
    Money balance;  // Credits less debits.
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (account, bound, code, names, debits, credits, balance))

struct AccountsAnswer {
    std::vector<AccountRow> accounts;  // In the order in which they were opened.
};
BOOST_DESCRIBE_STRUCT(AccountsAnswer, (), (accounts))

// One account, or all of them, with what stands on it.
struct AccountsQuery {
    static constexpr std::string_view name = "ledger.accounts";
    using Answer = AccountsAnswer;

    std::optional<AccountId> account;
};
BOOST_DESCRIBE_STRUCT(AccountsQuery, (), (account))

struct TransferAnswer {
    TransferId transfer;
    std::optional<std::uint64_t> sequence;  // Absent: nothing was posted under this id.
    std::optional<AccountId> debit;
    std::optional<AccountId> credit;
    std::optional<Money> amount;
    std::uint64_t user_data = 0;
    std::uint32_t code = 0;
};
BOOST_DESCRIBE_STRUCT(TransferAnswer, (), (transfer, sequence, debit, credit, amount, user_data, code))

// What was posted under an id: after a lost reply, the way to know.
struct TransferQuery {
    static constexpr std::string_view name = "ledger.transfer";
    using Answer = TransferAnswer;

    TransferId transfer;
};
BOOST_DESCRIBE_STRUCT(TransferQuery, (), (transfer))

struct CurrencyTotal {
    Currency currency;
    std::uint64_t accounts = 0;
    std::string debits_minor;  // A whole number as text: over all accounts it may pass 64 bits.
    std::string credits_minor;
};
BOOST_DESCRIBE_STRUCT(CurrencyTotal, (), (currency, accounts, debits_minor, credits_minor))

struct TrialBalanceAnswer {
    std::uint64_t transfers = 0;
    std::vector<CurrencyTotal> totals;  // By the number of the currency.
};
BOOST_DESCRIBE_STRUCT(TrialBalanceAnswer, (), (transfers, totals))

// Both sides of the whole ledger added up, for whoever wants to see that they are equal.
struct TrialBalanceQuery {
    static constexpr std::string_view name = "ledger.trial_balance";
    using Answer = TrialBalanceAnswer;
};
BOOST_DESCRIBE_STRUCT(TrialBalanceQuery, (), ())

using Query = std::variant<AccountsQuery, TransferQuery, TrialBalanceQuery>;

[[nodiscard]] AccountsAnswer answer(const State& state, const AccountsQuery& query);
[[nodiscard]] TransferAnswer answer(const State& state, const TransferQuery& query);
[[nodiscard]] TrialBalanceAnswer answer(const State& state, const TrialBalanceQuery& query);

}  // namespace ponte::ledger
