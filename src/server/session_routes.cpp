// Signing in and out. The password is checked in a child: Argon2id is slow on purpose, and nobody else shall wait.

#include "base/json.h"
#include "desks/access/commands.h"
#include "desks/access/refusals.h"
#include "server/problem.h"
#include "server/service.h"

#include <chrono>

namespace ponte::server {

namespace {

constexpr std::int64_t session_hours = 12;
constexpr std::string_view route = "/v1/session";

std::int64_t this_minute() {
    return std::chrono::duration_cast<std::chrono::minutes>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string cookie(const std::string& token, bool encrypted, std::int64_t seconds) {
    return std::string(encrypted ? "__Host-ponte=" : "ponte=") + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) + (encrypted ? "; Secure" : "");
}

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= 200 && std::ranges::all_of(text, [](char one) { return static_cast<unsigned char>(one) > ' '; });
}

// Who somebody says he is, and what the body has to show it: {"person": ..., FIELD: ...}.
Outcome<cli::Claim> claim_in(const std::string& body, std::string_view means, std::string_view field) {
    const auto parsed = TRY(parse_json(body));
    const auto text = [&](std::string_view key) {
        const auto* member = parsed.is_object() ? parsed.get_object().if_contains(key) : nullptr;
        return member != nullptr && member->is_string() ? std::string(member->get_string()) : std::string();
    };
    cli::Claim claim{.person = PersonId(text("person")), .means = std::string(means), .secret = text(field)};
    if (!is_name(claim.person.value)) return refuse(ponte::refusals::json_member_missing, "person", "/person");
    if (claim.secret.empty() || claim.secret.size() > 1000) return refuse(ponte::refusals::json_member_missing, std::string(field), "/" + std::string(field));
    return claim;
}

}  // namespace

Reply Service::session_reply(const Caller& caller) const {
    const house::House& house = office_.house();
    std::string out = "{\"person\":";
    if (!caller.is_signed_in()) {
        out += "null,\"body\":null,\"side\":null,\"roles\":[]";
    } else {
        const access::Grant grant = house.grant_of(caller.person, false);
        append_json(out, caller.person);
        out += ",\"body\":" + to_json(grant.body) + ",\"side\":" + to_json(grant.side) + ",\"roles\":[";
        for (std::size_t i = 0; i < grant.roles.size(); ++i) {
            out += std::string(i == 0 ? "" : ",") + "{\"desk\":" + to_json(grant.roles[i].desk) + ",\"role\":" + to_json(grant.roles[i].role) + "}";
        }
        out += "]";
        out += ",\"means\":" + to_json(caller.means) + ",\"key\":" + (caller.key ? "true" : "false");
        if (caller.by_cookie) out += ",\"csrf\":" + to_json(cli::Tokens::csrf_of(caller.token));
        // His own name is for himself.
        const auto known = house.desks().access.people.find(caller.person);
        if (known != house.desks().access.people.end()) {
            const auto display = office_.vault().reveal(known->second.display);
            if (display && *display) out += ",\"display\":" + to_json(**display);
        }
    }
    out += ",\"sequence\":" + std::to_string(office_.house().journal().size()) + ",\"now\":" + to_json(house.now().to_text()) + ",\"origin\":" +
           to_json(office_.house().journal().opened().origin) + ",\"simulated\":" + (office_.simulated() ? "true" : "false") + "}";
    Reply reply = json_reply(std::move(out), std::string(route));
    reply.headers[1].second = "no-store";
    return reply;
}

void Service::sign_in(Asked asked) {
    const auto claim = claim_in(asked.request.body, cli::by_password, "secret");
    if (!claim) return asked.respond(problem(claim.error(), asked.language, std::string(route)));
    prove(std::move(asked), *claim, access::refusals::password_wrong, [this, claim = *claim](Asked proven, const std::optional<std::string>& ground) {
        begin_session(std::move(proven), {.person = claim.person, .means = claim.means, .ground = ground.value_or("")});
    });
}

void Service::prove(Asked asked, cli::Claim claim, RefusalKind wrong, IfProven then) {
    const auto no = [&](const Refusal& refusal) { asked.respond(problem(refusal, asked.language, std::string(route))); };
    note_failures();
    const std::int64_t minute = this_minute();
    const std::string peer = asked.request.peer;
    if (!attempts_.may_try(claim.person, peer, minute)) return no({refusals::too_many_attempts, claim.person.value, ""});
    // Counted before it is known to fail, so that many tries at once are not one; given back where it fits.
    attempts_.failed(claim.person, peer, minute);
    auto shared = std::make_shared<Asked>(std::move(asked));
    // As it is before the question: what is set meanwhile does not let in who knew the old one.
    const auto ground = identity_.ground(claim.person, claim.means);
    const bool taken = children_.run([question = identity_.question(claim)] { return std::string(question() ? "yes" : "no"); },
                                     [this, shared, person = claim.person, peer, minute, wrong, ground, then = std::move(then)](const std::optional<std::string>& said) {
                                         if (said != "yes") return shared->respond(problem(Refusal{wrong, person.value, ""}, shared->language, std::string(route)));
                                         attempts_.succeeded(person, peer, minute);
                                         then(std::move(*shared), ground);
                                     });
    if (!taken) shared->respond(problem(Refusal{refusals::busy, "", ""}, shared->language, std::string(route)));
}

void Service::begin_session(Asked asked, const cli::Proven& proven) {
    const Instant until{office_.house().now().micros + session_hours * 3'600'000'000};
    const auto token = cli::begin_session(office_, sessions_, proven, "", until);
    if (!token) return asked.respond(problem(token.error(), std::string(route)));
    if (!*token) return asked.respond(problem((*token).error(), asked.language, std::string(route)));
    record_grew();
    Reply reply = session_reply({.person = proven.person, .means = proven.means, .ground = proven.ground, .token = **token, .by_cookie = true});
    reply.headers.emplace_back("Set-Cookie", cookie(**token, asked.request.encrypted, session_hours * 3600));
    asked.respond(std::move(reply));
}

// An administrator's: the one-time secret is in this answer and nowhere else.
void Service::issue_reset(Asked asked) {
    constexpr std::string_view resets_route = "/v1/resets";
    const auto no = [&](const Refusal& refusal) { asked.respond(problem(refusal, asked.language, std::string(resets_route))); };
    if (!asked.caller.is_signed_in()) return no({refusals::sign_in_first, "", ""});
    const auto parsed = parse_json(asked.request.body);
    if (!parsed) return no(parsed.error());
    const auto* person = parsed->is_object() ? parsed->get_object().if_contains("person") : nullptr;
    const auto* hours = parsed->is_object() ? parsed->get_object().if_contains("hours") : nullptr;
    if (person == nullptr || !person->is_string()) return no({ponte::refusals::json_member_missing, "person", "/person"});
    if (hours != nullptr && (!hours->is_int64() || hours->get_int64() < 1 || hours->get_int64() > 168)) return no({ponte::refusals::json_out_of_range, "1 to 168", "/hours"});
    const auto issued = cli::issue_reset(office_, asker_of(asked.caller), PersonId(std::string(person->get_string())), hours == nullptr ? cli::reset_hours : hours->get_int64());
    if (!issued) return asked.respond(problem(issued.error(), std::string(resets_route)));
    if (!*issued) return no((*issued).error());
    record_grew();
    Reply reply = json_reply("{\"one_time\":" + to_json((*issued)->one_time) + ",\"until\":" + to_json((*issued)->until.to_text()) + "}", std::string(resets_route));
    reply.headers[1].second = "no-store";
    asked.respond(std::move(reply));
}

// The person's: a one-time secret and a new password, and he is signed in. The new password is hashed only for who has shown
// the secret.
void Service::use_reset(Asked asked) {
    const auto claim = claim_in(asked.request.body, cli::by_one_time_secret, "one_time");
    if (!claim) return asked.respond(problem(claim.error(), asked.language, std::string(route)));
    prove(std::move(asked), *claim, access::refusals::reset_wrong, [this, claim = *claim](Asked proven, const std::optional<std::string>&) {
        const auto no = [&](const Refusal& refusal) { proven.respond(problem(refusal, proven.language, std::string(route))); };
        const auto fresh = claim_in(proven.request.body, cli::by_password, "secret");
        if (!fresh) return no(fresh.error());
        const auto sealed = office_.sealer()(claim.person, "secret", fresh->secret);
        if (!sealed) return no(sealed.error());
        const access::UseReset command{.person = claim.person, .one_time = claim.secret, .secret = *sealed};
        const auto answer = office_.house().ask(office_.request(claim.person, false, {}, access::Command(command)));
        if (!answer) return proven.respond(problem(answer.error(), std::string(route)));
        if (!*answer) return no((*answer).error());
        const auto ended = cli::ended_by(office_, sessions_, (*answer)->events);
        if (!ended) return proven.respond(problem(ended.error(), std::string(route)));
        begin_session(std::move(proven), {.person = claim.person, .means = claim.means, .ground = identity_.ground(claim.person, claim.means).value_or("")});
    });
}

void Service::sign_out(Asked asked) {
    if (asked.caller.is_signed_in()) {
        const auto ended = sessions_.end(asked.caller.token);
        if (!ended) return asked.respond(problem(ended.error(), std::string(route)));
    }
    Reply reply = session_reply({});
    reply.headers.emplace_back("Set-Cookie", cookie("", asked.request.encrypted, 0));
    asked.respond(std::move(reply));
}

// Keys for programs: a person makes them for himself, sees each once, and ends them.
void Service::keys(Asked asked, const std::vector<std::string>& parts) {
    constexpr std::string_view keys_route = "/v1/keys";
    constexpr std::int64_t days_max = 366;
    const auto no = [&](const Refusal& refusal) { asked.respond(problem(refusal, asked.language, std::string(keys_route))); };
    if (!asked.caller.is_signed_in()) return no({refusals::sign_in_first, "", ""});
    // A key makes no other key: whoever finds one cannot outlive it.
    const bool changes = asked.request.method == Method::post || asked.request.method == Method::del;
    if (changes && (!asked.caller.by_cookie || asked.caller.key)) return no({refusals::sign_in_first, "", ""});
    const Instant now = office_.house().now();
    if (asked.request.method == Method::post && parts.size() == 2) {
        const auto parsed = parse_json(asked.request.body);
        if (!parsed) return no(parsed.error());
        const auto* label = parsed->is_object() ? parsed->get_object().if_contains("label") : nullptr;
        const auto* days = parsed->is_object() ? parsed->get_object().if_contains("days") : nullptr;
        if (label == nullptr || !label->is_string() || !is_name(std::string_view(label->get_string()))) return no({ponte::refusals::json_value_unreadable, "label", "/label"});
        if (days == nullptr || !days->is_int64() || days->get_int64() < 1 || days->get_int64() > days_max) return no({ponte::refusals::json_out_of_range, "1 to 366", "/days"});
        const Instant until{now.micros + days->get_int64() * 86'400 * 1'000'000};
        const auto key = cli::begin_session(office_, sessions_, asked.caller.proven(), std::string(label->get_string()), until);
        if (!key) return asked.respond(problem(key.error(), std::string(keys_route)));
        if (!*key) return no((*key).error());
        record_grew();
        Reply reply = json_reply("{\"key\":" + to_json(**key) + ",\"until\":" + to_json(until.to_text()) + "}", std::string(keys_route));
        reply.headers[1].second = "no-store";
        return asked.respond(std::move(reply));
    }
    if (asked.request.method == Method::del && parts.size() == 3) {
        const auto ended = sessions_.end_key(asked.caller.person, parts[2]);
        if (!ended) return asked.respond(problem(ended.error(), std::string(keys_route)));
        if (!*ended) return no({refusals::not_found, parts[2].substr(0, 80), ""});
    } else if (changes || parts.size() != 2) {
        return no({refusals::method_not_allowed, "", ""});
    }
    std::string out = "{\"keys\":[";
    for (const cli::Tokens::Key& one : sessions_.keys_of(asked.caller.person, now)) {
        out += std::string(out.ends_with('[') ? "" : ",") + "{\"id\":" + to_json(one.id) + ",\"label\":" + to_json(one.label) + ",\"until\":" + to_json(one.until.to_text()) + "}";
    }
    Reply reply = json_reply(out + "]}", std::string(keys_route));
    reply.headers[1].second = "no-store";
    asked.respond(std::move(reply));
}

// Minutes that are over become entries: one for each person and minute. Somebody who is unknown is not noted.
void Service::note_failures() {
    for (const Attempts::Over& over : attempts_.over(this_minute())) {
        if (over.count == 0) continue;
        const Instant now = office_.house().now();
        const access::NoteFailedSignIns note{.person = over.person, .minute = {now.micros - now.micros % 60'000'000}, .attempts = over.count};
        const auto noted = office_.ask(over.person, access::Command(note));
        if (!noted) return;  // The house has stopped, and says so to whoever asks next.
    }
    record_grew();
}

}  // namespace ponte::server
