#include "base/text.h"

#include <gtest/gtest.h>
#include <thread>

namespace ponte {
namespace {

TEST(Utf8, IsRefusedWhenOverlongSurrogateOrCutShort) {
    EXPECT_TRUE(is_valid_utf8(""));
    EXPECT_TRUE(is_valid_utf8("ação 一帶一路 \xf0\xa0\x80\x80"));
    for (const auto* bad : {"\xc0\xaf", "\xed\xa0\x80", "\xe4\xb8", "\xff", "\x80", "\xf4\x90\x80\x80"}) {
        EXPECT_FALSE(is_valid_utf8(bad));
    }
}

TEST(ControlCharacters, AreFoundButTabsAndLineEndsAreNotOnes) {
    EXPECT_FALSE(has_control_characters("a\tb\r\nc é 澳"));
    for (const std::string_view bad : {std::string_view("a\0b", 3), std::string_view("\x1b[31m"), std::string_view("\x7f"),
                                       std::string_view("\xc2\x9b")}) {
        EXPECT_TRUE(has_control_characters(bad));
    }
}

TEST(Nfc, PutsAccentsBackOnTheirLettersAndReplacesCompatibilityIdeographs) {
    EXPECT_EQ(nfc("plain"), "plain");
    EXPECT_EQ(nfc("cooperac\u0327a\u0303o"), "cooperação");
    EXPECT_EQ(nfc("一带一\uf937"), "一带一路");
    EXPECT_EQ(nfc("１＂"), "１＂") << "width is no matter of NFC";
}

TEST(CompatibilityIdeographs, AreCountedByKind) {
    const auto report = compatibility_ideographs("一带一\uf937，\uf90a融，一\uf937；\uf90e \ufa0e 路");
    EXPECT_EQ(report.characters, 4U);
    const std::vector<CompatibilityChange> kinds{{0xf90a, U'金', 1}, {0xf90e, U'癩', 1}, {0xf937, U'路', 2}};
    EXPECT_EQ(report.kinds, kinds) << "U+FA0E is an ordinary ideograph";
    EXPECT_EQ(compatibility_ideographs("\U0002f800").kinds.front().to, U'丽');
}

TEST(FoldForSearch, FindsOneSpellingByAnother) {
    const std::pair<std::string_view, std::string_view> alike[] = {
        {"一帶一路", "一带一\uf937"},     {"葡語國家", "葡语国家"}, {"ＡＭＣＭ　２０２０", "amcm 2020"}, {"Cooperação", "COOPERACAO"},
        {"São Tomé", "sa\u0303o tome"}, {"Straße", "strasse"},  {"內地", "内地"},                  {"zero\u200bwidth", "zerowidth"},
    };
    for (const auto& [one, other] : alike) EXPECT_EQ(fold_for_search(one), fold_for_search(other)) << one;
    EXPECT_NE(fold_for_search("澳门"), fold_for_search("澳大利亚"));
    EXPECT_NE(fold_for_search("か"), fold_for_search("が")) << "a voiced kana is another letter";
    EXPECT_EQ(fold_for_search(""), "");
}

TEST(FoldForSearch, IsSafeFromManyThreads) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([] { EXPECT_EQ(fold_for_search("葡語國家"), "葡语国家"); });
    for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace ponte
