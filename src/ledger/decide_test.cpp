// What the ledger says to each order: a conversation, and the table of every refusal in its order.
#include "ledger/decide.h"

#include "base/json.h"
#include "ledger/invariants.h"
#include "ledger/queries.h"
#include "ledger/refusals.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ponte::ledger {
namespace {

Currency currency(std::string_view code) { return Currency::from_text(code).value_or(Currency{}); }
Money mop(std::int64_t minor) { return {minor, currency("MOP")}; }
AccountId account(std::uint64_t number) { return AccountId({number, 0}); }
TransferId transfer(std::uint64_t number) { return TransferId({number, 0}); }

OpenAccount opening(std::uint64_t number, Bound bound = Bound::none, std::string_view code = "MOP") {
    return {.account = account(number), .currency = currency(code), .bound = bound, .names = {.en = "Account"}};
}

PostTransfer moving(std::uint64_t id, std::uint64_t debit, std::uint64_t credit, Money amount) {
    return {.transfer = transfer(id), .debit = account(debit), .credit = account(credit), .amount = amount};
}

// A ledger that hears what it decided, with its promises looked at after each event.
struct Room {
    State state;
    std::uint64_t sequence = 0;

    [[nodiscard]] View view() const { return {.ledger = state, .may_open = true, .may_post = true}; }
    void hear(const Event& event) {
        const Recorded recorded{.sequence = sequence++};
        std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
        EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
    }
    template <class Asked>
    std::string ask(const Asked& asked) {
        const Decision decision = decide(view(), asked);
        if (!decision) return std::string(decision.error().kind.code) + " " + decision.error().place;
        for (const Event& event : *decision) hear(event);
        return "done";
    }
    [[nodiscard]] std::string balance(std::uint64_t number) const {
        const AccountsAnswer found = answer(state, AccountsQuery{.account = account(number)});
        if (found.accounts.empty()) return "none";
        return found.accounts.front().debits.to_text() + " / " + found.accounts.front().credits.to_text();
    }
};

// Each line: what is asked => what is answered. Accounts and transfers are numbers; `balance` answers
// debits / credits.
constexpr const char* conversation = R"(
open 1 MOP none                       => done
open 2 MOP debits_within_credits      => done
open 3 MOP debits_within_credits      => done
open 4 MOP credits_within_debits      => done
open 5 CNY none                       => done
open 2 MOP none                       => ledger.account_exists /account
post 101 2 3 MOP 0.01                 => ledger.funds_short /debit
post 101 1 2 MOP 100.00               => done
balance 1                             => MOP 100.00 / MOP 0.00
balance 2                             => MOP 0.00 / MOP 100.00
post 101 1 2 MOP 100.00               => ledger.transfer_exists /transfer
post 101 1 2 MOP 100.01               => ledger.transfer_id_used_differently /transfer
post 101 1 3 MOP 100.00               => ledger.transfer_id_used_differently /transfer
post 101 1 9 MOP 100.00               => ledger.transfer_id_used_differently /transfer
post 102 2 3 MOP 100.01               => ledger.funds_short /debit
post 102 2 3 MOP 100.00               => done
post 103 2 3 MOP 0.01                 => ledger.funds_short /debit
post 104 3 4 MOP 1.00                 => ledger.funds_short /credit
post 104 4 3 MOP 5.00                 => done
post 105 3 4 MOP 5.00                 => done
post 106 3 4 MOP 0.01                 => ledger.funds_short /credit
post 107 1 5 MOP 1.00                 => ledger.currencies_differ /credit
post 107 5 1 MOP 1.00                 => ledger.currencies_differ /debit
post 107 1 2 CNY 1.00                 => ledger.currencies_differ /debit
post 107 9 2 MOP 1.00                 => ledger.account_unknown /debit
post 107 2 9 MOP 1.00                 => ledger.account_unknown /credit
post 107 2 2 MOP 1.00                 => ledger.accounts_are_one /credit
post 107 2 3 MOP 0.00                 => ledger.amount_not_positive /amount
post 107 2 3 MOP -1.00                => ledger.amount_not_positive /amount
post 108 1 2 MOP 92233720368547658.07 => done
post 109 1 3 MOP 0.01                 => ledger.amount_overflows /amount
balance 1                             => MOP 92233720368547758.07 / MOP 0.00
balance 2                             => MOP 100.00 / MOP 92233720368547758.07
balance 3                             => MOP 5.00 / MOP 105.00
balance 4                             => MOP 5.00 / MOP 5.00
balance 5                             => CNY 0.00 / CNY 0.00
balance 9                             => none
)";

std::string answer_to(Room& room, std::istringstream& asked) {
    std::string verb, code, value;
    std::uint64_t a = 0, b = 0, c = 0;
    asked >> verb >> a;
    if (verb == "balance") return room.balance(a);
    if (verb == "open") {
        asked >> code >> value;
        return room.ask(opening(a, enum_named<Bound>(value).value(), code));
    }
    asked >> b >> c >> code >> value;
    return room.ask(moving(a, b, c, Money::from_text(code + " " + value).value()));
}

TEST(Ledger, HoldsAConversation) {
    Room room;
    std::istringstream lines(conversation);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t arrow = line.find(" => ");
        if (arrow == std::string::npos) continue;
        std::istringstream asked(line.substr(0, arrow));
        EXPECT_EQ(answer_to(room, asked), line.substr(arrow + 4)) << line;
        EXPECT_EQ(broken_promise_anywhere(room.state), std::nullopt) << line;
    }
    EXPECT_EQ(room.state.transfers.posted.size(), 5U);
}

// Each row breaks the rule it names and every rule that is looked at after it, as far as one transfer can.
TEST(PostTransfer, RefusesInTheOrderOfItsContract) {
    Room room;
    room.ask(opening(1));
    room.ask(opening(2, Bound::debits_within_credits));
    room.ask(opening(3));
    room.ask(opening(4, Bound::debits_within_credits, "CNY"));
    room.ask(moving(7, 1, 3, mop(1)));
    room.ask(moving(8, 1, 3, mop(INT64_MAX - 1)));
    const struct {
        PostTransfer asked;
        RefusalKind kind;
        const char* place;
    } rows[] = {
        {moving(0, 0, 0, mop(0)), refusals::id_zero, "/transfer"},
        {moving(7, 0, 0, mop(0)), refusals::id_zero, "/debit"},
        {moving(7, 9, 0, mop(0)), refusals::id_zero, "/credit"},
        {moving(7, 9, 9, mop(0)), refusals::amount_not_positive, "/amount"},
        {moving(7, 9, 9, mop(5)), refusals::accounts_are_one, "/credit"},
        {moving(7, 9, 10, mop(5)), refusals::transfer_id_used_differently, "/transfer"},
        {moving(7, 1, 3, mop(1)), refusals::transfer_exists, "/transfer"},
        {moving(9, 9, 10, mop(5)), refusals::account_unknown, "/debit"},
        {moving(9, 4, 10, mop(5)), refusals::account_unknown, "/credit"},
        {moving(9, 4, 2, mop(INT64_MAX)), refusals::currencies_differ, "/debit"},
        {moving(9, 2, 4, mop(INT64_MAX)), refusals::currencies_differ, "/credit"},
        {moving(9, 1, 2, mop(1)), refusals::amount_overflows, "/amount"},
        {moving(9, 2, 3, mop(1)), refusals::amount_overflows, "/amount"},
        {moving(9, 2, 1, mop(1)), refusals::funds_short, "/debit"},
    };
    for (const auto& row : rows) {
        const auto answer = post(room.state, row.asked);
        ASSERT_FALSE(answer) << row.kind.code << row.place;
        EXPECT_EQ(answer.error().kind.code, row.kind.code) << row.place;
        EXPECT_EQ(answer.error().place, row.place) << row.kind.code;
    }
    View stranger = room.view();
    stranger.may_post = false;
    EXPECT_EQ(decide(stranger, moving(0, 0, 0, mop(0))).error().kind, refusals::not_allowed);
    EXPECT_EQ(decide(stranger, PostTransfers{}).error().kind, refusals::not_allowed);
}

TEST(PostTransfer, TellsARepeatedIdFromAMisusedOneByEveryField) {
    Room room;
    for (const std::uint64_t number : {1U, 2U, 3U}) room.ask(opening(number));
    room.ask(opening(5, Bound::none, "CNY"));
    PostTransfer once = moving(7, 1, 2, mop(10));
    once.user_data = 5;
    once.code = 6;
    EXPECT_EQ(room.ask(once), "done");
    EXPECT_EQ(post(room.state, once).error().kind, refusals::transfer_exists);
    const auto changed = [&](auto change) {
        PostTransfer other = once;
        change(other);
        return std::string(post(room.state, other).error().kind.code);
    };
    const std::string misused(refusals::transfer_id_used_differently.code);
    EXPECT_EQ(changed([](PostTransfer& other) { other.debit = account(3); }), misused);
    EXPECT_EQ(changed([](PostTransfer& other) { other.credit = account(3); }), misused);
    EXPECT_EQ(changed([](PostTransfer& other) { std::swap(other.debit, other.credit); }), misused);
    EXPECT_EQ(changed([](PostTransfer& other) { other.amount.minor = 11; }), misused);
    EXPECT_EQ(changed([](PostTransfer& other) { other.amount.currency = currency("CNY"); }), misused);
    EXPECT_EQ(changed([](PostTransfer& other) { other.user_data = std::nullopt; }), misused);
    EXPECT_EQ(changed([](PostTransfer& other) { other.code = 7; }), misused);
}

TEST(OpenAccount, RefusesInTheOrderOfItsContract) {
    Room room;
    room.ask(opening(1));
    const auto with = [](OpenAccount asked, auto change) {
        change(asked);
        return asked;
    };
    const std::string long_name(401, 'x');
    const struct {
        OpenAccount asked;
        RefusalKind kind;
        const char* place;
    } rows[] = {
        {OpenAccount{}, refusals::id_zero, "/account"},
        {with(OpenAccount{}, [](OpenAccount& asked) { asked.account = account(1); }), refusals::currency_unknown, "/currency"},
        {with(opening(1), [](OpenAccount& asked) { asked.names = {}; }), refusals::name_missing, "/names"},
        {with(opening(1), [](OpenAccount& asked) { asked.names.pt = "a\x01"; }), refusals::name_unreadable, "/names/pt"},
        {with(opening(1), [](OpenAccount& asked) { asked.names.zh_hant = "\xff"; }), refusals::name_unreadable, "/names/zh_hant"},
        {with(opening(1), [&](OpenAccount& asked) { asked.names.en = long_name; }), refusals::name_unreadable, "/names/en"},
        {opening(1), refusals::account_exists, "/account"},
    };
    for (const auto& row : rows) {
        const Decision decision = decide(room.view(), row.asked);
        ASSERT_FALSE(decision) << row.kind.code;
        EXPECT_EQ(decision.error().kind.code, row.kind.code) << row.place;
        EXPECT_EQ(decision.error().place, row.place) << row.kind.code;
    }
    EXPECT_EQ(decide(View{.ledger = room.state, .may_post = true}, OpenAccount{}).error().kind, refusals::not_allowed);
}

TEST(PostTransfers, SeeThoseBeforeThemAndHaveAVerdictEach) {
    Room room;
    room.ask(opening(1));
    room.ask(opening(2, Bound::debits_within_credits));
    room.ask(opening(3, Bound::debits_within_credits));
    const PostTransfers asked{.transfers = {moving(11, 2, 3, mop(5)),    // Nothing there yet.
                                            moving(12, 1, 2, mop(10)),   //
                                            moving(13, 2, 3, mop(7)),    // Out of the ten.
                                            moving(14, 2, 3, mop(4)),    // Three are left.
                                            moving(12, 1, 2, mop(10)),   // Again.
                                            moving(12, 1, 2, mop(11)),   // Again, and otherwise.
                                            moving(14, 2, 3, mop(3))}};  // Refused before, so the id is free.
    const State before = room.state;
    const auto batch = decide_batch(room.view(), asked);
    ASSERT_TRUE(batch);
    EXPECT_EQ(room.state, before);
    ASSERT_EQ(batch->posted.size(), 3U);
    EXPECT_EQ(batch->posted[0].transfer, transfer(12));
    EXPECT_EQ(batch->posted[1].transfer, transfer(13));
    EXPECT_EQ(batch->posted[2].transfer, transfer(14));
    std::vector<std::string> refused;
    for (const auto& [index, refusal] : batch->refused) refused.push_back(std::string(refusal.kind.code) + " " + refusal.place);
    EXPECT_EQ(refused, (std::vector<std::string>{"ledger.funds_short /transfers/0/debit", "ledger.funds_short /transfers/3/debit",
                                                 "ledger.transfer_exists /transfers/4/transfer",
                                                 "ledger.transfer_id_used_differently /transfers/5/transfer"}));
    EXPECT_EQ(room.ask(asked), "done");
    EXPECT_EQ(room.balance(3), "MOP 0.00 / MOP 0.10");
    EXPECT_EQ(room.balance(2), "MOP 0.10 / MOP 0.10");
    EXPECT_EQ(broken_promise_anywhere(room.state), std::nullopt);
}

TEST(PostTransfers, AreAllOrNoneWhenTheySaySo) {
    Room room;
    room.ask(opening(1));
    room.ask(opening(2, Bound::debits_within_credits));
    PostTransfers asked{.transfers = {moving(11, 1, 2, mop(5)), moving(12, 2, 1, mop(6))}, .all_or_none = true};
    EXPECT_EQ(room.ask(asked), "ledger.funds_short /transfers/1/debit");
    EXPECT_EQ(room.balance(2), "MOP 0.00 / MOP 0.00");
    asked.transfers[1].amount = mop(5);
    EXPECT_EQ(room.ask(asked), "done");
    EXPECT_EQ(room.balance(2), "MOP 0.05 / MOP 0.05");
    EXPECT_EQ(room.ask(asked), "ledger.transfer_exists /transfers/0/transfer");
}

TEST(PostTransfers, RefuseABatchOfNoneOrOfTooMany) {
    Room room;
    room.ask(opening(1));
    room.ask(opening(2));
    EXPECT_EQ(room.ask(PostTransfers{}), "ledger.batch_empty /transfers");
    PostTransfers asked;
    for (std::uint64_t i = 1; i <= batch_transfers_max + 1; ++i) asked.transfers.push_back(moving(i, 1, 2, mop(1)));
    EXPECT_EQ(room.ask(asked), "ledger.batch_too_large /transfers");
    asked.transfers.pop_back();
    EXPECT_EQ(room.ask(asked), "done");
    EXPECT_EQ(room.balance(2), "MOP 0.00 / MOP 81.90");
}

TEST(LedgerQueries, SayWhatWasPostedAndThatBothSidesAreEqual) {
    Room room;
    room.ask(opening(1));
    room.ask(opening(2));
    room.ask(opening(5, Bound::none, "CNY"));
    room.ask(moving(7, 1, 2, mop(INT64_MAX)));
    room.ask(moving(8, 2, 1, mop(3)));
    const TransferAnswer posted = answer(room.state, TransferQuery{.transfer = transfer(8)});
    EXPECT_EQ(posted.sequence, 4U);
    EXPECT_EQ(posted.debit, account(2));
    EXPECT_EQ(posted.credit, account(1));
    EXPECT_EQ(posted.amount, mop(3));
    EXPECT_EQ(answer(room.state, TransferQuery{.transfer = transfer(9)}).sequence, std::nullopt);
    EXPECT_EQ(to_json(answer(room.state, TrialBalanceQuery{})),
              R"({"transfers":"2","totals":[{"currency":"CNY","accounts":"1","debits_minor":"0","credits_minor":"0"},)"
              R"({"currency":"MOP","accounts":"2","debits_minor":"9223372036854775810",)"
              R"("credits_minor":"9223372036854775810"}]})");
    const AccountsAnswer all = answer(room.state, AccountsQuery{});
    ASSERT_EQ(all.accounts.size(), 3U);
    EXPECT_EQ(all.accounts[1].balance.to_text(), "MOP 92233720368547758.04");
}

TEST(LedgerCommands, AreReadFromJson) {
    const auto json = parse_json(R"({"transfer":"0000000000000000000000000000000b","debit":"00000000000000000000000000000001",)"
                                 R"("credit":"00000000000000000000000000000002","amount":"MOP 0.05"})");
    const auto read = JsonReader().read<PostTransfer>(*json);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->transfer, transfer(11));
    EXPECT_EQ(read->amount, mop(5));
    EXPECT_TRUE(JsonReader().read<TrialBalanceQuery>(*parse_json("{}")));
}

}  // namespace
}  // namespace ponte::ledger
