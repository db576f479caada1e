#include "adapters/xlsx/shown.h"

#include <gtest/gtest.h>
#include <vector>

namespace ponte::xlsx {
namespace {

TEST(PlainDecimal, IsWhatWasTyped) {
    const std::vector<std::pair<std::string_view, std::string_view>> rows{
        {"4747.3", "4747.3"}, {"4747.3000000000002", "4747.3"}, {"0.30000000000000004", "0.3"}, {"1.4999999999999999E-2", "0.015"},
        {"-0.10000000000000001", "-0.1"}, {"0", "0"}, {"-0", "0"}, {"0.000", "0"}, {"007.50", "7.5"}, {"1E3", "1000"}, {"1e+3", "1000"},
        {"1.5E-7", "0.00000015"}, {"99999999999999.99", "100000000000000"}, {"0.99999999999999999", "1"}, {"999999999999999", "999999999999999"},
        {"123456789012345000", "123456789012345000"}, {"12E-1", "1.2"}, {".5", "0.5"}, {"5.", "5"}, {"438.69999999999999", "438.7"},
    };
    for (const auto& [stored, plain] : rows) EXPECT_EQ(plain_decimal(stored).value_or("nothing"), plain) << stored;
    for (const std::string_view none : {"", "-", ".", "1,5", "1.5.2", "NaN", "INF", "1E", "1E99", "1E-99", "1E99999999999", "1234567890123456", "+1", " 1", "0x10"}) {
        EXPECT_FALSE(plain_decimal(none).has_value()) << none;
    }
}

TEST(ShownByFormat, TellsDatesFromNumbers) {
    const std::vector<std::pair<std::string_view, Shown>> rows{
        {"General", Shown::number}, {"0.00", Shown::number}, {"#,##0.0", Shown::number}, {"0.00E+00", Shown::number},
        {"[Red]#,##0;-#,##0", Shown::number}, {"\"day\" 0", Shown::number}, {"0\\d", Shown::number}, {"_-* #,##0_d", Shown::number},
        {"[h]:mm:ss", Shown::number}, {"General;[Red]-General", Shown::number}, {"[$MOP-1404]#,##0", Shown::number},
        {"0.0%", Shown::percent}, {"0\"%\"", Shown::number},
        {"yyyy-mm-dd", Shown::day}, {"dd/mm/yyyy;@", Shown::day}, {"[$-404]e\"年\"m\"月\"d\"日\"", Shown::day}, {"d-mmm", Shown::day},
        {"yyyy\"年\"m\"月\"", Shown::month}, {"mmm\\-yy", Shown::month}, {"YYYY", Shown::year}, {"yyyy-mm-dd hh:mm", Shown::moment},
        {"h:mm AM/PM", Shown::time}, {"mm:ss.0", Shown::time},
    };
    for (const auto& [code, shown] : rows) EXPECT_EQ(shown_by_format(code), shown) << code;
    for (const std::string_view broken : {"\"open", "[open", "\\", "_", "*", "["}) EXPECT_EQ(shown_by_format(broken), Shown::number) << broken;
    EXPECT_EQ(shown_by_number(0), Shown::number);
    EXPECT_EQ(shown_by_number(14), Shown::day);
    EXPECT_EQ(shown_by_number(17), Shown::month);
    EXPECT_EQ(shown_by_number(57), Shown::ambiguous);
}

TEST(PercentText, SaysWhatTheOfficerTyped) {
    EXPECT_EQ(percent_text(*plain_decimal("1.4E-2")), "1.4%");
    EXPECT_EQ(percent_text(*plain_decimal("0.57999999999999996")), "58%");
    EXPECT_EQ(percent_text("-1.25"), "-125%");
    EXPECT_EQ(percent_text("0"), "0%");
    EXPECT_EQ(shown_by_number(9), Shown::percent);
}

TEST(DateText, CountsAsExcelDoes) {
    struct Row {
        std::string_view plain;
        Shown shown;
        bool since_1904;
        std::string_view text;
    };
    const std::vector<Row> rows{
        {"1", Shown::day, false, "1900-01-01"},       {"59", Shown::day, false, "1900-02-28"},      {"61", Shown::day, false, "1900-03-01"},
        {"44196", Shown::day, false, "2020-12-31"},   {"44196", Shown::month, false, "2020-12"},    {"44196", Shown::year, false, "2020"},
        {"44196", Shown::moment, false, "2020-12-31"}, {"44196.375", Shown::moment, false, "2020-12-31T09:00:00"},
        {"44195.999999999", Shown::day, false, "2020-12-31"}, {"0.75", Shown::time, false, "18:00:00"}, {"44196.5", Shown::time, false, "2020-12-31T12:00:00"},
        {"42734", Shown::day, true, "2020-12-31"},    {"0", Shown::day, true, "1904-01-01"},
    };
    for (const auto& row : rows) EXPECT_EQ(date_text(row.plain, row.shown, row.since_1904).value_or("nothing"), row.text) << row.plain;
    for (const std::string_view none : {"60", "0", "-1", "-0.5", "109575", "99999999999", "2147483647.9999999999"}) {
        EXPECT_FALSE(date_text(none, Shown::day, false).has_value()) << none;
    }
}

}  // namespace
}  // namespace ponte::xlsx
