#include "desks/origin/hs.h"

#include "base/check.h"

#include <array>

namespace ponte::origin {

namespace {

constexpr std::uint8_t digits_max = 10;
constexpr std::array<std::uint64_t, digits_max + 1> powers_of_ten{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000, 10'000'000'000};
constexpr std::uint64_t chapter_kept_free = 77;
constexpr std::uint64_t chapter_max = 97;

}  // namespace

std::optional<Hs> Hs::from_text(std::string_view text) {
    Hs code;
    for (const char character : text) {
        if (character == '.' || character == ' ') {
            if (code.digits == 0) return std::nullopt;
            continue;
        }
        if (character < '0' || character > '9' || code.digits == digits_max) return std::nullopt;
        code.number = code.number * 10 + static_cast<std::uint64_t>(character - '0');
        ++code.digits;
    }
    if (code.digits == 0 || code.digits % 2 != 0) return std::nullopt;
    const std::uint64_t chapter = code.first(2).number;
    if (chapter == 0 || chapter == chapter_kept_free || chapter > chapter_max) return std::nullopt;
    return code;
}

std::string Hs::to_text() const {
    std::string plain = std::to_string(number);
    plain.insert(0, digits - plain.size(), '0');
    std::string text = plain.substr(0, 4);
    for (std::size_t i = 4; i < plain.size(); i += 2) text += "." + plain.substr(i, 2);
    return text;
}

Hs Hs::first(std::uint8_t count) const {
    CHECK(count <= digits);
    return {.number = number / powers_of_ten[static_cast<std::size_t>(digits - count)], .digits = count};
}

}  // namespace ponte::origin
