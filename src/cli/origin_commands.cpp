// origin import, export, determine, catalogue: rules of origin by the table, and goods asked about by the file.

#include "adapters/origin_tables/origin_tables.h"
#include "adapters/origin_text/origin_text.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "cli/whole_tables.h"
#include "desks/origin/refusals.h"
#include "house/query_codec.h"

#include <charconv>
#include <cstdio>

namespace ponte::cli {

namespace {

constexpr const char* usage_text =
    "origin import FILE.csv ... --as WHO | export sets|terms|rules|processes|correlations|tariff|products|suppliers|chapters\n"
    "  [--importer J] [--maker J] --out FILE\n"
    "| determine BOM.csv --hs CODE --on DATE --currency CODE --fob N [--json] | catalogue FILE.csv --currency CODE [--out FILE.csv] [--json]";

// The journal, who asks, and what he may see.
struct Asking {
    OfficeHeld office;
    Asker asker;
    access::Sight sight;
};

Attempt<Outcome<Asking>> opened(const Arguments& arguments) {
    using Result = Outcome<Asking>;
    auto office = TRY(Office::open(arguments));
    if (!office) return Result(std::unexpected(office.error()));
    auto asker = asker_of(arguments, **office);
    if (!asker) return Result(std::unexpected(asker.error()));
    access::Sight sight = house::sight_of((*office)->house().grant_of(asker->person, asker->asserted));
    return Result(Asking{.office = *std::move(office), .asker = *std::move(asker), .sight = std::move(sight)});
}

template <class Query>
Outcome<std::string> text_of_answer(Asking& asking, const Query& query) {
    return house::answer_query(asking.office->house().desks(), Query::name, to_json(query), asking.sight, asking.office->house().now());
}

template <class Query>
Outcome<typename Query::Answer> asked(Asking& asking, const Query& query) {
    const std::string text = TRY(text_of_answer(asking, query));
    const auto json = TRY(parse_json(text));
    return JsonReader().read<typename Query::Answer>(json);
}

Outcome<csv::Table> table_of(const std::string& path) {
    const std::string content = TRY(read_file(path, csv::bytes_max));
    return csv::read(view_of(content));
}

Outcome<TableFile> file_of(const std::string& path) {
    auto orders = origin_tables::orders_of(TRY(table_of(path)));
    if (!orders) return refuse(orders.error().kind, orders.error().subject, path + ", " + orders.error().place);
    TableFile file{.path = path};
    for (origin_tables::Order& order : *orders) file.orders.push_back({.command = std::move(order.command), .lines = std::move(order.lines)});
    return file;
}

int import_tables(const Arguments& arguments) {
    std::vector<TableFile> files;
    for (std::size_t i = 2; i < arguments.words.size(); ++i) {
        auto file = file_of(arguments.words[i]);
        if (!file) return say(file.error(), arguments);
        files.push_back(*std::move(file));
    }
    auto asking = opened(arguments);
    if (!asking) return say(asking.error(), arguments);
    if (!*asking) return say(asking->error(), arguments);
    return load_whole(*(*asking)->office, (*asking)->asker, arguments, std::move(files),
                      [](const Refusal& refusal) { return refusal.kind == origin::refusals::already_recorded; });
}

Outcome<csv::Table> exported(Asking& own, const Arguments& arguments) {
    const std::string what = arguments.word(2);
    if (what == "sets") return origin_tables::sets_table(TRY(asked(own, origin::SetsQuery{})));
    if (what == "terms") return origin_tables::terms_table(TRY(asked(own, origin::TermsQuery{.of_any_day = true})));
    if (what == "rules") return origin_tables::rules_table(TRY(asked(own, origin::RulesQuery{.of_any_day = true})));
    if (what == "chapters") return origin_tables::whole_chapters_table(TRY(asked(own, origin::SetsQuery{})));
    if (what == "suppliers") {
        std::vector<std::pair<origin::RuleSetId, origin::TablesAnswer>> by_set;
        for (const origin::SetRow& set : TRY(asked(own, origin::SetsQuery{})).sets) by_set.emplace_back(set.set, TRY(asked(own, origin::TablesQuery{.set = set.set})));
        return origin_tables::supplier_rules_table(by_set);
    }
    const JurisdictionId importer(arguments.option("importer").value_or("CN"));
    const JurisdictionId maker(arguments.option("maker").value_or("MO"));
    const origin::TablesAnswer tables = TRY(asked(own, origin::TablesQuery{.importer = importer, .maker = maker}));
    if (what == "processes") return origin_tables::processes_table(tables);
    if (what == "correlations") return origin_tables::correlations_table(tables);
    if (what == "tariff") return origin_tables::tariff_table(tables, importer);
    if (what == "products") return origin_tables::products_table(tables, maker);
    return refuse(refusals::usage, what, usage_text);
}

int print_or_write(const std::string& content, const Arguments& arguments) {
    const auto out = arguments.option("out");
    if (!out) {
        std::printf("%s", content.c_str());
        return exit_done;
    }
    const auto written = write_file(*out, content);
    return written ? exit_done : say(written.error(), arguments);
}

int export_table(const Arguments& arguments) {
    auto asking = opened(arguments);
    if (!asking) return say(asking.error(), arguments);
    if (!*asking) return say(asking->error(), arguments);
    const auto table = exported(**asking, arguments);
    return table ? print_or_write(csv::write(*table), arguments) : say(table.error(), arguments);
}

Outcome<std::optional<Decimal>> amount(const Arguments& arguments, const std::string& name) {
    const auto text = arguments.option(name);
    if (!text) return std::optional<Decimal>();
    const auto read = Decimal::parse(*text);
    if (!read) return refuse(read.error().kind, read.error().subject, "--" + name);
    return std::optional(*read);
}

Outcome<Currency> currency(const Arguments& arguments) {
    const std::string code = arguments.option("currency").value_or("MOP");
    const auto found = Currency::from_text(code);
    if (!found) return refuse(origin::refusals::currency_unknown, code, "--currency");
    return *found;
}

Outcome<origin::DetermineQuery> question(const Arguments& arguments) {
    const auto hs = arguments.option("hs");
    const auto on = arguments.option("on");
    if (!hs || !on) return refuse(refusals::usage, "origin determine", usage_text);
    const auto day = Date::parse(*on);
    if (!day) return refuse(day.error().kind, day.error().subject, "--on");
    origin::DetermineQuery query{.goods = {.hs = *hs, .on = *day, .bill = {.currency = TRY(currency(arguments))}}, .consignment = {}};
    origin::Bill& bill = query.goods.bill;
    bill.fob = TRY(amount(arguments, "fob"));
    bill.ex_works = TRY(amount(arguments, "ex-works"));
    bill.labour = TRY(amount(arguments, "labour"));
    bill.development = TRY(amount(arguments, "development"));
    if (const auto set = arguments.option("set")) query.goods.set = origin::RuleSetId(*set);
    if (const auto version = arguments.option("hs-version")) {
        query.goods.version = enum_named<origin::HsVersion>("hs" + *version);
        if (!query.goods.version) return refuse(refusals::value_unreadable, *version, "--hs-version");
    }
    if (const auto way = arguments.option("consignment")) {
        query.consignment = enum_named<origin::Consignment>(*way);
        if (!query.consignment) return refuse(refusals::value_unreadable, *way, "--consignment");
    }
    const csv::Table table = TRY(table_of(arguments.word(2)));
    query.goods.bill = TRY(origin_tables::bill_of(table, bill));
    return query;
}

int determine(const Arguments& arguments) {
    const auto query = question(arguments);
    if (!query) return say(query.error(), arguments);
    auto asking = opened(arguments);
    if (!asking) return say(asking.error(), arguments);
    if (!*asking) return say(asking->error(), arguments);
    const auto answer = asked(**asking, *query);
    if (!answer) return say(answer.error(), arguments);
    if (arguments.flag("json")) {
        std::printf("%s\n", to_json(*answer).c_str());
        // A question that cannot be answered as asked ends like a refusal, with its place in the answer.
        return answer->refused ? exit_refused : exit_done;
    }
    if (answer->refused) return say(Refusal{RefusalKind{answer->refused->code, Remedy::correct}, answer->refused->subject, answer->refused->place}, arguments);
    std::printf("%s", origin_text::text_of(*answer, language_of(arguments)).c_str());
    return exit_done;
}

int catalogue(const Arguments& arguments) {
    const auto money = currency(arguments);
    if (!money) return say(money.error(), arguments);
    const auto table = table_of(arguments.word(2));
    if (!table) return say(table.error(), arguments);
    auto rows = origin_tables::catalogue_of(*table, *money);
    if (!rows) return say(rows.error(), arguments);
    auto asking = opened(arguments);
    if (!asking) return say(asking.error(), arguments);
    if (!*asking) return say(asking->error(), arguments);
    const auto answer = asked(**asking, origin::CatalogueQuery{.rows = *std::move(rows)});
    if (!answer) return say(answer.error(), arguments);
    if (arguments.option("out")) return print_or_write(csv::write(origin_tables::results_table(*answer)), arguments);
    std::printf("%s", arguments.flag("json") ? (to_json(*answer) + "\n").c_str() : origin_text::text_of(*answer, language_of(arguments)).c_str());
    return exit_done;
}

}  // namespace

int origin_command(const Arguments& arguments) {
    const std::string what = arguments.word(1);
    const bool has_file = arguments.words.size() > 2;
    if (what == "import" && has_file) return import_tables(arguments);
    if (what == "export" && has_file) return export_table(arguments);
    if (what == "determine" && has_file) return determine(arguments);
    if (what == "catalogue" && has_file) return catalogue(arguments);
    return say(Refusal{refusals::usage, "origin " + what, usage_text}, arguments);
}

}  // namespace ponte::cli
