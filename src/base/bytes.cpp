#include "base/bytes.h"

#include <array>

namespace ponte {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::int8_t, 256> base64_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < base64_digits.size(); ++i) {
        values[static_cast<unsigned char>(base64_digits[i])] = static_cast<std::int8_t>(i);
    }
    return values;
}();

}  // namespace

std::string hex(ByteView bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += hex_digits[byte >> 4U];
        text += hex_digits[byte & 15U];
    }
    return text;
}

std::optional<Bytes> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = hex_digits.find(text[i]);
        const auto low = hex_digits.find(text[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high << 4U | low));
    }
    return bytes;
}

std::string base64(ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const std::uint32_t three = static_cast<std::uint32_t>(bytes[i]) << 16U |
                                    (left > 1 ? static_cast<std::uint32_t>(bytes[i + 1]) << 8U : 0U) |
                                    (left > 2 ? static_cast<std::uint32_t>(bytes[i + 2]) : 0U);
        text += base64_digits[three >> 18U & 63U];
        text += base64_digits[three >> 12U & 63U];
        text += left > 1 ? base64_digits[three >> 6U & 63U] : '=';
        text += left > 2 ? base64_digits[three & 63U] : '=';
    }
    return text;
}

std::optional<Bytes> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const bool last = i + 4 == text.size();
        const std::size_t padding = last ? (text[i + 3] == '=' ? 1U : 0U) + (text[i + 2] == '=' ? 1U : 0U) : 0U;
        if (padding == 1 && text[i + 3] != '=') return std::nullopt;
        std::uint32_t four = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const std::int8_t value = k >= 4 - padding ? std::int8_t{0} : base64_values[static_cast<unsigned char>(text[i + k])];
            if (value < 0) return std::nullopt;
            four = four << 6U | static_cast<std::uint32_t>(value);
        }
        if (padding == 2 && (four & 0xffffU) != 0) return std::nullopt;
        if (padding == 1 && (four & 0xffU) != 0) return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(four >> 16U));
        if (padding < 2) bytes.push_back(static_cast<std::uint8_t>(four >> 8U & 255U));
        if (padding < 1) bytes.push_back(static_cast<std::uint8_t>(four & 255U));
    }
    return bytes;
}

}  // namespace ponte
