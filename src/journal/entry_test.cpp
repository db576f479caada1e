#include "journal/block.h"
#include "journal/entry.h"

#include <gtest/gtest.h>

namespace ponte::journal {
namespace {

TEST(Entry, ReadsBackWhatABlockWrote) {
    Block block;
    block.add(5, 1, view_of("head"));
    block.add(0x1234, 0x5678, {});
    block.add_space(9, 2, 3)[1] = 7;
    ASSERT_EQ(block.count(), 3U);
    const auto first = parse_entry(block.entry(0));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->type, 5);
    EXPECT_EQ(text_of(first->payload), "head");
    EXPECT_EQ(hex(block.entry(1)), "3412785600000000");
    EXPECT_EQ(hex(block.entry(2)), "0900020003000000000700");
    EXPECT_EQ(block.bytes().size(), 12U + 8U + 11U);
    const auto front = parse_entry_at_front(block.bytes());
    ASSERT_TRUE(front);
    EXPECT_EQ(front->bytes.size(), 12U);
}

TEST(Entry, OfSixtyFiveThousandBytesIsTheLargest) {
    Block block;
    EXPECT_TRUE(block.fits(entry_bytes_max - entry_header_bytes));
    EXPECT_FALSE(block.fits(entry_bytes_max - entry_header_bytes + 1));
    (void)block.add_space(1, 1, entry_bytes_max - entry_header_bytes);
    EXPECT_EQ(block.entry(0).size(), entry_bytes_max);
    EXPECT_TRUE(parse_entry(block.entry(0)));
}

TEST(Entry, RefusesAnythingElse) {
    const struct {
        std::string_view why;
        std::string_view bytes;
    } rows[] = {
        {"nothing", ""},
        {"a header cut short", "01000100000000"},
        {"a payload cut short", "010001000200000041"},
        {"something behind", "01000100010000004142"},
        {"no type", "000001000100000041"},
        {"a length beyond the largest", "01000100f8ff0000"},
        {"a huge length", "01000100ffffffff"},
    };
    for (const auto& row : rows) {
        const auto entry = parse_entry(from_hex(row.bytes).value());
        ASSERT_FALSE(entry) << row.why;
        EXPECT_EQ(entry.error().kind, refusals::entry_unreadable) << row.why;
    }
}

}  // namespace
}  // namespace ponte::journal
