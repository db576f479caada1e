// withholding: the tables in and out, and for people: the rate of a payment, the best way, the network.
// Everything here is also asked by `ponte ask withholding....` and `ponte query withholding....`.

#include "adapters/dossier/words.h"
#include "adapters/withholding_tables/withholding_tables.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "cli/whole_tables.h"
#include "desks/accords/queries.h"
#include "desks/withholding/refusals.h"
#include "house/query_codec.h"

#include <algorithm>
#include <cstdio>

namespace ponte::cli {

namespace {

using namespace ponte::withholding;

constexpr const char* usage_text =
    "withholding import FILE.csv ... --as WHO [--dry-run] | export provisions|domestic|corporate|guards --out FILE\n"
    "  | rate FROM TO INCOME | routes FROM TO INCOME | network [INCOME] [--out FILE.csv] | unmatched";

int usage(const Arguments& arguments) { return say(Refusal{refusals::usage, usage_text, "withholding"}, arguments); }

void print(const std::string& line) { std::printf("%s\n", line.c_str()); }

struct Desk {
    OfficeHeld office;
    Asker asker;
    dossier::Words words;

    template <class Query>
    [[nodiscard]] Outcome<typename Query::Answer> asked(const Query& query) const {
        house::House& house = office->house();
        const access::Sight sight = house::sight_of(house.grant_of(asker.person, asker.asserted));
        const std::string answer = TRY(house::answer_query(house.desks(), Query::name, to_json(query), sight, house.now()));
        return JsonReader().read<typename Query::Answer>(TRY(parse_json(answer)));
    }
    std::string word(std::string_view family, std::string_view name) { return std::string(words.say(std::string(family) + "." + std::string(name))); }
};

Attempt<Outcome<Desk>> open(const Arguments& arguments) {
    auto opened = TRY(Office::open(arguments));
    if (!opened) return Outcome<Desk>(std::unexpected(opened.error()));
    const auto asker = asker_of(arguments, **opened);
    if (!asker) return Outcome<Desk>(std::unexpected(asker.error()));
    return Outcome<Desk>(Desk{.office = *std::move(opened), .asker = *asker, .words = dossier::Words(language_of(arguments), "words/withholding.csv")});
}

template <class Command>
void add_orders(TableFile& file, std::vector<withholding_tables::Read<Command>> orders) {
    for (auto& order : orders) file.orders.push_back({.command = withholding::Command(std::move(order.command)), .lines = std::move(order.lines)});
}

// Of Macao's treaties whose rates are recorded: those without an instrument on double taxation between the same two, as
// far as this reader is shown instruments. Rates are known of treaties between others too, which nobody keeps here, and
// under names of their own: hence something to look at, and no refusal.
Outcome<std::vector<TermsShown>> unmatched(const Desk& desk) {
    const JurisdictionId own(std::string("MO"));
    const auto instruments = TRY(desk.asked(accords::InstrumentsQuery{.kinds = {accords::InstrumentKind::double_taxation}}));
    const auto is_kept = [&](const TermsShown& terms) {
        return std::ranges::any_of(instruments.instruments, [&](const accords::InstrumentRow& row) {
            const auto has = [&](const JurisdictionId& place) { return std::ranges::any_of(row.parties, [&](const accords::Party& party) { return party.place == place; }); };
            return row.instrument.value == terms.instrument.value || (has(terms.a) && has(terms.b));
        });
    };
    std::vector<TermsShown> all;
    for (TermsShown& terms : TRY(desk.asked(TermsQuery{.instrument = {}, .party = own, .other = {}})).instruments) {
        if (!is_kept(terms)) all.push_back(std::move(terms));
    }
    return all;
}

int show_unmatched(Desk& desk, const Arguments& arguments) {
    const auto all = unmatched(desk);
    if (!all) return say(all.error(), arguments);
    if (arguments.flag("json")) {
        std::string json;
        for (const TermsShown& terms : *all) json += (json.empty() ? "" : ",") + to_json(terms);
        print("{\"unmatched\":[" + json + "]}");
        return exit_done;
    }
    if (all->empty()) print(std::string(desk.words.say("unmatched.none")));
    if (!all->empty()) print(desk.words.say("unmatched.head", {std::to_string(all->size())}));
    for (const TermsShown& terms : *all) print("  " + desk.words.say("unmatched.row", {terms.instrument.value, terms.a.value, terms.b.value}));
    return exit_done;
}

// Files in the order that they are given; the guards of an instrument come after its provisions.
int import(const Arguments& arguments) {
    if (arguments.words.size() < 3) return usage(arguments);
    std::vector<TableFile> files;
    for (std::size_t i = 2; i < arguments.words.size(); ++i) {
        const std::string& path = arguments.words[i];
        const auto content = read_file(path, csv::bytes_max);
        if (!content) return say(content.error(), arguments);
        const auto table = csv::read(view_of(*content));
        auto tables = table ? withholding_tables::read(*table) : Outcome<withholding_tables::Tables>(std::unexpected(table.error()));
        if (!tables) return say(Refusal{tables.error().kind, tables.error().subject, path + ", " + tables.error().place}, arguments);
        TableFile file{.path = path};
        add_orders(file, std::move(tables->terms));
        add_orders(file, std::move(tables->domestic));
        add_orders(file, std::move(tables->corporate));
        add_orders(file, std::move(tables->guards));
        files.push_back(std::move(file));
    }
    auto desk = open(arguments);
    if (!desk) return say(desk.error(), arguments);
    if (!*desk) return say((*desk).error(), arguments);
    const int exit = load_whole(*(*desk)->office, (*desk)->asker, arguments, std::move(files),
                      [](const Refusal& refusal) { return refusal.kind == withholding::refusals::already_stated; });
    return exit != exit_done || arguments.flag("dry-run") ? exit : show_unmatched(**desk, arguments);
}

int export_table(Desk& desk, const Arguments& arguments) {
    const std::string kind = arguments.word(2);
    const auto out = arguments.option("out");
    if (!out) return usage(arguments);
    csv::Table table;
    if (kind == "provisions" || kind == "guards") {
        const auto terms = desk.asked(TermsQuery{});
        if (!terms) return say(terms.error(), arguments);
        table = kind == "provisions" ? withholding_tables::provisions_table(*terms) : withholding_tables::guards_table(*terms);
    } else if (kind == "domestic" || kind == "corporate") {
        const auto own = desk.asked(OwnRatesQuery{});
        if (!own) return say(own.error(), arguments);
        table = kind == "domestic" ? withholding_tables::domestic_table(*own) : withholding_tables::corporate_table(*own);
    } else {
        return usage(arguments);
    }
    const auto written = write_file(*out, csv::write(table));
    return written ? exit_done : say(written.error(), arguments);
}

template <class Value>
Outcome<std::optional<Value>> option_as(const Arguments& arguments, const std::string& name) {
    const auto text = arguments.option(name);
    if (!text) return std::optional<Value>();
    std::optional<Value> value;
    if constexpr (DescribedEnum<Value>) {
        value = enum_named<Value>(*text);
    } else if constexpr (std::integral<Value>) {
        const auto number = Decimal::from_text(*text);
        if (number && number->scale == 0 && std::in_range<Value>(number->digits)) value = static_cast<Value>(number->digits);
    } else {
        value = Value::from_text(*text);
    }
    if (!value) return refuse(refusals::value_unreadable, *text, "--" + name);
    return value;
}

Outcome<Income> income_at(const Arguments& arguments, std::size_t word) {
    const auto income = enum_named<Income>(arguments.word(word));
    if (!income) return refuse(refusals::value_unreadable, arguments.word(word), "INCOME");
    return *income;
}

Outcome<RateQuery> rate_query(const Arguments& arguments) {
    RateQuery query{.from = JurisdictionId(arguments.word(2)), .to = JurisdictionId(arguments.word(3)), .income = TRY(income_at(arguments, 4))};
    query.on = TRY(option_as<Date>(arguments, "on"));
    query.amount = TRY(option_as<Decimal>(arguments, "amount"));
    query.holding = TRY(option_as<Decimal>(arguments, "holding"));
    query.days_held = TRY(option_as<std::uint32_t>(arguments, "days-held"));
    query.owner = TRY(option_as<OwnerClass>(arguments, "owner"));
    query.kind = TRY(option_as<PaymentKind>(arguments, "kind"));
    if (arguments.flag("beneficial-owner")) query.beneficial_owner = true;
    return query;
}

std::string percent_text(Desk& desk, const std::optional<Decimal>& rate) {
    return rate ? rate->to_text() + " %" : std::string(desk.words.say("rate.unknown"));
}

std::string guard_words(Desk& desk, const Guarded& guards) {
    const AntiAbuse& state = guards.state;
    return desk.words.say("guards", {desk.word("guard", name_of(state.principal_purpose_test)), desk.word("guard", name_of(state.limitation_on_benefits)),
                                     desk.word("guard", name_of(state.minimum_standard)), desk.word("guard", name_of(state.beneficial_ownership)),
                                     desk.word("guard", name_of(state.mli))});
}

int show_refused(const Refused& refused, const Arguments& arguments) {
    // The code is one of the desk's own; its words are found by it.
    for (const RefusalKind& kind : {withholding::refusals::route_cyclic, withholding::refusals::route_too_long, withholding::refusals::code_malformed,
                                    withholding::refusals::day_impossible, withholding::refusals::amount_negative, withholding::refusals::percent_out_of_range}) {
        if (kind.code == refused.code) return say(Refusal{kind, refused.subject, refused.place}, arguments);
    }
    return say(Refusal{refusals::value_unreadable, refused.code, refused.place}, arguments);
}

void print_if_met(Desk& desk, std::string_view key, const std::vector<IfMet>& rows) {
    for (const IfMet& row : rows) {
        std::string missing;
        for (const ConditionKind condition : row.missing) missing += (missing.empty() ? "" : ", ") + desk.word("condition", name_of(condition));
        print("  " + desk.words.say(key, {percent_text(desk, row.rate), row.ref, missing}));
    }
}

int show_rate(Desk& desk, const Arguments& arguments) {
    const auto query = rate_query(arguments);
    if (!query) return say(query.error(), arguments);
    const auto rate = desk.asked(*query);
    if (!rate) return say(rate.error(), arguments);
    if (rate->refused) return show_refused(*rate->refused, arguments);
    if (arguments.flag("json")) {
        print(to_json(*rate));
        return exit_done;
    }
    print(desk.words.say("rate.head", {rate->from.value, rate->to.value, desk.word("income", name_of(rate->income)), rate->on.to_text(), percent_text(desk, rate->rate)}));
    if (!rate->rate) print("  " + desk.words.say("rate.between", {rate->at_least.to_text(), rate->at_most.to_text()}));
    for (const WhyUnknown why : rate->why_unknown) print("  " + desk.word("why", name_of(why)));
    if (rate->tax) print("  " + desk.words.say("rate.tax", {rate->tax->to_text()}));
    print("  " + desk.words.say("rate.domestic", {percent_text(desk, rate->domestic)}));
    if (rate->instrument) print("  " + desk.words.say("rate.cap", {rate->instrument->value, percent_text(desk, rate->cap)}));
    if (!rate->ref.empty()) print("  " + desk.words.say("rate.row", {rate->ref, rate->clause}));
    print_if_met(desk, "rate.less", rate->less);
    print_if_met(desk, "rate.more", rate->more);
    print("  " + guard_words(desk, rate->guards));
    return exit_done;
}

void print_route(Desk& desk, std::string_view key, const Route& route) {
    std::string path;
    for (const JurisdictionId& place : route.path) path += (path.empty() ? "" : " > ") + place.value;
    print(desk.words.say(key, {path, percent_text(desk, route.tax), desk.word("way", name_of(route.guard))}));
    for (const Leg& leg : route.legs) {
        print("  " + leg.from.value + " > " + leg.to.value + "  " + percent_text(desk, leg.rate) + "  " + desk.word("basis", name_of(leg.basis)) +
              (leg.instrument ? "  " + leg.instrument->value : "") + (leg.clause.empty() ? "" : "  " + leg.clause));
        print("    " + guard_words(desk, leg.guards));
    }
}

Outcome<std::optional<std::uint8_t>> legs_of(const Arguments& arguments) { return option_as<std::uint8_t>(arguments, "legs"); }

int show_routes(Desk& desk, const Arguments& arguments) {
    const auto income = income_at(arguments, 4);
    if (!income) return say(income.error(), arguments);
    const auto on = option_as<Date>(arguments, "on");
    if (!on) return say(on.error(), arguments);
    const auto legs = legs_of(arguments);
    if (!legs) return say(legs.error(), arguments);
    const auto answer = desk.asked(RouteQuery{.from = JurisdictionId(arguments.word(2)),
                                              .to = JurisdictionId(arguments.word(3)),
                                              .income = *income,
                                              .on = *on,
                                              .participation = arguments.flag("participation"),
                                              .conduit_tax = arguments.flag("conduit-tax"),
                                              .legs_max = *legs});
    if (!answer) return say(answer.error(), arguments);
    if (answer->refused) return show_refused(*answer->refused, arguments);
    if (arguments.flag("json")) {
        print(to_json(*answer));
        return exit_done;
    }
    print_route(desk, "route.direct", answer->direct);
    if (!answer->best) print(std::string(desk.words.say("route.none")));
    if (answer->best) print_route(desk, "route.best", *answer->best);
    for (const Route& route : answer->others) print_route(desk, "route.other", route);
    return exit_done;
}

int show_network(Desk& desk, const Arguments& arguments) {
    NetworkQuery query{.participation = arguments.flag("participation"), .conduit_tax = arguments.flag("conduit-tax"), .treaties = arguments.flag("treaties")};
    if (!arguments.word(2).empty()) {
        const auto income = income_at(arguments, 2);
        if (!income) return say(income.error(), arguments);
        query.incomes = {*income};
    }
    const auto on = option_as<Date>(arguments, "on");
    if (!on) return say(on.error(), arguments);
    query.on = *on;
    const auto legs = legs_of(arguments);
    if (!legs) return say(legs.error(), arguments);
    query.legs_max = *legs;
    if (arguments.option("out")) query.pairs = Pairs::all;
    const auto answer = desk.asked(query);
    if (!answer) return say(answer.error(), arguments);
    if (answer->refused) return show_refused(*answer->refused, arguments);
    if (arguments.flag("json")) {
        print(to_json(*answer));
        return exit_done;
    }
    if (const auto out = arguments.option("out")) {
        const auto written = write_file(*out, csv::write(withholding_tables::routes_table(*answer)));
        if (!written) return say(written.error(), arguments);
    }
    for (const IncomeNetwork& income : answer->incomes) {
        print(desk.words.say("network.row", {desk.word("income", name_of(income.income)), percent_text(desk, income.average_direct),
                                             percent_text(desk, income.average_best), std::to_string(income.pairs_improved), std::to_string(income.pairs),
                                             std::to_string(income.improved_untested), std::to_string(income.improved_unknown), std::to_string(income.pairs_known)}));
    }
    if (!answer->left_out.empty()) {
        std::string left_out;
        for (const JurisdictionId& one : answer->left_out) left_out += (left_out.empty() ? "" : " ") + one.value;
        print(desk.words.say("network.left_out", {left_out}));
    }
    for (const TreatyEffect& treaty : answer->treaties) {
        print(desk.words.say("network.treaty", {treaty.instrument.value, desk.word("income", name_of(treaty.income)), desk.word("effect", name_of(treaty.effect)),
                                                std::to_string(treaty.best_raised), std::to_string(treaty.carried), std::to_string(treaty.of_others), std::to_string(treaty.routes_changed)}));
        print("  " + guard_words(desk, treaty.guards));
    }
    return exit_done;
}

}  // namespace

int withholding_command(const Arguments& arguments) {
    const std::string part = arguments.word(1);
    if (part == "import") return import(arguments);
    auto opened = open(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    if (part == "export") return export_table(**opened, arguments);
    if (part == "rate") return show_rate(**opened, arguments);
    if (part == "routes") return show_routes(**opened, arguments);
    if (part == "network") return show_network(**opened, arguments);
    if (part == "unmatched") return show_unmatched(**opened, arguments);
    return usage(arguments);
}

}  // namespace ponte::cli
