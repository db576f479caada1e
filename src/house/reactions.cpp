#include "house/reactions.h"

#include "base/bytes.h"

namespace ponte::house {

Asking for_part(const Asking& asking, std::uint32_t part) {
    const std::array<std::uint8_t, 4> octets{static_cast<std::uint8_t>(part & 0xffU), static_cast<std::uint8_t>(part >> 8U & 0xffU),
                                             static_cast<std::uint8_t>(part >> 16U & 0xffU), static_cast<std::uint8_t>(part >> 24U)};
    Asking other{.asker = asking.asker, .now = asking.now, .position = asking.position, .nonce = asking.nonce};
    if (part != 0) other.nonce = sha256_of_parts({view_of("reaction"), asking.nonce.bytes, octets});
    return other;
}

Outcome<std::vector<AnyEvent>> reactions(const Desks&, const AnyCommand&, const Asking&, const std::vector<AnyEvent>&) {
    return std::vector<AnyEvent>{};
}

}  // namespace ponte::house
