// compare: what changed between two positions, for whoever asks or for an audience that he belongs to.

#include "adapters/comparison/comparison.h"
#include "adapters/docx/docx.h"
#include "adapters/html/html.h"
#include "adapters/pdf/pdf.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/occasion.h"
#include "cli/position.h"
#include "cli/voice.h"
#include "desks/access/refusals.h"
#include "desks/conference/refusals.h"
#include "house/query_codec.h"

#include <cstdio>

namespace ponte::cli {

namespace {

using Text = Outcome<std::string>;

struct CompareWish {
    conference::PlanId plan;
    access::Sight sight;
    Language language = Language::en;
    std::string format;
    Standpoint from;
    Standpoint to;
};

// Before the first entry there is no time; what was not there yet is judged by the day the record began.
conference::ComparedAt compared_at(house::House& house, const Standpoint& standpoint, const house::Past& past) {
    const Instant time = past.position == 0 ? house.journal().opened().created : past.time;
    return {.position = past.position, .time = time, .as_at = standpoint.day.value_or(time.date())};
}

Attempt<Text> comparison_text(house::House& house, CompareWish wish) {
    const house::Past then = TRY(house.at(wish.from.position));
    const house::Past now = TRY(house.at(wish.to.position));
    if (wish.plan.value.empty()) wish.plan = newest_plan(now.desks.conference);
    if (!now.desks.conference.plans.contains(wish.plan)) return Text(refuse(conference::refusals::plan_unknown, wish.plan.value, "--plan"));
    const conference::Comparison values =
        conference::compared(conference::Seen(conference::known_of(then.desks.conference), wish.sight),
                             conference::Seen(conference::known_of(now.desks.conference), wish.sight), wish.plan,
                             compared_at(house, wish.from, then), compared_at(house, wish.to, now));
    const comparison::Business business = comparison::compared(business_of(then, wish.plan, wish.sight), business_of(now, wish.plan, wish.sight));
    if (wish.format == "json") return Text("{\"comparison\":" + to_json(values) + ",\"business\":" + to_json(business) + "}\n");
    const paper::Paper paper = comparison::paper_of(values, wish.language, occasion_of(house.journal(), now, {}), business);
    const auto text = [](const Bytes& bytes) { return std::string(bytes.begin(), bytes.end()); };
    if (wish.format == "html") return Text(html::render(paper));
    if (wish.format == "pdf") return Text(text(TRY(pdf::render(paper))));
    if (wish.format == "docx") return Text(text(TRY(docx::render(paper))));
    return Text(refuse(refusals::value_unreadable, wish.format, "--format"));
}

// The sight of an audience for one who belongs to it, or his own where none is named.
Outcome<access::Sight> sight_for(const Arguments& arguments, house::House& house, const Asker& asker) {
    const auto audience = arguments.option("audience");
    if (arguments.flag("public") || audience == "public") return conference::sight_of(conference::Audience::everyone);
    if (!audience) return house::sight_of(house.grant_of(asker.person, asker.asserted));
    const auto named = enum_named<conference::Audience>(*audience);
    if (!named) return refuse(refusals::value_unreadable, *audience, "--audience");
    if (!audience_is_open_to(house.desks(), asker, *named, house.now().date())) return refuse(access::refusals::not_allowed, asker.person.value, "--audience");
    return conference::sight_of(*named);
}

Attempt<Outcome<CompareWish>> wish_of(const Arguments& arguments, house::House& house, const Asker& asker) {
    using Wish = Outcome<CompareWish>;
    const auto from = arguments.option("from");
    if (!from) return Wish(refuse(refusals::usage, "compare", "compare --from SEQ|DATE [--to SEQ|DATE]"));
    CompareWish wish{.plan = conference::PlanId(arguments.option("plan").value_or("")), .sight = {}, .format = arguments.option("format").value_or("docx")};
    const auto language = language_named(arguments.option("lang").value_or("en"));
    if (!language) return Wish(refuse(refusals::value_unreadable, *arguments.option("lang"), "--lang"));
    wish.language = *language;
    const auto begin = TRY(standpoint_named(*from, "--from", house));
    if (!begin) return Wish(std::unexpected(begin.error()));
    wish.from = *begin;
    wish.to.position = house.journal().size();
    if (const auto to = arguments.option("to")) {
        const auto end = TRY(standpoint_named(*to, "--to", house));
        if (!end) return Wish(std::unexpected(end.error()));
        wish.to = *end;
    }
    const bool days_backwards = wish.from.day && wish.to.day && *wish.from.day > *wish.to.day;
    if (wish.from.position > wish.to.position || days_backwards) return Wish(refuse(refusals::value_unreadable, *from + " lies behind the other position", "--from"));
    const auto sight = sight_for(arguments, house, asker);
    if (!sight) return Wish(std::unexpected(sight.error()));
    wish.sight = *sight;
    return Wish(std::move(wish));
}

}  // namespace

int compare_command(const Arguments& arguments) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Office& own = ***office;
    const auto asker = asker_of(arguments, own);
    if (!asker) return say(asker.error(), arguments);
    const auto wish = wish_of(arguments, own.house(), *asker);
    if (!wish) return say(wish.error(), arguments);
    if (!*wish) return say((*wish).error(), arguments);
    const auto made = comparison_text(own.house(), **wish);
    if (!made) return say(made.error(), arguments);
    if (!*made) return say((*made).error(), arguments);
    const auto out = arguments.option("out");
    if (!out) {
        std::fwrite((*made)->data(), 1, (*made)->size(), stdout);
        return exit_done;
    }
    const auto written = write_file(*out, **made);
    if (!written) return say(written.error(), arguments);
    if (!arguments.flag("json")) std::printf("%s: %zu bytes, sha256 %s\n", out->c_str(), (*made)->size(), sha256(**made).to_text().c_str());
    return exit_done;
}

}  // namespace ponte::cli
