#include "server/beside.h"

#include "base/json.h"
#include "cli/voice.h"
#include "server/service.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace ponte::server {

namespace {

constexpr std::size_t asked_bytes_max = std::size_t{1} << 20U;

std::string socket_path(const std::string& folder) { return folder + "/service.sock"; }

std::optional<sockaddr_un> address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof(address.sun_path)) return std::nullopt;
    std::ranges::copy(path, address.sun_path);
    return address;
}

// Who a file of this kind is connected to, as the kernel says.
std::optional<uid_t> other_end(int file) {
    ucred who{};
    socklen_t size = sizeof(who);
    if (::getsockopt(file, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return std::nullopt;
    return who.uid;
}

// A password may be in what is said (sign-in): only to who owns the journal's folder and so could read all of it, or to root.
bool is_of_the_journals_owner(int file, const std::string& path) {
    struct stat folder {};
    const auto listener = other_end(file);
    if (::stat(std::filesystem::path(path).parent_path().c_str(), &folder) != 0 || !listener) return false;
    return *listener == folder.st_uid || *listener == 0;
}

int connected(const std::string& path) {
    const auto address = address_of(path);
    if (!address || !std::filesystem::exists(path)) return -1;
    const int file = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (file < 0) return -1;
    if (::connect(file, reinterpret_cast<const sockaddr*>(&*address), sizeof(*address)) == 0 && is_of_the_journals_owner(file, path)) return file;
    ::close(file);
    return -1;
}

bool send_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = ::send(file, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string receive_all(int file, std::size_t most) {
    std::string text;
    std::array<char, 16384> part{};
    while (text.size() <= most) {
        const ssize_t got = ::recv(file, part.data(), part.size(), 0);
        if (got <= 0) break;
        text.append(part.data(), static_cast<std::size_t>(got));
    }
    return text;
}

// Verbs that work on the open record. The others read files of their own, or make a journal.
bool is_for_the_service(const cli::Arguments& arguments) {
    static constexpr std::array<std::string_view, 19> verbs{"ask",     "query",   "orders",  "import",  "tracker",     "round",   "dossier", "publish", "adopt",
                                                            "receipt", "compare", "session", "sign-in", "reset", "translation", "outbox", "list",    "year",    "plan"};
    static constexpr std::array<std::string_view, 8> of_journal{"confirm-clock", "name-witness", "witness-request", "keep-cosignatures",
                                                                "checkpoint",    "prove",        "backup",          "export-tiles"};
    const std::string verb = arguments.word(0);
    if (verb == "journal") return std::ranges::find(of_journal, arguments.word(1)) != of_journal.end();
    return std::ranges::find(verbs, verb) != verbs.end();
}

}  // namespace

std::optional<int> asked_beside(const cli::Arguments& arguments, const std::vector<std::string>& given) {
    const auto folder = arguments.option("journal");
    if (!folder || !is_for_the_service(arguments)) return std::nullopt;
    const int file = connected(socket_path(*folder));
    if (file < 0) return std::nullopt;
    std::vector<std::string> words = given;
    if (arguments.word(0) == "sign-in" && !arguments.option("password")) {
        std::string password;
        std::getline(std::cin, password);
        words.push_back("--password=" + password);
    }
    std::error_code error;
    const std::string asked = "{\"words\":" + to_json(words) + ",\"folder\":" + to_json(std::filesystem::current_path(error).string()) + "}";
    std::string said;
    if (send_all(file, asked) && ::shutdown(file, SHUT_WR) == 0) said = receive_all(file, std::size_t{1} << 30U);
    ::close(file);
    // "EXIT LENGTH\n", what goes to standard output, and the rest to standard error.
    int exit = 0;
    std::size_t length = 0;
    int head = 0;
    if (std::sscanf(said.c_str(), "%d %zu\n%n", &exit, &length, &head) != 2 || static_cast<std::size_t>(head) + length > said.size()) {
        return cli::say(Fault{"server.no_answer", socket_path(*folder), "the service ended before it answered; ask again with the same --id"}, arguments);
    }
    std::fwrite(said.data() + head, 1, length, stdout);
    std::fwrite(said.data() + head + length, 1, said.size() - static_cast<std::size_t>(head) - length, stderr);
    return exit;
}

Attempt<std::unique_ptr<Beside>> Beside::open(const std::string& folder, Wire& wire, Run run) {
    const std::string path = socket_path(folder);
    const auto address = address_of(path);
    if (!address) return fail("server.cannot_listen", path, "a socket's path has at most 107 octets");
    std::error_code error;
    std::filesystem::remove(path, error);
    const int file = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (file < 0 || ::bind(file, reinterpret_cast<const sockaddr*>(&*address), sizeof(*address)) != 0 || ::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0 ||
        ::listen(file, 64) != 0) {
        if (file >= 0) ::close(file);
        return fail("server.cannot_listen", path, "the socket beside the journal");
    }
    std::unique_ptr<Beside> beside(new Beside(path, file, std::move(run)));
    wire.when_readable(file, [own = beside.get()] {
        own->answer_one();
        return true;
    });
    return beside;
}

Beside::~Beside() {
    std::error_code error;
    std::filesystem::remove(path_, error);
}

void Beside::answer_one() {
    const int file = ::accept4(file_, nullptr, nullptr, SOCK_CLOEXEC);
    if (file < 0) return;
    const timeval patience{.tv_sec = 2, .tv_usec = 0};
    ::setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    ::setsockopt(file, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    const auto asker = other_end(file);
    const bool known = asker && (*asker == ::geteuid() || *asker == 0);
    const auto parsed = known ? parse_json(receive_all(file, asked_bytes_max)) : Outcome<boost::json::value>(refuse(cli::refusals::usage));
    std::vector<std::string> words;
    std::string folder;
    if (parsed && parsed->is_object()) {
        const auto* list = parsed->get_object().if_contains("words");
        const auto* at = parsed->get_object().if_contains("folder");
        if (list != nullptr && list->is_array()) {
            for (const auto& word : list->get_array()) words.emplace_back(word.is_string() ? std::string(word.get_string()) : "");
        }
        if (at != nullptr && at->is_string()) folder = std::string(at->get_string());
    }
    const auto arguments = cli::parse_arguments(words);
    if (!words.empty() && arguments && is_for_the_service(*arguments)) {
        // Paths in the words are relative to where the asker stands.
        std::error_code error;
        const auto here = std::filesystem::current_path(error);
        std::filesystem::current_path(folder, error);
        const VerbSaid said = run_caught([&] { return error ? cli::say(Refusal{cli::refusals::file_unreadable, folder, ""}, *arguments) : run_(*arguments); });
        std::filesystem::current_path(here, error);
        send_all(file, std::to_string(said.exit) + " " + std::to_string(said.out.size()) + "\n" + said.out + said.error);
    }
    ::shutdown(file, SHUT_RDWR);
    ::close(file);
}

}  // namespace ponte::server
