// stay import | export | check: the tables of who may stay where, and one journey or a journey for every passport.

#include "adapters/dossier/words.h"
#include "adapters/stay_tables/stay_tables.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "cli/whole_tables.h"
#include "desks/stay/queries.h"
#include "desks/stay/refusals.h"
#include "house/query_codec.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace ponte::cli {

namespace {

constexpr std::string_view usage_text = "stay import FILE.csv ... --as WHO [--dry-run] | stay export snapshots|base SNAPSHOT|rules|zones|members --out FILE.csv\n"
                                        "| stay check ITINERARY.csv --passport MO [--document KIND:MO,...] [--on DATE] [--all]";

struct Desk {
    OfficeHeld office;
    Asker asker;
    dossier::Words words;

    void print(std::string_view key, std::initializer_list<std::string_view> values) { std::printf("%s\n", words.say(key, values).c_str()); }
    // By the gate through which every question passes.
    template <class Query>
    [[nodiscard]] Outcome<typename Query::Answer> asked(const Query& query) const {
        const access::Sight sight = house::sight_of(office->house().grant_of(asker.person, asker.asserted));
        const std::string answer = TRY(house::answer_query(office->house().desks(), Query::name, to_json(query), sight, office->house().now()));
        return JsonReader().read<typename Query::Answer>(TRY(parse_json(answer)));
    }
};

template <class Verb>
int with_desk(const Arguments& arguments, const Verb& verb) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Desk desk{.office = std::move(**office), .asker = {}, .words = dossier::Words(language_of(arguments), "words/stay.csv")};
    const auto asker = asker_of(arguments, *desk.office);
    if (!asker) return say(asker.error(), arguments);
    desk.asker = *asker;
    return verb(desk);
}

Outcome<csv::Table> table_in(const std::string& path) {
    const std::string content = TRY(read_file(path, csv::bytes_max));
    return csv::read(view_of(content));
}

// What is recorded already, exactly so, is passed over: a table can be read again after rows were added to it. The
// same name with other contents is asked all the same, and refused.
bool is_known(const stay::State& state, const stay::Command& command) {
    if (const auto* opened = std::get_if<stay::OpenSnapshot>(&command)) {
        const auto known = state.snapshots.find(opened->snapshot);
        return known != state.snapshots.end() &&
               known->second.opened == stay::SnapshotOpened{.snapshot = opened->snapshot, .from = opened->from, .licence = opened->licence, .source = opened->source};
    }
    if (const auto* base = std::get_if<stay::RecordBase>(&command)) {
        const auto known = state.snapshots.find(base->snapshot);
        return known != state.snapshots.end() && std::ranges::all_of(base->lines, [&](const stay::BaseLine& line) {
                   std::vector<stay::Cell> cells = line.cells;
                   std::ranges::sort(cells, {}, &stay::Cell::destination);
                   const auto kept = known->second.lines.find(line.passport);
                   return kept != known->second.lines.end() && kept->second == cells;
               });
    }
    if (const auto* enacted = std::get_if<stay::EnactRule>(&command)) {
        const stay::KnownRule* known = state.find(enacted->rule.rule);
        return known != nullptr && known->rule == enacted->rule;
    }
    if (const auto* defined = std::get_if<stay::DefineZone>(&command)) {
        const auto known = state.zones.find(defined->zone);
        return known != state.zones.end() && known->second.defined == stay::ZoneDefined{.zone = defined->zone, .names = defined->names, .common = defined->common, .source = defined->source};
    }
    if (const auto* dated = std::get_if<stay::DateZoneMember>(&command)) {
        const auto known = state.zones.find(dated->zone);
        const stay::ZoneMemberDated same{.zone = dated->zone, .member = dated->member, .validity = dated->validity, .seen = dated->seen, .source = dated->source};
        return known != state.zones.end() && std::ranges::find(known->second.members, same) != known->second.members.end();
    }
    return false;
}

Outcome<TableFile> file_of(const stay::State& state, const std::string& path) {
    auto orders = stay_tables::orders_of(TRY(table_in(path)));
    if (!orders) return refuse(orders.error().kind, orders.error().subject, path + ", " + orders.error().place);
    TableFile file{.path = path};
    for (stay_tables::Order& order : *orders) {
        if (is_known(state, order.command)) {
            ++file.known_before;
        } else {
            file.orders.push_back({.command = std::move(order.command), .lines = {order.line}});
        }
    }
    return file;
}

int import_tables(const Arguments& arguments) {
    if (arguments.word(2).empty()) return say(Refusal{refusals::usage, "stay import", std::string(usage_text)}, arguments);
    return with_desk(arguments, [&](Desk& desk) {
        std::vector<TableFile> files;
        for (std::size_t i = 2; i < arguments.words.size(); ++i) {
            auto file = file_of(desk.office->house().desks().stay, arguments.words[i]);
            if (!file) return say(file.error(), arguments);
            files.push_back(*std::move(file));
        }
        return load_whole(*desk.office, desk.asker, arguments, std::move(files), [](const Refusal&) { return false; });
    });
}

Outcome<csv::Table> table_called(const Desk& desk, const Arguments& arguments) {
    const std::string what = arguments.word(2);
    if (what == "snapshots") return stay_tables::snapshots_table(TRY(desk.asked(stay::SnapshotsQuery{})));
    if (what == "rules") return stay_tables::rules_table(TRY(desk.asked(stay::RulesQuery{})));
    if (what == "zones") return stay_tables::zones_table(TRY(desk.asked(stay::ZonesQuery{})));
    if (what == "members") return stay_tables::members_table(TRY(desk.asked(stay::ZonesQuery{})));
    if (what != "base" || arguments.word(3).empty()) return refuse(refusals::usage, "stay export", std::string(usage_text));
    const stay::TableAnswer base = TRY(desk.asked(stay::TableQuery{.snapshot = stay::SnapshotId(arguments.word(3)), .passport = {}}));
    if (base.lines.empty()) return refuse(stay::refusals::snapshot_unknown, arguments.word(3));
    return stay_tables::base_table(base);
}

int export_table(const Arguments& arguments) {
    return with_desk(arguments, [&](Desk& desk) {
        const auto table = table_called(desk, arguments);
        if (!table) return say(table.error(), arguments);
        const std::string text = csv::write(*table);
        const std::string out = arguments.option("out").value_or("");
        if (out.empty()) {
            std::fwrite(text.data(), 1, text.size(), stdout);
            return exit_done;
        }
        const auto written = write_file(out, text);
        return written ? exit_done : say(written.error(), arguments);
    });
}

std::string text_of(const std::optional<Date>& date) { return date ? date->to_text() : ""; }

template <class Named>
std::string word(Desk& desk, std::string_view family, Named name) {
    return std::string(desk.words.say(std::string(family) + "." + std::string(name_of(name))));
}

std::string requirement_word(Desk& desk, const std::optional<stay::Requirement>& requirement) {
    return requirement ? word(desk, "requirement", *requirement) : std::string(desk.words.say("requirement.none"));
}

void print(Desk& desk, const stay::StayVerdict& stay) {
    std::string basis = stay.rule ? stay.rule->value : stay.snapshot ? stay.snapshot->value : "";
    if (!basis.empty()) basis = " [" + basis + "]";
    desk.print("check.stay", {stay.place.value, stay.from.to_text(), stay.to.to_text(), std::to_string(stay.days), requirement_word(desk, stay.requirement) + basis,
                              word(desk, "answer", stay.lawful), word(desk, "obstacle", stay.obstacle)});
    const auto more = [&](std::string_view key, const std::string& value) { std::printf("    %s\n", desk.words.say(key, {value}).c_str()); };
    if (stay.lawful != Answer::yes && stay.first_bad) more("check.bad_from", text_of(stay.first_bad));
    if (stay.latest_exit) more("check.latest", text_of(stay.latest_exit));
    if (stay.without_limit) more("check.no_limit", "");
    if (stay.may_enter_from) more("check.may_enter", text_of(stay.may_enter_from));
    std::string assumed;
    for (const stay::ConditionKind kind : stay.assumed) assumed += (assumed.empty() ? "" : ", ") + word(desk, "condition", kind);
    if (!assumed.empty()) more("check.assumed", assumed);
}

void print(Desk& desk, const stay::ItineraryAnswer& found) {
    desk.print("check.whole", {word(desk, "answer", found.lawful)});
    for (const stay::StayVerdict& one : found.stays) print(desk, one);
    for (const stay::CountVerdict& count : found.counts) {
        const std::string where = count.zone ? count.zone->value : count.place ? count.place->value : "";
        for (const stay::WindowVerdict& one : count.windows) {
            std::string window = word(desk, "window", one.window.kind);
            if (one.window.limit) window += " " + std::to_string(*one.window.limit);
            if (one.window.span) window += "/" + std::to_string(*one.window.span);
            desk.print("check.count", {where, window, std::to_string(one.days_max), text_of(one.worst_day)});
        }
    }
}

void print(Desk& desk, const stay::TripAnswer& found) {
    desk.print("check.trip", {std::to_string(found.may), std::to_string(found.may_not), std::to_string(found.unknown)});
    for (const stay::TripRow& row : found.rows) {
        desk.print("check.trip_row", {row.passport.value, word(desk, "answer", row.lawful),
                                      row.obstacle ? row.where->value + " " + word(desk, "obstacle", *row.obstacle) : std::string(desk.words.say("obstacle.none")),
                                      requirement_word(desk, row.heaviest)});
    }
}

// A question that makes no sense is told like any other refusal.
template <class Found>
int told(Desk& desk, const Outcome<Found>& found, const Arguments& arguments) {
    if (!found) return say(found.error(), arguments);
    if (arguments.flag("json")) {
        std::printf("%s\n", to_json(*found).c_str());
        return found->refused.empty() ? exit_done : exit_refused;
    }
    for (const stay::StayRefused& one : found->refused) static_cast<void>(say(Refusal{RefusalKind{one.code, Remedy::correct}, one.subject, one.place}, arguments));
    if (!found->refused.empty()) return exit_refused;
    print(desk, *found);
    return exit_done;
}

// "--passport MO" and "--document home_return_permit:MO,permanent_resident_id:MO".
Outcome<std::vector<stay::Document>> documents_of(const Arguments& arguments) {
    std::vector<stay::Document> documents;
    if (const auto passport = arguments.option("passport")) documents.push_back({stay::DocumentKind::passport, JurisdictionId(*passport)});
    std::string rest = arguments.option("document").value_or("");
    while (!rest.empty()) {
        const std::string one = rest.substr(0, rest.find(','));
        rest.erase(0, std::min(rest.size(), one.size() + 1));
        const std::size_t colon = std::min(one.find(':'), one.size());
        const auto kind = enum_named<stay::DocumentKind>(one.substr(0, colon));
        if (!kind || colon == one.size()) return refuse(refusals::value_unreadable, one, "--document");
        documents.push_back({*kind, JurisdictionId(one.substr(colon + 1))});
    }
    return documents;
}

int check(const Arguments& arguments) {
    const auto table = table_in(arguments.word(2));
    if (!table) return say(table.error(), arguments);
    auto stays = stay_tables::itinerary_of(*table);
    if (!stays) return say(stays.error(), arguments);
    const auto documents = documents_of(arguments);
    if (!documents) return say(documents.error(), arguments);
    std::optional<Date> on;
    if (const auto given = arguments.option("on")) {
        const auto parsed = Date::parse(*given);
        if (!parsed) return say(Refusal{parsed.error().kind, *given, "--on"}, arguments);
        on = *parsed;
    }
    return with_desk(arguments, [&](Desk& desk) {
        if (arguments.flag("all")) return told(desk, desk.asked(stay::TripQuery{.stays = *stays, .on = on, .set = {}, .lawful = {}}), arguments);
        return told(desk, desk.asked(stay::ItineraryQuery{.documents = *documents, .stays = *stays, .on = on}), arguments);
    });
}

}  // namespace

int stay_command(const Arguments& arguments) {
    const std::string what = arguments.word(1);
    if (what == "import") return import_tables(arguments);
    if (what == "export") return export_table(arguments);
    if (what == "check" && !arguments.word(2).empty()) return check(arguments);
    return say(Refusal{refusals::usage, "stay", std::string(usage_text)}, arguments);
}

}  // namespace ponte::cli
