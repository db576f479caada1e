#pragma once

#include "base/bytes.h"
#include "base/digest.h"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>

// Writing and reading fields one after another in a place of fixed size. The caller knows the sizes:
// running past the end is a bug that the span's own check stops.
namespace ponte::journal {

class FieldWriter {
public:
    explicit FieldWriter(std::span<std::uint8_t> place) : rest_(place) {}

    template <std::integral T>
    void number(T value) {
        const auto bits = static_cast<std::make_unsigned_t<T>>(value);
        for (std::size_t i = 0; i < sizeof(T); ++i) rest_[i] = static_cast<std::uint8_t>(bits >> (8 * i) & 0xffU);
        rest_ = rest_.subspan(sizeof(T));
    }
    void octets(ByteView bytes) {
        std::ranges::copy(bytes, rest_.begin());
        rest_ = rest_.subspan(bytes.size());
    }

private:
    std::span<std::uint8_t> rest_;
};

class FieldReader {
public:
    explicit FieldReader(ByteView place) : rest_(place) {}

    template <std::integral T>
    [[nodiscard]] T number() {
        std::make_unsigned_t<T> bits = 0;
        for (std::size_t i = sizeof(T); i-- > 0;) bits = static_cast<std::make_unsigned_t<T>>(bits << 8U | rest_[i]);
        rest_ = rest_.subspan(sizeof(T));
        return static_cast<T>(bits);
    }
    [[nodiscard]] ByteView octets(std::size_t count) {
        const ByteView bytes = rest_.first(count);
        rest_ = rest_.subspan(count);
        return bytes;
    }
    [[nodiscard]] Digest digest() {
        Digest digest;
        std::ranges::copy(octets(digest.bytes.size()), digest.bytes.begin());
        return digest;
    }

private:
    ByteView rest_;
};

}  // namespace ponte::journal
