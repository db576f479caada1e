// ask, query, commands, queries, init, sign-in, import: the record by hand and by script.

#include "adapters/csv/csv.h"
#include "adapters/observations/observations.h"
#include "adapters/xlsx/xlsx.h"
#include "base/json.h"
#include "cli/asked_before.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/position.h"
#include "cli/tokens.h"
#include "cli/voice.h"
#include "house/event_codec.h"
#include "house/query_codec.h"
#include "house/refusals.h"

#include <charconv>
#include <cstdio>
#include <iostream>

namespace ponte::cli {

namespace {

std::vector<std::string> pairs_of(const Arguments& arguments) {
    if (arguments.words.size() < 2) return {};
    return {arguments.words.begin() + 2, arguments.words.end()};
}

int print_receipt(const house::Receipt& receipt, const std::optional<Tokens::Ended>& ended, const Arguments& arguments) {
    std::string out = "{\"sequence\":" + to_json(receipt.first) + ",\"parts\":" + to_json(receipt.parts) +
                      ",\"leaf\":\"" + receipt.leaf.to_text() + "\",\"time\":\"" + receipt.time.to_text() + "\",\"repeated\":" +
                      (receipt.repeated ? "true" : "false") + ",\"events\":[";
    for (std::size_t i = 0; i < receipt.events.size() && i < 100; ++i) out += (i == 0 ? "" : ",") + house::event_json(receipt.events[i]);
    out += "]" + (ended ? ",\"ended\":" + to_json_text(*ended) : "") + "}";
    if (arguments.flag("json")) {
        std::printf("%s\n", out.c_str());
        return exit_done;
    }
    std::printf("%s at %llu (%llu entries), leaf %s\n", receipt.repeated ? "answered before" : "recorded",
                static_cast<unsigned long long>(receipt.first), static_cast<unsigned long long>(receipt.parts), receipt.leaf.to_text().c_str());
    for (std::size_t i = 0; i < receipt.events.size() && i < 20; ++i) std::printf("  %s\n", house::event_json(receipt.events[i]).c_str());
    if (ended) std::printf("  the new password ended %zu sessions and %zu keys\n", ended->sessions, ended->keys);
    return exit_done;
}

}  // namespace

int init_command(const Arguments& arguments) {
    const auto office = Office::found(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    const auto& opened = (**office)->house().journal().opened();
    std::printf("%s: a journal, its log key %s\nadministrators: %s; each grants roles, two confirm the great ones\n", opened.origin.c_str(),
                opened.log_key.to_text().c_str(), arguments.option("administrators").value_or("admin.one,admin.two").c_str());
    return exit_done;
}

int ask_command(const Arguments& arguments) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Office& own = ***office;
    const auto asker = asker_of(arguments, own);
    if (!asker) return say(asker.error(), arguments);
    const auto json = house::json_of_pairs(pairs_of(arguments));
    if (!json) return say(json.error(), arguments);
    // With an id it may have been asked before, and what it seals is sealed there already.
    house::PersonSealer sealer = own.sealer();
    if (const auto id = arguments.option("id"); id && !id->empty()) {
        const auto before = AskedBefore::in(own.house().journal());
        if (!before) return say(before.error(), arguments);
        auto events = before->events_of(own.house().journal(), CommandId(*id));
        if (!events) return say(events.error(), arguments);
        sealer = sealer_as_in(own, *std::move(events));
    }
    auto command = house::decode_command(arguments.word(1), *json, sealer);
    if (!command) return say(command.error(), arguments);
    const house::Request request =
        own.request(asker->person, asker->asserted, CommandId(arguments.option("id").value_or("")), *std::move(command));
    if (arguments.flag("dry-run")) {
        const auto events = own.house().rehearse(request);
        if (!events) return say(events.error(), arguments);
        for (const house::AnyEvent& event : *events) std::printf("would record %s\n", house::event_json(event).c_str());
        return exit_done;
    }
    const auto answer = own.house().ask(request);
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    const LocalAccounts accounts(own);
    Tokens tokens(own.folder(), accounts);
    const auto ended = ended_by(own, tokens, (*answer)->events);
    if (!ended) return say(ended.error(), arguments);
    return print_receipt(**answer, *ended, arguments);
}

int query_command(const Arguments& arguments) {
    const auto json = house::json_of_pairs(pairs_of(arguments));
    if (!json) return say(json.error(), arguments);
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Office& own = ***office;
    const auto asker = asker_of(arguments, own);
    if (!asker) return say(asker.error(), arguments);
    // Who may see is decided by today's roles, what is seen by the position asked about.
    const access::Sight sight = arguments.flag("public") ? access::Sight{.body = {}, .side = {}}
                                                         : house::sight_of(own.house().grant_of(asker->person, asker->asserted));
    Outcome<std::string> answer = refuse(refusals::usage, "");
    const auto found = standpoint_of(arguments, own.house());
    if (!found) return say(found.error(), arguments);
    if (!*found) return say((*found).error(), arguments);
    if (const std::optional<Standpoint>& standpoint = **found) {
        const auto past = own.house().at(standpoint->position);
        if (!past) return say(past.error(), arguments);
        answer = house::answer_query(past->desks, arguments.word(1), *json, sight, standpoint->time(*past));
        if (answer) say_standpoint(*standpoint, *past);
    } else {
        answer = house::answer_query(own.house().desks(), arguments.word(1), *json, sight, own.house().now());
    }
    if (!answer) return say(answer.error(), arguments);
    std::printf("%s\n", answer->c_str());
    return exit_done;
}

int forms_command(const Arguments& arguments) {
    if (arguments.word(0) == "commands") {
        for (const house::CommandForm& form : house::command_forms()) {
            std::printf("%.*s %s\n", static_cast<int>(form.name.size()), form.name.data(), form.schema.c_str());
        }
        return exit_done;
    }
    for (const house::QueryForm& form : house::query_forms()) {
        std::printf("%.*s %s -> %s\n", static_cast<int>(form.name.size()), form.name.data(), form.asks.c_str(), form.answers.c_str());
    }
    return exit_done;
}

namespace {

// What became of each row, for a screen: {"rows":n,"recorded":n,"known_before":n,"refused":[...],"dry_run":b}.
int print_account(const conference::ObservationsImported& account, std::optional<std::uint64_t> sequence, const Arguments& arguments) {
    const Language language = language_of(arguments);
    std::string out = "{\"rows\":" + to_json(account.rows) + ",\"recorded\":" + to_json(account.recorded) + ",\"known_before\":" + to_json(account.known_before) +
                      ",\"not_recorded\":" + to_json(account.not_recorded) + ",\"refused\":[";
    for (std::size_t i = 0; i < account.refused.size(); ++i) {
        const conference::RowRefused& row = account.refused[i];
        out += std::string(i == 0 ? "" : ",") + "{\"row\":" + to_json(row.row) + ",\"code\":" + to_json(row.code) + ",\"subject\":" + to_json(row.subject) + ",\"place\":" +
               to_json(row.place) + ",\"words\":" + to_json(words_of(row.code, language)) + "}";
    }
    out += "],\"dry_run\":" + std::string(sequence ? "false" : "true");
    if (sequence) out += ",\"sequence\":" + to_json(*sequence);
    std::printf("%s}\n", out.c_str());
    return sequence || account.not_recorded == 0 ? exit_done : exit_refused;
}

}  // namespace

int import_command(const Arguments& arguments) {
    const std::string path = arguments.word(1);
    if (path.empty()) return say(Refusal{refusals::usage, "import", "import FILE.csv|FILE.xlsx"}, arguments);
    const auto content = read_file(path, csv::bytes_max);
    if (!content) return say(content.error(), arguments);
    const auto table = path.ends_with(".xlsx") ? xlsx::read(view_of(*content)) : csv::read(view_of(*content));
    if (!table) return say(table.error(), arguments);
    auto order = observations::from_table(*table, sha256(*content), arguments.flag("accept-good-rows"));
    if (!order) return say(order.error(), arguments);

    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Office& own = ***office;
    const auto asker = asker_of(arguments, own);
    if (!asker) return say(asker.error(), arguments);
    // Row by row first: what would be refused is told with its row and column, whatever happens then.
    conference::ImportObservations good_rows = *order;
    good_rows.accept_good_rows = true;
    const auto rehearsed = own.house().rehearse(own.request(asker->person, asker->asserted, {}, conference::Command(good_rows)));
    conference::ObservationsImported account;
    if (rehearsed) {
        account = std::get<conference::ObservationsImported>(std::get<conference::Event>(rehearsed->front()));
        for (const conference::RowRefused& row : account.refused) {
            if (arguments.flag("json")) break;
            std::fprintf(stderr, "row %u: %s (%s) at %s\n", row.row, row.code.c_str(), row.subject.c_str(), row.place.c_str());
        }
    }
    if (arguments.flag("dry-run")) {
        if (!rehearsed) return say(rehearsed.error(), arguments);
        if (arguments.flag("json")) return print_account(account, std::nullopt, arguments);
        std::printf("dry run: %u rows, %u would be recorded, %u known before, %u refused; nothing was recorded\n", account.rows, account.recorded,
                    account.known_before, account.not_recorded);
        return account.not_recorded == 0 ? exit_done : exit_refused;
    }
    const auto answer = own.house().ask(
        own.request(asker->person, asker->asserted, CommandId(arguments.option("id").value_or("")), conference::Command(*std::move(order))));
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    if (arguments.flag("json")) return print_account(account, (*answer)->first, arguments);
    std::printf("%u rows: %u recorded at %llu, %u known before, %u refused\n", account.rows, account.recorded,
                static_cast<unsigned long long>((*answer)->first), account.known_before, account.not_recorded);
    return exit_done;
}

int sign_in_command(const Arguments& arguments) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    std::string password = arguments.option("password").value_or("");
    if (password.empty()) std::getline(std::cin, password);
    const auto token = sign_in(***office, PersonId(arguments.word(1)), password);
    if (!token) return say(token.error(), arguments);
    if (!*token) return say((*token).error(), arguments);
    std::printf("%s\n", (*token)->c_str());
    return exit_done;
}

int reset_command(const Arguments& arguments) {
    std::int64_t hours = reset_hours;
    if (const auto text = arguments.option("hours")) {
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), hours);
        if (error != std::errc() || end != text->data() + text->size() || hours < 1 || hours > 1000) return say(Refusal{refusals::value_unreadable, *text, "--hours"}, arguments);
    }
    const auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    const auto asker = asker_of(arguments, ***office);
    if (!asker) return say(asker.error(), arguments);
    const auto issued = issue_reset(***office, *asker, PersonId(arguments.word(1)), hours);
    if (!issued) return say(issued.error(), arguments);
    if (!*issued) return say((*issued).error(), arguments);
    if (arguments.flag("json")) {
        std::printf("{\"one_time\":%s,\"until\":%s}\n", to_json((*issued)->one_time).c_str(), to_json((*issued)->until.to_text()).c_str());
    } else {
        std::printf("%s\n(printed this once; good once, until %s)\n", (*issued)->one_time.c_str(), (*issued)->until.to_text().c_str());
    }
    return exit_done;
}

}  // namespace ponte::cli
