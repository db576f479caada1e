#include "adapters/xlsx/cells.h"

#include "adapters/xlsx/pages.h"
#include "adapters/xlsx/shown_number.h"
#include "adapters/zipped/resaved_for_tests.h"
#include "adapters/zipped/zipped.h"

#include <gtest/gtest.h>

namespace ponte::xlsx {
namespace {

TEST(ShownNumber, ShowsPlacesSignsAndWordsOfItsFormat) {
    struct Case {
        std::string plain;
        std::string format;
        std::string shown;  // Empty: another number is shown than held.
    };
    const std::vector<Case> cases{
        {"1234.5", "", "1234.5"},
        {"1234.5", "General", "1234.5"},
        {"1234.5", "#,##0.00", "1234.50"},
        {"1234", "0", "1234"},
        {"1234.5", "0", ""},
        {"12.345", "0.0", ""},
        {"12.3", "0.0#", "12.3"},
        {"1", "0.0#", "1.0"},
        {"0.014", "0.0%", "1.4%"},
        {"0.0144", "0.0%", ""},
        {"0.5", "0%", "50%"},
        {"4700000", "0.0,,", ""},
        {"4700000", "#,##0,", ""},
        {"4.7", "0.0\" bn\"", "4.7 bn"},
        {"4.7", "0.0\\億", "4.7億"},
        {"4.7", "\"MOP \"0.00", "MOP 4.70"},
        {"4.7", "[$MOP-816] 0.00", "MOP 4.70"},
        {"4.7", "[Red]0.0", "4.7"},
        {"-4.7", "0.0", "-4.7"},
        {"-4.7", "0.0;[Red]-0.0", "-4.7"},
        {"-4.7", "0.0;[Red]0.0", ""},
        {"-1234.5", "#,##0.00;(#,##0.00)", "-1234.50"},
        {"0", "0;-0;\"-\"", ""},
        {"0.5", "# ?/?", ""},
        {"1200", "0.0E+00", ""},
        {"4.7", "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "4.70"},
    };
    for (const auto& one : cases) {
        const auto shown = shown_number(one.plain, one.format);
        EXPECT_EQ(shown.value_or(""), one.shown) << one.plain << " in " << one.format;
    }
    EXPECT_EQ(built_in_format(4), "#,##0.00");
}

Page sample_page() {
    return {.name = "Figures",
            .hidden = false,
            .locked = true,
            .columns = {{20, true}, {12, false}},
            .cells = {{1, 1, "key", Look::head}, {1, 2, "數字", Look::head_open}, {2, 1, "k1", Look::hidden}, {2, 2, "", Look::open}, {3, 2, "1,234.50", Look::open}},
            .choices = {{.column = 2, .first_row = 2, .last_row = 3, .values = {"yes", "no"}, .title = "Choose", .prompt = "One of them"}},
            .frozen_rows = 1,
            .frozen_columns = 1,
            .repeated_row = 1,
            .footer = "A & B"};
}

TEST(WritePages, IsReadBackCellByCellAndTheSameAgain) {
    const std::vector<Page> pages{sample_page(), {.name = "keys", .hidden = true, .locked = false, .columns = {}, .cells = {{7, 3, "secret", Look::hidden}}, .choices = {}, .footer = {}}};
    const auto bytes = write_pages(pages, 1'600'000'000);
    ASSERT_TRUE(bytes.has_value()) << bytes.error().where << ' ' << bytes.error().what;
    EXPECT_EQ(*bytes, *write_pages(pages, 1'600'000'000));
    const auto cells = read_cells(*bytes, 10);
    ASSERT_TRUE(cells.has_value()) << cells.error().kind.code << ' ' << cells.error().place;
    ASSERT_EQ(cells->sheets.size(), 2U);
    EXPECT_FALSE(cells->sheets[0].hidden);
    EXPECT_EQ(cells->sheets[0].cells, (std::vector<SheetCell>{{1, 1, "key", false}, {1, 2, "數字", false}, {2, 1, "k1", false}, {3, 2, "1,234.50", false}}));
    EXPECT_TRUE(cells->sheets[1].hidden);
    EXPECT_EQ(cells->sheets[1].cells, (std::vector<SheetCell>{{7, 3, "secret", false}}));
    EXPECT_EQ(place_of("Figures", 7, 28), "sheet Figures, cell AB7");
}

TEST(WritePages, KeepsItsLocksChoicesAndHiddenColumnsThroughLibreOffice) {
    if (!zipped::office_program_is_here()) GTEST_SKIP() << "LibreOffice is not installed";
    const auto bytes = write_pages({sample_page()}, 1'600'000'000);
    ASSERT_TRUE(bytes.has_value());
    const auto saved = zipped::resaved(*bytes, "xlsx", "xlsx");
    if (!saved) GTEST_SKIP() << "LibreOffice has no calculator here";
    const auto cells = read_cells(*saved, 10);
    ASSERT_TRUE(cells.has_value()) << cells.error().kind.code;
    EXPECT_EQ(cells->sheets.at(0).cells, read_cells(*bytes, 10)->sheets.at(0).cells);
    const auto entries = zipped::unzip(*saved);
    ASSERT_TRUE(entries.has_value());
    std::string sheet;
    for (const auto& entry : *entries) {
        if (entry.name == "xl/worksheets/sheet1.xml") sheet = text_of(entry.bytes);
    }
    EXPECT_NE(sheet.find("sheetProtection"), std::string::npos);
    EXPECT_NE(sheet.find("dataValidation "), std::string::npos);
    EXPECT_NE(sheet.find("hidden=\"true\""), std::string::npos);
}

// A workbook of one sheet as a hand would fill it: cells as they stand in the file.
Bytes workbook_with(const std::string& rows) {
    const std::string rel = "<Relationship Type=\"http://x/officeDocument/2006/relationships/";
    std::vector<zipped::Entry> entries;
    const auto add = [&](const std::string& name, const std::string& text) { entries.push_back({name, Bytes(text.begin(), text.end())}); };
    add("_rels/.rels", "<Relationships>" + rel + "officeDocument\" Id=\"r1\" Target=\"xl/workbook.xml\"/></Relationships>");
    add("xl/workbook.xml", "<workbook><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    add("xl/_rels/workbook.xml.rels", "<Relationships>" + rel + "worksheet\" Id=\"r1\" Target=\"s.xml\"/>" + rel + "styles\" Id=\"r4\" Target=\"styles.xml\"/></Relationships>");
    add("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"4\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
    add("xl/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    return *zipped::zip(entries);
}

TEST(ReadCells, GoesOnBehindAFaultyCell) {
    const auto cells = read_cells(workbook_with("<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" s=\"2\"><v>1234.5</v></c><c r=\"C2\" s=\"3\"><v>12.345</v></c></row>"
                                                "<row r=\"5\"><c r=\"D5\" t=\"e\"><v>#N/A</v></c><c r=\"E5\" s=\"1\"><v>44196</v></c></row>"), 10);
    ASSERT_TRUE(cells.has_value());
    EXPECT_EQ(cells->sheets.at(0).cells, (std::vector<SheetCell>{{2, 1, "", true}, {2, 2, "1234.50", false}, {2, 3, "", true}, {5, 4, "", true}, {5, 5, "2020-12-31", false}}));
    ASSERT_EQ(cells->faults.size(), 3U);
    EXPECT_EQ(cells->faults[0].kind.code, "xlsx.formula");
    EXPECT_EQ(cells->faults[1].kind.code, "xlsx.number_shown_otherwise");
    EXPECT_EQ(cells->faults[1].place, "sheet Data, cell C2");
    EXPECT_EQ(cells->faults[2].place, "sheet Data, cell D5");
    EXPECT_EQ(read_cells(workbook_with("<row r=\"2\"><c r=\"A2\"><f>1</f></c><c r=\"B2\"><f>1</f></c></row>"), 1)->faults.size(), 1U);
    EXPECT_EQ(read_cells(workbook_with("<row r=\"2\"/><row r=\"2\"/>"), 1).error().kind.code, "xlsx.damaged");
}

}  // namespace
}  // namespace ponte::xlsx
