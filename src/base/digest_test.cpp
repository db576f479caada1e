// SHA-256 against the published examples of FIPS 180, whole and in parts.
#include "base/digest.h"

#include <gtest/gtest.h>

#include <string>

namespace ponte {
namespace {

TEST(Sha256, MeetsTheVectorsOfFips180) {
    const struct {
        std::string text;
        const char* digest;
    } rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    for (const auto& row : rows) EXPECT_EQ(sha256(row.text).to_text(), row.digest);
}

TEST(Sha256, OfPartsIsTheHashOfTheWhole) {
    EXPECT_EQ(sha256_of_parts({view_of("a"), view_of(""), view_of("bc")}), sha256("abc"));
    EXPECT_EQ(sha256_of_parts({}), sha256(""));
    EXPECT_NE(sha256("abc"), sha256("abd"));
}

TEST(Digest, ReadsItsOwnTextAndNoOther) {
    const Digest digest = sha256("abc");
    EXPECT_EQ(Digest::from_text(digest.to_text()), digest);
    std::string text = digest.to_text();
    EXPECT_FALSE(Digest::from_text(text.substr(2)));
    EXPECT_FALSE(Digest::from_text(text + "00"));
    text[0] = 'B';
    EXPECT_FALSE(Digest::from_text(text));
    EXPECT_FALSE(Digest::from_text(""));
}

}  // namespace
}  // namespace ponte
