// rooms: adapters.xlsx
// Whatever bytes come in, the workbook reader answers with a whole table or refuses. A mutated archive
// seldom unpacks, so bytes that are no archive are taken as the one sheet of a sound workbook.
#include "adapters/xlsx/xlsx.h"
#include "adapters/zipped/zipped.h"
#include "base/check.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using ponte::Bytes;

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

Bytes workbook_around(ponte::ByteView sheet) {
    const auto made = ponte::zipped::zip({
        {"_rels/.rels", bytes_of("<R><r Type=\"x/officeDocument\" Target=\"b.xml\"/></R>")},
        {"b.xml", bytes_of("<workbook><sheets><sheet name=\"Data\" r:id=\"1\"/></sheets></workbook>")},
        {"_rels/b.xml.rels", bytes_of("<R><r Id=\"1\" Type=\"x/worksheet\" Target=\"s.xml\"/><r Type=\"x/styles\" Target=\"y.xml\"/></R>")},
        {"y.xml", bytes_of("<s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"17\"/><xf numFmtId=\"22\"/></cellXfs></s>")},
        {"s.xml", Bytes(sheet.begin(), sheet.end())},
    });
    CHECK(made.has_value());
    return *made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ponte::ByteView given(data, size);
    const bool archive = ponte::text_of(given).starts_with("PK");
    const auto table = ponte::xlsx::read(archive ? Bytes(given.begin(), given.end()) : workbook_around(given));
    if (!table) {
        const auto code = table.error().kind.code;
        CHECK(code.starts_with("xlsx.") || code.starts_with("zip."));
        return 0;
    }
    CHECK(!table->heads.empty());
    for (const auto& row : table->rows) CHECK(row.cells.size() == table->heads.size());
    return 0;
}
