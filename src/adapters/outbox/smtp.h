#pragma once

#include "adapters/outbox/settings.h"
#include "base/outcome.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

// One message to one server (RFC 5321), by libcurl.
namespace ponte::outbox {

enum class Delivery : std::uint8_t {
    accepted,     // The server has answered for it.
    later,        // It has refused for now, or was lost on the way: perhaps it was accepted and the answer did not come.
    never,        // It has refused this recipient or this message for good.
    unreachable,  // No message can go: no connection, no TLS, no sign-in, sender refused.
};

struct Delivered {
    Delivery result{};
    std::string said;  // In short, one line. May hold the recipient's address.
};

class Transport {
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual Delivered deliver(const std::string& recipient, const std::string& mail) = 0;
};

struct Credentials {
    std::string name;
    std::string password;
};
// A file of two lines that nobody else may read (mode 0600). Faults: outbox.credentials_unreadable, outbox.credentials_exposed.
[[nodiscard]] Attempt<Credentials> read_credentials(const std::string& path);

struct Patience {
    std::chrono::milliseconds connect{15'000};
    std::chrono::milliseconds whole{120'000};
};

// Each message has a connection of its own, so that one that hangs keeps nothing from the next.
[[nodiscard]] std::unique_ptr<Transport> smtp(const Settings& settings, std::optional<Credentials> credentials, Patience patience = {});

}  // namespace ponte::outbox
