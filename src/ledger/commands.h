#pragma once

// What may be asked of the ledger. A command is a plain value; asking changes nothing.

#include "ledger/events.h"

#include <vector>

namespace ponte::ledger {

struct OpenAccount {
    static constexpr std::string_view name = "ledger.open_account";

    AccountId account;
    Currency currency;
    Bound bound = Bound::none;
    std::optional<std::uint32_t> code;
    Names names;
};
BOOST_DESCRIBE_STRUCT(OpenAccount, (), (account, currency, bound, code, names))

struct PostTransfer {
    static constexpr std::string_view name = "ledger.post_transfer";

    TransferId transfer;  // Asking again with the same id and body is harmless.
    AccountId debit;
    AccountId credit;
    Money amount;
    std::optional<std::uint64_t> user_data;
    std::optional<std::uint32_t> code;
};
BOOST_DESCRIBE_STRUCT(PostTransfer, (), (transfer, debit, credit, amount, user_data, code))

inline constexpr std::size_t batch_transfers_max = 8190;

// Many transfers under one head. Each sees those before it; each has its own verdict, unless one
// refusal is to refuse them all.
struct PostTransfers {
    static constexpr std::string_view name = "ledger.post_transfers";

    std::vector<PostTransfer> transfers;
    bool all_or_none = false;
};
BOOST_DESCRIBE_STRUCT(PostTransfers, (), (transfers, all_or_none))

using Command = std::variant<OpenAccount, PostTransfer, PostTransfers>;

}  // namespace ponte::ledger
