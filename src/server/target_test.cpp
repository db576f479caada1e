#include "server/target.h"

#include <gtest/gtest.h>

namespace ponte::server {
namespace {

TEST(ReadTarget, DecodesPathAndPairsOnce) {
    const auto target = read_target("/v1/conference/measure?plan=2020&text=a+b%2Bc&empty=&%E9%BE%9C=1");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/v1/conference/measure");
    const std::vector<std::pair<std::string, std::string>> pairs{{"plan", "2020"}, {"text", "a b+c"}, {"empty", ""}, {"\u9f9c", "1"}};
    EXPECT_EQ(target->query, pairs);
    EXPECT_EQ(read_target("/a%252e%252e/b")->path, "/a%2e%2e/b") << "an escape of an escape is not read twice";
    EXPECT_EQ(read_target("/a/")->path, "/a/");
}

TEST(ReadTarget, RefusesWhatCouldBeReadInTwoWays) {
    for (const char* text : {"", "a", "//a", "/a//b", "/../a", "/a/..", "/a/./b", "/%2e%2e/a", "/a/%2E%2e", "/a\\b", "/a%5cb", "/a%00", "/a%0d%0a", "/a%", "/a%g0",
                             "/a%2", "/a#b", "/a?b=%", "/a?b=%01", "http://evil/a"}) {
        EXPECT_FALSE(read_target(text)) << text;
    }
    std::string many = "/a?";
    for (int i = 0; i < 101; ++i) many += "b=1&";
    EXPECT_FALSE(read_target(many));
}

}  // namespace
}  // namespace ponte::server
