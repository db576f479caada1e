#include "server/service.h"

#include "base/json.h"
#include "house/query_codec.h"
#include "server/contract.h"
#include "server/problem.h"

#include <algorithm>
#include <cstdio>

namespace ponte::server {

namespace {

// Whatever a page of ours may do is its own: no other origin's script, no frame, no plug-in, no inline code.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

void add_guards(Reply& reply, bool encrypted) {
    const bool has_policy = std::ranges::any_of(reply.headers, [](const auto& one) { return one.first == "Content-Security-Policy"; });
    if (!has_policy) reply.headers.emplace_back("Content-Security-Policy", policy);
    reply.headers.emplace_back("X-Content-Type-Options", "nosniff");
    reply.headers.emplace_back("Referrer-Policy", "same-origin");
    reply.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    reply.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    if (encrypted) reply.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

// One cookie's value; the header may hold several.
std::string cookie_in(const std::string& header, std::string_view name) {
    std::string_view rest = header;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string_view one = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=') return std::string(one.substr(name.size() + 1));
    }
    return {};
}

std::string method_text(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::del: return "DELETE";
        case Method::other: return "other";
    }
    return "other";
}

bool is_reading(Method method) { return method == Method::get || method == Method::head; }

// Without "http://" or "https://".
std::string_view host_of_origin(std::string_view origin) {
    const std::size_t slashes = origin.find("://");
    return slashes == std::string_view::npos ? origin : origin.substr(slashes + 3);
}

}  // namespace

std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
        path.remove_prefix(1);  // The slash.
        const std::size_t end = std::min(path.find('/'), path.size());
        parts.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

Service::Service(cli::Office& office, Wire& wire, StaticFiles files, ServiceOptions options)
    : office_(office),
      wire_(wire),
      files_(std::move(files)),
      options_(std::move(options)),
      children_(wire,
                [this] {
                    wire_.forget();
                    office_.house().only_read();
                }),
      identity_(office),
      sessions_(office.folder(), identity_),
      told_(office.house().journal().size()) {}

void Service::handle(Request&& request, Respond respond) {
    const auto since = std::chrono::steady_clock::now();
    const Method method = request.method;
    const bool encrypted = request.encrypted;
    Respond counted = [this, since, method, encrypted, respond = std::move(respond)](Reply reply) {
        const auto took = std::chrono::steady_clock::now() - since;
        metrics_.count(reply.route, reply.status, took);
        if (options_.logs) {
            std::fprintf(stderr, "{\"at\":%lld,\"method\":\"%s\",\"route\":\"%s\",\"status\":%u,\"bytes\":%zu,\"micros\":%lld}\n",
                         static_cast<long long>(std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count()),
                         method_text(method).c_str(), reply.route.c_str(), reply.status, reply.body ? reply.body->size() : 0,
                         static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
        }
        add_guards(reply, encrypted);
        respond(std::move(reply));
    };

    Asked asked{.request = std::move(request), .respond = std::move(counted), .caller = {}, .language = Language::en};
    asked.language = language_of(asked.request);
    const auto no = [&](RefusalKind kind, std::string subject, std::string route) { asked.respond(problem(Refusal{kind, std::move(subject), ""}, asked.language, std::move(route))); };
    if (!is_host_ours(asked.request)) return no(refusals::host_unknown, asked.request.header("host").substr(0, 80), "");
    if (asked.request.method == Method::other) return no(refusals::method_not_allowed, "", "");
    asked.caller = caller_of(asked.request);
    if (!is_reading(asked.request.method)) {
        if (const auto refusal = unsafe(asked.request, asked.caller)) return asked.respond(problem(*refusal, asked.language, ""));
    }
    const std::vector<std::string> parts = parts_of(asked.request.path);
    const std::string& first = parts.empty() ? asked.request.path : parts.front();
    if (first == "v1") return answer_api(std::move(asked), parts);
    if (first == "healthz") return asked.respond(json_reply(R"({"status":"alive"})", "/healthz"));
    if (first == "readyz") {
        Reply reply = json_reply(office_.house().is_stopped() ? R"({"status":"stopped"})" : R"({"status":"ready"})", "/readyz");
        reply.status = office_.house().is_stopped() ? 503 : 200;
        return asked.respond(std::move(reply));
    }
    if (first == "metrics") {
        Reply reply = json_reply(metrics_.text({.journal_entries = office_.house().journal().size(),
                                                .children = children_.running(),
                                                .answers_kept = answers_.size(),
                                                .stopped = office_.house().is_stopped(),
                                                .wire = wire_.numbers()}),
                                 "/metrics");
        reply.headers.front().second = "text/plain; version=0.0.4";
        return asked.respond(std::move(reply));
    }
    if (first == "checkpoint") return checkpoint(std::move(asked));
    if (first == "tile") return tile(std::move(asked), parts);
    if (first == "verify") return journal_route(std::move(asked), {"v1", "journal", "verifier"});
    if (is_reading(asked.request.method)) {
        if (auto reply = files_.answer(asked.request)) return asked.respond(*std::move(reply));
    }
    no(refusals::not_found, asked.request.path.substr(0, 80), "");
}

void Service::answer_api(Asked asked, const std::vector<std::string>& parts) {
    const std::string& room = parts.size() > 1 ? parts[1] : asked.request.path;
    const Method method = asked.request.method;
    const auto no = [&](RefusalKind kind) { asked.respond(problem(Refusal{kind, asked.request.path.substr(0, 80), ""}, asked.language, "/v1")); };
    if (room == "session" && parts.size() == 2) {
        if (method == Method::post) return sign_in(std::move(asked));
        if (method == Method::del) return sign_out(std::move(asked));
        return asked.respond(session_reply(asked.caller));
    }
    if (room == "reset" && parts.size() == 2 && method == Method::post) return use_reset(std::move(asked));
    if (room == "resets" && parts.size() == 2 && method == Method::post) return issue_reset(std::move(asked));
    if (room == "keys") return keys(std::move(asked), parts);
    if (room == "files" && parts.size() == 3 && method == Method::post) return take_file(std::move(asked), parts[2]);
    if (parts.size() == 3 && method == Method::post) return decide(std::move(asked), parts[1] + "." + parts[2]);
    if (!is_reading(method)) return no(refusals::method_not_allowed);
    if (room == "commands" || room == "queries" || room == "openapi.json") {
        Reply reply = json_reply(room == "commands" ? commands_json() : room == "queries" ? queries_json() : openapi_json(), "/v1/" + room);
        return asked.respond(std::move(reply));
    }
    if (room == "events" && parts.size() == 2) return events(std::move(asked));
    if (room == "journal") return journal_route(std::move(asked), parts);
    if (room == "papers" && parts.size() == 6 && parts[2] == "session" && parts[4] == "attachment") return attachment(std::move(asked), parts[3], parts[5]);
    if (room == "dossier" || room == "papers" || room == "ics") return paper(std::move(asked), parts);
    if (room == "duties" || parts.size() == 3) return query(std::move(asked), parts.size() == 3 ? parts[1] + "." + parts[2] : room);
    no(refusals::not_found);
}

Caller Service::caller_of(const Request& request) {
    Caller caller;
    const std::string bearer = request.header("authorization");
    if (bearer.starts_with("Bearer ")) {
        caller.token = bearer.substr(7);
    } else {
        caller.token = cookie_in(request.header("cookie"), request.encrypted ? "__Host-ponte" : "ponte");
        caller.by_cookie = true;
    }
    if (const auto holder = sessions_.holder_of(caller.token, office_.house().now())) {
        caller.person = holder->proven.person;
        caller.means = holder->proven.means;
        caller.ground = holder->proven.ground;
        caller.key = holder->key;
    }
    return caller;
}

std::optional<Refusal> Service::unsafe(const Request& request, const Caller& caller) const {
    const std::string site = request.header("sec-fetch-site");
    const std::string origin = request.header("origin");
    if ((!site.empty() && site != "same-origin" && site != "none") || (!origin.empty() && host_of_origin(origin) != request.header("host"))) {
        return Refusal{refusals::other_origin, origin.substr(0, 80), ""};
    }
    if (caller.is_signed_in() && caller.by_cookie && request.header("x-ponte-csrf") != cli::Tokens::csrf_of(caller.token)) {
        return Refusal{refusals::csrf_missing, "X-Ponte-Csrf", ""};
    }
    return std::nullopt;
}

// A page of another name that was led to this address by its own name server must not be listened to.
bool Service::is_host_ours(const Request& request) const {
    if (wire_.encrypted()) return true;  // The certificate says who we are.
    std::string host = request.header("host");
    if (host.ends_with(']')) return host == "[::1]";
    if (const std::size_t colon = host.rfind(':'); colon != std::string::npos) host.resize(colon);
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

access::Sight Service::sight_of(const Caller& caller) const {
    if (!caller.is_signed_in()) return {.body = {}, .side = {}};
    return house::sight_of(office_.house().grant_of(caller.person, false));
}

std::string Service::event_text() const {
    const std::uint64_t size = office_.house().journal().size();
    return "id: " + std::to_string(size - 1) + "\nevent: recorded\ndata: {\"sequence\":" + std::to_string(size - 1) + ",\"size\":" + std::to_string(size) + ",\"time\":\"" +
           office_.house().now().to_text() + "\"}\n\n";
}

void Service::record_grew() {
    const std::uint64_t size = office_.house().journal().size();
    if (size == told_) return;
    told_ = size;
    wire_.tell(size - 1, event_text());
}

void Service::events(Asked asked) {
    const std::uint64_t size = office_.house().journal().size();
    std::uint64_t had = size - 1;  // A reader who says nothing has just read.
    const std::string last = asked.request.header("last-event-id");
    if (!last.empty() && last.size() < 19 && std::ranges::all_of(last, [](char one) { return one >= '0' && one <= '9'; })) had = std::stoull(last);
    Reply reply;
    reply.route = "/v1/events";
    reply.headers = {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}};
    reply.streams = true;
    reply.body = body_of(had + 1 < size ? "retry: 1000\n\n" + event_text() : "retry: 1000\n\n");
    reply.from = size - 1;
    asked.respond(std::move(reply));
}

void Service::finish() {
    decide_pending();
    note_failures();
}

}  // namespace ponte::server
