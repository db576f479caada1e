#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the service hears and says, as values: no handler knows a socket.
namespace ponte::server {

enum class Method : std::uint8_t { get, head, post, del, other };

struct Request {
    Method method = Method::other;
    std::string path;                                           // Decoded, begins with "/", no ".." and no empty part.
    std::vector<std::pair<std::string, std::string>> query;     // Decoded, in order.
    std::map<std::string, std::string, std::less<>> headers;    // Names in lower case; only those of headers_heard.
    std::string body;
    bool encrypted = false;
    std::string peer;                                           // Address alone; for throttling, never logged.

    [[nodiscard]] std::string header(std::string_view name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::optional<std::string> asked(std::string_view name) const {
        for (const auto& [key, value] : query) {
            if (key == name) return value;
        }
        return std::nullopt;
    }
};

// Bodies that many readers get are shared, not copied.
using Body = std::shared_ptr<const std::string>;

[[nodiscard]] inline Body body_of(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

struct Reply {
    unsigned status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    Body body;
    std::string route;       // For metrics and the log: "/v1/{desk}/{query}", never what was asked for.
    bool streams = false;    // The connection becomes a stream of events after the head.
    std::uint64_t from = 0;  // Of a stream: the last sequence that the reader has had.
};

// Called once, now or later, on the loop's thread.
using Respond = std::function<void(Reply)>;
using Handler = std::function<void(Request&&, Respond)>;

}  // namespace ponte::server
