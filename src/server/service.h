#pragma once

#include "cli/identity.h"
#include "cli/office.h"
#include "cli/tokens.h"
#include "server/children.h"
#include "server/metrics.h"
#include "server/attempts.h"
#include "server/static_files.h"
#include "server/wire.h"

#include <chrono>
#include <functional>
#include <list>
#include <string>
#include <vector>

// The office over HTTP: who asks, what, and the house's answer. One thread; long work goes to children. Nothing is
// answered from memory that is ahead of the disk: decisions of one turn of the loop make one durable block, and the
// answers wait for it.
namespace ponte::server {

struct ServiceOptions {
    bool logs = true;              // One line of JSON an answer, on standard error, without who and what.
};

// Who asks over HTTP. Nobody is a reader too: the public.
struct Caller {
    PersonId person;               // Empty: not signed in.
    std::string means;             // How he proved who he is, and what that rests on.
    std::string ground;
    bool key = false;              // A program with the person's key.
    std::string token;
    bool by_cookie = false;        // Sent by a browser by itself, so that a change needs the page's word as well.

    [[nodiscard]] bool is_signed_in() const { return !person.value.empty(); }
    [[nodiscard]] cli::Proven proven() const { return {.person = person, .means = means, .ground = ground}; }
};

class Service {
public:
    Service(cli::Office& office, Wire& wire, StaticFiles files, ServiceOptions options);

    void handle(Request&& request, Respond respond);
    // What is left to do before the journal closes.
    void finish();

    // For a verb that ran on the office beside HTTP.
    void record_grew();

private:
    using Route = std::string;
    struct Asked {
        Request request;
        Respond respond;
        Caller caller;
        Language language{};
    };
    struct Pending {
        house::Request request;
        Respond respond;
        Language language{};
        Route route;
    };
    struct Answered {
        Body plain;
        Body gzip;
        std::string etag;
    };

    [[nodiscard]] Caller caller_of(const Request& request);
    // Why a request that changes something is not listened to, if so.
    [[nodiscard]] std::optional<Refusal> unsafe(const Request& request, const Caller& caller) const;
    [[nodiscard]] bool is_host_ours(const Request& request) const;
    [[nodiscard]] access::Sight sight_of(const Caller& caller) const;
    [[nodiscard]] cli::Asker asker_of(const Caller& caller) const { return {.person = caller.person, .asserted = !caller.is_signed_in()}; }

    void answer_api(Asked asked, const std::vector<std::string>& parts);

    // session_routes.cpp
    void sign_in(Asked asked);
    void sign_out(Asked asked);
    void keys(Asked asked, const std::vector<std::string>& parts);
    // Whether the claim is true, asked in a child; tries are counted, and a false one is answered here.
    using IfProven = std::function<void(Asked, std::optional<std::string> ground)>;
    void prove(Asked asked, cli::Claim claim, RefusalKind wrong, IfProven then);
    void begin_session(Asked asked, const cli::Proven& proven);
    void issue_reset(Asked asked);
    void use_reset(Asked asked);
    [[nodiscard]] Reply session_reply(const Caller& caller) const;
    void note_failures();

    // query_routes.cpp
    void query(Asked asked, const std::string& name);
    void query_past(Asked asked, const std::string& name, const std::string& json, const std::string& key);
    [[nodiscard]] Reply reply_of(const Request& request, Answered& answered, const Route& route) const;
    [[nodiscard]] Answered& keep(std::string key, std::string json);

    // command_routes.cpp
    void decide(Asked asked, const std::string& name);
    void decide_pending();

    // paper_routes.cpp
    void paper(Asked asked, const std::vector<std::string>& parts);
    void attachment(Asked asked, const std::string& session_number, const std::string& digest);
    void take_file(Asked asked, const std::string& kind);

    // journal_routes.cpp
    void entries(Asked asked);
    void journal_route(Asked asked, const std::vector<std::string>& parts);
    void checkpoint(Asked asked);
    void tile(Asked asked, const std::vector<std::string>& parts);
    void events(Asked asked);

    [[nodiscard]] std::string event_text() const;
    void forget_answers();

    cli::Office& office_;
    Wire& wire_;
    StaticFiles files_;
    ServiceOptions options_;
    Children children_;
    cli::LocalAccounts identity_;
    cli::Tokens sessions_;
    Attempts attempts_;
    Metrics metrics_;
    std::vector<Pending> pending_;
    bool is_deciding_soon_ = false;
    std::uint64_t told_ = 0;            // Entries that the streams know of.
    std::map<std::string, Answered, std::less<>> answers_;
    std::size_t answers_bytes_ = 0;
    std::uint64_t answers_at_ = 0;      // The size of the journal at which they hold, and the day.
    Date answers_on_;
    std::string checkpoint_;
    std::uint64_t checkpoint_at_ = 0;
};

[[nodiscard]] std::vector<std::string> parts_of(std::string_view path);

// A verb of the command line, run on the lent office with what it prints caught. For this process or a child.
struct VerbSaid {
    int exit = 0;
    std::string out;
    std::string error;
};
[[nodiscard]] VerbSaid run_caught(const std::function<int()>& verb);

// A folder for one paper, gone with it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace ponte::server
