// The record of a transfer is its memory image, byte for byte what the described encoder writes, and
// neither record may ever change its bytes.
#include "ledger/events.h"

#include "base/canonical.h"
#include "base/schema.h"

#include <cstring>
#include <gtest/gtest.h>

namespace ponte::ledger {
namespace {

Currency currency(std::string_view code) { return Currency::from_text(code).value_or(Currency{}); }

// Every field that is free differs from every other in every byte.
TransferPosted full_transfer() {
    return {.transfer = TransferId({0x0706050403020100, 0x0f0e0d0c0b0a0908}),
            .debit = AccountId({0x1716151413121110, 0x1f1e1d1c1b1a1918}),
            .credit = AccountId({0x2726252423222120, 0x2f2e2d2c2b2a2928}),
            .amount = 0x4746454443424140,
            .user_data = 0x4f4e4d4c4b4a4948,
            .code = 0x53525150,
            .currency = currency("MOP")};
}

TEST(TransferPosted, IsItsOwnCanonicalBytes) {
    const TransferPosted transfer = full_transfer();
    EXPECT_EQ(hex(image_of(transfer)), hex(to_bytes(transfer)));
    EXPECT_EQ(hex(image_of(TransferPosted())), hex(to_bytes(TransferPosted())));
    EXPECT_EQ(image_of(transfer).size(), transfer_bytes);
    EXPECT_EQ(from_bytes<TransferPosted>(image_of(transfer)), transfer);
}

TEST(TransferPosted, KeepsItsGoldenBytes) {
    EXPECT_EQ(hex(image_of(full_transfer())),
              "000102030405060708090a0b0c0d0e0f"
              "101112131415161718191a1b1c1d1e1f"
              "202122232425262728292a2b2c2d2e2f"
              "00000000000000000000000000000000"
              "404142434445464748494a4b4c4d4e4f"
              "5051525300000000be01000000000000"
              "00000000000000000000000000000000"
              "00000000000000000000000000000000");
    EXPECT_EQ(schema_of<TransferPosted>(),
              "{transfer:{low:u64 high:u64} debit:{low:u64 high:u64} credit:{low:u64 high:u64} pending_low:zero "
              "pending_high:zero amount:u64 user_data:u64 code:u32 timeout:zero currency:{number:u16} flags:zero "
              "reserved_a:zero reserved_b:zero reserved_c:zero reserved_d:zero reserved_e:zero}");
}

TEST(TransferPosted, RefusesEveryReservedByteThatIsNotZero) {
    const auto is_reserved = [](std::size_t at) { return (at >= 48 && at < 64) || (at >= 84 && at < 88) || at >= 90; };
    for (std::size_t at = 0; at < transfer_bytes; ++at) {
        Bytes bytes = to_bytes(full_transfer());
        bytes[at] ^= 0x80;
        const auto read = from_bytes<TransferPosted>(bytes);
        EXPECT_EQ(read.has_value(), !is_reserved(at)) << "byte " << at;
        if (!read) continue;
        EXPECT_EQ(to_bytes(*read), bytes) << "byte " << at;
    }
    const Bytes whole = to_bytes(full_transfer());
    EXPECT_FALSE(from_bytes<TransferPosted>(ByteView(whole).first(127)));
}

TEST(AccountOpened, KeepsItsGoldenBytes) {
    const AccountOpened opened{.account = AccountId({0xa1, 0xb2}),
                               .currency = currency("CNY"),
                               .bound = Bound::debits_within_credits,
                               .code = 7,
                               .names = {.zh_hant = "備付金", .zh_hans = "备付金", .pt = "Reservas", .en = "Reserves"}};
    EXPECT_EQ(hex(to_bytes(opened)),
              "a100000000000000b2000000000000009c000207000000"
              "09000000e58299e4bb98e98791"
              "09000000e5a487e4bb98e98791"
              "080000005265736572766173"
              "080000005265736572766573");
    EXPECT_EQ(from_bytes<AccountOpened>(to_bytes(opened)), opened);
    EXPECT_EQ(schema_of<AccountOpened>(),
              "{account:{low:u64 high:u64} currency:{number:u16} bound:none|debits_within_credits|credits_within_debits "
              "code:u32 names:{zh_hant:text zh_hans:text pt:text en:text}}");
}

TEST(Number128, HasOneSpelling) {
    const Number128 number{0x0123456789abcdef, 0xfedcba9876543210};
    EXPECT_EQ(number.to_text(), "fedcba98765432100123456789abcdef");
    EXPECT_EQ(Number128::from_text(number.to_text()), number);
    for (const char* text : {"", "7", "FEDCBA98765432100123456789ABCDEF", "fedcba98765432100123456789abcde",
                             "fedcba98765432100123456789abcdef0", "0xdcba98765432100123456789abcdef",
                             "fedcba98 6543210 123456789abcdef"}) {
        EXPECT_FALSE(Number128::from_text(text)) << text;
    }
    EXPECT_LT((Number128{UINT64_MAX, 0}), (Number128{0, 1}));
}

}  // namespace
}  // namespace ponte::ledger
