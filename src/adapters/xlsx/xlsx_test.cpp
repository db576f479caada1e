#include "adapters/xlsx/xlsx.h"

#include "adapters/zipped/zipped.h"

#include <gtest/gtest.h>
#include <map>

namespace ponte::xlsx {
namespace {

using Cells = std::vector<std::string>;
using Parts = std::map<std::string, std::string>;

// A small workbook as other programs write it: sheets Data (first) and Hidden.
Parts parts_with(std::string_view rows, std::string_view strings = "") {
    const std::string rel = "<Relationship Type=\"http://x/officeDocument/2006/relationships/";
    return {
        {"_rels/.rels", "<Relationships>" + rel + "officeDocument\" Id=\"r1\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         "<workbook><sheets><sheet name=\"Secret\" sheetId=\"2\" state=\"hidden\" r:id=\"r2\"/>"
         "<sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships>" + rel + "worksheet\" Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>" + rel +
                                           "worksheet\" Id=\"r2\" Target=\"/xl/worksheets/sheet2.xml\"/>" + rel +
                                           "sharedStrings\" Id=\"r3\" Target=\"../xl/sharedStrings.xml\"/>" + rel +
                                           "styles\" Id=\"r4\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>"},
        {"xl/worksheets/sheet2.xml", "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>hid</t></is></c></row></sheetData></worksheet>"},
        {"xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>" + std::string(strings) + "</sst>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"57\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>"},
    };
}

Bytes packed(const Parts& parts) {
    std::vector<zipped::Entry> entries;
    for (const auto& [name, text] : parts) entries.push_back({name, Bytes(text.begin(), text.end())});
    auto bytes = zipped::zip(entries);
    EXPECT_TRUE(bytes.has_value());
    return bytes.has_value() ? *bytes : Bytes{};
}

const std::string head_row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>";

Cells only_row(const std::string& cells, std::string_view strings = "") {
    const auto table = read(packed(parts_with(head_row + "<row r=\"7\">" + cells + "</row>", strings)));
    EXPECT_TRUE(table.has_value()) << table.error().kind.code << " at " << table.error().place;
    if (!table.has_value() || table->rows.size() != 1) return {};
    EXPECT_EQ(table->heads, (Cells{"a", "b", "c"}));
    EXPECT_EQ(table->rows[0].line, 7U);
    return table->rows[0].cells;
}

TEST(XlsxRead, ReadsWhatEachKindOfCellShows) {
    EXPECT_EQ(only_row("<c r=\"A7\"><v>4747.3000000000002</v></c><c r=\"C7\" t=\"b\"><v>1</v></c>"), (Cells{"4747.3", "", "true"}));
    EXPECT_EQ(only_row("<c><v>44196</v></c><c s=\"1\"><v>44196</v></c><c s=\"2\"><v>44196</v></c>"), (Cells{"44196", "2020-12-31", "2020-12"}));
    EXPECT_EQ(only_row("<c s=\"4\"><v>1.4E-2</v></c>"), (Cells{"1.4%", "", ""}));
    EXPECT_EQ(only_row("<c r=\"B7\" t=\"inlineStr\"><is><r><t>one </t></r><r><t>two</t></r></is></c>"), (Cells{"", "one two", ""}));
    EXPECT_EQ(only_row("<c r=\"A7\" t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c>", "<si><t>帶</t><rPh><t>dai</t></rPh></si><si><t>\xef\xa4\xb7_x005F_x0041_</t></si>"),
              (Cells{"帶", "路_x0041_", ""}));
    EXPECT_EQ(only_row("<c t=\"str\"><v>=text</v></c><c t=\"d\"><v>2020-12-31</v></c><c r=\"ZZ7\" s=\"1\"/>"), (Cells{"=text", "2020-12-31", ""}));
}

TEST(XlsxRead, ReadsVisibleSheetsByNameOnly) {
    const auto bytes = packed(parts_with(head_row));
    EXPECT_TRUE(read(bytes, "Data").has_value());
    EXPECT_EQ(read(bytes, "Secret").error().kind, refusals::sheet_hidden);
    EXPECT_EQ(read(bytes, "Other").error().kind, refusals::sheet_unknown);
    EXPECT_EQ(read(bytes, "Other").error().subject, "Other");
}

TEST(XlsxRead, RefusesCellsWithTheirPlace) {
    struct Case {
        std::string rows;
        std::string_view code;
        std::string place;
    };
    const auto text = [](const std::string& content) { return "<row r=\"7\"><c r=\"C7\" t=\"inlineStr\"><is><t>" + content + "</t></is></c></row>"; };
    const std::vector<Case> cases{
        {"", "xlsx.no_head", "sheet Data"},
        {"<row><c t=\"str\"><v> </v></c></row>", "xlsx.no_head", "sheet Data"},
        {"<row><c r=\"B1\"><v>1</v></c></row>", "xlsx.head_empty", "sheet Data, cell A1"},
        {"<row r=\"3\"><c><v>1</v></c><c><v>1</v></c></row>", "xlsx.head_repeated", "sheet Data, cell B3"},
        {"<row><c r=\"CW1\"><v>1</v></c></row>", "xlsx.too_many_columns", "sheet Data, cell CW1"},
        {head_row + "<row r=\"7\"><c r=\"D7\"><v>1</v></c></row>", "xlsx.row_width", "sheet Data, cell D7"},
        {head_row + "<row r=\"7\"><c r=\"C7\"><f>A1+1</f><v>3</v></c></row>", "xlsx.formula", "sheet Data, cell C7"},
        {head_row + "<row r=\"7\"><c r=\"C7\"><f t=\"shared\" si=\"0\"/></c></row>", "xlsx.formula", "sheet Data, cell C7"},
        {head_row + "<row r=\"7\"><c r=\"C7\" t=\"e\"><v>#N/A</v></c></row>", "xlsx.error_value", "sheet Data, cell C7"},
        {head_row + text(std::string(csv::cell_bytes_max + 1, 'x')), "xlsx.cell_too_long", "sheet Data, cell C7"},
        {head_row + text("a_x0007_b"), "xlsx.control_character", "sheet Data, cell C7"},
        {head_row + "<row r=\"7\"><c r=\"C7\"><v>12x</v></c></row>", "xlsx.number_unreadable", "sheet Data, cell C7"},
        {head_row + "<row r=\"7\"><c r=\"C7\" s=\"1\"><v>60</v></c></row>", "xlsx.date_impossible", "sheet Data, cell C7"},
        {head_row + "<row r=\"7\"><c r=\"C7\" s=\"3\"><v>44196</v></c></row>", "xlsx.date_ambiguous", "sheet Data, cell C7"},
        {head_row + text("\xff"), "xlsx.damaged", "xl/worksheets/sheet1.xml"},
        {head_row + "<row r=\"7\"><c r=\"C8\"><v>1</v></c></row>", "xlsx.damaged", "xl/worksheets/sheet1.xml"},
        {head_row + "<row r=\"1\"/>", "xlsx.damaged", "xl/worksheets/sheet1.xml"},
        {head_row + "<row r=\"7\"><c r=\"C7\" t=\"s\"><v>3</v></c></row>", "xlsx.damaged", "xl/worksheets/sheet1.xml"},
        {head_row + "<row", "xlsx.damaged", "xl/worksheets/sheet1.xml"},
    };
    for (const auto& row : cases) {
        const auto table = read(packed(parts_with(row.rows)));
        ASSERT_FALSE(table.has_value()) << row.code << ' ' << row.rows.substr(0, 200);
        EXPECT_EQ(table.error().kind.code, row.code) << row.rows.substr(0, 200);
        EXPECT_EQ(table.error().place, row.place) << row.code;
    }
}

// More elements than are read, between letters that do not pack like a bomb.
std::string many_marks() {
    std::string text;
    std::uint32_t random = 1;
    for (int i = 0; i < 8'000'001; ++i) {
        random = random * 1664525 + 1013904223;
        text += '<';
        if (i % 8 == 0) text += static_cast<char>('a' + (random >> 28));
    }
    return text;
}

TEST(XlsxRead, RefusesFilesThatAreMoreThanATable) {
    const auto with = [](const std::string& name, const std::string& content) {
        auto parts = parts_with(head_row);
        parts[name] = content;
        return packed(parts);
    };
    auto no_strings = parts_with(head_row);
    no_strings.erase("xl/sharedStrings.xml");
    const std::string old_excel("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    struct Case {
        Bytes bytes;
        std::string_view code;
    };
    const std::vector<Case> cases{
        {{}, "zip.not_a_zip"},
        {Bytes(old_excel.begin(), old_excel.end()), "xlsx.old_or_locked"},
        {with("xl/media/bomb.png", std::string(std::size_t{40} << 20, 'x')), "zip.ratio_too_high"},
        {with("xl/vbaProject.bin", "x"), "xlsx.macros"},
        {with("xl/macrosheets/sheet1.xml", "x"), "xlsx.macros"},
        {with("xl/externalLinks/externalLink1.xml", "x"), "xlsx.external_link"},
        {with("xl/connections.xml", "x"), "xlsx.external_link"},
        {packed({{"word/document.xml", "x"}}), "xlsx.not_a_workbook"},
        {with("_rels/.rels", "<Relationships/>"), "xlsx.not_a_workbook"},
        {with("xl/workbook.xml", "<document/>"), "xlsx.not_a_workbook"},
        {packed(no_strings), "xlsx.damaged"},
        {with("xl/worksheets/sheet1.xml", many_marks()), "xlsx.too_large"},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto table = read(cases[i].bytes);
        ASSERT_FALSE(table.has_value()) << "case " << i;
        EXPECT_EQ(table.error().kind.code, cases[i].code) << "case " << i;
    }
}

TEST(XlsxRead, RefusesARowTooMany) {
    std::string rows = "<row><c><v>1</v></c></row>";
    for (std::size_t i = 0; i < csv::rows_max; ++i) rows += "<row><c><v>" + std::to_string(i) + "</v></c></row>";
    const auto full = read(packed(parts_with(rows)));
    ASSERT_TRUE(full.has_value()) << full.error().kind.code;
    EXPECT_EQ(full->rows.size(), csv::rows_max);
    const auto more = read(packed(parts_with(rows + "<row><c><v>1</v></c></row>")));
    ASSERT_FALSE(more.has_value());
    EXPECT_EQ(more.error().kind, refusals::too_many_rows);
    EXPECT_EQ(more.error().place, "sheet Data, cell A100002");
}

std::vector<Sheet> two_sheets() {
    return {{"Data", {{"name", false, 0}, {"value", true, 12}, {"note", false, 0}},
             {{"一帶一路", "4747.3", "=SUM(A1)"}, {"", "-0.015", " two\nlines "}, {"007", "1234567890123456789", "_x0041_ & <b>"},
              {"2020-12", "not a number", "crlf\r\n"}}},
            {"第二頁", {{"a", true, 0}}, {{"1"}, {"12345678"}}}};
}

TEST(XlsxWrite, IsReadBackAsTheSameCells) {
    const auto sheets = two_sheets();
    const auto bytes = write(sheets, 1'600'000'000);
    ASSERT_TRUE(bytes.has_value()) << bytes.error().where << ' ' << bytes.error().what;
    for (const auto& sheet : sheets) {
        const auto table = read(*bytes, sheet.name);
        ASSERT_TRUE(table.has_value()) << table.error().kind.code << " at " << table.error().place;
        ASSERT_EQ(table->rows.size(), sheet.rows.size());
        for (std::size_t i = 0; i < sheet.rows.size(); ++i) EXPECT_EQ(table->rows[i].cells, sheet.rows[i]);
        EXPECT_EQ(table->heads.front(), sheet.columns.front().head);
    }
}

TEST(XlsxWrite, IsTheSameBytesAgain) {
    const auto bytes = write(two_sheets(), 1'600'000'000);
    ASSERT_TRUE(bytes.has_value());
    EXPECT_EQ(*bytes, *write(two_sheets(), 1'600'000'000));
    EXPECT_NE(*bytes, *write(two_sheets(), 1'600'000'001));
    EXPECT_EQ(*write(two_sheets(), 0), *write(two_sheets(), 0));
}

TEST(XlsxWrite, IsAFaultForWhatNoWorkbookHolds) {
    EXPECT_EQ(write({}, 1).error().code, "xlsx.not_written");
    EXPECT_EQ(write({{"", {{"a"}}, {}}}, 1).error().code, "xlsx.not_written");
    EXPECT_EQ(write({{"a/b", {{"a"}}, {}}}, 1).error().where, "sheet a/b");
    EXPECT_EQ(write({{"twice", {{"a"}}, {}}, {"twice", {{"a"}}, {}}}, 1).error().where, "sheet twice");
    EXPECT_EQ(write({{"s", {{"a"}}, {{"1", "2"}}}}, 1).error().where, "sheet s, row 2");
    EXPECT_EQ(write({{"s", {{"a"}}, {{"\xff"}}}}, 1).error().where, "sheet s, row 2");
    EXPECT_EQ(write({{"s", {{"a"}}, {{std::string(40'000, 'x')}}}}, 1).error().where, "sheet s, row 2");
}

}  // namespace
}  // namespace ponte::xlsx
