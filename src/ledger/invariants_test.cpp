// Random transfers against an auditor who keeps his own naive books, each promise broken once, and the
// heap left alone by a transfer.
#include "ledger/invariants.h"

#include "ledger/decide.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <new>

namespace {
std::size_t allocations = 0;
}

// Counts what this test program takes from the heap. Not inlined, since GCC would then see new meet free.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    void* memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) std::abort();
    return memory;
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace ponte::ledger {
namespace {

class Chance {  // SplitMix64: the same numbers from a seed everywhere.
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t below(std::uint64_t bound) {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111eb;
        return (z ^ (z >> 31U)) % bound;
    }

private:
    std::uint64_t state_;
};

// The auditor's books: every entry as a line, every balance added up from the first line each time.
class Auditor {
public:
    void open(std::uint64_t account, int currency, int bound) { accounts_[account] = {currency, bound}; }

    std::string judge(const PostTransfer& asked) {
        const Entry entry{asked.transfer.value.low, asked.debit.value.low, asked.credit.value.low, asked.amount.minor,
                          asked.amount.currency.number};
        if (entry.amount < 1) return "ledger.amount_not_positive";
        if (entry.debit == entry.credit) return "ledger.accounts_are_one";
        for (const Entry& old : entries_) {
            if (old.id != entry.id) continue;
            const bool same = old.debit == entry.debit && old.credit == entry.credit && old.amount == entry.amount &&
                              old.currency == entry.currency;
            return same ? "ledger.transfer_exists" : "ledger.transfer_id_used_differently";
        }
        if (!accounts_.contains(entry.debit) || !accounts_.contains(entry.credit)) return "ledger.account_unknown";
        if (accounts_[entry.debit].first != entry.currency || accounts_[entry.credit].first != entry.currency) {
            return "ledger.currencies_differ";
        }
        entries_.push_back(entry);
        std::string fault;
        for (const std::uint64_t account : {entry.debit, entry.credit}) {
            const auto [out, in] = sums(account);
            if (out > INT64_MAX || in > INT64_MAX) fault = "ledger.amount_overflows";
            if (!fault.empty()) continue;
            if (accounts_[account].second == 2 && out > in) fault = "ledger.funds_short";
            if (accounts_[account].second == 3 && in > out) fault = "ledger.funds_short";
        }
        // Of two faults the overflow is named first, on whichever account it is.
        if (sums(entry.credit).second > INT64_MAX) fault = "ledger.amount_overflows";
        if (fault.empty()) return "posted";
        entries_.pop_back();
        return fault;
    }

    __extension__ using Wide = __int128;
    [[nodiscard]] std::pair<Wide, Wide> sums(std::uint64_t account) const {
        std::pair<Wide, Wide> both{0, 0};
        for (const Entry& entry : entries_) {
            if (entry.debit == account) both.first += entry.amount;
            if (entry.credit == account) both.second += entry.amount;
        }
        return both;
    }
    [[nodiscard]] std::size_t count() const { return entries_.size(); }
    void forget_since(std::size_t count) { entries_.resize(count); }

private:
    struct Entry {
        std::uint64_t id = 0, debit = 0, credit = 0;
        std::int64_t amount = 0;
        int currency = 0;
    };
    std::map<std::uint64_t, std::pair<int, int>> accounts_;
    std::vector<Entry> entries_;
};

constexpr std::uint64_t accounts_opened = 8;
constexpr std::uint16_t currencies[] = {446, 156};

void open_accounts(State& state, Auditor& auditor) {
    for (std::uint64_t number = 1; number <= accounts_opened; ++number) {
        const Bound bound = static_cast<Bound>(1 + number % 3);
        const Currency currency{currencies[number == accounts_opened ? 1 : 0]};
        const OpenAccount asked{.account = AccountId({number, 0}), .currency = currency, .bound = bound, .names = {.en = "A"}};
        const Decision decision = decide(View{.ledger = state, .may_open = true}, asked);
        ASSERT_TRUE(decision);
        evolve(state, std::get<AccountOpened>(decision->front()), Recorded{});
        auditor.open(number, currency.number, static_cast<int>(bound));
    }
}

PostTransfer any_transfer(Chance& chance) {
    const std::int64_t amounts[] = {0, 1, 2, 50, 100, INT64_MAX / 3};
    return {.transfer = TransferId({1 + chance.below(300), 0}),
            .debit = AccountId({1 + chance.below(accounts_opened + 1), 0}),
            .credit = AccountId({1 + chance.below(accounts_opened + 1), 0}),
            .amount = {amounts[chance.below(6)], Currency{currencies[chance.below(12) == 0 ? 1 : 0]}}};
}

void expect_equal(const State& state, const Auditor& auditor) {
    EXPECT_EQ(state.transfers.posted.size(), auditor.count());
    for (const Account& account : state.accounts.opened) {
        const auto [debits, credits] = auditor.sums(account.account.value.low);
        EXPECT_TRUE(account.sums.debits == debits && account.sums.credits == credits) << account.account.value.low;
    }
    EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
}

// A batch of random size: every verdict is the auditor's, and all or none is all or none.
void try_batch(State& state, Auditor& auditor, Chance& chance) {
    PostTransfers asked{.all_or_none = chance.below(4) == 0};
    for (std::uint64_t left = 1 + chance.below(12); left > 0; --left) asked.transfers.push_back(any_transfer(chance));
    const std::size_t before = auditor.count();
    std::vector<std::string> expected;
    std::optional<std::size_t> first_refused;
    for (const PostTransfer& one : asked.transfers) {
        if (asked.all_or_none && first_refused) break;
        expected.push_back(auditor.judge(one));
        if (expected.back() != "posted" && !first_refused) first_refused = expected.size() - 1;
    }
    const auto batch = decide_batch(View{.ledger = state, .may_post = true}, asked);
    if (asked.all_or_none && first_refused) {
        auditor.forget_since(before);
        ASSERT_FALSE(batch);
        EXPECT_EQ(batch.error().kind.code, expected[*first_refused]);
        return;
    }
    ASSERT_TRUE(batch);
    std::vector<std::string> verdicts(asked.transfers.size(), "posted");
    for (const TransferRefused& refused : batch->refused) verdicts[refused.index] = refused.refusal.kind.code;
    EXPECT_EQ(verdicts, expected);
    EXPECT_EQ(batch->posted.size(), auditor.count() - before);
    for (const TransferPosted& posted : batch->posted) {
        evolve(state, posted, Recorded{});
        EXPECT_EQ(broken_promise_touched_by(state, posted), std::nullopt);
    }
}

TEST(Ledger, AgreesWithAnAuditorWhoSharesNoCodeWithIt) {
    std::map<std::string, int> heard;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Chance chance(seed);
        State state;
        Auditor auditor;
        open_accounts(state, auditor);
        for (int round = 0; round < 120; ++round) {
            if (chance.below(3) == 0) {
                try_batch(state, auditor, chance);
            } else {
                const PostTransfer asked = any_transfer(chance);
                const auto posted = post(state, asked);
                const std::string verdict(posted ? "posted" : posted.error().kind.code);
                EXPECT_EQ(verdict, auditor.judge(asked));
                if (posted) evolve(state, *posted, Recorded{});
                ++heard[verdict];
            }
            if (HasFailure()) return;
        }
        expect_equal(state, auditor);
        if (HasFailure()) return;
    }
    EXPECT_EQ(heard.size(), 9U) << "some verdict never came up";
}

TEST(LedgerInvariants, SayWhichPromiseIsBroken) {
    State sound;
    Auditor auditor;
    open_accounts(sound, auditor);
    const TransferPosted moved{.transfer = TransferId({7, 0}),
                               .debit = AccountId({3, 0}),
                               .credit = AccountId({6, 0}),
                               .amount = 5,
                               .currency = Currency{446}};
    evolve(sound, moved, Recorded{});
    ASSERT_EQ(broken_promise_anywhere(sound), std::nullopt);
    ASSERT_EQ(broken_promise_touched_by(sound, moved), std::nullopt);
    const struct {
        const char* why;
        void (*harm)(State&);
        bool seen_by_touch;
    } rows[] = {
        {"debits differ from credits in MOP", [](State& s) { s.accounts.opened[2].sums.debits = 6; }, false},
        {"account 00000000000000000000000000000003 breaks its bound debits_within_credits",
         [](State& s) { s.accounts.opened[2].bound = Bound::debits_within_credits; }, true},
        {"a side of account 00000000000000000000000000000003 is negative",
         [](State& s) {
             s.accounts.opened[5].sums.credits = -5;
             s.accounts.opened[2].sums.debits = -5;
         },
         true},
        {"account 00000000000000000000000000000003 differs from the sum of its transfers",
         [](State& s) {
             s.accounts.opened[2].sums.debits = 6;
             s.accounts.opened[5].sums.credits = 6;
         },
         false},
        {"transfer 00000000000000000000000000000007 moves nothing", [](State& s) { s.transfers.posted[0].amount = 0; }, true},
        {"transfer 00000000000000000000000000000007 is not found", [](State& s) { s.transfers.places.begin()->second = 9; }, true},
        {"transfers are found by more ids, or by fewer", [](State& s) { s.transfers.places.clear(); }, true},
        {"accounts are found by more ids, or by fewer", [](State& s) { s.accounts.places[AccountId({99, 0})] = 1; }, false},
    };
    for (const auto& row : rows) {
        State harmed = sound;
        row.harm(harmed);
        EXPECT_EQ(broken_promise_anywhere(harmed), row.why);
        EXPECT_EQ(broken_promise_touched_by(harmed, moved).has_value(), row.seen_by_touch) << row.why;
    }
}

TEST(Ledger, TakesNothingFromTheHeapForATransfer) {
    constexpr std::uint64_t count = 8000;
    State state;
    Auditor auditor;
    open_accounts(state, auditor);
    reserve(state, accounts_opened, 2 * count);
    PostTransfers asked;
    for (std::uint64_t i = 1; i <= count; ++i) {
        asked.transfers.push_back({.transfer = TransferId({i, i}),
                                   .debit = AccountId({3, 0}),
                                   .credit = AccountId({6, 0}),
                                   .amount = {1, Currency{446}}});
    }
    const std::size_t before = allocations;
    const auto batch = decide_batch(View{.ledger = state, .may_post = true}, asked);
    const std::size_t decided = allocations;
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->posted.size(), count);
    EXPECT_LE(decided - before, 3U);  // The list of events and the two maps of the posting.
    for (const TransferPosted& posted : batch->posted) evolve(state, posted, Recorded{});
    EXPECT_EQ(allocations, decided);
    PostTransfer one = asked.transfers.front();
    one.transfer = TransferId({0, 1});
    const auto posted = post(state, one);
    EXPECT_EQ(allocations, decided);
    EXPECT_TRUE(posted);
}

}  // namespace
}  // namespace ponte::ledger
