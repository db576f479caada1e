#include "journal/crc32c.h"

#include <array>
#include <cstring>
#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace ponte::journal {

namespace {

constexpr std::uint32_t polynomial = 0x82F63B78;  // 0x1EDC6F41, bits reversed.

constexpr std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> values{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? value >> 1U ^ polynomial : value >> 1U;
        values[i] = value;
    }
    return values;
}();

std::uint32_t by_table(std::uint32_t crc, ByteView bytes) {
    for (const std::uint8_t byte : bytes) crc = table[(crc ^ byte) & 0xffU] ^ crc >> 8U;
    return crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) std::uint32_t by_instruction(std::uint32_t crc, ByteView bytes) {
    std::uint64_t wide = crc;
    while (bytes.size() >= 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data(), 8);
        wide = _mm_crc32_u64(wide, eight);
        bytes = bytes.subspan(8);
    }
    return by_table(static_cast<std::uint32_t>(wide), bytes);
}
#endif

}  // namespace

std::uint32_t crc32c(std::initializer_list<ByteView> parts) {
    std::uint32_t crc = 0xffffffff;
#if defined(__x86_64__)
    static const bool has_instruction = __builtin_cpu_supports("sse4.2") != 0;
    for (const ByteView part : parts) crc = has_instruction ? by_instruction(crc, part) : by_table(crc, part);
#else
    for (const ByteView part : parts) crc = by_table(crc, part);
#endif
    return ~crc;
}

}  // namespace ponte::journal
