// session: the papers of a session of the joint conference, its calendar entry, its sealing.

#include "adapters/docx/docx.h"
#include "adapters/html/html.h"
#include "adapters/meeting_papers/layout.h"
#include "adapters/meeting_papers/meeting_papers.h"
#include "adapters/pdf/pdf.h"
#include "base/json.h"
#include "base/mail_address.h"
#include "cli/commands.h"
#include "cli/layouts.h"
#include "cli/office.h"
#include "cli/position.h"
#include "cli/voice.h"
#include "desks/meetings/refusals.h"
#include "house/answers.h"
#include "house/query_codec.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace ponte::cli {

namespace {

using meeting_papers::Occasion;
using Text = Outcome<std::string>;

constexpr std::size_t paper_bytes_max = std::size_t{64} << 20U;

// What the words and options of one call say.
struct Wish {
    std::string what;  // "invitation", "agenda" ...
    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
    std::optional<std::uint16_t> version;
    Language language = Language::en;
    std::optional<Language> beside;
    std::string format;
    meeting_papers::Invited invited;
    std::optional<BodyId> body;
    std::optional<std::string> layout;  // a template's bytes
};

template <class Number>
Outcome<std::optional<Number>> number_option(const Arguments& arguments, const std::string& name) {
    const auto text = arguments.option(name);
    if (!text) return std::optional<Number>();
    Number number{};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size()) return refuse(refusals::value_unreadable, *text, "--" + name);
    return std::optional<Number>(number);
}

Outcome<Language> language_option(const std::optional<std::string>& text, Language otherwise, const std::string& place) {
    if (!text) return otherwise;
    const auto language = language_named(*text);
    if (!language) return refuse(refusals::value_unreadable, *text, place);
    return *language;
}

Outcome<ics::Person> person_of(const std::string& address, const std::string& place) {
    if (!is_mail_address(address)) return refuse(refusals::value_unreadable, address.substr(0, 80), place);
    return ics::Person{.name = "", .address = address};
}

Outcome<meeting_papers::Invited> invited_of(const Arguments& arguments) {
    meeting_papers::Invited invited;
    if (const auto organizer = arguments.option("organizer")) invited.organizer = TRY(person_of(*organizer, "--organizer"));
    std::string rest = arguments.option("attendees").value_or("");
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        invited.people.push_back(TRY(person_of(rest.substr(0, comma), "--attendees")));
        rest = comma == std::string::npos ? "" : rest.substr(comma + 1);
    }
    return invited;
}

Outcome<Wish> wish_of(const Arguments& arguments) {
    Wish wish{.what = arguments.word(1)};
    const std::string number = arguments.word(2);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), wish.session);
    if (number.empty() || error != std::errc() || end != number.data() + number.size()) {
        return refuse(refusals::usage, "session", "session invitation|agenda|minutes|decisions|attendance|ics|seal|paper SESSION");
    }
    wish.correction = TRY(number_option<std::uint16_t>(arguments, "correction"));
    wish.version = TRY(number_option<std::uint16_t>(arguments, "minutes-version"));
    wish.language = TRY(language_option(arguments.option("lang"), Language::en, "--lang"));
    if (arguments.option("with")) wish.beside = TRY(language_option(arguments.option("with"), Language::en, "--with"));
    wish.format = arguments.option("format").value_or("docx");
    wish.invited = TRY(invited_of(arguments));
    if (const auto body = arguments.option("body")) wish.body = BodyId(*body);
    return wish;
}

Occasion occasion_of(journal::Journal& journal, const house::Desks& desks, Instant time, std::uint64_t position) {
    Occasion occasion{.origin = journal.opened().origin,
                      .position = position,
                      .root = journal.tree().root_at(position),
                      .time = time,
                      .demonstration = journal.opened().clock == journal::ClockKind::simulated,
                      .body_names = {},
                      .names = {},
                      .release = "0.1.0"};
    for (const auto& [id, body] : desks.directory.bodies.by_id) {
        occasion.body_names[id.value] = desks.directory.bodies.named_on(id, time.date())->names;
    }
    return occasion;
}

Attempt<Text> rendered(const paper::Paper& paper, const std::string& format) {
    const auto text = [](const Bytes& bytes) { return std::string(bytes.begin(), bytes.end()); };
    if (format == "html") return Text(html::render(paper));
    if (format == "pdf") return Text(text(TRY(pdf::render(paper))));
    if (format == "docx") return Text(text(TRY(docx::render(paper))));
    return Text(refuse(refusals::value_unreadable, format, "--format"));
}

// Everything a paper is made of: the desks at the position, and how the asker of today sees.
struct Table {
    const house::Desks& desks;
    access::Sight sight;
    Instant time;
    Occasion occasion;
};

// What the desk answers for one of the papers.
struct Said {
    meetings::SessionShown session;
    meetings::DecisionsAnswer decisions;
    meetings::MinutesShown minutes;
    Language beside{};  // of the minutes: what --with names, else the first other language that the session needs
};

Outcome<Said> said_of(const Wish& wish, const Table& table) {
    Said said;
    auto sessions = house::answer_to(table.desks, meetings::SessionQuery{wish.session}, table.sight, table.time).sessions;
    if (sessions.empty()) return refuse(meetings::refusals::session_unknown, std::to_string(wish.session));
    said.session = std::move(sessions.front());
    if (wish.what == "decisions") said.decisions = house::answer_to(table.desks, meetings::DecisionsQuery{.session = wish.session}, table.sight, table.time);
    if (wish.what != "minutes") return said;
    auto minutes = house::answer_to(
        table.desks, meetings::MinutesQuery{.session = wish.session, .correction = wish.correction, .version = wish.version}, table.sight, table.time);
    if (minutes.minutes.empty()) return refuse(meetings::refusals::minutes_unknown, std::to_string(wish.session));
    said.minutes = std::move(minutes.minutes.front());
    said.beside = wish.language;
    for (const Language one : said.session.languages) {
        if (said.beside == wish.language) said.beside = one;
    }
    said.beside = wish.beside.value_or(said.beside);
    return said;
}

Attempt<paper::Paper> paper_of(Office& office, const Wish& wish, Table& table, const Said& said) {
    if (wish.what == "invitation") return meeting_papers::invitation_of(said.session, wish.body.value_or(table.sight.body), wish.language, table.occasion);
    if (wish.what == "agenda") return meeting_papers::agenda_of(said.session, wish.language, table.occasion);
    if (wish.what == "decisions") return meeting_papers::decisions_of(said.session, said.decisions, wish.language, table.occasion);
    if (wish.what == "minutes") return meeting_papers::minutes_of(said.session, said.minutes, wish.language, said.beside, table.occasion);
    for (const meetings::AttendanceShown& one : said.session.attendance) {
        const auto name = TRY(office.vault().reveal(one.display));
        if (name) table.occasion.names[one.person.value] = *name;
    }
    return meeting_papers::attendance_of(said.session, wish.language, table.occasion);
}

// In the layout of an office; only Word files have places to fill.
Text filled(const Wish& wish, const templates::Catalogue& catalogue, const Table& table, const Said& said) {
    templates::Values values;
    if (wish.what == "invitation") values = meeting_papers::invitation_values(said.session, wish.body.value_or(table.sight.body), wish.language, table.occasion);
    if (wish.what == "agenda") values = meeting_papers::agenda_values(said.session, wish.language, table.occasion);
    if (wish.what == "minutes") values = meeting_papers::minutes_values(said.session, said.minutes, wish.language, said.beside, table.occasion);
    if (wish.what == "decisions") values = meeting_papers::decisions_values(said.session, said.decisions, wish.language, table.occasion);
    const Bytes bytes = TRY(templates::fill(view_of(*wish.layout), catalogue, values, std::string(tag(wish.language))));
    return std::string(bytes.begin(), bytes.end());
}

// At the end of the record, or where --at says. Who may see is decided by today's roles.
Attempt<Text> made(Office& office, const Asker& asker, const Wish& wish, const Arguments& arguments) {
    journal::Journal& journal = office.house().journal();
    const access::Sight sight = house::sight_of(office.house().grant_of(asker.person, asker.asserted));
    const auto standpoint = TRY(standpoint_of(arguments, office.house()));
    if (!standpoint) return Text(std::unexpected(standpoint.error()));
    std::optional<house::Past> past;
    if (*standpoint) past = TRY(office.house().at((*standpoint)->position));
    const house::Desks& desks = past ? past->desks : office.house().desks();
    const Instant time = past ? (*standpoint)->time(*past) : office.house().now();
    const std::uint64_t position = past ? past->position : journal.size();
    Table table{.desks = desks, .sight = sight, .time = time, .occasion = occasion_of(journal, desks, time, position)};
    const auto said = said_of(wish, table);
    if (!said) return Text(std::unexpected(said.error()));
    if (wish.what == "ics") return ics::render(meeting_papers::calendar_of(said->session, wish.invited, wish.language, table.occasion));
    if (wish.layout) return filled(wish, *layout_kind(wish.what), table, *said);
    return rendered(TRY(paper_of(office, wish, table, *said)), wish.format);
}

int told(const Attempt<house::Answer>& answer, const Arguments& arguments) {
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    std::printf("recorded at %llu\n", static_cast<unsigned long long>((*answer)->first));
    return exit_done;
}

// At the checkpoint that the witnesses of both sides have cosigned; the house looks again for itself.
int sealed(Office& office, const Asker& asker, const Wish& wish, const Arguments& arguments) {
    const auto adopted = journal::adopted(office.house().journal());
    if (!adopted) return say(adopted.error(), arguments);
    meetings::SealMinutes order{.session = wish.session, .correction = wish.correction};
    if (*adopted) {
        order.size = (*adopted)->size;
        order.root = (*adopted)->root;
    }
    const CommandId id(arguments.option("id").value_or(""));
    return told(office.house().ask(office.request(asker.person, asker.asserted, id, meetings::Command(order))), arguments);
}

std::string media_type_of(const std::string& path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> known{{
        {".pdf", "application/pdf"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {".odt", "application/vnd.oasis.opendocument.text"},
        {".html", "text/html"},
        {".csv", "text/csv"},
        {".txt", "text/plain"},
    }};
    for (const auto& [ending, type] : known) {
        if (path.ends_with(ending)) return std::string(type);
    }
    return "application/octet-stream";
}

// paper SESSION ITEM FILE: into the attachments, and onto the table. Decided first: a refusal leaves nothing.
int put_paper(Office& office, const Asker& asker, const Wish& wish, const Arguments& arguments) {
    const std::string path = arguments.word(4);
    meetings::PutStandingPaper order{.session = wish.session, .language = wish.language};
    const std::string item = arguments.word(3);
    const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), order.item);
    if (path.empty() || error != std::errc() || end != item.data() + item.size()) {
        return say(Refusal{refusals::usage, "session", "session paper SESSION ITEM FILE --title TITLE --lang L [--title-pt TITLE ...] [--dry-run]"}, arguments);
    }
    const auto content = read_file(path, paper_bytes_max);
    if (!content) return say(content.error(), arguments);
    order.paper = sha256(*content);
    order.length = content->size();
    order.media_type = media_type_of(path);
    // In the paper's own language, and in the others where they are given.
    const auto title_in = [&](Language language, const char* option) {
        if (const auto given = arguments.option(option)) return *given;
        return language == wish.language ? arguments.option("title").value_or("") : std::string();
    };
    order.titles = {.zh_hant = title_in(Language::zh_hant, "title-zh-hant"),
                    .zh_hans = title_in(Language::zh_hans, "title-zh-hans"),
                    .pt = title_in(Language::pt, "title-pt"),
                    .en = title_in(Language::en, "title-en")};
    const house::Request request =
        office.request(asker.person, asker.asserted, CommandId(arguments.option("id").value_or("")), meetings::Command(order));
    if (const auto rehearsed = office.house().rehearse(request); !rehearsed) return say(rehearsed.error(), arguments);
    const auto account = [&](std::optional<std::uint64_t> sequence) {
        if (!arguments.flag("json")) return;
        std::printf("{\"paper\":%s,\"length\":%s,\"media_type\":%s,\"dry_run\":%s%s}\n", to_json(order.paper).c_str(), to_json(order.length).c_str(), to_json(order.media_type).c_str(),
                    sequence ? "false" : "true", sequence ? (",\"sequence\":" + to_json(*sequence)).c_str() : "");
    };
    if (arguments.flag("dry-run")) {
        account(std::nullopt);
        if (!arguments.flag("json")) std::printf("dry run: it would be put on the table; nothing was recorded\n");
        return exit_done;
    }
    const auto attached = office.house().journal().attach(view_of(*content), order.media_type);
    if (!attached) return say(attached.error(), arguments);
    const auto answer = office.house().ask(request);
    if (!answer || !*answer || !arguments.flag("json")) return told(answer, arguments);
    account((*answer)->first);
    return exit_done;
}

bool is_a_paper(const std::string& what) {
    constexpr std::array<std::string_view, 6> papers{"invitation", "agenda", "minutes", "decisions", "attendance", "ics"};
    return std::ranges::find(papers, what) != papers.end();
}

// The template that --template names, for the papers that can be had in one.
Outcome<std::optional<std::string>> layout_of(const Wish& wish, const Arguments& arguments) {
    const auto path = arguments.option("template");
    if (!path) return std::optional<std::string>();
    if (!is_a_paper(wish.what) || !layout_kind(wish.what)) return refuse(templates::refusals::kind_unknown, wish.what, "see: ponte template kinds");
    if (wish.format != "docx") return refuse(refusals::value_unreadable, wish.format, "--format");
    return std::optional<std::string>(TRY(read_file(*path, templates::template_bytes_max)));
}

}  // namespace

int session_command(const Arguments& arguments) {
    auto wish = wish_of(arguments);
    if (!wish) return say(wish.error(), arguments);
    const auto layout = layout_of(*wish, arguments);
    if (!layout) return say(layout.error(), arguments);
    wish->layout = *layout;
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Office& own = ***office;
    const auto asker = asker_of(arguments, own);
    if (!asker) return say(asker.error(), arguments);
    if (wish->what == "seal") return sealed(own, *asker, *wish, arguments);
    if (wish->what == "paper") return put_paper(own, *asker, *wish, arguments);
    if (!is_a_paper(wish->what)) return say(Refusal{refusals::usage, wish->what, "session invitation|agenda|minutes|decisions|attendance|ics|seal|paper SESSION"}, arguments);
    const auto text = made(own, *asker, *wish, arguments);
    if (!text) return say(text.error(), arguments);
    if (!*text) return say((*text).error(), arguments);
    const auto out = arguments.option("out");
    if (!out) {
        std::fwrite((*text)->data(), 1, (*text)->size(), stdout);
        return exit_done;
    }
    const auto written = write_file(*out, **text);
    if (!written) return say(written.error(), arguments);
    std::printf("%s: %zu bytes, sha256 %s\n", out->c_str(), (*text)->size(), sha256(**text).to_text().c_str());
    return exit_done;
}

}  // namespace ponte::cli
