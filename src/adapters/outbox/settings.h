#pragma once

#include "base/describe.h"
#include "base/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// How letters leave this machine: outbox.json in the journal's folder. Without that file, or unless it says
// "enabled": true, nothing is ever sent.
namespace ponte::outbox {

enum class Security : std::uint8_t {
    starttls = 1,  // Refused by us when the server has none, or its certificate is not for `host`.
    none = 2,      // Only to this very machine.
};
BOOST_DESCRIBE_ENUM(Security, starttls, none)

struct Settings {
    bool enabled = false;
    std::string host;
    std::uint16_t port = 0;
    Security security = Security::starttls;
    std::string sender;                      // The address in From.
    std::optional<std::string> sender_name;
    std::optional<std::string> credentials;  // A file of two lines, name and password, mode 0600; relative to the folder.
    std::uint8_t digest_hour = 8;            // In Macao and Beijing: no digest of a day before it.
    std::optional<std::string> link;         // Where a reader finds what a digest names: https, or http on a closed network.

    friend bool operator==(const Settings&, const Settings&) = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (enabled, host, port, security, sender, sender_name, credentials, digest_hour, link))

namespace refusals {
inline constexpr RefusalKind not_enabled{"outbox.not_enabled", Remedy::ask};  // No outbox.json, or it is switched off.
inline constexpr RefusalKind host_malformed{"outbox.host_malformed", Remedy::correct};
inline constexpr RefusalKind port_missing{"outbox.port_missing", Remedy::correct};
inline constexpr RefusalKind open_line_abroad{"outbox.open_line_abroad", Remedy::correct};  // "none" and a host elsewhere.
inline constexpr RefusalKind sender_malformed{"outbox.sender_malformed", Remedy::correct};
inline constexpr RefusalKind sender_name_unreadable{"outbox.sender_name_unreadable", Remedy::correct};
inline constexpr RefusalKind hour_out_of_range{"outbox.hour_out_of_range", Remedy::correct};
inline constexpr RefusalKind link_malformed{"outbox.link_malformed", Remedy::correct};
// A journal with a simulated clock writes to nobody elsewhere: its people are invented.
inline constexpr RefusalKind demonstration_stays_here{"outbox.demonstration_stays_here", Remedy::correct};
inline constexpr RefusalKind letter_unknown{"outbox.letter_unknown", Remedy::correct};
}  // namespace refusals

// Refuses as base/json.h does (a member missing or unknown, with its JSON pointer), then in the order above.
[[nodiscard]] Outcome<Settings> settings_from(std::string_view json);

// A host that is this machine and no other.
[[nodiscard]] bool is_loopback(std::string_view host);

}  // namespace ponte::outbox
