// The record at a random position of its past: a journal of a million entries as an office fills it, files of
// observations each going their whole way, money in batches, configuration now and then.

#include "adapters/csv/csv.h"
#include "adapters/observations/observations.h"
#include "base/json.h"
#include "desks/conference/queries_comparison.h"
#include "bench/office_at_work.h"
#include "house/query_codec.h"

#include <map>

namespace ponte::bench {

namespace {

constexpr std::size_t accounts_count = 1'000;

ledger::AccountId account(std::uint64_t number) { return ledger::AccountId({.low = number + 1, .high = 0}); }

Attempt<bool> open_accounts(OfficeAtWork& office, Currency currency) {
    std::vector<house::AnyCommand> orders;
    orders.emplace_back(access::Command(access::GrantRole{.person = officer, .desk = "ledger", .role = access::Role::officer}));
    for (std::size_t i = 0; i < accounts_count; ++i) {
        orders.emplace_back(ledger::Command(ledger::OpenAccount{.account = account(i), .currency = currency, .bound = ledger::Bound::none, .names = {.en = "x"}}));
    }
    return office.ask_all(administrator_one, orders);
}

// One quarter: a file of observations recorded, signed off, released, published; a batch of transfers; some
// texts stated anew.
Attempt<bool> quarter(const Bench& bench, OfficeAtWork& office, Currency currency, Numbers& numbers, unsigned number) {
    const std::string file = observations_csv(bench.sized(4'000, 60), 100 + number);
    const csv::Table table = TRY(unrefused(csv::read(view_of(file))));
    auto order = TRY(unrefused(observations::from_table(table, sha256(file), false)));
    const house::Receipt receipt = TRY(office.ask(officer, conference::Command(std::move(order))));
    std::vector<house::AnyCommand> signed_off;
    std::vector<house::AnyCommand> released;
    std::vector<house::AnyCommand> published;
    for (const house::AnyEvent& any : receipt.events) {
        const auto* one = std::get_if<conference::ObservationRecorded>(&std::get<conference::Event>(any));
        if (one == nullptr) continue;
        signed_off.emplace_back(conference::Command(conference::SignOffItem{.item = one->item}));
        released.emplace_back(conference::Command(conference::MoveItem{.item = one->item, .stage = access::Stage::released}));
        published.emplace_back(conference::Command(conference::MoveItem{.item = one->item, .stage = access::Stage::published}));
    }
    TRY(office.ask_all(head, signed_off));
    TRY(office.ask_all(officer, released));
    TRY(office.ask_all(officer, published));

    ledger::PostTransfers batch;
    for (std::size_t i = 0; i < bench.sized(ledger::batch_transfers_max, 40); ++i) {
        const std::uint64_t debit = numbers.below(accounts_count);
        const std::uint64_t credit = (debit + 1 + numbers.below(accounts_count - 1)) % accounts_count;
        batch.transfers.push_back({.transfer = ledger::TransferId({number * 10'000 + i + 1, numbers.next()}), .debit = account(debit), .credit = account(credit),
                                   .amount = {static_cast<std::int64_t>(1 + numbers.below(1000)), currency}});
    }
    TRY(office.ask(officer, ledger::Command(std::move(batch))));

    std::vector<house::AnyCommand> texts;
    for (std::size_t i = 0; i < bench.sized(150, 5); ++i) {
        texts.emplace_back(conference::Command(conference::StateText{.plan = office.plan(), .measure = static_cast<std::uint16_t>(1 + i % 22), .language = Language::en,
                                                                     .status = TextStatus::reference, .text = "A text of quarter " + std::to_string(number) + ", as stated the " + std::to_string(i) + "th time.",
                                                                     .parts = {}, .source = "made up for measuring"}));
    }
    return office.ask_all(officer, texts);
}

struct Asked {
    std::string query;
    std::string parameters;
    bool lists_everything = false;  // Its answer grows with the record: reported, and held to no bound.
};

}  // namespace

Measured measure_past(const Bench& bench) {
    OfficeAtWork office = TRY(OfficeAtWork::founded(bench, "past.journal"));
    const Currency currency = *Currency::from_text("MOP");
    Numbers numbers(2024);
    TRY(open_accounts(office, currency));
    const std::uint64_t wanted = bench.sized(1'000'000, 1'500);
    for (unsigned n = 0; office.house().journal().size() < wanted; ++n) TRY(quarter(bench, office, currency, numbers, n));

    house::House& house = office.house();
    const std::uint64_t size = house.journal().size();
    const access::Sight reader = house::sight_of(house.grant_of(officer, true));
    const std::string plan = "{\"plan\":\"" + office.plan().value + "\"";
    const std::vector<Asked> questions{{"conference.status", plan + "}"},
                                       {"conference.measure", plan + ",\"measure\":4}", true},
                                       {"conference.years", plan + "}"},
                                       {"conference.wordings", plan + ",\"measure\":4}"},
                                       {"conference.plans", "{}"},
                                       {"conference.queue", "{}"},
                                       {"conference.items", R"({"stage":"released"})"},
                                       {"conference.items", "{}", true},
                                       {"conference.dossier", plan + "}", true},
                                       {"directory.bodies", "{}"},
                                       {"directory.jurisdiction_sets", "{}"},
                                       {"access.people", "{}"},
                                       {"calendar.business_day_after", R"({"places":["MO"],"from":"2020-01-01","days":3})"},
                                       {"ledger.accounts", "{\"account\":\"" + account(7).value.to_text() + "\"}"},
                                       {"ledger.accounts", "{}"},
                                       {"ledger.trial_balance", "{}"},
                                       {"ledger.transfer", R"({"transfer":"00000000000000000000000000000001"})"}};
    std::vector<double> going_back;
    std::map<std::size_t, std::vector<double>> took;
    for (std::size_t i = 0; i < bench.sized(21, 2); ++i) {
        const std::uint64_t position = numbers.below(size);
        for (std::size_t q = 0; q < questions.size(); ++q) {
            const Stopwatch watch;
            const house::Past past = TRY(house.at(position));
            if (q == 0) going_back.push_back(watch.seconds() * 1e3);
            (void)TRY(unrefused(house::answer_query(past.desks, questions[q].query, questions[q].parameters, reader, past.time)));
            took[q].push_back(watch.seconds() * 1e3);
        }
    }
    // What the same costs of the present, and the slow way back.
    std::map<std::size_t, double> present;
    for (std::size_t q = 0; q < questions.size(); ++q) {
        const Stopwatch watch;
        (void)TRY(unrefused(house::answer_query(house.desks(), questions[q].query, questions[q].parameters, reader, house.now())));
        present[q] = watch.seconds() * 1e3;
    }
    const Stopwatch folding;
    (void)TRY(house::fold_until(house.journal(), size / 2));
    const double fold = folding.seconds() * 1e3;

    std::vector<double> comparing;
    std::size_t changed = 0;
    for (std::size_t i = 0; i < bench.sized(5, 1); ++i) {
        const Stopwatch watch;
        const house::Past then = TRY(house.at(size - size / 4));
        const house::Past now = TRY(house.at(size));
        const auto at = [](const house::Past& past) { return conference::ComparedAt{.position = past.position, .time = past.time, .as_at = past.time.date()}; };
        const conference::Comparison values = conference::compared(conference::Seen(conference::known_of(then.desks.conference), reader),
                                                                   conference::Seen(conference::known_of(now.desks.conference), reader), office.plan(), at(then), at(now));
        (void)ponte::to_json(values);
        comparing.push_back(watch.seconds() * 1e3);
        changed = values.papers.front().observations;
    }

    const auto shown = [](double ms) {
        char text[32];
        std::snprintf(text, sizeof text, "%.3g", ms);
        return std::string(text);
    };
    double slowest = 0;
    double worst = 0;
    std::string each;
    Rows rows;
    for (std::size_t q = 0; q < questions.size(); ++q) {
        const double middle = median(took[q]);
        if (questions[q].lists_everything) {
            rows.push_back({.name = "as at: " + questions[q].query + " " + questions[q].parameters, .value = middle, .unit = "ms", .better = Better::less,
                            .note = "its answer lists papers without end; of the present it takes " + shown(present[q]) + " ms"});
            continue;
        }
        slowest = std::max(slowest, middle);
        worst = std::max(worst, *std::ranges::max_element(took[q]));
        each += (each.empty() ? "" : "; ") + questions[q].query + " " + shown(middle) + " (present " + shown(present[q]) + ")";
    }
    const std::string over = std::to_string(size) + " entries: " + std::to_string(house.desks().conference.items.size()) + " observations with their lives, " +
                             std::to_string(house.desks().ledger.transfers.posted.size()) + " transfers, " + std::to_string(house.memory().entries_kept()) +
                             " entries folded anew, kept in " + std::to_string(house.memory().bytes_kept() / 1000) + " kB";
    rows.insert(rows.begin(),
                {{.name = "as at a random sequence: the slowest query", .value = slowest, .unit = "ms", .better = Better::less, .must = 200, .aim = 20, .note = over},
                 {.name = "as at: the slowest single answer of all", .value = worst, .unit = "ms", .better = Better::less, .must = 200, .note = each},
                 {.name = "as at: going back alone", .value = median(going_back), .unit = "ms", .better = Better::less},
                 {.name = "the same by a fold from the start, to the middle", .value = fold, .unit = "ms", .better = Better::less},
                 {.name = "comparison of two positions", .value = median(comparing), .unit = "ms", .better = Better::less, .must = 100,
                  .note = "the last quarter of that journal, " + std::to_string(changed) + " new papers; to JSON, both positions gone to"}});
    return rows;
}

}  // namespace ponte::bench
