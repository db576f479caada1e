// round forms, read, ics: a round's requests as files, and the files back.

#include "adapters/csv/csv.h"
#include "adapters/ics/ics.h"
#include "base/json.h"
#include "base/number_words.h"
#include "cli/round.h"
#include "cli/voice.h"
#include "desks/reporting/refusals.h"

#include <cstdio>

namespace ponte::cli {

namespace {

constexpr std::size_t form_bytes_max = std::size_t{16} << 20U;

NumberLanguage number_language(Language language) {
    switch (language) {
        case Language::zh_hant:
        case Language::zh_hans: return NumberLanguage::zh;
        case Language::pt: return NumberLanguage::pt;
        case Language::en: return NumberLanguage::en;
    }
    return NumberLanguage::none;
}

// The language a side works in, where none is asked for.
Language language_for(const Arguments& arguments, access::Side side) {
    if (arguments.option("lang")) return language_of(arguments);
    return side == access::Side::mainland ? Language::zh_hans : Language::zh_hant;
}

Names in_language(Language language, const std::string& text) {
    Names names;
    switch (language) {
        case Language::zh_hant: names.zh_hant = text; break;
        case Language::zh_hans: names.zh_hans = text; break;
        case Language::pt: names.pt = text; break;
        case Language::en: names.en = text; break;
    }
    return names;
}

reporting::NothingBecause because_of(forms::NothingBecause because) {
    switch (because) {
        case forms::NothingBecause::not_yet_published: return reporting::NothingBecause::not_yet_published;
        case forms::NothingBecause::not_collected: return reporting::NothingBecause::not_collected;
        case forms::NothingBecause::nothing_happened: return reporting::NothingBecause::nothing_happened;
        case forms::NothingBecause::other: return reporting::NothingBecause::other;
    }
    return reporting::NothingBecause::other;
}

bool is_to_be_filled_in(const reporting::RequestRow& row) {
    using reporting::RequestState;
    switch (row.state) {
        case RequestState::asked:
        case RequestState::in_progress:
        case RequestState::returned:
        case RequestState::questioned:
        case RequestState::refused:
        case RequestState::reopened: return true;
        case RequestState::signed_off:
        case RequestState::released:
        case RequestState::accepted:
        case RequestState::not_returned: return false;
    }
    return false;
}

std::string notice_of(RoundOffice& own, const RoundWords& words) { return own.office->simulated() ? words("form.simulated") : std::string(); }

std::string said(const Refusal& no, Language language) {
    return std::string(no.kind.code) + (no.subject.empty() ? "" : " (" + no.subject + ")") + (no.place.empty() ? "" : " @ " + no.place) + "\n    " +
           words_of(no.kind.code, language);
}

// All of them: whoever filled in the form mends it once.
int say_faults(const std::vector<Refusal>& faults, const Arguments& arguments) {
    const Language language = language_of(arguments);
    if (arguments.flag("json")) {
        std::string out = "{\"faults\":[";
        for (std::size_t i = 0; i < faults.size(); ++i) {
            out += std::string(i == 0 ? "" : ",") + "{\"code\":" + to_json(std::string(faults[i].kind.code)) + ",\"subject\":" + to_json(faults[i].subject) +
                   ",\"place\":" + to_json(faults[i].place) + ",\"words\":" + to_json(words_of(faults[i].kind.code, language)) + "}";
        }
        std::printf("%s]}\n", out.c_str());
        return exit_refused;
    }
    for (const Refusal& fault : faults) std::fprintf(stderr, "%s\n", said(fault, language).c_str());
    std::fprintf(stderr, "%s\n", RoundWords(language)("said.faults", {std::to_string(faults.size())}).c_str());
    return exit_refused;
}

// Each row by itself, so that every cell that the record would refuse is told at once.
std::vector<Refusal> refused_rows(RoundOffice& own, const reporting::RecordReturn& whole) {
    std::vector<Refusal> faults;
    reporting::RecordReturn one{.round = whole.round, .body = whole.body, .generation = whole.generation};
    const auto rehearse = [&] {
        const auto decided = own.house().rehearse(own.office->request(own.asker.person, own.asker.asserted, {}, reporting::Command(one)));
        if (!decided) faults.push_back(decided.error());
    };
    for (const reporting::FigureReported& row : whole.figures) {
        one.figures = {row};
        rehearse();
    }
    one.figures.clear();
    for (const reporting::ActionReported& row : whole.actions) {
        one.actions = {row};
        rehearse();
    }
    return faults;
}

int tell_what_was_read(const forms::Return& answer, const std::optional<house::Receipt>& receipt, const Arguments& arguments) {
    const RoundWords words(language_of(arguments));
    std::size_t nothing = 0;
    for (const forms::Answer& one : answer.answers) nothing += one.nothing ? 1U : 0U;
    const std::size_t figures = answer.answers.size() - nothing;
    if (arguments.flag("json")) {
        std::string out = "{\"round\":" + to_json(answer.identity.round) + ",\"body\":" + to_json(answer.identity.body) +
                          ",\"figures\":" + std::to_string(figures) + ",\"nothing\":" + std::to_string(nothing) +
                          ",\"actions\":" + std::to_string(answer.actions.size()) + ",\"unanswered\":[";
        for (std::size_t i = 0; i < answer.unanswered.size(); ++i) {
            out += std::string(i == 0 ? "" : ",") + "{\"indicator\":" + to_json(answer.unanswered[i].indicator) + ",\"period\":" + to_json(answer.unanswered[i].asked) +
                   ",\"place\":" + to_json(answer.unanswered[i].place) + "}";
        }
        out += std::string("],\"recorded\":") + (receipt ? "true" : "false");
        if (receipt) {
            out += ",\"sequence\":" + to_json(receipt->first) + ",\"parts\":" + to_json(receipt->parts) + ",\"leaf\":" + to_json(receipt->leaf) +
                   ",\"repeated\":" + to_json(receipt->repeated);
        }
        std::printf("%s}\n", out.c_str());
        return exit_done;
    }
    std::printf("%s · %s: %s\n", answer.identity.round.c_str(), answer.identity.body.value.c_str(),
                words("said.read", {std::to_string(figures), std::to_string(nothing), std::to_string(answer.actions.size())}).c_str());
    for (const forms::Unanswered& one : answer.unanswered) {
        std::printf("  %s\n", words("said.unanswered", {one.indicator.value + " " + one.asked.to_text() + " @ " + one.place}).c_str());
    }
    if (!receipt) {
        std::printf("%s\n", words("said.dry_run").c_str());
    } else {
        std::printf("%s\n", words(receipt->repeated ? "said.repeated" : "said.recorded", {std::to_string(receipt->first), std::to_string(receipt->parts)}).c_str());
    }
    return exit_done;
}

}  // namespace

forms::Form form_of(const reporting::RequestShown& request, Language language, std::string notice) {
    forms::Form form{.round = request.row.round.value,
                     .plan = request.plan,
                     .body = request.row.body,
                     .generation = request.row.generation,
                     .language = language,
                     .body_names = request.row.body_names,
                     .period = request.period,
                     .due = request.row.due,
                     .issued = request.asked_on,
                     .notice = std::move(notice),
                     .lines = {},
                     .duties = {}};
    for (const reporting::LineShown& line : request.lines) {
        forms::Line one{.indicator = line.indicator, .measure = line.measure, .names = line.names, .units = line.units, .kind = line.kind, .last = {}, .period = line.period};
        if (line.last) one.last = forms::LastFigure{.as_published = line.last->as_published, .period = line.last->period, .source = line.last->source};
        form.lines.push_back(std::move(one));
    }
    for (const reporting::DutyShown& duty : request.duties) form.duties.push_back({.measure = duty.measure, .duty = duty.duty, .texts = duty.texts});
    return form;
}

reporting::RecordReturn order_of(const forms::Return& answer, const Digest& file) {
    const Language language = answer.identity.language;
    reporting::RecordReturn order{.round = reporting::RoundId(answer.identity.round),
                                  .body = answer.identity.body,
                                  .generation = answer.identity.generation,
                                  .file = file};
    for (const forms::Answer& row : answer.answers) {
        if (row.nothing) {
            order.nothing.push_back({.indicator = row.indicator, .asked = row.asked, .because = because_of(*row.nothing), .note = row.note, .place = row.place});
            continue;
        }
        reporting::FigureReported figure{.indicator = row.indicator,
                                         .asked = row.asked,
                                         .period = row.period,
                                         .as_published = row.as_published,
                                         .source = row.source,
                                         .published = row.published,
                                         .language = language,
                                         .place = row.place};
        if (!row.note.empty()) figure.because = row.note;
        const auto understood = understand_number(row.as_published, {.language = number_language(language)});
        if (understood && understood->multiplier == 1) figure.value = understood->value;
        order.figures.push_back(std::move(figure));
    }
    for (const forms::ActionReported& row : answer.actions) {
        order.actions.push_back({.measure = row.measure,
                                 .duty = row.duty,
                                 .on = row.on,
                                 .texts = in_language(language, row.text),
                                 .source = row.source,
                                 .published = row.published,
                                 .place = row.place});
    }
    return order;
}

// Forms of the asker's own side: a secretariat's for its bodies, a body's for itself.
int round_forms(const Arguments& arguments) {
    const reporting::RoundId round(arguments.word(2));
    const std::string folder = arguments.option("out").value_or(".");
    const std::string format = arguments.option("format").value_or("xlsx");
    if (round.value.empty() || (format != "xlsx" && format != "docx" && format != "both")) {
        return say(Refusal{refusals::usage, "round forms", "round forms ROUND --out DIR [--body B] [--lang L] [--format xlsx|docx|both]"}, arguments);
    }
    auto opened = open_round_office(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    RoundOffice& own = **opened;
    const auto listed = ask_round(own, round);
    if (!listed) return say(listed.error(), arguments);
    if (listed->round.empty()) return say(Refusal{reporting::refusals::round_unknown, round.value, "/round"}, arguments);
    const auto only = arguments.option("body");
    const access::Grant grant = own.grant();
    std::vector<std::string> written;
    for (const reporting::RequestRow& row : listed->requests) {
        if (only ? row.body.value != *only : !is_to_be_filled_in(row)) continue;
        if (row.side != grant.side) {
            if (only) return say(Refusal{reporting::refusals::body_not_yours, row.body.value, "--body"}, arguments);
            continue;
        }
        const bool secretariat = grant.has("reporting", access::Role::secretariat);
        if (!secretariat && row.body != grant.body) continue;
        const auto request = ask_request(own, round, row.body);
        if (!request) return say(request.error(), arguments);
        const Language language = language_for(arguments, row.side);
        const forms::Form form = form_of(request->request.front(), language, notice_of(own, RoundWords(language)));
        for (const std::string ending : {"xlsx", "docx"}) {
            if (format != ending && format != "both") continue;
            const auto bytes = ending == std::string("xlsx") ? forms::to_xlsx(form) : forms::to_docx(form);
            if (!bytes) return say(bytes.error(), arguments);
            const std::string path = folder + "/" + round.value + "." + row.body.value + "." + std::string(tag(language)) + "." + ending;
            if (auto done = write_file(path, text_of(*bytes)); !done) return say(done.error(), arguments);
            written.push_back(path);
        }
    }
    if (written.empty()) return say(Refusal{reporting::refusals::request_unknown, only.value_or(round.value), "/body"}, arguments);
    const RoundWords words(language_of(arguments));
    if (arguments.flag("json")) std::printf("{\"files\":%s}\n", to_json(written).c_str());
    else for (const std::string& path : written) std::printf("%s\n", words("said.form", {path}).c_str());
    return exit_done;
}

int round_read(const Arguments& arguments) {
    const std::string path = arguments.word(2);
    if (path.empty()) return say(Refusal{refusals::usage, "round read", "round read FILE [--dry-run]"}, arguments);
    const auto content = read_file(path, form_bytes_max);
    if (!content) return say(content.error(), arguments);
    const auto identity = forms::identify(view_of(*content));
    if (!identity) return say(identity.error(), arguments);
    auto opened = open_round_office(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    RoundOffice& own = **opened;
    const auto request = ask_request(own, reporting::RoundId(identity->round), identity->body);
    if (!request) return say(request.error(), arguments);
    if (request->request.empty()) return say(Refusal{reporting::refusals::request_unknown, identity->round + " " + identity->body.value, path}, arguments);

    const forms::Form asked = form_of(request->request.front(), identity->language, {});
    const forms::Reading reading = forms::read(view_of(*content), asked);
    if (!reading.faults.empty()) return say_faults(reading.faults, arguments);
    const reporting::RecordReturn order = order_of(reading.answer, sha256(view_of(*content)));
    const house::Request asks = own.office->request(own.asker.person, own.asker.asserted, CommandId(arguments.option("id").value_or("")), reporting::Command(order));
    const auto refused = [&](const Refusal& no) {
        std::vector<Refusal> faults = no.kind == reporting::refusals::rows_refused ? refused_rows(own, order) : std::vector<Refusal>{};
        if (faults.empty()) faults.push_back(no);
        return say_faults(faults, arguments);
    };
    if (arguments.flag("dry-run")) {
        const auto events = own.house().rehearse(asks);
        return events ? tell_what_was_read(reading.answer, std::nullopt, arguments) : refused(events.error());
    }
    const auto answer = own.house().ask(asks);
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return refused((*answer).error());
    return tell_what_was_read(reading.answer, **answer, arguments);
}

namespace {

Instant at_midnight(Date day) { return Instant{(std::int64_t{day.day} * 86'400 - 8 * 3'600) * 1'000'000}; }

std::string name_in(const Names& names, Language language, const BodyId& body) { return names.in(language).empty() ? body.value : names.in(language); }

// A due date is one event for its life: an extension moves it. What happened on a day is an event of its own.
std::optional<ics::Event> event_of(const reporting::DateRow& row, const RoundWords& words, const std::string& origin) {
    using reporting::DateKind;
    if (!row.stands) return std::nullopt;
    const bool due = row.kind == DateKind::due || row.kind == DateKind::extended_due;
    const std::string id = row.round.value + "/" + row.body.value + (due || row.number == 0 ? "" : "/" + std::to_string(row.number));
    const std::string kind(name_of(due ? DateKind::due : row.kind));
    ics::Event event;
    event.uid = ics::uid_of(origin, kind, row.kind == DateKind::escalated ? id + "/" + row.on.to_text() : id);
    event.sequence = row.kind == DateKind::extended_due ? row.number : 0;
    event.stamp = at_midnight(row.since);
    event.when = ics::Days{row.on, row.on};
    event.summary = words("ics." + std::string(name_of(row.kind)), {row.round.value, name_in(row.body_names, words.language(), row.body)});
    event.categories = {kind};
    if (due) event.alarm_days = {7, 1};
    event.language = words.language();
    return event;
}

}  // namespace

// --body B: what concerns one body. Else all of the side for a secretariat, the own body for everybody else.
int round_ics(const Arguments& arguments) {
    const auto out = arguments.option("out");
    if (!out) return say(Refusal{refusals::usage, "round ics", "round ics [--body B] --out FILE.ics"}, arguments);
    auto opened = open_round_office(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    RoundOffice& own = **opened;
    const access::Grant grant = own.grant();
    std::optional<BodyId> body;
    if (const auto named = arguments.option("body")) body = BodyId(*named);
    else if (!grant.has("reporting", access::Role::secretariat)) body = grant.body;
    const auto dates = ask_dates(own, body);
    if (!dates) return say(dates.error(), arguments);
    const RoundWords words(language_of(arguments));
    const std::string origin = own.house().journal().opened().origin;
    ics::Feed feed{.name = words("ics.name", {body ? body->value : std::string(access::audience_of({.body = grant.body, .side = grant.side}))}),
                   .description = notice_of(own, words),
                   .method = ics::Method::none,
                   .language = words.language(),
                   .events = {}};
    for (const reporting::DateRow& row : dates->dates) {
        if (auto event = event_of(row, words, origin)) feed.events.push_back(*std::move(event));
    }
    const auto text = ics::render(feed);
    if (!text) return say(text.error(), arguments);
    if (auto done = write_file(*out, *text); !done) return say(done.error(), arguments);
    if (arguments.flag("json")) std::printf("{\"file\":%s,\"events\":%zu}\n", to_json(*out).c_str(), feed.events.size());
    else std::printf("%s\n", words("said.form", {*out}).c_str());
    return exit_done;
}

}  // namespace ponte::cli
