#include "base/sealed.h"

namespace ponte {

Sealed sealed(std::string_view field, const Digest& salt, std::string_view clear) {
    constexpr std::string_view domain("ponte.sealed/1\0", 15);
    const std::uint8_t length = static_cast<std::uint8_t>(field.size() & 0xffU);
    return Sealed{sha256_of_parts({view_of(domain), ByteView(&length, 1), view_of(field), salt.bytes, view_of(clear)})};
}

}  // namespace ponte
