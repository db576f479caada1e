// accords import, export, coverage: instruments, their steps and what is known of partners, by the table.

#include "adapters/accords_coverage/accords_coverage.h"
#include "adapters/accords_tables/accords_tables.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "cli/whole_tables.h"
#include "desks/accords/refusals.h"
#include "house/query_codec.h"

#include <cstdio>
#include <filesystem>

namespace ponte::cli {

namespace {

constexpr const char* usage_text = "accords import FILE.csv ... --as WHO [--dry-run] | export --out DIR | coverage [--on DATE] [--set SET] [--lang L] [--json | --out FILE.csv] | ics [--on DATE] [--to DATE] [--body B] --out FILE.ics";

// The journal, who asks, and what he may see.
struct AtDesk {
    OfficeHeld office;
    Asker asker;
    access::Sight sight;
};

Attempt<Outcome<AtDesk>> opened(const Arguments& arguments) {
    using Result = Outcome<AtDesk>;
    auto office = TRY(Office::open(arguments));
    if (!office) return Result(std::unexpected(office.error()));
    auto asker = asker_of(arguments, **office);
    if (!asker) return Result(std::unexpected(asker.error()));
    access::Sight sight = house::sight_of((*office)->house().grant_of(asker->person, asker->asserted));
    return Result(AtDesk{.office = *std::move(office), .asker = *std::move(asker), .sight = std::move(sight)});
}

template <class Query>
Outcome<typename Query::Answer> asked(AtDesk& own, const Query& query) {
    const std::string text = TRY(house::answer_query(own.office->house().desks(), Query::name, to_json(query), own.sight, own.office->house().now()));
    const auto json = TRY(parse_json(text));
    return JsonReader().read<typename Query::Answer>(json);
}

// What was read before changes nothing; a file may be read again after it was corrected or grew.
bool stands_already(const Refusal& refusal) {
    using namespace accords::refusals;  // NOLINT: four codes of the desk
    return refusal.kind == instrument_known || refusal.kind == already_taken || refusal.kind == nothing_changed;
}

Outcome<TableFile> file_of(const std::string& path) {
    const std::string content = TRY(read_file(path, csv::bytes_max));
    auto orders = accords_tables::read(TRY(csv::read(view_of(content))));
    if (!orders) return refuse(orders.error().kind, orders.error().subject, path + ", " + orders.error().place);
    TableFile file{.path = path};
    for (accords_tables::Order& order : *orders) file.orders.push_back({.command = std::move(order.command), .lines = {order.line}});
    return file;
}

int import_tables(const Arguments& arguments) {
    if (arguments.words.size() < 3) return say(Refusal{refusals::usage, "accords import", usage_text}, arguments);
    std::vector<TableFile> files;
    for (std::size_t i = 2; i < arguments.words.size(); ++i) {
        auto file = file_of(arguments.words[i]);
        if (!file) return say(file.error(), arguments);
        files.push_back(*std::move(file));
    }
    auto own = opened(arguments);
    if (!own) return say(own.error(), arguments);
    if (!*own) return say(own->error(), arguments);
    return load_whole(*(*own)->office, (*own)->asker, arguments, std::move(files), stands_already);
}

Outcome<std::vector<accords::InstrumentShown>> all_instruments(AtDesk& own) {
    std::vector<accords::InstrumentShown> shown;
    for (const accords::InstrumentRow& row : TRY(asked(own, accords::InstrumentsQuery{})).instruments) {
        auto one = TRY(asked(own, accords::InstrumentQuery{.instrument = row.instrument, .on = {}}));
        if (one.instrument) shown.push_back(*std::move(one.instrument));
    }
    return shown;
}

int export_tables(const Arguments& arguments) {
    const std::string folder = arguments.option("out").value_or("");
    if (folder.empty()) return say(Refusal{refusals::usage, "accords export", usage_text}, arguments);
    auto own = opened(arguments);
    if (!own) return say(own.error(), arguments);
    if (!*own) return say(own->error(), arguments);
    const auto instruments = all_instruments(**own);
    if (!instruments) return say(instruments.error(), arguments);
    const auto records = asked(**own, accords::PartnerRecordsQuery{});
    if (!records) return say(records.error(), arguments);
    std::error_code error;
    std::filesystem::create_directories(folder, error);  // Writing says what is wrong, if anything.
    const std::vector<std::pair<std::string, csv::Table>> tables{{"instruments.csv", accords_tables::instruments_table(*instruments)},
                                                                 {"steps.csv", accords_tables::steps_table(*instruments)},
                                                                 {"standing.csv", accords_tables::listings_table(*records)},
                                                                 {"trade.csv", accords_tables::figures_table(*records)},
                                                                 {"published_counts.csv", accords_tables::counts_table(*records)},
                                                                 {"routes.csv", accords_tables::routes_table(*records)},
                                                                 {"clauses.csv", accords_tables::clauses_table(*records)}};
    for (const auto& [name, table] : tables) {
        const std::string path = folder + "/" + name;
        if (const auto written = write_file(path, csv::write(table)); !written) return say(written.error(), arguments);
        std::printf("%s\t%zu\n", path.c_str(), table.rows.size());
    }
    return exit_done;
}

int coverage(const Arguments& arguments) {
    accords::CoverageQuery query{};
    if (const auto on = arguments.option("on")) {
        query.on = Date::from_text(*on);
        if (!query.on) return say(Refusal{refusals::value_unreadable, on->substr(0, 40), "--on"}, arguments);
    }
    if (const auto set = arguments.option("set")) query.set = directory::SetId(*set);
    auto own = opened(arguments);
    if (!own) return say(own.error(), arguments);
    if (!*own) return say(own->error(), arguments);
    const auto answer = asked(**own, query);
    if (!answer) return say(answer.error(), arguments);
    const auto out = arguments.option("out");
    if (!out && arguments.flag("json")) {
        std::printf("%s\n", to_json(*answer).c_str());
        return exit_done;
    }
    if (!out) {
        const auto& jurisdictions = (*own)->office->house().desks().directory.jurisdictions;
        std::printf("%s", accords_coverage::text_of(*answer, jurisdictions, language_of(arguments)).c_str());
        return exit_done;
    }
    const auto written = write_file(*out, csv::write(accords_tables::coverage_table(*answer)));
    return written ? exit_done : say(written.error(), arguments);
}

}  // namespace

int accords_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    if (verb == "import") return import_tables(arguments);
    if (verb == "export") return export_tables(arguments);
    if (verb == "coverage") return coverage(arguments);
    if (verb == "ics") return accords_ics(arguments);
    return say(Refusal{refusals::usage, "accords " + verb, usage_text}, arguments);
}

}  // namespace ponte::cli
