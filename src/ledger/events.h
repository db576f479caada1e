#pragma once

// What the ledger has done: accounts opened, transfers posted. A transfer is a fixed record whose memory
// image is its canonical bytes, so that a batch is one run of equal parts with no heap behind any of them.

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"

#include <bit>
#include <cstddef>
#include <type_traits>
#include <variant>

namespace ponte::ledger {

// An unsigned number of 128 bits, low half first as in the record. Its one spelling: 32 hex digits.
struct Number128 {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    [[nodiscard]] constexpr bool is_zero() const { return (low | high) == 0; }
    [[nodiscard]] std::string to_text() const;
    [[nodiscard]] static std::optional<Number128> from_text(std::string_view text);

    friend constexpr bool operator==(const Number128&, const Number128&) = default;
    friend constexpr std::strong_ordering operator<=>(const Number128& a, const Number128& b) {
        return a.high != b.high ? a.high <=> b.high : a.low <=> b.low;
    }
};
BOOST_DESCRIBE_STRUCT(Number128, (), (low, high))

using AccountId = Id<struct AccountTag, Number128>;
using TransferId = Id<struct TransferTag, Number128>;

// Which side of an account may not outgrow the other.
enum class Bound : std::uint8_t { none = 1, debits_within_credits = 2, credits_within_debits = 3 };
BOOST_DESCRIBE_ENUM(Bound, none, debits_within_credits, credits_within_debits)

// Fields that are kept for later have one value, and every decoder refuses another.
enum class Reserved16 : std::uint16_t { zero = 0 };
BOOST_DESCRIBE_ENUM(Reserved16, zero)
enum class Reserved32 : std::uint32_t { zero = 0 };
BOOST_DESCRIBE_ENUM(Reserved32, zero)
enum class Reserved64 : std::uint64_t { zero = 0 };
BOOST_DESCRIBE_ENUM(Reserved64, zero)

struct AccountOpened {
    static constexpr std::string_view name = "ledger.account_opened/1";

    AccountId account;
    Currency currency;
    Bound bound = Bound::none;
    std::uint32_t code = 0;  // The opener's own kind of account; no rule hangs on it.
    Names names;

    friend bool operator==(const AccountOpened&, const AccountOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(AccountOpened, (), (account, currency, bound, code, names))

// The fields lie in this order because none of them then needs padding before it.
struct TransferPosted {
    static constexpr std::string_view name = "ledger.transfer_posted/1";

    TransferId transfer;
    AccountId debit;
    AccountId credit;
    Reserved64 pending_low{};
    Reserved64 pending_high{};
    std::uint64_t amount = 0;  // Minor units.
    std::uint64_t user_data = 0;
    std::uint32_t code = 0;
    Reserved32 timeout{};
    Currency currency;
    Reserved16 flags{};
    Reserved32 reserved_a{};
    Reserved64 reserved_b{};
    Reserved64 reserved_c{};
    Reserved64 reserved_d{};
    Reserved64 reserved_e{};

    friend bool operator==(const TransferPosted&, const TransferPosted&) = default;
};
BOOST_DESCRIBE_STRUCT(TransferPosted, (),
                      (transfer, debit, credit, pending_low, pending_high, amount, user_data, code, timeout, currency, flags,
                       reserved_a, reserved_b, reserved_c, reserved_d, reserved_e))

inline constexpr std::size_t transfer_bytes = 128;
static_assert(sizeof(TransferPosted) == transfer_bytes);
static_assert(std::is_trivially_copyable_v<TransferPosted> && std::is_standard_layout_v<TransferPosted>);
static_assert(std::has_unique_object_representations_v<TransferPosted>, "padding would be in the record");
static_assert(std::endian::native == std::endian::little, "the image is the record on little-endian machines only");

// The canonical bytes, without encoding. The view is good as long as the transfer is.
[[nodiscard]] inline ByteView image_of(const TransferPosted& transfer) {
    return {reinterpret_cast<const std::uint8_t*>(&transfer), sizeof transfer};
}

using Event = std::variant<AccountOpened, TransferPosted>;

inline std::string Number128::to_text() const {
    std::string text(32, '0');
    for (std::size_t i = 0; i < 32; ++i) {
        const std::uint64_t half = i < 16 ? high : low;
        text[i] = "0123456789abcdef"[half >> (4 * (15 - i % 16)) & 0xfU];
    }
    return text;
}

inline std::optional<Number128> Number128::from_text(std::string_view text) {
    if (text.size() != 32) return std::nullopt;
    Number128 number;
    for (std::size_t i = 0; i < 32; ++i) {
        const std::size_t digit = std::string_view("0123456789abcdef").find(text[i]);
        if (digit == std::string_view::npos) return std::nullopt;
        std::uint64_t& half = i < 16 ? number.high : number.low;
        half = half << 4U | digit;
    }
    return number;
}

}  // namespace ponte::ledger
