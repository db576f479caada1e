// outbox: what waits is collected, becomes one letter a day for each person, and is sent when the settings say so.

#include "adapters/outbox/outbox.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/invitations.h"
#include "cli/notices.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "desks/access/refusals.h"

#include <cstdio>
#include <filesystem>

namespace ponte::cli {

namespace {

constexpr std::size_t settings_bytes_max = 64 * 1024;

struct OutboxStatus {
    bool enabled = false;
    std::string server;
    std::size_t notices_waiting = 0;
    std::size_t queued = 0;
    std::size_t failed = 0;
    std::size_t sent = 0;
    std::size_t given_up = 0;
};
BOOST_DESCRIBE_STRUCT(OutboxStatus, (), (enabled, server, notices_waiting, queued, failed, sent, given_up))

struct OutboxQueued {
    std::size_t fresh = 0;
    std::size_t known = 0;
    std::size_t dropped = 0;
    std::size_t letters = 0;
    std::size_t invitations = 0;
};
BOOST_DESCRIBE_STRUCT(OutboxQueued, (), (fresh, known, dropped, letters, invitations))

struct OutboxSent {
    std::size_t sent = 0;
    std::size_t failed = 0;
    std::size_t given_up = 0;
    bool unreachable = false;
    std::string last_error;
};
BOOST_DESCRIBE_STRUCT(OutboxSent, (), (sent, failed, given_up, unreachable, last_error))

struct LetterShown {
    std::string id;
    PersonId person;
    Language language{};
    std::string subject;
    std::string standing;
    std::uint32_t attempts = 0;
    Instant next;
    std::string last_error;
    std::vector<std::string> lines;
    std::string attachment;
};
BOOST_DESCRIBE_STRUCT(LetterShown, (), (id, person, language, subject, standing, attempts, next, last_error, lines, attachment))

Outcome<std::optional<outbox::Settings>> settings_of(const Office& office) {
    const std::string path = office.folder() + "/outbox.json";
    if (!std::filesystem::exists(path)) return std::optional<outbox::Settings>();
    const std::string text = TRY(read_file(path, settings_bytes_max));
    return std::optional(TRY(outbox::settings_from(text)));
}

// Letters are written for everybody, so whoever may not see everybody's may not see them here.
Outcome<bool> may_see_letters(const Arguments& arguments, Office& office) {
    const Asker asker = TRY(asker_of(arguments, office));
    const access::Grant grant = office.house().grant_of(asker.person, asker.asserted);
    if (!grant.has("access", access::Role::administrator)) return refuse(access::refusals::not_allowed, asker.person.value);
    return true;
}

LetterShown shown(const outbox::Kept& kept) {
    return {.id = kept.letter.id,
            .person = kept.letter.person,
            .language = kept.letter.language,
            .subject = kept.letter.subject,
            .standing = std::string(name_of(kept.standing)),
            .attempts = kept.attempts,
            .next = kept.next,
            .last_error = kept.last_error,
            .lines = kept.letter.lines,
            .attachment = kept.letter.attachment ? kept.letter.attachment->name : std::string()};
}

int status(const Arguments& arguments, const outbox::Outbox& outbox, const std::optional<outbox::Settings>& settings) {
    const auto letters = outbox.letters();
    if (!letters) return say(letters.error(), arguments);
    const auto waiting = outbox.waiting_notices();
    if (!waiting) return say(waiting.error(), arguments);
    OutboxStatus all{.enabled = settings && settings->enabled, .server = {}, .notices_waiting = *waiting};
    if (settings) all.server = settings->host + ":" + std::to_string(settings->port) + " " + std::string(name_of(settings->security));
    for (const outbox::Kept& kept : *letters) {
        switch (kept.standing) {
            case outbox::Standing::queued: ++all.queued; break;
            case outbox::Standing::failed: ++all.failed; break;
            case outbox::Standing::sent: ++all.sent; break;
            case outbox::Standing::given_up: ++all.given_up; break;
        }
    }
    if (arguments.flag("json")) {
        std::printf("%s\n", to_json(all).c_str());
        return exit_done;
    }
    std::printf("%s%s%s\n", all.enabled ? "sending is on" : "sending is off", all.server.empty() ? " (no outbox.json)" : ": ", all.server.c_str());
    std::printf("%zu notices wait for the next digest\nletters: %zu queued, %zu to be tried anew, %zu sent, %zu given up\n", all.notices_waiting,
                all.queued, all.failed, all.sent, all.given_up);
    return exit_done;
}

int queue(const Arguments& arguments, Office& office, outbox::Outbox& outbox, const std::optional<outbox::Settings>& settings) {
    const Instant now = office.house().now();
    const access::State& access = office.house().desks().access;
    const std::vector<outbox::Notice> holding = notices_on(office.house().desks(), now);
    const auto taken = outbox.take(holding, now);
    if (!taken) return say(taken.error(), arguments);
    const outbox::Letterhead letterhead{.origin = office.house().journal().opened().origin,
                                        .demonstration = office.simulated(),
                                        .link = settings ? settings->link.value_or("") : ""};
    const auto language_of_person = [&](const PersonId& person) {
        const auto found = access.people.find(person);
        return found == access.people.end() ? Language::en : found->second.language;
    };
    const auto letters = outbox.write_digests(now, settings.value_or(outbox::Settings{}).digest_hour, language_of_person, letterhead);
    if (!letters) return say(letters.error(), arguments);
    const auto invitations = write_invitations(office, outbox, letterhead);
    if (!invitations) return say(invitations.error(), arguments);
    if (!*invitations) return say((*invitations).error(), arguments);
    if (arguments.flag("json")) {
        const OutboxQueued all{.fresh = taken->fresh, .known = taken->known, .dropped = taken->dropped, .letters = *letters, .invitations = **invitations};
        std::printf("%s\n", to_json(all).c_str());
        return exit_done;
    }
    std::printf("%zu notices: %zu new, %zu told or waiting before; %zu settled in the meantime; %zu letters written, %zu invitations\n", taken->fresh + taken->known,
                taken->fresh, taken->known, taken->dropped, *letters, **invitations);
    return exit_done;
}

int send(const Arguments& arguments, Office& office, outbox::Outbox& outbox, const std::optional<outbox::Settings>& settings) {
    if (!settings || !settings->enabled) return say(Refusal{outbox::refusals::not_enabled, {}, "outbox.json"}, arguments);
    if (office.simulated() && !outbox::is_loopback(settings->host)) {
        return say(Refusal{outbox::refusals::demonstration_stays_here, settings->host, "outbox.json"}, arguments);
    }
    std::optional<outbox::Credentials> credentials;
    if (settings->credentials) {
        const auto read = outbox::read_credentials((std::filesystem::path(office.folder()) / *settings->credentials).string());
        if (!read) return say(read.error(), arguments);
        credentials = *read;
    }
    const Instant now = office.house().now();
    const access::State& access = office.house().desks().access;
    const auto address_of = [&](const PersonId& person) -> Attempt<std::optional<std::string>> {
        const auto found = access.people.find(person);
        const bool writes = found != access.people.end() && found->second.address && access::has_access_on(found->second, now.date());
        if (!writes) return std::optional<std::string>();
        return office.vault().reveal(*found->second.address);
    };
    const auto transport = outbox::smtp(*settings, credentials);
    const auto report = outbox.send_due(now, *transport,
                                        {.origin = office.house().journal().opened().origin,
                                         .address = settings->sender,
                                         .name = settings->sender_name.value_or("")},
                                        address_of);
    if (!report) return say(report.error(), arguments);
    if (arguments.flag("json")) {
        const OutboxSent all{report->sent, report->failed, report->given_up, report->unreachable, report->last_error};
        std::printf("%s\n", to_json(all).c_str());
    } else {
        std::printf("%zu sent, %zu to be tried anew, %zu given up\n", report->sent, report->failed, report->given_up);
    }
    if (report->unreachable) return say(Fault{"outbox.unreachable", settings->host + ":" + std::to_string(settings->port), report->last_error}, arguments);
    return exit_done;
}

int show(const Arguments& arguments, const outbox::Outbox& outbox) {
    // An id has blanks; it may come as one word or as several.
    std::string id;
    for (std::size_t i = 2; i < arguments.words.size(); ++i) id += (id.empty() ? "" : " ") + arguments.words[i];
    const auto letters = outbox.letters();
    if (!letters) return say(letters.error(), arguments);
    bool any = false;
    std::string json;
    for (const outbox::Kept& kept : *letters) {
        if (!id.empty() && kept.letter.id != id) continue;
        any = true;
        if (arguments.flag("json")) {
            json += (json.empty() ? "" : ",") + to_json(shown(kept));
            continue;
        }
        const LetterShown one = shown(kept);
        std::printf("%s: %s, %u attempts%s%s\n  %s\n", one.id.c_str(), one.standing.c_str(), one.attempts, one.last_error.empty() ? "" : ", ",
                    one.last_error.c_str(), one.subject.c_str());
        if (id.empty()) continue;
        for (const std::string& line : one.lines) std::printf("  %s\n", line.c_str());
    }
    if (!id.empty() && !any) return say(Refusal{outbox::refusals::letter_unknown, id.substr(0, 80), {}}, arguments);
    if (arguments.flag("json")) std::printf("{\"letters\":[%s]}\n", json.c_str());
    return exit_done;
}

}  // namespace

int outbox_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    if (verb != "status" && verb != "queue" && verb != "send" && verb != "show") {
        return say(Refusal{refusals::usage, verb, "outbox status | queue | send | show [ID]"}, arguments);
    }
    auto opened = Office::open(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    Office& office = ***opened;
    const auto settings = settings_of(office);
    if (!settings) return say(settings.error(), arguments);
    auto outbox = outbox::Outbox::open(office.folder());
    if (!outbox) return say(outbox.error(), arguments);
    if (verb == "status") return status(arguments, *outbox, *settings);
    if (verb == "queue") return queue(arguments, office, *outbox, *settings);
    if (verb == "send") return send(arguments, office, *outbox, *settings);
    const auto may = may_see_letters(arguments, office);
    if (!may) return say(may.error(), arguments);
    return show(arguments, *outbox);
}

}  // namespace ponte::cli
