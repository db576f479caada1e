#pragma once

#include <string>
#include <string_view>

// Content lines of RFC 5545 3.1 and the ways of escaping in them.
namespace ponte::ics {

inline constexpr std::size_t line_octets_max = 75;  // Without the CRLF.

class Lines {
public:
    // "HEAD:VALUE", folded. The value is written as it is: text comes here escaped.
    void add(std::string_view head, std::string_view value);
    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    std::string text_;
};

// TEXT of RFC 5545 3.3.11: backslash, semicolon, comma and line end.
[[nodiscard]] std::string escaped_text(std::string_view text);
// A parameter's value in quotes; a quote, a circumflex and a line end as RFC 6868 has them.
[[nodiscard]] std::string quoted_parameter(std::string_view text);

}  // namespace ponte::ics
