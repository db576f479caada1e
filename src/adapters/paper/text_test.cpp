// Text made safe and grouped as a language does.
#include "adapters/paper/text.h"

#include <gtest/gtest.h>

namespace ponte::paper {
namespace {

TEST(CleanText, DropsWhatXmlForbidsAndMendsWhatIsBroken) {
    struct Row {
        std::string_view given, kept;
    };
    const Row rows[] = {
        {"plain", "plain"},
        {std::string_view("a\0b\x01\x1F\x7F""c", 7), "abc"},
        {"tab\tline\nreturn\r", "tab line return "},
        {"\xFF\xC0\x80", "\uFFFD\uFFFD\uFFFD"},
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // A surrogate.
        {"\xE4\xB8", "\uFFFD\uFFFD"},            // Cut short.
        {"\xEF\xBF\xBF", ""},                    // U+FFFF
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"𠮷門", "𠮷門"},
    };
    for (const Row& row : rows) EXPECT_EQ(clean(row.given), row.kept);
}

TEST(EscapedText, LeavesNoMarkup) {
    EXPECT_EQ(escaped("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
}

TEST(GroupedNumber, FollowsTheLanguage) {
    struct Row {
        Decimal number;
        Language language;
        std::string_view text;
    };
    const Row rows[] = {
        {{1'234'567, 2}, "en", "12,345.67"},
        {{1'234'567, 2}, "zh-Hant-MO", "12,345.67"},
        {{1'234'567, 2}, "pt-PT", "12\u00A0345,67"},
        {{1234, 0}, "pt-PT", "1234"},
        {{1234, 0}, "en", "1,234"},
        {{-5, 1}, "en", "\u22120.5"},
        {{0, 0}, "zh-Hans-CN", "0"},
        {{1'000'000, 0}, "en", "1,000,000"},
    };
    for (const Row& row : rows) EXPECT_EQ(grouped(row.number, row.language), row.text);
}

TEST(Dates, AreIso) {
    EXPECT_EQ(iso_date(0), "1970-01-01");
    EXPECT_EQ(iso_date(18'627), "2020-12-31");
    EXPECT_EQ(iso_date(-1), "1969-12-31");
    EXPECT_EQ(iso_time(1'609'459'199), "2020-12-31T23:59:59Z");
}

TEST(FreshName, IsNeverGivenTwiceAndStaysShort) {
    std::set<std::string> taken;
    EXPECT_EQ(fresh_name("fig_m4.now", 12, taken), "fig_m4_now");
    EXPECT_EQ(fresh_name("fig_m4-now", 12, taken), "fig_m4_now_2");
    EXPECT_EQ(fresh_name("fig_m4/now", 12, taken), "fig_m4_now_3");
    EXPECT_EQ(fresh_name("Fig.M4.now", 12, taken), "Fig_M4_now_4");
    EXPECT_EQ(fresh_name("4", 12, taken), "n4");
    EXPECT_EQ(fresh_name("", 12, taken), "n");
    EXPECT_LE(fresh_name(std::string(100, 'x'), 40, taken).size(), 40U);
    EXPECT_LE(fresh_name(std::string(100, 'x'), 40, taken).size(), 40U);
}

TEST(Links, OnlyInsideOrToTheWeb) {
    EXPECT_TRUE(link_is_inside("#a"));
    EXPECT_TRUE(link_is_outside("https://example.org/"));
    for (const char* link : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "#", ""}) {
        EXPECT_FALSE(link_is_inside(link)) << link;
        EXPECT_FALSE(link_is_outside(link)) << link;
    }
}

TEST(PageText, FillsBothGaps) { EXPECT_EQ(page_text("第 {} 頁，共 {} 頁", 3, 12), "第 3 頁，共 12 頁"); }

}  // namespace
}  // namespace ponte::paper
