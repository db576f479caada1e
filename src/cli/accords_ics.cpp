// accords ics: the days of instruments, files and ties as a calendar to subscribe to.

#include "adapters/accords_calendar/accords_calendar.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "house/query_codec.h"

#include <cstdio>

namespace ponte::cli {

namespace {

constexpr const char* usage_text = "accords ics [--on DATE] [--to DATE] [--body B] --out FILE.ics --as WHO";

int usage(const Arguments& arguments) { return say(Refusal{refusals::usage, usage_text, "accords"}, arguments); }

Outcome<std::optional<Date>> date_option(const Arguments& arguments, const std::string& name) {
    const auto text = arguments.option(name);
    if (!text) return std::optional<Date>();
    return std::optional(TRY(Date::parse(*text)));
}

Outcome<accords::DueAnswer> due_of(Office& office, const Asker& asker, const accords::DueQuery& query) {
    house::House& house = office.house();
    const access::Sight sight = house::sight_of(house.grant_of(asker.person, asker.asserted));
    const std::string answer = TRY(house::answer_query(house.desks(), accords::DueQuery::name, to_json(query), sight, house.now()));
    return JsonReader().read<accords::DueAnswer>(TRY(parse_json(answer)));
}

Outcome<std::string> calendar(Office& office, const Arguments& arguments) {
    const Asker asker = TRY(asker_of(arguments, office));
    accords::DueQuery query{.on = TRY(date_option(arguments, "on")), .until = TRY(date_option(arguments, "to")), .body = {}, .kinds = {}};
    if (const auto body = arguments.option("body")) query.body = BodyId(*body);
    const accords::DueAnswer due = TRY(due_of(office, asker, query));
    return ics::render(accords_calendar::feed_of(due, {.origin = office.house().journal().opened().origin, .language = language_of(arguments)}));
}

}  // namespace

int accords_ics(const Arguments& arguments) {
    const auto out = arguments.option("out");
    if (arguments.words.size() != 2 || arguments.words[1] != "ics" || !out) return usage(arguments);
    auto opened = Office::open(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    const auto text = calendar(***opened, arguments);
    if (!text) return say(text.error(), arguments);
    if (auto done = write_file(*out, *text); !done) return say(done.error(), arguments);
    if (arguments.flag("json")) std::printf("{\"file\":%s}\n", to_json(*out).c_str());
    else std::printf("%s\n", out->c_str());
    return exit_done;
}

}  // namespace ponte::cli
