#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <deque>
#include <mutex>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

// A mail server on the loopback of the test that behaves as it is told, a connection at a time.
namespace ponte::outbox {

enum class Manner {
    accept,
    refuse_greeting,       // 554 before a word was said
    hang_up,               // closes at once
    refuse_sender,         // 550 to MAIL
    not_now,               // 451 to RCPT
    no_such_user,          // 550 to RCPT, naming the address
    refuse_message,        // 554 to the body
    hang_up_after_body,    // takes the body and closes before the verdict
    silent,                // never answers to MAIL
};

struct Received {
    std::string recipient;
    std::string body;  // As sent, dots undone.
};

class FakeServer {
public:
    explicit FakeServer(bool wants_sign_in = false) : wants_sign_in_(wants_sign_in), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof at;
        const bool open = ::bind(socket_, reinterpret_cast<sockaddr*>(&at), length) == 0 && ::listen(socket_, 8) == 0 &&
                          ::getsockname(socket_, reinterpret_cast<sockaddr*>(&at), &length) == 0;
        port_ = open ? ntohs(at.sin_port) : std::uint16_t{0};
        thread_ = std::thread([this] { serve(); });
    }
    FakeServer(const FakeServer&) = delete;
    FakeServer& operator=(const FakeServer&) = delete;
    ~FakeServer() {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }
    // For the next connections, in this order; accept after them.
    void behave(std::vector<Manner> manners) {
        const std::lock_guard guard(mutex_);
        manners_.assign(manners.begin(), manners.end());
    }
    [[nodiscard]] std::vector<Received> received() const {
        const std::lock_guard guard(mutex_);
        return received_;
    }
    // Every command of every connection.
    [[nodiscard]] std::vector<std::string> commands() const {
        const std::lock_guard guard(mutex_);
        return commands_;
    }

private:
    class Line {
    public:
        explicit Line(int number) : number_(number) {}
        // False when the other side has gone.
        bool read(std::string& line) {
            while (buffer_.find("\r\n") == std::string::npos) {
                char piece[4096];
                const auto got = ::recv(number_, piece, sizeof piece, 0);
                if (got <= 0) return false;
                buffer_.append(piece, static_cast<std::size_t>(got));
            }
            line = buffer_.substr(0, buffer_.find("\r\n"));
            buffer_.erase(0, line.size() + 2);
            return true;
        }
        void say(std::string text) const {
            text += "\r\n";
            (void)::send(number_, text.data(), text.size(), MSG_NOSIGNAL);
        }

    private:
        int number_;
        std::string buffer_;
    };

    void serve() {
        while (true) {
            const int number = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
            if (number < 0) return;
            Manner manner = Manner::accept;
            {
                const std::lock_guard guard(mutex_);
                if (!manners_.empty()) {
                    manner = manners_.front();
                    manners_.pop_front();
                }
            }
            talk(number, manner);
            ::close(number);
        }
    }

    void talk(int number, Manner manner) {
        Line line(number);
        if (manner == Manner::hang_up) return;
        line.say(manner == Manner::refuse_greeting ? "554 no service here" : "220 fake.example.org ESMTP");
        std::string command;
        std::string recipient;
        while (line.read(command)) {
            {
                const std::lock_guard guard(mutex_);
                commands_.push_back(command);
            }
            if (command.starts_with("EHLO")) {
                line.say("250-fake.example.org");
                line.say(wants_sign_in_ ? "250 AUTH PLAIN" : "250 8BITMIME");
            } else if (command.starts_with("AUTH")) {
                line.say("334 ");
                line.say(line.read(command) ? "235 welcome" : "535 who?");
            } else if (command.starts_with("MAIL")) {
                if (manner == Manner::silent) continue;
                line.say(manner == Manner::refuse_sender ? "550 not for you" : "250 go on");
            } else if (command.starts_with("RCPT")) {
                recipient = command.substr(command.find('<') + 1, command.find('>') - command.find('<') - 1);
                line.say(manner == Manner::not_now        ? "451 4.7.1 try again later"
                         : manner == Manner::no_such_user ? "550 5.1.1 <" + recipient + "> no such user"
                                                          : "250 go on");
            } else if (command == "DATA") {
                line.say("354 go on");
                std::string body;
                for (std::string one; line.read(one) && one != ".";) body += (one.starts_with('.') ? one.substr(1) : one) + "\r\n";
                {
                    const std::lock_guard guard(mutex_);
                    received_.push_back({recipient, body});
                }
                if (manner == Manner::hang_up_after_body) return;
                line.say(manner == Manner::refuse_message ? "554 5.6.0 not such mail" : "250 2.0.0 taken");
            } else if (command == "QUIT") {
                line.say("221 good bye");
                return;
            } else {
                line.say("500 what?");
            }
        }
    }

    bool wants_sign_in_;
    int socket_;
    std::uint16_t port_ = 0;
    mutable std::mutex mutex_;
    std::deque<Manner> manners_;
    std::vector<Received> received_;
    std::vector<std::string> commands_;
    std::thread thread_;
};

}  // namespace ponte::outbox
