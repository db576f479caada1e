#include "adapters/csv/csv.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace ponte::csv {
namespace {

Table read_or_fail(std::string_view text) {
    auto table = read(view_of(text));
    EXPECT_TRUE(table.has_value()) << table.error().kind.code << " at " << table.error().place;
    return table.has_value() ? *table : Table{};
}

using Cells = std::vector<std::string>;

TEST(CsvRead, TakesTheShapesThatSpreadsheetsWrite) {
    const Table plain{{"a", "b"}, {{2, {"1", "x y"}}, {3, {"", "2"}}}};
    const std::vector<std::string_view> spellings{
        "a,b\n1,x y\n,2\n",
        "a,b\r\n1,x y\r\n,2\r\n",
        "a,b\n1,x y\n,2",
        "\xef\xbb\xbf" "a,b\n1,x y\n,2\n",
        "a;b\n1;x y\n;2\n",
        "a\tb\n1\tx y\n\t2\n",
        "\"a\",\"b\"\n\"1\",\"x y\"\n\"\",\"2\"\n",
        " a , b\n 1 ,\tx y \n , 2 \n",
        " \"a\" ,b\n\"1\" , \"x y\"\n,2\n\n  \n\r\n",
        "a,b\n1,x y\n,2\r",
    };
    for (const auto spelling : spellings) EXPECT_EQ(read_or_fail(spelling), plain) << spelling;
}

TEST(CsvRead, KeepsWhatQuotesHoldAndCountsItsLines) {
    const auto table = read_or_fail("\n\"name; full\",note\n\" two\nlines \",\"says \"\"yes\"\", twice\"\n3,4\n");
    EXPECT_EQ(table.heads, (Cells{"name; full", "note"}));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0], (Row{3, {" two\nlines ", "says \"yes\", twice"}}));
    EXPECT_EQ(table.rows[1], (Row{5, {"3", "4"}}));
}

TEST(CsvRead, NormalisesTextButNeverItsShape) {
    // U+F937 is a compatibility ideograph; U+037E becomes a semicolon under NFC and must not part cells.
    const auto table = read_or_fail("a;b\n一帶一\xef\xa4\xb7;x\xcd\xbey\n");
    EXPECT_EQ(table.rows[0].cells, (Cells{"一帶一路", "x;y"}));
}

TEST(CsvRead, RefusesWithThePlaceOfTheFault) {
    struct Case {
        std::string text;
        std::string_view code;
        std::string subject;
        std::string place;
    };
    const std::string long_cell(cell_bytes_max + 1, 'x');
    std::string wide = "h0";
    for (int i = 1; i <= 100; ++i) wide += ",h" + std::to_string(i);
    const std::vector<Case> cases{
        {std::string("\xff\xfe" "a\0,\0", 6), "csv.encoding", "UTF-16", "byte 0"},
        {std::string("\xfe\xff\0a", 4), "csv.encoding", "UTF-16", "byte 0"},
        {std::string("a\0,\0b\0", 6), "csv.encoding", "UTF-16", "byte 1"},
        {"a,b\n\xd2\xbb\xb4\xf8,1\n", "csv.encoding", "GB18030", "byte 6"},
        {"a,b\ncora\xe7\xe3o,1\n", "csv.encoding", "not UTF-8", "byte 8"},
        {"a,b\n1,\xed\xa0\x80\n", "csv.encoding", "not UTF-8", "byte 6"},
        {"", "csv.no_head", "", ""},
        {"\xef\xbb\xbf\n \n", "csv.no_head", "", ""},
        {"a,,b\n", "csv.head_empty", "", "line 1, column 2"},
        {"a,b,\n", "csv.head_empty", "", "line 1, column 3"},
        {"a,b,a\n", "csv.head_repeated", "a", "line 1, column 3"},
        {"e\xcc\x81,\xc3\xa9\n", "csv.head_repeated", "\xc3\xa9", "line 1, column 2"},
        {wide + "\n", "csv.too_many_columns", "more than 100", "line 1"},
        {"a,b\n1\n", "csv.row_width", "1 of 2", "line 2"},
        {"a,b\n1,2\n\n1,2,3\n", "csv.row_width", "3 of 2", "line 4"},
        {"a,b\n1,\"open\n2,3\n", "csv.quote_unclosed", "", "line 2, column b"},
        {"a,b\n1,\"x\" y\n", "csv.quote_stray", "", "line 2, column b"},
        {"a,b\n1,x\"y\"\n", "csv.quote_stray", "", "line 2, column b"},
        {"a,b\n1," + long_cell + "\n", "csv.cell_too_long", "", "line 2, column b"},
        {std::string("a,b\n1,x\0y\n", 10), "csv.control_character", "", "line 2, column b"},
        {"a,b\n1,\x1b[1m\n", "csv.control_character", "", "line 2, column b"},
        {"a,b\r1,2\r3,4\r", "csv.control_character", "", "line 1, column 2"},
        {"a,b\n1,\xc2\x85\n", "csv.control_character", "", "line 2, column b"},
        {"a,b\n1,=1+1\n", "csv.formula", "=1+1", "line 2, column b"},
        {"a,b\n1, =1+1\n", "csv.formula", "=1+1", "line 2, column b"},
        {"a,b\n\"x\ny\",\"=1+1\"\n", "csv.formula", "=1+1", "line 3, column b"},
        {"a,=b\n", "csv.formula", "=b", "line 1, column 2"},
    };
    for (const auto& row : cases) {
        const auto table = read(view_of(row.text));
        ASSERT_FALSE(table.has_value()) << row.code << ' ' << row.text;
        EXPECT_EQ(table.error().kind.code, row.code) << row.text;
        EXPECT_EQ(table.error().kind.remedy, Remedy::correct);
        EXPECT_EQ(table.error().subject, row.subject) << row.code;
        EXPECT_EQ(table.error().place, row.place) << row.code;
    }
}

TEST(CsvRead, RefusesWhatIsTooMuch) {
    const std::string huge(bytes_max + 1, 'a');
    EXPECT_EQ(read(view_of(huge)).error().kind, refusals::too_large);
    std::string long_table = "a\n";
    for (std::size_t i = 0; i < rows_max; ++i) long_table += "1\n";
    EXPECT_EQ(read_or_fail(long_table).rows.size(), rows_max);
    const auto one_more = read(view_of(long_table + "1\n"));
    ASSERT_FALSE(one_more.has_value());
    EXPECT_EQ(one_more.error().kind, refusals::too_many_rows);
    EXPECT_EQ(one_more.error().place, "line 100002");
}

TEST(Formula, IsWhateverASpreadsheetWouldCompute) {
    for (const std::string_view cell : {"=1", "+1", "@SUM(A1)", "\t=1", "\r=1", "-a", "--1", "-(1)", "＝1", "＋1", "－1", "＠a",
                                        "-1+HYPERLINK(\"x\")", "-1+cmd|' /C x'!A0"}) {
        EXPECT_TRUE(runs_as_formula(cell)) << cell;
    }
    for (const std::string_view cell : {"", "-", "-1", "-1.5", "-3.2% (provisional)", "a=b", "1+1", "—", "−1", "MOP+"}) {
        EXPECT_FALSE(runs_as_formula(cell)) << cell;
    }
}

TEST(CsvWrite, IsReadBackAsTheSameTable) {
    const std::vector<Table> tables{
        {{"a"}, {}},
        {{"a"}, {{2, {""}}, {3, {"x"}}}},
        {{"a;b;c", "d\te", "f,g", "h\"i"}, {{2, {"", "", "", ""}}, {3, {" x", "x ", "\"", "一帶一路, \"quoted\""}}}},
        {{"a", "b"}, {{2, {"two\nlines", "crlf\r\nhere"}}, {5, {"-1", "-"}}}},
        {{"\xef\xbb\xbf" "marked"}, {}},
    };
    for (const auto& table : tables) {
        const auto text = write(table);
        EXPECT_EQ(read_or_fail(text), table) << text;
    }
}

TEST(CsvRead, ReadsTheObservationsOfTheDemonstration) {
    std::ifstream file("data/demo/observations.csv", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto table = read_or_fail(text);
    EXPECT_EQ(table.heads.front(), "indicator");
    EXPECT_GE(table.rows.size(), 60U);
    EXPECT_EQ(read_or_fail(write(table)).rows, table.rows);
}

}  // namespace
}  // namespace ponte::csv
