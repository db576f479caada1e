#pragma once

#include "base/languages.h"
#include "base/outcome.h"
#include "server/message.h"

// Refusals and faults as problem details (RFC 9457): the code and its remedy, the words in the reader's language, the
// place as a JSON pointer where it is one.
namespace ponte::server {

namespace refusals {
inline constexpr RefusalKind not_found{"server.not_found", Remedy::correct};
inline constexpr RefusalKind method_not_allowed{"server.method_not_allowed", Remedy::correct};
inline constexpr RefusalKind sign_in_first{"server.sign_in_first", Remedy::ask};
inline constexpr RefusalKind csrf_missing{"server.csrf_missing", Remedy::reread};
inline constexpr RefusalKind other_origin{"server.other_origin", Remedy::correct};
inline constexpr RefusalKind host_unknown{"server.host_unknown", Remedy::correct};
inline constexpr RefusalKind content_type_unknown{"server.content_type_unknown", Remedy::correct};
inline constexpr RefusalKind idempotency_key_missing{"server.idempotency_key_missing", Remedy::correct};
inline constexpr RefusalKind cursor_unreadable{"server.cursor_unreadable", Remedy::correct};
inline constexpr RefusalKind busy{"server.busy", Remedy::wait};
inline constexpr RefusalKind too_many_attempts{"server.too_many_attempts", Remedy::wait};
}  // namespace refusals

// The language that the request asks for: ?lang=, then Accept-Language, then English.
[[nodiscard]] Language language_of(const Request& request);

[[nodiscard]] Reply problem(const Refusal& refusal, Language language, std::string route);
// What went wrong in the world is for the log; the asker learns the code alone.
[[nodiscard]] Reply problem(const Fault& fault, std::string route);

// As the command line prints it with --json ({"refused": ...} or {"faults": [...]}), for verbs that ran on its behalf.
[[nodiscard]] Reply problem_of_verb(std::string_view printed, Language language, std::string route);

[[nodiscard]] Reply json_reply(std::string json, std::string route);

}  // namespace ponte::server
