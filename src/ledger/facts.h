#pragma once

#include "ledger/events.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

// What neighbours may hold of the ledger: accounts and what stands on them. Accounts and transfers lie in
// the order in which they were recorded, and whatever walks them walks that order; the hash maps beside
// them only find one by its id, and nothing iterates over a hash map.
namespace ponte::ledger {

// Sums of minor units that Money can still hold, so that every balance has a spelling.
struct Sums {
    std::int64_t debits = 0;
    std::int64_t credits = 0;

    friend bool operator==(const Sums&, const Sums&) = default;
};

[[nodiscard]] constexpr bool is_within(Bound bound, Sums sums) {
    switch (bound) {
        case Bound::none: return true;
        case Bound::debits_within_credits: return sums.debits <= sums.credits;
        case Bound::credits_within_debits: return sums.credits <= sums.debits;
    }
    return false;  // A value that no bound has.
}

struct Account {
    AccountId account;
    Sums sums;
    std::uint32_t code = 0;
    Currency currency;
    Bound bound = Bound::none;

    friend bool operator==(const Account&, const Account&) = default;
};

// Both halves of an id in one product. Ids are given by people with the right to open and to post,
// so that no secret is mixed in, and two replays build the same map.
struct HashOfId {
    using is_avalanching = void;

    template <class Tag>
    [[nodiscard]] std::size_t operator()(const Id<Tag, Number128>& id) const {
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(id.value.low ^ 0x9e3779b97f4a7c15ULL) * (id.value.high ^ 0xd1b54a32d192ed03ULL);
        const std::uint64_t folded = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
        return folded * 0xff51afd7ed558ccdULL ^ id.value.low >> 32U;
    }
};

template <class Key, class Value, class Hash>
using FoundByHash = boost::unordered_flat_map<Key, Value, Hash>;

// An account's or a transfer's place in the order of recording.
using Place = std::uint32_t;

template <class Key>
using Places = FoundByHash<Key, Place, HashOfId>;

struct Accounts {
    std::vector<Account> opened;
    Places<AccountId> places;

    [[nodiscard]] const Account* find(const AccountId& account) const {
        const auto found = places.find(account);
        return found == places.end() ? nullptr : &opened[found->second];
    }

    friend bool operator==(const Accounts&, const Accounts&) = default;
};

}  // namespace ponte::ledger
