// tracker propose, read, import: somebody's own table, by a map that a person has read.

#include "adapters/trackers/trackers.h"
#include "adapters/xlsx/xlsx.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "desks/conference/queries.h"
#include "desks/conference/refusals.h"
#include "house/query_codec.h"

#include <cstdio>

namespace ponte::cli {

namespace {

using trackers::RowUnderstood;
using trackers::Understanding;

constexpr const char* usage_text = "tracker propose FILE --out MAP.json | read FILE --map MAP.json | import FILE --map MAP.json --as WHO";

struct Tracker {
    std::string content;
    csv::Table table;
};

Outcome<Tracker> read_tracker(const std::string& path, const std::string& sheet) {
    Tracker tracker;
    tracker.content = TRY(read_file(path, csv::bytes_max));
    tracker.table = path.ends_with(".xlsx") ? TRY(xlsx::read(view_of(tracker.content), sheet)) : TRY(csv::read(view_of(tracker.content)));
    return tracker;
}

// The answer to a query as anybody gets it who may see so much.
template <class Answer>
Outcome<Answer> asked(Office& own, std::string_view query, const std::vector<std::string>& pairs, const access::Sight& sight) {
    const auto asks = TRY(house::json_of_pairs(pairs));
    const auto text = TRY(house::answer_query(own.house().desks(), query, asks, sight, own.house().now()));
    const auto json = TRY(parse_json(text));
    return JsonReader().read<Answer>(json);
}

// The indicators that the asker may see, for their names; none without a journal.
Attempt<Outcome<std::vector<trackers::IndicatorKnown>>> indicators_known(const Arguments& arguments) {
    using Result = Outcome<std::vector<trackers::IndicatorKnown>>;
    std::vector<trackers::IndicatorKnown> known;
    if (!arguments.option("journal")) return Result(known);
    auto office = TRY(Office::open(arguments));
    if (!office) return Result(std::unexpected(office.error()));
    Office& own = **office;
    const auto asker = asker_of(arguments, own);
    if (!asker) return Result(std::unexpected(asker.error()));
    const access::Sight sight = house::sight_of(own.house().grant_of(asker->person, asker->asserted));
    const auto plans = asked<conference::PlansAnswer>(own, "conference.plans", {}, sight);
    if (!plans) return Result(std::unexpected(plans.error()));
    for (const auto& plan : plans->plans) {
        const auto status = asked<conference::StatusAnswer>(own, "conference.status", {"plan=" + plan.plan.value}, sight);
        if (!status) return Result(std::unexpected(status.error()));
        for (const auto& row : status->indicators) known.push_back({row.indicator, row.names});
    }
    return Result(std::move(known));
}

int propose(const Arguments& arguments, const std::string& path) {
    const auto out = arguments.option("out");
    if (!out) return say(Refusal{refusals::usage, "tracker propose", usage_text}, arguments);
    const auto tracker = read_tracker(path, "");
    if (!tracker) return say(tracker.error(), arguments);
    const auto known = indicators_known(arguments);
    if (!known) return say(known.error(), arguments);
    if (!*known) return say(known->error(), arguments);
    const auto map = trackers::propose_map(tracker->table, **known);
    const auto text = trackers::to_json(map);
    const auto written = write_file(*out, text);
    if (!written) return say(written.error(), arguments);
    if (arguments.flag("json")) {
        std::printf("%s", text.c_str());
        return exit_done;
    }
    for (const auto& column : map.columns) {
        std::printf("%-32s %s%s%s%s\n", column.head.c_str(), std::string(name_of(column.gives)).c_str(), column.period ? (" of " + column.period->to_text()).c_str() : "",
                    column.indicator ? (" of " + column.indicator->value).c_str() : "", column.format ? (" as " + *column.format).c_str() : "");
    }
    std::printf("%s: read it, complete it, then: ponte tracker read %s --map %s\n", out->c_str(), path.c_str(), out->c_str());
    return exit_done;
}

std::string json_of(const Understanding& all) {
    std::string out = "{\"observations\":" + std::to_string(all.observations) + ",\"actions\":" + std::to_string(all.actions) +
                      ",\"faulty_rows\":" + std::to_string(all.faulty_rows) + ",\"rows\":[";
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        const auto& row = all.rows[i];
        out += (i == 0 ? "{\"line\":" : ",{\"line\":") + std::to_string(row.line) + ",\"observations\":";
        append_json(out, row.observations);
        out += ",\"actions\":";
        append_json(out, row.actions);
        out += ",\"status\":";
        append_json(out, row.status);
        out += ",\"note\":";
        append_json(out, row.note);
        out += std::string(",\"passed_over\":") + (row.passed_over ? "true" : "false") + ",\"faults\":";
        append_json(out, row.faults);
        out += "}";
    }
    return out + "]}";
}

void print_row(const RowUnderstood& row) {
    for (const auto& one : row.observations) {
        std::printf("%6u  %-28s %-20s %-12s %s%s\n", row.line, one.indicator.value.c_str(), one.as_published.c_str(), one.period.to_text().c_str(),
                    one.value ? (one.value->to_text() + " in its unit, ").c_str() : "", one.source.c_str());
    }
    for (const auto& one : row.actions) {
        std::printf("%6u  measure %u duty %u  %s  %s, %s\n", row.line, one.measure, one.duty, one.on.to_text().c_str(),
                    (one.texts.zh_hant + one.texts.zh_hans + one.texts.pt + one.texts.en).c_str(), one.source.c_str());
    }
    for (const auto& fault : row.faults) std::printf("%6u  not understood: %s (%s) at %s\n", row.line, fault.code.c_str(), fault.subject.c_str(), fault.place.c_str());
    if (row.passed_over) std::printf("%6u  passed over: %s\n", row.line, row.status.c_str());
    if (row.empty) std::printf("%6u  nothing in it\n", row.line);
    if (!row.note.empty()) std::printf("        note, not recorded: %s\n", row.note.c_str());
}

void print_summary(const Understanding& all) {
    std::printf("%zu rows: %zu observations, %zu actions understood, %zu rows not\n", all.rows.size(), all.observations, all.actions, all.faulty_rows);
}

// What became of the orders, one after another.
struct Account {
    std::uint32_t recorded = 0;
    std::uint32_t known_before = 0;
    std::uint32_t refused = 0;
};

void tell(std::uint32_t line, std::string_view code, const std::string& subject, const std::string& place) {
    std::fprintf(stderr, "row %u: %.*s (%s) at %s\n", line, static_cast<int>(code.size()), code.data(), subject.c_str(), place.c_str());
}

// The orders as they would be decided now, row by row; nothing is recorded.
Outcome<Account> rehearse(Office& own, const Asker& asker, const trackers::Orders& orders) {
    Account account;
    if (!orders.observations.rows.empty() || !orders.observations.unreadable.empty()) {
        auto good_rows = orders.observations;
        good_rows.accept_good_rows = true;
        const auto rehearsed = own.house().rehearse(own.request(asker.person, asker.asserted, {}, conference::Command(good_rows)));
        if (rehearsed) {
            const auto& told = std::get<conference::ObservationsImported>(std::get<conference::Event>(rehearsed->front()));
            for (const auto& row : told.refused) tell(row.row, row.code, row.subject, row.place);
            account = {told.recorded, told.known_before, told.not_recorded};
        } else if (rehearsed.error().kind == conference::refusals::no_rows || rehearsed.error().kind == conference::refusals::rows_refused) {
            // Not one row is good.
            for (const auto& row : orders.observations.unreadable) tell(row.row, row.code, row.subject, row.place);
            account.refused = static_cast<std::uint32_t>(orders.observations.unreadable.size());
        } else {
            return std::unexpected(rehearsed.error());
        }
    }
    for (std::size_t i = 0; i < orders.actions.size(); ++i) {
        const auto rehearsed = own.house().rehearse(own.request(asker.person, asker.asserted, {}, conference::Command(orders.actions[i])));
        if (rehearsed) {
            ++account.recorded;
        } else if (rehearsed.error().kind == conference::refusals::already_recorded) {
            ++account.known_before;
        } else {
            ++account.refused;
            tell(orders.action_lines[i], rehearsed.error().kind.code, rehearsed.error().subject, rehearsed.error().place);
        }
    }
    return account;
}

int import(const Arguments& arguments, const Tracker& tracker, const std::string& map_text, const Understanding& all) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Office& own = ***office;
    const auto asker = asker_of(arguments, own);
    if (!asker) return say(asker.error(), arguments);
    const bool good_rows = arguments.flag("accept-good-rows");
    const auto orders = trackers::orders_of(all, sha256(tracker.content), good_rows);
    const auto account = rehearse(own, *asker, orders);
    if (!account) return say(account.error(), arguments);
    const auto& [recorded, known_before, refused] = *account;
    if (arguments.flag("dry-run")) {
        std::printf("dry run: %u would be recorded, %u known before, %u refused; nothing was recorded\n", recorded, known_before, refused);
        return refused == 0 ? exit_done : exit_refused;
    }
    if (refused > 0 && !good_rows) return say(Refusal{conference::refusals::rows_refused, std::to_string(refused), "--accept-good-rows"}, arguments);
    if (recorded == 0) {
        std::printf("0 recorded, %u known before, %u refused\n", known_before, refused);
        return refused == 0 ? exit_done : exit_refused;
    }
    // Kept before anything is recorded by it, so that no row ever stands without its map.
    const auto map_kept = own.house().journal().attach(view_of(map_text), "application/json");
    if (!map_kept) return say(map_kept.error(), arguments);
    const auto file_kept = own.house().journal().attach(view_of(tracker.content), "application/octet-stream");
    if (!file_kept) return say(file_kept.error(), arguments);
    const auto id = arguments.option("id").value_or("");
    if (!orders.observations.rows.empty()) {
        const auto answer = own.house().ask(own.request(asker->person, asker->asserted, CommandId(id), conference::Command(orders.observations)));
        if (!answer) return say(answer.error(), arguments);
        if (!*answer) return say((*answer).error(), arguments);
    }
    for (std::size_t i = 0; i < orders.actions.size(); ++i) {
        const CommandId action_id(id.empty() ? "" : id + ".row" + std::to_string(orders.action_lines[i]));
        const auto answer = own.house().ask(own.request(asker->person, asker->asserted, action_id, conference::Command(orders.actions[i])));
        // What is refused here was told when it was rehearsed.
        if (!answer) return say(answer.error(), arguments);
    }
    std::printf("%u recorded, %u known before, %u refused\nmap kept: sha256 %s\nfile kept: sha256 %s\n", recorded, known_before, refused, map_kept->digest.to_text().c_str(),
                file_kept->digest.to_text().c_str());
    return exit_done;
}

}  // namespace

int tracker_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    const std::string path = arguments.word(2);
    if (verb == "propose" && !path.empty()) return propose(arguments, path);
    const auto map_path = arguments.option("map");
    if (path.empty() || !map_path || (verb != "read" && verb != "import")) return say(Refusal{refusals::usage, "tracker " + verb, usage_text}, arguments);
    const auto map_text = read_file(*map_path, trackers::map_bytes_max);
    if (!map_text) return say(map_text.error(), arguments);
    const auto map = trackers::map_of_json(*map_text);
    if (!map) return say(map.error(), arguments);
    const auto tracker = read_tracker(path, map->sheet.value_or(""));
    if (!tracker) return say(tracker.error(), arguments);
    const auto all = trackers::understand(tracker->table, *map);
    if (!all) return say(all.error(), arguments);
    if (verb == "import") return import(arguments, *tracker, *map_text, *all);
    if (arguments.flag("json")) {
        std::printf("%s\n", json_of(*all).c_str());
    } else {
        for (const auto& row : all->rows) print_row(row);
        print_summary(*all);
    }
    return all->faulty_rows == 0 ? exit_done : exit_refused;
}

}  // namespace ponte::cli
