#pragma once

#include <string_view>

// What this house takes for an e-mail address, in calendars and in letters alike.
namespace ponte {

// RFC 5321 4.1.2 without its rarities: a dot-string of at most 64 octets, "@", and a domain of at least two
// labels of letters, digits and inner hyphens; ASCII only, at most 254 octets. No quoted part, no address
// literal, no internationalised address (RFC 6531), which many servers of offices still refuse.
[[nodiscard]] bool is_mail_address(std::string_view text);

}  // namespace ponte
