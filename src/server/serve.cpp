#include "server/serve.h"

#include "cli/verbs.h"
#include "cli/voice.h"
#include "desks/access/commands.h"
#include "server/beside.h"
#include "server/service.h"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <sys/resource.h>

namespace ponte::server {

namespace {

constexpr std::string_view installed_web = "/usr/share/ponte/web";

// Where the built web app lies: named, beside the sources, or installed.
std::string web_folder(const cli::Arguments& arguments) {
    if (const auto named = arguments.option("web")) return *named;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (auto at = program; at.has_relative_path(); at = at.parent_path()) {
        if (std::filesystem::exists(at / "web/dist/index.html", error)) return (at / "web/dist").string();
    }
    return std::string(installed_web);
}

// The first start: two administrators, as four eyes need, and a secret for the first, which nobody else has seen.
Attempt<Outcome<cli::OfficeHeld>> founded(const cli::Arguments& arguments) {
    using Result = Outcome<cli::OfficeHeld>;
    cli::Arguments founding = arguments;
    if (!founding.option("origin")) founding.options["origin"] = "ponte.local/" + std::filesystem::path(*arguments.option("journal")).filename().string();
    auto office = TRY(cli::Office::found(founding));
    if (!office) return Result(std::unexpected(office.error()));
    const std::string names = founding.option("administrators").value_or("admin.one,admin.two");
    const PersonId first(names.substr(0, names.find(',')));
    const std::string secret = hex(journal::nonce_at_random().bytes).substr(0, 24);
    const auto sealed = (*office)->sealer()(first, "secret", secret);
    if (!sealed) return Result(std::unexpected(sealed.error()));
    const auto set = TRY((*office)->ask(first, access::Command(access::SetPassword{.person = first, .secret = *sealed})));
    if (!set) return Result(std::unexpected(set.error()));
    std::printf("a new journal. Sign in as %s with the secret %s (printed this once; set another)\n", first.value.c_str(), secret.c_str());
    return Result(std::move(*office));
}

// --connections N, --head-wait SECONDS, --body-wait SECONDS.
Outcome<WireLimits> limits_of(const cli::Arguments& arguments) {
    WireLimits limits;
    const auto number = [&](const std::string& name, std::int64_t standing, std::int64_t most) -> Outcome<std::int64_t> {
        const auto text = arguments.option(name);
        if (!text) return standing;
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
        if (error != std::errc() || end != text->data() + text->size() || value < 1 || value > most) return refuse(cli::refusals::value_unreadable, *text, "--" + name);
        return value;
    };
    limits.connections = static_cast<std::size_t>(TRY(number("connections", static_cast<std::int64_t>(limits.connections), 1'000'000)));
    limits.head_wait = std::chrono::seconds(TRY(number("head-wait", limits.head_wait.count(), 3600)));
    limits.body_wait = std::chrono::seconds(TRY(number("body-wait", limits.body_wait.count(), 3600)));
    return limits;
}

}  // namespace

int serve_command(const cli::Arguments& arguments) {
    const auto folder = arguments.option("journal");
    if (!folder || folder->empty()) return cli::say(Refusal{cli::refusals::journal_not_named, "", ""}, arguments);
    std::signal(SIGPIPE, SIG_IGN);
    // A connection is a file: as many as the system lets this user have.
    rlimit files_open{};
    if (::getrlimit(RLIMIT_NOFILE, &files_open) == 0) {
        files_open.rlim_cur = files_open.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files_open);
    }

    const auto limits = limits_of(arguments);
    if (!limits) return cli::say(limits.error(), arguments);
    // The address first: what cannot listen should not hold the journal.
    const auto opened_wire = Wire::open({.listen = arguments.option("listen").value_or("127.0.0.1:8480"),
                                         .certificate = arguments.option("tls-certificate").value_or(""),
                                         .key = arguments.option("tls-key").value_or(""),
                                         .limits = *limits});
    if (!opened_wire) return cli::say(opened_wire.error(), arguments);
    if (!*opened_wire) return cli::say((*opened_wire).error(), arguments);
    Wire& wire = ***opened_wire;

    auto office = std::filesystem::exists(*folder) ? cli::Office::open(arguments) : founded(arguments);
    if (!office) return cli::say(office.error(), arguments);
    if (!*office) return cli::say((*office).error(), arguments);
    cli::Office& own = ***office;

    const std::string web = web_folder(arguments);
    auto files = StaticFiles::read(web);
    if (!files) return cli::say(files.error(), arguments);
    if (files->empty()) std::printf("no web app in %s: the interface under /v1 works without one\n", web.c_str());
    Service service(own, wire, *std::move(files), {.logs = !arguments.flag("quiet")});

    const auto beside = Beside::open(*folder, wire, [&](const cli::Arguments& given) {
        const cli::Lending lending(own, std::nullopt);
        const int exit = cli::run_verb(given).value_or(cli::exit_fault);
        service.record_grew();
        return exit;
    });
    if (!beside) return cli::say(beside.error(), arguments);

    wire.on_signal([&](int) { wire.stop(); });
    std::printf("%s://%s  (journal %s%s)\n", wire.encrypted() ? "https" : "http", wire.address().c_str(), own.house().journal().opened().origin.c_str(),
                own.simulated() ? ", simulated clock" : "");
    std::fflush(stdout);
    wire.run([&](Request&& request, Respond respond) { service.handle(std::move(request), std::move(respond)); });
    service.finish();
    const auto closed = own.house().journal().close();
    if (!closed) return cli::say(closed.error(), arguments);
    return own.house().is_stopped() ? cli::exit_fault : cli::exit_done;
}

}  // namespace ponte::server
