#pragma once

#include "adapters/bundle/exact.h"
#include "base/bytes.h"
#include "base/date.h"
#include "base/text.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Reads the fields of an entry's payload one after another. Whoever wrote it may have lied: every read is
// bounded, and the first failure sticks until finished() is asked.
namespace ponte::bundle {

class Cursor {
public:
    explicit Cursor(ByteView bytes) : rest_(bytes) {}

    [[nodiscard]] bool finished() const { return sound_ && rest_.empty(); }

    template <std::unsigned_integral T>
    T number() {
        if (rest_.size() < sizeof(T)) return spoil(), T{};
        std::uint64_t value = 0;
        for (std::size_t i = sizeof(T); i-- > 0;) value = value << 8U | rest_[i];
        rest_ = rest_.subspan(sizeof(T));
        return static_cast<T>(value);
    }
    std::uint16_t u16() { return number<std::uint16_t>(); }
    std::uint32_t u32() { return number<std::uint32_t>(); }
    std::uint64_t u64() { return number<std::uint64_t>(); }
    // A u8 of 1 to `last`, as all our enums are.
    std::uint8_t one_of(std::uint8_t last) {
        const auto value = number<std::uint8_t>();
        if (value == 0 || value > last) spoil();
        return value;
    }
    std::uint8_t up_to(std::uint8_t last) {
        const auto value = number<std::uint8_t>();
        if (value > last) spoil();
        return value;
    }
    bool flag() { return up_to(1) == 1; }
    std::string_view text() {
        const std::uint32_t count = u32();
        if (rest_.size() < count) return spoil(), std::string_view{};
        const std::string_view text = text_of(rest_.first(count));
        rest_ = rest_.subspan(count);
        if (!is_valid_utf8(text)) spoil();
        return text;
    }
    template <std::size_t N>
    std::array<std::uint8_t, N> octets() {
        std::array<std::uint8_t, N> octets{};
        if (rest_.size() < N) return spoil(), octets;
        for (std::size_t i = 0; i < N; ++i) octets[i] = rest_[i];
        rest_ = rest_.subspan(N);
        return octets;
    }
    Date date() {
        const Date date{static_cast<std::int32_t>(u32())};
        if (!date.in_range()) spoil();
        return date;
    }
    Period period() {
        const Date from = date();
        const Date to = date();
        if (to < from) spoil();
        return {from, to};
    }
    Number decimal() {
        Number number;
        number.digits = static_cast<std::int64_t>(u64());
        number.scale = up_to(scale_max);
        return number;
    }
    std::optional<Date> optional_date() { return flag() ? std::optional(date()) : std::nullopt; }
    std::optional<std::string_view> optional_text() { return flag() ? std::optional(text()) : std::nullopt; }
    template <class Item>
    std::uint32_t list(Item item) {
        const std::uint32_t count = u32();
        for (std::uint32_t i = 0; i < count && sound_; ++i) item();
        return count;
    }
    void texts(int count) {
        for (int i = 0; i < count; ++i) static_cast<void>(text());
    }
    void names() { texts(4); }
    void source() {
        texts(2);
        static_cast<void>(optional_date());
        static_cast<void>(date());
    }
    void blind() { static_cast<void>(octets<16>()); }
    void digest() { static_cast<void>(octets<32>()); }

private:
    void spoil() {
        sound_ = false;
        rest_ = {};
    }

    ByteView rest_;
    bool sound_ = true;
};

struct Entry {
    std::uint16_t type = 0;
    ByteView payload;
};

// Version 1 and the length it says; nothing else is known here.
[[nodiscard]] inline std::optional<Entry> entry_from(ByteView bytes) {
    if (bytes.size() < 8) return std::nullopt;
    Cursor head(bytes.first(8));
    Entry entry{.type = head.u16(), .payload = bytes.subspan(8)};
    if (head.u16() != 1 || head.u32() != entry.payload.size()) return std::nullopt;
    return entry;
}

}  // namespace ponte::bundle
