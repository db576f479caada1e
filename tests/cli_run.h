#pragma once

#include <algorithm>
#include <boost/json.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

// The built program run as a stranger would run it: words in, an exit code and two streams out.
namespace ponte::run {

struct Ran {
    int exit = -1;
    std::string out;
    std::string err;

    // An empty object where the answer is no JSON, so that a test fails at what it looks for.
    [[nodiscard]] boost::json::object json() const {
        boost::system::error_code error;
        const boost::json::value value = boost::json::parse(out, error);
        return !error && value.is_object() ? value.get_object() : boost::json::object();
    }
    // "code remedy subject place" of a refusal or "code where" of a fault; the whole output where it is neither.
    [[nodiscard]] std::string member(std::string_view of, std::string_view name) const {
        const boost::json::object all = json();
        const auto* const inner = all.if_contains(of);
        const auto* const found = inner != nullptr && inner->is_object() ? inner->get_object().if_contains(name) : nullptr;
        return found != nullptr && found->is_string() ? std::string(found->get_string()) : "(absent in: " + out.substr(0, 300) + err.substr(0, 300) + ")";
    }
    [[nodiscard]] std::string refusal(std::string_view name = "code") const { return member("refused", name); }
    [[nodiscard]] std::string fault(std::string_view name = "code") const { return member("fault", name); }
};

inline std::string program() {
    if (const char* named = std::getenv("PONTE_PROGRAM")) return named;
    return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "../src/ponte").lexically_normal().string();
}

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_text(const std::filesystem::path& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

// A child whose standard input we hold; its output goes into files.
class Child {
public:
    Child(std::vector<std::string> words, std::filesystem::path folder) : folder_(std::move(folder)) {
        static int number = 0;
        base_ = (folder_ / ("run" + std::to_string(::getpid()) + "." + std::to_string(number++))).string();
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) std::abort();
        pid_ = ::fork();
        if (pid_ == 0) {
            ::dup2(ends[0], 0);
            ::dup2(::open((base_ + ".out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
            ::dup2(::open((base_ + ".err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
            std::vector<char*> arguments;
            for (std::string& word : words) arguments.push_back(word.data());
            arguments.push_back(nullptr);
            ::execv(arguments.front(), arguments.data());
            ::_exit(127);
        }
        ::close(ends[0]);
        input_ = ends[1];
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (input_ >= 0) static_cast<void>(wait());
    }

    [[nodiscard]] pid_t pid() const { return pid_; }
    void say(std::string_view text) const {
        if (::write(input_, text.data(), text.size()) < 0) std::abort();
    }
    void kill(int signal) const { ::kill(pid_, signal); }
    [[nodiscard]] Ran wait() {
        ::close(input_);
        input_ = -1;
        int status = 0;
        ::waitpid(pid_, &status, 0);
        Ran ran{.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), .out = read_text(base_ + ".out"), .err = read_text(base_ + ".err")};
        std::filesystem::remove(base_ + ".out");
        std::filesystem::remove(base_ + ".err");
        return ran;
    }

private:
    std::filesystem::path folder_;
    std::string base_;
    pid_t pid_ = -1;
    int input_ = -1;
};

inline Ran command(std::vector<std::string> words, const std::filesystem::path& folder) { return Child(std::move(words), folder).wait(); }

// A folder of its own that goes away with the test.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "ponte-cli-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) std::abort();
        path_ = pattern;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::string at(std::string_view name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

// `ponte --journal J ...` in a folder.
struct Ponte {
    std::filesystem::path folder;
    std::string journal;
    std::string clock;  // Empty: the journal's own.

    [[nodiscard]] std::vector<std::string> words(std::vector<std::string> given) const {
        std::vector<std::string> all{program()};
        if (!journal.empty()) all.insert(all.end(), {"--journal", journal});
        if (!clock.empty()) all.insert(all.end(), {"--clock", clock});
        all.insert(all.end(), given.begin(), given.end());
        return all;
    }
    [[nodiscard]] Ran operator()(std::vector<std::string> given) const { return command(words(std::move(given)), folder); }
};

}  // namespace ponte::run
