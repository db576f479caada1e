#include "server/children.h"

#include <csignal>
#include <fcntl.h>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

namespace ponte::server {

namespace {

constexpr std::size_t at_once = 2;
constexpr std::size_t waiting_max = 64;
constexpr unsigned seconds_max = 60;
constexpr std::size_t answer_bytes_max = std::size_t{256} << 20U;

// A whole answer ends with this octet; an answer that was broken off does not.
constexpr char whole = '\n';

void write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

bool Children::run(std::function<std::string()> task, std::function<void(std::optional<std::string>)> done) {
    if (waiting_.size() >= waiting_max) return false;
    waiting_.push_back({std::move(task), std::move(done)});
    next();
    return true;
}

void Children::next() {
    while (running_ < at_once && !waiting_.empty()) {
        Job job = std::move(waiting_.front());
        waiting_.pop_front();
        start(std::move(job));
    }
}

void Children::start(Job job) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return job.done(std::nullopt);
    const pid_t child = ::fork();
    if (child < 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        return job.done(std::nullopt);
    }
    if (child == 0) {
        std::signal(SIGTERM, SIG_DFL);
        std::signal(SIGINT, SIG_IGN);
        ::alarm(seconds_max);
        ::close(ends[0]);
        first_();
        write_all(ends[1], job.task() + whole);
        ::_exit(0);
    }
    ::close(ends[1]);
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    ++running_;
    auto said = std::make_shared<std::string>();
    wire_.when_readable(ends[0], [this, child, said, file = ends[0], done = std::move(job.done)] {
        std::string part(256 * 1024, '\0');
        const ssize_t got = ::read(file, part.data(), part.size());
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) return true;
        if (got > 0 && said->size() + static_cast<std::size_t>(got) <= answer_bytes_max) {
            said->append(part, 0, static_cast<std::size_t>(got));
            return true;
        }
        if (got > 0) ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        --running_;
        std::optional<std::string> answer;
        if (got == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 && said->ends_with(whole)) {
            said->pop_back();
            answer = std::move(*said);
        }
        done(std::move(answer));
        next();
        return false;
    });
}

}  // namespace ponte::server
