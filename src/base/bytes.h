#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Bytes and their two spellings: hex for people, base64 for notes and bundles.
namespace ponte {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] inline ByteView view_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view text_of(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

[[nodiscard]] std::string hex(ByteView bytes);                     // lower case
[[nodiscard]] std::optional<Bytes> from_hex(std::string_view text);  // lower case only
[[nodiscard]] std::string base64(ByteView bytes);                  // RFC 4648 section 4, padded
// Strict: no blanks, right padding, unused bits zero, so that one value has one spelling.
[[nodiscard]] std::optional<Bytes> from_base64(std::string_view text);

}  // namespace ponte
