#include "adapters/csv/date_pattern.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace ponte::csv {
namespace {

TEST(PeriodByPattern, ReadsTheOrderThatIsStatedAndNoOther) {
    struct Case {
        std::string text;
        std::string pattern;
        std::string period;  // Empty: it is not written so.
    };
    const std::vector<Case> cases{
        {"2020-Q3", "ISO", "2020-Q3"},
        {"03/04/2020", "DD/MM/YYYY", "2020-04-03"},
        {"03/04/2020", "MM/DD/YYYY", "2020-03-04"},
        {"3/4/2020", "DD/MM/YYYY", "2020-04-03"},
        {"31/02/2020", "DD/MM/YYYY", ""},
        {"13/2020", "MM/YYYY", ""},
        {"12/2020", "MM/YYYY", "2020-12"},
        {"2020年9月", "YYYY年M月", "2020-09"},
        {"２０２０年９月３０日", "YYYY年M月D日", "2020-09-30"},
        {"Q3 2020", "[Q]Q YYYY", "2020-Q3"},
        {"Q32020", "[Q]Q YYYY", "2020-Q3"},
        {"2020 H2", "YYYY [H]H", "2020-H2"},
        {"Q5 2020", "[Q]Q YYYY", ""},
        {"Mar 2020", "MMM YYYY", "2020-03"},
        {"março de 2020", "MMM [de] YYYY", "2020-03"},
        {"Sept. 20", "MMM YY", "2020-09"},
        {"mars 2020", "MMM YYYY", ""},
        {"2020", "YYYY", "2020"},
        {"2020 ", "YYYY", ""},
        {"2020x", "YYYY", ""},
        {"", "YYYY", ""},
        {"1. Trim 2020", "Q. [Trim] YYYY", "2020-Q1"},
    };
    for (const auto& one : cases) {
        const auto period = period_by_pattern(one.text, one.pattern);
        EXPECT_EQ(period ? period->to_text() : "", one.period) << one.text << " by " << one.pattern;
    }
    EXPECT_TRUE(is_pattern("ISO"));
    EXPECT_TRUE(is_pattern("MM/YYYY"));
    EXPECT_FALSE(is_pattern("MM"));
    EXPECT_FALSE(is_pattern("DD YYYY"));
    EXPECT_FALSE(is_pattern(""));
}

}  // namespace
}  // namespace ponte::csv
