// accords import, export, coverage: instruments, their steps and what is known of partners, by the table.

#include "adapters/accords_tables/accords_tables.h"
#include "adapters/dossier/words.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "cli/whole_tables.h"
#include "desks/accords/refusals.h"
#include "house/query_codec.h"

#include <cstdio>
#include <filesystem>
#include <map>

namespace ponte::cli {

namespace {

constexpr const char* usage_text = "accords import FILE.csv ... --as WHO [--dry-run] | export --out DIR | coverage [--on DATE] [--set SET] [--out FILE.csv] [--json] | ics [--on DATE] [--to DATE] [--body B] --out FILE.ics";

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

// "in force (sfo.kr, since 2021-03-31)". What is not known lies between two ends. The very state of the instrument says
// more than the rank in which coverage counts it: empowered to sign is not initialled.
std::string cell_text(dossier::Words& words, const accords::CoverageCell& cell, const std::map<accords::InstrumentId, accords::Standing>& states) {
    const auto reach = [&](accords::Reach one) { return std::string(words.say("reach." + std::string(name_of(one)))); };
    const auto known = cell.instrument ? states.find(*cell.instrument) : states.end();
    std::string state = known != states.end() ? std::string(words.say("standing." + std::string(name_of(known->second)))) : reach(cell.reach);
    if (cell.reach == accords::Reach::unknown) state = words.say("coverage.between", {reach(cell.at_least), reach(cell.at_most)});
    if (!cell.instrument) return state;
    if (!cell.since) return words.say("coverage.instrument", {state, cell.instrument->value});
    return words.say("coverage.since", {state, cell.instrument->value, cell.since->to_text()});
}

// Partner by partner what there is, then what each kind covers; a kind without an instrument takes no line.
void print_coverage(const accords::CoverageAnswer& found, const std::map<accords::InstrumentId, accords::Standing>& states, dossier::Words words) {
    const auto print = [](const std::string& line) { std::printf("%s\n", line.c_str()); };
    const auto kind = [&](accords::InstrumentKind one) { return std::string(words.say("kind." + std::string(name_of(one)))); };
    print(words.say("coverage.head", {found.on.to_text()}));
    for (const JurisdictionId& partner : found.partners) {
        print(partner.value);
        bool any = false;
        for (const accords::CoverageCell& cell : found.cells) {
            if (cell.partner != partner || !cell.instrument) continue;
            any = true;
            print("  " + words.say("coverage.cell", {kind(cell.kind), cell_text(words, cell, states)}));
        }
        if (!any) print("  " + std::string(words.say("coverage.nothing")));
    }
    for (const accords::CoverageOfKind& one : found.by_kind) {
        print(words.say("coverage.kind", {kind(one.kind), std::to_string(one.in_force), std::to_string(one.partners), std::to_string(one.unknown)}));
    }
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
        const auto instruments = asked(**own, accords::InstrumentsQuery{.on = answer->on});
        if (!instruments) return say(instruments.error(), arguments);
        std::map<accords::InstrumentId, accords::Standing> states;
        for (const accords::InstrumentRow& row : instruments->instruments) {
            if (row.stood.standing) states.emplace(row.instrument, *row.stood.standing);
        }
        print_coverage(*answer, states, dossier::Words(language_of(arguments), "words/accords.csv"));
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
