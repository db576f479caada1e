#pragma once

#include "base/bytes.h"

#include <array>
#include <compare>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

// SHA-256, the one hash of the house.
namespace ponte {

struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    [[nodiscard]] std::string to_text() const { return hex(bytes); }
    [[nodiscard]] static std::optional<Digest> from_text(std::string_view text);  // 64 hex digits

    friend auto operator<=>(const Digest&, const Digest&) = default;
};

[[nodiscard]] Digest sha256(ByteView bytes);
[[nodiscard]] Digest sha256(std::string_view text);
// The hash of the parts one after another, without joining them in memory.
[[nodiscard]] Digest sha256_of_parts(std::initializer_list<ByteView> parts);

}  // namespace ponte
