#include "base/json.h"

#include <boost/json/src.hpp>

namespace ponte {

void append_json_string(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\\u00";
                    out += digits[static_cast<unsigned char>(c) >> 4U];
                    out += digits[static_cast<unsigned char>(c) & 15U];
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

Outcome<boost::json::value> parse_json(std::string_view text) {
    constexpr std::size_t bytes_max = std::size_t{256} << 20U;
    if (text.size() > bytes_max) return refuse(refusals::json_too_large, std::to_string(text.size()) + " bytes");
    boost::json::error_code error;
    boost::json::parser parser({}, {.max_depth = 32});
    const std::size_t read = parser.write_some(text.data(), text.size(), error);
    if (!error && read < text.size() && text.find_first_not_of(" \t\r\n", read) != std::string_view::npos) {
        return refuse(refusals::json_unreadable, "more after the end", "byte " + std::to_string(read));
    }
    if (error) {
        return refuse(refusals::json_unreadable, error.message(), "byte " + std::to_string(read));
    }
    return parser.release();
}

}  // namespace ponte
