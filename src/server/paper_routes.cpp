// Papers and files: the verbs of the command line, run in a child (what only reads) or here (what records), on the
// service's office and as its caller. One way to make a paper, whoever asks for it.

#include "base/json.h"
#include "cli/verbs.h"
#include "cli/voice.h"
#include "desks/meetings/queries.h"
#include "house/answers.h"
#include "server/problem.h"
#include "server/service.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sys/mman.h>
#include <unistd.h>

namespace ponte::server {

namespace {

struct Kind {
    std::string_view format;
    std::string_view type;
};
constexpr std::array<Kind, 9> kinds{{
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pdf", "application/pdf"},
    {"html", "text/html; charset=utf-8"},
    {"json", "application/json"},
    {"bundle", "application/octet-stream"},
    {"text", "text/plain; charset=utf-8"},
    {"ics", "text/calendar; charset=utf-8"},
    {"xlf", "application/xliff+xml"},
}};

std::string type_of(std::string_view format) {
    const auto* const found = std::ranges::find(kinds, format, &Kind::format);
    return found == kinds.end() ? "application/octet-stream" : std::string(found->type);
}

bool is_plain_word(std::string_view text) {
    return !text.empty() && text.size() <= 120 && text.front() != '-' && std::ranges::all_of(text, [](char one) {
        return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || one == '.' || one == '_' || one == '-';
    });
}

// What of the question becomes an option of the verb; nothing else does.
constexpr std::array<std::string_view, 14> options_taken{"lang", "with", "audience", "plan", "at", "from", "to", "against", "body", "correction", "minutes-version", "as-at", "public", "all"};

struct Wish {
    cli::Arguments arguments;
    std::string format;
    std::string name;          // Of the file that the reader keeps.
    std::string route;
    bool makes_folder = false;  // The verb writes a file of its own name into --out.
};

// The verb for a path under /v1; nothing where there is none.
std::optional<Wish> wish_of(const Request& request, const std::vector<std::string>& parts, std::uint64_t size) {
    Wish wish;
    wish.format = request.asked("format").value_or("docx");
    const auto is = [&](std::size_t count, std::string_view room, std::string_view kind = {}) {
        return parts.size() == count && parts[1] == room && (kind.empty() || parts[2] == kind);
    };
    auto& words = wish.arguments.words;
    if (is(2, "dossier")) {
        words = {"dossier"};
        // A bundle is of a dossier that was frozen; reading one freezes none.
        if (wish.format == "bundle") wish.arguments.options["at"] = std::to_string(size);
        wish.name = "dossier";
    } else if (is(5, "papers", "session")) {
        words = {"session", parts[4], parts[3]};
        constexpr std::array<std::string_view, 5> papers{"invitation", "agenda", "minutes", "decisions", "attendance"};
        if (std::ranges::find(papers, parts[4]) == papers.end()) return std::nullopt;
        wish.name = "session-" + parts[3] + "-" + parts[4];
    } else if (is(4, "papers", "session") && parts[3].ends_with(".ics")) {
        words = {"session", "ics", parts[3].substr(0, parts[3].size() - 4)};
        wish.format = "ics";
        wish.name = "session-" + words.back();
    } else if (is(4, "papers", "list")) {
        words = {"list", "export", parts[3]};
        wish.name = "list-" + parts[3];
    } else if (is(3, "papers", "translation")) {
        const std::string scope = request.asked("scope").value_or("");
        if (scope.starts_with('-')) return std::nullopt;
        wish.arguments.options["to"] = request.asked("to").value_or("");
        if (wish.format != "docx") wish.format = "xlf";
        words = {"translation", "export"};
        wish.arguments.words.push_back(scope);
        wish.name = "texts";
    } else if (is(3, "papers", "compare")) {
        words = {"compare"};
        wish.name = "changes";
    } else if (parts.size() == 6 && parts[1] == "papers" && parts[2] == "round" && parts[4] == "form") {
        words = {"round", "forms", parts[3]};
        wish.arguments.options["body"] = parts[5];
        if (wish.format != "docx") wish.format = "xlsx";
        wish.makes_folder = true;
        wish.name = "form-" + parts[3] + "-" + parts[5];
    } else if (is(4, "ics", "body") && parts[3].ends_with(".ics")) {
        words = {"round", "ics"};
        wish.arguments.options["body"] = parts[3].substr(0, parts[3].size() - 4);
        wish.format = "ics";
        wish.name = wish.arguments.options["body"];
    } else if (is(3, "ics", "accords.ics")) {
        words = {"accords", "ics"};
        wish.format = "ics";
        wish.name = "accords";
    } else if (is(3, "ics", "person.ics")) {
        words = {"round", "ics"};
        wish.format = "ics";
        wish.name = "ponte";
    } else {
        return std::nullopt;
    }
    const auto is_sound = [](const std::string& word) { return std::ranges::all_of(parts_of("/" + word), is_plain_word); };
    if (!std::ranges::all_of(words, is_sound) || !is_plain_word(wish.format)) return std::nullopt;
    wish.route = "/v1/" + parts[1] + (parts.size() > 2 && parts[1] == "papers" ? "/" + parts[2] : "");
    for (const std::string_view option : options_taken) {
        const auto value = request.asked(option);
        if (value && !wish.arguments.options.contains(std::string(option))) wish.arguments.options[std::string(option)] = *value;
    }
    // A file is named by its ending, the verb by the standard's name.
    if (wish.format != "ics") wish.arguments.options["format"] = wish.format == "xlf" ? "xliff" : wish.format;
    wish.arguments.options["json"] = "";
    return wish;
}

std::optional<std::string> content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(file)), {});
    if (!file) return std::nullopt;
    return content;
}

// "=" and the paper, or "r" and what the verb printed, or "f".
std::string paper_made(const Wish& wish, cli::Office& office, const cli::Asker& asker) {
    const TemporaryFolder folder;
    cli::Arguments arguments = wish.arguments;
    const std::string file = folder.path() + "/paper";
    arguments.options["out"] = wish.makes_folder ? folder.path() : file;
    const cli::Lending lending(office, asker);
    const VerbSaid said = run_caught([&] { return cli::run_verb(arguments).value_or(cli::exit_fault); });
    if (said.exit == cli::exit_refused) return "r" + said.out;
    if (said.exit != cli::exit_done) return "f";
    std::filesystem::path made(file);
    if (wish.makes_folder) {
        std::error_code error;
        for (const auto& one : std::filesystem::directory_iterator(folder.path(), error)) made = one.path();
    }
    const auto content = content_of(made);
    return content ? "=" + *content : "f";
}

std::string policy_of(std::string_view format) {
    // A paper brings its own style; it has no script, and nothing of it may act.
    return format == "html" ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups; frame-ancestors 'self'" : "default-src 'none'; frame-ancestors 'none'";
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string made = (std::filesystem::temp_directory_path() / "ponte-XXXXXX").string();
    if (::mkdtemp(made.data()) != nullptr) path_ = made;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
}

VerbSaid run_caught(const std::function<int()>& verb) {
    VerbSaid said;
    std::fflush(stdout);
    std::fflush(stderr);
    const std::array<int, 2> kept{::dup(STDOUT_FILENO), ::dup(STDERR_FILENO)};
    const std::array<int, 2> caught{::memfd_create("out", MFD_CLOEXEC), ::memfd_create("error", MFD_CLOEXEC)};
    for (int i = 0; i < 2; ++i) ::dup2(caught[static_cast<std::size_t>(i)], i + 1);
    said.exit = verb();
    std::fflush(stdout);
    std::fflush(stderr);
    for (int i = 0; i < 2; ++i) {
        const auto at = static_cast<std::size_t>(i);
        ::dup2(kept[at], i + 1);
        ::close(kept[at]);
        std::string& text = i == 0 ? said.out : said.error;
        text.resize(static_cast<std::size_t>(std::max<off_t>(0, ::lseek(caught[at], 0, SEEK_END))));
        const ssize_t read = ::pread(caught[at], text.data(), text.size(), 0);
        text.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
        ::close(caught[at]);
    }
    return said;
}

void Service::paper(Asked asked, const std::vector<std::string>& parts) {
    const auto wish = wish_of(asked.request, parts, office_.house().journal().size());
    if (!wish) return asked.respond(problem(Refusal{refusals::not_found, asked.request.path.substr(0, 80), ""}, asked.language, "/v1/papers"));
    auto shared = std::make_shared<Asked>(std::move(asked));
    const bool taken = children_.run([this, shared, wish = *wish] { return paper_made(wish, office_, asker_of(shared->caller)); },
                                     [shared, wish = *wish](std::optional<std::string> said) {
                                         if (!said || said->empty() || said->front() == 'f') {
                                             return shared->respond(problem(Fault{"server.child_failed", "", ""}, wish.route));
                                         }
                                         if (said->front() == 'r') return shared->respond(problem_of_verb(std::string_view(*said).substr(1), shared->language, wish.route));
                                         said->erase(0, 1);
                                         Reply reply;
                                         reply.route = wish.route;
                                         const bool is_shown = wish.format == "html" || wish.format == "json" || wish.format == "ics";
                                         reply.headers = {{"Content-Type", type_of(wish.format)},
                                                          {"Cache-Control", "private, no-store"},
                                                          {"Content-Security-Policy", policy_of(wish.format)},
                                                          {"Content-Disposition", std::string(is_shown ? "inline" : "attachment") + "; filename=\"" + wish.name + "." + wish.format + "\""}};
                                         reply.body = body_of(*std::move(said));
                                         shared->respond(std::move(reply));
                                     });
    if (!taken) shared->respond(problem(Refusal{refusals::busy, "", ""}, shared->language, wish->route));
}

// A file of the record, by its digest, for whoever may see the session's table that it lies on.
void Service::attachment(Asked asked, const std::string& session_number, const std::string& digest) {
    const std::string route = "/v1/papers/session/attachment";
    meetings::SessionQuery query;
    std::from_chars(session_number.data(), session_number.data() + session_number.size(), query.session);
    const auto wanted = Digest::from_text(digest);
    const auto sessions = house::answer_to(office_.house().desks(), query, sight_of(asked.caller), office_.house().now()).sessions;
    const meetings::StandingPaperShown* found = nullptr;
    for (const auto& session : sessions) {
        for (const auto& item : session.agenda) {
            for (const auto& paper : item.papers) {
                if (wanted && paper.paper == *wanted) found = &paper;
            }
        }
    }
    if (found == nullptr) return asked.respond(problem(Refusal{refusals::not_found, digest.substr(0, 80), ""}, asked.language, route));
    const auto content = office_.house().journal().attachment(*wanted);
    if (!content) return asked.respond(problem(content.error(), route));
    Reply reply;
    reply.route = route;
    reply.headers = {{"Content-Type", found->media_type == "text/html" ? "application/octet-stream" : found->media_type},
                     {"Cache-Control", "private, no-store"},
                     {"Content-Security-Policy", policy_of("")},
                     {"Content-Disposition", "attachment; filename=\"" + digest.substr(0, 16) + "\""}};
    reply.body = body_of(std::string(content->begin(), content->end()));
    asked.respond(std::move(reply));
}

// Forms and tables come as they are. A dry run is made in a child; what is recorded is recorded here, once: the
// same file is known again by its digest, the same try by its key.
void Service::take_file(Asked asked, const std::string& kind) {
    const std::string route = "/v1/files/" + std::string(kind == "forms" || kind == "observations" || kind == "translations" || kind == "papers" ? kind : "");
    const auto no = [&](const Refusal& refusal) { asked.respond(problem(refusal, asked.language, route)); };
    if (!asked.caller.is_signed_in()) return no({refusals::sign_in_first, "", ""});
    cli::Arguments arguments;
    if (kind == "forms") arguments.words = {"round", "read"};
    else if (kind == "observations") arguments.words = {"import"};
    else if (kind == "translations") arguments.words = {"translation", "import"};
    else if (kind == "papers") arguments.words = {"session", "paper", asked.request.asked("session").value_or(""), asked.request.asked("item").value_or("")};
    else return no({refusals::not_found, kind.substr(0, 80), ""});
    const std::string name = asked.request.header("x-ponte-file-name");
    const std::string ending = name.substr(std::min(name.rfind('.'), name.size()));
    constexpr std::array<std::string_view, 6> endings{".csv", ".xlsx", ".docx", ".xlf", ".pdf", ".txt"};
    if (std::ranges::find(endings, ending) == endings.end()) return no({refusals::content_type_unknown, name.substr(0, 80), "X-Ponte-File-Name"});
    const bool is_rehearsal = asked.request.asked("dry_run") == "true";
    const std::string key = asked.request.header("idempotency-key");
    if (!is_rehearsal) {
        if (!is_plain_word(key)) return no({refusals::idempotency_key_missing, key.substr(0, 80), "Idempotency-Key"});
        arguments.options["id"] = asked.caller.person.value + "/" + key;
    } else {
        arguments.options["dry-run"] = "";
    }
    if (asked.request.asked("accept_good_rows") == "true") arguments.options["accept-good-rows"] = "";
    arguments.options["json"] = "";
    arguments.options["lang"] = std::string(tag(asked.language));
    for (const char* one : {"title", "title-zh-hant", "title-zh-hans", "title-pt", "title-en"}) {
        if (const auto title = asked.request.asked(one)) arguments.options[one] = *title;
    }
    auto shared = std::make_shared<Asked>(std::move(asked));
    const auto run = [this, shared, arguments, ending]() -> std::string {
        const TemporaryFolder folder;
        const std::string file = folder.path() + "/file" + ending;
        if (!cli::write_file(file, shared->request.body)) return "f";
        cli::Arguments own = arguments;
        own.words.push_back(file);
        const cli::Lending lending(office_, asker_of(shared->caller));
        const VerbSaid said = run_caught([&] { return cli::run_verb(own).value_or(cli::exit_fault); });
        return (said.exit == cli::exit_done ? "=" : said.exit == cli::exit_refused ? "r" : "f") + said.out;
    };
    const auto tell = [shared, route](const std::optional<std::string>& said) {
        if (!said || said->empty() || said->front() == 'f') return shared->respond(problem(Fault{"server.verb_failed", "", ""}, route));
        // A table with refused rows is an account of its rows, whether anything was recorded or not.
        const std::string_view text = std::string_view(*said).substr(1);
        if (said->front() == 'r' && text.find("\"rows\":") == std::string_view::npos) return shared->respond(problem_of_verb(text, shared->language, route));
        std::string said_as_json(text);
        if (!parse_json(text)) said_as_json = "{\"said\":" + to_json(std::string(text)) + "}";
        shared->respond(json_reply(std::move(said_as_json), route));
    };
    if (!is_rehearsal) {
        decide_pending();
        tell(run());
        return record_grew();
    }
    if (!children_.run(run, tell)) shared->respond(problem(Refusal{refusals::busy, "", ""}, shared->language, route));
}

}  // namespace ponte::server
