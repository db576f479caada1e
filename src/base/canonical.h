#pragma once

#include "base/bytes.h"
#include "base/describe.h"

#include <array>
#include <concepts>
#include <cstring>
#include <string>

// Canonical bytes: fixed-width little-endian integers, counted text and lists (u32), optionals as one
// byte and the value, fields in described order, nothing implied, no floating point. Equal values have
// equal bytes and equal bytes are one value, which is what a hash chain needs.
namespace ponte {

class Encoder {
public:
    Encoder() { bytes_.reserve(256); }
    [[nodiscard]] Bytes take() && { return std::move(bytes_); }
    [[nodiscard]] ByteView view() const { return bytes_; }
    void clear() { bytes_.clear(); }

    template <std::integral T>
    void write(T value) {
        const auto bits = static_cast<std::make_unsigned_t<T>>(value);
        std::array<std::uint8_t, sizeof(T)> octets;
        for (std::size_t i = 0; i < sizeof(T); ++i) octets[i] = static_cast<std::uint8_t>(bits >> (8 * i) & 0xffU);
        bytes_.insert(bytes_.end(), octets.begin(), octets.end());
    }
    void write(bool value) { bytes_.push_back(value ? 1 : 0); }
    void write(std::string_view text) {
        write(static_cast<std::uint32_t>(text.size()));
        bytes_.insert(bytes_.end(), text.begin(), text.end());
    }
    void write(const std::string& text) { write(std::string_view(text)); }
    template <std::size_t N>
    void write(const std::array<std::uint8_t, N>& octets) {
        bytes_.insert(bytes_.end(), octets.begin(), octets.end());
    }
    template <DescribedEnum T>
    void write(T value) {
        write(static_cast<std::underlying_type_t<T>>(value));
    }
    template <IdType T>
    void write(const T& id) {
        write(id.value);
    }
    template <class T>
    void write(const std::optional<T>& value) {
        write(value.has_value());
        if (value) write(*value);
    }
    template <class T>
    void write(const std::vector<T>& list) {
        write(static_cast<std::uint32_t>(list.size()));
        for (const T& item : list) write(item);
    }
    template <DescribedStruct T>
    void write(const T& object) {
        for_each_field(object, [&](std::string_view, const auto& value) { write(value); });
    }

private:
    Bytes bytes_;
};

// The way back. It reads bytes that others may have damaged, so every read is bounded and the first
// failure sticks: callers ask finished() once, at the end.
class Decoder {
public:
    explicit Decoder(ByteView bytes) : rest_(bytes) {}

    [[nodiscard]] bool finished() const { return sound_ && rest_.empty(); }
    [[nodiscard]] bool sound() const { return sound_; }

    template <std::integral T>
    void read(T& value) {
        if (rest_.size() < sizeof(T)) return fail();
        std::make_unsigned_t<T> bits{};
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            bits = static_cast<std::make_unsigned_t<T>>(bits | static_cast<std::make_unsigned_t<T>>(rest_[i]) << (8 * i));
        }
        rest_ = rest_.subspan(sizeof(T));
        value = static_cast<T>(bits);
    }
    void read(bool& value) {
        std::uint8_t octet{};
        read(octet);
        if (octet > 1) return fail();  // One value, one encoding.
        value = octet == 1;
    }
    void read(std::string& text) {
        std::uint32_t count{};
        read(count);
        if (rest_.size() < count) return fail();
        text.assign(text_of(rest_.first(count)));
        rest_ = rest_.subspan(count);
    }
    template <std::size_t N>
    void read(std::array<std::uint8_t, N>& octets) {
        if (rest_.size() < N) return fail();
        std::memcpy(octets.data(), rest_.data(), N);
        rest_ = rest_.subspan(N);
    }
    template <DescribedEnum T>
    void read(T& value) {
        std::underlying_type_t<T> number{};
        read(number);
        bool known = false;
        for_each_enumerator<T>([&](std::string_view, T one) { known = known || static_cast<std::underlying_type_t<T>>(one) == number; });
        if (!known) return fail();
        value = static_cast<T>(number);
    }
    template <IdType T>
    void read(T& id) {
        read(id.value);
    }
    template <class T>
    void read(std::optional<T>& value) {
        bool present{};
        read(present);
        value.reset();
        if (present && sound_) read(value.emplace());
    }
    template <class T>
    void read(std::vector<T>& list) {
        std::uint32_t count{};
        read(count);
        if (count > rest_.size()) return fail();  // No item is smaller than a byte.
        list.clear();
        for (std::uint32_t i = 0; i < count && sound_; ++i) read(list.emplace_back());
    }
    template <DescribedStruct T>
    void read(T& object) {
        for_each_field(object, [&](std::string_view, auto& value) { read(value); });
    }

private:
    void fail() {
        sound_ = false;
        rest_ = {};
    }

    ByteView rest_;
    bool sound_ = true;
};

template <class T>
[[nodiscard]] Bytes to_bytes(const T& value) {
    Encoder encoder;
    encoder.write(value);
    return std::move(encoder).take();
}

template <class T>
[[nodiscard]] std::optional<T> from_bytes(ByteView bytes) {
    Decoder decoder(bytes);
    T value{};
    decoder.read(value);
    if (!decoder.finished()) return std::nullopt;
    return value;
}

}  // namespace ponte
