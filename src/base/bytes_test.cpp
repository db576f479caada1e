// One value has one spelling, in hex and in base64, and every other spelling is refused.
#include "base/bytes.h"

#include <gtest/gtest.h>

namespace ponte {
namespace {

Bytes bytes(std::string_view text) {
    const ByteView view = view_of(text);
    return {view.begin(), view.end()};
}

TEST(Hex, WritesLowerCaseAndReadsItBack) {
    const Bytes value{0x00, 0x0f, 0xa0, 0xff};
    EXPECT_EQ(hex(value), "000fa0ff");
    EXPECT_EQ(from_hex("000fa0ff"), value);
    EXPECT_EQ(from_hex(""), Bytes{});
}

TEST(Hex, RefusesOtherSpellings) {
    for (const char* text : {"0", "0F", "0g", "0x00", " 00", "00 ", "0 ", "é0"}) EXPECT_FALSE(from_hex(text)) << text;
    EXPECT_FALSE(from_hex(std::string_view("0\0", 2)));
}

TEST(Base64, MeetsTheVectorsOfRfc4648) {
    const struct {
        const char* text;
        const char* spelled;
    } rows[] = {
        {"", ""},          {"f", "Zg=="},         {"fo", "Zm8="},        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(base64(view_of(row.text)), row.spelled);
        EXPECT_EQ(from_base64(row.spelled), bytes(row.text)) << row.spelled;
    }
    EXPECT_EQ(base64(Bytes{0xfb, 0xff, 0xbf}), "+/+/");
}

TEST(Base64, RefusesOtherSpellings) {
    const char* const rows[] = {
        "Zg",         // no padding
        "Zg=",        // half the padding
        "Zg===",      // too much
        "Zh==",       // unused bits that are not zero
        "Zm9=",       // the same, one octet later
        "Z===",       // one digit says less than an octet
        "====",       // padding of nothing
        "Z=g=",       // padding inside
        "Zg==Zg==",   // padding before the end
        "Zm 9",       // a blank
        "Zm9v\n",     // a line end
        "Zm9-",       // the other alphabet
        "Zm9_",
        "Zm9\xc3",
    };
    for (const char* text : rows) EXPECT_FALSE(from_base64(text)) << text;
}

TEST(Base64, ReadsBackEveryLengthAndOctet) {
    Bytes value;
    for (unsigned i = 0; i < 300; ++i) {
        EXPECT_EQ(from_base64(base64(value)), value);
        EXPECT_EQ(from_hex(hex(value)), value);
        value.push_back(static_cast<std::uint8_t>(i * 37U & 255U));
    }
}

}  // namespace
}  // namespace ponte
