#pragma once

#include "base/outcome.h"
#include "server/message.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

// The only place that knows sockets: HTTP/1.1 over TCP or TLS, event streams, timers, other files to wait for, and
// the socket beside the journal. One thread; everything is called on it.
namespace ponte::server {

namespace refusals {
inline constexpr RefusalKind address_unreadable{"server.address_unreadable", Remedy::correct};
inline constexpr RefusalKind plain_beyond_loopback{"server.plain_beyond_loopback", Remedy::correct};
inline constexpr RefusalKind certificate_unusable{"server.certificate_unusable", Remedy::correct};
}  // namespace refusals

struct WireLimits {
    std::size_t body_bytes = std::size_t{32} << 20U;  // A form or a table; beyond it 413.
    std::size_t json_bytes = std::size_t{1} << 20U;   // Of application/json.
    std::size_t head_bytes = 16 * 1024;
    std::size_t connections = 4096;
    std::size_t connections_of_peer = 3000;           // One address, so that one office behind one address can still work.
    std::chrono::seconds head_wait{10};               // From the first octet to the end of the head, and between requests 4 times that.
    std::chrono::seconds body_wait{60};
};

struct WireOptions {
    std::string listen = "127.0.0.1:8480";            // address:port, [::1]:port; port 0: any that is free
    std::string certificate;                          // PEM files; both or neither
    std::string key;
    WireLimits limits;
};

struct WireNumbers {
    std::size_t connections = 0;
    std::size_t streams = 0;
    std::uint64_t refused_connections = 0;
};

class Wire {
public:
    // Listens from here on. Plain HTTP only on loopback.
    [[nodiscard]] static Attempt<Outcome<std::unique_ptr<Wire>>> open(const WireOptions& options);
    virtual ~Wire() = default;

    // Until stop(): then nothing new is accepted, what is under way is answered, streams end.
    virtual void run(Handler handler) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual std::string address() const = 0;  // "127.0.0.1:8480", as it is bound
    [[nodiscard]] virtual bool encrypted() const = 0;
    [[nodiscard]] virtual WireNumbers numbers() const = 0;

    // After everything that is ready now.
    virtual void later(std::function<void()> task) = 0;
    virtual void after(std::chrono::milliseconds wait, std::function<void()> task) = 0;
    // Whenever the file can be read, until the function says false; then the file is closed.
    virtual void when_readable(int file, std::function<bool()> task) = 0;
    virtual void on_signal(std::function<void(int)> task) = 0;  // SIGINT, SIGTERM

    // One event to all streams. `id` is a sequence; a stream that has had it already is left out.
    virtual void tell(std::uint64_t id, const std::string& event) = 0;
    // In a child: everything of the parent's that a client could notice is let go.
    virtual void forget() = 0;

    static constexpr std::string_view headers_heard[] = {
        "accept", "accept-encoding", "accept-language", "authorization", "content-length", "content-type", "cookie", "host", "idempotency-key",
        "if-none-match", "last-event-id", "origin", "sec-fetch-site", "x-ponte-csrf", "x-ponte-file-name"};
};

}  // namespace ponte::server
