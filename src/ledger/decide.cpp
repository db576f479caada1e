#include "ledger/decide.h"

#include "base/text.h"
#include "ledger/refusals.h"

#include <algorithm>

// Rules run from the cheapest to the dearest: who asks, then the words, then the world. Of the world, the
// id comes first: what was posted once stays posted, whatever has become of its accounts.
namespace ponte::ledger {

namespace {

constexpr std::size_t name_bytes_max = 400;

// Why a transfer is not lawful, before it is worded: a batch makes many, and none of them costs a text.
struct No {
    RefusalKind kind;
    Number128 subject;
    std::string_view place;
};

// A lawful transfer's accounts, and what will stand on them.
struct Moved {
    Place debit = 0;
    Place credit = 0;
    Sums debited;
    Sums credited;
};

using Verdict = std::expected<Moved, No>;

std::unexpected<No> no(RefusalKind kind, Number128 subject, std::string_view place) {
    return std::unexpected(No{kind, subject, place});
}

std::optional<No> fault_in_words(const PostTransfer& transfer) {
    if (transfer.transfer.value.is_zero()) return No{refusals::id_zero, {}, "/transfer"};
    if (transfer.debit.value.is_zero()) return No{refusals::id_zero, {}, "/debit"};
    if (transfer.credit.value.is_zero()) return No{refusals::id_zero, {}, "/credit"};
    if (!transfer.amount.is_positive()) return No{refusals::amount_not_positive, transfer.transfer.value, "/amount"};
    if (transfer.debit == transfer.credit) return No{refusals::accounts_are_one, transfer.debit.value, "/credit"};
    return std::nullopt;
}

const KeptTransfer* find_transfer(const State& state, const Posting& posting, const TransferId& id) {
    if (const auto here = posting.posted.find(id); here != posting.posted.end()) return &here->second;
    const auto found = state.transfers.places.find(id);
    return found == state.transfers.places.end() ? nullptr : &state.transfers.posted[found->second];
}

bool is_same(const Accounts& accounts, const KeptTransfer& kept, const PostTransfer& asked) {
    return accounts.opened[kept.debit].account == asked.debit && accounts.opened[kept.credit].account == asked.credit &&
           accounts.opened[kept.debit].currency == asked.amount.currency && kept.amount == asked.amount.minor &&
           kept.user_data == asked.user_data.value_or(0) && kept.code == asked.code.value_or(0);
}

Sums sums_of(const State& state, const Posting& posting, Place place) {
    const auto touched = posting.touched.find(place);
    return touched == posting.touched.end() ? state.accounts.opened[place].sums : touched->second;
}

Verdict verdict_on(const State& state, const Posting& posting, const PostTransfer& asked) {
    if (const auto fault = fault_in_words(asked)) return std::unexpected(*fault);
    const Accounts& accounts = state.accounts;
    if (const KeptTransfer* kept = find_transfer(state, posting, asked.transfer)) {
        return no(is_same(accounts, *kept, asked) ? refusals::transfer_exists : refusals::transfer_id_used_differently,
                  asked.transfer.value, "/transfer");
    }
    const auto debit = accounts.places.find(asked.debit);
    if (debit == accounts.places.end()) return no(refusals::account_unknown, asked.debit.value, "/debit");
    const auto credit = accounts.places.find(asked.credit);
    if (credit == accounts.places.end()) return no(refusals::account_unknown, asked.credit.value, "/credit");
    const Account& payer = accounts.opened[debit->second];
    const Account& payee = accounts.opened[credit->second];
    if (payer.currency != asked.amount.currency) return no(refusals::currencies_differ, asked.debit.value, "/debit");
    if (payee.currency != asked.amount.currency) return no(refusals::currencies_differ, asked.credit.value, "/credit");

    Moved moved{.debit = debit->second,
                .credit = credit->second,
                .debited = sums_of(state, posting, debit->second),
                .credited = sums_of(state, posting, credit->second)};
    if (__builtin_add_overflow(moved.debited.debits, asked.amount.minor, &moved.debited.debits)) {
        return no(refusals::amount_overflows, asked.debit.value, "/amount");
    }
    if (__builtin_add_overflow(moved.credited.credits, asked.amount.minor, &moved.credited.credits)) {
        return no(refusals::amount_overflows, asked.credit.value, "/amount");
    }
    if (!is_within(payer.bound, moved.debited)) return no(refusals::funds_short, asked.debit.value, "/debit");
    if (!is_within(payee.bound, moved.credited)) return no(refusals::funds_short, asked.credit.value, "/credit");
    return moved;
}

void remember(Posting& posting, const PostTransfer& asked, const Moved& moved) {
    posting.touched[moved.debit] = moved.debited;
    posting.touched[moved.credit] = moved.credited;
    posting.posted.emplace(asked.transfer, KeptTransfer{.transfer = asked.transfer,
                                                        .sequence = 0,  // Not recorded yet.
                                                        .amount = asked.amount.minor,
                                                        .user_data = asked.user_data.value_or(0),
                                                        .code = asked.code.value_or(0),
                                                        .debit = moved.debit,
                                                        .credit = moved.credit});
}

TransferPosted event_of(const PostTransfer& asked) {
    return {.transfer = asked.transfer,
            .debit = asked.debit,
            .credit = asked.credit,
            .amount = static_cast<std::uint64_t>(asked.amount.minor),
            .user_data = asked.user_data.value_or(0),
            .code = asked.code.value_or(0),
            .currency = asked.amount.currency};
}

Refusal worded(const No& why, const std::string& before = {}) {
    return {why.kind, why.subject.to_text(), before + std::string(why.place)};
}

}  // namespace

Decision decide(const View& view, const OpenAccount& command) {
    const std::string subject = command.account.value.to_text();
    if (!view.may_open) return refuse(refusals::not_allowed, subject);
    if (command.account.value.is_zero()) return refuse(refusals::id_zero, subject, "/account");
    if (!command.currency.known()) {
        return refuse(refusals::currency_unknown, std::to_string(command.currency.number), "/currency");
    }
    if (command.names.empty()) return refuse(refusals::name_missing, subject, "/names");
    for (const Language language : languages) {
        const std::string& name = command.names.in(language);
        if (name.size() > name_bytes_max || !is_valid_utf8(name) || has_control_characters(name)) {
            return refuse(refusals::name_unreadable, subject, "/names/" + std::string(name_of(language)));
        }
    }
    if (view.ledger.accounts.find(command.account) != nullptr) return refuse(refusals::account_exists, subject, "/account");
    return std::vector<Event>{AccountOpened{.account = command.account,
                                            .currency = command.currency,
                                            .bound = command.bound,
                                            .code = command.code.value_or(0),
                                            .names = command.names}};
}

Outcome<TransferPosted> post(const State& state, const PostTransfer& transfer) {
    const Verdict verdict = verdict_on(state, Posting(), transfer);
    if (!verdict) return std::unexpected(worded(verdict.error()));
    return event_of(transfer);
}

Outcome<TransferPosted> post(const State& state, Posting& posting, const PostTransfer& transfer) {
    const Verdict verdict = verdict_on(state, posting, transfer);
    if (!verdict) return std::unexpected(worded(verdict.error()));
    remember(posting, transfer, *verdict);
    return event_of(transfer);
}

Decision decide(const View& view, const PostTransfer& command) {
    if (!view.may_post) return refuse(refusals::not_allowed, command.transfer.value.to_text());
    return std::vector<Event>{TRY(post(view.ledger, command))};
}

Outcome<Batch> decide_batch(const View& view, const PostTransfers& command) {
    if (!view.may_post) return refuse(refusals::not_allowed);
    if (command.transfers.empty()) return refuse(refusals::batch_empty, "", "/transfers");
    if (command.transfers.size() > batch_transfers_max) {
        return refuse(refusals::batch_too_large, std::to_string(command.transfers.size()), "/transfers");
    }
    Batch batch;
    batch.posted.reserve(command.transfers.size());
    Posting posting;
    posting.touched.reserve(std::min(2 * command.transfers.size(), view.ledger.accounts.opened.size()));
    posting.posted.reserve(command.transfers.size());
    for (std::uint32_t i = 0; i < command.transfers.size(); ++i) {
        const PostTransfer& asked = command.transfers[i];
        const Verdict verdict = verdict_on(view.ledger, posting, asked);
        if (verdict) {
            remember(posting, asked, *verdict);
            batch.posted.push_back(event_of(asked));
            continue;
        }
        Refusal refusal = worded(verdict.error(), "/transfers/" + std::to_string(i));
        if (command.all_or_none) return std::unexpected(std::move(refusal));
        batch.refused.push_back({i, std::move(refusal)});
    }
    return batch;
}

Decision decide(const View& view, const PostTransfers& command) {
    Batch batch = TRY(decide_batch(view, command));
    if (batch.posted.empty()) return std::unexpected(std::move(batch.refused.front().refusal));
    return std::vector<Event>(batch.posted.begin(), batch.posted.end());
}

}  // namespace ponte::ledger
