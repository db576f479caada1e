// round: a reporting round by hand. Every step is a command of the reporting desk under a shorter name.

#include "adapters/csv/csv.h"
#include "base/embedded.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/round.h"
#include "cli/voice.h"
#include "house/event_codec.h"
#include "house/query_codec.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace ponte::cli {

namespace {

// Options that carry a field, and what the field is called.
struct Field {
    std::string_view option;
    std::string_view field;
    bool is_list = false;
};

struct Step {
    std::string_view word;
    std::string_view command;
    std::vector<Field> fields;
    std::string_view says;
};

const std::vector<Step>& steps() {
    static const std::vector<Step> all{
        {"open", "reporting.open_round", {{"plan", "plan"}, {"period", "period"}, {"working-days", "working_days"}, {"bodies", "bodies", true}, {"places", "places", true}, {"note", "note"}},
         "ROUND --plan P --period 2020-Q3 --working-days N [--bodies a,b] [--places CN,MO] [--note T]"},
        {"add", "reporting.ask_body", {{"body", "body"}}, "ROUND --body B"},
        {"note", "reporting.amend_request", {{"body", "body"}, {"note", "note"}}, "ROUND --body B --note T"},
        {"sign-off", "reporting.sign_off_return", {}, "ROUND"},
        {"release", "reporting.release_return", {{"body", "body"}}, "ROUND --body B"},
        {"verify", "reporting.verify_return", {{"body", "body"}, {"verdict", "verdict"}, {"reason", "reason"}, {"items", "items", true}},
         "ROUND --body B --verdict accepted|questioned|refused [--reason R] [--items i,j]"},
        {"answer", "reporting.answer_question", {{"text", "text"}}, "ROUND --text T"},
        {"extend", "reporting.ask_extension", {{"to", "to"}, {"reason", "reason"}}, "ROUND --to DATE --reason R"},
        {"grant", "reporting.grant_extension", {{"body", "body"}, {"to", "to"}, {"reason", "reason"}}, "ROUND --body B [--to DATE] [--reason R]"},
        {"refuse", "reporting.refuse_extension", {{"body", "body"}, {"reason", "reason"}}, "ROUND --body B --reason R"},
        {"remind", "reporting.remind", {{"body", "body"}}, "ROUND [--body B]"},
        {"escalate", "reporting.escalate", {{"body", "body"}, {"to", "to_body"}, {"reason", "reason"}}, "ROUND --body B --to BODY --reason R"},
        {"settle", "reporting.settle_escalation", {{"body", "body"}, {"to", "to_body"}, {"reason", "reason"}}, "ROUND --body B --to BODY --reason R"},
        {"close", "reporting.close_round", {{"reason", "reason"}}, "ROUND --reason R"},
        {"reopen", "reporting.reopen_request", {{"body", "body"}, {"reason", "reason"}}, "ROUND --body B --reason R"},
    };
    return all;
}

std::string list_json(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        if (comma > from) parts.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return to_json(parts);
}

int take_step(const Step& step, const Arguments& arguments) {
    const std::string round = arguments.word(2);
    if (round.empty()) return say(Refusal{refusals::usage, "round " + std::string(step.word), "round " + std::string(step.word) + " " + std::string(step.says)}, arguments);
    std::string json = "{\"round\":" + to_json(round);
    for (const Field& field : step.fields) {
        const auto given = arguments.option(std::string(field.option));
        if (!given) continue;
        json += "," + to_json(std::string(field.field)) + ":" + (field.is_list ? list_json(*given) : to_json(*given));
    }
    json += "}";
    auto opened = open_round_office(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    RoundOffice& own = **opened;
    auto command = house::decode_command(step.command, json, own.office->sealer());
    if (!command) return say(command.error(), arguments);
    const house::Request request = own.office->request(own.asker.person, own.asker.asserted, CommandId(arguments.option("id").value_or("")), *std::move(command));
    const RoundWords words(language_of(arguments));
    if (arguments.flag("dry-run")) {
        const auto events = own.house().rehearse(request);
        if (!events) return say(events.error(), arguments);
        for (const house::AnyEvent& event : *events) std::printf("%s\n", house::event_json(event).c_str());
        if (!arguments.flag("json")) std::printf("%s\n", words("said.dry_run").c_str());
        return exit_done;
    }
    const auto answer = own.house().ask(request);
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    const house::Receipt& receipt = **answer;
    if (arguments.flag("json")) {
        std::printf("{\"sequence\":%s,\"parts\":%s,\"leaf\":%s,\"repeated\":%s}\n", to_json(receipt.first).c_str(), to_json(receipt.parts).c_str(),
                    to_json(receipt.leaf).c_str(), receipt.repeated ? "true" : "false");
    } else {
        std::printf("%s\n", words(receipt.repeated ? "said.repeated" : "said.recorded", {std::to_string(receipt.first), std::to_string(receipt.parts)}).c_str());
    }
    return exit_done;
}

std::string name_in(const Names& names, Language language, const BodyId& body) {
    return names.in(language).empty() || names.in(language) == body.value ? body.value : names.in(language) + " (" + body.value + ")";
}

void print(const reporting::RequestRow& row, const RoundWords& words, bool with_round) {
    std::string line = with_round ? row.round.value + "  " : "  ";
    line += words("list.request", {name_in(row.body_names, words.language(), row.body), words("state." + std::string(name_of(row.state))), row.due.to_text()});
    if (row.late) line += " · " + words("late.by", {std::to_string(-row.days_to_due)});
    if (row.extended) line += " · " + words("mark.extended");
    if (row.extension_pending) line += " · " + words("mark.extension_pending");
    if (row.figures) line += " · " + words("list.answered", {std::to_string(*row.figures), std::to_string(row.lines), std::to_string(row.nothing.value_or(0))});
    if (row.last_reminded) line += " · " + words("list.reminded", {std::to_string(row.reminders), row.last_reminded->to_text()});
    for (const BodyId& to : row.escalated_to) line += " · " + words("list.escalated", {to.value});
    std::printf("%s\n", line.c_str());
}

void print(const reporting::RoundRow& row, const RoundWords& words) {
    std::string line = words("list.round", {row.round.value, row.period.to_text(), row.due.due.to_text(), std::to_string(row.bodies)});
    const auto add = [&](std::uint32_t count, std::string_view key) {
        if (count > 0) line += " · " + words(key) + " " + std::to_string(count);
    };
    add(row.counts.asked, "state.asked");
    add(row.counts.in_progress, "state.in_progress");
    add(row.counts.returned, "state.returned");
    add(row.counts.signed_off, "state.signed_off");
    add(row.counts.released, "state.released");
    add(row.counts.questioned, "state.questioned");
    add(row.counts.accepted, "state.accepted");
    add(row.counts.refused, "state.refused");
    add(row.counts.reopened, "state.reopened");
    add(row.counts.not_returned, "state.not_returned");
    add(row.counts.late, "mark.late");
    if (!row.due.official) line += " · " + words("list.unofficial");
    std::printf("%s\n", line.c_str());
}

// list [ROUND], late, owed.
int look(const Arguments& arguments) {
    auto opened = open_round_office(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    RoundOffice& own = **opened;
    const RoundWords words(language_of(arguments));
    const std::string word = arguments.word(1);
    const std::string round = arguments.word(2);
    const auto told = [&](const auto& answer, const auto& print_all) {
        if (!answer) return say(answer.error(), arguments);
        if (arguments.flag("json")) std::printf("%s\n", to_json(*answer).c_str());
        else print_all(*answer);
        return exit_done;
    };
    const auto or_nothing = [&](bool empty) {
        if (empty) std::printf("%s\n", words("list.none").c_str());
    };
    if (word == "late") {
        const auto only = round.empty() ? std::nullopt : std::optional(reporting::RoundId(round));
        return told(ask_late(own, only), [&](const reporting::LateAnswer& answer) {
            for (const reporting::RequestRow& row : answer.requests) print(row, words, true);
            or_nothing(answer.requests.empty());
        });
    }
    if (word == "owed") {
        const auto body = arguments.option("body");
        return told(ask_owed(own, body ? std::optional(BodyId(*body)) : std::nullopt), [&](const reporting::OwedAnswer& answer) {
            for (const reporting::OwedRow& row : answer.owed) {
                std::printf("%s  %s  %s  %s%s%s\n", row.due.to_text().c_str(), row.round.value.c_str(), row.body.value.c_str(),
                            words("owed." + std::string(name_of(row.what))).c_str(), row.late ? (" · " + words("mark.late")).c_str() : "",
                            row.reason.empty() ? "" : (" · " + row.reason).c_str());
            }
            or_nothing(answer.owed.empty());
        });
    }
    if (round.empty()) {
        return told(ask_rounds(own), [&](const reporting::RoundsAnswer& answer) {
            for (const reporting::RoundRow& row : answer.rounds) print(row, words);
            or_nothing(answer.rounds.empty());
        });
    }
    return told(ask_round(own, reporting::RoundId(round)), [&](const reporting::RoundAnswer& answer) {
        for (const reporting::RoundRow& row : answer.round) print(row, words);
        for (const reporting::RequestRow& row : answer.requests) print(row, words, false);
        or_nothing(answer.round.empty());
    });
}

template <class Query>
Outcome<typename Query::Answer> ask_query(RoundOffice& own, const Query& query) {
    const access::Sight sight = house::sight_of(own.grant());
    const std::string json = TRY(house::answer_query(own.house().desks(), Query::name, to_json(query), sight, own.house().now()));
    const boost::json::value parsed = TRY(parse_json(json));
    return JsonReader().read<typename Query::Answer>(parsed);
}

}  // namespace

RoundWords::RoundWords(Language language) : language_(language) {
    const auto content = embedded("words/round.csv");
    const auto table = content ? csv::read(view_of(*content)) : Outcome<csv::Table>(csv::Table{});
    if (!table) return;
    const auto column = std::ranges::find(table->heads, name_of(language));
    if (column == table->heads.end()) return;
    const auto index = static_cast<std::size_t>(column - table->heads.begin());
    for (const csv::Row& row : table->rows) words_[row.cells.front()] = row.cells[index];
}

std::string RoundWords::operator()(std::string_view key, const std::vector<std::string>& filled) const {
    const auto found = words_.find(key);
    std::string text = found == words_.end() ? std::string(key) : found->second;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9';
        const auto place = mark ? static_cast<std::size_t>(text[i + 1] - '0') : filled.size();
        if (place < filled.size()) {
            out += filled[place];
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

Attempt<Outcome<RoundOffice>> open_round_office(const Arguments& arguments) {
    using Result = Outcome<RoundOffice>;
    auto office = TRY(Office::open(arguments));
    if (!office) return Result(std::unexpected(office.error()));
    const auto asker = asker_of(arguments, **office);
    if (!asker) return Result(std::unexpected(asker.error()));
    return Result(RoundOffice{.office = *std::move(office), .asker = *asker});
}

Outcome<reporting::RoundsAnswer> ask_rounds(RoundOffice& own) { return ask_query(own, reporting::RoundsQuery{}); }
Outcome<reporting::RoundAnswer> ask_round(RoundOffice& own, const reporting::RoundId& round) { return ask_query(own, reporting::RoundQuery{.round = round}); }
Outcome<reporting::RequestAnswer> ask_request(RoundOffice& own, const reporting::RoundId& round, const BodyId& body) {
    return ask_query(own, reporting::RequestQuery{.round = round, .body = body});
}
Outcome<reporting::LateAnswer> ask_late(RoundOffice& own, const std::optional<reporting::RoundId>& round) { return ask_query(own, reporting::LateQuery{.round = round}); }
Outcome<reporting::OwedAnswer> ask_owed(RoundOffice& own, const std::optional<BodyId>& body) { return ask_query(own, reporting::OwedQuery{.body = body}); }
Outcome<reporting::DatesAnswer> ask_dates(RoundOffice& own, const std::optional<BodyId>& body) { return ask_query(own, reporting::DatesQuery{.body = body, .round = {}}); }

int round_command(const Arguments& arguments) {
    const std::string word = arguments.word(1);
    if (word == "forms") return round_forms(arguments);
    if (word == "read") return round_read(arguments);
    if (word == "ics") return round_ics(arguments);
    if (word == "list" || word == "late" || word == "owed") return look(arguments);
    for (const Step& step : steps()) {
        if (step.word == word) return take_step(step, arguments);
    }
    if (word.empty() && !arguments.flag("json")) {
        for (const Step& step : steps()) std::printf("  ponte round %.*s %.*s\n", static_cast<int>(step.word.size()), step.word.data(), static_cast<int>(step.says.size()), step.says.data());
        std::printf("  ponte round list [ROUND] | late [ROUND] | owed [--body B]\n");
        std::printf("  ponte round forms ROUND --out DIR [--body B] [--lang L] [--format xlsx|docx|both]\n");
        std::printf("  ponte round read FILE [--dry-run] | ics [--body B] --out FILE.ics\n");
        return exit_done;
    }
    return say(Refusal{refusals::usage, "round " + word, "see: ponte round"}, arguments);
}

}  // namespace ponte::cli
