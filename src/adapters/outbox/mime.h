#pragma once

#include "adapters/outbox/letter.h"
#include "base/outcome.h"

#include <string>

// A letter as a message of RFC 5322 and MIME (RFC 2045 to 2047), the same bytes each time it is made.
namespace ponte::outbox {

namespace refusals {
inline constexpr RefusalKind address_malformed{"outbox.address_malformed", Remedy::correct};
// A subject, name or line with a line end or another control character, or not UTF-8: it could become a header.
inline constexpr RefusalKind text_unreadable{"outbox.text_unreadable", Remedy::correct};
inline constexpr RefusalKind attachment_malformed{"outbox.attachment_malformed", Remedy::correct};  // Its name or media type.
}  // namespace refusals

struct Heads {
    std::string sender;       // Addresses as base/mail_address.h has them.
    std::string sender_name;
    std::string recipient;
    std::string message_id;   // Without the angle brackets.
    Instant date;
};

// Text in base64, the subject in encoded words that cut no character. A calendar with a method stands beside the text as
// its other form, which is how mail programs know an invitation; any other attachment is one. Says of itself that a
// program wrote it (RFC 3834), so that no absence note is sent back.
[[nodiscard]] Outcome<std::string> mail(const Letter& letter, const Heads& heads);

// The same for ever: by it a receiver knows the second copy of a letter that was sent twice.
[[nodiscard]] std::string message_id(std::string_view origin, std::string_view letter_id, std::string_view sender);

}  // namespace ponte::outbox
